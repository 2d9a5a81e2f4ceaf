"""The network: characters in, a score for each possible next character out."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.pointers import Past, PointerHeads, Pointing, mixed

_CELLS: dict[str, type[nn.LSTM] | type[nn.GRU] | type[nn.RNN]] = {
    "lstm": nn.LSTM,
    "gru": nn.GRU,
    "rnn": nn.RNN,
}
# What those modules call, here called for one layer: input, state, weights, with biases, one layer,
# no dropout, training, one direction, batch first.
_WEIGHTS = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
_READS: dict[str, Any] = {"lstm": torch.lstm, "gru": torch.gru, "rnn": torch.rnn_tanh}


@dataclass(frozen=True, slots=True)
class Masks:
    """Factors of 0 or 1 / (1 - share).

    Attributes:
        units: Of the units after each layer, the same for the whole length of a row (Gal and
            Ghahramani 2016), (rows, layers, hidden).
        weights: Of each layer's weights from its own past, the same for all rows (Merity, Keskar
            and Socher 2018), (gates * hidden, hidden) each; empty where none are silenced.
        heads: Of all that a row's pointer heads copy, never more than 1: what they do not copy
            goes to the network's own scores, (rows,); None where none are silenced.
    """

    units: Tensor
    weights: tuple[Tensor, ...] = ()
    heads: Tensor | None = None

    def rows(self, first: int, last: int) -> "Masks":
        """Return the masks of some rows."""
        heads = None if self.heads is None else self.heads[first:last]
        return Masks(self.units[first:last], self.weights, heads)


def draw_mask(shape: tuple[int, ...], share: float, generator: torch.Generator) -> Tensor:
    """Return factors of 0, for a share of them, or 1 / (1 - share), on the generator's device."""
    if share <= 0.0:
        return torch.ones(shape, device=generator.device)
    mask = torch.empty(shape, device=generator.device)
    return mask.bernoulli_(1.0 - share, generator=generator).div_(1.0 - share)


class CharLSTM(nn.Module):
    """Embedding, recurrent layers, linear; with the defaults the lab's network exactly.

    `forward` takes numbers (batch, seq_len) and returns logits (batch, seq_len, vocab_size) and
    the state after the last one, which a next call can go on from. With tied weights the linear
    layer scores a character by the embedding's own row for it (Press and Wolf 2017); a projection
    brings the hidden units to its width.

    Dropout silences units between the layers and before the linear one, weight dropout the weights
    between a layer's past and its present, pointer dropout all heads of some rows; all work
    through the masks that `forward` is given.

    With pointer heads the logits are the logarithms of a mixture's probabilities, and the state
    holds what the heads may point to, behind the recurrent layers' parts.
    """

    def __init__(self, vocab_size: int, config: TrainingConfig) -> None:
        super().__init__()
        self.cell = config.cell
        self.tied_weights = config.tied_weights == "on"
        self.dropout, self.weight_dropout = config.dropout, config.weight_dropout
        self.pointer_dropout = config.pointer_dropout if config.pointer_heads else 0.0
        embedding_dim, hidden_size = config.embedding_dim, config.hidden_size
        self.embedding = nn.Embedding(vocab_size, embedding_dim)
        self.recurrent = _CELLS[self.cell](
            embedding_dim, hidden_size, config.num_layers, batch_first=True
        )
        if self.tied_weights:
            self.projection = nn.Linear(hidden_size, embedding_dim, bias=False)
            self.output_bias = nn.Parameter(torch.zeros(vocab_size))
            # A row is read and scored: at the usual size of 1 the first logits would be wild.
            nn.init.normal_(self.embedding.weight, std=embedding_dim**-0.5)
        else:
            self.output = nn.Linear(hidden_size, vocab_size)
        # Made last: the other weights are those of a network without them.
        self.pointers: PointerHeads | None = None
        if heads := config.pointer_heads:
            self.pointers = PointerHeads(
                hidden_size, heads, config.pointer_width, config.pointer_reach
            )

    def forward(
        self, inputs: Tensor, state: Any = None, masks: Masks | None = None
    ) -> tuple[Tensor, Any]:
        """Return the logits of what follows each character, and the state after the last.

        Args:
            inputs: (batch, seq_len).
            state: As a call before returned it; None is a zero state.
            masks: Of these rows, from `draw_masks`; None for no dropout.
        """
        logits, state, pointing = self.read(inputs, state, masks)
        return (logits if pointing is None else mixed(logits, pointing)), state

    def read(
        self, inputs: Tensor, state: Any = None, masks: Masks | None = None
    ) -> tuple[Tensor, Any, Pointing | None]:
        """Return the network's own scores, the state, and where its heads point; None for none."""
        past: Past | None = None
        if self.pointers is not None and state is not None:
            state, past = self._parted(state)
        embedded = self.embedding(inputs)  # (batch, seq_len, embedding_dim)
        with _layers_arithmetic(embedded):
            if masks is None:
                hidden, state = self.recurrent(embedded, state)  # (batch, seq_len, hidden_size)
            else:
                hidden, state = self._read_masked(embedded, state, masks)
        logits = self.score(hidden)  # (batch, seq_len, vocab_size)
        if self.pointers is None:
            return logits, state, None
        pointing, past = self.pointers.point(hidden, inputs, past)
        if masks is not None and masks.heads is not None:
            pointing = pointing.silenced(masks.heads)
        return logits, (*(state if isinstance(state, tuple) else (state,)), *past), pointing

    def draw_masks(self, batch: int, generator: torch.Generator) -> Masks | None:
        """Return what one training step silences; None where there is no dropout.

        The generator must live where the network does.
        """
        if max(self.dropout, self.weight_dropout, self.pointer_dropout) <= 0.0:
            return None
        layers, hidden = self.recurrent.num_layers, self.recurrent.hidden_size
        units = draw_mask((batch, layers, hidden), self.dropout, generator)
        weights: tuple[Tensor, ...] = ()
        if self.weight_dropout > 0.0:
            shape = tuple(self.recurrent.get_parameter("weight_hh_l0").shape)
            weights = tuple(draw_mask(shape, self.weight_dropout, generator) for _ in range(layers))
        heads: Tensor | None = None
        if self.pointer_dropout > 0.0:
            heads = draw_mask((batch,), self.pointer_dropout, generator).clamp_(max=1.0)
        return Masks(units, weights, heads)

    def _read_masked(self, hidden: Tensor, state: Any, masks: Masks) -> tuple[Tensor, Any]:
        """Run layer by layer; torch's own dropout samples anew at every character."""
        read, count = _READS[self.cell], self.recurrent.num_layers
        parts = () if state is None else state if isinstance(state, tuple) else (state,)
        if not parts:
            zeros = hidden.new_zeros(count, len(hidden), self.recurrent.hidden_size)
            parts = (zeros, zeros) if self.cell == "lstm" else (zeros,)
        after: list[tuple[Tensor, ...]] = []
        for layer in range(count):
            weights = [getattr(self.recurrent, f"{name}_l{layer}") for name in _WEIGHTS]
            if masks.weights:
                weights[1] = weights[1] * masks.weights[layer]
            before = tuple(part[layer : layer + 1] for part in parts)  # (1, batch, hidden) each
            hidden, *rest = read(
                hidden, before if len(before) > 1 else before[0],
                weights, True, 1, 0.0, True, False, True,
            )  # fmt: skip
            units = masks.units[:, None, layer].to(hidden.dtype)  # (batch, 1, hidden)
            hidden = hidden * units  # (batch, seq_len, hidden)
            after.append(tuple(rest))
        whole = tuple(torch.cat(layers) for layers in zip(*after, strict=True))
        return hidden, whole if len(whole) > 1 else whole[0]

    @staticmethod
    def _parted(state: tuple[Tensor, ...]) -> tuple[Any, Past]:
        """Return the recurrent layers' state as they take it, and the heads' past."""
        *layers, keys, characters = state
        return (tuple(layers) if len(layers) > 1 else layers[0]), (keys, characters)

    def score(self, hidden: Tensor) -> Tensor:
        """Return the logits that the last layer's units, (batch, seq_len, hidden_size), lead to."""
        if not self.tied_weights:
            return self.output(hidden)  # type: ignore[no-any-return]
        projected = self.projection(hidden)  # (batch, seq_len, embedding_dim)
        return nn.functional.linear(projected, self.embedding.weight, self.output_bias)


def _layers_arithmetic(inputs: Tensor) -> AbstractContextManager[object]:
    """Return a context that disables autocast for recurrent layers on a GPU.

    Under any autocast type, torch runs cuDNN's recurrent layers in float16, where most gradients of
    a long text underflow.
    """
    return torch.autocast("cuda", enabled=False) if inputs.is_cuda else nullcontext()


def count_parameters(model: nn.Module) -> int:
    """Return how many numbers a network learns."""
    return sum(parameter.numel() for parameter in model.parameters())


def multiplications(model: CharLSTM, seq_len: int) -> int:
    """Return about how many a network makes for each character of a piece of text."""
    count = count_parameters(model)
    if model.pointers is not None:
        count += model.pointers.multiplications(seq_len, model.embedding.num_embeddings)
    return count


def seed_everything(rng_seed: int) -> None:
    """Make the next network's first weights, and its dropout, follow from the seed alone."""
    torch.manual_seed(rng_seed)
