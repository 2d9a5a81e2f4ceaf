"""The process in which the monkey meets the window: `monkey.py` starts it and judges its end.

python monkey_window.py ACTIONS SEED FOLDER
"""

import faulthandler
import json
import logging
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from monkey_hands import Monkey

HARMLESS = "This plugin does not support"
STOP_EVERY = 400
REPORT_EVERY = 1000
HANG_SECONDS = 60.0


def play(
    actions: int,
    seed: int,
    folder: Path,
    make: type[Monkey] = Monkey,
    at_rest: Callable[[Monkey], None] = lambda _monkey: None,
) -> NoReturn:
    """Open the window, let the monkey act, and leave `result.json` in a folder.

    Args:
        actions: How many.
        seed: What the hands move by.
        folder: Where the files and the home are.
        make: The hands.
        at_rest: Called each time that what runs was ended.
    """
    faulthandler.enable()
    from PySide6.QtCore import qInstallMessageHandler

    from abcstudio.app import make_application
    from abcstudio.settings import Settings
    from abcstudio.ui.services.studio import Studio
    from abcstudio.ui.window.main_window import MainWindow
    from abcstudio.ui.words.translators import Translators

    found: list[str] = []
    _collect(found, qInstallMessageHandler)
    Translators(make_application()).speak("en")
    _name_files_at_random(folder, random.Random(seed))
    studio = Studio(Settings(theme="light", language="en"))
    window = MainWindow(studio)
    window.resize(1280, 800)
    window.show()
    began = time.monotonic()
    with (folder / "actions.log").open("w", encoding="utf-8", errors="backslashreplace") as log:
        monkey = make(window, seed, log)
        slowest_ms = _act(monkey, actions, found, at_rest)
    for document in window.composer.desk.documents:
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


def _act(
    monkey: Monkey, actions: int, found: list[str], at_rest: Callable[[Monkey], None]
) -> float:
    """Let the monkey act until enough was found; return the milliseconds of the slowest action."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    slowest_ms = 0.0
    began = time.monotonic()
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
            at_rest(monkey)
        if monkey.done % REPORT_EVERY == 0:
            seconds = round(time.monotonic() - began)
            print(monkey.done, seconds, found, file=sys.stdout, flush=True)
    faulthandler.cancel_dump_traceback_later()
    answers.stop()
    monkey.rest()
    return slowest_ms


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


def write_files(folder: Path) -> None:
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


if __name__ == "__main__":
    play(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
