"""Cut the studio's instruments out of FluidR3 GM (MIT licence; Debian: fluid-soundfont-gm).

    python scripts/cut_sound_font.py /usr/share/sounds/sf2/FluidR3_GM.sf2 session.sf2

What no tune reaches is left out: zones wholly outside the keys below, frames behind the end of a
loop, and one channel of the piano. What would be late, uneven or out of tune at the speed of a reel
is shaped (see `sound_font_shaping`): fiddle, flute and accordion begin where they speak, recordings
of held notes get a flat pitch and loops of whole periods, and each key of an instrument is as loud
as the others and in tune. What is measured is the font itself: it is made four times, each time
with what the last one told.
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
    signed,
    tunings,
    without_thump,
)
from sound_font_steadying import LOOP_GUARD_FRAMES, Held, one_reed_leads, steadied
from sound_font_writing import Bags, chunk, table

from abcstudio.files import atomic_write
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.sound_font_chunks import Tables, read_chunks
from abcstudio.playback.sound.sound_font_generators import FULL_RANGE, Generator

LOWEST_KEY, HIGHEST_KEY = 36, 101
GAP_FRAMES = 46  # the standard asks for silence behind every sample
LEFT, MONO = 4, 1
LOOP_MODES = (1, 3)
BY_VELOCITY = (Generator.VELOCITY_RANGE, Generator.ENVELOPE_RELEASE)
"""What a preset's zones differ in where harder strokes ring longer. Where `Shape` says how long,
one of them is kept, for all velocities."""
USUAL_VELOCITY = 80


@dataclass(frozen=True)
class Wanted:
    """A preset to keep.

    Attributes:
        program: Its number, in the source unless `source` says otherwise.
        one_channel: Of recordings in stereo the left channel is enough.
        lowest: Recordings for keys below are left out.
        highest: Likewise.
        every: Of its recordings each second or third is kept, for the keys of its neighbours too.
        source: Bank and program in the source.
    """

    program: int
    one_channel: bool = False
    shape: Shape = AS_RECORDED
    lowest: int = LOWEST_KEY
    highest: int = HIGHEST_KEY
    every: int = 1
    source: tuple[int, int] | None = None

    @property
    def keys(self) -> range:
        """The keys that are levelled and tuned."""
        return range(self.lowest, self.highest + 1)


_PLUCKED = Shape(longest=1.4)
WANTED = (
    Wanted(0, one_channel=True, shape=Shape(high_pass_at=0.5)),  # piano
    # The organ fills a church; one recording for six keys does.
    Wanted(19, shape=Shape(release_ms=200, is_steadied=True, longest=1.5), every=2),
    Wanted(21, shape=Shape(0.7, 12, attack_ms=12, release_ms=80, has_two_reeds=True)),  # accordion
    # The harmonica is the concertina: free reeds, one a note.
    Wanted(22, one_channel=True, shape=Shape(attack_ms=12, release_ms=80)),
    Wanted(24),  # guitar
    Wanted(46),  # harp
    Wanted(
        52, one_channel=True, every=2, highest=84,
        shape=Shape(release_ms=250, longest=1.6, is_steadied=True),
    ),  # choir
    Wanted(73, shape=Shape(0.8, 12, attack_ms=18, release_ms=80, is_steadied=True)),  # flute
    # The recorder is the whistle, a fipple flute too.
    Wanted(74, shape=Shape(release_ms=80, is_steadied=True)),
    Wanted(105, shape=_PLUCKED, lowest=43, highest=90),  # banjo
    # GM has no mandolin: where our font has it, GM has the shamisen.
    Wanted(106, shape=_PLUCKED, lowest=54, highest=94, source=(16, 25)),
    Wanted(
        109, shape=Shape(0.7, 12, attack_ms=12, release_ms=60, is_steadied=True, longest=1.5)
    ),  # pipes
    Wanted(
        110, highest=94, shape=Shape(0.8, 15, attack_ms=25, release_ms=80, is_steadied=True)
    ),  # fiddle
)  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """What a font that was made before this one has told about itself.

    Attributes:
        tunings: By program and key, in cents.
        attenuations: By program and key, in units of the generator.
    """

    tunings: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
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
        self.held: dict[str, Held] = {}

    def add_preset(self, wanted: Wanted) -> None:
        """Copy a preset with all that it refers to."""
        headers = self.tables.phdr
        place = next(
            place
            for place, row in enumerate(headers[:-1])
            if (row["bank"], row["program"]) == (wanted.source or (0, wanted.program))
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
        """Return a preset's zone once for each key, as soft and high as that must be."""
        tuned = self.measured.tunings.get(program)
        if not tuned:
            yield generators
            return
        softer = self.measured.attenuations.get(program, {})
        keys = generators.pop(int(Generator.KEY_RANGE), 0x7F00)
        own = generators.pop(int(Generator.ATTENUATION), 0)
        tune = signed(generators.pop(int(Generator.FINE_TUNE), 0))
        for key, cents in tuned.items():
            low = max(keys & 0xFF, 0 if key == min(tuned) else key)
            high = min(keys >> 8, 127 if key == max(tuned) else key)
            if low <= high:
                yield {
                    int(Generator.KEY_RANGE): high << 8 | low,
                    **generators,
                    int(Generator.ATTENUATION): own + softer.get(key, 0),
                    int(Generator.FINE_TUNE): (tune + cents) & 0xFFFF,
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
        rows = list(self._zones("i", self.tables.inst, number))
        ranges = self._ranges([dict(generators) for generators, _ in rows], wanted)
        for generators, modulators in rows:
            values = dict(generators)
            if Generator.SAMPLE in values:
                name = recording(self._name(values[Generator.SAMPLE]))
                if name not in ranges or not self._is_kept(values, wanted):
                    continue
                values[Generator.KEY_RANGE] = ranges[name]
                generators = self._zone(values, wanted)
            if (generators, modulators) not in zones:
                zones.append((generators, modulators))
        new_number = len(self.instrument_rows)
        self.instrument_rows.append((self.tables.inst[number]["name"], len(self.instruments.bags)))
        for generators, modulators in zones:
            self.instruments.add(generators, modulators)
        self.instrument_numbers[number] = new_number
        return new_number

    def _ranges(self, zones: Iterable[dict[int, int]], wanted: Wanted) -> dict[str, int]:
        """Return the keys of each recording that is kept."""
        found: dict[str, int] = {}
        for values in zones:
            keys = values.get(Generator.KEY_RANGE, FULL_RANGE)
            if Generator.SAMPLE not in values:
                continue
            if (keys & 0xFF) > wanted.highest or (keys >> 8) < wanted.lowest:
                continue
            found[recording(self._name(values[Generator.SAMPLE]))] = keys
        if wanted.every == 1:
            return found
        return _spread(found, wanted.every)

    def _zone(self, values: dict[int, int], wanted: Wanted) -> list[tuple[int, int]]:
        """Return the generators of a zone of a wanted instrument, its keys first."""
        keys = int(Generator.KEY_RANGE)
        values = {keys: values[keys], **shaped(values, wanted.shape)}
        if wanted.one_channel:
            values.pop(Generator.PAN, None)
        if _is_cut_short(wanted):
            values[Generator.SAMPLE_MODES] = 0
        number = self._sample(values[Generator.SAMPLE], values, wanted)
        del values[Generator.SAMPLE]
        values[Generator.SAMPLE] = number
        return [(int(generator), amount) for generator, amount in values.items()]

    def _name(self, sample: int) -> str:
        return bytes(self.tables.shdr[sample]["name"]).split(b"\0")[0].decode("latin-1").strip()

    def _is_kept(self, values: dict[int, int], wanted: Wanted) -> bool:
        kind = int(self.tables.shdr[values[Generator.SAMPLE]]["type"])
        return not wanted.one_channel or kind in (LEFT, MONO)

    def _sample(self, number: int, values: dict[int, int], wanted: Wanted) -> int:
        if number in self.sample_numbers:
            return self.sample_numbers[number]
        row = self.tables.shdr[number]
        if wanted.shape.is_steadied or wanted.shape.has_two_reeds:
            frames, loop_start, loop_end = self._held(number, values, wanted)
        else:
            frames, loop_start, loop_end = self._as_recorded(number, values, wanted)
        moved = self.frame_count
        self.frames += [frames, np.zeros(GAP_FRAMES, np.int16)]
        self.frame_count += len(frames) + GAP_FRAMES
        new_number = len(self.sample_rows)
        self.sample_numbers[number] = new_number
        self.sample_rows.append(
            (
                row["name"], moved, moved + len(frames), moved + loop_start,
                moved + loop_end, row["rate"], row["pitch"], row["correction"], 0, MONO,
            )
        )  # fmt: skip
        return new_number

    def _as_recorded(
        self, number: int, values: dict[int, int], wanted: Wanted
    ) -> tuple[NDArray[np.int16], int, int]:
        """Return a recording and its loop, what is not heard left out."""
        row = self.tables.shdr[number]
        start, end = int(row["start"]), int(row["end"])
        loop = (int(row["loop_start"]), int(row["loop_end"]))
        if _is_cut_short(wanted):
            frames = self.tables.frames[start : start + int(wanted.shape.longest * row["rate"])]
            fade = np.minimum(1, np.arange(len(frames))[::-1] / (0.2 * row["rate"]))
            return np.rint(frames * fade).astype(np.int16), 0, len(frames)
        if values.get(Generator.SAMPLE_MODES, 1) in LOOP_MODES and loop[1] > loop[0]:
            end = min(end, loop[1] + LOOP_GUARD_FRAMES)
        frames = self.tables.frames[start:end]
        if wanted.shape.high_pass_at:
            key = values.get(Generator.KEY_RANGE, 0) & 0xFF
            hertz = 440 * 2 ** ((max(key, LOWEST_KEY) - 69) / 12)
            frames = without_thump(frames, wanted.shape.high_pass_at * hertz, int(row["rate"]))
        return frames, loop[0] - start, loop[1] - start

    def _held(
        self, number: int, values: dict[int, int], wanted: Wanted
    ) -> tuple[NDArray[np.int16], int, int]:
        """Return a channel of a recording that is steadied, the same way in both, and its loop."""
        name = recording(self._name(number))
        both = [
            n
            for n in range(len(self.tables.shdr) - 1)
            if recording(self._name(n)) == name and self._is_kept({Generator.SAMPLE: n}, wanted)
        ]
        if name not in self.held:
            self.held[name] = self._steadied(both, values, wanted)
        held = self.held[name]
        channel = held.channels[both.index(number)]
        guard = channel[held.loop_start : held.loop_start + LOOP_GUARD_FRAMES]
        frames = np.clip(np.rint(np.concatenate((channel, guard))), -32768, 32767)
        return frames.astype(np.int16), held.loop_start, len(channel)

    def _steadied(self, both: list[int], values: dict[int, int], wanted: Wanted) -> Held:
        shape = wanted.shape
        rows = [self.tables.shdr[n] for n in both]
        count = min(int(row["loop_end"]) - int(row["start"]) for row in rows)
        channels = [self.tables.frames[int(row["start"]) :][:count] for row in rows]
        rate, loop_start = int(rows[0]["rate"]), int(rows[0]["loop_start"] - rows[0]["start"])
        first = min(first_frame(channels, rate, shape), loop_start - LOOP_GUARD_FRAMES)
        held = Held(
            channels=tuple(channel[first:].astype(np.float64) for channel in channels),
            loop_start=loop_start - first,
            rate=rate,
            hertz=_recorded_hertz(rows[0], values),
        )
        if shape.has_two_reeds:
            held = one_reed_leads(held)
        return steadied(held, shape.longest) if shape.is_steadied else held

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
    # A choir is heard at another pitch once it is a little higher: it is measured twice.
    for step in (_tunings, _tunings, _attenuations):
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


def _spread(ranges: Mapping[str, int], every: int) -> dict[str, int]:
    """Return the keys of every second or third recording, which takes those of its neighbours."""
    names = sorted(ranges, key=lambda name: ranges[name] & 0xFF)
    found = {}
    for place in range(0, len(names), every):
        group = names[place : place + every]
        low, high = ranges[group[0]] & 0xFF, ranges[group[-1]] >> 8
        found[group[len(group) // 2]] = high << 8 | low
    return found


def _is_cut_short(wanted: Wanted) -> bool:
    """Return whether a recording dies away, and is heard to the end of it."""
    return bool(wanted.shape.longest) and not wanted.shape.is_steadied


def _recorded_hertz(row: np.void, values: Mapping[int, int]) -> float:
    """Return the frequency that a recording should have, so that its root key is in tune."""
    root = values.get(Generator.ROOT_KEY, int(row["pitch"]))
    cents = signed(values.get(Generator.FINE_TUNE, 0)) + int(row["correction"])
    cents += 100 * signed(values.get(Generator.COARSE_TUNE, 0))
    return float(440 * 2 ** ((root - 69) / 12 - cents / 1200))


def _tunings(font: SoundFont, measured: Measured) -> Measured:
    found: dict[int, dict[int, int]] = {}
    for wanted in WANTED:
        before = measured.tunings.get(wanted.program, {})
        more = tunings(font, wanted.program, wanted.keys)
        found[wanted.program] = {key: before.get(key, 0) + cents for key, cents in more.items()}
    return replace(measured, tunings=found)


def _attenuations(font: SoundFont, measured: Measured) -> Measured:
    found = {wanted.program: attenuations(font, wanted.program, wanted.keys) for wanted in WANTED}
    return replace(measured, attenuations=found)


if __name__ == "__main__":
    main()
