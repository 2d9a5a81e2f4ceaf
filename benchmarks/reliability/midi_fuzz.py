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
from pathlib import Path
from random import Random

from damaged_reading import Tally
from midi_mutants import mutants

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import MidiFileError
from abcstudio.interchange.midi_tune import MidiTune, tune_from_midi
from abcstudio.notation.reader.parser import parse
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performing.performer import perform

LIMIT_MS = 100.0
LONGEST_SECONDS = 3600
SEEDS = 100
BUNDLED = Path(__file__).parents[2] / "resources" / "tunes" / "tunebook.abc"


def fault(tune: MidiTune) -> str:
    """Return what is wrong with a tune that was read, "" for nothing."""
    performance = perform(parse(tune.text))
    seconds = performance.seconds_at(performance.duration_beats)
    return "" if 0 <= seconds <= LONGEST_SECONDS + 0.01 else f"{seconds} seconds"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=9)
    arguments = parser.parse_args()
    chance = Random(arguments.seed)
    tunes = chance.sample(read_tunebook(BUNDLED), SEEDS)
    files = [midi_bytes(perform(parse(tune.text))) for tune in tunes]
    tally = Tally(
        read=tune_from_midi, error=MidiFileError, fault=fault, limit_ms=LIMIT_MS, shown=bytes.hex
    )
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
