"""A file of the program's own is written as it was last, whichever writing ends when."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from abcstudio.ui.services.newest_writer import NewestWriter
from abcstudio.ui.services.studio import Notice, Studio
from tests.ui.events import let_work_end


class Words:
    """Words that are kept; a writing of them can be held up."""

    def __init__(self, studio: Studio, path: Path) -> None:
        self.may_write = Event()
        self.may_write.set()
        self.written: list[str] = []
        self._words = ""
        self._parent = QObject()
        self.writer = NewestWriter(studio, lambda: path, self._saving, self._parent)

    def say(self, words: str) -> None:
        self._words = words
        self.writer.write()

    def _saving(self, path: Path) -> Callable[[], object]:
        return partial(self._save, self._words, path)

    def _save(self, words: str, path: Path) -> None:
        assert self.may_write.wait(60)
        path.write_text(words)
        self.written.append(words)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "words.txt"


@pytest.fixture
def words(studio: Studio, path: Path) -> Words:
    return Words(studio, path)


def test_what_comes_while_it_writes_is_written_once_as_it_is_then(
    qtbot: QtBot, studio: Studio, words: Words
) -> None:
    words.may_write.clear()
    for each in ("one", "two", "three"):
        words.say(each)
    words.may_write.set()
    let_work_end(qtbot, studio)
    assert words.written == ["one", "three"]


def test_closing_writes_what_waits_and_nothing_older_comes_after_it(
    qtbot: QtBot, studio: Studio, words: Words, path: Path
) -> None:
    for each in ("one", "two", "three"):
        words.say(each)
    studio.closing.emit()
    assert path.read_text() == "three"
    let_work_end(qtbot, studio)
    assert path.read_text() == "three"
    assert words.written in (["three"], ["one", "three"])


def test_a_file_that_cannot_be_written_is_named_also_at_the_end(
    qtbot: QtBot, studio: Studio, words: Words, path: Path
) -> None:
    told: list[Notice] = []
    studio.notice_requested.connect(told.append)
    path.mkdir()
    words.say("one")
    let_work_end(qtbot, studio)
    assert [path.name in notice.text for notice in told] == [True]
    words.say("two")
    words.say("three")
    studio.closing.emit()
    let_work_end(qtbot, studio)
    # The second is not written any more where the third was first.
    assert len(told) in (2, 3)
    assert all(path.name in notice.text for notice in told)
