"""The ABC editor: line numbers, problems underlined, sounding and chosen notes lit."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget
from typing_extensions import override

from abcstudio.corpus.edited_tunebook import EditedTunebook
from abcstudio.notation.spans import Span
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.editor_text import to_offset, to_position, wide_places
from abcstudio.ui.documents.long_lines import ANYWHERE, BETWEEN_WORDS
from abcstudio.ui.editor.clipboard_text import ClipboardTextEdit
from abcstudio.ui.editor.editor_marks import EditorMarks
from abcstudio.ui.editor.large_edits import LargeEdits
from abcstudio.ui.editor.origin_fold import OriginFold
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import in_lines, tooltip
from abcstudio.ui.look.theme import Colors, editor_font
from abcstudio.ui.services.studio import Studio


class SelectionNotes(QObject):
    """Keeps the selection of an editor in the document that it shows."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._document: Document | None = None
        editor.cursorPositionChanged.connect(self._note)
        editor.selectionChanged.connect(self._note)

    def follow(self, document: Document | None) -> None:
        """Note the selection in the document that is shown now; in none while that changes."""
        self._document = document
        self._note()

    def _note(self) -> None:
        if self._document is not None and not self._document.large.is_busy:
            cursor = self._editor.textCursor()
            self._document.redo_places.note(cursor.anchor(), cursor.position())


_NO_TUNES = EditedTunebook("")
_KEY_PRESSES = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)

TextPlace = tuple[int, int, int]
"""Where a caret stands: its anchor, its position, and how far the text is scrolled."""


class KeyTaker(Protocol):
    """Takes keys before the editor does: a list of completions, places to fill in."""

    def wants_key(self, event: QKeyEvent) -> bool:
        """Return whether it handles a key just now."""

    def take_key(self, event: QKeyEvent) -> None:
        """Handle a key that `wants_key` has claimed."""


class AbcEditor(ClipboardTextEdit):
    """An editor for ABC text. All offsets are characters of the document's text.

    Attributes:
        marks: What is lit or underlined.
        large: Changes of much of the text.

    Signals:
        caret_moved: The caret stands elsewhere. Carries its offset.
        text_edited: The text changed by whatever means.
        typed: Characters were typed. Carries them, "" for a key that deletes.
        left: The keyboard focus went elsewhere.
        document_shown: Another document is shown.
    """

    caret_moved = Signal(int)
    text_edited = Signal()
    typed = Signal(str)
    left = Signal()
    document_shown = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio.colors, parent)
        self.marks = EditorMarks(self, studio.colors, self.text)
        self._key_takers: list[KeyTaker] = []
        self.fold = OriginFold(self, self.text)
        self.large = LargeEdits(self)
        self.large_write_requested.connect(self.large.write)
        self._folded: set[int] = set()
        self._explain: Callable[[int], str] | None = None
        self._color_lines: Callable[[QTextBlock, int], None] | None = None
        self._document: Document | None = None
        self._cursors: dict[int, TextPlace] = {}
        self.setFont(editor_font())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("ABC text"))
        # First of those that follow the caret: a change that one of them makes is undone as well.
        self._selection_notes = SelectionNotes(self)
        self.cursorPositionChanged.connect(self._on_cursor_position_changed)
        self.marks.show()
        studio.colors_changed.connect(self.set_colors)

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self.set_number_colors(colors)
        self.marks.set_colors(colors)

    def set_colorer(self, color_lines: Callable[[QTextBlock, int], None]) -> None:
        """Let `color_lines` colour so many lines from one on, before they are painted."""
        self._color_lines = color_lines

    def set_explainer(self, explain: Callable[[int], str]) -> None:
        """Show what the text at an offset means, as `explain` says, where the mouse rests."""
        self._explain = explain

    def show_document(self, document: Document) -> None:
        """Show another document; caret and place come back when it is shown again."""
        self.large.leave()
        if self._document is not None:
            self._document.edited.disconnect(self.text_edited)
            self._document.line_outgrown.disconnect(self.take_back_soon)
            self._cursors[self._document.key] = self._place_now()
        # Until the new text is there, the caret of the old one is noted nowhere.
        self._selection_notes.follow(None)
        self._document = document
        self.marks.clear()
        font = self.font()
        if document.text_document.defaultFont() != font:
            document.text_document.setDefaultFont(font)
        # Neither the old text's long lines nor this one's are ever broken between words.
        if document.has_long_line:
            self.setWordWrapMode(ANYWHERE)
        self.set_numbered(document.text_document)
        self.setWordWrapMode(ANYWHERE if document.has_long_line else BETWEEN_WORDS)
        self.large.follow(document)
        self.copied_authors.follow(document)
        document.edited.connect(self.text_edited)
        document.line_outgrown.connect(self.take_back_soon)
        anchor, position, scroll = self._cursors.get(document.key, (0, 0, 0))
        self._set_cursor(anchor, position)
        self._selection_notes.follow(document)
        self.verticalScrollBar().setValue(scroll)
        is_new = document.key not in self._folded
        self.fold_origin()
        if is_new:
            # How far it was scrolled is only estimated where it was never seen.
            self.ensureCursorVisible()
        self.marks.show()
        self.document_shown.emit()

    @property
    def places(self) -> dict[int, TextPlace]:
        """Where the carets of the documents stand that were shown, by their keys."""
        shown = {} if self._document is None else {self._document.key: self._place_now()}
        return self._cursors | shown

    def take_places(self, places: Mapping[int, TextPlace], *, folds: bool = False) -> None:
        """Let carets stand where they stood in another editor; what was unfolded there stays so.

        Args:
            places: Where the carets stood, by the keys of the documents.
            folds: These are shown anew, with the lines of their origin folded.
        """
        self._cursors |= places
        if not folds:
            self._folded |= places.keys()

    def _place_now(self) -> TextPlace:
        cursor = self.textCursor()
        return cursor.anchor(), cursor.position(), self.verticalScrollBar().value()

    def fold_origin(self) -> None:
        """Fold the lines that say how the text was composed, once it is whole."""
        document = self._document
        if document is None or document.is_composing or document.key in self._folded:
            return
        self._folded.add(document.key)
        self.fold.fold_all()

    def forget(self, document: Document) -> None:
        """Forget where the caret stood in a document that is gone."""
        self._folded.discard(document.key)
        self._cursors.pop(document.key, None)

    def text(self) -> str:
        """Return the document's text; while that is changed in pieces, the one before."""
        return self._document.large.shown_text() if self._document else ""

    def book(self) -> EditedTunebook:
        """Return the tunes of that text."""
        return self._document.large.shown_book() if self._document else _NO_TUNES

    @property
    def document_key(self) -> int:
        """Tells one document from another; 0 for none."""
        return self._document.key if self._document else 0

    def caret(self) -> int:
        """Return the caret's offset."""
        return to_offset(self.text(), self.textCursor().position())

    def selection(self) -> Span:
        """Return what is selected, or the caret as an empty span."""
        cursor, text = self.textCursor(), self.text()
        return Span(
            to_offset(text, cursor.selectionStart()), to_offset(text, cursor.selectionEnd())
        )

    @override
    def undo(self) -> None:
        """Undo the last change; what was selected before it is selected again."""
        if self.can_edit and self.document().isUndoAvailable():
            self.large.undo()

    @override
    def redo(self) -> None:
        """Make the last change again; the caret goes where the change had put it."""
        if self.can_edit and self.document().isRedoAvailable():
            self.large.redo()

    def select(self, span: Span, *, focus: bool = False) -> None:
        """Select characters and bring them into sight."""
        text = self.text()
        self._set_cursor(to_position(text, span.start), to_position(text, span.end))
        self.ensureCursorVisible()
        if self._document is not None:
            self._document.redo_places.remember(span)
        if focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_key_taker(self, taker: KeyTaker) -> None:
        """Let a filter take keys before the editor; the newest one is called first."""
        self._key_takers.insert(0, taker)

    @property
    def can_edit(self) -> bool:
        """Whether the text may be changed now."""
        return self._document is not None and not self.isReadOnly()

    @override
    def event(self, event: QEvent) -> bool:
        """Explain what is under the mouse, and let others take keys first."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            offset = self.offset_under(self.viewport().mapFrom(self, event.pos()))
            words = self.tooltip_at(offset) if offset is not None else ""
            QToolTip.showText(event.globalPos(), tooltip(words), self)
            return True
        if isinstance(event, QKeyEvent) and event.type() in _KEY_PRESSES:
            if self.large.keeps(event):
                event.accept()
                return True
            taker = next((one for one in self._key_takers if one.wants_key(event)), None)
            if taker is not None:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    taker.take_key(event)
                return True
        return super().event(event)

    def offset_under(self, point: QPoint) -> int | None:
        """Return the character under a point of the viewport, None beside the text."""
        cursor = self.cursorForPosition(point)
        gap = self.cursorRect(cursor)
        is_left = point.x() < gap.left()
        if not gap.top() <= point.y() <= gap.bottom() or (cursor.atBlockStart() and is_left):
            return None
        if cursor.atBlockEnd() and not is_left and point.x() > gap.right():
            return None
        return to_offset(self.text(), cursor.position() - is_left)

    def tooltip_at(self, offset: int) -> str:
        """Return what is wrong at a place and what stands there."""
        explained = self._explain(offset) if self._explain is not None else ""
        return in_lines(self.marks.sentence_at(offset), explained)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what was typed, once it is in the text."""
        before = self.document().revision()
        with self.fold.stepping(event.key()):
            if event.matches(QKeySequence.StandardKey.Undo):
                self.undo()
            elif event.matches(QKeySequence.StandardKey.Redo):
                self.redo()
            else:
                super().keyPressEvent(event)
        if self.document().revision() != before:
            words = event.text()
            self.typed.emit(words if words.isprintable() else "")

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Tell what an input method has written."""
        super().inputMethodEvent(event)
        if event.commitString():
            self.typed.emit(event.commitString())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def place(self) -> tuple[int, int]:
        """Return the line and the column of the caret, both counted from one."""
        cursor = self.textCursor()
        column = cursor.positionInBlock()
        if wide_places(self.text()):
            column = to_offset(cursor.block().text(), column)
        return cursor.blockNumber() + 1, column + 1

    @override
    def paint_sign(self, painter: QPainter, block: QTextBlock, place: QRect) -> None:
        self.fold.paint_sign(painter, block, place)

    @override
    def on_number_clicked(self, block: QTextBlock) -> None:
        self.fold.toggle_at(block)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        block = self.fold.block_of_words(event.position().toPoint())
        if block is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        else:
            self.fold.toggle_at(block)

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._color_lines is not None:
            # The lines in sight, and only these.
            count = self.viewport().height() // max(1, self.fontMetrics().lineSpacing()) + 2
            self._color_lines(self.firstVisibleBlock(), count)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        self.fold.paint(painter)
        painter.end()

    def is_following(self) -> bool:
        """Return whether the last line is in sight, so that arriving text should be too."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - 1

    def scroll_to_end(self) -> None:
        """Bring the last line into sight."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _set_cursor(self, anchor: int, position: int) -> None:
        last = max(0, self.document().characterCount() - 1)
        cursor = self.textCursor()
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _on_cursor_position_changed(self) -> None:
        if self.large.is_busy:
            return
        self.marks.show()
        self.caret_moved.emit(self.caret())
