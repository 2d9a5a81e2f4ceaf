"""The tables inside a SoundFont file, found and checked; no number of the file is trusted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from abcstudio.errors import SoundError

MAX_CHUNKS = 64

DTYPES: Final[Mapping[str, np.dtype[np.void]]] = {
    "phdr": np.dtype(
        [
            ("name", "S20"), ("program", "<u2"), ("bank", "<u2"), ("bag", "<u2"),
            ("library", "<u4"), ("genre", "<u4"), ("morphology", "<u4"),
        ]
    ),
    "pbag": np.dtype([("generator", "<u2"), ("modulator", "<u2")]),
    "pmod": np.dtype("V10"),
    "pgen": np.dtype([("operator", "<u2"), ("amount", "<u2")]),
    "inst": np.dtype([("name", "S20"), ("bag", "<u2")]),
    "ibag": np.dtype([("generator", "<u2"), ("modulator", "<u2")]),
    "imod": np.dtype("V10"),
    "igen": np.dtype([("operator", "<u2"), ("amount", "<u2")]),
    "shdr": np.dtype(
        [
            ("name", "S20"), ("start", "<u4"), ("end", "<u4"), ("loop_start", "<u4"),
            ("loop_end", "<u4"), ("rate", "<u4"), ("pitch", "u1"), ("correction", "i1"),
            ("link", "<u2"), ("type", "<u2"),
        ]
    ),
}  # fmt: skip
_INDEXED = (
    ("phdr", "bag", "pbag"),
    ("pbag", "generator", "pgen"),
    ("inst", "bag", "ibag"),
    ("ibag", "generator", "igen"),
)
_Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The nine tables of a font as structured arrays, and its recorded frames."""

    name: str
    frames: NDArray[np.int16]
    phdr: NDArray[np.void]
    pbag: NDArray[np.void]
    pmod: NDArray[np.void]
    pgen: NDArray[np.void]
    inst: NDArray[np.void]
    ibag: NDArray[np.void]
    imod: NDArray[np.void]
    igen: NDArray[np.void]
    shdr: NDArray[np.void]


def read_chunks(data: _Bytes, path: Path) -> Tables:
    """Find and check the tables of a font.

    Args:
        data: The whole file.
        path: Its name, for the sentence of an error.

    Raises:
        SoundError: The data are no SoundFont, or their tables contradict themselves.
    """
    invalid = SoundError("sound.font_invalid", path=path)
    if len(data) < 12 or data[:4].tobytes() != b"RIFF" or data[8:12].tobytes() != b"sfbk":
        raise invalid
    found: dict[str, _Bytes] = {}
    for kind, body in _chunks(data[12:]):
        if kind == "LIST" and len(body) >= 4:
            found.update(_chunks(body[4:]))
    if "smpl" not in found or any(name not in found for name in DTYPES):
        raise invalid
    tables = {}
    for name, dtype in DTYPES.items():
        body = found[name]
        if len(body) % dtype.itemsize or len(body) < dtype.itemsize:
            raise invalid
        tables[name] = np.frombuffer(body.tobytes(), dtype=dtype)
    for table, column, target in _INDEXED:
        indices = tables[table][column].astype(np.int64)
        if np.any(np.diff(indices) < 0) or indices[-1] > len(tables[target]) - 1:
            raise invalid
    samples = found["smpl"]
    frames = samples[: len(samples) // 2 * 2].view(np.dtype("<i2"))
    title = found.get("INAM", np.zeros(0, np.uint8))[:256].tobytes()
    return Tables(name=title.split(b"\0")[0].decode("latin-1"), frames=frames, **tables)


def _chunks(data: _Bytes) -> Iterator[tuple[str, _Bytes]]:
    """Yield the chunks of a list; one that reaches beyond its list ends it."""
    place = 0
    for _ in range(MAX_CHUNKS):
        if place + 8 > len(data):
            return
        kind = data[place : place + 4].tobytes().decode("latin-1")
        size = int.from_bytes(data[place + 4 : place + 8].tobytes(), "little")
        body = data[place + 8 : place + 8 + size]
        if len(body) < size:
            return
        yield kind, body
        place += 8 + size + size % 2
