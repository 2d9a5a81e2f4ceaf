"""Files that pose as the lab's weights (`torch.save(model.state_dict())`) and do harm, by name."""

import builtins
import gzip
import io
import os
import pickle
import random
import struct
import zipfile
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Any

import torch
from hostile_kinds import MARKER, payload
from torch import nn

ROWS, WIDTH, HIDDEN = 12, 4, 6


class LabNetwork(nn.Module):
    """The lab's network, with the lab's names."""

    def __init__(self, vocab_size: int, embedding_dim: int, hidden_size: int, layers: int = 1):
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, embedding_dim)
        self.lstm = nn.LSTM(embedding_dim, hidden_size, layers, batch_first=True)
        self.fc = nn.Linear(hidden_size, vocab_size)

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        """Return logits, (batch, seq_len, vocab_size)."""
        logits: torch.Tensor = self.fc(self.lstm(self.embedding(inputs))[0])
        return logits


def saved(value: Any, **options: Any) -> bytes:
    """Return what `torch.save` writes."""
    file = io.BytesIO()
    torch.save(value, file, **options)
    return file.getvalue()


def weights() -> "OrderedDict[str, torch.Tensor]":
    """Return the valid weights of a small network."""
    torch.manual_seed(1)
    return OrderedDict(LabNetwork(ROWS, WIDTH, HIDDEN).state_dict())


def valid() -> bytes:
    """Return a valid file."""
    return saved(weights())


def with_weights(**changes: Any) -> Callable[[], bytes]:
    """Return a maker that changes weights; dots are two underscores, and None leaves one out."""

    def make() -> bytes:
        found = weights()
        for name, value in changes.items():
            found[name.replace("__", ".")] = value
        return saved(OrderedDict((k, v) for k, v in found.items() if v is not None))

    return make


def repacked(
    data: bytes,
    change: Callable[[dict[str, bytes]], None] = lambda _: None,
    compression: int = zipfile.ZIP_STORED,
) -> bytes:
    """Return an archive with other contents."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content, compression)
    return file.getvalue()


def with_pickle(instructions: bytes) -> bytes:
    """Return a valid archive with another pickle."""
    return repacked(valid(), lambda entries: entries.update({"archive/data.pkl": instructions}))


class _Storage:
    """Stands for a storage of numbers in a pickle."""

    def __init__(self, count: int) -> None:
        self.count = count


class _Rebuilt:
    """Stands for a tensor with any size, stride and offset."""

    def __init__(self, count: int, offset: Any, size: Any, stride: Any) -> None:
        hooks: OrderedDict[str, Any] = OrderedDict()
        self.arguments = (_Storage(count), offset, size, stride, False, hooks)

    def __reduce__(self) -> tuple[Any, ...]:
        return torch._utils._rebuild_tensor_v2, self.arguments


class _Pickler(pickle.Pickler):
    def persistent_id(self, value: Any) -> Any:
        """Name a storage as torch does."""
        if isinstance(value, _Storage):
            return "storage", torch.FloatStorage, "0", "cpu", value.count
        return None


def _tensor(count: int, offset: Any, size: Any, stride: Any) -> Callable[[], bytes]:
    """Return a maker of weights whose embedding is rebuilt in a way of its own."""

    def make() -> bytes:
        file = io.BytesIO()
        found: dict[str, Any] = {"embedding.weight": _Rebuilt(count, offset, size, stride)}
        _Pickler(file, protocol=2).dump(found)
        return with_pickle(file.getvalue())

    return make


def doublings(count: int) -> bytes:
    """Return a pickle of a dictionary whose key holds itself 2^count times."""
    return b"\x80\x02}K\x01" + count * b"q\x00h\x00\x86" + b"K\x01s."


def _entries(names: list[str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return file.getvalue()


def _bomb() -> bytes:
    return repacked(
        valid(),
        lambda entries: entries.update({"archive/data/0": bytes(300_000_000)}),
        zipfile.ZIP_DEFLATED,
    )


def _bits(place: int, value: int) -> bytes:
    """Set two bytes of the first entry of the table of contents."""
    data = bytearray(repacked(valid()))
    start = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, start + place, value)
    return bytes(data)


def _end(change: Callable[[bytearray, int], None]) -> bytes:
    data = bytearray(valid())
    change(data, data.rindex(b"PK\x05\x06"))
    return bytes(data)


def _endless_directory(data: bytearray, place: int) -> None:
    struct.pack_into("<I", data, place + 12, 0xFFFFFFF0)
    struct.pack_into("<Q", data, place - 98 + 22 + 40, 2**40)


def _shared() -> bytes:
    """Return an archive in which ten entries are the same bytes of the file."""
    data = repacked(saved({"embedding.weight": torch.zeros(64, 64)}))
    start, end = data.index(b"PK\x01\x02"), data.rindex(b"PK\x05\x06")
    directory = data[start:end]
    records = [b"PK\x01\x02" + rest for rest in directory.split(b"PK\x01\x02")[1:]]
    storage = next(record for record in records if b"data/0" in record)
    copies = b"".join(storage.replace(b"data/0", b"data/%d" % n) for n in range(1, 10))
    tail = bytearray(data[end:])
    count = len(records) + 9
    struct.pack_into("<HHI", tail, 8, count, count, len(directory) + len(copies))
    return data[:end] + copies + bytes(tail)


class _Evil:
    def __init__(self, function: Any, *arguments: Any) -> None:
        self.call = (function, arguments)

    def __reduce__(self) -> tuple[Any, ...]:
        return self.call


_RUN = f"touch {MARKER}"

ARCHIVES: dict[str, Callable[[], bytes]] = {
    "an empty file": lambda: b"",
    "a hundred zeros": lambda: bytes(100),
    "text": lambda: b"X:1\nK:C\nABc|\n" * 100,
    "a bare pickle with a payload": payload,
    "the old format": lambda: saved(weights(), _use_new_zipfile_serialization=False),
    "the old format with a payload": lambda: saved(
        _Evil(os.system, _RUN), _use_new_zipfile_serialization=False
    ),
    "a payload in an archive": lambda: saved(_Evil(os.system, _RUN)),
    "a payload beside weights": with_weights(evil=_Evil(os.system, _RUN)),
    "a payload of eval": with_weights(evil=_Evil(builtins.eval, "__import__('os').system('true')")),
    "a payload of exec": with_weights(evil=_Evil(exec, f"open({MARKER!r}, 'w')")),
    "a payload of open": with_weights(evil=_Evil(open, MARKER, "w")),
    "a payload by STACK_GLOBAL": lambda: with_pickle(
        pickle.dumps(_Evil(os.system, _RUN), protocol=4)
    ),
    "a payload by INST": lambda: with_pickle(b"(S'" + _RUN.encode() + b"'\nios\nsystem\n."),
    "a payload by OBJ": lambda: with_pickle(b"(cos\nsystem\nS'" + _RUN.encode() + b"'\no."),
    "an extension": lambda: with_pickle(b"\x80\x02\x82\x01."),
    "a payload of torch.hub": lambda: with_pickle(
        b"\x80\x02ctorch.hub\nload\n(X\x01\x00\x00\x00aX\x01\x00\x00\x00btR."
    ),
    "a whole module": lambda: saved(LabNetwork(ROWS, WIDTH, HIDDEN)),
    "a script module": lambda: _entries(["m/data.pkl", "m/constants.pkl", "m/code/__torch__.py"]),
    "a deflated archive": lambda: repacked(valid(), compression=zipfile.ZIP_DEFLATED),
    "a deflated bomb of 1,000 : 1": _bomb,
    "an encrypted archive": lambda: _bits(8, 1),
    "an unknown compression": lambda: _bits(10, 99),
    "a hundred thousand entries": lambda: _entries([f"m/data/{n}" for n in range(100_000)]),
    "a path that climbs": lambda: _entries(["m/data.pkl", "m/../../evil"]),
    "a path from the root": lambda: _entries(["/etc/passwd", "/data.pkl"]),
    "two entries of one name": lambda: _entries(["m/data.pkl", "m/version", "m/x"]).replace(
        b"m/version", b"m/data.pkl"[:9]
    ),
    "entries over each other": _shared,
    "no pickle": lambda: _entries(["m/version", "m/data/0"]),
    "a table of contents of a terabyte": lambda: _end(_endless_directory),
    "a comment behind the end": lambda: valid() + b"comment",
    "cut in the middle": lambda: valid()[: len(valid()) // 2],
    "cut by one byte": lambda: valid()[:-1],
    "a pickle of a megabyte": lambda: with_pickle(b"\x80\x02}" + b"N0" * 500_000 + b"."),
    "a pickle of too many instructions": lambda: with_pickle(b"\x80\x02" + b"N" * 60_000 + b"."),
    "a pickle that ends early": lambda: with_pickle(b"\x80\x02}"),
    "an empty pickle": lambda: with_pickle(b""),
    "an unknown instruction": lambda: with_pickle(b"\x80\x02\xff."),
    "a long text that is not there": lambda: with_pickle(b"\x80\x02X\xff\xff\xff\x7fa."),
    "a text of 2^63 bytes": lambda: with_pickle(b"\x80\x04\x8d" + b"\xff" * 7 + b"\x7fa."),
    "a number of 60,000 digits": lambda: with_pickle(b"L" + b"9" * 60_000 + b"L\n."),
    "a memo at 2^31": lambda: with_pickle(b"\x80\x02}r\xff\xff\xff\x7f."),
    "a thousand tuples in tuples": lambda: with_pickle(b"\x80\x02)" + b"\x85" * 19_000 + b"."),
    "a gzip file": lambda: gzip.compress(valid()),
    "a 7z archive": lambda: b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(200),
    "a program": lambda: b"\x7fELF\x02\x01\x01" + bytes(500),
    "a number": lambda: saved(5),
    "a list of weights": lambda: saved(list(weights().values())),
    "no weights at all": lambda: saved({}),
    "a checkpoint of other things": lambda: saved({"epoch": 3, "model": weights()}),
    "whole numbers": with_weights(fc__bias=torch.arange(ROWS)),
    "complex numbers": with_weights(fc__bias=torch.zeros(ROWS, dtype=torch.complex64)),
    "a sparse tensor": with_weights(fc__weight=torch.zeros(ROWS, HIDDEN).to_sparse()),
    "a tensor without memory": with_weights(fc__weight=torch.empty(ROWS, HIDDEN, device="meta")),
    "a missing weight": with_weights(fc__bias=None),
    "an extra weight": with_weights(fc__more=torch.zeros(3)),
    "another network": lambda: saved(nn.Linear(3, 4).state_dict()),
    "a network that looks both ways": lambda: saved(
        {**weights(), **{f"lstm.{k}": v for k, v in
         nn.LSTM(WIDTH, HIDDEN, bidirectional=True).state_dict().items()}}
    ),
    "another shape": with_weights(fc__weight=torch.zeros(ROWS, HIDDEN + 1)),
    "a shape turned round": with_weights(fc__weight=torch.zeros(HIDDEN, ROWS)),
    "a number for a matrix": with_weights(fc__weight=torch.tensor(1.0)),
    "a network that is too wide": lambda: saved(LabNetwork(ROWS, 1100, 2).state_dict()),
    "NaN": with_weights(fc__bias=torch.full((ROWS,), float("nan"))),
    "infinity": with_weights(fc__bias=torch.full((ROWS,), float("inf"))),
    "a huge weight": with_weights(fc__bias=torch.full((ROWS,), 1e30)),
    "four terabytes by a stride of zero": _tensor(1, 0, (2**40,), (0,)),
    "a tensor of 2^62 by 4": _tensor(48, 0, (2**62, 4), (4, 1)),
    "a tensor beyond its storage": _tensor(48, 0, (1000, 1000), (1000, 1)),
    "a negative offset": _tensor(48, -8, (12, 4), (4, 1)),
    "an offset beyond the end": _tensor(48, 2**40, (12, 4), (4, 1)),
    "a negative stride": _tensor(48, 47, (12, 4), (-4, -1)),
    "a negative size": _tensor(48, 0, (-12, -4), (4, 1)),
    "a size in words": _tensor(48, 0, ("12", "4"), (4, 1)),
    "a storage that is longer than its entry": _tensor(2**40, 0, (12, 4), (4, 1)),
    "thirty dimensions": _tensor(48, 0, (1,) * 28 + (12, 4), (1,) * 28 + (4, 1)),
}  # fmt: skip
"""Makers of the files, each without an argument."""

BOMBS: dict[str, Callable[[], bytes]] = {
    "a key of thirty doublings": lambda: with_pickle(doublings(30)),
    "a key of a thousand doublings": lambda: with_pickle(doublings(1000)),
}
"""Files that only the limits of the child process stop: more time than anyone has."""


def mutants(count: int, chance: random.Random) -> Iterator[bytes]:
    """Yield so many valid files with faults in the archive, in the pickle or in the numbers."""
    seeds = [valid(), saved(LabNetwork(ROWS, WIDTH, HIDDEN, 2).half().state_dict())]
    for _ in range(count):
        data = chance.choice(seeds)
        if chance.random() < 0.4:
            yield _damaged(data, chance)
        else:
            yield repacked(data, lambda entries: _damage_entries(entries, chance))


def _damage_entries(entries: dict[str, bytes], chance: random.Random) -> None:
    name = "archive/data.pkl" if chance.random() < 0.8 else chance.choice(list(entries))
    content = bytearray(entries[name])
    for _ in range(chance.choice((1, 1, 2, 4))):
        place = chance.randrange(len(content) + 1)
        if name.endswith("pkl") and chance.random() < 0.6:
            content[place : place + chance.randrange(3)] = chance.choice(_PIECES)
        else:
            content = bytearray(_damaged(bytes(content), chance))
    entries[name] = bytes(content)
    if chance.random() < 0.1:
        first, second = chance.sample(list(entries), 2)
        entries[first], entries[second] = entries[second], entries[first]


def _damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    place = chance.randrange(len(data) + 1)
    way = chance.randrange(4)
    if way == 0:
        del changed[place:]
    elif way == 1:
        del changed[place : place + chance.choice((1, 4, 30))]
    elif way == 2:
        changed[place:place] = data[place : place + chance.choice((1, 8, 60))]
    elif changed:
        changed[place % len(data)] ^= 1 << chance.randrange(8)
    return bytes(changed)


_PIECES = (b"cos\nsystem\n", b"cbuiltins\neval\n", b"R", b"b", b"s", b"u", b"t", b"(", b")", b"}",
           b"h\x00", b"q\x00", b"\x85", b"\x86", b"Q", b"K\x00", b"K\xff", b"J\xff\xff\xff\xff",
           b"J\xff\xff\xff\x7f", b"N", b"\x88", b"\x89", b"X\x01\x00\x00\x00a",
           b"ccollections\nOrderedDict\n",
           b"ctorch\nDoubleStorage\n", b"ctorch._utils\n_rebuild_tensor_v2\n",
           b"0", b"2", b".")  # fmt: skip
"""Instructions of pickles."""
