"""Syntax colours for ABC text, from the lexer's tokens, one line at a time."""

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from abcstudio.composing.provenance import DIRECTIVE
from abcstudio.notation.lexer import TokenKind, tokenize
from abcstudio.ui.editor_text import to_position
from abcstudio.ui.theme import Colors

# What a line needs before it to be read as it is read in its place.
_START, _FREE, _HEADER, _BODY = 0, 1, 2, 3
_CONTEXTS = {_START: "", _FREE: "X:1\n\n", _HEADER: "X:1\n", _BODY: "X:1\nK:C\n"}

_BAR = {TokenKind.BAR_LINE, TokenKind.VARIANT_ENDING, TokenKind.OVERLAY, TokenKind.SCORE_BREAK}
_DECORATION = {
    TokenKind.DECORATION,
    TokenKind.GRACE_START,
    TokenKind.GRACE_END,
    TokenKind.SLUR_START,
    TokenKind.SLUR_END,
    TokenKind.TUPLET,
    TokenKind.BROKEN_RHYTHM,
    TokenKind.TIE,
}
_COMMENT = {TokenKind.COMMENT, TokenKind.DIRECTIVE, TokenKind.TEXT}
_CHORD = {TokenKind.QUOTED, TokenKind.CHORD_START, TokenKind.CHORD_END, TokenKind.INLINE_FIELD}
_DOUBTFUL = {TokenKind.UNKNOWN, TokenKind.UNCLOSED_QUOTE}


class AbcHighlighter(QSyntaxHighlighter):
    """Colours the ABC of one document."""

    def __init__(self, document: QTextDocument, colors: Colors) -> None:
        super().__init__(document)
        self._formats = _formats(colors)

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._formats = _formats(colors)
        self.rehighlight()

    @override
    def highlightBlock(self, text: str) -> None:
        state = max(self.previousBlockState(), _START)
        if text.startswith(DIRECTIVE):
            # Not for the reader of the music.
            self.setFormat(0, len(text), self._formats[TokenKind.REST])
            self.setCurrentBlockState(state)
            return
        context = _CONTEXTS[state]
        for token in tokenize(context + text):
            start = token.span.start - len(context)
            if start < 0:
                continue
            style = self._formats.get(token.kind)
            if style is not None:
                begin = to_position(text, start)
                self.setFormat(
                    begin, to_position(text, token.span.end - len(context)) - begin, style
                )
        self.setCurrentBlockState(_state_after(text, state))


def _state_after(line: str, state: int) -> int:
    """Return the state that the next line begins in."""
    stripped = line.strip()
    if not stripped:
        return state if state == _START else _FREE
    if stripped.startswith("%"):
        return state
    letter = stripped[0] if stripped[1:].lstrip().startswith(":") else ""
    if state == _BODY:
        return _HEADER if line.startswith("X:") else _BODY
    if letter == "K":
        return _BODY
    if letter == "X" or (letter.isalpha() and state != _HEADER):
        return _HEADER
    return _BODY if state in (_START, _HEADER) and not letter else state


def _formats(colors: Colors) -> dict[TokenKind, QTextCharFormat]:
    named = {
        TokenKind.FIELD_NAME: _format(colors.syntax_field, bold=True),
        TokenKind.REST: _format(colors.muted),
        TokenKind.MEASURE_REST: _format(colors.muted),
        TokenKind.SPACER: _format(colors.muted),
        TokenKind.NOTE: _format(colors.syntax_note),
    }
    for kinds, color in (
        (_BAR, colors.syntax_bar),
        (_DECORATION, colors.syntax_decoration),
        (_COMMENT, colors.syntax_comment),
        (_CHORD, colors.syntax_chord),
        (_DOUBTFUL, colors.error),
    ):
        named |= {kind: _format(color) for kind in kinds}
    return named


def _format(color: str, *, bold: bool = False) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setForeground(QColor(color))
    if bold:
        style.setFontWeight(QFont.Weight.DemiBold)
    return style
