"""Proof that an installation works: the whole main job in a few seconds, window included.

A packaged program runs it on a bare machine; what a bundle lacks shows only when it is used. It
needs no screen, no sound device and no network, and writes nothing outside a temporary folder.
"""

import os
import queue
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import AbcStudioError
from abcstudio.files import read_text_file
from abcstudio.learning.presets import PRESETS
from abcstudio.paths import bundled_model, bundled_sound_font, bundled_tunebook, fonts_dir
from abcstudio.recipes.compose import ComposeRequest, compose
from abcstudio.recipes.demo import DemoRequest, demo
from abcstudio.recipes.export import export_tune
from abcstudio.recipes.export_options import ExportOptions
from abcstudio.recipes.score_files import ScoreOptions
from abcstudio.recipes.train import TrainRequest, train

STEPS = 20
FRAMES_AT_LEAST = 44_100
PAGES = ("datasets", "training", "composer")
ENGRAVING_SECONDS = 60


def run_selftest() -> int:
    """Go through every part, print a line for each, and return 0 when all of them work."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    if not any(os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        # Qt complains about a system that names no encoding.
        os.environ["LC_ALL"] = "C.UTF-8"
    with tempfile.TemporaryDirectory(prefix="abcstudio-selftest-") as folder:
        place = Path(folder)
        os.environ["ABCSTUDIO_HOME"] = str(place / "home")
        checks: tuple[tuple[str, Callable[[Path], str]], ...] = (
            ("read the tunebook", _read),
            (f"train {STEPS} steps", _train),
            ("go on training", _resume),
            ("compose", _compose),
            ("take in the lab's weights", _take_in),
            ("convert and synthesize", _export),
            ("engrave", _engrave),
            ("open each page", _open_pages),
        )
        outcomes = [_passes(name, check, place) for name, check in checks]
    return 0 if all(outcomes) else 1


def _passes(name: str, check: Callable[[Path], str], place: Path) -> bool:
    began = time.perf_counter()
    try:
        found = check(place)
    except Exception as error:  # noqa: BLE001 - a self-test tells every failure and goes on
        print(f"FAILED  {name}: {type(error).__name__}: {error}", flush=True)
        return False
    print(f"ok      {name}: {found} ({time.perf_counter() - began:.1f} s)", flush=True)
    return True


def _read(_place: Path) -> str:
    return f"{len(read_tunebook(bundled_tunebook()))} tunes"


def _train(place: Path) -> str:
    config = replace(PRESETS["quick"], steps=STEPS, evaluate_every=STEPS, checkpoint_every=STEPS)
    tunes = read_tunebook(bundled_tunebook())[:200]
    request = TrainRequest(config=config, tunes=tunes, device="cpu", folder=place / "run")
    result = train(request, lambda _report: None, lambda: False)
    return f"validation loss {result.val_loss:.3f}"


def _resume(place: Path) -> str:
    request = TrainRequest(resume_from=place / "run", steps=STEPS + 5, device="cpu")
    result = train(request, lambda _report: None, lambda: False)
    if result.step != STEPS + 5:
        raise AssertionError(f"ended at step {result.step}")
    own = ComposeRequest(model=result.last_model, prompt="X:1\nT:", max_chars=50)
    drawn = compose(own, lambda _drawn: None, lambda: False).characters
    return f"step {result.step}, then {drawn} characters drawn"


def _compose(place: Path) -> str:
    request = DemoRequest(bundled_model(), bundled_sound_font(), place / "demo", rng_seed=1)
    return ", ".join(f"{path.name} {path.stat().st_size} bytes" for path in demo(request, bool))


def _take_in(place: Path) -> str:
    """Import what the lab's notebook keeps, which needs a child process and torch's own reader."""
    import torch
    from torch import nn

    from abcstudio.learning.checkpoint import read_header
    from abcstudio.recipes.import_model import ImportModelRequest, import_model

    known = len(set(read_text_file(bundled_tunebook()).text) - {"\r"})
    parts = {
        "embedding": nn.Embedding(known, 8),
        "lstm": nn.LSTM(8, 8, batch_first=True),
        "fc": nn.Linear(8, known),
    }
    source = place / "lab.pt"
    torch.save(nn.ModuleDict(parts).state_dict(), source)
    request = ImportModelRequest(source, place / "models", corpus=(bundled_tunebook(),))
    model = import_model(request, lambda _report: None, lambda: False)
    return f"{len(read_header(model).vocabulary)} characters"


def _export(place: Path) -> str:
    text = read_tunebook(bundled_tunebook())[0].text
    options = ExportOptions(sound_font=bundled_sound_font(), score=ScoreOptions(fonts_dir()))
    mid = export_tune(text, "mid", place / "tune.mid", options)
    wav = export_tune(text, "wav", place / "tune.wav", options)
    # A PNG is a PDF before, so that both of their libraries are needed.
    png = export_tune(text, "png", place / "tune.png", options)
    if (
        mid.read_bytes()[:4] != b"MThd"
        or wav.stat().st_size < 4 * FRAMES_AT_LEAST
        or png.read_bytes()[1:4] != b"PNG"
    ):
        raise AssertionError("the files are not what they should be")
    sizes = [path.stat().st_size for path in (mid, wav, png)]
    return "{} bytes of MIDI, {} of sound, {} of score".format(*sizes)


def _engrave(_place: Path) -> str:
    from abcstudio.engraving.engraver import Engraver
    from abcstudio.engraving.mei import mei_of
    from abcstudio.engraving.page import Page
    from abcstudio.engraving.verovio_toolkit import EngravingOptions
    from abcstudio.notation.parser import parse

    answers: queue.Queue[Page | AbcStudioError] = queue.Queue()
    mei = mei_of(parse(read_tunebook(bundled_tunebook())[0].text))
    engraver = Engraver()
    try:
        engraver.engrave(mei, EngravingOptions(), answers.put)
        page = answers.get(timeout=ENGRAVING_SECONDS)
    finally:
        engraver.close()
    if not isinstance(page, Page):
        raise page
    return f"{len(page.items)} drawing items"


def _open_pages(_place: Path) -> str:
    from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent

    from abcstudio.app import make_application
    from abcstudio.settings import Settings
    from abcstudio.ui.main_window import MainWindow
    from abcstudio.ui.studio import Studio

    app = make_application()
    studio = Studio(Settings())
    window = MainWindow(studio)
    try:
        window.show()
        for page in PAGES:
            window.show_page(page)
            deadline = QDeadlineTimer(300)
            while not deadline.hasExpired():
                app.processEvents()
            if window.grab().isNull():
                raise AssertionError(f"the page {page} shows nothing")
    finally:
        window.end_without_asking()
        studio.shut_down()
        window.engraver.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return ", ".join(PAGES)
