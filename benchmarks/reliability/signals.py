"""Does a command that is asked to end, at any moment, end at once and leave nothing half done?

Each command runs once undisturbed. Then it runs again and again, and SIGTERM or SIGINT comes at a
uniformly random moment of that time. It must end with the code that is promised (130, that of the
signal itself while Python still loads the program, or that of a command that was done), without a
traceback, having worked for LIMIT_SECONDS at most after the signal; with no process and no
temporary file left behind; and every file under its final name must be whole: equal to that of the
undisturbed run, or, where none is equal to another, one that can be opened.
Prints one JSON object; the exit code is 0 when every run passed.

    python benchmarks/reliability/signals.py --count 20
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from processes import left_of, state_of, work_of
from safetensors.numpy import load_file

from abcstudio.paths import bundled_tunebook

LIMIT_SECONDS = 0.5
"""Of a processor, all threads and children together: other programs do not count."""

MEASURES = 1_560
LINE_CHARACTERS = 200_000
TUNES = 120
LONGEST_SECONDS = 6.0
"""A command that takes longer is asked to end within this time."""

_INTERRUPTED = 130
# A folder that torch makes for all programs and leaves in the temporary one.
_TORCH_CACHE = "torchinductor_"
_SMALL = ("--preset", "quick", "--steps", "100000", "--set", "hidden_size=64")


@dataclass(frozen=True, slots=True)
class Command:
    """A command line.

    Attributes:
        arguments: What stands behind `abcstudio`.
        is_repeatable: Its files are the same every time.
    """

    arguments: tuple[str, ...]
    is_repeatable: bool = True


def _export(format: str, *more: str) -> Command:
    return Command(("export", "--format", format, "--out-dir", "out", *more))


COMMANDS = {
    "pdf": _export("pdf", "large.abc"),
    "png": _export("png", "--resolution", "300", "large.abc"),
    "svg": _export("svg", "large.abc"),
    "musicxml": _export("musicxml", "large.abc"),
    "musicxml of one line": _export("musicxml", "line.abc"),
    "mid of one line": _export("mid", "line.abc"),
    "mid": _export("mid", "large.abc"),
    "wav": _export("wav", "large.abc"),
    "flac": _export("flac", "--per-voice", "large.abc"),
    "tunes as svg": _export("svg", "book.abc"),
    "tunes as wav": _export("wav", "book.abc"),
    "book": _export("pdf", "--book", "book.abc"),
    "check": Command(("check", "large.abc", "book.abc")),
    "compose": Command(("compose", "--takes", "50", "--rng-seed", "1", "--out-dir", "out"), False),
    "train": Command(("train", *_SMALL, "--out", "out"), False),
}


@dataclass(frozen=True, slots=True)
class Ending:
    """How a command ended.

    Attributes:
        work: Seconds of a processor after the signal.
        wall: Seconds after the signal.
        left: Process ids of its session that live on.
    """

    code: int
    errors: str
    work: float
    wall: float
    left: tuple[int, ...]


def write_inputs(folder: Path) -> None:
    """Write the tune and the book that the commands read."""
    lines = ("CDEF GABc|" * 4 + "\n") * (MEASURES // 4)
    (folder / "large.abc").write_text(f"X:1\nM:4/4\nL:1/8\nK:C\n{lines}", encoding="utf-8")
    line = "CDEF GABc" * (LINE_CHARACTERS // 9)
    (folder / "line.abc").write_text(f"X:1\nM:4/4\nL:1/8\nK:C\n{line}\n", encoding="utf-8")
    tunes = bundled_tunebook().read_text(encoding="utf-8").split("\n\n")
    (folder / "book.abc").write_text("\n\n".join(tunes[:TUNES]) + "\n", encoding="utf-8")


def run(command: Command, folder: Path, number: int, seconds: float) -> Ending:
    """Start a command and send it a signal after some seconds, unless it has ended by then."""
    for name in ("home", "tmp"):
        (folder / name).mkdir()
    own = {"ABCSTUDIO_HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp")}
    with (folder / "errors").open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "abcstudio", *command.arguments],
            cwd=folder,
            env={**os.environ, **own},
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,
        )
        _sleep_while_running(process.pid, seconds)
        before, asked = work_of(process.pid), time.monotonic()
        os.kill(process.pid, number)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - asked
    work = used.ru_utime + used.ru_stime - before
    text = (folder / "errors").read_text("utf-8", "replace")
    return Ending(process.returncode, text, max(0.0, work), wall, left_of(process.pid))


def _sleep_while_running(pid: int, seconds: float) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and state_of(pid) != "Z":
        time.sleep(min(0.02, left))


def faults(ending: Ending, number: int, command: Command, folder: Path, whole: Path) -> list[str]:
    """Return what is wrong after a command was asked to end."""
    found = []
    # Ended by SIGINT is 130 for a shell.
    if ending.code not in (_INTERRUPTED, -number, -signal.SIGINT, 0):
        found.append(f"code {ending.code}")
    if "Traceback" in ending.errors or "Exception" in ending.errors:
        found.append("traceback: " + ending.errors[-2000:])
    if ending.work > LIMIT_SECONDS:
        found.append(f"worked for {ending.work:.2f} s after the signal")
    if ending.left:
        found.append(f"processes {ending.left} live on")
    found += [
        f"temporary {path.name}"
        for path in (folder / "tmp").iterdir()
        if not path.name.startswith(_TORCH_CACHE)
    ]
    return found + _file_faults(command, folder / "out", whole / "out")


def _file_faults(command: Command, out: Path, whole: Path) -> list[str]:
    found = []
    for path in sorted(out.rglob("*")) if out.is_dir() else ():
        name = path.relative_to(out)
        if path.is_dir():
            continue
        if path.name.startswith(".") or path.suffix == ".tmp":
            found.append(f"temporary {name}")
        elif command.is_repeatable:
            if path.read_bytes() != (whole / name).read_bytes():
                found.append(f"half of {name}")
        elif not _opens(path):
            found.append(f"{name} does not open")
    return found


def _opens(path: Path) -> bool:
    opened: dict[str, Callable[[Path], object]] = {
        ".json": lambda path: json.loads(path.read_text("utf-8")),
        ".safetensors": load_file,
        ".abc": lambda path: path.read_text("utf-8").index("K:"),
    }
    try:
        opened.get(path.suffix, Path.read_bytes)(path)
    except (ValueError, OSError):
        return False
    return True


def main() -> int:
    """Run the benchmark and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=20, help="signals to each command")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", nargs="*", choices=COMMANDS, default=list(COMMANDS))
    options = parser.parse_args()
    random = Random(options.seed)
    # A shell starts what goes on behind it deaf to SIGINT, and children would be so too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    report: dict[str, object] = {}
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        for name in options.only:
            command, codes = COMMANDS[name], Counter[int]()
            whole = Path(folder, "whole")
            whole.mkdir()
            write_inputs(whole)
            began = time.monotonic()
            # What would go on for ever has nothing to be compared with.
            patience = 600 if command.is_repeatable else LONGEST_SECONDS
            first = run(command, whole, signal.SIGTERM, patience)
            if first.code != (0 if command.is_repeatable else _INTERRUPTED):
                failed.append(f"{name}, undisturbed: code {first.code}, {first.errors}")
            seconds = min(LONGEST_SECONDS, time.monotonic() - began)
            endings = []
            for turn in range(options.count):
                number = (signal.SIGTERM, signal.SIGINT)[turn % 2]
                work = Path(folder, "run")
                work.mkdir()
                write_inputs(work)
                moment = random.uniform(0.0, seconds)
                ending = run(command, work, number, moment)
                endings.append(ending)
                codes[ending.code] += 1
                wrong = faults(ending, number, command, work, whole)
                where = f"{name}, {number.name} after {moment:.2f} s"
                failed += [f"{where}: {fault}" for fault in wrong]
                shutil.rmtree(work)
            shutil.rmtree(whole)
            report[name] = {
                "codes": dict(codes),
                "most work after the signal": round(max(e.work for e in endings), 3),
                "longest wait": round(max(e.wall for e in endings), 3),
            }
    print(json.dumps({**report, "passed": not failed, "faults": failed}, indent=2))
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
