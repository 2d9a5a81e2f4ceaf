"""The data: its size, its vocabulary, how it becomes numbers."""

from math import prod

from abcstudio.reports.chapters.exercises import write_exercises
from abcstudio.reports.chapters.pen import Pen
from abcstudio.reports.drawing.graph_drawing import network_drawing
from abcstudio.reports.material import Material, RunFound

VECTORIZED = 20
"""How many characters are shown with their numbers, as the lab does."""
_BATCH_STEPS = 5


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


def write_data(pen: Pen, material: Material) -> None:
    """Write what the network was trained on and how it reads that."""
    write_exercises(pen, material, "data")
    run = material.main
    if run is None:
        pen.note("no_runs")
        return
    summary = run.summary
    held_out = summary.held_out
    pen.say(
        "corpus",
        run=summary.name,
        corpus=summary.corpus_name or pen.words.word("unknown"),
        tunes=pen.numbers.whole(summary.tune_count),
        held_out=pen.words.word("unknown") if held_out is None else pen.numbers.whole(held_out),
        characters=pen.numbers.whole(run.text_length),
    )
    if not run.characters:
        return
    count = len(run.characters)
    pen.say("vocabulary", count=count, last=count - 1)
    pen.code(_wrapped(" ".join(_plain(character) for character in run.characters)))
    _write_vectorized(pen, run)
    _write_batch(pen, run)


def _write_vectorized(pen: Pen, run: RunFound) -> None:
    shown = [(each, run.characters.find(each)) for each in run.text[:VECTORIZED]]
    head = pen.named("step", "character", "number")
    rows = [
        (str(step), _name(pen, character), str(number))
        for step, (character, number) in enumerate(shown)
    ]
    half = (len(rows) + 1) // 2
    empty = ("", "", "")
    beside = [*rows[half:], *[empty] * (2 * half - len(rows))]
    both = [left + right for left, right in zip(rows[:half], beside, strict=True)]
    pen.table(pen.words.word("vectorized", run=run.summary.name), [*head, *head], both)


def _write_batch(pen: Pen, run: RunFound) -> None:
    """Write the step-by-step view of a piece of text."""
    text = run.text[: _BATCH_STEPS + 1]
    if len(text) < 2:
        return
    rows = [
        (str(step), _indexed(pen, run, text[step]), _indexed(pen, run, text[step + 1]))
        for step in range(len(text) - 1)
    ]
    caption = pen.words.word("steps_of_batch", run=run.summary.name)
    pen.table(caption, pen.named("step", "input", "target"), rows)


def _indexed(pen: Pen, run: RunFound, character: str) -> str:
    return f"{run.characters.find(character)} ({_name(pen, character)})"


def _name(pen: Pen, character: str) -> str:
    names = {" ": "space", "\n": "line_break"}
    return pen.words.word(names[character]) if character in names else character


def _plain(character: str) -> str:
    return {"\n": "\\n", " ": "␣"}.get(character, character)


def _wrapped(text: str, most: int = 78) -> str:
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return "\n".join(lines)
