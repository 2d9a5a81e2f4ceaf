"""Reading SoundFont 2 files (.sf2), bounded: whatever a file says, its tables are checked first.

Raises nothing but `SoundError`; keeps the samples on disk until they are played.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from abcstudio.errors import SoundError
from abcstudio.guarded_files import open_regular
from abcstudio.messages import reason
from abcstudio.playback.sound.sound_font_chunks import Tables, read_chunks
from abcstudio.playback.sound.sound_font_generators import (
    ADDED_BY_PRESETS,
    DEFAULTS,
    FULL_RANGE,
    RANGES,
    Generator,
)

MAX_ZONES = 2048
_ROM_SAMPLE = 0x8000
_MIN_SAMPLE_RATE, _MAX_SAMPLE_RATE = 400, 192_000
_Generators = dict[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One recording of the font: frames `start` to `end`, its loop, its rate and its pitch.

    Attributes:
        pitch: The MIDI note number that it sounds at its own rate, corrected by its cents.
    """

    name: str
    start: int
    end: int
    loop_start: int
    loop_end: int
    rate: int
    pitch: float
    correction_cents: int


@dataclass(frozen=True, slots=True)
class Zone:
    """A sample with all that shapes it, for a range of keys and velocities."""

    sample: Sample
    key_range: tuple[int, int]
    velocity_range: tuple[int, int]
    generators: tuple[int, ...]

    def __getitem__(self, generator: Generator) -> int:
        return self.generators[generator]

    def sounds(self, key: int, velocity: int) -> bool:
        """Return whether the zone answers to a key struck so hard."""
        return (
            self.key_range[0] <= key <= self.key_range[1]
            and self.velocity_range[0] <= velocity <= self.velocity_range[1]
        )


class SoundFont:
    """An opened font.

    Attributes:
        name: What the font calls itself.
        presets: The names of its presets by (bank, program).
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.name = tables.name
        headers = tables.phdr[:-1]
        self._places = {
            (int(row["bank"]), int(row["program"])): place for place, row in enumerate(headers)
        }
        self.presets = {
            key: _text(headers[place]["name"]) for key, place in sorted(self._places.items())
        }
        self._zones: dict[tuple[int, int], tuple[Zone, ...]] = {}

    @classmethod
    def read(cls, path: Path) -> "SoundFont":
        """Open a font.

        Raises:
            SoundError: The file cannot be read, is no SoundFont, or contradicts itself.
        """
        path = Path(path)
        try:
            with open_regular(path) as file:
                data = np.memmap(file, dtype=np.uint8, mode="r")
        except OSError as error:
            raise SoundError("sound.font_unreadable", path=path, reason=reason(error)) from error
        except ValueError as error:
            raise SoundError("sound.font_invalid", path=path) from error
        return cls(read_chunks(data, path))

    def zones(self, program: int, bank: int = 0) -> tuple[Zone, ...]:
        """Return the zones of a preset, empty when the font lacks it."""
        key = (bank, program)
        if key not in self._zones:
            place = self._places.get(key)
            self._zones[key] = () if place is None else tuple(self._read_zones(place))
        return self._zones[key]

    def frames(self, start: int, end: int) -> NDArray[np.float32]:
        """Return recorded frames as numbers between -1 and 1."""
        return self._tables.frames[start:end].astype(np.float32) * np.float32(1 / 32768)

    def _read_zones(self, preset: int) -> Iterator[Zone]:
        tables = self._tables
        instruments: dict[int, list[_Generators]] = {}
        count = 0
        for _, preset_generators in _zones_of(
            tables.phdr, tables.pbag, tables.pgen, preset, Generator.INSTRUMENT
        ):
            instrument = preset_generators.get(Generator.INSTRUMENT, -1)
            if not 0 <= instrument < len(tables.inst) - 1:
                continue
            if instrument not in instruments:
                # Once, although a preset may name it for each key.
                zones = _zones_of(
                    tables.inst, tables.ibag, tables.igen, instrument, Generator.SAMPLE
                )
                instruments[instrument] = [generators for _, generators in zones]
            for generators in instruments[instrument]:
                zone = self._zone(preset_generators, generators)
                if zone is None:
                    continue
                count += 1
                if count > MAX_ZONES:
                    return
                yield zone

    def _zone(self, preset: _Generators, instrument: _Generators) -> Zone | None:
        number = instrument.get(Generator.SAMPLE, -1)
        keys = _overlap(instrument, preset, Generator.KEY_RANGE)
        velocities = _overlap(instrument, preset, Generator.VELOCITY_RANGE)
        if keys is None or velocities is None or not 0 <= number < len(self._tables.shdr) - 1:
            return None
        values = [instrument.get(generator, default) for generator, default in enumerate(DEFAULTS)]
        for generator in ADDED_BY_PRESETS:
            values[generator] += preset.get(generator, 0)
        sample = self._sample(number, values)
        if sample is None:
            return None
        return Zone(sample, keys, velocities, tuple(values))

    def _sample(self, number: int, values: list[int]) -> Sample | None:
        """Return a sample with the offsets of its zone applied; None for one that cannot sound."""
        row = self._tables.shdr[number]
        start = int(row["start"]) + values[Generator.START] + 32768 * values[Generator.START_COARSE]
        end = int(row["end"]) + values[Generator.END] + 32768 * values[Generator.END_COARSE]
        start, end = max(0, start), min(end, len(self._tables.frames))
        rate = int(row["rate"])
        if int(row["type"]) & _ROM_SAMPLE or end - start < 2:
            return None
        if not _MIN_SAMPLE_RATE <= rate <= _MAX_SAMPLE_RATE:
            return None
        loop_start = (
            int(row["loop_start"])
            + values[Generator.LOOP_START]
            + 32768 * values[Generator.LOOP_START_COARSE]
        )
        loop_end = (
            int(row["loop_end"])
            + values[Generator.LOOP_END]
            + 32768 * values[Generator.LOOP_END_COARSE]
        )
        return Sample(
            name=_text(row["name"]),
            start=start,
            end=end,
            loop_start=max(start, min(loop_start, end)),
            loop_end=max(start, min(loop_end, end)),
            rate=rate,
            pitch=int(row["pitch"]) if row["pitch"] <= 127 else 60,
            correction_cents=int(row["correction"]),
        )


def _zones_of(
    headers: NDArray[np.void],
    bags: NDArray[np.void],
    generators: NDArray[np.void],
    place: int,
    last: Generator,
) -> Iterator[tuple[int, _Generators]]:
    """Yield the zones of a preset or an instrument, what its global zone says filled in."""
    common: _Generators = {}
    first, stop = int(headers[place]["bag"]), int(headers[place + 1]["bag"])
    for bag in range(first, min(stop, first + MAX_ZONES)):
        begin, end = int(bags[bag]["generator"]), int(bags[bag + 1]["generator"])
        rows = generators[begin : min(end, begin + 256)]
        zone: _Generators = {}
        for operator, amount in zip(
            rows["operator"].tolist(), rows["amount"].tolist(), strict=True
        ):
            if operator < len(DEFAULTS):
                zone[operator] = (
                    amount
                    if operator in RANGES or amount < 0x8000 or operator == last
                    else amount - 0x10000
                )
        if last in zone:
            yield bag, {**common, **zone}
        elif bag == first:
            common = zone


def _overlap(
    instrument: _Generators, preset: _Generators, generator: Generator
) -> tuple[int, int] | None:
    first, second = instrument.get(generator, FULL_RANGE), preset.get(generator, FULL_RANGE)
    low = max(first & 0xFF, second & 0xFF)
    high = min(first >> 8, second >> 8)
    return (low, high) if low <= high else None


def _text(name: bytes) -> str:
    return bytes(name).split(b"\0")[0].decode("latin-1").strip()
