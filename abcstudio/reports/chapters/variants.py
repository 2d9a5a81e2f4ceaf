"""The runs beside each other: in what they differ, and what came of it."""

from abcstudio.reports.chapters.data import parameter_count
from abcstudio.reports.chapters.exercises import write_exercises
from abcstudio.reports.chapters.pen import Pen
from abcstudio.reports.chapters.training import setting_name, setting_value
from abcstudio.reports.drawing.curves import compared_curves
from abcstudio.reports.material import Material, RunFound

# Settings that change what is kept or measured, and not what is learned.
_ASIDE = ("evaluate_every", "checkpoint_every")
_MOST_COLUMNS = 2
"""Where more settings differ, each run is a column."""


def write_variants(pen: Pen, material: Material) -> None:
    """Write the table of the runs and their curves."""
    write_exercises(pen, material, "variants")
    runs = material.runs
    if not runs:
        pen.note("no_runs")
        return
    if len(runs) == 1:
        pen.note("one_run")
        return
    differing = differing_settings(runs)
    names = ", ".join(f"{setting_name(pen, name)} ({name})" for name in differing)
    one_or_more = "differ_in_one" if len(differing) == 1 else "differ_in_more"
    pen.say(one_or_more if differing else "differ_in_none", names=names)
    if len({run.digests.get("training.abc") for run in runs}) > 1:
        pen.say("other_tunes")
    head = [pen.words.word("run"), *(setting_name(pen, name) for name in differing)]
    head += pen.named(
        "short_steps", "short_train", "short_val", "short_seconds", "short_parameters"
    )
    table = [head, *(_row(pen, run, differing) for run in runs)]
    if len(differing) > _MOST_COLUMNS:
        table = [list(column) for column in zip(*table, strict=True)]
    pen.table(pen.words.word("variants"), table[0], table[1:])
    curves = [(run.summary.name, run.curve) for run in runs if len(run.curve.losses)]
    if curves:
        listed = ", ".join(name for name, _ in curves)
        caption = pen.words.word("variants_curve", runs=listed)
        pen.drawing(caption, compared_curves(curves, pen.words, pen.fonts))


def differing_settings(runs: tuple[RunFound, ...]) -> list[str]:
    """Return the names of the settings that are not the same in all runs."""
    names: dict[str, None] = {}
    for run in runs:
        names |= dict.fromkeys(run.summary.config)
    return [
        name
        for name in names
        if name not in _ASIDE and len({repr(run.summary.config.get(name)) for run in runs}) > 1
    ]


def _row(pen: Pen, run: RunFound, differing: list[str]) -> list[str]:
    summary, numbers = run.summary, pen.numbers
    name = summary.name
    if run.own_code:
        name = f"{name} ({pen.words.word('own_code_short')})"
    values = [summary.config.get(each, "–") for each in differing]
    return [
        name,
        *(setting_value(pen, value) for value in values),
        numbers.whole(summary.step),
        numbers.real(summary.train_loss, 4),
        numbers.real(summary.best_val_loss, 4),
        numbers.real(run.seconds, 1),
        numbers.whole(parameter_count(run)),
    ]
