"""What is lit or underlined in the editor, built when it changes and not at each caret move."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from abcstudio.notation.spans import Span
from abcstudio.ui.documents.editor_text import to_position
from abcstudio.ui.look.theme import Colors

Selections = list[QTextEdit.ExtraSelection]
KINDS = ("found", "sounding", "problems", "brackets")
"""The marks besides the caret's line, the later over the earlier."""


class EditorMarks:
    """Holds the marks of each kind and gives them to the editor together.

    Their cursors follow the text by themselves while it is edited.
    """

    def __init__(self, editor: QPlainTextEdit, colors: Colors) -> None:
        self._editor = editor
        self._marks: dict[str, Selections] = {kind: [] for kind in KINDS}
        self._line = QTextCharFormat()
        self.set_colors(colors)

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme for the marks that are set from now on."""
        self.found = _ground(_blend(colors.warning, colors.base, 0.30))
        self.sounding = _ground(_blend(colors.accent, colors.base, 0.32))
        self.partner = _ground(QColor(colors.accent_soft))
        self.partner.setForeground(QColor(colors.accent))
        self.lonely = _ground(_blend(colors.error, colors.base, 0.25))
        self.lonely.setForeground(QColor(colors.error))
        self._line = _ground(QColor(colors.raised))
        self._line.setProperty(QTextFormat.Property.FullWidthSelection, True)
        severities = {"error": colors.error, "warning": colors.warning, "hint": colors.muted}
        self._waves = {name: _wave(color) for name, color in severities.items()}

    def wave(self, severity: str) -> QTextCharFormat:
        """Return the underline of problems that matter so much."""
        return self._waves.get(severity, self._waves["hint"])

    def set(self, kind: str, places: Iterable[tuple[Span, QTextCharFormat]], text: str) -> bool:
        """Take the marks of one kind; return whether anything may look different."""
        marks = [self._mark(span, style, text) for span, style in places]
        changed = bool(marks or self._marks[kind])
        self._marks[kind] = marks
        return changed

    def clear(self) -> None:
        """Forget all marks: another document is shown."""
        for kind in KINDS:
            self._marks[kind] = []

    def show(self) -> None:
        """Give the editor every mark, and light the line of its caret."""
        cursor = self._editor.textCursor()
        cursor.clearSelection()
        marks = [_selection(cursor, self._line)]
        for kind in KINDS:
            marks += self._marks[kind]
        self._editor.setExtraSelections(marks)

    def _mark(self, span: Span, style: QTextCharFormat, text: str) -> QTextEdit.ExtraSelection:
        document = self._editor.document()
        cursor = QTextCursor(document)
        last = max(0, document.characterCount() - 1)
        cursor.setPosition(min(to_position(text, span.start), last))
        # An empty place shows as its next character.
        end = max(span.end, span.start + 1)
        cursor.setPosition(min(to_position(text, end), last), QTextCursor.MoveMode.KeepAnchor)
        return _selection(cursor, style)


def with_style(
    spans: Sequence[Span], style: QTextCharFormat
) -> Iterable[tuple[Span, QTextCharFormat]]:
    """Return places that all look the same."""
    return ((span, style) for span in spans)


def _selection(cursor: QTextCursor, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = cursor
    mark.format = style
    return mark


def _ground(color: QColor) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setBackground(color)
    return style


def _wave(color: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    style.setUnderlineColor(QColor(color))
    return style


def _blend(color: str, ground: str, share: float) -> QColor:
    one, two = QColor(color), QColor(ground)
    pairs = ((one.red(), two.red()), (one.green(), two.green()), (one.blue(), two.blue()))
    return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs))
