"""One layer of a recurrent network as it samples, and what a step of each kind of cell does."""

from collections.abc import Callable, Mapping

import torch
from torch import Tensor

from abcstudio.learning.sampling.torch_streams.products import FixedProduct

LayerStep = Callable[["RecurrentLayer"], None]

# As tensors: a plain number would be made one at every use, which takes longer than to multiply.
_ONE, _TWO = torch.tensor(1.0), torch.tensor(2.0)


class RecurrentLayer:
    """Weights and state of one layer.

    Attributes:
        past: The product with the layer's own past, (streams, gates * hidden).
        past_bias: What is added to it, (gates * hidden,); zero where the input has it already.
        table: What each character adds to the first layer, (vocab_size, gates * hidden).
        input_bias: What is added to the product with the layer below, (gates * hidden,).
        gates: What comes from below and then the gates, (streams, gates * hidden); `parts` are
            views of it, (streams, hidden) each.
        hidden, memory: The state, (streams, hidden).
    """

    def __init__(self, weights: Mapping[str, Tensor], number: int, cell: str) -> None:
        arranged = _new_doubled if cell == "lstm" else _copied
        past = arranged(weights[f"recurrent.weight_hh_l{number}"])  # (gates * hidden, hidden)
        input_weight = arranged(weights[f"recurrent.weight_ih_l{number}"])
        past_bias = arranged(weights[f"recurrent.bias_hh_l{number}"])  # (gates * hidden,)
        self.input_bias = arranged(weights[f"recurrent.bias_ih_l{number}"])  # (gates * hidden,)
        if cell == "gru":
            self.past_bias = past_bias
        else:
            # Only a GRU multiplies the past's share by a gate before it is added.
            self.input_bias = self.input_bias + past_bias
            self.past_bias = torch.zeros_like(past_bias)
        self.size = past.shape[1]
        self.hidden = self.memory = torch.empty(0)
        self._past = FixedProduct(past, may_be_half=True)
        self.table: Tensor | None = None
        self._input: FixedProduct | None = None
        if number == 0:
            embedding = weights["embedding.weight"]
            self.table = torch.addmm(self.input_bias, embedding, input_weight.t())
        else:
            self._input = FixedProduct(input_weight, may_be_half=True)

    def reset(self, streams: int) -> None:
        """Start so many streams from a zero state."""
        self.past = self._past.for_rows(streams)
        if self._input is not None:
            self.input = self._input.for_rows(streams)
        self._allocate(streams)

    def keep(self, rows: Tensor) -> None:
        """Go on with some of the streams only; the products stay those of all, bit by bit."""
        hidden, memory = self.hidden[rows], self.memory[rows]  # (rows, hidden) each
        self._allocate(len(rows))
        self.hidden, self.memory = hidden, memory

    def _allocate(self, streams: int) -> None:
        bias = self.input_bias
        self.gates = bias.new_zeros(streams, len(bias))
        self.parts = self.gates.chunk(len(bias) // self.size, dim=1)
        self.hidden = bias.new_zeros(streams, self.size)
        self.memory = bias.new_zeros(streams, self.size)

    def listen(self, numbers: Tensor, below: Tensor) -> None:
        """Put into `gates` what comes from below: a character, or the hidden units there."""
        if self.table is not None:
            torch.index_select(self.table, 0, numbers, out=self.gates)
        else:
            torch.add(self.input_bias, self.input(below), out=self.gates)


def _lstm_step(layer: RecurrentLayer) -> None:
    layer.gates.add_(layer.past(layer.hidden)).sigmoid_()
    take_in, keep, new, show = layer.parts  # (streams, hidden) each
    # tanh(x) = 2 sigmoid(2 x) - 1; the new memory's weights are doubled already.
    new.mul_(_TWO).sub_(_ONE)
    layer.memory.mul_(keep).addcmul_(take_in, new)
    _tanh_(layer.hidden.copy_(layer.memory)).mul_(show)


def _gru_step(layer: RecurrentLayer) -> None:
    past = torch.add(layer.past(layer.hidden), layer.past_bias)  # (streams, 3 * hidden)
    layer.gates[:, : 2 * layer.size].add_(past[:, : 2 * layer.size]).sigmoid_()
    reset, update, new = layer.parts  # (streams, hidden) each
    _tanh_(new.addcmul_(reset, past[:, 2 * layer.size :]))
    layer.hidden.sub_(new).mul_(update).add_(new)


def _rnn_step(layer: RecurrentLayer) -> None:
    layer.hidden.copy_(_tanh_(layer.gates.add_(layer.past(layer.hidden))))


def _tanh_(values: Tensor) -> Tensor:
    """Replace values by their hyperbolic tangents, through the sigmoid: a fifth of the time."""
    return values.mul_(_TWO).sigmoid_().mul_(_TWO).sub_(_ONE)


def _new_doubled(weight: Tensor) -> Tensor:
    """Double what an LSTM adds up for its new memory: exact, and one sigmoid closes all gates."""
    doubled = weight.clone()
    doubled.chunk(4)[2].mul_(_TWO)
    return doubled


def _copied(weight: Tensor) -> Tensor:
    return weight.clone()


STEPS: dict[str, LayerStep] = {"lstm": _lstm_step, "gru": _gru_step, "rnn": _rnn_step}
