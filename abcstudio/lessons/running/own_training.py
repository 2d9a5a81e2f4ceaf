"""A student's functions in the real training loop, inside the process of lessons.

{"do": "train", answers, songs, training, validation, header, ...}
->  {"said": "step", ...} ..., then {"said": "trained"}
or {"said": "broke", lesson, failure}
"""

from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from abcstudio.errors import AbcStudioError
from abcstudio.learning.checkpoint import CorpusInfo, ModelHeader
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.lessons.own_code import LESSONS, without_trials
from abcstudio.lessons.running.answer_run import run_parts
from abcstudio.lessons.running.failures import (
    MissingNameError,
    TooMuchOutputError,
    failure_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abcstudio.learning.training.trainer import StepReport

Send = Callable[..., None]


class BrokenAnswerError(Exception):
    """The answer to a lesson has stopped a training.

    Attributes:
        lesson: Which.
        cause: What it raised.
    """

    def __init__(self, lesson: str, cause: BaseException) -> None:
        super().__init__(lesson)
        self.lesson, self.cause = lesson, cause


class WrongAnswerError(Exception):
    """An answer runs, and what it gives is nothing that can be trained with."""


def train(request: Mapping[str, Any], folder: Path, send: Send) -> None:
    """Train with the answers of a request; the network's files are written into a folder."""
    try:
        _train(request, folder, send)
    except BrokenAnswerError as error:
        send(said="broke", lesson=error.lesson, failure=failure_of(error.cause))
    except AbcStudioError as error:
        words = {name: str(value) for name, value in error.parameters.items()}
        send(said="failed", message_id=error.message_id, parameters=words)
    else:
        send(said="trained")


def _train(request: Mapping[str, Any], folder: Path, send: Send) -> None:
    from abcstudio.learning.model import seed_everything
    from abcstudio.learning.training.batches import encode
    from abcstudio.learning.training.own_code import OwnFunctions, OwnNetwork, OwnTrainer

    header = _header(request)
    config, vocabulary = header.config, header.vocabulary
    seed_everything(config.rng_seed)
    names = _names(request)
    vectorized = _vectorized(names["vectorize_string"], request, vocabulary)
    sizes = (len(vocabulary), config.embedding_dim, config.hidden_size)
    with _blamed("LSTMModel"):
        own = names["LSTMModel"]["LSTMModel"](*sizes)
        network = OwnNetwork(own, *sizes)
        own.forward = _tagged({"LSTMModel": {"LSTMModel": own.forward}}, "LSTMModel")
    names["train_step"]["compute_loss"] = _tagged(names, "compute_loss")
    for name in ("idx2char", "char2idx"):
        names["generate_text"][name] = names["vectorize_string"][name]
    validation = str(request["validation"])
    trainer = OwnTrainer(
        model=network,
        header=header,
        train_ids=encode(str(request["training"]), vocabulary),
        val_ids=encode(validation, vocabulary) if len(validation) > 1 else None,
        folder=folder,
        report=lambda step: _tell(step, send),
        should_stop=bool,
    )
    functions = OwnFunctions(
        vectorized=vectorized,
        get_batch=_tagged(names, "get_batch", _pair),
        train_step=_tagged(names, "train_step", float),
        generate_text=_tagged(names, "generate_text"),
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


def _names(request: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Run each answer without its trials; return what it has made, by the function it is for."""
    from abcstudio.learning.training.own_code import names_in_cells

    found = {}
    for name, lesson in LESSONS.items():
        made: dict[str, Any] = {**names_in_cells(), "songs": list(request["songs"])}
        with _blamed(name):
            answer = str(request["answers"][lesson])
            run_parts(without_trials(answer), made)
            if name not in made:
                raise MissingNameError(name)
        found[name] = made
    return found


def _vectorized(made: Mapping[str, Any], request: Mapping[str, Any], vocabulary: Vocabulary) -> Any:
    """Return the training text as the student's numbers, which must be those of the vocabulary."""
    with _blamed("vectorize_string"):
        vectorized = made["vectorize_string"](str(request["training"]))
        shown = str(request["training"])[:1000]
        if [int(number) for number in vectorized[:1000]] != vocabulary.encode(shown):
            raise WrongAnswerError("vectorize_string")
    return vectorized


def _pair(batch: Any) -> tuple[Any, Any]:
    inputs, targets = batch
    return inputs, targets


def _tagged(
    names: Mapping[str, Mapping[str, Any]], name: str, taken: Callable[[Any], Any] | None = None
) -> Callable[..., Any]:
    """Return a function of an answer whose errors say which lesson they are of.

    Args:
        names: What the answers have made.
        name: The function.
        taken: Makes of what it returns what is needed.
    """
    function = names[name][name]

    @wraps(function)
    def tagged(*values: Any, **options: Any) -> Any:
        with _blamed(name):
            found = function(*values, **options)
            return found if taken is None else taken(found)

    return tagged


@contextmanager
def _blamed(name: str) -> "Iterator[None]":
    """Say of what goes wrong in it which lesson it is of, unless that is said already."""
    try:
        yield
    except BrokenAnswerError:
        raise
    except AbcStudioError:
        raise
    except (Exception, SystemExit, TooMuchOutputError) as error:
        raise BrokenAnswerError(LESSONS[name], error) from error


def _tell(step: "StepReport", send: Send) -> None:
    data = asdict(step)
    data.pop("paused")
    send(said="step", **data)
