"""How the later parts of a tune are akin to its first."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from abcstudio.composing.jury.figures import Figures, highest, mean, share
from abcstudio.composing.jury.judged_tune import JudgedMeasure, JudgedTune
from abcstudio.composing.jury.likeness import Grid, likeness
from abcstudio.composing.jury.rhythm import beats

Item = TypeVar("Item")


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
