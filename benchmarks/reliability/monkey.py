"""Does the window survive a monkey? Thousands of random keys, clicks and commands on every page.

The window runs in a child process with a home of its own, without a screen; the monkey presses keys
where the focus is, clicks whatever is in sight, chooses commands, changes pages, sizes and colours,
drags, scrolls, answers questions at random and names odd files where it is asked for one. Nothing
may be raised, logged as a warning or written to stderr, and the process must end with 0.

Prints one JSON object; the exit code is 0 only when the monkey found nothing. With the same seed
the same hands move, though what they meet also depends on the machine's speed; the actions are kept
in a file that is named when something was found.
"""

import argparse
import faulthandler
import json
import logging
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

HARMLESS = "This plugin does not support"
STOP_EVERY = 400
REPORT_EVERY = 1000
HANG_SECONDS = 60.0
NEVER_CHOSEN = frozenset({"file.quit"})
TEXTS = (
    "X:1\nT:Monkey\nM:6/8\nL:1/8\nK:D\n|:dAF DFA|def g3:|\n",
    "[V:2] z4|", '"Am"A2 ^c>d {g}e', "w: la _ - la", "%%MIDI program 73\n", "!trill!(3abc", "5e-3",
    "0,5", "99999999", "<b>&amp;\u0456\u0491", "\U0001d11e\u0301",
)  # fmt: skip


def main() -> int:
    """Run the monkey in a child process and judge how that ended."""
    options = _options()
    if options.inside:
        _play(options.actions, options.seed, Path(options.inside))
    with tempfile.TemporaryDirectory(prefix="abcstudio-monkey-") as name:
        folder = Path(name)
        _write_files(folder)
        command = [sys.executable, __file__, "--inside", name]
        command += ["--actions", str(options.actions), "--seed", str(options.seed)]
        environment = {
            **os.environ,
            "ABCSTUDIO_HOME": str(folder / "home"),
            "QT_QPA_PLATFORM": "offscreen",
            "SDL_AUDIODRIVER": "dummy",
            "OMP_WAIT_POLICY": "PASSIVE",
            "LC_ALL": os.environ.get("LC_ALL", "C.UTF-8"),
        }
        done = subprocess.run(
            command, env=environment, stderr=subprocess.PIPE, text=True, check=False
        )
        said = [line for line in done.stderr.splitlines() if HARMLESS not in line]
        result_file = folder / "result.json"
        result = json.loads(result_file.read_text()) if result_file.is_file() else {}
        passed = done.returncode == 0 and not said and not result.get("found", ["no result"])
        if not passed:
            kept = Path(tempfile.gettempdir()) / f"monkey-{options.seed}.log"
            kept.write_text((folder / "actions.log").read_text())
            result["actions_log"] = str(kept)
    print(json.dumps({**result, "exit": done.returncode, "stderr": said, "passed": passed}))
    return 0 if passed else 1


class Monkey:
    """Random hands on a window."""

    def __init__(self, window: Any, seed: int, log: Any) -> None:
        self._window = window
        self._random = random.Random(seed)
        self._log = log
        self.done = 0
        self._ways: tuple[tuple[int, Callable[[], str]], ...] = (
            (30, self._press), (25, self._click), (15, self._choose), (6, self._type),
            (5, self._scroll), (4, self._drag), (4, self._turn_page), (2, self._resize),
            (1, self._dress), (8, self._wait),
        )  # fmt: skip

    def act(self) -> None:
        """Do one thing, and write down what before it is done."""
        weights = [weight for weight, _way in self._ways]
        way = self._random.choices([way for _weight, way in self._ways], weights)[0]
        self._note(way.__name__)
        way()
        self.done += 1

    def answer(self) -> None:
        """Answer what holds up the window: a question, a menu, a list that is open."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QAbstractButton, QApplication

        popup = QApplication.activePopupWidget()
        if popup is not None:
            self._note(f"answer {type(popup).__name__}")
            key = self._random.choice((Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Escape))
            QTest.keyClick(popup, key)
            return
        modal = QApplication.activeModalWidget()
        if modal is None:
            return
        buttons = [b for b in modal.findChildren(QAbstractButton) if b.isVisible()]
        self._note(f"answer {type(modal).__name__}")
        if buttons and self._random.random() < 0.7:
            self._random.choice(buttons).click()
        else:
            modal.close()

    def rest(self) -> None:
        """End what runs, so that a training does not go on for ever."""
        self._note("rest")
        window = self._window
        window.training.session.stop()
        window.composer.session.stop()
        for widget in _top_levels():
            if widget is not window and widget.isVisible():
                widget.close()

    def _note(self, words: str) -> None:
        self._log.write(f"{self.done} {words}\n")
        self._log.flush()

    def _target(self) -> Any:
        """Return a widget that is in sight, in front of the others."""
        from PySide6.QtWidgets import QApplication, QWidget

        window = QApplication.activeModalWidget() or QApplication.activeWindow() or self._window
        seen = [w for w in window.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
        return self._random.choice(seen) if seen else window

    def _place(self, widget: Any) -> Any:
        from PySide6.QtCore import QPoint

        return QPoint(
            self._random.randrange(max(widget.width(), 1)),
            self._random.randrange(max(widget.height(), 1)),
        )

    def _press(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        keys = [
            *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down) * 3,
            Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
            Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Tab,
            Qt.Key.Key_Backtab, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Menu,
            *(Qt.Key(code) for code in range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1)),
            *(Qt.Key(code) for code in range(Qt.Key.Key_0.value, Qt.Key.Key_9.value + 1)),
            *(Qt.Key(code) for code in range(Qt.Key.Key_F1.value, Qt.Key.Key_F12.value + 1)),
            Qt.Key.Key_Bar, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Slash,
        ]  # fmt: skip
        key = self._random.choice(keys)
        none = Qt.KeyboardModifier.NoModifier
        held = self._random.choice((
            none, none, none, Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        ))  # fmt: skip
        if key == Qt.Key.Key_Q and held & Qt.KeyboardModifier.ControlModifier:
            return
        if key == Qt.Key.Key_F4 and held & Qt.KeyboardModifier.AltModifier:
            return
        focus = QApplication.focusWidget() or self._window
        self._note(f"  {key.name} {held} on {type(focus).__name__}")
        QTest.keyClick(focus, key, held)

    def _click(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        widget = self._target()
        place = self._place(widget)
        button = self._random.choice(
            (Qt.MouseButton.LeftButton,) * 4 + (Qt.MouseButton.RightButton,)
        )
        self._note(
            f"  {type(widget).__name__} {widget.objectName()} {place.x()},{place.y()} {button}"
        )
        if self._random.random() < 0.15:
            QTest.mouseDClick(widget, button, pos=place)
        else:
            QTest.mouseClick(widget, button, pos=place)

    def _choose(self) -> None:
        commands = [
            command
            for command in self._window.registry.commands()
            if command.action.isEnabled() and command.action_id not in NEVER_CHOSEN
        ]
        command = self._random.choice(commands)
        self._note(f"  {command.action_id}")
        command.action.trigger()

    def _type(self) -> None:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        for character in self._random.choice(TEXTS):
            focus = QApplication.focusWidget() or self._window
            key = Qt.Key.Key_Return if character == "\n" else Qt.Key.Key_unknown
            text = "\r" if character == "\n" else character
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
                QApplication.sendEvent(focus, event)

    def _scroll(self) -> None:
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtGui import QWheelEvent
        from PySide6.QtWidgets import QApplication

        widget = self._target()
        place = self._place(widget)
        turn = QPoint(0, self._random.choice((-360, -120, 120, 360)))
        held = self._random.choice(
            (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)
        )
        event = QWheelEvent(
            place, widget.mapToGlobal(place), QPoint(), turn, Qt.MouseButton.NoButton, held,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def _drag(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        widget = self._target()
        left = Qt.MouseButton.LeftButton
        self._note(f"  {type(widget).__name__}")
        QTest.mousePress(widget, left, pos=self._place(widget))
        # Short, so that nothing is dragged out of the window: that waits for a real mouse.
        QTest.mouseMove(widget, self._place(widget))
        QTest.mouseRelease(widget, left, pos=self._place(widget))

    def _turn_page(self) -> None:
        self._window.show_page(self._random.choice(("datasets", "training", "composer")))

    def _resize(self) -> None:
        self._window.resize(self._random.randrange(900, 1950), self._random.randrange(600, 1100))

    def _dress(self) -> None:
        self._window.studio.update_settings(theme=self._random.choice(("light", "dark")))

    def _wait(self) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(self._random.randrange(60))


def _play(actions: int, seed: int, folder: Path) -> NoReturn:
    faulthandler.enable()
    from PySide6.QtCore import QTimer, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from abcstudio.app import choose_locale, make_application
    from abcstudio.settings import Settings
    from abcstudio.ui.main_window import MainWindow
    from abcstudio.ui.studio import Studio

    found: list[str] = []
    _collect(found, qInstallMessageHandler)
    make_application()
    choose_locale("en")
    _name_files_at_random(folder, random.Random(seed))
    studio = Studio(Settings(theme="light", language="en"))
    window = MainWindow(studio)
    window.resize(1280, 800)
    window.show()
    slowest_ms = 0.0
    began = time.monotonic()
    with (folder / "actions.log").open("w", encoding="utf-8", errors="backslashreplace") as log:
        monkey = Monkey(window, seed, log)
        answers = QTimer()
        answers.setInterval(150)
        # Posted: Qt does not let a timer fire again inside its own slot, where an answer may wait.
        answers.timeout.connect(lambda: QTimer.singleShot(0, monkey.answer))
        answers.start()
        while monkey.done < actions and len(found) < 20:
            faulthandler.dump_traceback_later(HANG_SECONDS, exit=True)
            start = time.perf_counter()
            monkey.act()
            QApplication.processEvents()
            slowest_ms = max(slowest_ms, (time.perf_counter() - start) * 1000)
            if monkey.done % STOP_EVERY == 0:
                monkey.rest()
            if monkey.done % REPORT_EVERY == 0:
                seconds = round(time.monotonic() - began)
                print(monkey.done, seconds, found, file=sys.stdout, flush=True)
        faulthandler.cancel_dump_traceback_later()
        answers.stop()
        monkey.rest()
    for document in window.composer.documents:
        document.text_document.setModified(False)
    window.end_without_asking()
    has_ended = studio.shut_down()
    window.engraver.close()
    if not has_ended:
        found.append("background work did not end")
    result = {
        "actions": monkey.done,
        "seconds": round(time.monotonic() - began),
        "slowest_ms": round(slowest_ms),
        "found": found,
    }
    (folder / "result.json").write_text(json.dumps(result))
    sys.stdout.flush()
    os._exit(0)


def _collect(found: list[str], install: Callable[[Any], object]) -> None:
    """Keep whatever is raised in a slot, warned by Qt or logged as a warning."""
    import traceback

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(f"log: {self.format(record)[-1500:]}")

    logging.getLogger().addHandler(Handler(logging.WARNING))
    logging.captureWarnings(True)
    sys.excepthook = lambda kind, error, trace: found.append(
        "".join(traceback.format_exception(kind, error, trace))[-2000:]
    )

    def tell(_kind: object, _context: object, text: str) -> None:
        if not text.startswith(HARMLESS):
            found.append(f"Qt: {text[:500]}")

    install(tell)


def _write_files(folder: Path) -> None:
    """Write what the monkey opens: good, odd and broken."""
    files = folder / "files"
    (files / "more").mkdir(parents=True)
    (files / "one.abc").write_text("X:1\nT:One <b>\nM:4/4\nL:1/8\nK:G\nGABc defg|g8|]\n")
    book = "".join(f"X:{n}\nT:Tune {n}\nR:reel\nK:D\n|:dAFA DFAd:|\n\n" for n in range(1, 200))
    (files / "book.abc").write_text(book)
    (files / "more" / "late.abc").write_bytes(b"X:1\nT:\xc2\xe5\xf1\xe5\xeb\xea\xe0\nK:C\nC|\n")
    (files / "empty.abc").write_bytes(b"")
    (files / "odd.abc").write_bytes(bytes(range(256)) * 40)
    (files / "not.mid").write_bytes(b"MThd\x00\x00")
    (files / "not.safetensors").write_bytes(b"\xff" * 64)
    (files / "not.sf2").write_bytes(b"RIFF")


def _name_files_at_random(folder: Path, choice: random.Random) -> None:
    """Name some file where the system's dialog would ask for one, and open nothing outside."""
    from PySide6.QtGui import QDesktopServices
    from PySide6.QtWidgets import QFileDialog

    files = [*(folder / "files").rglob("*"), folder / "gone.abc"]

    def one(*_arguments: object) -> tuple[str, str]:
        return (str(choice.choice(files)) if choice.random() < 0.8 else "", "")

    def some(*_arguments: object) -> tuple[list[str], str]:
        return ([str(choice.choice(files)) for _ in range(choice.randrange(4))], "")

    def target(*_arguments: object) -> tuple[str, str]:
        return (str(folder / f"out-{choice.randrange(50)}.abc"), "")

    dialog: Any = QFileDialog
    dialog.getOpenFileName = one
    dialog.getOpenFileNames = some
    dialog.getSaveFileName = target
    dialog.getExistingDirectory = lambda *_arguments: str(folder / "files")
    services: Any = QDesktopServices
    services.openUrl = lambda *_arguments: True


def _top_levels() -> list[Any]:
    from PySide6.QtWidgets import QApplication

    return [w for w in QApplication.topLevelWidgets() if w.isWindow()]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--actions", type=int, default=30_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inside", default="", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
