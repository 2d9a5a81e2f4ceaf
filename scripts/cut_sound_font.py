"""Cut the studio's seven instruments out of FluidR3 GM (MIT licence; Debian: fluid-soundfont-gm).

    python scripts/cut_sound_font.py /usr/share/sounds/sf2/FluidR3_GM.sf2 session.sf2

What no tune reaches is left out: zones wholly outside the keys below, frames behind the end of a
loop, and one channel of the piano. What would be late, uneven or out of tune at the speed of a reel
is shaped (see `sound_font_shaping`): fiddle, flute and accordion begin where they speak, each key
of an instrument is as loud as the others, and recordings are brought in tune. What is measured is
the font itself: it is made three times, each time with what the last one told.
"""

import argparse
import struct
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sound_font_shaping import (
    AS_RECORDED,
    Shape,
    attenuations,
    first_frame,
    recording,
    shaped,
    tunings,
    without_thump,
)
from sound_font_writing import Bags, chunk, table

from abcstudio.files import atomic_write
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.sound_font_chunks import Tables, read_chunks
from abcstudio.playback.sound.sound_font_generators import FULL_RANGE, Generator

LOWEST_KEY, HIGHEST_KEY = 36, 101
KEYS = range(LOWEST_KEY, HIGHEST_KEY + 1)
GAP_FRAMES = 46  # the standard asks for silence behind every sample
LOOP_GUARD_FRAMES = 8
LEFT, MONO = 4, 1
LOOP_MODES = (1, 3)
BY_VELOCITY = (Generator.VELOCITY_RANGE, Generator.ENVELOPE_RELEASE)
"""What a preset's zones differ in where harder strokes ring longer. Where `Shape` says how long,
one of them is kept, for all velocities."""
USUAL_VELOCITY = 80


@dataclass(frozen=True)
class Wanted:
    """A preset to keep, by its General MIDI program."""

    program: int
    one_channel: bool = False
    shape: Shape = AS_RECORDED


WANTED = (
    Wanted(0, one_channel=True, shape=Shape(high_pass_at=0.5)),  # piano
    Wanted(21, shape=Shape(0.7, 12, attack_ms=12, release_ms=80, is_tuned=True)),  # accordion
    Wanted(24),  # guitar
    Wanted(46),  # harp
    Wanted(73, shape=Shape(0.8, 12, attack_ms=18, release_ms=80, is_tuned=True)),  # flute
    # The recorder is the whistle, a fipple flute too.
    Wanted(74, shape=Shape(release_ms=80, is_tuned=True)),
    Wanted(110, shape=Shape(0.8, 15, attack_ms=25, release_ms=80, is_tuned=True)),  # fiddle
)


@dataclass(frozen=True)
class Measured:
    """What a font that was made before this one has told about itself.

    Attributes:
        sharp: By the name of a recording, how many cents it is too high.
        attenuations: By program and key, in units of the generator.
    """

    sharp: Mapping[str, float] = field(default_factory=dict)
    attenuations: Mapping[int, Mapping[int, int]] = field(default_factory=dict)


class Cutter:
    """Copies presets of one font into another."""

    def __init__(self, tables: Tables, measured: Measured) -> None:
        self.tables = tables
        self.measured = measured
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
            if wanted.shape.release_ms:
                velocities = dict(generators).get(Generator.VELOCITY_RANGE, FULL_RANGE)
                if not velocities & 0xFF <= USUAL_VELOCITY <= velocities >> 8:
                    continue
                generators = [item for item in generators if item[0] not in BY_VELOCITY]
            last = generators[-1] if generators else None
            if last and last[0] == Generator.INSTRUMENT:
                number = self._instrument(last[1], wanted)
                for own in self._by_key(dict(generators[:-1]), wanted.program):
                    instrument = (int(Generator.INSTRUMENT), number)
                    self.presets.add([*own.items(), instrument], modulators)
            else:
                self.presets.add(generators, modulators)

    def _by_key(self, generators: dict[int, int], program: int) -> Iterable[dict[int, int]]:
        """Return a preset's zone once for each key, as soft as that must be."""
        softer = self.measured.attenuations.get(program)
        if not softer:
            yield generators
            return
        keys = generators.pop(int(Generator.KEY_RANGE), 0x7F00)
        own = generators.pop(int(Generator.ATTENUATION), 0)
        for key, units in softer.items():
            low = max(keys & 0xFF, 0 if key == LOWEST_KEY else key)
            high = min(keys >> 8, 127 if key == HIGHEST_KEY else key)
            if low <= high:
                yield {
                    int(Generator.KEY_RANGE): high << 8 | low,
                    **generators,
                    int(Generator.ATTENUATION): own + units,
                }

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
        zones: list[tuple[list[tuple[int, int]], list[bytes]]] = []
        for generators, modulators in self._zones("i", self.tables.inst, number):
            values = dict(generators)
            if Generator.SAMPLE in values and not self._is_kept(values, wanted):
                continue
            if Generator.SAMPLE in values:
                generators = self._zone(values, wanted)
            if (generators, modulators) not in zones:
                zones.append((generators, modulators))
        new_number = len(self.instrument_rows)
        self.instrument_rows.append((self.tables.inst[number]["name"], len(self.instruments.bags)))
        for generators, modulators in zones:
            self.instruments.add(generators, modulators)
        self.instrument_numbers[number] = new_number
        return new_number

    def _zone(self, values: dict[int, int], wanted: Wanted) -> list[tuple[int, int]]:
        """Return the generators of a zone of a wanted instrument."""
        name = recording(self._name(values[Generator.SAMPLE]))
        values = shaped(values, wanted.shape, self.measured.sharp.get(name, 0.0))
        if wanted.one_channel:
            values.pop(Generator.PAN, None)
        values[Generator.SAMPLE] = self._sample(values[Generator.SAMPLE], values, wanted)
        return [(int(generator), amount) for generator, amount in values.items()]

    def _name(self, sample: int) -> str:
        return bytes(self.tables.shdr[sample]["name"]).split(b"\0")[0].decode("latin-1").strip()

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
        start += self._late(number, wanted)
        frames = self.tables.frames[start:end]
        if wanted.shape.high_pass_at:
            key = values.get(Generator.KEY_RANGE, 0) & 0xFF
            hertz = 440 * 2 ** ((max(key, LOWEST_KEY) - 69) / 12)
            frames = without_thump(frames, wanted.shape.high_pass_at * hertz, int(row["rate"]))
        moved = self.frame_count - start
        self.frames += [frames, np.zeros(GAP_FRAMES, np.int16)]
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

    def _late(self, number: int, wanted: Wanted) -> int:
        """Return how many frames of a recording are left out before it speaks."""
        name = recording(self._name(number))
        both = [n for n in range(len(self.tables.shdr) - 1) if recording(self._name(n)) == name]
        rows = [self.tables.shdr[n] for n in both]
        channels = [self.tables.frames[int(row["start"]) : int(row["loop_end"])] for row in rows]
        row = self.tables.shdr[number]
        first = first_frame(channels, int(row["rate"]), wanted.shape)
        return min(first, int(row["loop_start"]) - int(row["start"]) - LOOP_GUARD_FRAMES)

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


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    data = np.memmap(arguments.source, dtype=np.uint8, mode="r")
    tables = read_chunks(data, arguments.source)
    measured = Measured()
    for step in (_tunings, _attenuations):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "measured.sf2"
            path.write_bytes(cut(tables, measured))
            measured = step(SoundFont.read(path), measured)
    font = cut(tables, measured)
    atomic_write(arguments.target, font)
    print(f"{arguments.target}: {len(font):,} bytes")


def cut(tables: Tables, measured: Measured) -> bytes:
    """Return a font of what is wanted."""
    cutter = Cutter(tables, measured)
    for wanted in WANTED:
        cutter.add_preset(wanted)
    return cutter.font()


def _tunings(font: SoundFont, measured: Measured) -> Measured:
    sharp: dict[str, float] = {}
    for wanted in WANTED:
        if wanted.shape.is_tuned:
            sharp |= tunings(font, wanted.program, KEYS)
    for name, cents in sharp.items():
        print(f"{name}: {cents:+.1f} cents")
    return replace(measured, sharp=sharp)


def _attenuations(font: SoundFont, measured: Measured) -> Measured:
    found = {wanted.program: attenuations(font, wanted.program, KEYS) for wanted in WANTED}
    return replace(measured, attenuations=found)


if __name__ == "__main__":
    main()
