"""Can any editing break the window, or make text, score and problems tell different stories?

Sits down at the real composer page (no screen needed, the engraving process is the real one) and
edits real tunes, small books, songs and tunes of two voices, again and again: typing, pasting,
cutting, undoing, transposing, fixing. After every edit the text must be what was done to it, by a
text kept beside; after every third, what is read in parts must equal what is read anew, and the
problems named and underlined must be those of the text; after every tenth, the score of the newest
text must come, and each of its notes lead to one of the text. At the end of a sitting all is
undone, which must give the first text, and done again.
With `--scores`, so many edited texts go straight to the engraving process, without a window.
Prints one JSON object; the exit code is 0 when nothing failed, nothing crashed and nothing hung.

    python benchmarks/reliability/editing.py --count 50000
    python benchmarks/reliability/editing.py --count 0 --scores 50000 --tunes irish.abc
    python benchmarks/reliability/editing.py --sitting 17        one sitting again, by its number
"""

import argparse
import json
import logging
import math
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Any

from edited_checks import Tally
from edited_scores import ScoresRun
from random_edits import RandomEdits, tunes_to_edit

SITTING_EDITS = 100
ENGRAVE_EACH = 10
PROGRESS_EACH = 50
MAX_FAILURES = 20


class Watcher(logging.Handler):
    """Notes what would else go by: exceptions in slots, warnings of the program and of Qt."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []
        logging.getLogger().addHandler(self)
        sys.excepthook = self._on_exception

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a logged warning."""
        self.seen.append(f"{record.name}: {record.getMessage()}")

    def on_qt_message(self, _kind: Any, _context: Any, text: str) -> None:
        """Keep what Qt prints, but for what its screenless platform cannot do."""
        if "This plugin does not support" not in text:
            self.seen.append(f"Qt: {text}")

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.seen.append("".join(traceback.format_exception(kind, error, trace)[-4:]))

    def taken(self) -> list[str]:
        """Return what was seen since the last time."""
        seen, self.seen = self.seen, []
        return seen


def edit_in_window(
    count: int, seed: int, tunes: Sequence[str], only: int | None = None, seconds: float = math.inf
) -> dict[str, Any]:
    """Make so many edits in a window of its own, or those of one sitting, or until time is up."""
    from edited_sitting import Sitting
    from edited_window import Desk, close_quietly
    from PySide6.QtCore import qInstallMessageHandler

    from abcstudio.app import make_application
    from abcstudio.settings import Settings
    from abcstudio.ui.services.studio import Studio
    from abcstudio.ui.window.main_window import MainWindow

    make_application()
    watcher = Watcher()
    qInstallMessageHandler(watcher.on_qt_message)
    studio = Studio(Settings(theme="light", language="en"))
    window = MainWindow(studio)
    window.resize(1280, 800)
    window.show()
    desk, tally, failures, began = Desk(window), Tally(), [], time.monotonic()
    pids: set[int] = set()
    sitting, told = only or 0, 0
    wanted = count if only is None else 1
    while sum(tally.edits.values()) < wanted and time.monotonic() - began < seconds:
        edits = RandomEdits(Random(f"{seed}/{sitting}"), tunes)
        try:
            Sitting(desk, edits, tally).run(SITTING_EDITS, ENGRAVE_EACH)
        except Exception:  # noqa: BLE001  whatever it is, it is what is looked for
            failures.append({"sitting": sitting, "failure": traceback.format_exc(limit=-3)})
            close_quietly(desk)
        failures += [{"sitting": sitting, "seen": seen} for seen in watcher.taken()]
        if window.engraver.child_pid is not None:
            pids.add(window.engraver.child_pid)
        for failure in failures[told:]:
            print(failure, file=sys.stderr, flush=True)
        told = len(failures)
        sitting += 1
        if sitting % PROGRESS_EACH == 0:
            print(sum(tally.edits.values()), told, file=sys.stderr, flush=True)
    window.end_without_asking()
    qInstallMessageHandler(None)
    failures += [{"sitting": "the end", "seen": seen} for seen in watcher.taken()]
    return {
        **_figures(tally, failures, max(0, len(pids) - 1), began),
        "sittings": sitting - (only or 0),
        "problems_compared": tally.problems_compared,
        "commands_refused": tally.commands_refused,
        "hangs": sum("hang:" in str(each) for each in failures),
        "slowest_edit_cpu_seconds": round(tally.slowest_edit_seconds, 3),
    }


def edit_scores(count: int, seed: int, tunes: Sequence[str]) -> dict[str, Any]:
    """Send so many edited texts to an engraving process."""
    began = time.monotonic()
    run = ScoresRun(seed, tunes, SITTING_EDITS)
    run.run(count)
    return _figures(run.tally, run.failures, run.child_restarts, began)


def _figures(
    tally: Tally, failures: Sequence[object], child_restarts: int, began: float
) -> dict[str, Any]:
    return {
        "passed": not failures and not child_restarts,
        "edits": sum(tally.edits.values()),
        "kinds": dict(tally.edits),
        "texts_compared": tally.texts_compared,
        "scores": tally.scores,
        "notes_led_back": tally.notes_led_back,
        "engraving_process_restarts": child_restarts,
        "failures": len(failures),
        "first_failures": list(failures)[:MAX_FAILURES],
        "seconds": round(time.monotonic() - began, 1),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=50_000, help="edits in the window")
    parser.add_argument("--scores", type=int, default=0, help="edits without a window")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=math.inf, help="of the window at most")
    parser.add_argument("--sitting", type=int, help="make one sitting again")
    parser.add_argument("--tunes", type=Path, nargs="*", default=[], help="more tunes to edit")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    tunes = tunes_to_edit(*options.tunes)
    result: dict[str, Any] = {"seed": options.seed, "tunes": len(tunes)}
    with tempfile.TemporaryDirectory() as home:
        os.environ["ABCSTUDIO_HOME"] = home
        if options.scores:
            result["without_a_window"] = edit_scores(options.scores, options.seed, tunes)
        if options.count or options.sitting is not None:
            result["in_the_window"] = edit_in_window(
                options.count, options.seed, tunes, options.sitting, options.seconds
            )
    parts = [part for part in result.values() if isinstance(part, dict)]
    print(json.dumps({"passed": all(part["passed"] for part in parts), **result}, indent=1))
    return 0 if all(part["passed"] for part in parts) else 1


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    # Not by way of the interpreter: what was cut last lies on the clipboard, and Qt frees it after
    # Python has gone.
    os._exit(code)
