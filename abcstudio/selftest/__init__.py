"""Proof that an installation works: the whole main job in a minute, window included.

A packaged program runs it on a bare machine; what a bundle lacks shows only when it is used. It
needs no screen, no sound device and no network, and writes nothing outside a temporary folder.
The edition without torch is spared what trains.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

from abcstudio.learning.devices import has_torch
from abcstudio.selftest import engine
from abcstudio.selftest.late_imports import import_everything
from abcstudio.temporary_files import temporary_folder


def run_selftest() -> int:
    """Go through every part, print a line for each, and return 0 when all of them work."""
    # On a screen where one is named, as `make bundle-test` does.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    with temporary_folder("abcstudio-selftest-") as place:
        os.environ["ABCSTUDIO_HOME"] = str(place / "home")
        checks: tuple[tuple[str, Callable[[Path], str]], ...] = (
            ("read the tunebook", engine.read_tunes),
            *(_training() if has_torch() else ()),
            ("compose", engine.compose_tune),
            ("convert and synthesize", engine.export_files),
            ("engrave", engine.engrave_tune),
            ("write a report", engine.write_reports),
            ("import what is imported late", _import_late),
            ("use the window", _use_window),
        )
        outcomes = [_passes(name, check, place) for name, check in checks]
    return 0 if all(outcomes) else 1


def _training() -> tuple[tuple[str, Callable[[Path], str]], ...]:
    return (
        (f"train {engine.STEPS} steps", engine.train_network),
        ("go on training", engine.resume_training),
        ("take in the lab's weights", engine.take_in_lab_model),
    )


def _passes(name: str, check: Callable[[Path], str], place: Path) -> bool:
    began = time.perf_counter()
    try:
        found = check(place)
    except Exception as error:  # noqa: BLE001 - a self-test tells every failure and goes on
        print(f"FAILED  {name}: {type(error).__name__}: {error}", flush=True)
        return False
    print(f"ok      {name}: {found} ({time.perf_counter() - began:.1f} s)", flush=True)
    return True


def _import_late(_place: Path) -> str:
    return f"{import_everything()} modules"


def _use_window(_place: Path) -> str:
    from abcstudio.selftest.window import use_window

    return use_window()
