"""A student's functions in the real training loop, inside the process of lessons.

{"do": "train", answers, songs, training, validation, header, ...}
->  {"said": "step", ...} ..., then {"said": "trained"}
or {"said": "broke", lesson, failure}
"""

from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from abcstudio.learning.checkpoint import CorpusInfo, ModelHeader
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.lessons.running.own_names import (
    Send,
    WrongAnswerError,
    answered,
    blamed,
    names_of,
    network_of,
    tagged,
    writer_of,
)

if TYPE_CHECKING:
    from abcstudio.learning.training.trainer import StepReport


def train(request: Mapping[str, Any], folder: Path, send: Send) -> None:
    """Train with the answers of a request; the network's files are written into a folder."""
    if answered(partial(_train, request, folder, send), send):
        send(said="trained")


def _train(request: Mapping[str, Any], folder: Path, send: Send) -> None:
    from abcstudio.learning.model import seed_everything
    from abcstudio.learning.training.batches import encode
    from abcstudio.learning.training.own_code import OwnFunctions, OwnTrainer

    header = _header(request)
    config, vocabulary = header.config, header.vocabulary
    seed_everything(config.rng_seed)
    names = names_of(request)
    vectorized = _vectorized(names["vectorize_string"], request, vocabulary)
    sizes = (len(vocabulary), config.embedding_dim, config.hidden_size)
    own, network = network_of(names, sizes)
    names["train_step"]["compute_loss"] = tagged(names, "compute_loss")
    validation = str(request["validation"])
    trainer = OwnTrainer(
        model=network,
        header=header,
        train_ids=encode(str(request["training"]), vocabulary),
        val_ids=encode(validation, vocabulary) if len(validation) > 1 else None,
        folder=folder,
        report=lambda step: _tell(step, send),
    )
    functions = OwnFunctions(
        vectorized=vectorized,
        get_batch=tagged(names, "get_batch", _pair),
        train_step=tagged(names, "train_step", _number),
        generate_text=writer_of(names),
        names=names["train_step"],
    )
    trainer.use(functions, own)
    trainer.run()


def _header(request: Mapping[str, Any]) -> ModelHeader:
    return ModelHeader(
        name=str(request["name"]),
        vocabulary=Vocabulary(str(request["vocabulary"])),
        config=TrainingConfig(**request["config"]),
        corpus=CorpusInfo(**request["corpus"]),
    )


def _vectorized(made: Mapping[str, Any], request: Mapping[str, Any], vocabulary: Vocabulary) -> Any:
    """Return the training text as the student's numbers, which must be those of the vocabulary."""
    with blamed("vectorize_string"):
        vectorized = made["vectorize_string"](str(request["training"]))
        shown = str(request["training"])[:1000]
        if [int(number) for number in vectorized[:1000]] != vocabulary.encode(shown):
            raise WrongAnswerError("numbers")
    return vectorized


def _pair(batch: Any) -> tuple[Any, Any]:
    try:
        inputs, targets = batch
    except (TypeError, ValueError) as error:
        raise WrongAnswerError("pair") from error
    return inputs, targets


def _number(loss: Any) -> float:
    # A tensor says so itself: of one with a graph `float` warns.
    item = getattr(loss, "item", None)
    try:
        return float(loss if item is None else item())
    except (TypeError, ValueError, RuntimeError) as error:
        raise WrongAnswerError("loss") from error


def _tell(step: "StepReport", send: Send) -> None:
    data = asdict(step)
    data.pop("paused")
    send(said="step", **data)
