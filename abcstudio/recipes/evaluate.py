"""How well a model predicts a text, by the same measure as in training."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from abcstudio.errors import TrainingError
from abcstudio.learning.config import VALIDATION_WINDOW
from abcstudio.learning.devices import choose_device


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
class EvaluateResult:
    """The mean loss in nats per character."""

    nats_per_char: float
    characters: int


def evaluate_model(request: EvaluateRequest, should_stop: Callable[[], bool]) -> EvaluateResult:
    """Measure a model on a text.

    Raises:
        CancelledError: `should_stop` said so.
        ModelFileError: The model cannot be opened.
        PromptError: The text holds characters that the model has never seen.
        TrainingError: The text is too short.
    """
    device = choose_device(request.device)
    from abcstudio.learning.batches import encode
    from abcstudio.learning.checkpoint import load_model
    from abcstudio.learning.evaluation import evaluate

    if len(request.text) < 2:
        raise TrainingError("training.too_little_text", characters=len(request.text), needed=2)
    loaded = load_model(request.model)
    ids = encode(request.text, loaded.header.vocabulary).to(device.name)
    loss = evaluate(loaded.model.to(device.name), ids, should_stop, request.window)
    return EvaluateResult(loss, len(request.text))
