"""One layer of a recurrent network as NumPy computes it, and what a step of each cell does.

A logistic function is a hyperbolic tangent of half its argument, so half weights let one tangent
close all gates, and nothing is made anew from one character to the next.
"""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]


class NumpyLayer:
    """Weights and state of one layer.

    Attributes:
        gates: What comes from below and then the gates, (streams, gates * hidden); `logistic` and
            `new` are views of it.
        hidden, memory: The state, (streams, hidden).
    """

    def __init__(self, tensors: Mapping[str, Numbers], number: int, cell: str) -> None:
        def arranged(name: str) -> Numbers:
            return _ARRANGED[cell](tensors[f"recurrent.{name}_l{number}"])

        steps = {"lstm": self._lstm_step, "gru": self._gru_step, "rnn": self._rnn_step}
        self._step = steps[cell]
        self.past = np.ascontiguousarray(arranged("weight_hh").T)  # (hidden, gates * hidden)
        self.past_bias, self._bias = arranged("bias_hh"), arranged("bias_ih")
        if cell != "gru":
            # Only a GRU multiplies the past's share by a gate before it is added.
            self._bias = self._bias + self.past_bias
        self.size, width = self.past.shape
        self._logistic = width - self.size  # All gates but the new values.
        self._input = np.ascontiguousarray(arranged("weight_ih").T)  # (inputs, gates * hidden)
        self.has_table = number == 0
        if self.has_table:
            # What each character adds to the first layer, (vocab_size, gates * hidden).
            self._input = tensors["embedding.weight"] @ self._input + self._bias
        self.reset(0)

    def reset(self, streams: int) -> None:
        """Start so many streams from a zero state."""
        shape = (streams, self.size)
        self.go_on_from(np.zeros(shape, np.float32), np.zeros(shape, np.float32))

    def keep(self, rows: NDArray[np.intp]) -> None:
        """Go on with some of the streams only."""
        self.go_on_from(self.hidden[rows], self.memory[rows])

    def go_on_from(self, hidden: Numbers, memory: Numbers) -> None:
        """Go on with these states, (streams, hidden) each, which it changes."""
        self.hidden, self.memory = hidden, memory
        width = self._logistic + self.size
        self.gates = np.empty((len(hidden), width), np.float32)
        self.from_past = np.empty((len(hidden), width), np.float32)
        self.logistic, self.new = self.gates[:, : self._logistic], self.gates[:, self._logistic :]

    def from_below(self, below: NDArray[np.intp] | Numbers) -> Numbers:
        """Return what comes from characters, (rows,), or the units below, (rows, inputs)."""
        if self.has_table:
            found: Numbers = self._input[below]  # (rows, gates * hidden)
            return found
        product: Numbers = below @ self._input  # (rows, gates * hidden)
        product += self._bias
        return product

    def advance(self, from_below: Numbers) -> None:
        """Take what comes from below, (streams, gates * hidden), and move on by one character."""
        self.gates[:] = from_below
        np.dot(self.hidden, self.past, out=self.from_past)
        self._step()

    def _lstm_step(self) -> None:
        self.gates += self.from_past
        np.tanh(self.gates, out=self.gates)
        _close(self.logistic)
        size = self.size
        take_in, keep, show = (self.gates[:, part * size : (part + 1) * size] for part in range(3))
        self.memory *= keep
        self.new *= take_in
        self.memory += self.new
        np.tanh(self.memory, out=self.hidden)
        self.hidden *= show

    def _gru_step(self) -> None:
        self.from_past += self.past_bias
        logistic, size = self.logistic, self.size
        logistic += self.from_past[:, : 2 * size]
        np.tanh(logistic, out=logistic)
        _close(logistic)
        reset, update = logistic[:, :size], logistic[:, size:]
        reset *= self.from_past[:, 2 * size :]
        self.new += reset
        np.tanh(self.new, out=self.new)
        self.hidden -= self.new
        self.hidden *= update
        self.hidden += self.new

    def _rnn_step(self) -> None:
        self.gates += self.from_past
        np.tanh(self.gates, out=self.hidden)


def _close(tangents: Numbers) -> None:
    """Make logistic functions of the tangents of half their arguments."""
    tangents *= 0.5
    tangents += 0.5


def _lstm_arranged(weight: Numbers) -> Numbers:
    """Return torch's gates (take in, keep, new, show) with the new values last, others halved."""
    take_in, keep, new, show = np.split(weight, 4)
    return np.concatenate([take_in * 0.5, keep * 0.5, show * 0.5, new], dtype=np.float32)


def _gru_arranged(weight: Numbers) -> Numbers:
    reset, update, new = np.split(weight, 3)
    return np.concatenate([reset * 0.5, update * 0.5, new], dtype=np.float32)


_ARRANGED: dict[str, Callable[[Numbers], Numbers]] = {
    "lstm": _lstm_arranged,
    "gru": _gru_arranged,
    "rnn": np.copy,
}
