"""Can any MusicXML file break the reader of MusicXML?

Damages the exports of bundled tunes and of tunes with every feature, in bytes and in structure; a
third are packed. Each must give a tune that reads, or the reader's own error with a sentence,
within 500 ms of CPU time; a slow file is measured again, alone, before it is called slow. Then
bombs, each in a process of its own: refused within 100 ms and 100 MB. Prints one JSON object; the
exit code is 0 when nothing failed.

    python benchmarks/reliability/musicxml_fuzz.py --count 20000
"""

import argparse
import json
import multiprocessing
import resource
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from damaged_reading import Tally
from musicxml_mutants import bombs, mutants

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import MusicXmlError
from abcstudio.interchange.musicxml import musicxml_text
from abcstudio.interchange.musicxml_reading.musicxml_tune import (
    MusicXmlTune,
    tune_from_musicxml,
)
from abcstudio.messages import english
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from tests.unit.interchange.test_musicxml_music21 import FEATURES

LIMIT_MS = 500.0
BOMB_MS, BOMB_MB = 100.0, 100.0
SEEDS = 40


def fault(tune: MusicXmlTune) -> str:
    """Return what is wrong with a tune that was read, "" for nothing; its remarks have words."""
    for remark in tune.remarks:
        english(remark.message_id, remark.parameters)
    has_music = any(voice.elements for voice in parse(tune.text).voices)
    return "" if has_music else "an empty tune"


def seeds(chance: Random) -> list[bytes]:
    """Return exports to be damaged."""
    texts = [tune.text for tune in chance.sample(read_tunebook(bundled_tunebook()), SEEDS)]
    texts += [text for name, text in FEATURES.items() if name != "nothing"]
    return [musicxml_text(parse(text)).encode() for text in texts]


def defused(name: str) -> dict[str, Any]:
    """Read a bomb and return what it came to; the memory is what the process grew by."""
    data = bombs()[name]()
    with multiprocessing.get_context("fork").Pool(1) as pool:
        milliseconds, megabytes, error = pool.apply(_read_bomb, (data,))
    return {"bomb": name, "ms": milliseconds, "mb": megabytes, "error": error}


def _read_bomb(data: bytes) -> tuple[float, float, str]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    error = "none"
    try:
        tune_from_musicxml(data)
    except MusicXmlError as raised:
        error = raised.message_id
    milliseconds = 1000 * (time.process_time() - start)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return round(milliseconds, 1), round(grown / 1024, 1), error


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=9)
    arguments = parser.parse_args()
    chance = Random(arguments.seed)
    tally = Tally(read=tune_from_musicxml, error=MusicXmlError, fault=fault, limit_ms=LIMIT_MS)
    start = time.process_time()
    for data in mutants(seeds(chance), arguments.count, chance):
        tally.take(data)
    seconds = time.process_time() - start
    exploded = [defused(name) for name in bombs()]
    worst = [
        each for each in exploded
        if each["error"] == "none" or each["ms"] > BOMB_MS or each["mb"] > BOMB_MB
    ]  # fmt: skip
    result = {
        "passed": not tally.failures and not worst,
        "files": arguments.count,
        "tunes": tally.tunes,
        "errors": dict(tally.errors.most_common()),
        "failures": len(tally.failures),
        "first_failures": [failure[:1500] for failure in tally.failures[:10]],
        "limit_ms": LIMIT_MS,
        "slowest_ms": round(tally.slowest_ms, 1),
        "cpu_seconds": round(seconds, 1),
        "bombs": exploded,
    }
    print(json.dumps(result, indent=1))
    return 0 if result["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
