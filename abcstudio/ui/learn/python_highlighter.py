"""Syntax colours for the Python of a cell."""

import builtins
import keyword
import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from abcstudio.ui.look.theme import Colors

_LONGEST_COLORED = 4000
_TOKEN = re.compile(
    r"""(?P<triple>\b[rbfRBF]{0,2}(?:\"{3}|'{3})|\"{3}|'{3})
    |(?P<string>(?:\b[rbfuRBFU]{1,2})?(?:"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?))
    |(?P<comment>\#.*)
    |(?P<gap>\.\.\.)
    |(?P<number>\b(?:0[xobXOB][\da-fA-F_]+|\d[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?\d+)?j?))
    |(?P<decorator>^\s*@[\w.]+)
    |(?P<word>[^\W\d]\w*)""",
    re.VERBOSE,
)
_TODO = re.compile(r"\bTODO\b")
_NAMING = re.compile(r"\b(?:def|class)\s+$")
_KEYWORDS = frozenset(keyword.kwlist)
_BUILTINS = frozenset(name for name in dir(builtins) if not name.startswith("_")) | {"self"}
# The states of a line: what it ends inside of.
_NONE, _DOUBLE, _SINGLE = -1, 1, 2
_QUOTES = {_DOUBLE: '"""', _SINGLE: "'''"}


class PythonHighlighter(QSyntaxHighlighter):
    """Colours the lines of a document as they change; gaps and their TODO stand out."""

    def __init__(self, document: QTextDocument, colors: Colors) -> None:
        super().__init__(document)
        self._formats = _formats(colors)

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._formats = _formats(colors)
        self.rehighlight()

    @override
    def highlightBlock(self, text: str) -> None:
        self.setCurrentBlockState(_NONE)
        if len(text) > _LONGEST_COLORED:
            return
        place = self._end_of_text(text, 0, self.previousBlockState())
        while match := _TOKEN.search(text, place):
            kind = match.lastgroup or ""
            if kind == "triple":
                state = _DOUBLE if match[0].endswith('"') else _SINGLE
                place = self._end_of_text(text, match.start(), state, match.end())
                continue
            self._color(text, match.start(), match.end(), self._kind(text, match, kind))
            if kind == "comment":
                for todo in _TODO.finditer(text, match.start()):
                    self._color(text, todo.start(), todo.end(), "todo")
            place = match.end()

    def _kind(self, text: str, match: re.Match[str], kind: str) -> str:
        if kind != "word":
            return kind
        if match[0] in _KEYWORDS:
            return "keyword"
        if _NAMING.search(text, 0, match.start()):
            return "name"
        is_attribute = text[: match.start()].endswith(".")
        return "builtin" if match[0] in _BUILTINS and not is_attribute else ""

    def _end_of_text(self, text: str, start: int, state: int, after: int = 0) -> int:
        """Colour a text in triple quotes from a place on; return where it ends in this line."""
        if state not in _QUOTES:
            return start
        end = text.find(_QUOTES[state], after)
        stop = len(text) if end < 0 else end + 3
        self._color(text, start, stop, "string")
        if end < 0:
            self.setCurrentBlockState(state)
        return stop

    def _color(self, text: str, start: int, end: int, kind: str) -> None:
        if kind in self._formats:
            begin = _units(text[:start])
            self.setFormat(begin, _units(text[start:end]), self._formats[kind])


def _units(text: str) -> int:
    """Return how many of the units that Qt counts a text has."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _formats(colors: Colors) -> dict[str, QTextCharFormat]:
    gap = _format(colors.text, is_bold=True)
    gap.setBackground(QColor(colors.accent_soft))
    return {
        "keyword": _format(colors.syntax_decoration),
        "builtin": _format(colors.syntax_chord),
        "name": _format(colors.text, is_bold=True),
        "decorator": _format(colors.syntax_chord),
        "string": _format(colors.syntax_bar),
        "number": _format(colors.syntax_field),
        "comment": _format(colors.syntax_comment),
        "todo": _format(colors.accent, is_bold=True),
        "gap": gap,
    }


def _format(color: str, *, is_bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(color))
    if is_bold:
        made.setFontWeight(QFont.Weight.Bold)
    return made
