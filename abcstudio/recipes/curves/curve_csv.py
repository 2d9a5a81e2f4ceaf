"""A run's curve as a table: a line a step, empty where nothing was measured."""

import csv
from collections.abc import Mapping
from io import StringIO

from abcstudio.recipes.curves.drawn_curve import DrawnCurve

COLUMNS = (
    "step",
    "training_loss",
    "validation_loss",
    "learning_rate",
    "gradient_norm",
    "characters_per_second",
    "right_measures",
    "newness",
)


def curve_csv(curve: DrawnCurve) -> str:
    """Return the table; its losses are in nats per character, its shares between 0 and 1."""
    val = {round(step): loss for step, loss in curve.val}
    figures = _figures(curve)
    heard = {one.step: one for one in curve.heard}
    last = max([len(curve.losses), *val, *figures, *heard], default=0)
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for step in range(1, last + 1):
        known = heard.get(step)
        row = (
            _number(curve.losses[step - 1] if step <= len(curve.losses) else None),
            _number(val.get(step)),
            *(_number(figures.get(step, {}).get(name)) for name in curve.figures.values),
            _number(known.right_share if known else None),
            _number(known.newness if known else None),
        )
        table.writerow((step, *row))
    return out.getvalue()


def _figures(curve: DrawnCurve) -> dict[int, Mapping[str, float]]:
    names = tuple(curve.figures.values)
    columns = (curve.figures.values[name] for name in names)
    rows = zip(curve.figures.steps, *columns, strict=True)
    return {round(step): dict(zip(names, values, strict=True)) for step, *values in rows}


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.6g}"
