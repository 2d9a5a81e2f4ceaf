"""Which signs belong together: brackets, quotes, repeats with their endings."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from abcstudio.notation.lexing.lexer import TokenKind, music_matches
from abcstudio.notation.lexing.lines import LineKind, scan_lines
from abcstudio.notation.spans import Span
from abcstudio.notation.values.bar_lines import read_bar_line

_OPENING = {
    TokenKind.CHORD_START: TokenKind.CHORD_END,
    TokenKind.GRACE_START: TokenKind.GRACE_END,
    TokenKind.SLUR_START: TokenKind.SLUR_END,
}
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}
_SECTION_STYLES = ("double", "thin-thick", "thick-thin")
_AROUND = (TokenKind.QUOTED, TokenKind.DECORATION, TokenKind.INLINE_FIELD)


@dataclass(frozen=True, slots=True)
class BracketGroup:
    """Signs that belong together.

    Attributes:
        spans: In the order of the text: two brackets, or a repeat's start, endings and ends.
        is_whole: No partner is missing.
    """

    spans: tuple[Span, ...]
    is_whole: bool = True


def brackets_at(text: str, offset: int) -> BracketGroup | None:
    """Return the group of the sign that a place is before, in or right after; None for none.

    Of two signs that meet there, the one after the place counts.
    """
    signs = _signs(text)
    index = bisect_right(signs, offset, key=lambda sign: sign[0].start) - 1
    for place in (index, index - 1):
        if place >= 0 and signs[place][0].start <= offset <= signs[place][0].end:
            return signs[place][1]
    return None


def partner_of(group: BracketGroup, offset: int) -> Span | None:
    """Return the next sign of a group from a place in one of them; after the last, the first."""
    if len(group.spans) < 2:
        return None
    inside = [i for i, span in enumerate(group.spans) if span.start <= offset <= span.end]
    return group.spans[((inside[-1] if inside else -1) + 1) % len(group.spans)]


@lru_cache(maxsize=4)
def _signs(text: str) -> tuple[tuple[Span, BracketGroup], ...]:
    """Return every sign that has partners, in the order of the text, with its group."""
    pairs = _Pairs()
    for line in scan_lines(text):
        if line.kind is LineKind.BLANK:
            pairs.end_tune()
        elif line.kind is LineKind.FIELD:
            pairs.take_field(line.letter, text[line.value_start : line.content_end])
        elif line.kind is LineKind.MUSIC:
            for kind, start, end in _line_signs(text[line.start : line.content_end]):
                span = Span(line.start + start, line.start + end)
                pairs.take(kind, span, span.of(text))
            pairs.end_line()
    pairs.end_tune()
    groups = pairs.groups
    return tuple(sorted(((span, group) for group in groups for span in group.spans),
                        key=lambda sign: sign[0]))  # fmt: skip


@lru_cache(maxsize=4096)
def _line_signs(music: str) -> tuple[tuple[TokenKind, int, int], ...]:
    """Return the signs of a line of music that can have partners; a line is read once."""
    wanted = {
        *_OPENING, *_CLOSING, *_AROUND, TokenKind.BAR_LINE, TokenKind.VARIANT_ENDING,
        TokenKind.UNCLOSED_QUOTE,
    }  # fmt: skip
    return tuple(
        (TokenKind(kind), match.start(), match.end())
        for kind, match in music_matches(music, 0, len(music))
        if kind in wanted
    )


@dataclass
class _Open:
    """What is open in one voice."""

    slurs: list[Span] = field(default_factory=list)
    repeat: list[Span] = field(default_factory=list)
    has_start: bool = False
    has_end: bool = False
    awaits_end: bool = False


class _Pairs:
    """Finds the partners while the signs come one after the other."""

    def __init__(self) -> None:
        self.groups: list[BracketGroup] = []
        self._voices: dict[str, _Open] = {}
        self._voice = ""
        self._within: dict[TokenKind, list[Span]] = {}

    def take(self, kind: TokenKind, span: Span, written: str) -> None:
        """Take the next sign."""
        if kind in _AROUND:
            self._take_around(kind, span, written)
        elif kind is TokenKind.UNCLOSED_QUOTE:
            self.groups.append(BracketGroup((Span(span.start, span.start + 1),), is_whole=False))
        elif kind in _OPENING:
            self._stack(kind).append(span)
        elif kind in _CLOSING:
            stack = self._stack(_CLOSING[kind])
            spans = (stack.pop(), span) if stack else (span,)
            self._add(spans, is_whole=len(spans) == 2)
        else:
            self._take_bar(kind, span, written)

    def take_field(self, letter: str, value: str) -> None:
        """Follow a change of voice."""
        if letter == "V" and (words := value.split()):
            self._voice = words[0]

    def end_line(self) -> None:
        """Chords and grace notes end with their line."""
        for spans in self._within.values():
            for span in spans:
                self._add((span,), is_whole=False)
        self._within.clear()

    def end_tune(self) -> None:
        """Nothing goes on into the next tune."""
        for voice in self._voices.values():
            for span in voice.slurs:
                self._add((span,), is_whole=False)
            self._end_repeat(voice)
        self._voices.clear()
        self._voice = ""

    def _add(self, spans: tuple[Span, ...], *, is_whole: bool) -> None:
        self.groups.append(BracketGroup(spans, is_whole))

    def _stack(self, opening: TokenKind) -> list[Span]:
        if opening is TokenKind.SLUR_START:
            return self._open.slurs
        return self._within.setdefault(opening, [])

    @property
    def _open(self) -> _Open:
        return self._voices.setdefault(self._voice, _Open())

    def _take_around(self, kind: TokenKind, span: Span, written: str) -> None:
        """Take a token that has its brackets within itself."""
        if kind is TokenKind.INLINE_FIELD:
            self.take_field(written[1], written[3:-1])
        if len(written) > 1:
            ends = (Span(span.start, span.start + 1), Span(span.end - 1, span.end))
            self._add(ends, is_whole=True)

    def _take_bar(self, kind: TokenKind, span: Span, written: str) -> None:
        voice = self._open
        if kind is TokenKind.VARIANT_ENDING:
            voice.repeat.append(span)
            voice.awaits_end = True
            return
        style, closes, opens = read_bar_line(written)
        if closes:
            if voice.has_end and not voice.awaits_end:
                self._end_repeat(voice)
            voice.repeat.append(span)
            voice.has_end, voice.awaits_end = True, False
        if opens:
            self._end_repeat(voice)
            voice.repeat, voice.has_start = [span], True
        elif not closes and voice.has_end and style in _SECTION_STYLES:
            # The last ending ends without a repeat.
            self._end_repeat(voice)

    def _end_repeat(self, voice: _Open) -> None:
        """Put a repeat together: it is whole when it ends, and its start may go without saying."""
        if voice.repeat:
            is_whole = voice.has_end or not voice.has_start
            self._add(tuple(voice.repeat), is_whole=is_whole)
        voice.repeat = []
        voice.has_start = voice.has_end = voice.awaits_end = False
