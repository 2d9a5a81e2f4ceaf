"""A repeat written out, so that its music can be varied the second time round."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from abcstudio.composing.rewriting.chosen_measures import only_voice
from abcstudio.composing.rewriting.going_on.added import Added
from abcstudio.composing.rewriting.going_on.new_lines import line_end as end_of_lines
from abcstudio.errors import RewritingError
from abcstudio.notation.lexing.lines import LineKind, scan_lines
from abcstudio.notation.measures.measures import Measure
from abcstudio.notation.score import (
    BarLine,
    Chord,
    Element,
    LineBreak,
    Rest,
    Score,
    VariantEnding,
)
from abcstudio.notation.spans import Span

_DOUBLE, _FINAL = "||", "|]"
_UNDER_MUSIC = ("w", "s")
_BLANKS = re.compile(r"[ \t]*")


class _Repeat(NamedTuple):
    """The signs of a repeat, by their places among the elements of a voice.

    Attributes:
        opens: The bar line that opens it; None where the tune or a part begins with it.
        begins: Where its music begins in the text.
        first, second: The signs of its endings; None for none.
        closes: The bar line that ends what is repeated.
        ends: The bar line that ends the second ending, if there is one.
    """

    opens: int | None
    begins: int
    closes: int
    first: int | None = None
    second: int | None = None
    ends: int | None = None


def second_time(score: Score, measures: Sequence[Measure], at: int) -> Added:
    """Return a tune in which a repeat is written out; the music of its second time is to come.

    Args:
        score: The tune.
        measures: Those of its one voice.
        at: The place of one in the repeat.

    Raises:
        RewritingError: There is no repeat that can be written out.
    """
    if any(len(one) > 1 for one in score.field_values("P")):
        raise RewritingError("rewriting.part_order")
    elements = only_voice(score).elements
    repeat = _repeat_around(score, elements, measures[at].span.start)
    if repeat is None:
        raise RewritingError("rewriting.no_repeat", number=measures[at].number)
    if any(
        one.letter in _UNDER_MUSIC and one.span.start > repeat.begins for one in score.body_fields
    ):
        raise RewritingError("rewriting.words_twice")
    return _Unfolding(score, elements, repeat).added()


class _Unfolding:
    """The text of a repeat written out."""

    def __init__(self, score: Score, elements: Sequence[Element], repeat: _Repeat) -> None:
        self._score, self._elements, self._repeat = score, elements, repeat

    def added(self) -> Added:
        """Return the tune with it."""
        text, repeat = self._score.text, self._repeat
        closes = self._elements[repeat.closes].span
        last = self._elements[repeat.closes if repeat.first is None else repeat.first].span
        if repeat.first is not None:
            last = self._bar_before(repeat.first) or last
        music = Span(repeat.begins, last.start)
        copy = _copied(text, music)
        first_ending = ""
        behind = closes.end
        if repeat.first is not None and repeat.second is not None:
            start = _behind_blanks(text, self._elements[repeat.first].span.end)
            first_ending = f"|{text[start : closes.start].rstrip()}"
            behind = _behind_blanks(text, self._elements[repeat.second].span.end)
        begin = text[: self._place_of_opening()] + self._opening()
        once = f"{music.of(text).rstrip()}{first_ending}{_DOUBLE}{end_of_lines(self._score)}"
        new = Span(len(begin) + len(once), len(begin) + len(once) + len(copy))
        old = Span(closes.start, closes.start)
        whole = f"{begin}{once}{copy}{self._end(behind)}"
        return Added(text=whole, old=old, new=new, is_varied=True)

    def _place_of_opening(self) -> int:
        if self._repeat.opens is None:
            return self._repeat.begins
        return self._elements[self._repeat.opens].span.start

    def _opening(self) -> str:
        """Return what stands in place of the bar line that opens the repeat."""
        opens = self._repeat.opens
        if opens is None:
            return ""
        bar_line = self._elements[opens]
        if isinstance(bar_line, BarLine) and bar_line.closes_repeat:
            return ":|"
        before = next((one for one in self._elements[:opens][::-1]
                       if isinstance(one, BarLine | Chord | Rest)), None)  # fmt: skip
        return _DOUBLE if isinstance(before, Chord | Rest) else ""

    def _end(self, behind: int) -> str:
        """Return all that stands behind the music of the second time."""
        text, repeat = self._score.text, self._repeat
        if repeat.second is None:
            return self._closing(repeat.closes) + text[behind:]
        if repeat.ends is None:
            return f"|{text[behind:]}"
        ends = self._elements[repeat.ends]
        assert isinstance(ends, BarLine)
        if not (ends.closes_repeat or ends.opens_repeat):
            return f"|{text[behind:]}"
        ending = text[behind : ends.span.start]
        return f"|{ending}{self._closing(repeat.ends)}{text[ends.span.end :]}"

    def _closing(self, place: int) -> str:
        """Return the bar line that stands in place of one that ended the repeat."""
        bar_line = self._elements[place]
        if isinstance(bar_line, BarLine) and bar_line.opens_repeat:
            return "|:"
        is_last = not any(isinstance(one, Chord | Rest) for one in self._elements[place:])
        return _FINAL if is_last else _DOUBLE

    def _bar_before(self, place: int) -> Span | None:
        """Return where the bar line stands right before the sign of an ending."""
        before = (one for one in self._elements[:place][::-1] if not isinstance(one, LineBreak))
        bar_line = next(before, None)
        return bar_line.span if isinstance(bar_line, BarLine) else None


def _repeat_around(score: Score, elements: Sequence[Element], place: int) -> _Repeat | None:
    """Return the repeat that a place of the text is in; None where it is in none of twice."""
    opens: int | None = None
    begins = max((field.span.end for field in score.fields), default=0)
    first: int | None = None
    for at, one in enumerate(elements):
        if isinstance(one, VariantEnding) and one.passes == (1,):
            first = at
        if not isinstance(one, BarLine):
            continue
        if one.closes_repeat:
            found = _closed(elements, _Repeat(opens, begins, at, first))
            if (_end_of(elements, found) if found else one.span.end) > place:
                return found if begins <= place else None
        if one.opens_repeat:
            opens, first, begins = at, None, one.span.end
        elif one.closes_repeat or (opens is None and _ends_ending(one)):
            opens, first, begins = None, None, one.span.end
    return None


def _closed(elements: Sequence[Element], repeat: _Repeat) -> _Repeat | None:
    """Return a repeat with its second ending; None where it is played more than twice."""
    closes = elements[repeat.closes]
    behind = elements[repeat.closes + 1 : repeat.closes + 2]
    is_ending = bool(behind) and isinstance(behind[0], VariantEnding)
    if not isinstance(closes, BarLine) or closes.closes_repeat != 1:
        return None
    if repeat.first is None or not is_ending:
        return repeat if repeat.first is None and not is_ending else None
    second = repeat.closes + 1
    ends = next((at for at, one in enumerate(elements[second:], start=second)
                 if isinstance(one, BarLine) and _ends_ending(one)), None)  # fmt: skip
    sign = elements[second]
    more = elements[ends + 1 : ends + 2] if ends is not None else ()
    is_plain = isinstance(sign, VariantEnding) and sign.passes == (2,)
    if not is_plain or any(isinstance(one, VariantEnding) for one in more):
        return None
    return repeat._replace(second=second, ends=ends)


def _ends_ending(bar_line: BarLine) -> bool:
    return bool(bar_line.closes_repeat or bar_line.opens_repeat) or bar_line.style != "single"


def _end_of(elements: Sequence[Element], repeat: _Repeat) -> int:
    """Return where a repeat has ended, with its second ending."""
    if repeat.second is None:
        return elements[repeat.closes].span.end
    return elements[-1 if repeat.ends is None else repeat.ends].span.end


def _behind_blanks(text: str, place: int) -> int:
    match = _BLANKS.match(text, place)
    return match.end() if match else place


def _copied(text: str, music: Span) -> str:
    """Return the text of some music without remarks and labels of parts."""
    pieces = []
    for line in scan_lines(text):
        start, end = max(line.start, music.start), min(line.content_end, music.end)
        is_label = line.kind is LineKind.FIELD and line.letter == "P"
        if start < end and not is_label:
            whole = text[line.start : min(line.end, music.end)]
            line_end = whole[len(whole.rstrip("\r\n")) :]
            pieces.append(text[start:end].rstrip(" \t") + line_end)
    return "".join(pieces).strip()
