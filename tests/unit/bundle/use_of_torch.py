"""Train, sample, save and call what lessons call, without the modules that the arguments name.

A program of its own, since it refuses imports. It prints which sources of torch were read.
"""

import importlib
import io
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

PLACE = "/site-packages/torch/"
SKIPPED = "SparseAdam"  # takes sparse gradients only, which nothing here makes

read: set[str] = set()


class LeftOut:
    """Finds no module of those that are left out, as in the bundle."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = tuple(names)

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if any(name == one or name.startswith(f"{one}.") for one in self._names):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return None


def note(event: str, arguments: tuple[Any, ...]) -> None:
    """Note an opened source of torch."""
    if event == "open" and isinstance(arguments[0], str):
        _, found, file = arguments[0].replace("\\", "/").rpartition(PLACE)
        if found and file.endswith(".py"):
            read.add(file)


def optimize() -> None:
    """Step with every optimizer, in the way of the trainer and of lessons."""
    import torch

    for name in torch.optim.__all__:
        kind = getattr(torch.optim, name)
        if name in {SKIPPED, "Optimizer"} or not isinstance(kind, type):
            continue
        layer = torch.nn.Linear(3, 3, bias=False)
        optimizer = kind(layer.parameters())

        def closure(layer: Any = layer, optimizer: Any = optimizer) -> Any:
            optimizer.zero_grad()
            loss = layer(torch.ones(2, 3)).sum()
            loss.backward()
            return loss

        optimizer.step(closure)
        torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 3).step()


def build() -> None:
    """Build networks of every sort that a course has, run them forward and back, and save them."""
    import torch
    from torch import nn
    from torch.nn import functional

    sequence = torch.zeros(3, 2, 4)
    recurrent = nn.LSTM(4, 4, 2, dropout=0.1)
    recurrent(sequence)[0].sum().backward()
    recurrent(nn.utils.rnn.pack_padded_sequence(sequence, torch.tensor([3, 2])))
    nn.GRU(4, 4)(sequence)
    nn.RNN(4, 4)(sequence)
    encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, batch_first=True), 1)
    encoder(torch.zeros(2, 3, 8)).sum().backward()
    nn.MultiheadAttention(8, 2)(*[torch.zeros(2, 1, 8)] * 3)
    nn.utils.parametrizations.weight_norm(nn.Linear(2, 2))
    nn.utils.clip_grad_norm_(recurrent.parameters(), 1.0)
    nn.Sequential(
        nn.Conv1d(1, 2, 3), nn.BatchNorm1d(2), nn.Dropout(), nn.MaxPool1d(2), nn.Flatten()
    )(torch.zeros(2, 1, 9))
    functional.cross_entropy(torch.zeros(2, 3), torch.tensor([0, 1]))
    functional.embedding(torch.tensor([1]), torch.zeros(3, 2))
    functional.one_hot(torch.tensor([1]), 3)
    for saved in (recurrent.state_dict(), nn.Linear(2, 2)):
        file = io.BytesIO()
        torch.save(saved, file)
        file.seek(0)
        torch.load(file, weights_only=isinstance(saved, dict))
    torch.jit.script(nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.LSTM(2, 2)))
    torch.jit.trace(nn.Linear(2, 2), torch.zeros(1, 2))


def call() -> None:
    """Call what stands around networks: chance, data, derivatives, what checks them."""
    import torch

    torch.distributions.Categorical(logits=torch.zeros(4)).sample()
    torch.multinomial(torch.ones(4), 1)
    rows = torch.utils.data.TensorDataset(torch.zeros(6, 2))
    list(torch.utils.data.DataLoader(rows, 2, shuffle=True))
    torch.func.vmap(lambda x: 2 * x)(torch.ones(3))
    torch.func.grad(lambda x: (x**2).sum())(torch.ones(3))
    torch.autograd.functional.jacobian(lambda x: 2 * x, torch.ones(2))
    torch.autograd.gradcheck(lambda x: 2 * x, torch.ones(2, dtype=torch.double, requires_grad=True))
    importlib.import_module("torch.utils.checkpoint").checkpoint(
        lambda x: 2 * x, torch.ones(2, requires_grad=True), use_reentrant=False
    ).sum().backward()
    torch.einsum("ij,jk->ik", torch.ones(2, 2), torch.ones(2, 2))
    torch.testing.assert_close(torch.ones(2), torch.ones(2))
    torch.stft(torch.zeros(64), 16, return_complex=True, window=torch.ones(16))
    repr(torch.ones(3, requires_grad=True))


if __name__ == "__main__":
    sys.addaudithook(note)
    sys.meta_path.insert(0, LeftOut(sys.argv[1:]))
    optimize()
    build()
    call()
    print("\n".join(sorted(read)))
