"""A new sweep: tunes and a plan in, a folder of waiting cells out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from abcstudio.corpus.tune import Tune
from abcstudio.recipes.preparing.training_texts import TrainingTexts, training_texts
from abcstudio.recipes.sweeps.grid import SweepPlan
from abcstudio.recipes.tune_files import prepare_folder
from abcstudio.runs.run_folder import RunFolder, make_run_folder
from abcstudio.runs.sweeps.sweep_folder import SweepFacts, SweepFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepRequest:
    """What to train in variants, on what, and where to keep it.

    Attributes:
        tunes: Split into training and validation once, so that all cells are measured alike.
        held_out: Validation tunes in place of a share of `tunes`.
        texts: Used as they stand in place of both.
        name: The sweep's; "" takes the folder's.
        folder: Of the sweep; None takes a free one in `runs`.
        device: One of `DEVICES`.
        threads: Processor threads of each run; 0 leaves the choice to torch.
        logs: Where the runs are logged besides their folders, keys of `LOG_KINDS`.
    """

    plan: SweepPlan
    tunes: Sequence[Tune] = ()
    held_out: Sequence[Tune] = ()
    texts: TrainingTexts | None = None
    corpus_name: str = ""
    name: str = ""
    folder: Path | None = None
    runs: Path | None = None
    device: str = "auto"
    threads: int = 0
    logs: tuple[str, ...] = ()


def make_sweep(request: SweepRequest) -> SweepFolder:
    """Make a sweep's folder; no cell is trained yet.

    Raises:
        SweepError: The folder holds a sweep or other files.
        TrainingError: There are no tunes, or the folder cannot be used.
        CancelledError: The work is to stop; there is no folder then.
        OSError: A file cannot be written.
    """
    config = request.plan.config
    texts = request.texts
    if texts is None:
        texts = training_texts(request.tunes, request.held_out, config)
    folder = request.folder
    if folder is None:
        if request.runs is None:
            raise ValueError("a request needs a folder, or the folder of all runs")
        prepare_folder(request.runs)
        folder = make_run_folder(request.runs, request.name or "sweep").path
    else:
        prepare_folder(folder)
    sweep = SweepFolder(folder)
    facts = SweepFacts(
        name=request.name or folder.name,
        created=datetime.now().isoformat(timespec="milliseconds"),
        config=config,
        varied=request.plan.varied,
        corpus_name=request.corpus_name,
        tunes=texts.tunes,
        held_out=texts.held_out,
        device=request.device,
        threads=request.threads,
        logs=request.logs,
    )
    try:
        sweep.create(facts, request.plan.cells, texts.training, texts.validation)
    except OSError:
        RunFolder(folder).remove_empty()
        raise
    return sweep
