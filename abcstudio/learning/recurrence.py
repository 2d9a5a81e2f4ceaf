"""One step of a recurrent network, written for speed: no autograd, weights packed once.

The first layer's input projection is a table, one row a character, so that reading a character
costs a look-up. Every stack keeps its state for a fixed number of streams side by side.
"""

from collections.abc import Callable, Mapping

import torch
from torch import Tensor

from abcstudio.learning.model import CharLSTM

_Step = Callable[[Tensor, "_Layer"], Tensor]


class _Layer:
    """Weights and state of one layer.

    Attributes:
        recurrent: Transposed weights of the layer's own past, (hidden, gates * hidden).
        bias: What is added to it, (gates * hidden,); zero where the projection has it already.
        hidden, memory: The state, (streams, hidden).
    """

    def __init__(self, recurrent: Tensor, bias: Tensor) -> None:
        self.recurrent = recurrent
        self.bias = bias
        self.hidden = torch.empty(0)
        self.memory = torch.empty(0)


class RecurrentStack:
    """The layers of a `CharLSTM`, advanced one character at a time.

    `advance` takes one number a stream, (streams,), and returns the logits of what may follow,
    (streams, vocab_size).
    """

    def __init__(self, model: CharLSTM) -> None:
        weights = {
            name: tensor.detach().float().cpu() for name, tensor in model.state_dict().items()
        }
        self._step: _Step = _STEPS[model.cell]
        self._layers: list[_Layer] = []
        self._inputs: list[Tensor] = []
        self._input_biases: list[Tensor] = []
        for number in range(model.recurrent.num_layers):
            self._add_layer(weights, number, model.cell == "gru")
        # One row a character.
        self._table = weights["embedding.weight"] @ self._inputs[0] + self._input_biases[0]
        if model.tied_weights:
            scores = weights["embedding.weight"] @ weights["projection.weight"]
            self._output = scores.t().contiguous()  # (hidden, vocab_size)
            self._output_bias = weights["output_bias"]  # (vocab_size,)
        else:
            self._output = weights["output.weight"].t().contiguous()  # (hidden, vocab_size)
            self._output_bias = weights["output.bias"]  # (vocab_size,)

    def _add_layer(self, weights: Mapping[str, Tensor], number: int, keeps_bias: bool) -> None:
        own_bias = weights[f"recurrent.bias_hh_l{number}"]  # (gates * hidden,)
        input_bias = weights[f"recurrent.bias_ih_l{number}"]  # (gates * hidden,)
        if not keeps_bias:
            # Only a GRU multiplies the past's share by a gate before it is added.
            input_bias, own_bias = input_bias + own_bias, torch.zeros_like(own_bias)
        recurrent = weights[f"recurrent.weight_hh_l{number}"].t().contiguous()
        self._layers.append(_Layer(recurrent, own_bias))
        self._inputs.append(weights[f"recurrent.weight_ih_l{number}"].t().contiguous())
        self._input_biases.append(input_bias)

    def reset(self, streams: int) -> None:
        """Start so many streams from a zero state."""
        for layer in self._layers:
            size = layer.recurrent.shape[0]
            layer.hidden = torch.zeros(streams, size)  # (streams, hidden)
            layer.memory = torch.zeros(streams, size)  # (streams, hidden)

    def advance(self, numbers: Tensor) -> Tensor:
        """Read one character a stream and return the logits of the next."""
        projected = self._table[numbers]  # (streams, gates * hidden)
        hidden = self._step(projected, self._layers[0])  # (streams, hidden)
        for layer, weight, bias in zip(
            self._layers[1:], self._inputs[1:], self._input_biases[1:], strict=True
        ):
            projected = torch.addmm(bias, hidden, weight)  # (streams, gates * hidden)
            hidden = self._step(projected, layer)  # (streams, hidden)
        return torch.addmm(self._output_bias, hidden, self._output)  # (streams, vocab_size)


def _lstm_step(projected: Tensor, layer: _Layer) -> Tensor:
    gates = torch.addmm(projected, layer.hidden, layer.recurrent)  # (streams, 4 * hidden)
    size = layer.recurrent.shape[0]
    gates[:, : 2 * size].sigmoid_()
    gates[:, 2 * size : 3 * size].tanh_()
    gates[:, 3 * size :].sigmoid_()
    take_in, keep, new, show = gates.chunk(4, dim=1)  # (streams, hidden) each
    layer.memory = layer.memory.mul_(keep).addcmul_(take_in, new)
    layer.hidden = layer.memory.tanh().mul_(show)
    return layer.hidden


def _gru_step(projected: Tensor, layer: _Layer) -> Tensor:
    own = torch.addmm(layer.bias, layer.hidden, layer.recurrent)  # (streams, 3 * hidden)
    size = layer.recurrent.shape[0]
    gates = (projected[:, : 2 * size] + own[:, : 2 * size]).sigmoid_()  # (streams, 2 * hidden)
    reset, update = gates.chunk(2, dim=1)  # (streams, hidden) each
    new = torch.addcmul(projected[:, 2 * size :], reset, own[:, 2 * size :]).tanh_()
    layer.hidden = new + update * (layer.hidden - new)
    return layer.hidden


def _rnn_step(projected: Tensor, layer: _Layer) -> Tensor:
    layer.hidden = torch.addmm(projected, layer.hidden, layer.recurrent).tanh_()
    return layer.hidden


_STEPS: dict[str, _Step] = {"lstm": _lstm_step, "gru": _gru_step, "rnn": _rnn_step}
