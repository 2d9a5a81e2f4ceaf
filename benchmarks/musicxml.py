"""Does music21 read our MusicXML as we meant it?

Random tunes of the corpora, equally many of each, are written as MusicXML and read back by music21:
measures (how many, their numbers and lengths) and notes (offset in the measure, MIDI number,
quarter notes, ties joined) must be those of the score. Prints one JSON object; every tune that
differs is named with how.

    python benchmarks/musicxml.py --corpora irish.abc music21/corpus/ryansMammoth --count 300
"""

import argparse
import json
import random
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from notation import tunes_of

from abcstudio.interchange.musicxml import musicxml_text
from abcstudio.notation.reader.parser import parse
from tests.unit.interchange.written_music import as_read_by_music21, as_scored, difference


def sample(corpora: list[Path], count: int, seed: int) -> list[tuple[str, str, str]]:
    """Return corpus, name and text of `count` tunes, as evenly from the corpora as can be."""
    chance = random.Random(seed)
    chosen: list[tuple[str, str, str]] = []
    for index, path in enumerate(corpora):
        tunes = [(path.stem, name, text) for _, name, text in tunes_of([path])]
        wanted = -(-(count - len(chosen)) // (len(corpora) - index))
        chosen += chance.sample(tunes, min(wanted, len(tunes)))
    return chosen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, nargs="+", required=True)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    different, times = [], []
    counts: Counter[str] = Counter()
    for corpus, name, text in sample(arguments.corpora, arguments.count, arguments.seed):
        score = parse(text)
        start = time.process_time()
        xml = musicxml_text(score)
        times.append(1000 * (time.process_time() - start))
        counts[corpus] += 1
        how = difference(as_scored(score), as_read_by_music21(xml))
        if how:
            different.append({"corpus": corpus, "name": name, "difference": how})
    report = {
        "tunes": len(times),
        "corpora": counts,
        "same": len(times) - len(different),
        "different": different,
        "write_median_ms": round(statistics.median(times), 2),
        "write_max_ms": round(max(times), 2),
    }
    print(json.dumps(report, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
