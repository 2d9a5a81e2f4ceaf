"""The criterion of melody: how one note follows another, and where the tune comes to rest."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from abcstudio.composing.jury.chances import Chances, Event
from abcstudio.composing.jury.figures import Figures, highest, mean, share, spread
from abcstudio.composing.jury.judged_tune import JudgedNote, JudgedTune


def events(tune: JudgedTune) -> Iterator[Event]:
    """Yield each interval with degree, interval before and place; then how parts end."""
    yield from _steps(tune)
    yield from _ends(tune)


def figures(tune: JudgedTune, chances: Chances) -> Figures:
    """Return what is measured of a tune's melody."""
    notes = list(tune.notes)
    surprises = [chances.surprise(context, event) for context, event in _steps(tune)]
    windows = [mean(surprises[place : place + 8]) for place in range(0, len(surprises), 4)]
    ends = [chances.surprise(context, event) for context, event in _ends(tune)]
    steps = [two.step - one.step for one, two in pairwise(notes)]
    turns = sum(one * two < 0 for one, two in pairwise(steps))
    recovered = [two for one, two in pairwise(steps) if abs(one) > 3]
    pitches = [note.step for note in notes]
    runs = list(zip(pitches, pitches[1:], pitches[2:], pitches[3:], strict=False))
    return {
        "melody.surprise": mean(surprises),
        "melody.spread": spread(surprises),
        "melody.strangest": highest(windows),
        "melody.plainest": -highest([-one for one in windows]) if windows else 0.0,
        "melody.ends": mean(ends),
        "melody.worst_end": highest(ends),
        "melody.last": mean(ends[-3:]),
        "melody.final": float(tune.degree(notes[-1])),
        "melody.part_ends": share(
            sum(tune.degree(part[-1].notes[-1]) == 0 for part in tune.parts), len(tune.parts)
        ),
        "melody.rhyme": _rhyme(tune),
        "melody.still": share(sum(one == 0 for one in steps), len(steps)),
        "melody.stepwise": share(sum(abs(one) == 1 for one in steps), len(steps)),
        "melody.leaps": share(sum(abs(one) > 3 for one in steps), len(steps)),
        "melody.turns": share(turns, len(steps)),
        "melody.lost": share(sum(abs(one) > 3 for one in recovered), len(recovered)),
        "melody.runs": share(len(set(runs)), len(runs)),
        "melody.weight": share(max(Counter(pitches).values()), len(pitches)),
    }


def _rhyme(tune: JudgedTune) -> float:
    """Return the share of parts whose last two notes end another part too; -1 with one part."""
    ends = [tuple(note.step for note in part[-1].notes[-2:]) for part in tune.parts]
    if len(ends) < 2:
        return -1.0
    counts = Counter(ends)
    return share(sum(counts[one] > 1 for one in ends), len(ends))


def _steps(tune: JudgedTune) -> Iterator[Event]:
    before: JudgedNote | None = None
    step = 0
    for measure in tune.measures:
        for note in measure.notes:
            if before is not None:
                size = note.step - before.step
                strong = "|" if not note.onset else "b" if note.onset % tune.beat == 0 else "."
                family = "-" if tune.mode <= -2 else "+"
                context = f"{family}{tune.degree(before)}{strong}{max(-3, min(3, step))}"
                yield context, str(max(-7, min(7, size)))
                step = size
            before = note


def _ends(tune: JudgedTune) -> Iterator[Event]:
    """Yield the last degrees of each part, backwards from the last note."""
    parts = tune.parts
    for place, part in enumerate(parts):
        at = "last" if place == len(parts) - 1 else "inner"
        notes = [note for measure in part[-2:] for note in measure.notes]
        degrees = [str(tune.degree(note)) for note in notes[-4:]][::-1]
        length = notes[-1].length * 4 // tune.beat
        yield f"{at}:", f"e{degrees[0]}"
        for one, two in pairwise(degrees):
            yield f"{at}:{one}", f"e{two}"
        yield f"{at}.{tune.meter}", f"n{length}"
