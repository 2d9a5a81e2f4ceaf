"""Can any SoundFont file break the reader of SoundFonts, or the notes that are played with it?

Damages a small font cut from the one in the box: bytes, runs, lengths, numbers in its tables, and
its end. Each must be refused with a sentence, or its presets read and a note of each made, within
100 ms of CPU time (measured again, alone, before it is called slow) and without more memory than
the tones that a player keeps. Prints one JSON object; the exit code is 0 when nothing failed.

    python benchmarks/reliability/hostile_sound_fonts.py --count 200000
"""

import argparse
import json
import resource
import struct
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import numpy as np

from abcstudio.errors import SoundError
from abcstudio.messages import english
from abcstudio.paths import bundled_sound_font
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.sound_font_chunks import read_chunks
from abcstudio.playback.sound.tones import Tones

LIMIT_MS = 100.0
MEMORY_LIMIT_MB = 256.0
FRAMES = 4000
NOTE_FRAMES = 4410
_PATH = Path("damaged.sf2")
_EXTREMES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)


@dataclass
class Tally:
    """What became of the files."""

    read: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest_ms: float = 0.0

    def take(self, number: int, data: bytes) -> None:
        """Read one file and play a note of its first presets."""
        milliseconds = self._use(number, data)
        for _ in range(4):
            if milliseconds <= LIMIT_MS:
                break
            milliseconds = min(milliseconds, self._use(number, data))
        self.slowest_ms = max(self.slowest_ms, milliseconds)
        if milliseconds > LIMIT_MS:
            self.failures.append(f"mutation {number}: {milliseconds:.0f} ms")

    def _use(self, number: int, data: bytes) -> float:
        start = time.process_time()
        try:
            font = SoundFont(read_chunks(np.frombuffer(data, np.uint8), _PATH))
            tones = Tones(font)
            for bank, program in list(font.presets)[:2]:
                for tone in tones.of(program, 60.0, 80, NOTE_FRAMES, bank=bank)[:8]:
                    if not np.isfinite(tone.frames).all():
                        self.failures.append(f"mutation {number}: a tone is not finite")
        except SoundError as error:
            self.errors[error.message_id] += 1
            english(error.message_id, error.parameters)
        except Exception:  # noqa: BLE001  whatever it is, it is what the fuzzer looks for
            self.failures.append(f"mutation {number}: {traceback.format_exc(limit=-3)}")
        else:
            self.read += 1
        return 1000 * (time.process_time() - start)


def small_font() -> bytes:
    """Return the font in the box with the recordings cut down to a few frames."""
    whole = bundled_sound_font().read_bytes()
    start = whole.rindex(b"pdta") - 8
    head = bytearray(whole[: whole[:4096].index(b"smpl") + 8])
    small = head + whole[len(head) : len(head) + 2 * FRAMES] + whole[start:]
    small[4:8] = (len(small) - 8).to_bytes(4, "little")
    sdta = small.index(b"sdta")
    small[sdta - 4 : sdta] = (4 + 8 + 2 * FRAMES).to_bytes(4, "little")
    small[sdta + 8 : sdta + 12] = (2 * FRAMES).to_bytes(4, "little")
    # What lies beyond the frames that are left begins at their start instead.
    shdr = small.rindex(b"shdr") + 8
    for record in range(shdr, len(small) - 46, 46):
        places = struct.unpack_from("<4I", small, record + 20)
        if max(places) > FRAMES:
            struct.pack_into("<4I", small, record + 20, 0, FRAMES, 100, FRAMES - 100)
    return bytes(small)


def mutants(small: bytes, count: int, seed: int) -> Iterator[bytes]:
    """Yield damaged fonts."""
    chance = Random(seed)
    tables_at = small.rindex(b"pdta")
    for _ in range(count):
        data = bytearray(small)
        kind = chance.randrange(8)
        # The tables are where damage says something else; the frames are only heard.
        low = tables_at if chance.random() < 0.8 else 0
        for _ in range(chance.choice((1, 1, 2, 5, 30))):
            place = chance.randrange(low, len(data) - 4)
            if kind <= 2:
                data[place] = chance.randrange(256)
            elif kind == 3:
                data[place : place + 4] = chance.choice(_EXTREMES).to_bytes(4, "little")
            elif kind == 4:
                data[place : place + 2] = (chance.choice(_EXTREMES) & 0xFFFF).to_bytes(2, "little")
            elif kind == 5:
                length = chance.randrange(1, 200)
                data[place : place + length] = bytes(chance.randrange(256) for _ in range(length))
            elif kind == 6:
                length = chance.randrange(1, 60)
                other = chance.randrange(low, len(data) - length)
                data[place:place] = data[other : other + length]
            else:
                del data[place : place + chance.randrange(1, 60)]
            if len(data) <= low + 8:
                break
        if chance.random() < 0.05:
            del data[chance.randrange(len(data)) :]
        yield bytes(data)


def main() -> int:
    """Damage, read, print and judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    small = small_font()
    tally = Tally()
    tally.take(-1, small)
    assert tally.read == 1, "the font that is damaged cannot be read itself"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number, data in enumerate(mutants(small, options.count, options.seed)):
        tally.take(number, data)
    grown_mb = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    passed = not tally.failures and grown_mb <= MEMORY_LIMIT_MB
    result = {
        "count": options.count,
        "read": tally.read,
        "refused": dict(tally.errors),
        "failures": len(tally.failures),
        "first_failures": tally.failures[:5],
        "slowest_ms": round(tally.slowest_ms, 1),
        "memory_grown_mb": round(grown_mb, 1),
        "passed": passed,
    }
    print(json.dumps(result, indent=2))
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
