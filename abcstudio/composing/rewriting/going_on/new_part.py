"""A part more at the end of a tune, in the form of the last one."""

from collections.abc import Sequence
from fractions import Fraction

from abcstudio.composing.rewriting.going_on.new_lines import line_end, new_lines
from abcstudio.composing.rewriting.phrases import begin_of_part
from abcstudio.errors import RewritingError
from abcstudio.notation.lexing.lines import LineKind, scan_lines
from abcstudio.notation.measures.measures import Measure, is_section_bar
from abcstudio.notation.score import PartLabel, Score

_UNDER_MUSIC = "ws+"


def new_part(score: Score, measures: Sequence[Measure]) -> tuple[int, str]:
    """Return where a new part is to stand, and its lines: with as many measures as the last one.

    Raises:
        RewritingError: The last part has no end.
    """
    last = measures[-1]
    if last.right is None or not is_section_bar(last.right) or last.right.opens_repeat:
        raise RewritingError("rewriting.part_open")
    if last.meter.is_free:
        raise RewritingError("rewriting.no_meter")
    part = measures[begin_of_part(measures) :]
    is_repeated = any(one.right is not None and one.right.closes_repeat for one in part)
    # What the last measure lacks, the next part begins with.
    pickup = max(Fraction(0), last.expected - last.duration)
    if not pickup and part[0].is_pickup:
        pickup = part[0].duration
    lasts = [last.expected] * _count(part)
    lasts[-1] -= pickup
    place = end_of_line(score, last.right.span.end)
    lines = new_lines(score, place, [Fraction(0), *lasts], breaks=True)
    lines = lines.removeprefix(f"|{line_end(score)}")
    begin = "|:" if is_repeated else ""
    if pickup:
        begin += f"{new_lines(score, place, [pickup], breaks=False).strip()}|"
    end = ":|" if is_repeated else last.right.span.of(score.text)
    label = _label(part)
    head = f"{line_end(score)}P:{label}" if label else ""
    return place, f"{head}{line_end(score)}{begin}{lines}{end}"


def _count(part: Sequence[Measure]) -> int:
    """Return how many measures a part has, as it is played once."""
    whole = [one for one in part if not one.is_pickup]
    for at, one in enumerate(whole):
        if one.ending is not None and 1 not in one.ending.passes:
            return max(1, at)
    return max(1, len(whole))


def end_of_line(score: Score, place: int) -> int:
    """Return the end of a line of music, with remarks and the words under it, before its line end.

    Args:
        score: The tune.
        place: Where the line's last bar line or note has ended.
    """
    end = len(score.text)
    for line in scan_lines(score.text):
        if line.end <= place and line.content_end < place:
            continue
        is_under = line.kind is LineKind.FIELD and line.letter in _UNDER_MUSIC
        if line.start >= place and not is_under:
            break
        end = line.end
    return len(score.text[:end].rstrip("\r\n"))


def _label(part: Sequence[Measure]) -> str:
    """Return the letter after that of a part; "" where it has none."""
    labels = [one.label for one in part[0].elements if isinstance(one, PartLabel)]
    label = labels[-1] if labels else ""
    return chr(ord(label) + 1) if len(label) == 1 and "A" <= label < "Z" else ""
