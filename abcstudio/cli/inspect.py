"""`abcstudio inspect`: what a model expects while it reads a text, and what its units follow."""

import argparse
import json
from pathlib import Path
from typing import Any

from abcstudio.cli.inputs import MODEL, about, chosen_model, load_torch_or_end, remarks_on, tell
from abcstudio.cli.interruption import interruptible
from abcstudio.cli.outcome import DONE
from abcstudio.cli.output import put, say
from abcstudio.corpus.given_text import read_given_text
from abcstudio.errors import PromptError
from abcstudio.messages import Phrase
from abcstudio.recipes.inspect import InspectRequest, InspectResult, inspect_model
from abcstudio.recipes.model_reading import left_out

EXAMPLES = """examples:
  abcstudio inspect --text tune.abc                      what surprised the model in the box
  abcstudio inspect --model my-run/best.safetensors --text tune.abc --jsonl

With --jsonl there is a line a character (what was expected, and what came; of a model with pointer
heads which share was copied, and from where), then a line a signal with the units that follow it
best. offset and copied_from count the characters of the text before that place. Signals are
in_header, in_chord, in_quotes, line_position, measure_position and on_beat.
"""

_WORST = 10


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "inspect",
        description="Show what a model expects while it reads a text, and what its units follow.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--model", type=Path, metavar="FILE", help=MODEL)
    parser.add_argument("--text", type=Path, required=True, metavar="FILE", help="what to read")
    parser.add_argument("--jsonl", action="store_true", help="lines of JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Inspect and print."""
    given = read_given_text(options.text)
    request = InspectRequest(chosen_model(options.model), given.text)
    load_torch_or_end()
    with interruptible():
        result = inspect_model(request)
    if not result.places:
        raise about(options.text, PromptError("prompt.nothing_to_read"))
    tell(remarks_on(options.text, given), as_json=options.jsonl)
    for sentence in left_out(result.reading):
        say(sentence)
    if result.is_cut:
        say(Phrase("model_text.cut", {"count": len(result.places)}))
    if options.jsonl:
        _print_json(result)
    else:
        _print_words(result, given.text)
    return DONE


def _print_json(result: InspectResult) -> None:
    pairs = zip(result.places, result.inspection.readings, strict=True)
    for number, (place, reading) in enumerate(pairs):
        alternatives = {one.character: round(one.probability, 6) for one in reading.alternatives}
        facts = {
            "offset": place,
            "character": reading.character,
            "probability": reading.probability,
            "surprise": reading.surprise,
            "alternatives": alternatives,
        }
        if (source := result.source_of(number)) is not None:
            facts |= {"copied": round(reading.copied, 6), "copied_from": source}
        put(json.dumps(facts))
    for signal, units in result.units.items():
        found = [
            {"layer": one.layer, "unit": one.unit, "correlation": round(one.correlation, 4)}
            for one in units
        ]
        put(json.dumps({"signal": signal, "units": found}))


def _print_words(result: InspectResult, text: str) -> None:
    inspection = result.inspection
    if len(result.places) < 2:
        put("A single character: nothing was expected yet.")
        return
    put(f"{inspection.mean_surprise:.4f} nats per character")
    pairs = zip(result.places, inspection.readings, strict=True)
    told = [(place, one) for place, one in pairs if one.surprise]
    told.sort(key=lambda pair: -(pair[1].surprise or 0.0))
    put("\nMost surprising:")
    for place, reading in told[:_WORST]:
        expected = reading.alternatives[0]
        where = _line_and_column(text, place)
        put(
            f"  {where}: {reading.character!r} ({reading.surprise:.2f} nats), "
            f"expected {expected.character!r} ({expected.probability:.0%})"
        )
    put("\nUnits that follow a signal:")
    for signal, units in result.units.items():
        following = [one for one in units if one.correlation]
        names = ", ".join(f"{one.layer}/{one.unit} ({one.correlation:+.2f})" for one in following)
        put(f"  {signal}: {names or 'it is the same throughout this text'}")


def _line_and_column(text: str, place: int) -> str:
    """Return where a character stands as an editor says it, both counted from 1."""
    line = text.count("\n", 0, place) + 1
    before = text.rfind("\n", 0, place)
    return f"line {line}, column {place - before}"
