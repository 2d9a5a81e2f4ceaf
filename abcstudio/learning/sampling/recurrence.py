"""One step of a recurrent network, written for speed: no autograd, weights packed once.

The first layer's input projection is a table, one row a character, so that reading a character
costs a look-up. Every stack keeps its state for a fixed number of streams side by side, in tensors
that stay where they are from one character to the next.

On a processor that has them the large matrices are bfloat16, which halves the bytes a character
costs; state, table, gates and logits stay float32. Over 22,400 characters of Irish tunes the loss
of a shipped model (two layers of 448) moved by 0.00004 nats a character, 99.9 % of its likeliest
characters stayed the same, and 0.1 % of the probability went to other characters.
"""

from collections.abc import Callable, Mapping, Sequence

import torch
from torch import Tensor

from abcstudio.learning.model import CharLSTM
from abcstudio.learning.sampling.looking_back import LookingBack
from abcstudio.learning.sampling.products import FixedProduct
from abcstudio.learning.sampling.recorded_looking_back import RecordedLookingBack
from abcstudio.learning.sampling.ring import may_differ_in_length
from abcstudio.learning.sampling.stream_stack import StreamState

_Step = Callable[["_Layer"], None]

# As tensors: a plain number would be made one at every use, which takes longer than to multiply.
_ONE, _TWO = torch.tensor(1.0), torch.tensor(2.0)


class _Layer:
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


class RecurrentStack:
    """The layers of a `CharLSTM`, advanced one character at a time, on the model's device.

    `advance` takes one number a stream, (streams,), and returns the logits of what may follow,
    (streams, vocab_size).

    Attributes:
        heads: The pointer heads; None where the network has none.
    """

    def __init__(self, model: CharLSTM) -> None:
        weights = {name: tensor.detach().float() for name, tensor in model.state_dict().items()}
        embedding = weights["embedding.weight"]  # (vocab_size, embedding_dim)
        self.device = embedding.device
        self.vocab_size = len(embedding)
        self._step = _STEPS[model.cell]
        self._layers = [
            _Layer(weights, number, model.cell) for number in range(model.recurrent.num_layers)
        ]
        self.heads: LookingBack | None = None
        if model.tied_weights:
            output, bias = embedding @ weights["projection.weight"], weights["output_bias"]
        else:
            output, bias = weights["output.weight"], weights["output.bias"]
        self._output = FixedProduct(output)
        self._output_bias = bias.clone()  # (vocab_size,)
        if model.pointers is not None:
            is_on_cpu = self.device.type == "cpu"
            kind = LookingBack if is_on_cpu else RecordedLookingBack
            self.heads = kind(model.pointers, output, bias)

    @property
    def pasts(self) -> Sequence[LookingBack]:
        """The pointer heads, where there are any."""
        return () if self.heads is None else (self.heads,)

    def reset(self, streams: int) -> None:
        """Start so many streams from a zero state."""
        self._reset_layers(streams)
        if self.heads is not None:
            self.heads.reset(streams)

    def _reset_layers(self, streams: int) -> None:
        self._score = self._output.for_rows(streams)
        for layer in self._layers:
            layer.reset(streams)

    def keep(self, rows: Tensor) -> None:
        """Go on with some of the streams only, (rows,)."""
        for layer in self._layers:
            layer.keep(rows)
        if self.heads is not None:
            self.heads.keep(rows)

    def kept(self, row: int) -> StreamState:
        """Return a copy of one stream's state."""
        units = tuple(state[row : row + 1].clone() for state in self.units())
        return StreamState(units, tuple(past.kept(row) for past in self.pasts))

    def resume(self, states: Sequence[StreamState]) -> None:
        """Go on with streams that each have a state of their own."""
        self._reset_layers(len(states))
        for state, ones in zip(
            self.units(), zip(*(one.units for one in states), strict=True), strict=True
        ):
            torch.cat(ones, out=state)
        if self.heads is not None:
            self.heads.resume([ring for one in states for ring in one.rings])

    def may_differ_in_length(self, streams: int) -> bool:
        """Return whether streams may have read differently much without rounding otherwise.

        It is tried out where it may show; the state is lost.
        """
        return self.heads is None or may_differ_in_length(self.heads, streams)

    def fill(self, generator: torch.Generator) -> None:
        """Put in some state, the same each time for the same generator: to try out a step."""
        for state in self.units():
            state.uniform_(-1.0, 1.0, generator=generator)
        if self.heads is not None:
            self.heads.fill(generator)

    def state(self) -> list[Tensor]:
        """Return the tensors that a step changes for the next one, a stream a row where it can."""
        return self.units() + (self.heads.state() if self.heads is not None else [])

    def units(self) -> list[Tensor]:
        """Return the layers' state, (streams, hidden) each."""
        return [state for layer in self._layers for state in (layer.hidden, layer.memory)]

    def advance(self, numbers: Tensor) -> Tensor:
        """Read one character a stream and return the logits of the next."""
        hidden = self._hidden_after(numbers)
        if self.heads is None:
            return self._score(hidden).add_(self._output_bias)  # (streams, vocab_size)
        return self.heads.mix(numbers, hidden)

    def read(self, numbers: Tensor) -> None:
        """Read one character a stream, each of which knows its next one."""
        hidden = self._hidden_after(numbers)
        if self.heads is not None:
            self.heads.note(numbers, hidden)

    def _hidden_after(self, numbers: Tensor) -> Tensor:
        """Let the layers read one character a stream; return the last one's units."""
        below = self._layers[0].hidden
        for layer in self._layers:
            layer.listen(numbers, below)
            self._step(layer)
            below = layer.hidden
        return below


def _lstm_step(layer: _Layer) -> None:
    layer.gates.add_(layer.past(layer.hidden)).sigmoid_()
    take_in, keep, new, show = layer.parts  # (streams, hidden) each
    # tanh(x) = 2 sigmoid(2 x) - 1; the new memory's weights are doubled already.
    new.mul_(_TWO).sub_(_ONE)
    layer.memory.mul_(keep).addcmul_(take_in, new)
    _tanh_(layer.hidden.copy_(layer.memory)).mul_(show)


def _gru_step(layer: _Layer) -> None:
    past = torch.add(layer.past(layer.hidden), layer.past_bias)  # (streams, 3 * hidden)
    layer.gates[:, : 2 * layer.size].add_(past[:, : 2 * layer.size]).sigmoid_()
    reset, update, new = layer.parts  # (streams, hidden) each
    _tanh_(new.addcmul_(reset, past[:, 2 * layer.size :]))
    layer.hidden.sub_(new).mul_(update).add_(new)


def _rnn_step(layer: _Layer) -> None:
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


_STEPS: dict[str, _Step] = {"lstm": _lstm_step, "gru": _gru_step, "rnn": _rnn_step}
