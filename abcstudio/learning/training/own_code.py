"""The training loop with the functions that a student has written in the place of its own."""

import math
import time
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any

import numpy
import torch
from torch import Tensor, nn
from typing_extensions import override

from abcstudio.learning.checkpoint import tensor_shapes
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM
from abcstudio.learning.training.optimization import learning_rate_at, set_learning_rate
from abcstudio.learning.training.trainer import SAMPLE_CHARS, SAMPLE_PROMPT, Trainer
from abcstudio.stopping import stop_if_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFunctions:
    """What a student has written, each as its lesson asks for it.

    Attributes:
        vectorized: The training text by `vectorize_string`.
        get_batch: Takes that, a length and a batch size; returns inputs and targets.
        train_step: Takes these; returns the loss as a number after it has moved the weights.
        generate_text: Takes a network, a beginning and a length; returns a text.
        names: Where `train_step` finds `model` and `optimizer`.
    """

    vectorized: Any
    get_batch: Callable[..., Any]
    train_step: Callable[..., Any]
    generate_text: Callable[..., Any]
    names: MutableMapping[str, Any]


class UnlikeNetworkError(Exception):
    """A student's network does not have the layers of the lesson's."""


class OwnNetwork(CharLSTM):
    """A student's network, called and saved as the program's own is.

    Args:
        own: An instance of the student's class.
        vocab_size, embedding_dim, hidden_size: What it was made with.

    Raises:
        UnlikeNetworkError: Its layers are others, or of other sizes.
    """

    def __init__(
        self, own: nn.Module, vocab_size: int, embedding_dim: int, hidden_size: int
    ) -> None:
        nn.Module.__init__(self)
        self.cell, self.tied_weights = "lstm", False
        self.dropout = self.weight_dropout = self.pointer_dropout = 0.0
        self.pointers = None
        self.own = own
        self.embedding = _only(own, nn.Embedding)
        self.recurrent = _only(own, nn.LSTM)
        self.output = _only(own, nn.Linear)
        found = {name: tuple(tensor.shape) for name, tensor in self.state_dict().items()}
        config = TrainingConfig(embedding_dim=embedding_dim, hidden_size=hidden_size)
        if found != dict(tensor_shapes(config, vocab_size)):
            raise UnlikeNetworkError("sizes")

    @override
    def forward(self, inputs: Tensor, state: Any = None, masks: Any = None) -> tuple[Tensor, Any]:
        logits, state = self.own(inputs, state, return_state=True)
        return logits, state

    @override
    def state_dict(self, *values: Any, **options: Any) -> Any:
        """Return the weights by the names of the program's own network."""
        whole = super().state_dict(*values, **options)
        return {name: tensor for name, tensor in whole.items() if not name.startswith("own.")}


def written(
    network: OwnNetwork, weights: Mapping[str, Tensor], write: Callable[[nn.Module], str]
) -> str:
    """Return what is written with a student's network.

    Args:
        network: Theirs, with any weights.
        weights: Those that it is given, by the names of the program's own layers.
        write: Takes the student's own instance.
    """
    network.load_state_dict(weights, strict=False)
    network.own.eval()
    with torch.no_grad():
        return write(network.own)


def names_in_cells() -> dict[str, Any]:
    """Return what answers find made: the libraries, and something for each name of a lesson."""
    libraries = {"torch": torch, "nn": nn, "F": nn.functional, "np": numpy}
    given: dict[str, Any] = {
        "model": nn.Identity(),
        "optimizer": None,
        "char2idx": {},
        "idx2char": [],
        "x": 0,
    }
    return {"__name__": "own", **libraries, **given, "y": 0}


def _only(own: nn.Module, kind: type[nn.Module]) -> Any:
    found = [module for module in own.modules() if isinstance(module, kind)]
    if len(found) != 1:
        raise UnlikeNetworkError(kind.__name__)
    return found[0]


class OwnTrainer(Trainer):
    """A `Trainer` whose batches, steps and samples are a student's; all else is its own.

    Args of the constructor: those of `Trainer`. `use` gives it the functions before it runs.
    """

    def use(self, functions: OwnFunctions, network: nn.Module) -> None:
        """Train with these functions, and let them find the student's network and the optimizer."""
        self._functions, self._network = functions, network
        functions.names.update(model=network, optimizer=self.optimizer)

    @override
    def _step(self) -> None:
        began = time.perf_counter()
        stop_if_asked()
        progress, config = self.progress, self.config
        set_learning_rate(self.optimizer, learning_rate_at(config, progress.step, self._share))
        self.model.train()
        functions = self._functions
        inputs, targets = functions.get_batch(
            functions.vectorized, config.seq_len, config.batch_size
        )
        loss: float = functions.train_step(inputs, targets)
        self._gradient_norm = _norm(self.model)
        self._check(loss, float(self._gradient_norm))
        self._losses.append(loss)
        progress.step += 1
        progress.train_seconds += time.perf_counter() - began
        self._agree()

    @override
    def _sample(self) -> str:
        prompt = self.header.vocabulary.without_unknown(SAMPLE_PROMPT)
        torch.manual_seed(self.config.rng_seed + self.progress.step)
        with torch.no_grad():
            return str(self._functions.generate_text(self._network, prompt, SAMPLE_CHARS))


def _norm(model: nn.Module) -> Tensor:
    squares = [
        float(parameter.grad.square().sum())
        for parameter in model.parameters()
        if parameter.grad is not None
    ]
    return torch.tensor(math.sqrt(sum(squares)))
