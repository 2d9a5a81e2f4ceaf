"""Cut the studio's seven instruments out of FluidR3 GM (MIT licence; Debian: fluid-soundfont-gm).

    python scripts/cut_sound_font.py /usr/share/sounds/sf2/FluidR3_GM.sf2 session.sf2

Presets are kept with all their zones and modulators. What no tune reaches is left out: zones wholly
outside the keys below, frames behind the end of a loop, and one channel of the piano.
"""

import argparse
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from abcstudio.files import atomic_write
from abcstudio.playback.sound_font_chunks import DTYPES, Tables, read_chunks
from abcstudio.playback.sound_font_generators import Generator

LOWEST_KEY, HIGHEST_KEY = 36, 101
GAP_FRAMES = 46  # the standard asks for silence behind every sample
LOOP_GUARD_FRAMES = 8
LEFT, MONO = 4, 1
LOOP_MODES = (1, 3)


@dataclass(frozen=True)
class Wanted:
    """A preset to keep, by its General MIDI program."""

    program: int
    one_channel: bool = False


WANTED = (
    Wanted(0, one_channel=True),  # piano
    Wanted(21),  # accordion
    Wanted(24),  # guitar
    Wanted(46),  # harp
    Wanted(73),  # flute
    Wanted(74),  # recorder: the whistle, which is a fipple flute too
    Wanted(110),  # fiddle
)


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


class Cutter:
    """Copies presets of one font into another."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.presets = Bags()
        self.instruments = Bags()
        self.preset_rows: list[tuple[object, ...]] = []
        self.instrument_rows: list[tuple[object, ...]] = []
        self.sample_rows: list[tuple[object, ...]] = []
        self.frames: list[NDArray[np.int16]] = []
        self.frame_count = 0
        self.instrument_numbers: dict[int, int] = {}
        self.sample_numbers: dict[int, int] = {}

    def add_preset(self, wanted: Wanted) -> None:
        """Copy a preset with all that it refers to."""
        headers = self.tables.phdr
        place = next(
            place
            for place, row in enumerate(headers[:-1])
            if (row["bank"], row["program"]) == (0, wanted.program)
        )
        row = headers[place]
        self.preset_rows.append((row["name"], wanted.program, 0, len(self.presets.bags), 0, 0, 0))
        for generators, modulators in self._zones("p", headers, place):
            last = generators[-1] if generators else None
            if last and last[0] == Generator.INSTRUMENT:
                number = self._instrument(last[1], wanted)
                generators = [*generators[:-1], (int(Generator.INSTRUMENT), number)]
            self.presets.add(generators, modulators)

    def _zones(
        self, letter: str, headers: NDArray[np.void], place: int
    ) -> Iterable[tuple[list[tuple[int, int]], list[bytes]]]:
        bags = getattr(self.tables, f"{letter}bag")
        generators = getattr(self.tables, f"{letter}gen")
        modulators = getattr(self.tables, f"{letter}mod")
        for bag in range(int(headers[place]["bag"]), int(headers[place + 1]["bag"])):
            first, stop = int(bags[bag]["generator"]), int(bags[bag + 1]["generator"])
            first_mod, stop_mod = int(bags[bag]["modulator"]), int(bags[bag + 1]["modulator"])
            yield (
                [(int(row["operator"]), int(row["amount"])) for row in generators[first:stop]],
                [row.tobytes() for row in modulators[first_mod:stop_mod]],
            )

    def _instrument(self, number: int, wanted: Wanted) -> int:
        if number in self.instrument_numbers:
            return self.instrument_numbers[number]
        zones = []
        for generators, modulators in self._zones("i", self.tables.inst, number):
            values = dict(generators)
            if Generator.SAMPLE in values and not self._is_kept(values, wanted):
                continue
            if Generator.SAMPLE in values:
                sample = self._sample(values[Generator.SAMPLE], values, wanted)
                dropped = (Generator.SAMPLE, *((Generator.PAN,) if wanted.one_channel else ()))
                generators = [item for item in generators if item[0] not in dropped]
                generators.append((int(Generator.SAMPLE), sample))
            zones.append((generators, modulators))
        new_number = len(self.instrument_rows)
        self.instrument_rows.append((self.tables.inst[number]["name"], len(self.instruments.bags)))
        for generators, modulators in zones:
            self.instruments.add(generators, modulators)
        self.instrument_numbers[number] = new_number
        return new_number

    def _is_kept(self, values: dict[int, int], wanted: Wanted) -> bool:
        keys = values.get(Generator.KEY_RANGE, 0x7F00)
        if (keys & 0xFF) > HIGHEST_KEY or (keys >> 8) < LOWEST_KEY:
            return False
        kind = int(self.tables.shdr[values[Generator.SAMPLE]]["type"])
        return not wanted.one_channel or kind in (LEFT, MONO)

    def _sample(self, number: int, values: dict[int, int], wanted: Wanted) -> int:
        if number in self.sample_numbers:
            return self.sample_numbers[number]
        row = self.tables.shdr[number]
        start, end = int(row["start"]), int(row["end"])
        if (
            values.get(Generator.SAMPLE_MODES, 1) in LOOP_MODES
            and row["loop_end"] > row["loop_start"]
        ):
            end = min(end, int(row["loop_end"]) + LOOP_GUARD_FRAMES)
        moved = self.frame_count - start
        self.frames += [self.tables.frames[start:end], np.zeros(GAP_FRAMES, np.int16)]
        self.frame_count += end - start + GAP_FRAMES
        new_number = len(self.sample_rows)
        self.sample_numbers[number] = new_number
        self.sample_rows.append(
            (
                row["name"], start + moved, end + moved, int(row["loop_start"]) + moved,
                int(row["loop_end"]) + moved, row["rate"], row["pitch"], row["correction"], 0, MONO,
            )
        )  # fmt: skip
        return new_number

    def font(self) -> bytes:
        """Return the new font's bytes."""
        info = chunk("ifil", struct.pack("<HH", 2, 1)) + chunk("isng", b"EMU8000\0")
        info += chunk("INAM", b"ABC Studio session\0\0")
        info += chunk("ICOP", b"2000-2008 Frank Wen, MIT licence; cut for ABC Studio\0\0")
        samples = chunk("smpl", np.concatenate(self.frames).astype("<i2").tobytes())
        end = (b"EOP", 0, 0, len(self.presets.bags), 0, 0, 0)
        tables = table("phdr", [*self.preset_rows, end]) + self.presets.chunks("p")
        tables += table("inst", [*self.instrument_rows, (b"EOI", len(self.instruments.bags))])
        tables += self.instruments.chunks("i")
        tables += table("shdr", [*self.sample_rows, (b"EOS", 0, 0, 0, 0, 0, 0, 0, 0, 0)])
        lists = b"".join(
            chunk("LIST", kind + body)
            for kind, body in ((b"INFO", info), (b"sdta", samples), (b"pdta", tables))
        )
        return chunk("RIFF", b"sfbk" + lists)


def table(name: str, rows: Sequence[tuple[object, ...]]) -> bytes:
    return chunk(name, np.array(list(rows), DTYPES[name]).tobytes())


def chunk(name: str, body: bytes) -> bytes:
    """Return a RIFF chunk; a zero byte makes an odd body even, and its size counts it."""
    body += bytes(len(body) % 2)
    return name.encode() + struct.pack("<I", len(body)) + body


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    data = np.memmap(arguments.source, dtype=np.uint8, mode="r")
    cutter = Cutter(read_chunks(data, arguments.source))
    for wanted in WANTED:
        cutter.add_preset(wanted)
    font = cutter.font()
    atomic_write(arguments.target, font)
    print(f"{arguments.target}: {len(font):,} bytes, {len(cutter.sample_rows)} samples")


if __name__ == "__main__":
    main()
