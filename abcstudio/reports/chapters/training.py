"""The training of the run that is told in full."""

import math

from abcstudio.reports.chapters.exercises import write_exercises
from abcstudio.reports.chapters.pen import Pen
from abcstudio.reports.drawing.curves import loss_curve
from abcstudio.reports.material import Material, RunFound


def write_training(pen: Pen, material: Material) -> None:
    """Write hyper-parameters, curve and outcome."""
    write_exercises(pen, material, "training")
    run = material.main
    if run is None:
        pen.note("no_runs")
        return
    if run.own_code:
        pen.say("own_code", names=", ".join(run.own_code))
    name = run.summary.name
    rows = [
        (setting_name(pen, key), key, setting_value(pen, value))
        for key, value in run.summary.config.items()
    ]
    head = pen.named("hyperparameter", "name", "value")
    pen.table(pen.words.word("hyperparameters", run=name), head, rows)
    if len(run.curve.losses):
        drawing = loss_curve(run.curve, len(run.characters), pen.words, pen.fonts)
        pen.drawing(pen.words.word("curve", run=name), drawing)
    pen.table(pen.words.word("outcome", run=name), pen.named("quantity", "value"), _rows(pen, run))
    pen.say("units")


def setting_name(pen: Pen, key: str) -> str:
    """Return what a hyper-parameter is called; one of a newer version by its own name."""
    name = f"hyperparameter_{key}"
    return pen.words.word(name) if pen.words.has(name) else key


def setting_value(pen: Pen, value: object) -> str:
    """Return the value of a hyper-parameter; one that is a word in the report's language."""
    name = f"value_{value}"
    is_word = isinstance(value, str) and pen.words.has(name)
    return pen.words.word(name) if is_word else pen.numbers.setting(value)


def state_words(pen: Pen, run: RunFound) -> str:
    """Return how a run stands."""
    name = f"state_{run.summary.state}"
    return pen.words.word(name) if pen.words.has(name) else run.summary.state


def _rows(pen: Pen, run: RunFound) -> list[tuple[str, str]]:
    numbers, summary = pen.numbers, run.summary
    best = numbers.real(summary.best_val_loss, 4)
    if run.best_step is not None:
        best = f"{best} ({pen.words.word('best_step')} {numbers.whole(run.best_step)})"
    last = run.curve.val[-1][1] if run.curve.val else None
    first = run.logged[0] if len(run.logged) else None
    device = f"device_{summary.device}"
    speed = summary.chars_per_second
    quantities = {
        "uniform": numbers.real(math.log(len(run.characters) or 1), 4),
        "first_loss": numbers.real(first, 4),
        "train_loss": numbers.real(summary.train_loss, 4),
        "best_val": best,
        "last_val": numbers.real(last, 4),
        "state": state_words(pen, run),
        "steps_made": numbers.whole(summary.step),
        "seconds": numbers.real(run.seconds, 1),
        "speed": "–" if speed is None else numbers.whole(round(speed)),
        "device": pen.words.word(device) if pen.words.has(device) else summary.device or "–",
    }
    return [(pen.words.word(name), value) for name, value in quantities.items()]
