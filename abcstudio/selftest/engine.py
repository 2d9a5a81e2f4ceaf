"""The main job without the window: read, train, compose, convert, engrave."""

import queue
from dataclasses import replace
from pathlib import Path

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import AbcStudioError
from abcstudio.files import read_text_file
from abcstudio.learning.presets import PRESETS
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.paths import (
    bundled_model,
    bundled_sound_font,
    bundled_tunebook,
    fonts_dir,
    report_places,
)
from abcstudio.recipes.compose import ComposeRequest, compose
from abcstudio.recipes.demo import DemoRequest, demo
from abcstudio.recipes.export import export_tune
from abcstudio.recipes.export_options import ExportOptions
from abcstudio.recipes.reports.report import write_report
from abcstudio.recipes.reports.report_request import ReportRequest
from abcstudio.recipes.score_files import ScoreOptions
from abcstudio.recipes.train import TrainRequest, train
from abcstudio.reports.own_words import OwnWords

STEPS = 20
FRAMES_AT_LEAST = 44_100
ENGRAVING_SECONDS = 60


def read_tunes(_place: Path) -> str:
    """Read the tunebook in the box."""
    return f"{len(read_tunebook(bundled_tunebook()))} tunes"


def train_network(place: Path) -> str:
    """Train a small network from nothing."""
    config = replace(PRESETS["quick"], steps=STEPS, evaluate_every=STEPS, checkpoint_every=STEPS)
    tunes = read_tunebook(bundled_tunebook())[:200]
    request = TrainRequest(config=config, tunes=tunes, device="cpu", folder=place / "run")
    result = train(request, lambda _report: None)
    return f"validation loss {result.reached.val_loss:.3f}"


def resume_training(place: Path) -> str:
    """Go on with the run of `train_network`, and sample from it."""
    request = TrainRequest(resume_from=place / "run", steps=STEPS + 5, device="cpu")
    result = train(request, lambda _report: None)
    if result.reached.step != STEPS + 5:
        raise AssertionError(f"ended at step {result.reached.step}")
    own = ComposeRequest(
        model=result.last_model, prompt="X:1\nT:", sampling=SamplingConfig(max_chars=50)
    )
    drawn = compose(own, lambda _drawn: None).characters
    return f"step {result.reached.step}, then {drawn} characters drawn"


def compose_tune(place: Path) -> str:
    """Write one tune as text, MIDI and sound."""
    request = DemoRequest(bundled_model(), bundled_sound_font(), place / "demo", rng_seed=1)
    return ", ".join(f"{path.name} {path.stat().st_size} bytes" for path in demo(request))


def take_in_lab_model(place: Path) -> str:
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
    request = ImportModelRequest(
        source=source, folder=place / "models", corpus=(bundled_tunebook(),)
    )
    model = import_model(request)
    return f"{len(read_header(model).vocabulary)} characters"


def export_files(place: Path) -> str:
    """Write one tune in each kind that needs a library of its own."""
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


def write_reports(place: Path) -> str:
    """Write the report of lessons and runs as a Word document and as a PDF."""
    sizes = []
    for ending in (".docx", ".pdf"):
        target = place / f"report{ending}"
        request = ReportRequest(words=OwnWords(language="uk"), target=target)
        write_report(request, report_places(), lambda _phrase: None)
        sizes.append(target.stat().st_size)
    return "{} bytes as a Word document, {} as PDF".format(*sizes)


def engrave_tune(_place: Path) -> str:
    """Engrave one tune in a process of its own."""
    from abcstudio.engraving.drawing.engraved_score import EngravedScore
    from abcstudio.engraving.drawing.engraver import Engraver
    from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions
    from abcstudio.engraving.mei.mei import mei_of
    from abcstudio.notation.reader.parser import parse

    answers: queue.Queue[EngravedScore | AbcStudioError] = queue.Queue()
    mei = mei_of(parse(read_tunebook(bundled_tunebook())[0].text))
    engraver = Engraver()
    try:
        engraver.engrave(mei, EngravingOptions(), answers.put)
        engraved = answers.get(timeout=ENGRAVING_SECONDS)
    finally:
        engraver.close()
    if not isinstance(engraved, EngravedScore):
        raise engraved
    return f"{len(engraved.items)} drawing items"
