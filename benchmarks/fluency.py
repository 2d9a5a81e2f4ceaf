"""How long does the window stand still while a network trains in its process?

Trains the Quick preset on the bundled tunebook with the live curve in front, and lets a 5 ms timer
beat in the event loop: first while torch is loaded and the tunes are read ("preparing"), then for
some seconds of training ("training"). Prints one JSON object of gaps between beats, with the same
timer in the idle window as the yardstick.
"""

import argparse
import itertools
import json
import os
import sys
import tempfile
import time

BEAT_MS = 5
P99_LIMIT_MS = 33.0
MAX_LIMIT_MS = 100.0


def figures(beats: list[float]) -> dict[str, float]:
    """Return the gaps between beats in milliseconds."""
    gaps = sorted(1000 * (after - before) for before, after in itertools.pairwise(beats))
    if not gaps:
        return {"beats": 0}
    return {
        "beats": len(beats),
        "seconds": round(beats[-1] - beats[0], 2),
        "p50_ms": round(gaps[len(gaps) // 2], 1),
        "p99_ms": round(gaps[len(gaps) * 99 // 100], 1),
        "max_ms": round(gaps[-1], 1),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=30.0)
    seconds = parser.parse_args().seconds
    if not os.environ.get("DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    with tempfile.TemporaryDirectory(prefix="abcstudio-fluency-") as home:
        os.environ["ABCSTUDIO_HOME"] = home
        beats = watch(seconds)
    found = {name: figures(times) for name, times in beats.items()}
    training = found["training"]
    passed = training["p99_ms"] <= P99_LIMIT_MS and training["max_ms"] <= MAX_LIMIT_MS
    print(json.dumps({"beat_ms": BEAT_MS, **found, "passed": passed}, indent=2), flush=True)
    os._exit(0 if passed else 1)


def watch(seconds: float) -> dict[str, list[float]]:
    """Run the window and return the moments of the beats in each phase."""
    from PySide6.QtCore import Qt, QTimer

    from abcstudio.app import make_application
    from abcstudio.learning.presets import PRESETS
    from abcstudio.settings import Settings
    from abcstudio.ui.main_window import MainWindow
    from abcstudio.ui.studio import Studio
    from abcstudio.ui.warm_up import WarmUp

    app = make_application()
    window = MainWindow(Studio(Settings(theme="light", language="en")))
    warm_up = WarmUp()
    beats: dict[str, list[float]] = {"idle": [], "warming": [], "preparing": [], "training": []}
    phase = ["idle"]
    timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: beats[phase[0]].append(time.monotonic()))

    def warm() -> None:
        phase[0] = "warming"
        warm_up.start()

    def begin(_device: object) -> None:
        phase[0] = "preparing"
        window.training.form.set_config(PRESETS["quick"])
        window.training.start_training()

    def learn(_report: object) -> None:
        if phase[0] == "preparing":
            phase[0] = "training"
            QTimer.singleShot(round(1000 * seconds), end)

    def end() -> None:
        timer.stop()
        window.end_without_asking()

    warm_up.device_found.connect(begin)
    window.training.session.reported.connect(learn)
    window.show_page("training")
    window.show()
    timer.start()
    QTimer.singleShot(3000, warm)
    app.exec()
    return beats


if __name__ == "__main__":
    sys.exit(main())
