"""Does the window open, whatever is in the program's own folders, and is the damage told?

Damages each file of the program's own in every way (nested 100,000 deep, a pipe, a link to
`/dev/zero`, a folder, unreadable, empty, half, huge, of other bytes, a list) and gives the settings
odd values (sizes of 2^31, counts of 10^30, half characters, 100,000 recent files); then starts the
whole program in a process of its own. Its window must be there within some seconds of a processor,
no report of a crash may stand on the screen or on stderr, the process must stay small and end with
0, and a file that was put aside must be told of in a notice. Where no window can open, another one
must say why.
Prints one JSON object; the exit code is 0 when all passed.

    QT_QPA_PLATFORM=offscreen python benchmarks/reliability/own_files.py
    QT_QPA_PLATFORM=offscreen python benchmarks/reliability/own_files.py --every 10
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from process_memory import process_bytes

from abcstudio.settings import Settings

MAX_CPU_SECONDS = 10.0
TIMEOUT_SECONDS = 180.0
MAX_MB = 900
HUGE_BYTES = 3_000_000_000
RUN = {
    "format": 1, "name": "one", "created": "2026-01-01T00:00:00", "state": "finished",
    "config": {"steps": 10}, "step": 10, "best_val_loss": 1.5,
}  # fmt: skip
SPLITTERS = (
    ("composer.columns", 3), ("composer.middle", 2), ("composer.right", 2),
    ("datasets.columns", 3), ("datasets.preview", 2),
    ("training.columns", 3), ("training.middle", 2),
)  # fmt: skip
COPY = {"name": "Untitled", "path": None, "text": "X:1\nK:C\nC\n"}

SOUND = {
    "config/settings.json": json.dumps({"format": 1, "theme": "dark"}),
    "data/snippets.json": json.dumps({"snippets": [{"name": "a", "body": "b"}]}),
    "data/runs/one/run.json": json.dumps(RUN),
    "data/runs/one/metrics.jsonl": json.dumps({"step": 1, "train_loss": 2.0}) + "\n",
    "data/models/own.safetensors": "no model",
    "data/autosave/dead-1.json": json.dumps(COPY),
    "data/autosave/dead.lock": "",
    "data/takes/take-1-ab.json": json.dumps({"number": 1, "text": "X:1\nK:C\nC\n"}),
    "data/takes/takes.journal": "",
    "log/abcstudio.log": "",
}
OWN_FOLDERS = (
    "config", "data", "data/runs", "data/models", "data/autosave", "data/takes", "log"
)  # fmt: skip
FOLDERS = (*OWN_FOLDERS, "data/runs/one")


def _deep(path: Path) -> None:
    path.write_text('{"a":' * 100_000, encoding="ascii")


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(HUGE_BYTES)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "deep": _deep,
    "pipe": os.mkfifo if hasattr(os, "mkfifo") else _deep,
    "endless": lambda path: path.symlink_to("/dev/zero"),
    "circle": lambda path: path.symlink_to(path.name),
    "folder": lambda path: path.mkdir(),
    "empty": lambda path: path.write_bytes(b""),
    "half": lambda path: path.write_text('{"a": [1, 2', encoding="ascii"),
    "list": lambda path: path.write_text("[[], {}]", encoding="ascii"),
    "bytes": lambda path: path.write_bytes(bytes(range(256)) * 100),
    "huge": _huge,
}
ODD_VALUES: dict[str, object] = {
    "2^31": 2**31,
    "10^30": 10**30,
    "10^400": 10**400,
    "NaN": float("nan"),
    "half a character": "\ud800",
    "long": "x" * 1_000_000,
    "list": [[]] * 1000,
}
ODD_SETTINGS: dict[str, dict[str, object]] = {
    "splitters of 2^31": {
        "window": {"splitters": {name: [2**31] * panes for name, panes in SPLITTERS}}
    },
    "100,000 recent files": {"recent_files": [f"/tunes/{n}.abc" for n in range(100_000)]},
    "100,000 sources": {"sources": [f"/tunes/{n}.abc" for n in range(100_000)]},
    "sources that are no files": {"sources": ["/dev/zero", "/dev/stdin", "\x00", "/"]},
    "a sound font without end": {"sound_font": "/dev/zero", "model": "/dev/zero"},
    "runs without end": {"runs_folder": "/dev/zero", "tunes_folder": "\x00"},
    "a window anywhere": {"window": {"geometry": "AdnQywADAAD" + "/" * 400}},
    "pages of another version": {"window": {"page": "stage"}, "instrument": "kazoo", "paper": "a0"},
    "keys that are none": {"shortcuts": {"compose": "Hyper+\x00", "undo": "Ctrl+" * 50}},
    "training of another version": {"training_config": {"steps": 10**30, "cell": "x"}},
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One home to start in.

    Attributes:
        damages: What is done to which file, by the file's place in the home.
        settings: Values of the settings file that is there otherwise.
        fault: What the system is made to do: "raise", "unreadable:PLACE", "homeless" or
            "placeless".
        expects: "window" or "failure".
    """

    name: str
    damages: tuple[tuple[str, str], ...] = ()
    settings: dict[str, object] = field(default_factory=dict)
    fault: str = ""
    expects: str = "window"


@dataclass
class Seen:
    """What a start showed."""

    case: str
    seconds: float = 0.0
    mb: float = 0.0
    told: str = ""
    problems: list[str] = field(default_factory=list)


def all_cases() -> Iterator[Case]:
    """Yield every home."""
    yield Case("nothing damaged")
    files = [(place, how) for place in SOUND for how in DAMAGES if not place.endswith(".lock")]
    for place, how in files:
        yield Case(f"{place} {how}", ((place, how),))
    for place in (*SOUND, *FOLDERS):
        yield Case(f"{place} unreadable", fault=f"unreadable:{place}")
    for folder in FOLDERS:
        yield Case(f"{folder} a file", ((folder, "half"),))
    for name, value in ODD_VALUES.items():
        yield Case(f"settings all {name}", settings=dict.fromkeys(Settings.__slots__, value))
    for name, settings in ODD_SETTINGS.items():
        yield Case(f"settings with {name}", settings=settings)
    kinds = ("deep", "pipe", "endless", "huge", "half", "bytes", "list", "pipe", "circle")
    everything = tuple(zip((place for place in SOUND if "lock" not in place), kinds, strict=True))
    yield Case("everything at once", everything)
    yield Case("no home, but a place", fault="homeless")
    yield Case("no home", fault="placeless", expects="failure")
    yield Case("a fault of the start", fault="raise", expects="failure")


CASES = tuple(all_cases())


def make_home(case: Case, home: Path) -> None:
    """Make the program's folders as a case wants them."""
    for place, content in SOUND.items():
        path = home / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    if case.settings:
        (home / "config/settings.json").write_text(json.dumps(case.settings), encoding="ascii")
    for place, how in case.damages:
        path = home / place
        if path.is_dir():
            path.rename(home / "elsewhere")
        else:
            path.unlink()
        DAMAGES[how](path)


def start(case: Case, folder: Path) -> Seen:
    """Start the program in a home of a case, and say what it showed."""
    home = folder / "home"
    home.mkdir()
    make_home(case, home)
    environment = {**os.environ, "ABCSTUDIO_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    environment["SDL_AUDIODRIVER"] = "dummy"
    command = [sys.executable, __file__, "--child", case.fault or "none"]
    seen = Seen(case.name)
    try:
        done = subprocess.run(
            command, env=environment, cwd=folder, capture_output=True, text=True, check=False,
            timeout=TIMEOUT_SECONDS, errors="replace",
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        seen.problems.append("no window")
        return seen
    lines = done.stdout.splitlines()
    if done.returncode or not lines:
        seen.problems.append(f"exit code {done.returncode}: {done.stderr[-500:]}")
        return seen
    _judge(case, json.loads(lines[-1]), home, seen)
    if "Traceback" in done.stderr and case.expects == "window":
        seen.problems.append(done.stderr[-500:])
    return seen


def _judge(case: Case, shown: dict[str, Any], home: Path, seen: Seen) -> None:
    seen.told = " | ".join(shown["told"])
    seen.seconds, seen.mb = shown["seconds"], shown["mb"]
    wanted = "MainWindow" if case.expects == "window" else "StartFailureDialog"
    if shown["windows"] != [wanted]:
        seen.problems.append(f"shows {shown['windows']}: {seen.told}")
    if shown["mb"] > MAX_MB:
        seen.problems.append(f"{shown['mb']} MB")
    if shown["seconds"] > MAX_CPU_SECONDS:
        seen.problems.append(f"{shown['seconds']} s of a processor")
    blocked = [str(home / place) for place, _ in case.damages if place in OWN_FOLDERS]
    seen.problems += [f"{path} is not told of" for path in blocked if path not in seen.told]
    asides = [path.name for path in home.rglob("*.damaged") if os.path.lexists(path)]
    told_of = ("settings.json.damaged", "dead-1.json.damaged")
    seen.problems += [
        f"{name} is not told of" for name in asides if name in told_of and name not in seen.told
    ]


def run_child(fault: str) -> None:
    """Start the program in this process, look at its windows and close it."""
    _prepare(fault)
    from PySide6.QtCore import QTimer

    from abcstudio import app as program
    from abcstudio.ui.window.named_files import StudioApplication

    told: list[str] = []
    _listen(told)
    make = program.make_application

    def make_application() -> StudioApplication:
        app = make()
        QTimer.singleShot(1500, lambda: _look(app, told))
        return app

    program.make_application = make_application
    if fault == "raise":
        vars(program)["Translators"] = _fail_to_load
    program.run_window()


def _fail_to_load(_app: object) -> Any:
    raise IndexError


def _look(app: Any, told: list[str]) -> None:
    from PySide6.QtWidgets import QDialog, QLabel

    windows = [each for each in app.topLevelWidgets() if each.isVisible()]
    dialogs = [each for each in windows if isinstance(each, QDialog)]
    told += [label.text() for dialog in dialogs for label in dialog.findChildren(QLabel)]
    shown = {
        "windows": sorted(type(each).__name__ for each in windows),
        "told": told,
        "seconds": round(time.process_time(), 1),
        # Not the peak of its resource usage, which begins with that of the process it came from.
        "mb": process_bytes("VmHWM") // 1_048_576,
    }
    print(json.dumps(shown), flush=True)
    os._exit(0)


def _listen(told: list[str]) -> None:
    """Note every notice, also those that wait behind another one."""
    from abcstudio.ui.window.notices.notice_bar import NoticeBar
    from abcstudio.ui.window.notices.standing_notice import StandingNotice

    for place in (NoticeBar, StandingNotice):
        place.show_notice = _noting(told, place.show_notice)  # type: ignore[method-assign, assignment]


def _noting(told: list[str], show: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    def show_notice(bar: Any, notice: Any) -> None:
        told.append(notice.text)
        show(bar, notice)

    return show_notice


def _prepare(fault: str) -> None:
    """Make the system refuse what a case wants refused; root may read everything."""
    if fault in ("homeless", "placeless"):
        import pwd

        def unknown(*_: object) -> Any:
            raise KeyError("uid not found")

        pwd.getpwuid = pwd.getpwnam = unknown
        for name in [name for name in os.environ if name.startswith("XDG_") or name == "HOME"]:
            del os.environ[name]
        if fault == "placeless":
            del os.environ["ABCSTUDIO_HOME"]
    if fault.startswith("unreadable:"):
        _refuse(Path(os.environ["ABCSTUDIO_HOME"]) / fault.removeprefix("unreadable:"))


def _refuse(refused: Path) -> None:
    """Let no call look into a file or folder, as the system does where there is no permission."""
    import errno
    import io

    def closed(real: Any) -> Any:
        def call(path: Any, *arguments: Any, **keywords: Any) -> Any:
            if isinstance(path, str | Path):
                place = Path(path)
                # A folder that may not be entered hides what is in it; a file may be seen.
                is_seen = place == refused and real in (stat, lstat)
                if not is_seen and (place == refused or refused in place.parents):
                    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return real(path, *arguments, **keywords)

        return call

    stat, lstat = os.stat, os.lstat
    for name in ("open", "stat", "lstat", "listdir", "scandir", "mkdir"):
        setattr(os, name, closed(getattr(os, name)))
    io.open = closed(io.open)


def main() -> int:
    """Start the program in each home and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--every", type=int, default=1, help="one case in so many")
    parser.add_argument("--only", default="", help="cases whose name holds this")
    options = parser.parse_args()
    if options.child:
        run_child(options.child)
    failed, slowest, largest = [], 0.0, 0.0
    cases = [case for case in CASES if options.only in case.name][:: options.every]
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            seen = start(case, Path(folder))
        slowest, largest = max(slowest, seen.seconds), max(largest, seen.mb)
        print(f"{case.name}: {seen.problems or 'ok'} {seen.told[:200]}", file=sys.stderr)
        if seen.problems:
            failed.append({"case": case.name, "problems": seen.problems, "told": seen.told})
    facts = {"cases": len(cases), "failed": failed, "slowest_s": slowest, "largest_mb": largest}
    print(json.dumps({**facts, "passed": not failed}, indent=2))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
