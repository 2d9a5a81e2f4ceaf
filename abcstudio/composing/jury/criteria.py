"""The six criteria by the judges' protocol of the folk-music challenge, and their measures."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from abcstudio.composing.jury import compass, melody, mode, rhythm, structure
from abcstudio.composing.jury.chances import Chances, Event
from abcstudio.composing.jury.figures import Figures, mean, share
from abcstudio.composing.jury.judged_tune import JudgedTune
from abcstudio.composing.jury.plagiarism import Copied
from abcstudio.composing.jury.taken_up import PIECES, events_of, taken_up

PLAGIARISM = "plagiarism"
CRITERIA = (PLAGIARISM, "rhythm", "mode", "range", "structure", "melody")
"""Their names, in the order of the protocol."""

ORIGINALITY = "originality"
"""What people call the first: its number is high where nothing is copied."""

_EVENTS: Mapping[str, Callable[[JudgedTune], Iterator[Event]]] = {
    "rhythm": rhythm.events,
    "mode": mode.events,
    "range": compass.events,
    "structure": structure.events,
    "melody": melody.events,
    **{name: events_of(name) for name in PIECES},
}
_FIGURES: Mapping[str, Callable[[JudgedTune, Chances], Figures]] = {
    "rhythm": rhythm.figures,
    "mode": mode.figures,
    "range": compass.figures,
    "structure": structure.figures,
    "melody": melody.figures,
}

Tables = Mapping[str, Chances]
"""What real tunes do, by criterion, and what their parts are made of."""

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


def spoken(order: str) -> str:
    """Return what people call a criterion; any other word stays."""
    return ORIGINALITY if order == PLAGIARISM else order


def counted(tunes: Iterable[JudgedTune], least: int) -> Tables:
    """Return what tunes do; events seen less often than `least` are left out."""
    kept = list(tunes)
    return {
        name: Chances.counted((one for tune in kept for one in events(tune)), least)
        for name, events in _EVENTS.items()
    }


def figures_of(criterion: str, tune: JudgedTune, tables: Tables, copied: Copied) -> Figures:
    """Return what one criterion measures of a tune."""
    if criterion == PLAGIARISM:
        return copied.figures
    found = _FIGURES[criterion](tune, tables[criterion])
    return {**found, **taken_up(tune, tables)} if criterion == "structure" else found


def all_figures(measured: Mapping[str, Figures], tune: JudgedTune) -> Figures:
    """Return what tells real tunes from takes: what the criteria measure but copies, and more."""
    found = portrait(tune)
    for name, figures in measured.items():
        if name != PLAGIARISM:
            found.update(figures)
    return found
