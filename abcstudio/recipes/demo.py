"""The main job in one go: compose a tune and keep it as text, MIDI and sound."""

import re
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from abcstudio.composing.guard.usual_sampling import USUAL_SAMPLING
from abcstudio.composing.takes import Take
from abcstudio.files import free_stem
from abcstudio.learning.sampling.sampling_config import new_rng_seed
from abcstudio.notation.diagnostics import Severity
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Score
from abcstudio.recipes.compose import ComposeRequest, compose
from abcstudio.recipes.export import export_tune
from abcstudio.recipes.export_options import ExportOptions
from abcstudio.recipes.tune_files import prepare_folder

CANDIDATES = 4
KINDS = ("abc", "mid", "wav")


@dataclass(frozen=True, slots=True)
class DemoRequest:
    """What to compose with, and where to put the files."""

    model: Path
    sound_font: Path
    out_dir: Path
    rng_seed: int | None = None


def demo(request: DemoRequest) -> tuple[Path, Path, Path]:
    """Compose a few takes, keep the one that reads best, and return its .abc, .mid and .wav.

    A tune of the same title that is there already is kept: this one gets a number.

    Raises:
        ModelFileError: The model cannot be opened.
        ExportError: A file cannot be written.
    """
    rng_seed = new_rng_seed() if request.rng_seed is None else request.rng_seed
    asked = ComposeRequest(
        model=request.model,
        sampling=replace(USUAL_SAMPLING, rng_seed=rng_seed),
        guard_if_possible=True,
        takes=CANDIDATES,
    )
    begin = partial(prepare_folder, request.out_dir)
    result = compose(asked, lambda _drawn: None, begin)
    best = min(result.takes, key=_faults)
    title = _file_stem(parse(best.text).title)
    stem = request.out_dir / free_stem(request.out_dir, title, [f".{kind}" for kind in KINDS])
    options = ExportOptions(sound_font=request.sound_font)
    abc, mid, wav = (
        export_tune(best.text, kind, stem.with_suffix(f".{kind}"), options) for kind in KINDS
    )
    return abc, mid, wav


def _faults(take: Take) -> tuple[int, int]:
    """Count errors and warnings; a take without music is worst."""
    score: Score = parse(take.text)
    if not any(isinstance(element, Chord) for element in score.voices[0].elements):
        return (1_000_000, 0)
    severities = [found.severity for found in score.diagnostics]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)


def _file_stem(title: str) -> str:
    """Return a file name that any system takes."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40].strip("-") or "tune"
