"""The chunks and tables of a sound font, as bytes."""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from abcstudio.playback.sound.sound_font_chunks import DTYPES


@dataclass
class Bags:
    """The zones of presets or instruments, being written."""

    bags: list[tuple[int, int]] = field(default_factory=list)
    generators: list[tuple[int, int]] = field(default_factory=list)
    modulators: list[bytes] = field(default_factory=list)

    def add(self, generators: Iterable[tuple[int, int]], modulators: Iterable[bytes]) -> None:
        """Add a zone."""
        self.bags.append((len(self.generators), len(self.modulators)))
        self.generators += generators
        self.modulators += modulators

    def chunks(self, letter: str) -> bytes:
        """Return the three tables of the zones; "p" for presets, "i" for instruments."""
        bags = [*self.bags, (len(self.generators), len(self.modulators))]
        generators = np.array([*self.generators, (0, 0)], DTYPES[f"{letter}gen"])
        return (
            chunk(f"{letter}bag", np.array(bags, DTYPES[f"{letter}bag"]).tobytes())
            + chunk(f"{letter}mod", b"".join(self.modulators) + bytes(10))
            + chunk(f"{letter}gen", generators.tobytes())
        )


def table(name: str, rows: Sequence[tuple[object, ...]]) -> bytes:
    return chunk(name, np.array(list(rows), DTYPES[name]).tobytes())


def chunk(name: str, body: bytes) -> bytes:
    """Return a RIFF chunk; a zero byte makes an odd body even, and its size counts it."""
    body += bytes(len(body) % 2)
    return name.encode() + struct.pack("<I", len(body)) + body
