"""The criterion of structure: what returns in a tune, where, and how its parts hang together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from abcstudio.composing.jury.chances import Chances, Event
from abcstudio.composing.jury.figures import Figures, mean, share
from abcstudio.composing.jury.judged_tune import JudgedTune
from abcstudio.composing.jury.kinship import kinship
from abcstudio.composing.jury.likeness import Grid, grid, likeness
from abcstudio.composing.jury.rhythm import beats

MAX_MEASURES = 64
_NEAR = 0.6


def events(tune: JudgedTune) -> Iterator[Event]:
    """Yield degree and division of the measures by their place, and how measures join."""
    for part in tune.parts:
        for place, measure in enumerate(part):
            at = "e" if place == len(part) - 1 else str(place % 8)
            first, last = measure.notes[0], measure.notes[-1]
            yield f"{at}{tune.mode}", f"f{tune.degree(first)}"
            yield f"{at}l{tune.mode}", f"l{tune.degree(last)}"
            yield f"{at}{tune.meter}", "|".join(beats(measure, tune)[-2:])
    for one, two in pairwise(tune.measures):
        step = two.notes[0].step - one.notes[-1].step
        yield f"j{tune.degree(one.notes[-1])}", f"j{max(-7, min(7, step))}"


def figures(tune: JudgedTune, chances: Chances) -> Figures:
    """Return what is measured of a tune's structure."""
    parts = [[grid(one, tune) for one in part] for part in tune.parts]
    grids = [one for part in parts for one in part][:MAX_MEASURES]
    placed = [(context, chances.surprise(context, event)) for context, event in events(tune)]
    return {
        "structure.placed": mean(surprise for _, surprise in placed),
        "structure.joins": mean(surprise for context, surprise in placed if context[0] == "j"),
        **_returns(grids),
        **_lags(grids),
        **_form(parts),
        **kinship(parts, tune),
    }


def _returns(grids: Sequence[Grid]) -> Figures:
    """Return how much comes back: measures, units of two measures, runs of the same."""
    best = [
        max((likeness(one, earlier) for earlier in grids[:place]), default=0.0)
        for place, one in enumerate(grids)
    ][1:]
    units = list(pairwise(grids))
    seen: set[tuple[Grid, Grid]] = set()
    again = near = 0
    for place, unit in enumerate(units):
        again += unit in seen
        near += any(
            min(likeness(unit[0], one), likeness(unit[1], two)) >= _NEAR
            for one, two in units[: max(place - 1, 0)]
        )
        seen.add(unit)
    run = longest = 0
    for one, two in pairwise(grids):
        run = run + 1 if one == two else 0
        longest = max(longest, run)
    commonest = max(Counter(grids).values(), default=0)
    return {
        "structure.distinct": share(len(set(grids)), len(grids)),
        "structure.again": share(again, len(units)),
        "structure.near": share(near, len(units)),
        "structure.like": mean(best),
        "structure.unlike": share(sum(one < 0.4 for one in best), len(best)),
        "structure.run": float(longest),
        "structure.commonest": share(commonest, len(grids)),
    }


def _lags(grids: Sequence[Grid]) -> Figures:
    found = {}
    for lag in (1, 2, 4, 8):
        pairs = list(zip(grids, grids[lag:], strict=False))
        found[f"structure.lag{lag}"] = mean(likeness(one, two) for one, two in pairs)
    return found


def _form(parts: Sequence[Sequence[Grid]]) -> Figures:
    lengths = [len(part) for part in parts]
    fifths = [
        likeness(part[place], part[place + 4])
        for part in parts
        for place in (0, 1)
        if len(part) > place + 4
    ]
    thirds = [likeness(part[0], part[2]) for part in parts if len(part) > 2]
    return {
        "structure.fours": share(sum(one % 4 == 0 for one in lengths), len(lengths)),
        "structure.parts": float(min(len(parts), 8)),
        "structure.longest": float(min(max(lengths, default=0), 40)),
        "structure.fifth": mean(fifths) if fifths else -1.0,
        "structure.third": mean(thirds) if thirds else -1.0,
    }
