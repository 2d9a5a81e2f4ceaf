"""From a tunebook to a network that learned from it, by mouse and by keyboard alone.

The reels are shown, a melody is looked for, its relatives, what is wrong with the tunes is fixed, a
corpus is prepared, and a training run is made of it.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.corpus.sources import read_tunebook
from abcstudio.paths import bundled_tunebook
from abcstudio.ui.datasets.finding.room import FindingRoom
from abcstudio.ui.datasets.health.room import HealthRoom
from abcstudio.ui.datasets.preparing.room import PreparingRoom
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow

STEPS = 20
# The second is the first one in another key, with another note.
KIN = """
X:901
T:The Long Journey
R:reel
M:4/4
L:1/8
K:D
DFAd fdAF|GBdg bgdB|Aceg aece|d2fd edBc|DFAd fdAF|GBdg bgdB|Aceg agec|d4 d4|

X:902
T:The Journey Home
R:reel
M:4/4
L:1/8
K:G
GBdg bgdB|cegc' e'c'ge|dfac' d'afa|g2bg agef|GBdg bgdB|cegc' e'c'ge|dfac' d'c'af|g4 g4|
"""
# One without a number, which Health knows how to fix.
SICK = """
T:No number
R:jig
M:6/8
L:1/8
K:G
GAB cde|fga gfe|

"""
SOUGHT = "DFAd fdAF GBdg bgdB"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Tunes of the box, few enough that a journey is short."""
    some = [tune.text for tune in read_tunebook(bundled_tunebook())
            if tune.rhythm in ("reel", "jig")][::24]  # fmt: skip
    assert 60 < len(some) < 200
    path = tmp_path / "journey.abc"
    path.write_text("\n\n".join(some) + "\n" + KIN + SICK, encoding="utf-8")
    return path


def test_from_a_tunebook_to_training_by_mouse(
    window: MainWindow, hands, qtbot: QtBot, book: Path
) -> None:
    page = window.datasets

    def show(view: QWidget) -> None:
        bar = page.parts.views.tabs.tabBar()
        place = bar.tabRect(page.parts.views.tabs.indexOf(view)).center()
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
        hands.wait(view.isVisible)

    hands.click(window.page_bar.tabs["datasets"])
    hands.answer_file_dialog(book)
    hands.click(page.parts.source_list.add_file)
    _wait_for_book(window, hands)
    hands.click(page.browser.filter_bar.search)
    hands.type("R:reel")
    _check_reels(window)
    show(page.rooms[FindingRoom].view)
    hands.click_at(
        page.rooms[FindingRoom].view.query.field,
        page.rooms[FindingRoom].view.query.field.rect().center(),
    )
    hands.type(SOUGHT)
    _wait_for_first(window, hands, "The Long Journey")
    hands.click(page.parts.preview.relatives)
    _wait_for_first(window, hands, "The Journey Home")
    show(page.rooms[HealthRoom].view)
    _wait_for_health(window, hands)
    _click_kind(window, hands)
    hands.click(page.rooms[HealthRoom].view.fix_kind)
    _wait_until_fixed(window, hands)
    show(page.rooms[PreparingRoom].view)
    _wait_for_corpus(window, hands)
    hands.click(page.rooms[PreparingRoom].view.train)
    _train(window, hands, lambda: hands.click(window.training.start))


def test_from_a_tunebook_to_training_by_keyboard(window: MainWindow, hands, book: Path) -> None:
    page = window.datasets
    hands.press("Ctrl+1")
    hands.answer_file_dialog(book, by_keyboard=True)
    _command(window, hands, "Add tune file")
    _wait_for_book(window, hands)
    hands.press("Ctrl+F")
    hands.type("R:reel")
    _check_reels(window)
    hands.press("Ctrl+Shift+F3")
    hands.wait(lambda: QApplication.focusWidget() is page.rooms[FindingRoom].view.query.field)
    hands.type(SOUGHT)
    _wait_for_first(window, hands, "The Long Journey")
    hands.tab_to(page.rooms[FindingRoom].view.table)
    hands.press("Alt+Shift+F4")
    _wait_for_first(window, hands, "The Journey Home")
    hands.press("Alt+Shift+Q")
    _wait_for_health(window, hands)
    kinds = page.rooms[HealthRoom].view.kinds
    hands.tab_to(kinds)
    hands.press("Home")
    while kinds.kind is not None and kinds.kind.kind != "missing-reference-number":
        hands.press("Down")
    hands.press("Alt+Shift+C")
    _wait_until_fixed(window, hands)
    hands.press("Alt+Shift+R")
    _wait_for_corpus(window, hands)
    hands.press("Alt+Shift+J")
    _train(window, hands, lambda: hands.press("Ctrl+R"))


def _command(window: MainWindow, hands, words: str) -> None:
    """Call a command by its name in the palette."""
    hands.press("Ctrl+K")
    hands.wait(window.rooms[Helpers].palette_view.isVisible)
    hands.type(words)
    hands.press("Return")


def _wait_for_book(window: MainWindow, hands) -> None:
    table = window.datasets.browser.table
    hands.wait(lambda: 60 < len(table.tunes) < 1000)
    assert window.datasets.parts.source_list.list.currentItem().text().startswith("journey.abc")


def _check_reels(window: MainWindow) -> None:
    table = window.datasets.browser.table
    assert {tune.rhythm for tune in table.shown} == {"reel"}
    assert 2 < len(table.shown) < len(table.tunes)


def _wait_for_first(window: MainWindow, hands, title: str) -> None:
    """Wait until a tune is the first that is found, and its score is there."""
    table, preview = window.datasets.rooms[FindingRoom].view.table, window.datasets.parts.preview
    hands.wait(lambda: bool(table.places) and table.places[0].tune.title == title)
    hands.wait(lambda: preview.tune is not None and preview.tune.title == title)
    hands.wait(lambda: bool(preview.score.scene().items()))


def _wait_for_health(window: MainWindow, hands) -> None:
    health = window.datasets.rooms[HealthRoom]
    hands.wait(lambda: bool(health.view.kinds.kinds) and not health.presenter.is_busy)


def _click_kind(window: MainWindow, hands) -> None:
    kinds = window.datasets.rooms[HealthRoom].view.kinds
    row = [kind.kind for kind in kinds.kinds].index("missing-reference-number")
    place = kinds.model().index(row, 0)
    kinds.scrollTo(place)
    hands.click_at(kinds, kinds.visualRect(place).center())
    assert kinds.kind is not None
    assert kinds.kind.kind == "missing-reference-number"


def _wait_until_fixed(window: MainWindow, hands) -> None:
    health = window.datasets.rooms[HealthRoom]
    hands.wait(lambda: "1 tune changed" in health.view.summary.text())
    hands.wait(
        lambda: all(kind.kind != "missing-reference-number" for kind in health.view.kinds.kinds)
    )


def _wait_for_corpus(window: MainWindow, hands) -> None:
    presenter = window.datasets.rooms[PreparingRoom].presenter
    hands.wait(lambda: presenter.corpus is not None)
    assert presenter.corpus.tunes.training
    assert {tune.rhythm for tune in presenter.corpus.tunes.training} == {"reel"}


def _train(window: MainWindow, hands, start: Callable[[], Any]) -> None:
    corpus = window.datasets.rooms[PreparingRoom].presenter.corpus
    training = window.training
    hands.wait(lambda: window.page_name == "training")
    hands.tab_to(training.parts.form.config_form.controls["steps"])
    hands.press("Ctrl+A")
    hands.type(f"{STEPS}")
    hands.press("Tab")
    finished: list[Any] = []
    training.session.finished.connect(finished.append)
    start()
    hands.wait(lambda: bool(finished))
    assert finished[0].reached.step == STEPS
    assert corpus is not None
    facts = json.loads((finished[0].run_dir / "run.json").read_text(encoding="utf-8"))
    assert facts["corpus"]["fingerprint"] == corpus.fingerprint
