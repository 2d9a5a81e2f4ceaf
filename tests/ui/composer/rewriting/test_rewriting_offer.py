"""Whole measures that are chosen in score or text lead to other ones by a click."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.paths import resources_dir
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.rewriting.rewriting_offer import RewritingOffer
from abcstudio.ui.composer.rewriting.rewriting_options import RewritingOptions
from abcstudio.ui.composer.rewriting.room import RewritingRoom
from abcstudio.ui.window.main_window import MainWindow

HELP = resources_dir() / "help"

pytestmark = pytest.mark.one_window

HEADER = "X:9\nT:Other\nK:C\nC|\n\nX:1\nT:The Test\nM:4/4\nL:1/8\nK:D\n"
MUSIC = "d2fd Adfd|BGGB d2Bd|Bged cABc|]\n"


@pytest.fixture
def composer(main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    composer = main_window.composer
    composer.rooms[RewritingRoom].bar.set_options(RewritingOptions(is_heard=False))
    composer.parts.files.open_text(HEADER + MUSIC, "measures")
    return composer


def choose(composer: ComposerPage, words: str) -> None:
    start = len(HEADER) + MUSIC.index(words)
    composer.desk.editor.select(Span(start, start + len(words)), focus=True)
    composer.desk.watch.settle()


def test_button_menu_and_help_call_it_by_one_name(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    command = main_window.registry.action("tune.rewrite_measures")
    assert command.text().replace("&", "") == "Rewrite the measures"
    choose(composer, "BGGB d2Bd|Bged")
    qtbot.waitUntil(composer.rooms[RewritingRoom].offer.isVisible)
    assert composer.rooms[RewritingRoom].offer.accessibleName().split()[0] == "Rewrite"
    (page,) = (HELP / "rewriting.md").read_text(encoding="utf-8").splitlines()[:1]
    assert page == "# Rewriting measures"


def test_a_click_rewrites_chosen_measures(qtbot: QtBot, composer: ComposerPage) -> None:
    offer = composer.rooms[RewritingRoom].offer
    assert not offer.isVisible()
    choose(composer, "BGGB d2Bd|Bged")
    qtbot.waitUntil(offer.isVisible)
    assert offer.accessibleName() == "Rewrite measures 2–3"
    assert offer.text() == "Rewrite measures 2–3 (F12)"
    assert "F12" in offer.toolTip()
    assert composer.parts.score.rect().contains(offer.geometry())
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert composer.rooms[RewritingRoom].presenter.is_on
    assert not offer.isVisible()
    # Return and Esc are meant for the versions there.
    assert QApplication.focusWidget() is composer.parts.score
    composer.rooms[RewritingRoom].presenter.drop()
    assert composer.desk.editor.text() == HEADER + MUSIC


def test_less_than_a_measure_is_no_choice_of_measures(qtbot: QtBot, composer: ComposerPage) -> None:
    offer = composer.rooms[RewritingRoom].offer
    choose(composer, "BGGB d2Bd")
    qtbot.waitUntil(offer.isVisible)
    assert offer.accessibleName() == "Rewrite measure 2"
    choose(composer, "BGGB")
    qtbot.waitUntil(lambda: not offer.isVisible())
    choose(composer, "BGGB d2Bd")
    qtbot.waitUntil(offer.isVisible)
    composer.desk.editor.select(Span(0, 0))
    assert not offer.isVisible()


def test_a_pickup_has_no_number(qtbot: QtBot, composer: ComposerPage) -> None:
    offer = composer.rooms[RewritingRoom].offer

    def says(offer: RewritingOffer, words: str) -> bool:
        return offer.isVisible() and offer.accessibleName() == words

    composer.parts.files.open_text("X:1\nM:4/4\nL:1/4\nK:D\nA|d2fd|\n", "pickup")
    start = composer.desk.editor.text().index("A|")
    for end, words in ((1, "Rewrite the pickup"), (7, "Rewrite from the pickup to measure 1")):
        composer.desk.editor.select(Span(start, start + end))
        qtbot.waitUntil(partial(says, offer, words))
