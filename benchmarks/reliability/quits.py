"""Does the window close at once and in silence while a network trains, samples, composes, saves?

The real program runs again and again, each time with a home of its own, in a child that has the
modules of the program loaded. It is brought into a state, and at a random moment of that its
window is closed as a person closes it, the question about the training answered:

training    between the steps of a run of the Training page
sampling    while the run writes the sample of an evaluation
composing   while the composer writes a long take
saving      at one of the system calls of a checkpoint's save

Each must end with code 0, without a word on stderr, without a process left, within LIMIT_SECONDS
from the close to its end. The time for which its threads were ready and other programs had the
processors does not count, for whichever it is the others wait for it; it is in the figures beside
the whole, and what it computed itself is held to the same limit. Where more is to be computed than
there are processors for, by the system's load, only that counts ("judged_by_clock" says how many
quits were held to the clock). What was kept must open: the networks, the state to go on from, the
losses, the texts, the settings.
Prints one JSON object; the exit code is 0 when every quit passed.

    python benchmarks/reliability/quits.py --runs 300
"""

import json
import os
import shutil
import signal
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, NoReturn

from killing import answer
from processes import left_of, own_work_of, state_of, waited_for_processors
from save_faults import Calls, Point
from training_runs import files_that_do_not_open, leftovers, load_torch

from abcstudio.learning.config import TrainingConfig
from abcstudio.ui.composer.takes.composing_room import ComposingRoom

LIMIT_SECONDS = 2.0
PATIENCE_SECONDS = 300.0
"""After which a program that does not come to the state, or not to its end, is killed."""
STATES = ("training", "sampling", "composing", "saving")
CONFIG = TrainingConfig(
    embedding_dim=16, hidden_size=64, steps=100_000, batch_size=8, seq_len=100,
    evaluate_every=20, checkpoint_every=20,
)  # fmt: skip
TUNES = 60
LONGEST_SECONDS = {"training": 1.0, "sampling": 0.15, "composing": 1.5, "saving": 0.02}
"""From coming into a state to the close, at most."""
SAVED_POINTS = 60
"""Of a save's system calls about so many are told."""
# What Qt's screenless platform says when a window is asked for what only a real screen can do.
HARMLESS = "This plugin does not support"


def load_program() -> None:
    """Load what the program loads, so that a child need not."""
    os.environ["OMP_NUM_THREADS"] = "1"
    load_torch()
    import abcstudio.app
    import abcstudio.ui.window.main_window  # noqa: F401


def quit_once(state: str, seed: str, work: Path) -> dict[str, Any]:
    """Let a program be closed in a state; return what was measured and what was wrong."""
    work.mkdir()
    pid = os.fork()
    if not pid:
        be_the_program(state, Random(seed), work)
    began = time.monotonic()
    while state_of(pid) != "Z":
        if time.monotonic() - began > PATIENCE_SECONDS:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.005)
    moment, used = time.monotonic(), own_work_of(pid)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    said = (work / "stderr").read_text("utf-8", "replace").splitlines()
    said = [line for line in said if HARMLESS not in line]
    faults = [f"said: {line}" for line in said[:20]] + ([f"exit code {code}"] if code else [])
    faults += [f"process {left} lives on" for left in left_of(pid)]
    found: dict[str, Any] = {"state": state, "seed": seed}
    if not (work / "asked").is_file():
        return found | {"faults": [*faults, "it never came to be closed"]}
    asked = json.loads((work / "asked").read_text())
    found |= {"wall": moment - asked["moment"], "computed": used - asked["computed"]}
    found |= {"was": asked["was"], "waited": 0.0}
    if (work / "ended").is_file():
        found["waited"] = _waited(asked["waited"], json.loads((work / "ended").read_text()))
    # What a child of it, or the disk, waits for on a busy machine is in no figure of its own.
    found["is_quiet"] = os.getloadavg()[0] <= 1 + (os.cpu_count() or 1)
    is_late = found["is_quiet"] and found["wall"] - found["waited"] > LIMIT_SECONDS
    if is_late or found["computed"] > LIMIT_SECONDS:
        faults.append(
            f"{found['wall']:.2f} s, of which {found['waited']:.2f} without a processor, "
            f"{found['computed']:.2f} computed"
        )
    return found | {"faults": faults + faults_of_home(work / "home")}


def _waited(before: dict[str, float], after: dict[str, float]) -> float:
    """Return for how long the threads had no processor, which they wait for in each other's stead.

    A thread that holds Python's lock and gets no processor keeps all others waiting.
    """
    return sum(seconds - before.get(thread, 0.0) for thread, seconds in after.items())


def faults_of_home(home: Path) -> list[str]:
    """Return what was kept and does not open."""
    from abcstudio.errors import AbcStudioError
    from abcstudio.runs.run_folder import RunFolder

    faults = []
    for path in home.rglob("*.json"):
        try:
            json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            faults.append(f"{path.name}: {error}")
    for facts in home.rglob("run.json"):
        run = RunFolder(facts.parent)
        faults += files_that_do_not_open(run.path)
        try:
            state = run.facts()["state"]
            if not run.texts()[0]:
                faults.append("the run has no text")
        except AbcStudioError as error:
            faults.append(str(error))
            continue
        if state == "failed":
            faults.append(f"the run {state}")
        # A run that was left behind in the midst of a save begins with sweeping.
        if state == "stopped" and (left := leftovers([run.path])):
            faults.append(f"left over: {left}")
    return faults


def be_the_program(state: str, random: Random, work: Path) -> NoReturn:
    """Be the window until it is closed; what is said goes into a file."""
    os.setsid()
    os.environ["ABCSTUDIO_HOME"] = str(work / "home")
    for number, name in ((1, "stdout"), (2, "stderr")):
        file = os.open(work / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, number)
    leave = os._exit

    def leave_noting(code: int) -> NoReturn:
        (work / "ended").write_text(json.dumps(waited_for_processors()))
        leave(code)

    os._exit = leave_noting  # type: ignore[assignment]
    try:
        _run(state, random, work)
    except BaseException:  # noqa: BLE001  the parent reads of it
        import traceback

        traceback.print_exc()
    leave(70)


def _run(state: str, random: Random, work: Path) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from abcstudio.app import make_application, run_window
    from abcstudio.engraving.drawing import engraver
    from abcstudio.ui.window.main_window import MainWindow

    # On a machine that is very busy a tune may be drawn late, which would be said.
    engraver.PATIENCE_SECONDS = PATIENCE_SECONDS
    app = make_application()
    asker = _asker(work)
    timer = QTimer(app, interval=10)

    def begin() -> None:
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        if shown and shown[0].isVisible():
            timer.stop()
            asker.window = shown[0]
            QTimer.singleShot(0, app, partial(BEGIN[state], shown[0], asker, random))

    timer.timeout.connect(begin)
    timer.start()
    run_window()


def _asker(work: Path) -> Any:
    """Return what closes the window when another thread says so, once."""
    from PySide6.QtCore import QObject, QTimer, Signal
    from PySide6.QtWidgets import QApplication

    from abcstudio.ui.training.stopping_question import StoppingQuestion

    class Asker(QObject):
        wished = Signal(float)

        def __init__(self) -> None:
            super().__init__()
            self.window: Any = None
            self._is_asked = False
            self.wished.connect(self._wait)

        def _wait(self, seconds: float) -> None:
            if not self._is_asked:
                self._is_asked = True
                QTimer.singleShot(round(1000 * seconds), self, self._close)

        def _close(self) -> None:
            QTimer.singleShot(0, self, self._agree)
            seen = {
                "was": _what_goes_on(self.window),
                "waited": waited_for_processors(),
                "computed": time.process_time(),
                "moment": time.monotonic(),
            }
            (work / "asked").write_text(json.dumps(seen))
            self.window.close()

        def _agree(self) -> None:
            for question in QApplication.topLevelWidgets():
                if isinstance(question, StoppingQuestion):
                    question.buttons()[0].click()

    return Asker()


def _what_goes_on(window: Any) -> str:
    if window.training.session.is_running:
        return "training"
    return "composing" if window.composer.rooms[ComposingRoom].session.is_composing else "nothing"


def _train(window: Any) -> None:
    from abcstudio.corpus.sources import read_tunebook
    from abcstudio.paths import bundled_tunebook

    window.show_page("training")
    page = window.training
    page.train_on(tuple(read_tunebook(bundled_tunebook())[:TUNES]), "Some tunes")
    page.parts.form.set_config(CONFIG)
    page.parts.form.set_wanted_device("cpu")
    page.start_training()


def _begin_training(window: Any, asker: Any, random: Random) -> None:
    seconds = random.uniform(0.0, LONGEST_SECONDS["training"])
    window.training.session.reported.connect(lambda _report: asker.wished.emit(seconds))
    _train(window)


def _begin_sampling(window: Any, asker: Any, random: Random) -> None:
    from abcstudio.learning.training.trainer import Trainer

    wanted, seconds = random.randint(1, 3), random.uniform(0.0, LONGEST_SECONDS["sampling"])
    _at_call(Trainer, "_sample", wanted, lambda: asker.wished.emit(seconds))
    _train(window)


def _begin_saving(window: Any, asker: Any, random: Random) -> None:
    from abcstudio.learning.training.trainer import Trainer

    wanted, seconds = random.randint(1, SAVED_POINTS), random.uniform(0, LONGEST_SECONDS["saving"])
    told, saving = 0, False

    def listen(_point: Point) -> None:
        nonlocal told
        if saving:
            told += 1
            if told == wanted:
                asker.wished.emit(0.0)
                # So that the close falls into the save.
                time.sleep(seconds)

    def begin() -> None:
        nonlocal saving
        saving = True

    _at_call(Trainer, "_save", 1, begin)
    Calls(listen).install()
    _train(window)


def _at_call(owner: type, name: str, wanted: int, do: Callable[[], object]) -> None:
    """Do something when a method of a class is called for the so-manieth time."""
    method, count = getattr(owner, name), 0

    def called(*arguments: Any) -> Any:
        nonlocal count
        count += 1
        if count == wanted:
            do()
        return method(*arguments)

    setattr(owner, name, called)


def _begin_composing(window: Any, asker: Any, random: Random) -> None:
    form = window.composer.rooms[ComposingRoom].form
    form.max_chars.setValue(form.max_chars.maximum())
    form.stop_at_end.setChecked(False)
    seconds = random.uniform(0.0, LONGEST_SECONDS["composing"])
    window.composer.rooms[ComposingRoom].session.characters_arrived.connect(
        lambda _at: asker.wished.emit(seconds)
    )
    window.composer.rooms[ComposingRoom].controller.compose()


BEGIN: dict[str, Callable[[Any, Any, Random], None]] = {
    "training": _begin_training,
    "sampling": _begin_sampling,
    "composing": _begin_composing,
    "saving": _begin_saving,
}


def quit_all(runs: int, seed: int, at_once: int, work: Path) -> dict[str, Any]:
    """Quit so many times, the states in turn, and return what came of it; `at_once` is 1."""
    load_program()
    began, seen = time.monotonic(), list[dict[str, Any]]()
    for number in range(runs):
        found = quit_once(STATES[number % len(STATES)], f"{seed}/{number}", work / str(number))
        seen.append(found)
        if found["faults"]:
            print(number, found, file=sys.stderr, flush=True)
        else:
            shutil.rmtree(work / str(number))
    failed = [one for one in seen if one["faults"]]
    return {
        "passed": not failed,
        "quits": len(seen),
        "limit_seconds": LIMIT_SECONDS,
        "states": {
            state: _summary([one for one in seen if one["state"] == state]) for state in STATES
        },
        "failures": failed[:20],
        "load": [round(load, 1) for load in os.getloadavg()],
        "seconds": round(time.monotonic() - began, 1),
    }


def _summary(seen: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the figures of one state, in seconds from the close to the end of the process."""
    closed = [one for one in seen if "wall" in one]
    figures: dict[str, Any] = {"quits": len(seen)}
    figures["was"] = sorted({one["was"] for one in closed})
    figures["judged_by_clock"] = sum(one["is_quiet"] for one in closed)
    for name, values in (
        ("wall", [one["wall"] for one in closed]),
        ("without_waiting", [max(0.0, one["wall"] - one["waited"]) for one in closed]),
        ("computed", [one["computed"] for one in closed]),
    ):
        if values:
            figures[name] = {
                "median": round(statistics.median(values), 3),
                "max": round(max(values), 3),
            }
    return figures


def main() -> int:
    """Run the benchmark and return the exit code."""
    return answer(quit_all, __doc__.splitlines()[0], runs=300, at_once=1, doing="quit")


if __name__ == "__main__":
    sys.exit(main())
