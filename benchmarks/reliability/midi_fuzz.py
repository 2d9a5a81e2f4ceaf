"""Can any MIDI file break the reader of MIDI files?

Damages the MIDI files of bundled tunes, in bytes and in structure; a tenth are no MIDI at all. Each
must give a tune that reads and lasts at most an hour, or the reader's own error with a sentence,
within 100 ms of CPU time; a slow file is measured again, alone, before it is called slow. Prints
one JSON object; the exit code is 0 when nothing failed.

    python benchmarks/reliability/midi_fuzz.py --count 100000
"""

import argparse
import json
import sys
import time
import traceback
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from midi_mutants import mutants

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import MidiFileError
from abcstudio.interchange.midi_tune import tune_from_midi
from abcstudio.messages import english
from abcstudio.notation.reader.parser import parse
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performing.performer import perform

LIMIT_MS = 100.0
LONGEST_SECONDS = 3600
SEEDS = 100
BUNDLED = Path(__file__).parents[2] / "resources" / "tunes" / "tunebook.abc"


@dataclass
class Tally:
    """What became of the files."""

    tunes: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest_ms: float = 0.0

    def take(self, data: bytes) -> None:
        """Read one file."""
        milliseconds = self._read(data)
        for _ in range(4):
            if milliseconds <= LIMIT_MS:
                break
            milliseconds = min(milliseconds, _milliseconds(data))
        self.slowest_ms = max(self.slowest_ms, milliseconds)
        if milliseconds > LIMIT_MS:
            self.failures.append(f"{milliseconds:.0f} ms: {data.hex()}")

    def _read(self, data: bytes) -> float:
        start = time.process_time()
        try:
            text = tune_from_midi(data, "damaged").text
        except MidiFileError as error:
            took = time.process_time() - start
            self.errors[error.message_id] += 1
            english(error.message_id, error.parameters)
        except Exception:  # noqa: BLE001  whatever it is, it is what the fuzzer looks for
            self.failures.append(f"{traceback.format_exc(limit=-3)}: {data.hex()}")
            return 0.0
        else:
            took = time.process_time() - start
            self.tunes += 1
            self._check(text, data)
        return 1000 * took

    def _check(self, text: str, data: bytes) -> None:
        performance = perform(parse(text))
        seconds = performance.seconds_at(performance.duration_beats)
        if not 0 <= seconds <= LONGEST_SECONDS + 0.01:
            self.failures.append(f"{seconds} seconds: {data.hex()}")


def _milliseconds(data: bytes) -> float:
    start = time.process_time()
    with suppress(MidiFileError):
        tune_from_midi(data, "damaged")
    return 1000 * (time.process_time() - start)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=9)
    arguments = parser.parse_args()
    chance = Random(arguments.seed)
    tunes = chance.sample(read_tunebook(BUNDLED), SEEDS)
    files = [midi_bytes(perform(parse(tune.text))) for tune in tunes]
    tally = Tally()
    start = time.process_time()
    for data in mutants(files, arguments.count, chance):
        tally.take(data)
    result = {
        "passed": not tally.failures,
        "files": arguments.count,
        "tunes": tally.tunes,
        "errors": dict(tally.errors.most_common()),
        "failures": len(tally.failures),
        "first_failures": [failure[-600:] for failure in tally.failures[:10]],
        "limit_ms": LIMIT_MS,
        "slowest_ms": round(tally.slowest_ms, 1),
        "cpu_seconds": round(time.process_time() - start, 1),
    }
    print(json.dumps(result, indent=1))
    return 0 if not tally.failures else 1


if __name__ == "__main__":
    sys.exit(main())
