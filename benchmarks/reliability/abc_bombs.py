"""Does every text that is made to blow a reader up end soon, with a word about what was cut?

Each bomb is read, performed and written as MIDI in a process of its own. Small ones (one kilobyte
at most) must take 100 ms of CPU time, large ones (10 MB) three seconds and 300 MB of memory more
than the text; where a limit cuts, a diagnostic must name it. Then the growth: for several kinds of
text, twice the text must cost at most 2.5 times the time, from 1 kB to 10 MB. Prints one JSON
object; the exit code is 0 when everything passed.

    python benchmarks/reliability/abc_bombs.py
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from typing import Any

from bombs import ALL, LARGE, Bomb
from growth import growth

from abcstudio.messages import english
from abcstudio.notation.reader.parser import parse
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performing.performer import MAX_MINUTES, perform
from abcstudio.playback.played_voice import MAX_NOTES

SMALL_MS = 100.0
LARGE_MS = 3000.0
MEMORY_MB = 300.0
TIMEOUT_SECONDS = 120


def explode(bomb: Bomb) -> dict[str, object]:
    """Read, perform and write one bomb in this process and return what it took."""
    midi_bytes(perform(parse("X:1\nK:C\nABcd|")))
    text = bomb.make(LARGE)
    size_mb = _peak_mb()
    milliseconds = [_milliseconds(text)]
    # The rest only where the machine may have been busy.
    while milliseconds[-1] > _allowed_ms(bomb) and len(milliseconds) < 4:
        milliseconds.append(_milliseconds(text))
    score = parse(text)
    performance = perform(score)
    sentences = {
        found.code: english(f"notation.{found.code}", found.parameters)
        for found in score.diagnostics
    }
    return {
        "characters": len(text),
        "milliseconds": round(min(milliseconds), 1),
        "memory_mb": round(_peak_mb() - size_mb, 1),
        "notes": len(performance.notes),
        "minutes": round(performance.seconds_at(performance.duration_beats) / 60, 1),
        "diagnostics": len(score.diagnostics),
        "limits": {code: text for code, text in sentences.items() if code == bomb.limit},
    }  # fmt: skip


def _milliseconds(text: str) -> float:
    start = time.process_time()
    midi_bytes(perform(parse(text)))
    return 1000 * (time.process_time() - start)


def _allowed_ms(bomb: Bomb) -> float:
    return SMALL_MS if bomb.is_small else LARGE_MS


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(bomb: Bomb) -> dict[str, Any]:
    """Explode one bomb in a child process and judge it."""
    try:
        child = subprocess.run(
            [sys.executable, __file__, "--one", bomb.name],
            capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"name": bomb.name, "failures": [f"still running after {TIMEOUT_SECONDS} s"]}
    if child.returncode:
        return {"name": bomb.name, "failures": [child.stderr.strip()[-500:] or "killed"]}
    took = json.loads(child.stdout)
    failures = []
    if took["milliseconds"] > _allowed_ms(bomb):
        failures.append(f"{took['milliseconds']:.0f} ms")
    if took["memory_mb"] > MEMORY_MB:
        failures.append(f"{took['memory_mb']:.0f} MB")
    if bomb.limit and not took["limits"]:
        failures.append(f"no word about {bomb.limit}")
    if took["notes"] > MAX_NOTES or took["minutes"] > MAX_MINUTES:
        failures.append(f"{took['notes']} notes, {took['minutes']} minutes")
    return {"name": bomb.name, **took, "failures": failures}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--one", help="explode this one in this process")
    parser.add_argument("--only", help="only bombs whose name holds this")
    parser.add_argument("--no-growth", action="store_true", help="leave the growth out")
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(explode(next(bomb for bomb in ALL if bomb.name == arguments.one))))
        return 0
    chosen = [bomb for bomb in ALL if not arguments.only or arguments.only in bomb.name]
    results = [run(bomb) for bomb in chosen]
    grown = {} if arguments.no_growth else growth()
    failed = [result for result in results if result["failures"]]
    too_steep = [name for name, family in grown.items() if not family["passed"]]
    summary = {
        "passed": not failed and not too_steep,
        "bombs": len(results),
        "failed": [f"{result['name']}: {', '.join(result['failures'])}" for result in failed],
        "too_steep": too_steep,
        "growth": grown,
        "results": results,
    }
    print(json.dumps(summary, indent=1))
    return 0 if summary["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
