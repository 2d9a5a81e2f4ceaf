"""Hostile answers in the page of lessons: how long the window is held, and what is left of them.

A part of `lessons.py`. The whole window is opened in folders of its own, without a screen where
there is none. Of a gap in its event loop the processor time of the window's thread counts: the rest
of it belongs to the other programs of a busy machine.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hostile_answers import HOSTILE

HELD_MS = 100.0
UP_MS = 300.0
LEFT_SECONDS = 2.0
GIVE_UP_MS = 120_000.0
_TOKEN = b"ABCSTUDIO_LESSONS_WINDOW="
# What the program itself writes beside the answers: what it was asked to keep.
_OWN = (
    "home/data/lessons",
    "home/data/readings",
    "home/config",
    "home/state",
    "home/log",
    "home/cache",
)


def window(options: argparse.Namespace) -> dict[str, Any]:
    """Check each hostile answer in the window."""
    with tempfile.TemporaryDirectory() as place, _moved_to(Path(place)) as work:
        from abcstudio.app import make_application
        from abcstudio.settings import Settings
        from abcstudio.ui.services.studio import Studio
        from abcstudio.ui.window.main_window import MainWindow

        make_application()
        shown = MainWindow(Studio(Settings(theme="light", language="en")))
        shown.resize(1280, 800)
        shown.show()
        try:
            return _measured(shown, options, work)
        finally:
            shown.end_without_asking()
            shown.studio.shut_down()
            shown.engraver.close()


@contextmanager
def _moved_to(work: Path) -> Iterator[Path]:
    """Make the program keep all its files below a folder, and mark its processes."""
    if not os.environ.get("DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    names = {"HOME": "person", "TMPDIR": "temporary", "ABCSTUDIO_HOME": "home"}
    for name, folder in names.items():
        (work / folder).mkdir()
        os.environ[name] = str(work / folder)
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    os.environ["OMP_WAIT_POLICY"] = "PASSIVE"
    os.environ[_TOKEN.decode().rstrip("=")] = work.name
    tempfile.tempdir = None
    (work / "here").mkdir()
    before = Path.cwd()
    os.chdir(work / "here")
    try:
        yield work
    finally:
        os.chdir(before)


def _measured(shown: Any, options: argparse.Namespace, work: Path) -> dict[str, Any]:
    from editor_window import wait
    from heartbeat import Heartbeat

    from abcstudio.ui.learn.learn_page import LearnPage

    page, beat = shown.pages.page(LearnPage), Heartbeat()
    wait(1000)
    before = _processes(work)
    has_torch = "torch" in sys.modules
    up = beat.held(
        lambda: shown.show_page("learn"), lambda: page.lessons.lesson is not None, GIVE_UP_MS
    )
    print("first page", up, file=sys.stderr, flush=True)
    rows = {}
    for name in options.answers or HOSTILE:
        rows[name] = _row(page, beat, name, before, work)
        print(name, rows[name], file=sys.stderr, flush=True)
    is_up = up["done"] and up["own_ms"] <= UP_MS and not has_torch
    passed = is_up and all(_is_as_it_should_be(row) for row in rows.values())
    load = round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None
    first = {**up, "up_s": up["in_all_s"], "torch": has_torch}
    return {"passed": passed, "load": load, "first_page": first, "answers": rows}


def _is_as_it_should_be(row: dict[str, Any]) -> bool:
    is_clean = not (row["left"] or row["outside"])
    return row["done"] and bool(row["said"]) and is_clean and row["own_ms"] <= HELD_MS


def _row(page: Any, beat: Any, name: str, before: set[int], work: Path) -> dict[str, Any]:
    """Check an answer, and look two seconds later at what is left of it."""
    from editor_window import wait

    page.work.cell.replace_code(HOSTILE[name])
    wait(500)
    waiting = _processes(work) - before
    held = beat.held(page.answers.check, lambda: not page.session.is_running, GIVE_UP_MS)
    said = page.work.verdict.sentence.text()
    wait(1000 * LEFT_SECONDS)
    now = _processes(work) - before
    # One process waits for the next answer by then.
    fresh = [pid for pid in now - waiting if _parent(pid) == os.getpid()]
    left = now - set(fresh[-1:])
    return {**held, "said": said, "left": len(left), "outside": _outside(work)}


def _processes(work: Path) -> set[int]:
    """Return all processes that have come from this one, whatever their session and parent are."""
    mark, found = _TOKEN + work.name.encode(), set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            is_dead = (folder / "stat").read_bytes().rpartition(b")")[2].split()[0] in (b"Z", b"X")
            if not is_dead and mark in (folder / "environ").read_bytes():
                found.add(int(folder.name))
        except OSError:
            continue
    return found


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return 0


def _outside(work: Path) -> list[str]:
    """Return the files that are neither the program's own nor of the process that waits."""
    found, spare = [], set()
    for path in work.rglob("*"):
        place = path.relative_to(work).as_posix()
        if path.is_dir() or place.startswith(_OWN):
            continue
        if place.startswith("temporary/abcstudio-lesson-"):
            spare.add(place.split("/")[1])
            continue
        found.append(place)
    return found + (sorted(spare) if len(spare) > 1 else [])
