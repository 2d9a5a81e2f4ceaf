"""The real window is asked to end by a signal: while it starts, trains, composes."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from abcstudio.runs.run_folder import RunFolder

PATIENCE_SECONDS = 180
"""For a machine that may be busy; a window that does not obey would stay for good."""

LONGEST_SECONDS = 1_200
"""Until it works and has ended, all together: a training takes long where many programs run."""

INSIDE = """
import os
import signal
import sys
import abcstudio.ui.window.window_host
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from abcstudio.app import make_application, run_window
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.window.main_window import MainWindow

state = sys.argv[1]
app = make_application()
timer = QTimer(app)

def say(what):
    print(what, flush=True)

def begin():
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    if not shown or not shown[0].isVisible():
        return
    timer.stop()
    window = shown[0]
    composer = window.composer
    composer.desk.editor.insertPlainText("X:1\\nT:Mine\\nK:C\\nCDEF|\\n")
    if state == "training":
        window.show_page("training")
        window.training.parts.form.config_form.controls["hidden_size"].setValue(64)
        window.training.session.reported.connect(lambda *_: say("works"))
        window.training.start_training()
    elif state == "composing":
        room = composer.rooms[ComposingRoom]
        room.form.max_chars.setValue(room.form.max_chars.maximum())
        room.form.stop_at_end.setChecked(False)
        room.session.started.connect(lambda *_: say("works"))
        room.controller.compose()

def make_window(*given):
    os.kill(os.getpid(), signal.SIGTERM)
    if state == "failing":
        raise OSError("no window today")
    return MainWindow(*given)

if state in ("starting", "failing"):
    abcstudio.ui.window.window_host.MainWindow = make_window
else:
    timer.timeout.connect(begin)
    timer.start(10)
run_window()
"""


@contextmanager
def window(home: Path, state: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", INSIDE, state],
        env={**os.environ, "ABCSTUDIO_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    # Whoever waits for a word of a window that says none waits no longer than this.
    limit = threading.Timer(LONGEST_SECONDS, process.kill)
    limit.start()
    try:
        yield process
    finally:
        limit.cancel()
        process.kill()
        process.wait()


def ended(process: subprocess.Popen[str], number: signal.Signals) -> None:
    """Send a signal; the window ends in order and in silence."""
    process.send_signal(number)
    _, said = process.communicate(timeout=PATIENCE_SECONDS)
    assert said == ""
    assert process.returncode == 0


def kept_texts(home: Path) -> str:
    return "".join(path.read_text("utf-8", "replace") for path in home.rglob("*.json"))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_run_can_go_on_after_a_signal(home: Path, number: signal.Signals) -> None:
    with window(home, "training") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "works\n"
        ended(process, number)
    (facts,) = home.rglob("run.json")
    assert json.loads(facts.read_text("utf-8"))["state"] != "running"
    assert RunFolder(facts.parent).has_checkpoint
    assert "T:Mine" in kept_texts(home)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_text_is_kept_when_a_signal_ends_composing(home: Path, number: signal.Signals) -> None:
    if signal.getsignal(number) == signal.SIG_IGN:
        pytest.skip("these tests were started to outlive their terminal")
    with window(home, "composing") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "works\n"
        ended(process, number)
    assert "T:Mine" in kept_texts(home)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals")
@pytest.mark.parametrize(("state", "code"), [("starting", 0), ("failing", 1)])
def test_a_signal_while_the_window_is_made_waits_for_it(home: Path, state: str, code: int) -> None:
    with window(home, state) as process:
        process.communicate(timeout=PATIENCE_SECONDS)
        assert process.returncode == code
