"""The criterion of range: how far a tune goes, and how far it leaps."""

from collections.abc import Iterator
from itertools import pairwise

from abcstudio.composing.jury.chances import Chances, Event
from abcstudio.composing.jury.figures import Figures, highest, mean, share, spread
from abcstudio.composing.jury.judged_tune import JudgedTune

_OCTAVE = 7


def events(tune: JudgedTune) -> Iterator[Event]:
    """Yield each interval with the one before it; those over a bar line by themselves."""
    for _, context, event in _leaps(tune):
        yield context, event


def figures(tune: JudgedTune, chances: Chances) -> Figures:
    """Return what is measured of a tune's range."""
    steps = [note.step for note in tune.notes]
    leaps = [(size, chances.surprise(context, event)) for size, context, event in _leaps(tune)]
    sizes = [abs(size) for size, _ in leaps]
    heights = [mean(note.step for note in measure.notes) for measure in tune.measures]
    parts = [mean(n.step for m in part for n in m.notes) for part in tune.parts]
    surprises = sorted((surprise for _, surprise in leaps), reverse=True)
    middle = mean(heights)
    return {
        "range.width": float(max(steps) - min(steps)),
        "range.lowest": float(min(steps)),
        "range.highest": float(max(steps)),
        "range.spread": spread(steps),
        "range.leap": float(max(sizes, default=0)),
        "range.second_leap": highest(sizes, 1),
        "range.wide": share(sum(one > 4 for one in sizes), len(sizes)),
        "range.octaves": share(sum(one > _OCTAVE for one in sizes), len(sizes)),
        "range.surprise": mean(surprises[: max(2, len(surprises) // 12)]),
        "range.measure": highest([abs(one - two) for one, two in pairwise(heights)]),
        "range.away": highest([abs(one - middle) for one in heights]),
        "range.parts": highest([abs(one - two) for one, two in pairwise(parts)]),
        "range.within": highest(
            [max(n.step for n in m.notes) - min(n.step for n in m.notes) for m in tune.measures]
        ),
    }


def _leaps(tune: JudgedTune) -> Iterator[tuple[int, str, str]]:
    before = 0
    last: int | None = None
    for measure in tune.measures:
        for place, note in enumerate(measure.notes):
            if last is not None:
                size = note.step - last
                edge = "|" if not place else "b" if note.onset % tune.beat == 0 else "."
                yield size, f"{edge}{max(-5, min(5, before))}", f"{max(-12, min(12, size))}"
                before = size
            last = note.step
