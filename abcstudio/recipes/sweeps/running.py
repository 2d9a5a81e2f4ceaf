"""Trains the cells of a sweep one after another, and goes on where another process stopped."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from abcstudio.errors import AbcStudioError, CancelledError, FolderError
from abcstudio.messages import Phrase
from abcstudio.recipes.train import TrainingReport, TrainRequest, train
from abcstudio.runs.history import FINISHED
from abcstudio.runs.run_folder import RunFolder
from abcstudio.runs.sweeps.cells import CellState, Claim, SweepCell
from abcstudio.runs.sweeps.sweep_folder import SweepFacts, SweepFolder
from abcstudio.stopping import asked_to_stop

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SweepReport:
    """How a sweep stands.

    Attributes:
        cells: All of them, as they stand.
        cell: The one that is meant.
        training: How its run stands; None where the cell was begun or has just ended.
        remarks: What is to be said of logs beside the folder of its run.
    """

    cells: tuple[SweepCell, ...]
    cell: SweepCell
    training: TrainingReport | None = None
    remarks: tuple[Phrase, ...] = ()

    @property
    def ended(self) -> int:
        """How many cells came to an end, good or bad."""
        return sum(each.state in (CellState.DONE, CellState.FAILED) for each in self.cells)


def run_sweep(
    sweep: SweepFolder,
    report: Callable[[SweepReport], None],
    scale: Path | None = None,
    *,
    logs: tuple[str, ...] | None = None,
    sound_font: Path | None = None,
) -> tuple[SweepCell, ...]:
    """Train every cell that has not ended; return all as they stand then.

    A cell that cannot be trained (its loss grows without bound, memory does not suffice) is noted
    as failed, and the next one is begun.

    Args:
        sweep: The sweep.
        report: Called at each step.
        scale: The file of what human tunes share with others; None leaves out how new takes are.
        logs: Where its runs are logged besides their folders; None for where the sweep says.
        sound_font: The .sf2 file that takes are heard with in those logs; None for no sound.

    Raises:
        CancelledError: The work is to stop; the cell under way waits with what it has kept.
        SweepError: The folder holds no sweep, or a cell that cannot be read.
        FolderError: A cell's folder cannot be made, or nothing can be written into it.
        OSError: A file cannot be written; the cell under way waits with what it has kept.
    """
    facts = sweep.facts()
    while not asked_to_stop():
        claim = sweep.cells.claim_next()
        if claim is None:
            return sweep.cells.read()
        given = {"scale": scale, "sound_font": sound_font, "logs": logs}
        request = partial(_request, sweep, facts, given)
        _train_claimed(sweep, request, claim, report)
    raise CancelledError


def _train_claimed(
    sweep: SweepFolder,
    request_of: Callable[[SweepCell], TrainRequest],
    claim: Claim,
    report: Callable[[SweepReport], None],
) -> None:
    cell, cells = claim.cell, sweep.cells.read()
    remarks: tuple[Phrase, ...] = ()

    def on_report(training: TrainingReport) -> None:
        report(SweepReport(cells, cell, training, training.remarks))

    report(SweepReport(cells, cell))
    try:
        if not _has_finished(sweep.run_of(cell)):
            remarks = train(request_of(cell), on_report).remarks
    except (CancelledError, FolderError, OSError):
        claim.give_back()
        raise
    except AbcStudioError as error:
        if asked_to_stop():
            # It waited for a full disk when it was stopped.
            claim.give_back()
            raise
        log.info("Cell %d of %s failed: %s", cell.number, sweep.path, error)
        claim.fail()
        ended = CellState.FAILED
    except BaseException:
        claim.give_back()
        raise
    else:
        claim.finish()
        ended = CellState.DONE
    over = SweepCell(cell.number, cell.values, ended)
    report(SweepReport(sweep.cells.read(), over, remarks=remarks))


def _has_finished(run: RunFolder) -> bool:
    """Whether a run was killed after its end and before its cell was said to be done."""
    return run.has_facts and run.facts().get("state") == FINISHED


def _request(
    sweep: SweepFolder, facts: SweepFacts, given: Mapping[str, Any], cell: SweepCell
) -> TrainRequest:
    """Return the request of a cell's run: a new one, or the one that goes on."""
    run = sweep.run_of(cell)
    if run.has_facts:
        return TrainRequest(
            resume_from=run.path, device=facts.device, threads=facts.threads, **given
        )
    training, validation = sweep.texts()
    return TrainRequest(
        config=sweep.config_of(cell),
        training_text=training,
        validation_text=validation,
        tune_counts=(facts.tunes, facts.held_out),
        corpus_name=facts.corpus_name,
        device=facts.device,
        name=f"{facts.name}: {cell.words}",
        folder=run.path,
        threads=facts.threads,
        **{**given, "logs": facts.logs if given["logs"] is None else given["logs"]},
    )
