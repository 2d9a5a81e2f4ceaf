"""What tells real tunes from takes beside the six criteria: intervals, degrees, lengths, height."""

from collections import Counter
from itertools import pairwise

from abcstudio.composing.jury.figures import Figures, mean, share
from abcstudio.composing.jury.judged_tune import JudgedTune

_QUARTERS = 4
_LENGTHS = {1: "quarter", 2: "half", 3: "dotted", 4: "whole", 6: "long"}


def portrait(tune: JudgedTune) -> Figures:
    """Return how often what occurs in a tune, and how high its quarters lie."""
    return {**_intervals(tune), **_degrees(tune), **_lengths(tune), **_arch(tune)}


def _intervals(tune: JudgedTune) -> Figures:
    steps = [two.step - one.step for one, two in pairwise(tune.notes)]
    counts = Counter(max(-8, min(8, one)) for one in steps)
    last = steps[-1]
    return {
        **{f"interval.{size:+d}": share(counts[size], len(steps)) for size in range(-8, 9)},
        "interval.last": float(last),
    }


def _degrees(tune: JudgedTune) -> Figures:
    notes = list(tune.notes)
    strong = [note for note in notes if note.onset % tune.beat == 0]
    everywhere = Counter(map(tune.degree, notes))
    leaning = Counter(map(tune.degree, strong))
    return {
        **{f"degree.{one + 1}": share(everywhere[one], len(notes)) for one in range(7)},
        **{f"strong.{one + 1}": share(leaning[one], len(strong)) for one in range(7)},
        "degree.first": float(tune.degree(strong[0])) if strong else -1.0,
        "degree.last": float(tune.degree(notes[-1])),
    }


def _lengths(tune: JudgedTune) -> Figures:
    notes = list(tune.notes)
    unit = max(1, tune.beat // (3 if tune.beat % 9 == 0 else 2))
    kinds = Counter(2 * note.length // unit for note in notes)
    return {
        **{f"length.{words}": share(kinds[size], len(notes)) for size, words in _LENGTHS.items()},
        "length.last": notes[-1].length / tune.beat,
        "length.density": len(notes) / len(tune.measures),
        "length.kinds": float(len(kinds)),
    }


def _arch(tune: JudgedTune) -> Figures:
    """Return how high each quarter of the tune lies, and where its highest note stands."""
    steps = [note.step for note in tune.notes]
    middle, count = mean(steps), len(steps)
    quarters = [
        mean(steps[place * count // _QUARTERS : (place + 1) * count // _QUARTERS])
        for place in range(_QUARTERS)
    ]
    return {
        **{f"arch.{place + 1}": one - middle for place, one in enumerate(quarters)},
        "arch.top": steps.index(max(steps)) / count,
        "arch.bottom": steps.index(min(steps)) / count,
        "arch.begins": steps[0] - middle,
        "arch.ends": steps[-1] - middle,
    }
