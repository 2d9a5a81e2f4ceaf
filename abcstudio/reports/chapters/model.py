"""The network: what was typed, how it is built, how many numbers it learns."""

from math import prod

from abcstudio.reports.chapters.exercises import write_exercises
from abcstudio.reports.chapters.pen import Pen
from abcstudio.reports.drawing.graph_drawing import network_drawing
from abcstudio.reports.material import Material, RunFound


def write_model(pen: Pen, material: Material) -> None:
    """Write how the network is built."""
    write_exercises(pen, material, "model")
    run = material.main
    if run is None:
        pen.note("no_runs")
        return
    if run.printed:
        pen.say("network", run=run.summary.name)
        pen.code(run.printed)
    config = run.summary.config
    caption = pen.words.word("network_figure", run=run.summary.name)
    sizes = {
        "batch": config.get("batch_size", 0),
        "length": config.get("seq_len", 0),
        "vocabulary": len(run.characters),
        "embedding": config.get("embedding_dim", 0),
        "hidden": config.get("hidden_size", 0),
        "layers": config.get("num_layers", 1),
    }
    cell = str(config.get("cell", "")).upper()
    pen.drawing(caption, network_drawing(sizes, cell, pen.words, pen.fonts))
    rows = [
        (name, f"({', '.join(map(str, shape))})", pen.numbers.whole(prod(shape)))
        for name, shape in run.shapes.items()
    ]
    rows.append((pen.words.word("total"), "", pen.numbers.whole(parameter_count(run))))
    head = pen.named("tensor_name", "shape", "parameter_count")
    pen.table(pen.words.word("parameters", run=run.summary.name), head, rows)


def parameter_count(run: RunFound) -> int:
    """Return how many numbers a run's network learns."""
    return sum(map(prod, run.shapes.values()))
