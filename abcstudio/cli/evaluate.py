"""`abcstudio evaluate`: how well a model predicts a text."""

import argparse
import json
from pathlib import Path
from typing import Any

from abcstudio.cli.inputs import (
    MODEL,
    about,
    add_device,
    check_device,
    chosen_model,
    load_torch_or_end,
    remarks_on,
    tell,
)
from abcstudio.cli.interruption import interruptible
from abcstudio.cli.numbers import whole_number_between
from abcstudio.cli.outcome import DONE
from abcstudio.cli.output import put, say
from abcstudio.cli.progress_bar import ProgressBar
from abcstudio.corpus.given_text import read_given_text
from abcstudio.errors import PromptError
from abcstudio.learning.config import VALIDATION_WINDOW
from abcstudio.messages import Phrase
from abcstudio.recipes.evaluate import EvaluateProgress, EvaluateRequest, evaluate_model
from abcstudio.recipes.model_reading import left_out

MAX_WINDOW = 100_000

EXAMPLES = """examples:
  abcstudio evaluate --text held-out.abc                 the model in the box on your tunes
  abcstudio evaluate --model my-run/best.safetensors --text held-out.abc --jsonl

The text is cut into windows, each read from a zero state, and the mean loss is given in nats per
character: 0 is perfect foresight, ln(size of the vocabulary) is knowing nothing. What the model
was not trained on, such as credits and the studio's own lines, is left out and named. For a model
with pointer heads there is the share of the probability that they copied.
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "evaluate",
        description="Measure how well a model predicts a text, in nats per character.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--model", type=Path, metavar="FILE", help=MODEL)
    parser.add_argument("--text", type=Path, required=True, metavar="FILE", help="what to read")
    parser.add_argument(
        "--window",
        type=whole_number_between(1, MAX_WINDOW),
        default=VALIDATION_WINDOW,
        metavar="N",
        help=f"characters ({VALIDATION_WINDOW})",
    )
    add_device(parser, "auto")
    parser.add_argument("--jsonl", action="store_true", help="a line of JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Measure and print."""
    check_device(options.device)
    given = read_given_text(options.text)
    remarks = remarks_on(options.text, given)
    tell(remarks, as_json=False)
    request = EvaluateRequest(
        model=chosen_model(options.model),
        text=given.text,
        window=options.window,
        device=options.device,
    )
    load_torch_or_end()
    with interruptible(), ProgressBar("char", scaled=True) as bar:

        def show(progress: EvaluateProgress) -> None:
            if not progress.read:
                say(Phrase("evaluate.reading", {"count": progress.characters}))
            bar.show(progress.read, progress.characters)

        try:
            result = evaluate_model(request, show)
        except PromptError as error:
            raise about(options.text, error) from error
    for sentence in left_out(result.reading):
        say(sentence)
    copied = result.copied_share
    if options.jsonl:
        facts = {
            "model": str(request.model),
            "nats_per_char": round(result.nats_per_char, 5),
            "characters": result.characters,
            "window": request.window,
            "left_out": len(request.text) - result.characters,
            "remarks": [remark.as_data() for remark in remarks],
        }
        if copied is not None:
            facts["copied_share"] = round(copied, 4)
        put(json.dumps(facts))
    else:
        put(f"{result.nats_per_char:.4f} nats per character over {result.characters} characters")
        if copied is not None:
            put(f"{copied:.0%} of the probability copied from what was read before")
    return DONE
