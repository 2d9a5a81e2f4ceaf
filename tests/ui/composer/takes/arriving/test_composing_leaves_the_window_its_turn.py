"""Eight takes that are composed at once are little work for the window's own thread."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.desk.tune_watch import facts_of
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import ask_for_short_takes

TAKES = 8
CHARACTERS = 120
PATIENCE_MS = 240_000


@dataclass
class Seen:
    """What was seen while the takes came.

    Attributes:
        reads: Calls in this thread of what reads a take.
        told: How often those who follow the documents were told of a change.
        finished: The characters of each take when it was said to be finished.
    """

    reads: list[FrameType] = field(default_factory=list)
    told: int = 0
    finished: dict[Document, str] = field(default_factory=dict)

    def tell(self) -> None:
        self.told += 1

    def finish(self, take: Document) -> None:
        self.finished[take] = take.text()


@contextmanager
def calls_of(function: Callable[..., object], found: list[FrameType]) -> Iterator[None]:
    """Note each call of a function that this thread makes meanwhile."""

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code is function.__code__:
            found.append(frame)

    sys.setprofile(note)
    try:
        yield
    finally:
        sys.setprofile(None)


def test_eight_takes_are_read_told_of_and_finished_elsewhere(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page, seen = main_window.composer, Seen()
    ask_for_short_takes(page.rooms[ComposingRoom].form, CHARACTERS)
    page.rooms[ComposingRoom].form.takes.setValue(TAKES)
    page.desk.documents.state_changed.connect(seen.tell)
    page.desk.documents.number_changed.connect(seen.tell)
    page.rooms[ComposingRoom].session.take_finished.connect(seen.finish)
    with (
        calls_of(facts_of, seen.reads),
        qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS),
    ):
        page.rooms[ComposingRoom].form.compose_button.click()
        # Those that are out of sight are listed in a later turn.
        assert page.rooms[TakesRoom].list.takes.rowCount() == 1
    # Finished takes are read where they are composed.
    assert not seen.reads
    takes = [each for each in page.desk.documents if each.is_take]
    assert len(takes) == TAKES
    model = page.rooms[TakesRoom].list.takes
    assert all(model.facts_of(take) == facts_of(take.text()) for take in takes)
    # They come and end together: at its beginning, at its end, and where another text comes into
    # the editor, those who follow the documents are told.
    assert seen.told < TAKES
    # A take that is said to be finished has its characters.
    assert seen.finished.keys() == set(takes)
    for take, text in seen.finished.items():
        music = [line for line in take.text().splitlines() if not line.startswith("%%")]
        assert music[-1] in text.splitlines()
