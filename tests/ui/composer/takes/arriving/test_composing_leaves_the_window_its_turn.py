"""Eight takes that are composed at once are little work for the window's own thread."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.desk.tune_watch import facts_of
from abcstudio.ui.documents.document import Document
from abcstudio.ui.window.main_window import MainWindow

TAKES = 8
CHARACTERS = 120
PATIENCE_MS = 120_000


@pytest.fixture
def page(main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    page = main_window.composer
    page.form.takes.setValue(TAKES)
    page.form.max_chars.setValue(CHARACTERS)
    return page


@contextmanager
def calls_of(function: Callable[..., object]) -> Iterator[list[FrameType]]:
    """Note each call of a function that this thread makes meanwhile."""
    found: list[FrameType] = []

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code is function.__code__:
            found.append(frame)

    sys.setprofile(note)
    try:
        yield found
    finally:
        sys.setprofile(None)


def compose(qtbot: QtBot, page: ComposerPage) -> None:
    with qtbot.waitSignal(page.session.ended, timeout=PATIENCE_MS):
        page.form.compose_button.click()


def test_finished_takes_are_read_where_they_are_composed(qtbot: QtBot, page: ComposerPage) -> None:
    with calls_of(facts_of) as calls:
        compose(qtbot, page)
    assert not calls
    takes = [each for each in page.documents if each.is_take]
    assert len(takes) == TAKES
    model = page.takes.takes
    assert all(model.facts_of(take) == facts_of(take.text()) for take in takes)


def test_takes_come_and_end_together_for_all_who_follow_the_documents(
    qtbot: QtBot, page: ComposerPage
) -> None:
    told: list[None] = []
    page.documents.state_changed.connect(lambda: told.append(None))
    page.documents.number_changed.connect(lambda: told.append(None))
    compose(qtbot, page)
    # At its beginning, at its end, and where another text comes into the editor.
    assert len(told) < TAKES


def test_a_take_that_is_finished_has_its_characters(qtbot: QtBot, page: ComposerPage) -> None:
    shown: dict[Document, str] = {}
    page.session.take_finished.connect(lambda take: shown.update({take: take.text()}))
    compose(qtbot, page)
    assert len(shown) == TAKES
    for take, text in shown.items():
        music = [line for line in take.text().splitlines() if not line.startswith("%%")]
        assert music[-1] in text.splitlines()
