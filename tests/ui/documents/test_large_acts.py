"""What is done to the whole of a large text, through the window: what is counted is work."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.ui.documents.document import ReadText
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.documents.test_large_texts import BOOK, SHOWN, open_large


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.abc"
    path.write_bytes(BOOK.encode())
    return path


def test_a_large_text_without_a_file_is_opened_in_pieces(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = main_window.composer
    steps: list[int] = []
    page.files.opening.progressed.connect(steps.append)
    page.open_text(SHOWN, "Found")
    assert page.opening_bar.words.text() == "Opening Found…"
    qtbot.waitUntil(lambda: page.editor.text() == SHOWN, timeout=20_000)
    assert len(steps) > 2
    document = page.documents.current
    assert (document.name, document.path) == ("Found", None)
    assert not document.is_modified
    assert not document.text_document.isUndoAvailable()


def test_a_large_file_that_changed_is_read_in_the_background(
    main_window: MainWindow,
    studio: Studio,
    book: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = open_large(main_window, book, qtbot)
    threads: list[bool] = []
    read_one = ReadText.of

    def note(path: Path) -> ReadText:
        threads.append(threading.current_thread() is threading.main_thread())
        return read_one(path)

    monkeypatch.setattr(ReadText, "of", note)
    book.write_bytes(BOOK.replace("Tüne 7\r", "Changed\r").encode())
    notices: list[Notice] = []
    studio.notice_requested.connect(notices.append)
    page.outside_changes.look()
    load = notices[-1].action
    assert load is not None
    load()
    changed = SHOWN.replace("Tüne 7\n", "Changed\n")
    qtbot.waitUntil(lambda: page.editor.text() == changed, timeout=20_000)
    assert threads == [False]
    assert not page.is_modified
    page.editor.undo()
    qtbot.waitUntil(lambda: page.editor.text() == SHOWN, timeout=20_000)
    # A line that is too long is refused as before.
    book.write_text("X:1\nK:C\n" + "%" * 200_000 + "\n", encoding="ascii")
    page.outside_changes.look()
    load = notices[-1].action
    assert load is not None
    load()
    qtbot.waitUntil(lambda: "has a line of more than" in notices[-1].text, timeout=20_000)
    assert page.editor.text() == SHOWN
