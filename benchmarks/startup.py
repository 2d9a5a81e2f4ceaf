"""How long from the start of the process until the window has been painted? Is torch there yet?

Starts the program several times with a home of its own, reads the moment from the program's log,
ends it with SIGTERM and prints one JSON object. The yardstick is a bare Qt window, started the
same way beside it. On a machine without a screen: QT_QPA_PLATFORM=offscreen, or under xvfb-run.

On a machine that others use too, seconds mean nothing and the processor's time means much: that of
the window's process until it is up, of `abcstudio --help` and of `check` on one tune, each also as
a ratio to the bare window or to a bare Python in the same run. PROGRAM takes a packaged one.
"""

import argparse
import json
import os
import re
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

LIMIT_SECONDS = 1.5
EXIT_LIMIT_SECONDS = 2.0
WAIT_SECONDS = 30.0
# In seconds of a processor; what is loaded is held by tests/unit/cli/commands.
HELP_LIMIT_SECONDS = 0.15
CHECK_LIMIT_SECONDS = 0.2
TUNE = Path(__file__).resolve().parent.parent / "resources" / "tunes" / "welcome.abc"
UP = re.compile(r"^(\S+) INFO abcstudio\.app: The window is up; torch imported: (\w+)$", re.M)
YARDSTICK = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, app.quit)
app = QApplication(sys.argv)
window = Window()
window.show()
app.exec()
print(time.time())
"""


def processor_seconds(pid: int) -> float:
    """Return the processor time that a process of Linux has had, its children's not counted."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def children_seconds() -> float:
    """Return the processor time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def command_seconds(command: list[str]) -> float:
    """Run a command and return the processor time that it took."""
    before = children_seconds()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return children_seconds() - before


def start_once(program: list[str], home: Path) -> dict[str, object]:
    """Start the program, wait for its window, end it, and return what was seen."""
    log = home / "log" / "abcstudio.log"
    environment = {**os.environ, "ABCSTUDIO_HOME": str(home)}
    began = time.time()
    process = subprocess.Popen(program, env=environment, stderr=subprocess.PIPE, text=True)
    found = None
    while found is None and process.poll() is None and time.time() - began < WAIT_SECONDS:
        time.sleep(0.02)
        found = UP.search(log.read_text(encoding="utf-8")) if log.is_file() else None
    used = processor_seconds(process.pid)
    asked = time.time()
    process.send_signal(signal.SIGTERM)
    _out, stderr = process.communicate(timeout=WAIT_SECONDS)
    up_at = datetime.fromisoformat(found[1]).timestamp() if found else None
    return {
        "seconds": up_at - began if up_at else None,
        "processor_seconds": used,
        "torch_imported": found[2] == "True" if found else None,
        "exit_code": process.returncode,
        "exit_seconds": time.time() - asked,
        "stderr": stderr,
    }


def yardstick_once() -> tuple[float, float]:
    """Start a bare window; return the seconds until it was painted, and its processor time."""
    began, before = time.time(), children_seconds()
    done = subprocess.run(
        [sys.executable, "-c", YARDSTICK], capture_output=True, text=True, check=True
    )
    return float(done.stdout) - began, children_seconds() - before


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", nargs="?", help="a packaged one (that of this Python)")
    parser.add_argument("--runs", type=int, default=10)
    options = parser.parse_args()
    runs = options.runs
    program = [options.program] if options.program else [sys.executable, "-m", "abcstudio"]
    seen = []
    bare = []
    commands: dict[str, list[float]] = {"python": [], "help": [], "check": []}
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as home:
            seen.append(start_once(program, Path(home)))
        bare.append(yardstick_once())
        commands["python"].append(command_seconds([sys.executable, "-c", "pass"]))
        commands["help"].append(command_seconds([*program, "--help"]))
        commands["check"].append(command_seconds([*program, "check", str(TUNE)]))
    seconds = [float(str(s["seconds"])) for s in seen if s["seconds"] is not None]
    used = statistics.median(float(str(s["processor_seconds"])) for s in seen)
    bare_used = statistics.median(each for _, each in bare)
    of_commands = {name: statistics.median(each) for name, each in commands.items()}
    median = statistics.median(seconds) if seconds else float("inf")
    bare_median = statistics.median(each for each, _ in bare)
    passed = (
        len(seconds) == runs
        and median < LIMIT_SECONDS
        and not any(s["torch_imported"] for s in seen)
        and all(s["exit_code"] == 0 and not s["stderr"] for s in seen)
        and of_commands["help"] < HELP_LIMIT_SECONDS
        and of_commands["check"] < CHECK_LIMIT_SECONDS
        and all(float(str(s["exit_seconds"])) < EXIT_LIMIT_SECONDS for s in seen)
    )
    print(
        json.dumps(
            {
                "question": "seconds from process start to the painted window",
                "runs": runs,
                "median_seconds": round(median, 3),
                "worst_seconds": round(max(seconds, default=float("inf")), 3),
                "bare_window_median_seconds": round(bare_median, 3),
                "ratio_to_bare_window": round(median / bare_median, 2),
                "processor_seconds": round(used, 3),
                "processor_ratio_to_bare_window": round(used / bare_used, 2),
                "processor_seconds_of_commands": {
                    name: round(each, 3) for name, each in of_commands.items()
                },
                "processor_ratios_to_python": {
                    name: round(each / of_commands["python"], 1)
                    for name, each in of_commands.items()
                },
                "torch_imported_by_then": any(s["torch_imported"] for s in seen),
                "exit_codes": sorted({s["exit_code"] for s in seen}, key=str),
                "worst_exit_seconds": round(max(float(str(s["exit_seconds"])) for s in seen), 3),
                "stderr": "".join(str(s["stderr"]) for s in seen)[:2000],
                "passed": passed,
            },
            indent=2,
        )
    )
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
