"""The ABC editor: line numbers, problems underlined, sounding and chosen notes lit."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget
from typing_extensions import override

from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.spans import Span
from abcstudio.ui.document import Document
from abcstudio.ui.editor_text import to_offset, to_position
from abcstudio.ui.theme import Colors, editor_font
from abcstudio.ui.widgets.line_numbers import NumberedTextEdit


@dataclass(frozen=True, slots=True)
class ProblemMark:
    """A problem's place in the document and how much it matters ("error", "warning", "hint").

    Attributes:
        fix: What mends it, with its place in the document, if that is known.
    """

    span: Span
    severity: str
    sentence: str
    fix: Fix | None = None


class AbcEditor(NumberedTextEdit):
    """An editor for ABC text. All offsets are characters of the document's text.

    Signals:
        caret_moved: The caret stands elsewhere. Carries its offset.
        text_edited: The text changed by whatever means.
    """

    caret_moved = Signal(int)
    text_edited = Signal()

    def __init__(self, colors: Colors, parent: QWidget | None = None) -> None:
        super().__init__(colors, parent)
        self._colors = colors
        self._document: Document | None = None
        self._problems: tuple[ProblemMark, ...] = ()
        self._sounding: tuple[Span, ...] = ()
        self._found: tuple[Span, ...] = ()
        self._cursors: dict[int, tuple[int, int, int]] = {}
        self.setFont(editor_font())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("ABC text"))
        self.cursorPositionChanged.connect(self._on_cursor_position_changed)
        self._show_marks()

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self.set_number_colors(colors)
        self._show_marks()

    def show_document(self, document: Document) -> None:
        """Show another document; caret and place come back when it is shown again."""
        if self._document is not None:
            self._document.edited.disconnect(self.text_edited)
            cursor = self.textCursor()
            place = (cursor.anchor(), cursor.position(), self.verticalScrollBar().value())
            self._cursors[self._document.key] = place
        self._document = document
        self._problems = self._sounding = self._found = ()
        font = self.font()
        document.text_document.setDefaultFont(font)
        self.setDocument(document.text_document)
        self.update_number_width()
        self.setReadOnly(document.is_drawing)
        document.edited.connect(self.text_edited)
        anchor, position, scroll = self._cursors.get(document.key, (0, 0, 0))
        self._set_cursor(anchor, position)
        self.verticalScrollBar().setValue(scroll)
        self._show_marks()

    def forget(self, document: Document) -> None:
        """Forget where the caret stood in a document that is gone."""
        self._cursors.pop(document.key, None)

    def text(self) -> str:
        """Return the document's text."""
        return self._document.text() if self._document else ""

    def caret(self) -> int:
        """Return the caret's offset."""
        return to_offset(self.text(), self.textCursor().position())

    def selection(self) -> Span:
        """Return what is selected, or the caret as an empty span."""
        cursor, text = self.textCursor(), self.text()
        return Span(
            to_offset(text, cursor.selectionStart()), to_offset(text, cursor.selectionEnd())
        )

    def select(self, span: Span, *, focus: bool = False) -> None:
        """Select characters and bring them into sight."""
        text = self.text()
        self._set_cursor(to_position(text, span.start), to_position(text, span.end))
        self.ensureCursorVisible()
        if focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_problems(self, problems: Sequence[ProblemMark]) -> None:
        """Underline problems."""
        self._problems = tuple(problems)
        self._show_marks()

    def set_sounding(self, spans: Collection[Span]) -> None:
        """Light the notes that sound now."""
        sounding = tuple(sorted(spans))
        if sounding != self._sounding:
            self._sounding = sounding
            self._show_marks()

    def set_found(self, spans: Sequence[Span]) -> None:
        """Light what a search found."""
        self._found = tuple(spans)
        self._show_marks()

    def sentence_at(self, offset: int) -> str:
        """Return what is said about the problem at a place, "" where there is none."""
        for problem in self._problems:
            if problem.span.start <= offset < max(problem.span.end, problem.span.start + 1):
                return problem.sentence
        return ""

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, but no files: the window opens these instead of writing their addresses."""
        return super().canInsertFromMimeData(source) and not source.hasUrls()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the characters as they are: Qt would put blanks and line ends for rare ones."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data

    @override
    def event(self, event: QEvent) -> bool:
        """Explain a problem under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.viewport().mapFrom(self, event.pos())
            offset = to_offset(self.text(), self.cursorForPosition(place).position())
            QToolTip.showText(event.globalPos(), self.sentence_at(offset), self)
            return True
        return super().event(event)

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
        self._show_marks()
        self.caret_moved.emit(self.caret())

    def _show_marks(self) -> None:
        text = self.text()
        marks = [self._current_line_mark()]
        found, sounding = QTextCharFormat(), QTextCharFormat()
        found.setBackground(_blend(self._colors.warning, self._colors.base, 0.30))
        sounding.setBackground(_blend(self._colors.accent, self._colors.base, 0.32))
        marks += [self._mark(span, found, text) for span in self._found]
        marks += [self._mark(span, sounding, text) for span in self._sounding]
        for problem in self._problems:
            marks.append(self._mark(problem.span, self._problem_format(problem), text))
        self.setExtraSelections(marks)

    def _current_line_mark(self) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        line = QTextCharFormat()
        line.setBackground(QColor(self._colors.raised))
        line.setProperty(QTextFormat.Property.FullWidthSelection, True)
        cursor = self.textCursor()
        cursor.clearSelection()
        _fill(mark, cursor, line)
        return mark

    def _mark(self, span: Span, style: QTextCharFormat, text: str) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        last = max(0, self.document().characterCount() - 1)
        cursor.setPosition(min(to_position(text, span.start), last))
        # An empty place shows as its next character.
        end = max(span.end, span.start + 1)
        cursor.setPosition(min(to_position(text, end), last), QTextCursor.MoveMode.KeepAnchor)
        _fill(mark, cursor, style)
        return mark

    def _problem_format(self, problem: ProblemMark) -> QTextCharFormat:
        color = {"error": self._colors.error, "warning": self._colors.warning}
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        style.setUnderlineColor(QColor(color.get(problem.severity, self._colors.muted)))
        return style


def _fill(mark: QTextEdit.ExtraSelection, cursor: QTextCursor, style: QTextCharFormat) -> None:
    mark.cursor = cursor
    mark.format = style


def _blend(color: str, ground: str, share: float) -> QColor:
    one, two = QColor(color), QColor(ground)
    pairs = ((one.red(), two.red()), (one.green(), two.green()), (one.blue(), two.blue()))
    return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs))
