"""Do our own MIDI files read back to the same notes?

Random tunes of the corpora, equally many of each, are performed plainly, written as MIDI, read as
ABC, performed again, and compared: onset, duration and pitch of every note. Prints one JSON object;
every tune that differs is named. What damaged files do, benchmarks/reliability/midi_fuzz.py tells.

    python benchmarks/midi_reading.py --corpora irish.abc music21/corpus/ryansMammoth
"""

import argparse
import json
import statistics
import time
from collections import Counter
from pathlib import Path

from musicxml import sample

from abcstudio.interchange.midi_tune import tune_from_midi
from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performance import Performance
from abcstudio.playback.performing.performer import perform


def notes_of(performance: Performance) -> list[tuple[object, ...]]:
    """Return what is compared."""
    return sorted((note.onset_beats, note.pitch, note.duration_beats) for note in performance.notes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, nargs="+", required=True)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    different, times = [], []
    has_pickup: Counter[str] = Counter()
    for corpus, name, text in sample(arguments.corpora, arguments.count, arguments.seed):
        performance = perform(parse(text), PLAIN)
        if not performance.notes:
            continue
        data = midi_bytes(performance)
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
    }
    print(json.dumps(report, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
