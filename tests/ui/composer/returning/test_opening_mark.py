"""A text over which the program ended is not opened again, but named, with the way to open it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from abcstudio.paths import opening_dir, settings_file
from abcstudio.settings import load_settings
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.returning.opening_mark import OpeningMark
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.returning.starts import Again
from tests.ui.composer.test_take_history import compose
from tests.ui.events import deliver_events

# Starts with the last text as the program does, and dies as its first picture is drawn.
DIES = """
import os
from abcstudio import app
from abcstudio.paths import settings_file
from abcstudio.settings import load_settings
from abcstudio.ui.window.window_host import WindowHost
from abcstudio.ui.words.translators import Translators

application = app.make_application()
window = WindowHost(load_settings(settings_file()), Translators(application)).window
window.first_painted.connect(lambda: os._exit(139))
window.show()
application.exec()
"""


def die_while_opening() -> None:
    done = subprocess.run(
        [sys.executable, "-c", DIES], env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False,
        capture_output=True, timeout=600,
    )  # fmt: skip
    assert done.returncode == 139, done.stderr


def notices_of(window: MainWindow, qtbot: QtBot) -> list[Notice]:
    """Return what the window says once it stands, and all texts are open."""
    notices: list[Notice] = []
    window.studio.notice_requested.connect(notices.append)
    window.show()
    QTimer.singleShot(0, deliver_events)
    qtbot.waitUntil(lambda: not window.composer.last_text.is_under_way)
    deliver_events()
    return notices


def marks() -> list[Path]:
    folder = opening_dir()
    return list(folder.iterdir()) if folder.exists() else []


def test_a_file_that_ended_the_program_is_not_opened_again(
    again: Again, book: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.abc"
    other.write_text("X:1\nT:Other\nK:D\nABc|\n", encoding="utf-8")
    window = again()
    window.show()
    window.open_path(other)
    window.open_path(book)
    window = again(die_while_opening)
    composer = window.composer
    assert composer.desk.documents.current.is_welcome
    (notice,) = notices_of(window, qtbot)
    assert notice.text == (
        "The studio ended unexpectedly while it opened session.abc, "
        "so it has not opened that again."
    )
    assert (notice.kind, notice.stays, notice.action_text) == ("info", True, "Open it")
    assert str(book) in window.studio.settings.recent_files
    assert {each.path for each in composer.desk.documents} == {None, other}
    assert composer.desk.documents.current.is_welcome
    assert not marks()
    # Nor by the next start, which has nothing to say of it any more.
    window = again()
    assert composer is not window.composer
    assert window.composer.desk.documents.current.path == other
    assert not notices_of(window, qtbot)
    assert len(window.composer.desk.documents) == 1


def test_it_is_opened_where_the_person_wants_it(again: Again, book: Path, qtbot: QtBot) -> None:
    window = again()
    window.show()
    window.open_path(book)
    window = again(die_while_opening)
    (notice,) = notices_of(window, qtbot)
    assert notice.action is not None
    notice.action()
    assert window.composer.desk.documents.current.path == book
    assert marks()
    qtbot.waitUntil(lambda: not marks())


def test_a_take_that_ended_the_program_stays_in_the_list(again: Again, qtbot: QtBot) -> None:
    window = again()
    window.show()
    take = compose(window)
    number = take.provenance.take_number
    window = again(die_while_opening)
    assert window.composer.desk.documents.current.is_welcome
    (notice,) = notices_of(window, qtbot)
    assert f"while it opened Take {number}," in notice.text
    takes = window.composer.rooms[TakesRoom].list.takes
    qtbot.waitUntil(lambda: takes.rowCount() == 1)
    assert notice.action is not None
    notice.action()
    assert window.composer.desk.documents.current.provenance.take_number == number
    assert takes.rowCount() == 1


def test_the_mark_goes_once_the_text_is_seen(again: Again, book: Path, qtbot: QtBot) -> None:
    window = again()
    window.show()
    window.open_path(book)
    window = again()
    assert marks()
    window.show()
    qtbot.waitUntil(lambda: not marks())
    assert window.composer.parts.link.drawn_view() is not None


def test_a_window_that_is_closed_before_that_leaves_no_mark(again: Again, book: Path) -> None:
    window = again()
    window.show()
    window.open_path(book)
    again()
    assert marks()
    window = again()
    assert window.composer.desk.documents.current.path == book


def test_the_mark_of_another_window_that_runs_is_left_alone(
    again: Again, book: Path, qtbot: QtBot
) -> None:
    window = again()
    window.show()
    window.open_path(book)
    other = OpeningMark(opening_dir())
    other.set(str(book))
    before = marks()
    window = again()
    assert window.composer.desk.documents.current.path == book
    assert not notices_of(window, qtbot)
    qtbot.waitUntil(lambda: set(marks()) == set(before))
    other.clear()
    assert not marks()


@pytest.mark.skipif(sys.platform == "win32", reason="folders of Windows cannot be closed so")
def test_where_no_mark_can_be_made_texts_open_unguarded(
    again: Again, book: Path, qtbot: QtBot
) -> None:
    window = again()
    window.show()
    window.open_path(book)

    def bar() -> None:
        opening_dir().parent.mkdir(parents=True, exist_ok=True)
        if opening_dir().exists():
            opening_dir().rmdir()
        opening_dir().write_text("no folder")

    window = again(bar)
    assert window.composer.desk.documents.current.path == book
    assert not notices_of(window, qtbot)
    assert load_settings(settings_file()).window.file == str(book)


def test_a_mark_that_says_nothing_is_taken_away(again: Again, book: Path) -> None:
    window = again()
    window.show()
    window.open_path(book)

    def spoil() -> None:
        opening_dir().mkdir(parents=True, exist_ok=True)
        (opening_dir() / "0123.json").write_text("{")
        (opening_dir() / "4567.json").write_text("{}")

    window = again(spoil)
    assert window.composer.desk.documents.current.path == book
    assert not [path for path in marks() if path.stem in ("0123", "4567")]
