"""Tunes that the networks of runs have written, engraved for a report."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.history.take_history import listed_takes
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.engraving.paper.paper import Paper
from abcstudio.errors import AbcStudioError, CancelledError
from abcstudio.notation.reader.parser import parse
from abcstudio.recipes.score_files import ScoreOptions, score_files
from abcstudio.reports.drawing.drawing import RESOLUTION
from abcstudio.reports.material import RunFound, TakeFound
from abcstudio.reports.template import Template

log = logging.getLogger(__name__)

MOST_TAKES = 3
"""So many takes of the composer are told of: those with a star first, then the newest."""


def tunes_of_runs(
    runs: Sequence[RunFound],
    history: Path,
    words: Template,
    fonts: Path,
) -> tuple[TakeFound, ...]:
    """Return the last sample of the run told in full, then takes of the networks of all runs."""
    found = []
    if runs and runs[0].samples:
        step, text = runs[0].samples[-1]
        name = words.word("sample_name", step=step)
        sample = TakeFound(
            name=name, stem=f"step-{step:06d}", run=runs[0].summary.name, step=step, text=text
        )
        found.append(sample)
    found += _composed(runs, history, words)
    return tuple(_engraved(take, fonts) for take in found)


def _composed(runs: Sequence[RunFound], history: Path, words: Template) -> list[TakeFound]:
    try:
        takes = listed_takes(history).takes
    except OSError as error:
        log.warning("A report has no takes: %s", error)
        return []
    ordered = sorted(takes, key=lambda take: (not take.is_kept, -take.number))
    of_runs = [(take, run) for take in ordered if (run := _run_of(take, runs)) is not None]
    return [
        TakeFound(
            name=words.word("take_name", number=take.number),
            stem=f"take-{take.number:03}",
            run=run.summary.name,
            text=take.text,
        )
        for take, run in of_runs[:MOST_TAKES]
    ]


def _run_of(take: RememberedTake, runs: Sequence[RunFound]) -> RunFound | None:
    parents = Path(take.model).parents if take.model else ()
    return next((run for run in runs if run.summary.folder in parents), None)


def _engraved(take: TakeFound, fonts: Path) -> TakeFound:
    """Engrave a take's first tune, where it has music that can be."""
    tunes = split_tunebook(take.text)
    text = tunes[0].text if tunes else ""
    if not text or not any(voice.elements for voice in parse(text, "").voices):
        return take
    options = ScoreOptions(
        fonts=fonts,
        paper=Paper.named("a4", 5.5),
        resolution=RESOLUTION,
    )
    try:
        files = score_files(text, "", "png", options).files
    except CancelledError:
        raise
    except AbcStudioError as error:
        log.info("The take %s has no score in a report: %s", take.stem, error)
        return take
    return replace(take, scores=tuple(b"".join(file.pieces) for file in files))
