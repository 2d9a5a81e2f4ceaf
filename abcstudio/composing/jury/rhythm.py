"""The criterion of rhythm: how the beats of a tune are divided."""

from collections.abc import Iterator
from itertools import pairwise

from abcstudio.composing.jury.chances import Chances, Event
from abcstudio.composing.jury.figures import Figures, highest, mean, share
from abcstudio.composing.jury.judged_tune import TICKS, JudgedMeasure, JudgedTune

_HELD = "-"
_TICKS_SHOWN = TICKS // 192


def beats(measure: JudgedMeasure, tune: JudgedTune) -> list[str]:
    """Return how each beat of a measure is divided: onsets and lengths of the notes in it."""
    count = min(max(tune.length // tune.beat, 1), 16) if tune.length else 4
    divided: list[list[str]] = [[] for _ in range(count)]
    for note in measure.notes:
        place, onset = divmod(note.onset, tune.beat)
        signs = divided[min(place, count - 1)]
        signs.append(f"{onset // _TICKS_SHOWN}.{note.length // _TICKS_SHOWN}")
    return [" ".join(signs) or _HELD for signs in divided]


def events(tune: JudgedTune) -> Iterator[Event]:
    """Yield each beat with what stands before it; the last measure of a part by itself."""
    for part in tune.parts:
        for place, measure in enumerate(part):
            yield from _in_measure(beats(measure, tune), tune, is_last=place == len(part) - 1)


def figures(tune: JudgedTune, chances: Chances) -> Figures:
    """Return what is measured of a tune's rhythm."""
    surprises: list[float] = []
    strangest: list[float] = []
    unknown = 0
    patterns: list[str] = []
    for part in tune.parts:
        for place, measure in enumerate(part):
            divided = beats(measure, tune)
            found = list(_in_measure(divided, tune, is_last=place == len(part) - 1))
            own = [chances.surprise(context, event) for context, event in found]
            surprises += own
            strangest.append(mean(own))
            unknown += any(not chances.is_known(event) for _, event in found)
            patterns.append("|".join(divided))
    count = len(patterns)
    lengths = [note.length for note in tune.notes]
    return {
        "rhythm.surprise": mean(surprises),
        "rhythm.strangest": highest(strangest),
        "rhythm.strange": mean(sorted(strangest, reverse=True)[: max(1, count // 4)]),
        "rhythm.unknown": share(unknown, count),
        "rhythm.patterns": share(len(set(patterns)), count),
        "rhythm.returns": share(sum(one == two for one, two in pairwise(patterns)), count - 1),
        "rhythm.later": share(
            sum(one == two for one, two in zip(patterns, patterns[4:], strict=False)), count - 4
        ),
        "rhythm.wrong": share(sum(not one.is_whole for part in tune.parts for one in part), count),
        "rhythm.lengths": float(len(set(lengths))),
        "rhythm.shortest": share(sum(one < tune.beat // 4 for one in lengths), len(lengths)),
        "rhythm.off": share(
            sum(
                note.onset % tune.beat > 0 and note.onset % tune.beat + note.length > tune.beat
                for note in tune.notes
            ),
            len(lengths),
        ),
    }


def _in_measure(divided: list[str], tune: JudgedTune, *, is_last: bool) -> Iterator[Event]:
    before = "|"
    kind = tune.meter + ("." if is_last else ":")
    for beat in divided:
        yield f"{kind}{before}", beat
        before = beat
