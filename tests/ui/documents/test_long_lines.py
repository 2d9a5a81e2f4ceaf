"""A line that is too long to edit comes into no open text, whatever way it would come by."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.notation.assistance.snippets import Snippet
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.composer.writing.room import WritingRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.long_lines import MOST_IN_LINE, LongLineError
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events

MOST = QLocale().toString(MOST_IN_LINE)
REFUSED = (
    f"Nothing was changed: a line of more than {MOST} characters is too long to edit here. "
    "Break it into shorter lines first."
)
HALF = "%" * (MOST_IN_LINE // 2)
HEADER = "X:1\nK:C\n"
TEXT = f"{HEADER}{HALF}\n{HALF}%\n|C\n"
JOINT = len(HEADER) + len(HALF)
KEYS = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
Way = Callable[[ComposerPage], None]


def key(where: int, pressed: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> Way:
    def act(page: ComposerPage) -> None:
        page.desk.editor.select(Span(where, where), focus=True)
        QTest.keyClick(page.desk.editor, pressed, modifier)

    return act


def key_over(span: Span, pressed: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> Way:
    def act(page: ComposerPage) -> None:
        page.desk.editor.select(span, focus=True)
        QTest.keyClick(page.desk.editor, pressed, modifier)

    return act


def menu_delete(page: ComposerPage) -> None:
    # As the editor's own menu does, past every key.
    page.desk.editor.select(Span(JOINT, JOINT + 1))
    page.desk.editor.textCursor().removeSelectedText()


def input_method(page: ComposerPage) -> None:
    page.desk.editor.select(Span(JOINT, JOINT + 1))
    event = QInputMethodEvent()
    event.setCommitString("é")
    QApplication.sendEvent(page.desk.editor, event)


def replace_all(page: ComposerPage) -> None:
    page.rooms[TextsRoom].find_bar.open_replace()
    page.rooms[TextsRoom].find_bar.line.setText(HALF[:12_500])
    page.rooms[TextsRoom].find_bar.replacement.setText(HALF[:30_000])
    page.rooms[TextsRoom].find_bar.replace_all()
    assert "Replaced" not in page.rooms[TextsRoom].find_bar.count_text()


def snippet(page: ComposerPage) -> None:
    page.desk.editor.select(Span(JOINT, JOINT + 1), focus=True)
    page.rooms[WritingRoom].commands.snippets.insert(Snippet("one", "$SELECTION" + HALF))


JOINED = Span(JOINT, JOINT + 1)
CONTROL = Qt.KeyboardModifier.ControlModifier
WAYS: dict[str, Way] = {
    "delete": key(JOINT, KEYS.Key_Delete),
    "delete a word": key(JOINT, KEYS.Key_Delete, CONTROL),
    "backspace": key(JOINT + 1, KEYS.Key_Backspace),
    "type over": key_over(JOINED, KEYS.Key_A),
    "delete what is selected": key_over(JOINED, KEYS.Key_Delete),
    "cut": key_over(JOINED, KEYS.Key_X, CONTROL),
    "the menu": menu_delete,
    "an input method": input_method,
    "replace all": replace_all,
    "a snippet": snippet,
}


def opened(window: MainWindow, text: str, qtbot: QtBot) -> ComposerPage:
    page = window.composer
    page.parts.files.open_text(text, "lines")
    qtbot.waitUntil(lambda: page.desk.editor.text() == text, timeout=20_000)
    return page


@pytest.mark.one_window
def test_no_way_makes_a_line_too_long(
    main_window: MainWindow, studio: Studio, qtbot: QtBot
) -> None:
    page = opened(main_window, TEXT, qtbot)
    notices: list[Notice] = []
    studio.notice_requested.connect(notices.append)
    for name, way in WAYS.items():
        notices.clear()
        way(page)
        deliver_events()
        assert [notice.text for notice in notices] == [REFUSED], name
        assert page.desk.editor.text() == TEXT, name
        assert not page.is_modified, name
    # What was refused is no step that is waited for, and other changes go on.
    page.desk.editor.select(Span(len(TEXT), len(TEXT)), focus=True)
    QTest.keyClick(page.desk.editor, KEYS.Key_D)
    assert page.desk.editor.text() == TEXT + "d"


@pytest.mark.one_window
def test_the_longest_line_takes_no_more_and_can_be_broken(
    main_window: MainWindow, studio: Studio, qtbot: QtBot
) -> None:
    longest = f"{HEADER}{HALF}{HALF}\n"
    page = opened(main_window, longest, qtbot)
    notices: list[Notice] = []
    studio.notice_requested.connect(notices.append)
    key(JOINT, KEYS.Key_A)(page)
    assert [notice.text for notice in notices] == [REFUSED]
    assert page.desk.editor.text() == longest
    key(JOINT, KEYS.Key_Return)(page)
    QTest.keyClick(page.desk.editor, KEYS.Key_A)
    QTest.keyClick(page.desk.editor, KEYS.Key_Backspace)
    assert page.desk.editor.text() == f"{HEADER}{HALF}\n{HALF}\n"
    QTest.keyClick(page.desk.editor, KEYS.Key_Backspace)
    assert page.desk.editor.text() == longest
    assert len(notices) == 1


@pytest.mark.one_window
def test_wide_characters_count_once(main_window: MainWindow, qtbot: QtBot) -> None:
    page = opened(main_window, HEADER + "%" + "𝄞" * (MOST_IN_LINE - 2) + "\n", qtbot)
    key(len(HEADER) + 1, KEYS.Key_A)(page)
    deliver_events()
    assert page.desk.editor.text().startswith(f"{HEADER}%a𝄞")


@pytest.mark.one_window
def test_a_drop_that_is_refused_stays_where_it_came_from(
    main_window: MainWindow, studio: Studio, qtbot: QtBot
) -> None:
    page = opened(main_window, TEXT, qtbot)
    notices: list[Notice] = []
    studio.notice_requested.connect(notices.append)
    page.desk.editor.select(Span(JOINT, JOINT))
    page.desk.editor.ensureCursorVisible()
    data = QMimeData()
    data.setText(f"{HALF}%%")
    place = QPointF(page.desk.editor.cursorRect().center())
    event = QDropEvent(
        place,
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.desk.editor.dropEvent(event)
    assert [notice.text.split(":")[0] for notice in notices] == ["Nothing was pasted"]
    assert event.dropAction() == Qt.DropAction.IgnoreAction
    assert page.desk.editor.text() == TEXT


@pytest.mark.one_window
def test_a_document_refuses_what_makes_a_line_too_long(main_window: MainWindow) -> None:
    document = Document("other", TEXT)
    with pytest.raises(LongLineError):
        document.replace_text(TEXT.replace("%\n%", "%%"))
    assert document.text() == TEXT
    assert not main_window.composer.desk.rewrite_document(document, TEXT.replace("%\n%", "%%"))
    # Its cursors are not asked: what Qt does itself is noticed.
    outgrown: list[bool] = []
    document.line_outgrown.connect(lambda: outgrown.append(True))
    cursor = QTextCursor(document.text_document)
    cursor.setPosition(JOINT)
    cursor.deleteChar()
    assert outgrown == [True]
    document.deleteLater()
