"""The criterion of structure: what returns in a tune, where, and how its parts hang together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from abcstudio.composing.jury.chances import Chances, Event
from abcstudio.composing.jury.figures import Figures, highest, mean, share
from abcstudio.composing.jury.judged_tune import JudgedMeasure, JudgedTune
from abcstudio.composing.jury.rhythm import beats

MAX_MEASURES = 64
_NEAR = 0.6

Item = TypeVar("Item")

Grid = tuple[int, ...]


def grid(measure: JudgedMeasure, tune: JudgedTune) -> Grid:
    """Return the steps that sound at the half or third beats of a measure."""
    raster = tune.beat // (3 if tune.beat % 9 == 0 else 2)
    steps: list[int] = []
    for note in measure.notes:
        until = min((note.onset + note.length + raster - 1) // raster, 64)
        steps += [note.step] * (until - len(steps))
    return tuple(steps)


def likeness(one: Grid, other: Grid) -> float:
    """Return the share of places where two measures sound alike."""
    same = sum(a == b for a, b in zip(one, other, strict=False))
    return same / max(len(one), len(other), 1)


def kinship(parts: Sequence[Sequence[Grid]], tune: JudgedTune) -> Figures:
    """Return how later parts are akin to the first: endings, measures, divisions, register."""
    if len(parts) < 2:
        return {}
    first, *others = parts
    ends = [likeness(first[-1], part[-1]) for part in others]
    before = [likeness(first[-2], part[-2]) for part in others if min(len(part), len(first)) > 1]
    best = [highest([likeness(one, two) for two in first[:32]]) for p in others for one in p[:32]]
    own = [Counter(b for m in part for b in beats(m, tune)) for part in tune.parts]
    shared = [_overlap(own[0], other) for other in own[1:]]
    density = [mean(len(m.notes) for m in part) for part in tune.parts]
    heights = [mean(n.step for m in part for n in m.notes) for part in tune.parts]
    scales = [Counter(str(tune.degree(n)) for m in part for n in m.notes) for part in tune.parts]
    motifs = [_motifs(part) for part in tune.parts]
    tails = [_tail(tune.parts[0], part) for part in tune.parts[1:]]
    pairs = [pair for part in others for pair in _aligned(first, part)]
    rhythms = [pair for part in tune.parts[1:] for pair in _aligned(tune.parts[0], part)]
    degrees = [tune.degree(part[-1].notes[-1]) for part in tune.parts]
    return {
        "structure.ends": mean(ends),
        "structure.before": mean(before),
        "structure.shared": mean(best),
        "structure.kin": highest(best),
        "structure.divisions": mean(shared),
        "structure.degrees": mean(_overlap(scales[0], one) for one in scales[1:]),
        "structure.motifs": mean(_overlap(motifs[0], one) for one in motifs[1:]),
        "structure.parallel": mean(likeness(one, two) for one, two in pairs),
        "structure.rhythms": share(
            sum(beats(one, tune) == beats(two, tune) for one, two in rhythms), len(rhythms)
        ),
        "structure.tail": mean(tails),
        "structure.tail_most": highest(tails),
        "structure.pickups": float(len(_pickups(tune))),
        "structure.density": highest([abs(one - density[0]) for one in density[1:]]),
        "structure.higher": heights[1] - heights[0],
        "structure.lengths": float(len({len(part) for part in parts})),
        "structure.finals": float(len(set(degrees))),
        "structure.first_end": float(degrees[0]),
        "structure.last_end": float(degrees[-1]),
    }


def _aligned(one: Sequence[Item], other: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Return the last measures of two parts side by side, four at most, without the very last."""
    return list(zip(one[-4:-1][::-1], other[-4:-1][::-1], strict=False))


def _overlap(one: Counter[str], other: Counter[str]) -> float:
    both = sum((one & other).values())
    return both / max(1, min(one.total(), other.total()))


def _motifs(part: Sequence[JudgedMeasure]) -> Counter[str]:
    """Count four notes in a row by their intervals, and where in the measure the first begins."""
    notes = [note for measure in part for note in measure.notes]
    return Counter(
        f"{one.onset}:{two.step - one.step},{three.step - one.step},{four.step - one.step}"
        for one, two, three, four in zip(notes, notes[1:], notes[2:], notes[3:], strict=False)
    )


def _tail(one: Sequence[JudgedMeasure], other: Sequence[JudgedMeasure]) -> float:
    """Return how many notes at the end two parts share, eight at most."""
    first, second = ([n for m in part[-2:] for n in m.notes][::-1][:8] for part in (one, other))
    same = 0
    for a, b in zip(first, second, strict=False):
        if (a.step, a.onset) != (b.step, b.onset):
            break
        same += 1
    return float(same)


def _pickups(tune: JudgedTune) -> set[int]:
    """Return how long the pickups of the parts are, 0 where a part has none."""
    return {
        sum(note.length for note in one.notes) if one.is_pickup else 0
        for one in tune.measures
        if one.begins_part
    }


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
