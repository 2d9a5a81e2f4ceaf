"""How much two measures sound alike."""

from abcstudio.composing.jury.judged_tune import JudgedMeasure, JudgedTune

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
