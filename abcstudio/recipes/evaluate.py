"""How well a model predicts a text, by the same measure as in training."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from abcstudio.composing.model_text import ModelText
from abcstudio.errors import PromptError
from abcstudio.learning.config import VALIDATION_WINDOW
from abcstudio.learning.devices import choose_device
from abcstudio.recipes.model_reading import read_for

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
