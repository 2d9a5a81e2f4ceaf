"""Files of hostile sizes, given to every command that reads a text.

    python benchmarks/reliability/hostile_sizes.py --mb 100 --seconds 12

The shapes are one line, many tunes, a tune of many lines, empty lines, and more than may be read at
all. A command that still runs after some seconds gets SIGTERM. None may end in a traceback, take
longer than two seconds to obey, or hold more than the limit. Prints a line of JSON a command; exits
0 only when all of it holds.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from process_memory import process_bytes

from abcstudio.guarded_files import MAX_TEXT_BYTES

MB = 1_000_000
OBEYS_SECONDS = 2.0
MOST_BYTES = 1_200 * MB

HEADER = "X:1\nT:Large\nM:4/4\nL:1/8\nK:D\n"
MEASURE = "dAFA DFAd|"
COMMANDS = {
    "check": ["check", "FILE"],
    "health": ["health", "FILE"],
    "corpus": ["corpus", "FILE"],
    "prepare": ["prepare", "--source", "FILE"],
    "rank": ["rank", "FILE"],
    "novelty": ["novelty", "FILE"],
    "find in": ["find", "GABd", "--in", "FILE"],
    "find": ["find", "FILE"],
    "export": ["export", "--format", "mid", "--out-dir", "out", "FILE"],
    "rewrite": ["rewrite", "--measures", "1", "FILE"],
    "rhythm": ["compose", "--takes", "1", "--rhythm-of", "FILE"],
    "evaluate": ["evaluate", "--text", "FILE"],
    "inspect": ["inspect", "--text", "FILE"],
    "train": ["train", "--preset", "quick", "--steps", "1", "--device", "cpu", "--corpus", "FILE"],
    "sweep": ["sweep", "--preset", "quick", "--set", "rng_seed=1,2", "--corpus", "FILE"],
    "learn run": ["learn", "run", "01-boxes-of-numbers", "FILE"],
    "learn train": ["learn", "train", "--steps", "1", "--tunes", "FILE"],
    "learn grade": ["learn", "grade", "FILE"],
    "report": ["report", "report.html", "--without-checking", "--aim", "FILE"],
}
"""Each command that reads a text of any size, by a name."""


def shapes(size: int) -> Iterator[tuple[str, str]]:
    """Yield texts of about so many characters, each with the name of its shape."""
    yield "one line", HEADER + MEASURE * (size // len(MEASURE)) + "\n"
    tune = "X:1\nK:C\nA|\n\n"
    yield "tunes", tune * (size // len(tune))
    yield "lines", HEADER + f"{MEASURE}\n" * (size // (len(MEASURE) + 1))
    yield "empty lines", f"{HEADER}A|\n" + "\n" * size
    yield "too large", HEADER + f"{MEASURE}\n" * (MAX_TEXT_BYTES // len(MEASURE))


def words_of(command: str, file: str) -> list[str]:
    """Return the arguments of a command that reads a file."""
    return [file if word == "FILE" else word for word in COMMANDS[command]]


def tried(words: list[str], folder: Path, seconds: float) -> dict[str, object]:
    """Run a command, stop it after some seconds, and return how it went."""
    surroundings = {**os.environ, "ABCSTUDIO_HOME": str(folder / "home")}
    errors = folder / "errors.txt"
    with errors.open("wb") as to:
        program = subprocess.Popen(
            [sys.executable, "-m", "abcstudio", *words],
            stdout=subprocess.DEVNULL, stderr=to, env=surroundings, cwd=folder,
        )  # fmt: skip
    began, most, asked = time.monotonic(), 0, 0.0
    while program.poll() is None:
        try:
            most = max(most, process_bytes("VmHWM", program.pid))
        except OSError:
            break
        if not asked and time.monotonic() - began > seconds:
            program.send_signal(signal.SIGTERM)
            asked = time.monotonic()
        elif asked and time.monotonic() - asked > 20 * OBEYS_SECONDS:
            program.kill()
        time.sleep(0.02)
    code = program.wait()
    ended = time.monotonic()
    said = errors.read_text("utf-8", "replace").strip().splitlines()
    return {
        "code": code,
        "seconds": round(ended - began, 1),
        "obeyed_seconds": round(ended - asked, 2) if asked else None,
        "most_mb": most // MB,
        "said": said[-1][:200] if said else "",
        "has_traceback": any(line.startswith("Traceback") for line in said),
    }


def is_sound(facts: dict[str, object]) -> bool:
    """Return whether a command kept to its bounds."""
    obeyed, most = facts["obeyed_seconds"], facts["most_mb"]
    assert isinstance(most, int)
    is_prompt = obeyed is None or (isinstance(obeyed, float) and obeyed <= OBEYS_SECONDS)
    return is_prompt and most * MB <= MOST_BYTES and not facts["has_traceback"]


def main() -> int:
    """Try every command on every shape; return 1 where one broke a bound."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--mb", type=int, default=100, help="the size of a text (100)")
    parser.add_argument("--seconds", type=float, default=12.0, help="until SIGTERM (12)")
    parser.add_argument("--only", nargs="*", default=list(COMMANDS), metavar="COMMAND")
    options = parser.parse_args()
    all_sound = True
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for shape, text in shapes(options.mb * MB):
            file = folder / "large.abc"
            file.write_text(text, encoding="ascii")
            for command in options.only:
                facts = tried(words_of(command, file.name), folder, options.seconds)
                all_sound &= is_sound(facts)
                line = {"shape": shape, "command": command, "sound": is_sound(facts), **facts}
                print(json.dumps(line), flush=True)
    return 0 if all_sound else 1


if __name__ == "__main__":
    sys.exit(main())
