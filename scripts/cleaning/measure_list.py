"""Cleaning tokens grouped into measures, with what stands between them.

In: the tokens of a tune body. Out: a list of `MeasureTokens`, each with its length in whole
notes and the bar line that ends it. Repairs may change measures in place.
"""

from dataclasses import dataclass, field
from fractions import Fraction

from abcstudio.notation.values.tuplets import usual_q
from cleaning.body_tokens import MusicToken, MusicTokenKind

_TIMED = (MusicTokenKind.NOTE, MusicTokenKind.REST, MusicTokenKind.CHORD)


@dataclass(slots=True)
class Bar:
    """What stands between two measures.

    Attributes:
        closes: The music before it is repeated.
        opens: The music after it is repeated.
        heavy: A double or final bar line.
        hidden: An ending begins here without a bar line.
    """

    closes: bool = False
    opens: bool = False
    heavy: bool = False
    hidden: bool = False


@dataclass(slots=True)
class MeasureTokens:
    """One measure.

    Attributes:
        tokens: Its music, changes of key and meter included.
        duration: In whole notes.
        expected: What the meter asks for.
        ending: "1", "2", "1,2" where an ending begins with this measure, else "".
        right: What ends it.
    """

    tokens: list[MusicToken]
    duration: Fraction
    expected: Fraction
    ending: str = ""
    right: Bar = field(default_factory=Bar)


def split_into_measures(
    tokens: tuple[MusicToken, ...], unit: Fraction, meter: Fraction
) -> tuple[Bar, list[MeasureTokens]]:
    """Return the bar before the first measure and the measures; bars without music between merge.

    Args:
        tokens: The music.
        unit: The unit note length, in whole notes.
        meter: The length of a measure, in whole notes; a change of meter in the music changes it.
    """
    opening = Bar()
    measures: list[MeasureTokens] = []
    current: list[MusicToken] = []
    ending = ""
    for token in tokens:
        if token.kind not in (MusicTokenKind.BAR, MusicTokenKind.ENDING):
            current.append(token)
            continue
        if _has_music(current):
            meter = _meter_after(current, meter)
            measures.append(MeasureTokens(current, duration_of(current, unit), meter, ending))
            current, ending = [], ""
            if token.kind is MusicTokenKind.ENDING:
                measures[-1].right.hidden = True
        else:
            current = [
                one for one in current if one.kind in (MusicTokenKind.KEY, MusicTokenKind.METER)
            ]
        if token.kind is MusicTokenKind.ENDING:
            ending = token.text
        else:
            _add_bar(measures[-1].right if measures else opening, token.text)
    if _has_music(current):
        meter = _meter_after(current, meter)
        measures.append(MeasureTokens(current, duration_of(current, unit), meter, ending))
    return opening, measures


def duration_of(tokens: list[MusicToken], unit: Fraction) -> Fraction:
    """Return how long the tokens last, in whole notes: tuplets and broken rhythm applied."""
    total = Fraction(0)
    left, ratio = 0, Fraction(1)
    previous, pending = Fraction(0), 0
    for token in tokens:
        if token.kind is MusicTokenKind.TUPLET:
            left, ratio = _tuplet(token.text)
        elif token.kind is MusicTokenKind.BROKEN:
            dots = len(token.text)
            short = Fraction(1, 2**dots)
            total += previous * (1 - short) if token.text[0] == ">" else previous * (short - 1)
            pending = -dots if token.text[0] == ">" else dots
        elif token.kind in _TIMED:
            length = token.length
            if pending:
                short = Fraction(1, 2 ** abs(pending))
                length *= short if pending < 0 else 2 - short
                pending = 0
            if left:
                length *= ratio
                left -= 1
            previous = length
            total += length
    return total * unit


def meter_length(meter: str) -> Fraction | None:
    """Return the length of a measure in whole notes, None where the meter has none."""
    if meter in ("C", "C|"):
        return Fraction(1)
    top, _, bottom = meter.partition("/")
    if not (top.isdigit() and bottom.isdigit() and int(top) and int(bottom)):
        return None
    return Fraction(int(top), int(bottom))


def _meter_after(tokens: list[MusicToken], meter: Fraction) -> Fraction:
    for token in tokens:
        if token.kind is MusicTokenKind.METER:
            meter = meter_length(token.text) or meter
    return meter


def _tuplet(text: str) -> tuple[int, Fraction]:
    p, q, r = ([*(int(part) if part else 0 for part in text[1:].split(":")), 0, 0])[:3]
    q = q or usual_q(p, is_compound=False)
    return r or p, Fraction(q, p)


def _has_music(tokens: list[MusicToken]) -> bool:
    return any(token.kind in _TIMED for token in tokens)


def _add_bar(bar: Bar, text: str) -> None:
    bar.hidden = False
    lines = text.count("|")
    if not lines or text in (":|:", ":||:"):
        bar.closes = bar.opens = True
        return
    bar.closes = bar.closes or text.startswith(":")
    bar.opens = bar.opens or text.endswith(":")
    bar.heavy = bar.heavy or lines > 1 or "]" in text or "[" in text
