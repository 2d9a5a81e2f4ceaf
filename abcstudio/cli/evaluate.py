"""`abcstudio evaluate`: how well a model predicts a text."""

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass
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
from abcstudio.composing.model_text import ModelText
from abcstudio.corpus.given_text import read_given_text
from abcstudio.errors import PromptError
from abcstudio.learning.config import VALIDATION_WINDOW
from abcstudio.learning.devices import choose_device
from abcstudio.messages import Phrase
from abcstudio.recipes.model_reading import left_out, read_for

MAX_WINDOW = 100_000

EXAMPLES = """examples:
  abcstudio evaluate --text held-out.abc                 the model in the box on your tunes
  abcstudio evaluate --model my-run/best.safetensors --text held-out.abc --jsonl

The text is cut into windows, each read from a zero state, and the mean loss is given in nats per
character: 0 is perfect foresight, ln(size of the vocabulary) is knowing nothing. What the model
was not trained on, such as credits and the studio's own lines, is left out and named. For a model
with pointer heads there is the share of the probability that they copied.
"""

MAX_EVALUATED = 10_000_000
"""Characters of a text that is evaluated: more would take a processor a day."""


@dataclass(frozen=True, slots=True)
class EvaluateRequest:
    """What to measure.

    Attributes:
        window: The text is cut into pieces of so many characters, each read from a zero state.
    """

    model: Path
    text: str
    window: int = VALIDATION_WINDOW
    device: str = "auto"


@dataclass(frozen=True, slots=True)
class EvaluateProgress:
    """How many characters of all have been read."""

    read: int
    characters: int


@dataclass(frozen=True, slots=True)
class EvaluateResult:
    """The mean loss in nats per character, over what the model could read of the text.

    Attributes:
        copied_share: Of the probability, what the model's pointer heads copied from what they had
            read, over some windows; None for a model without them.
    """

    nats_per_char: float
    reading: ModelText
    copied_share: float | None = None

    @property
    def characters(self) -> int:
        """How many characters were read."""
        return len(self.reading.text)


def evaluate_model(
    request: EvaluateRequest, report: Callable[[EvaluateProgress], object] = lambda _progress: None
) -> EvaluateResult:
    """Measure a model on a text.

    Raises:
        DeviceError: Memory does not suffice, or the card fails.
        ModelFileError: The model cannot be opened.
        PromptError: The text is too long, or has not two characters that the model could read.
    """
    if len(request.text) > MAX_EVALUATED:
        raise PromptError("prompt.too_long", count=len(request.text), limit=MAX_EVALUATED)
    device = choose_device(request.device)
    from abcstudio.learning.checkpoint import load_model
    from abcstudio.learning.training.batches import encode
    from abcstudio.learning.training.evaluation import copied_share, evaluate
    from abcstudio.learning.training.failures import failures_as_sentences

    loaded = load_model(request.model)
    reading = read_for(loaded.header, request.text)
    if len(reading.text) < 2:
        raise PromptError("prompt.too_short")
    ids = encode(reading.text, loaded.header.vocabulary)
    report(EvaluateProgress(0, len(ids)))
    with failures_as_sentences(device.name):
        ids, model = ids.to(device.name), loaded.model.to(device.name)
        loss = evaluate(
            model, ids, request.window, report=lambda read: report(EvaluateProgress(read, len(ids)))
        )
        copied = copied_share(model, ids, request.window)
    return EvaluateResult(loss, reading, copied)


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
