"""How good are the tunes that a model writes, beside other models' and real ones?

    python benchmarks/model_quality.py --run RUN --beside LAB/last.safetensors
    python benchmarks/model_quality.py --model M --training TRAIN.abc --tunes VALIDATION.abc

Draws takes unguarded, at most 800 characters each, from `X:1` and once more each from the header
(rhythm, meter, unit note length and key, in the order of training; no title) of a held-out tune
picked at random. Every take is measured as it was drawn, nothing completed. Real held-out tunes are
measured by the same code, whole. One JSON object: `rows` of figures in per cent, and for each row
of the model which bounds it has `passed`; scripts/quality_table.py puts it into the model's README.

without_error                 no error by our reader nor an "Error in line-char" from `abc2midi -c`;
                              beside it each reader alone
every_measure_right_notation  and our reader finds no measure short, long or run together. It knows
                              pickups, measures cut in two by repeats, and endings that fill up.
every_measure_right_abc2midi  no Error, and no Warning that a measure has too few or too many time
                              units. It also follows the repeats, as a player would.
full_measures                 of all measures in meter, pickups included, those right by our reader
ends_properly                 came to an end by itself within 800 characters, and on a final bar
                              line or the end of a repeat; real tunes that are longer do not
quotes_training               four measures in a row stand in a training tune, in any key
                              (abcstudio/corpus/quotations.py says what is compared)
units_returning, units_nearly_returning, repeats_nothing, ends_on_tonic, second_endings,
notes_outside_mode            of all units, tunes or notes; benchmarks/quality_motifs.py says more

`--errors` adds the commonest kinds of finding of each reader, each with one example.
"""

import argparse
import json
import sys
from pathlib import Path

from quality_figures import Figures, commonest_findings, figures, measured
from quality_takes import (
    PLAIN_PROMPT,
    Drawing,
    Text,
    draw,
    header_prompts,
    real_tunes,
    tune_blocks,
)

from abcstudio.corpus.quotations import QuotationIndex
from abcstudio.files import read_text_file
from abcstudio.learning.checkpoint import load_model
from abcstudio.paths import bundled_model
from abcstudio.runs.run_folder import RunFolder

Bounds = dict[str, tuple[float, float]]
WANTED: Bounds = {
    "without_error": (99.0, 100.0),
    "every_measure_right_notation": (92.0, 100.0),
    "every_measure_right_abc2midi": (80.0, 100.0),
    "full_measures": (95.0, 100.0),
    "ends_properly": (95.0, 100.0),
    "units_returning": (8.0, 20.0),
    "units_nearly_returning": (22.0, 42.0),
    "repeats_nothing": (0.0, 15.0),
    "ends_on_tonic": (72.0, 100.0),
    "second_endings": (4.0, 10.0),
}
QUOTES_ABOVE_REAL = 2.0


def main() -> None:
    arguments = _arguments()
    training, held_out = _texts(arguments)
    drawing = Drawing(arguments.takes, arguments.temperature, arguments.rng_seed)
    index = QuotationIndex.of_texts(tune_blocks(training))
    prompts = {
        "X:1": [PLAIN_PROMPT] * arguments.takes,
        "key and meter": header_prompts(tune_blocks(held_out), drawing),
    }
    rows: list[dict[str, object]] = []

    def add_row(name: str, source: dict[str, str], tunes: tuple[Text, ...]) -> Figures:
        found = measured(tunes, index)
        row = figures(found)
        errors = {"errors": commonest_findings(found)} if arguments.errors else {}
        rows.append({"name": name, **source, "figures": row, **errors})
        return row

    real = add_row("real tunes", {}, real_tunes(held_out))
    wanted = {**WANTED, "quotes_training": (0.0, real["quotes_training"] + QUOTES_ABOVE_REAL)}
    passed = {}
    for path in (arguments.model, *arguments.beside):
        model = load_model(path)
        for prompt, texts in prompts.items():
            print(f"{path}: {arguments.takes} takes from {prompt}", file=sys.stderr)
            source = {"prompt": prompt, "fingerprint": model.fingerprint}
            row = add_row(model.header.name, source, draw(model, texts, drawing))
            if path == arguments.model:
                passed[prompt] = bounds_passed(row, wanted)
    report = {
        "temperature": drawing.temperature,
        "rng_seed": drawing.rng_seed,
        "rows": rows,
        "bounds": wanted,
        "passed": passed,
    }
    print(json.dumps(report, indent=1, ensure_ascii=False))


def bounds_passed(row: Figures, wanted: Bounds) -> dict[str, bool]:
    """Return for each wanted figure whether a model's lies within its bounds."""
    return {name: low <= row[name] <= high for name, (low, high) in wanted.items()}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, default=bundled_model())
    parser.add_argument("--beside", type=Path, nargs="*", default=[], help="other models")
    parser.add_argument("--run", type=Path, help="a run's folder, with the texts it learned from")
    parser.add_argument("--training", type=Path, help="what the model learned from")
    parser.add_argument("--tunes", type=Path, help="held-out tunes, as the network reads them")
    parser.add_argument("--takes", type=int, default=500)
    parser.add_argument("--temperature", type=float, default=0.8)
    parser.add_argument("--rng-seed", type=int, default=0)
    parser.add_argument("--errors", action="store_true", help="show what is wrong, with examples")
    arguments = parser.parse_args()
    if not arguments.run and not (arguments.training and arguments.tunes):
        parser.error("give --run, or both --training and --tunes")
    return arguments


def _texts(arguments: argparse.Namespace) -> tuple[str, str]:
    """Return the training text and the held-out one."""
    if arguments.run:
        return RunFolder(arguments.run).texts()
    return read_text_file(arguments.training).text, read_text_file(arguments.tunes).text


if __name__ == "__main__":
    main()
