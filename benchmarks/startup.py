"""How long from the start of the process until the window has been painted? Is torch there yet?

Starts the program several times with a home of its own, reads the moment from the program's log,
ends it with SIGTERM and prints one JSON object. The yardstick is a bare Qt window, started the
same way beside it. On a machine without a screen: QT_QPA_PLATFORM=offscreen, or under xvfb-run.
"""

import argparse
import json
import os
import re
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


def start_once(home: Path) -> dict[str, object]:
    """Start the program, wait for its window, end it, and return what was seen."""
    log = home / "log" / "abcstudio.log"
    environment = {**os.environ, "ABCSTUDIO_HOME": str(home)}
    began = time.time()
    process = subprocess.Popen(
        [sys.executable, "-m", "abcstudio"], env=environment, stderr=subprocess.PIPE, text=True
    )
    found = None
    while found is None and process.poll() is None and time.time() - began < WAIT_SECONDS:
        time.sleep(0.02)
        found = UP.search(log.read_text(encoding="utf-8")) if log.is_file() else None
    asked = time.time()
    process.send_signal(signal.SIGTERM)
    _out, stderr = process.communicate(timeout=WAIT_SECONDS)
    up_at = datetime.fromisoformat(found[1]).timestamp() if found else None
    return {
        "seconds": up_at - began if up_at else None,
        "torch_imported": found[2] == "True" if found else None,
        "exit_code": process.returncode,
        "exit_seconds": time.time() - asked,
        "stderr": stderr,
    }


def yardstick_once() -> float:
    """Start a bare window and return the seconds until it was painted."""
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", YARDSTICK], capture_output=True, text=True, check=True
    )
    return float(done.stdout) - began


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    seen = []
    bare = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as home:
            seen.append(start_once(Path(home)))
        bare.append(yardstick_once())
    seconds = [float(str(s["seconds"])) for s in seen if s["seconds"] is not None]
    median = statistics.median(seconds) if seconds else float("inf")
    passed = (
        len(seconds) == runs
        and median < LIMIT_SECONDS
        and not any(s["torch_imported"] for s in seen)
        and all(s["exit_code"] == 0 and not s["stderr"] for s in seen)
        and all(float(str(s["exit_seconds"])) < EXIT_LIMIT_SECONDS for s in seen)
    )
    print(
        json.dumps(
            {
                "question": "seconds from process start to the painted window",
                "runs": runs,
                "median_seconds": round(median, 3),
                "worst_seconds": round(max(seconds, default=float("inf")), 3),
                "bare_window_median_seconds": round(statistics.median(bare), 3),
                "ratio_to_bare_window": round(median / statistics.median(bare), 2),
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
