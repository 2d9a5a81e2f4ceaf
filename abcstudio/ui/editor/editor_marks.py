"""What is lit or underlined in the editor, built when it changes and not at each caret move."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.spans import Span
from abcstudio.ui.documents.editor_text import to_positions
from abcstudio.ui.look.theme import Colors

Selections = list[QTextEdit.ExtraSelection]
KINDS = ("tints", "tried", "found", "sounding", "problems", "brackets")
"""The marks besides the caret's line, the later over the earlier."""


@dataclass(frozen=True, slots=True)
class ProblemMark:
    """A problem's place in the document and how much it matters ("error", "warning", "hint").

    Attributes:
        fix: What fixes it, with its place in the document, if that is known.
        code: What kind of problem it is.
    """

    span: Span
    severity: str
    sentence: str
    fix: Fix | None = None
    code: str = ""

    @property
    def has_sure_fix(self) -> bool:
        """Whether its fix is no guess."""
        return self.fix is not None and not self.fix.is_guess


class EditorMarks:
    """Holds the marks of each kind and gives them to the editor together.

    Their cursors follow the text by themselves while it is edited.

    Args of the constructor:
        text: Gives the document's text.

    Attributes:
        sounding: The notes that sound now.
    """

    def __init__(self, editor: QPlainTextEdit, colors: Colors, text: Callable[[], str]) -> None:
        self._editor = editor
        self._text = text
        self._marks: dict[str, Selections] = {kind: [] for kind in KINDS}
        self._problems: tuple[ProblemMark, ...] = ()
        self.sounding: tuple[Span, ...] = ()
        self._tried: tuple[Span, ...] = ()
        self._found: tuple[Span, ...] = ()
        self._brackets: tuple[Span, ...] = ()
        self._brackets_are_whole = True
        self._make_styles(colors)

    @property
    def tried_color(self) -> QColor:
        """The ground of what is only tried out."""
        return self._tried_style.background().color()

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._make_styles(colors)
        self._set("problems", self._waved())
        self._set("tried", _with_style(self._tried, self._tried_style))
        self._set("found", _with_style(self._found, self._found_style))
        self._set("sounding", _with_style(self.sounding, self._sounding_style))
        self._set("brackets", _with_style(self._brackets, self._bracket_style()))
        self.show()

    def _make_styles(self, colors: Colors) -> None:
        self._tried_style = _ground(QColor(colors.accent_soft))
        self._found_style = _ground(_blend(colors.warning, colors.base, 0.30))
        self._sounding_style = _ground(_blend(colors.accent, colors.base, 0.32))
        self._partner = _ground(QColor(colors.accent_soft))
        self._partner.setForeground(QColor(colors.accent))
        self._lonely = _ground(_blend(colors.error, colors.base, 0.25))
        self._lonely.setForeground(QColor(colors.error))
        self._line = _ground(QColor(colors.raised))
        self._line.setProperty(QTextFormat.Property.FullWidthSelection, True)
        severities = {"error": colors.error, "warning": colors.warning, "hint": colors.muted}
        self._waves = {name: _wave(color) for name, color in severities.items()}

    def set_problems(self, problems: Sequence[ProblemMark]) -> None:
        """Underline problems."""
        self._problems = tuple(problems)
        self._set_and_show("problems", self._waved())

    def set_sounding(self, spans: Collection[Span]) -> None:
        """Light the notes that sound now."""
        sounding = tuple(sorted(spans))
        if sounding != self.sounding:
            self.sounding = sounding
            self._set_and_show("sounding", _with_style(sounding, self._sounding_style))

    def set_found(self, spans: Sequence[Span]) -> None:
        """Light what a search found."""
        self._found = tuple(spans)
        self._set_and_show("found", _with_style(self._found, self._found_style))

    def set_tints(self, places: Iterable[tuple[Span, QTextCharFormat]]) -> None:
        """Lay grounds under everything else."""
        self._set_and_show("tints", places)

    def set_tried(self, spans: Sequence[Span]) -> None:
        """Light what is only tried out."""
        self._tried = tuple(spans)
        self._set_and_show("tried", _with_style(self._tried, self._tried_style))

    def set_brackets(self, spans: Sequence[Span], *, are_whole: bool = True) -> None:
        """Light signs that belong together, or one whose partner is missing."""
        self._brackets, self._brackets_are_whole = tuple(spans), are_whole
        self._set_and_show("brackets", _with_style(self._brackets, self._bracket_style()))

    def sentence_at(self, offset: int) -> str:
        """Return what is said about the problem at a place, "" where there is none."""
        for problem in self._problems:
            if problem.span.start <= offset < max(problem.span.end, problem.span.start + 1):
                return problem.sentence
        return ""

    def clear(self) -> None:
        """Forget all marks: another document is shown."""
        self._problems = self.sounding = self._tried = self._found = self._brackets = ()
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

    def _waved(self) -> Iterable[tuple[Span, QTextCharFormat]]:
        hint = self._waves["hint"]
        return ((each.span, self._waves.get(each.severity, hint)) for each in self._problems)

    def _bracket_style(self) -> QTextCharFormat:
        return self._partner if self._brackets_are_whole else self._lonely

    def _set_and_show(self, kind: str, places: Iterable[tuple[Span, QTextCharFormat]]) -> None:
        if self._set(kind, places):
            self.show()

    def _set(self, kind: str, places: Iterable[tuple[Span, QTextCharFormat]]) -> bool:
        """Take the marks of one kind; return whether anything may look different."""
        position = to_positions(self._text())
        marks = [self._mark(span, style, position) for span, style in places]
        changed = bool(marks or self._marks[kind])
        self._marks[kind] = marks
        return changed

    def _mark(
        self, span: Span, style: QTextCharFormat, position: Callable[[int], int]
    ) -> QTextEdit.ExtraSelection:
        document = self._editor.document()
        cursor = QTextCursor(document)
        last = max(0, document.characterCount() - 1)
        cursor.setPosition(min(position(span.start), last))
        # An empty place shows as its next character.
        end = max(span.end, span.start + 1)
        cursor.setPosition(min(position(end), last), QTextCursor.MoveMode.KeepAnchor)
        return _selection(cursor, style)


def _with_style(
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
