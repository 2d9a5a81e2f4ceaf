"""Syntax colours for ABC text, from the lexer's tokens, for the lines that are seen."""

import itertools

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
)

from abcstudio.composing.provenance import DIRECTIVE
from abcstudio.notation.lexing.lexer import TokenKind, tokenize
from abcstudio.ui.documents.editor_text import to_position
from abcstudio.ui.look.theme import Colors

MAX_COLORED = 10_000
"""Characters of a line up to which it is coloured; no line of music is a tenth as long."""

_COLORED_AT_ONCE = 60
# Lines above one that are looked at for what it is: those of a long tune.
_LOOKS_BACK = 3000
# In a line's state: the state after it, whether it is coloured, and in the scheme of which age.
_STATE, _COLORED, _AGE_AT = 3, 4, 3
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
# Of all highlighters: a document that another window takes over has lines that were coloured here.
_ages = itertools.count(1)
_DOUBTFUL = {TokenKind.UNKNOWN, TokenKind.UNCLOSED_QUOTE}


class AbcHighlighter(QObject):
    """Colours the ABC of one document: what has changed, and what is about to be visible.

    While the document is not in the editor, what changes is coloured when it is seen again.

    Not a `QSyntaxHighlighter`, which goes through all of a text when it is opened: a tunebook of a
    megabyte took it seconds. Each line remembers whether it is coloured, and the state after it.

    Attributes:
        colored: How many lines have been coloured: what the colours have cost.

    Signals:
        outdated: Lines that are coloured may have to look otherwise: those in sight are to be
            coloured again.
    """

    outdated = Signal()

    def __init__(self, document: QTextDocument, colors: Colors) -> None:
        super().__init__(document)
        self.colored = 0
        self._is_in_sight = True
        self._document: QTextDocument | None = document
        self._formats = _formats(colors)
        self._age = next(_ages)
        self._line_count = document.blockCount()
        document.contentsChange.connect(self._on_contents_change)

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme; lines take them when they are shown."""
        self._formats = _formats(colors)
        self._age = next(_ages)
        self.outdated.emit()

    def stop(self) -> None:
        """Colour nothing more: the document goes."""
        if self._document is not None:
            self._document.contentsChange.disconnect(self._on_contents_change)
            self._document = None

    def set_in_sight(self, is_in_sight: bool) -> None:
        """Colour what changes at once, or only when it is seen again."""
        self._is_in_sight = is_in_sight

    def color_lines(self, first: QTextBlock, count: int) -> None:
        """Colour some lines that are not coloured yet."""
        block, state = first, -1
        while count > 0 and block.isValid():
            count -= block.isVisible()
            if self._is_colored(block):
                state = block.userState() & _STATE
            else:
                state = self._color(block, self._state_before(block) if state < 0 else state)
            block = block.next()

    def _on_contents_change(self, place: int, _removed: int, added: int) -> None:
        document = self._document
        if document is None:
            return
        if not self._is_in_sight:
            self._line_count = document.blockCount()
            self._age += 1
            return
        block, last = document.findBlock(place), document.findBlock(place + added)
        if not last.isValid():
            # Qt counts the end of the last line, where no line is.
            last = document.lastBlock()
        is_alike = self._line_count == document.blockCount()
        self._line_count = document.blockCount()
        before, state = -1, self._state_before(block)
        for _ in range(_COLORED_AT_ONCE):
            if not block.isValid():
                break
            before = block.userState()
            state = self._color(block, state)
            if block == last:
                break
            block = block.next()
        if not (is_alike and block == last and before >= 0 and before & _STATE == state):
            # The lines below may mean something else now.
            self._age += 1
            self.outdated.emit()

    def _is_colored(self, block: QTextBlock) -> bool:
        found = block.userState()
        return found >= 0 and found >> _AGE_AT == self._age and bool(found & _COLORED)

    def _state_before(self, block: QTextBlock) -> int:
        """Return the state that a line begins in, from what is known or stands above it."""
        passed: list[QTextBlock] = []
        state = _BODY
        for _ in range(_LOOKS_BACK):
            block = block.previous()
            if not block.isValid():
                state = _START
                break
            found = block.userState()
            if found >= 0 and found >> _AGE_AT == self._age:
                state = found & _STATE
                break
            passed.append(block)
            if block.text().startswith("X:"):
                # Whatever stands above it.
                break
        for above in reversed(passed):
            state = _state_after(above.text(), state)
            above.setUserState(self._age << _AGE_AT | state)
        return state

    def _color(self, block: QTextBlock, state: int) -> int:
        """Colour one line that begins in a state; return the state after it."""
        text = block.text()
        after = _state_after(text, state)
        self.colored += 1
        ranges = self._ranges(text, state) if len(text) <= MAX_COLORED else []
        layout = block.layout()
        typed = len(layout.preeditAreaText())
        if typed:
            ranges = _around(ranges, layout.preeditAreaPosition(), typed, layout.formats())
        if ranges or layout.formats():
            layout.setFormats(ranges)
            assert self._document is not None
            self._document.markContentsDirty(block.position(), block.length())
        block.setUserState(self._age << _AGE_AT | _COLORED | after)
        return after

    def _ranges(self, text: str, state: int) -> list[QTextLayout.FormatRange]:
        context = _CONTEXTS[state]
        ranges = []
        if text.startswith(DIRECTIVE):
            # Not for the reader of the music.
            return [_range(0, len(text), self._formats[TokenKind.REST])]
        for token in tokenize(context + text):
            start = token.span.start - len(context)
            style = self._formats.get(token.kind) if start >= 0 else None
            if style is not None:
                begin = to_position(text, start)
                end = to_position(text, token.span.end - len(context))
                ranges.append(_range(begin, end - begin, style))
        return ranges


def _range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, style
    return made


def _around(
    ranges: list[QTextLayout.FormatRange],
    place: int,
    typed: int,
    known: list[QTextLayout.FormatRange],
) -> list[QTextLayout.FormatRange]:
    """Make room for what an input method shows before it is text, and keep its own look."""
    own = [
        each for each in known if place <= each.start and each.start + each.length <= place + typed
    ]
    for each in ranges:
        if each.start >= place:
            each.start += typed
        elif each.start + each.length > place:
            each.length += typed
    return ranges + own


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
