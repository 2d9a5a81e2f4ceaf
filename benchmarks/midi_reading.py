"""Do our own MIDI files read back to the same notes, and do broken ones do no harm?

Random tunes of the corpora, equally many of each, are performed plainly, written as MIDI, read as
ABC, performed again, and compared: onset, duration and pitch of every note. Then mutated files are
read: each must give a tune or a `MidiFileError`. Prints one JSON object; every tune that differs
is named.

    python benchmarks/midi_reading.py --corpora irish.abc music21/corpus/ryansMammoth --fuzz 20000
"""

import argparse
import json
import random
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "unit" / "interchange"))

from midi_mutants import mutants
from musicxml import sample

from abcstudio.errors import MidiFileError
from abcstudio.interchange.midi_tune import tune_from_midi
from abcstudio.notation.parser import parse
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.midi_file import midi_bytes
from abcstudio.playback.performance import Performance
from abcstudio.playback.performer import perform

SEED_FILES = 40


def notes_of(performance: Performance) -> list[tuple[object, ...]]:
    """Return what is compared."""
    return sorted((note.onset_beats, note.pitch, note.duration_beats) for note in performance.notes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, nargs="+", required=True)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--fuzz", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    different, times, files = [], [], []
    has_pickup: Counter[str] = Counter()
    for corpus, name, text in sample(arguments.corpora, arguments.count, arguments.seed):
        performance = perform(parse(text), PLAIN)
        if not performance.notes:
            continue
        data = midi_bytes(performance)
        files.append(data)
        start = time.process_time()
        tune = tune_from_midi(data)
        times.append(1000 * (time.process_time() - start))
        again = perform(parse(tune.text), PLAIN)
        if notes_of(again) != notes_of(performance):
            different.append({"corpus": corpus, "name": name})
        first, found = (p.measures[0].duration_beats for p in (performance, again))
        has_pickup["found" if first == found else "other"] += 1
    report = {
        "tunes": len(times),
        "same": len(times) - len(different),
        "different": different,
        "first_measure_as_written": has_pickup["found"],
        "read_median_ms": round(statistics.median(times), 2),
        "read_max_ms": round(max(times), 2),
        "fuzz": fuzz(files[:SEED_FILES], arguments.fuzz, arguments.seed),
    }
    print(json.dumps(report, indent=1, ensure_ascii=False))


def fuzz(seeds: list[bytes], count: int, seed: int) -> dict[str, object]:
    """Read mutated files; what is no `MidiFileError` ends the run with its traceback."""
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    for data in mutants(seeds, count, random.Random(seed)):
        start = time.process_time()
        try:
            tune_from_midi(data)
            outcomes["a tune"] += 1
        except MidiFileError as error:
            outcomes[error.message_id] += 1
        slowest = max(slowest, 1000 * (time.process_time() - start))
    return {
        "files": count,
        "outcomes": dict(outcomes.most_common()),
        "slowest_ms": round(slowest, 1),
    }


if __name__ == "__main__":
    main()
