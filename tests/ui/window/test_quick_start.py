"""What a start imports and makes before the window is painted, and what comes in the turns after.

A process of its own: this one has imported and made all of it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from abcstudio.paths import settings_file
from abcstudio.settings import Settings, WindowState, save_settings
from abcstudio.ui.window.menus import MENUS
from abcstudio.ui.window.pages import PAGE_IDS

# Starts as the program does, and tells when the window has been painted and when all is made.
START = """
import gc, json, linecache, os, sys
from abcstudio.ui.services.quick_imports import quick_imports
with quick_imports():
    is_searching = gc.isenabled()
    from abcstudio import app
from PySide6.QtCore import QTimer
from abcstudio.paths import settings_file
from abcstudio.settings import load_settings
from abcstudio.ui.window.window_host import WindowHost
from abcstudio.ui.words.translators import Translators

def fail(*error):
    sys.__excepthook__(*error)
    os._exit(1)

# A slot that fails would leave the window waiting for ever.
sys.excepthook = fail
seen = {"searching": [is_searching, gc.isenabled()], "frozen": gc.get_freeze_count()}
seen["imported"] = [name for name in tuple(sys.modules) if name.startswith("abcstudio.")]
application = app.make_application()
host = WindowHost(load_settings(settings_file()), Translators(application))
window = host.window
LIBRARIES = ("torch", "numpy", "pygame", "pyqtgraph", "verovio", "mido")

def look():
    return {
        "page": window.page_name,
        "title": window.windowTitle(),
        "pages": window.pages.count(),
        # Another thread may be importing.
        "modules": [name for name in tuple(sys.modules) if name.startswith("abcstudio.")],
        "libraries": [name for name in LIBRARIES if name in sys.modules],
        "titles": [action.text() for action in window.menuBar().actions() if action.isVisible()],
        "has_no_sign": window.page_bar.about_model.icon().isNull(),
        "commands": len(window.registry.commands()),
    }

def painted():
    seen["painted"] = look()
    turns.start()

def turn():
    if window.pages.count() == PAGES:
        seen["made"] = look()
        own = os.path.dirname(app.__file__)
        seen["read"] = sorted(name for name in tuple(linecache.cache) if name.startswith(own))
        print(json.dumps(seen), flush=True)
        os._exit(0)

turns = QTimer(interval=0)
turns.timeout.connect(turn)
window.first_painted.connect(painted)
window.show()
application.exec()
"""

LONGEST_SECONDS = 600
"""A start takes two seconds; where many programs run, a hundred times that."""

ASKED_FOR = ("about_dialog", "help_window", "preferences_dialog")
LATE = {
    "datasets": "abcstudio.ui.datasets.datasets_page",
    "training": "abcstudio.ui.training.training_page",
    "learn": "abcstudio.ui.learn.learn_page",
}
# What engraves is another process, what performs runs beside the window.
BESIDE = {
    "abcstudio.engraving.drawing.engraver_child",
    "abcstudio.engraving.mei.mei",
    "abcstudio.playback.performing.performer",
    "abcstudio.ui.window.handover",
}


def start(page: str = "composer", file: str = "") -> dict[str, Any]:
    """Start the window, closed with this page in front and this text; return what was seen."""
    window = WindowState(page=page, file=file)
    save_settings(Settings(language="en", window=window), settings_file())
    done = subprocess.run(
        [sys.executable, "-c", START.replace("PAGES", str(len(PAGE_IDS)))],
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True, text=True, check=True, timeout=LONGEST_SECONDS,
    )  # fmt: skip
    return dict(json.loads(done.stdout.splitlines()[-1]))


def test_late_pages_come_after_the_first_picture() -> None:
    seen = start()
    painted, made = seen["painted"], seen["made"]
    assert painted["page"] == made["page"] == "composer"
    assert not set(LATE.values()) & set(painted["modules"])
    assert set(LATE.values()) <= set(made["modules"])
    assert not {f"abcstudio.ui.window.{name}" for name in ASKED_FOR} & set(made["modules"])
    assert (painted["pages"], made["pages"]) == (len(PAGE_IDS) - len(LATE), len(PAGE_IDS))
    assert painted["commands"] < made["commands"]


def test_the_first_picture_shows_what_the_later_ones_do() -> None:
    seen = start()
    painted, made = seen["painted"], seen["made"]
    assert painted["titles"] == made["titles"]
    assert len(painted["titles"]) == len(MENUS)
    assert not painted["has_no_sign"]
    assert not made["has_no_sign"]


def test_nothing_heavy_is_imported_for_the_first_picture() -> None:
    seen = start()
    assert seen["painted"]["libraries"] == []
    # By the first picture a thread may have begun to perform the tune.
    assert not BESIDE & set(seen["imported"])


def test_the_first_picture_shows_the_text_of_last_time(tmp_path: Path) -> None:
    book = tmp_path / "session.abc"
    book.write_text("X:1\nT:Mine\nK:D\nABc def|\n", encoding="utf-8")
    seen = start(file=str(book))
    assert seen["painted"]["title"] == seen["made"]["title"] == "session.abc[*] - ABC Studio"
    assert seen["painted"]["libraries"] == []
    assert not BESIDE & set(seen["imported"])


def test_imports_search_for_no_garbage_and_read_no_sources() -> None:
    seen = start()
    assert seen["searching"] == [False, True]
    assert seen["frozen"] > 100_000
    assert seen["read"] == []


@pytest.mark.parametrize("page", LATE)
def test_a_late_page_that_was_in_front_is_there_at_once(page: str) -> None:
    seen = start(page)
    painted = seen["painted"]
    assert painted["page"] == seen["made"]["page"] == page
    loaded = {each for each, module in LATE.items() if module in painted["modules"]}
    assert loaded == {page}
    assert seen["made"]["pages"] == len(PAGE_IDS)
