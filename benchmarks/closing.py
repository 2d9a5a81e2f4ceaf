"""Does the window close within two seconds, cleanly, whatever the program is doing?

Starts the real program as a child process, again and again, with a home of its own; a timer inside
it starts training on the bundled tunebook, composing a long take or playing a tune, and closes the
window a random moment later (0 to 3 s, seeded). Measured from there to the end of the process. The
platform is xcb where DISPLAY is set, else offscreen. Prints one JSON object; the exit code is 0
when every run passed.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

from abcstudio.temporary_files import temporary_folder
from abcstudio.ui.composer.takes.composing_room import ComposingRoom

LIMIT_SECONDS = 2.0
MOMENT_SECONDS = 3.0
WAIT_SECONDS = 60.0
STATES = ("starting", "training", "learning", "composing", "playing")
# What Qt's screenless platform says when a window is asked for what only a real screen can do.
HARMLESS = "This plugin does not support"


def close_once(
    state: str, moment_seconds: float, limit_seconds: float, wait_seconds: float
) -> dict[str, object]:
    """Run the program, close its window in a state, and return how it ended."""
    with temporary_folder("abcstudio-closing-") as home:
        notes = home / "asked"
        platform = {} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
        process = subprocess.Popen(
            [sys.executable, __file__, "--inside", state, str(moment_seconds), str(notes)],
            env={"SDL_AUDIODRIVER": "dummy", **os.environ, **platform, "ABCSTUDIO_HOME": str(home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            # Not `communicate`: a left-behind child would hold the pipe open.
            code: int | None = process.wait(wait_seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            code = None
        ended = time.monotonic()
        assert process.stdout is not None
        said = [line for line in process.stdout if HARMLESS not in line]
        asked = json.loads(notes.read_text()) if notes.is_file() else {}
    seconds = ended - asked["at"] if asked else None
    return {
        "state": state,
        "moment_seconds": round(moment_seconds, 2),
        "was": asked.get("was", "never closed"),
        "seconds": seconds,
        "exit_code": code,
        "output": "".join(said),
        "passed": code == 0 and not said and seconds is not None and seconds < limit_seconds,
    }


def drive(state: str, moment_seconds: float, notes: Path) -> NoReturn:
    """Run the program in this process, and use its window as a person would."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from abcstudio.app import make_application, run_window
    from abcstudio.ui.window.main_window import MainWindow

    app = make_application()
    timer = QTimer(app)
    timer.setInterval(10)
    is_closing: list[bool] = []

    def begin() -> None:
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        if not shown or not shown[0].isVisible():
            return
        window = shown[0]
        timer.stop()
        if state != "starting":
            QTimer.singleShot(0, lambda: _begin_work(state, window))
        if state == "learning":
            window.training.session.reported.connect(lambda: close_later(window))
        else:
            close_later(window)

    def close_later(window: MainWindow) -> None:
        if not is_closing:
            is_closing.append(True)
            QTimer.singleShot(round(1000 * moment_seconds), lambda: close(window))

    def close(window: MainWindow) -> None:
        seen = {"at": time.monotonic(), "was": _what_goes_on(window)}
        notes.write_text(json.dumps(seen))
        QTimer.singleShot(0, _agree_to_stop)
        window.close()

    timer.timeout.connect(begin)
    timer.start()
    run_window()


def _agree_to_stop() -> None:
    """Answer the question that stands before the end of a training run."""
    from PySide6.QtWidgets import QApplication

    from abcstudio.ui.training.stopping_question import StoppingQuestion

    for question in QApplication.topLevelWidgets():
        if isinstance(question, StoppingQuestion):
            question.buttons()[0].click()


def _begin_work(state: str, window: object) -> None:
    from abcstudio.corpus.sources import read_tunebook
    from abcstudio.paths import bundled_tunebook
    from abcstudio.ui.playback.played_tune import PlayedTune
    from abcstudio.ui.window.main_window import MainWindow

    assert isinstance(window, MainWindow)
    if state in ("training", "learning"):
        window.show_page("training")
        window.training.start_training()
    elif state == "composing":
        form = window.composer.rooms[ComposingRoom].form
        form.max_chars.setValue(form.max_chars.maximum())
        form.stop_at_end.setChecked(False)
        window.composer.rooms[ComposingRoom].controller.compose()
    else:
        tune = read_tunebook(bundled_tunebook())[0]
        window.playback.offer(PlayedTune(tune.text, tune.title))
        window.playback.play()


def _what_goes_on(window: object) -> str:
    from abcstudio.ui.window.main_window import MainWindow

    assert isinstance(window, MainWindow)
    torch = "torch loaded" if "torch" in sys.modules else "torch not loaded"
    if window.training.session.is_running:
        return f"training, {window.training.parts.plot.point_count} points, {torch}"
    if window.composer.rooms[ComposingRoom].session.is_composing:
        return f"composing, {len(window.composer.desk.editor.text())} characters, {torch}"
    return f"sound {window.playback.state}, {torch}"


def summary(seen: list[dict[str, object]]) -> dict[str, object]:
    """Return the figures of one state's runs."""
    seconds = [float(str(one["seconds"])) for one in seen if one["seconds"] is not None]
    return {
        "count": len(seen),
        "passed": sum(bool(one["passed"]) for one in seen),
        "median_seconds": round(statistics.median(seconds), 3) if seconds else None,
        "max_seconds": round(max(seconds), 3) if seconds else None,
        "failures": [one for one in seen if not one["passed"]],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=20, help="runs a state")
    parser.add_argument("--limit", type=float, default=LIMIT_SECONDS, help="seconds for closing")
    parser.add_argument("--wait", type=float, default=WAIT_SECONDS, help="seconds for a run")
    parser.add_argument("--rng-seed", type=int, default=1)
    parser.add_argument("--states", nargs="+", choices=STATES, default=STATES)
    parser.add_argument("--verbose", action="store_true", help="a line a run on stderr")
    parser.add_argument("--inside", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inside:
        state, moment, notes = arguments.inside
        drive(state, float(moment), Path(notes))
    chance = random.Random(arguments.rng_seed)
    results: dict[str, list[dict[str, object]]] = {}
    for state in arguments.states:
        results[state] = []
        for _ in range(arguments.runs):
            moment = chance.uniform(0.0, MOMENT_SECONDS)
            seen = close_once(state, moment, arguments.limit, arguments.wait)
            results[state].append(seen)
            if arguments.verbose:
                print(json.dumps(seen), file=sys.stderr, flush=True)
    passed = all(one["passed"] for seen in results.values() for one in seen)
    print(
        json.dumps(
            {
                "question": "seconds from closing the window to the end of the process",
                "limit_seconds": arguments.limit,
                "rng_seed": arguments.rng_seed,
                "states": {state: summary(seen) for state, seen in results.items()},
                "passed": passed,
            },
            indent=2,
        )
    )
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
