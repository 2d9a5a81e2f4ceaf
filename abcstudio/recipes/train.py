"""A whole training run: tunes in, a run's folder with a trained model out.

torch is imported when the run starts, not with this file.

Over 400 lines: a third of them are records; the plans of a new run and of one that goes on share
the rest.
"""

import math
import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import KW_ONLY, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from abcstudio.corpus.augmentation import with_transpositions
from abcstudio.corpus.tune import Tune
from abcstudio.errors import (
    CancelledError,
    FolderError,
    TrainingInputError,
    UnusableFolderError,
)
from abcstudio.learning.checkpoint import (
    CorpusInfo,
    ModelHeader,
    load_model,
    read_header,
    text_fingerprint,
)
from abcstudio.learning.config import (
    TrainingConfig,
    changeable_parameters,
    check_config,
    config_data,
    config_from,
    hyper_parameters,
)
from abcstudio.learning.devices import Device, choose_device, own_rank, prepare_torch
from abcstudio.learning.milestones.plan import plan_data
from abcstudio.learning.training.network_to_train import network_to_train
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.messages import Phrase, reason
from abcstudio.recipes.comparing.music_of_run import noted_music
from abcstudio.recipes.loggers.disk_log import DiskLog
from abcstudio.recipes.loggers.heard_music import heard_music
from abcstudio.recipes.loggers.run_logs import RunLogs
from abcstudio.recipes.milestones.planning import plan_again, plan_of
from abcstudio.recipes.preparing.prepared_corpus import corpus_fingerprint
from abcstudio.recipes.preparing.training_texts import TrainingTexts, training_texts
from abcstudio.recipes.run_notes import RunNotes
from abcstudio.recipes.tune_files import prepare_folder
from abcstudio.recipes.verdict import (
    RunFacts,
    has_clearly_risen,
    latest_takes,
    rise,
    verdict,
)
from abcstudio.runs.history import FINISHED
from abcstudio.runs.loggers.kinds import logs_of
from abcstudio.runs.loggers.run_logger import LoggedRun, Parameter, RunEnd
from abcstudio.runs.run_folder import RunFolder, make_run_folder
from abcstudio.runs.run_lock import held_run

if TYPE_CHECKING:
    from abcstudio.learning.training.resume import Progress
    from abcstudio.learning.training.session import Session
    from abcstudio.learning.training.trainer import StepReport

MAX_STEPS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainRequest:
    """What to train on, how, and where to keep it.

    The config's `transpositions` are added to the training text; preparing them is training time.

    Attributes:
        config: The hyper-parameters. When a run goes on, its own config is used instead.
        tunes: Split into training and validation by family, unless `validation_tunes` are given.
        training_text: Used as it stands instead of `tunes`; so is `validation_text`.
        tune_counts: How many tunes such texts hold to learn from and to measure on; 0 if unknown.
        corpus_name: What to call the tunes.
        device: One of `DEVICES`.
        name: The run's name and the model's.
        folder: The run's folder; None takes a free one in `runs`.
        steps: Overrides the config's.
        seconds: Training time, which also sets the schedule; with it only `steps` limits the steps.
        resume_from: The folder of a run to go on with; only steps, seconds and device count then.
            New steps replace the run's seconds too, and the reverse; without either, those of the
            run hold. One that was killed before its first checkpoint begins again.
        new_name: What a run that goes on is called from then on; "" leaves its name as it is.
        changes: What is another value, by name, in the config of a run that goes on.
        start_from: A model file whose weights the new run begins with. The network keeps that
            model's sizes, and characters that only the new tunes have are added.
        threads: Processor threads; 0 leaves the choice to torch.
        milestones: At which steps the network is kept and composed from, within a hundredth of the
            training time; () for nowhere, None for the usual ones, or for those of the run that
            goes on.
        scale: The file of what human tunes share with others, by which the run notes how new its
            takes are; None leaves that out.
        logs: Where the run is logged besides its folder, keys of `LOG_KINDS`; None for nowhere, or
            where the run that goes on was.
        sound_font: The .sf2 file that its takes are heard with in those logs; None for no sound.
    """

    config: TrainingConfig = field(default_factory=TrainingConfig)
    tunes: Sequence[Tune] = ()
    _: KW_ONLY
    validation_tunes: Sequence[Tune] = ()
    training_text: str = ""
    validation_text: str = ""
    tune_counts: tuple[int, int] = (0, 0)
    corpus_name: str = ""
    device: str = "auto"
    name: str = "run"
    folder: Path | None = None
    runs: Path | None = None
    steps: int | None = None
    seconds: float | None = None
    resume_from: Path | None = None
    new_name: str = ""
    changes: Mapping[str, str] = field(default_factory=dict)
    start_from: Path | None = None
    threads: int = 0
    milestones: tuple[int, ...] | None = None
    scale: Path | None = None
    logs: tuple[str, ...] | None = None
    sound_font: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingReport:
    """How a run stands, twice a second and after every evaluation.

    Attributes:
        progress: The training itself; where it is paused, only that is new.
        device: Where it computes.
        seconds: How long it may train in all; None where only its steps end it.
        characters: How many characters the network chooses from.
        is_restored: Files of the run had been deleted and were written again.
        remarks: What is to be said of logs beside the run's folder.
    """

    progress: "StepReport"
    run_dir: Path
    device: Device
    seconds: float | None = None
    characters: int = 0
    is_restored: bool = False
    remarks: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainResult:
    """A finished run.

    Attributes:
        best_model: The network at its lowest validation loss.
        reached: How far it came, with its losses.
        patience: How many evaluations without a gain ended it; 0 where something else did.
        verdict: How good the best network is, and what to try next.
        rise: What to say where it has done worse with held-out tunes since; None where it has not.
        remarks: What is to be said of logs beside the run's folder.
    """

    run_dir: Path
    best_model: Path
    last_model: Path
    reached: "Progress"
    patience: int = 0
    verdict: Phrase = field(default_factory=lambda: Phrase("verdict.unmeasured"))
    rise: Phrase | None = None
    remarks: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    run: RunFolder
    session: "Session"
    logs: tuple[str, ...] = ()


def train(
    request: TrainRequest,
    report: Callable[[TrainingReport], None],
) -> TrainResult:
    """Train a network, or go on training one.

    Where `torchrun` has started several processes they train one network together; only the first
    reports and writes.

    Raises:
        CancelledError: The work is to stop; the run's folder holds everything up to then.
        TrainingError: The request does not fit, or training went wrong.
        FolderError: The files that a run begins with cannot be written.
        ModelFileError: The run to go on with has no usable checkpoint, or the model to start from
            cannot be opened.
        OSError: A file of the run cannot be written.
    """
    prepare_torch()
    with ExitStack() as held:
        if request.resume_from is not None and not own_rank():
            # Before anything in it is read or changed.
            held.enter_context(held_run(request.resume_from))
        device = choose_device(request.device)
        again = request.resume_from is not None
        plan = _planned_again(request, device) if again else _planned(request, device)
        if request.resume_from is None and not own_rank():
            held.enter_context(held_run(plan.run.path))
        logs = _logs(plan, request, report)
        held.callback(logs.close)
        return _logged_run(plan, request, logs, report)


def _logged_run(
    plan: _Plan,
    request: TrainRequest,
    logs: RunLogs,
    report: Callable[[TrainingReport], None],
) -> TrainResult:
    """Train, and let the logs say how it began and ended."""
    if request.resume_from is None and not own_rank():
        logs.begin()
    try:
        result = _run(plan, logs, report)
        if own_rank():
            return result
        result = _judged(result, plan)
    except CancelledError:
        if not own_rank():
            logs.end(RunEnd(state="stopped"))
        raise
    except Exception as error:
        if not own_rank():
            logs.end(RunEnd(state="failed", error=error))
        raise
    facts = _facts_of_end(plan.run, result, request.scale)
    if logs.are_beside:
        logs.hear(heard_music(plan.run.path, request.scale, request.sound_font))
    logs.end(RunEnd(state=FINISHED, facts=facts))
    return replace(result, remarks=logs.remarks())


def _facts_of_end(run: RunFolder, result: TrainResult, scale: Path | None) -> dict[str, Any]:
    """Return what `run.json` says of a run that came to its end."""
    takes = latest_takes(run.takes, result.reached.best_step)
    return {
        **noted_music(run, takes, scale),
        "verdict": result.verdict.message_id,
        "ended_by_patience": bool(result.patience),
    }


def _logs(
    plan: _Plan,
    request: TrainRequest,
    report: Callable[[TrainingReport], None],
) -> RunLogs:
    """Return the logs of a run, none of which has begun."""
    # The record of a run that goes on stays as it is until something is trained.
    at_first_step = _facts_of_training(plan)
    if request.new_name:
        at_first_step["name"] = request.new_name
    notes = RunNotes(
        plan.run, at_first_step, (plan.session.training_text, plan.session.validation_text)
    )
    disk = DiskLog(
        plan.run,
        notes,
        keeps_every_end=not request.changes,
        say_paused=lambda step: report(_report(plan, step, notes.has_restored)),
    )
    return RunLogs(disk, plan.logs, _logged(plan))


def _logged(plan: _Plan) -> LoggedRun:
    """Return what the logs beside a run's folder begin with."""
    session, header = plan.session, plan.session.header
    corpus = header.corpus
    given: dict[str, Parameter] = {
        "corpus": corpus.name,
        "corpus_tunes": corpus.tunes,
        "corpus_characters": corpus.characters,
        "vocabulary_size": len(header.vocabulary),
        "device": session.device.name,
    }
    if session.seconds is not None:
        given["seconds"] = session.seconds
    parameters = {**config_data(header.config), **given}
    return LoggedRun(name=header.name, folder=plan.run.path, parameters=parameters)


def _report(
    plan: _Plan,
    step: "StepReport",
    is_restored: bool,
    remarks: tuple[Phrase, ...] = (),
) -> TrainingReport:
    return TrainingReport(
        progress=step,
        run_dir=plan.run.path,
        device=plan.session.device,
        seconds=plan.session.seconds,
        characters=len(plan.session.header.vocabulary),
        is_restored=is_restored,
        remarks=remarks,
    )


def _facts_of_training(plan: _Plan) -> dict[str, Any]:
    """Return what `run.json` says of a run from the moment it trains."""
    session = plan.session
    config = session.header.config
    return {
        "state": "running",
        "device": session.device.name,
        "steps": config.steps,
        "config": config_data(config),
        "seconds": session.seconds,
        "milestones": None if session.milestones is None else plan_data(session.milestones),
        "logs": list(plan.logs),
    }


def _judged(result: TrainResult, plan: _Plan) -> TrainResult:
    """Return a result with what is to be said of the network that is kept."""
    from abcstudio.learning.training.evaluation import kept_loss

    session, reached = plan.session, result.reached
    best, last = reached.best_val_loss, reached.val_loss
    text = session.training_text
    facts = RunFacts(
        train_loss=kept_loss(result.best_model, text, session.device, session.threads),
        best_val_loss=best,
        vocab_size=len(session.header.vocabulary),
        training_text=text,
        takes=latest_takes(plan.run.takes, reached.best_step),
        has_risen=has_clearly_risen(best, last),
    )
    return replace(result, verdict=verdict(facts), rise=rise(reached.best_step, best, last))


def _planned(request: TrainRequest, device: Device) -> _Plan:
    """Make the texts and the folder of a new run."""
    from abcstudio.learning.training.session import Session

    config = _config(request, request.config)
    # Its weights too, so that a damaged model leaves no folder behind.
    base = None if request.start_from is None else load_model(request.start_from).header
    texts = _texts(request)
    training, validation = texts.training, texts.validation
    began = time.perf_counter()
    training = with_transpositions(training, config.transpositions)
    prepared_seconds = time.perf_counter() - began
    network = network_to_train(config, base, training, validation)
    header = ModelHeader(
        name=request.name,
        vocabulary=network.vocabulary,
        config=network.config,
        corpus=_corpus(request.corpus_name, training, texts.tunes),
    )
    if own_rank():
        run = RunFolder(request.folder or Path())
    else:
        run = RunFolder(request.folder) if request.folder else _free_folder(request)
    session = Session(
        header=header,
        training_text=training,
        validation_text=validation,
        folder=run.path,
        device=device,
        threads=request.threads,
        prepared_seconds=prepared_seconds,
        seconds=request.seconds,
        start_from=request.start_from,
        milestones=(
            None
            if request.milestones == ()
            else plan_of(training, config.rng_seed, request.milestones)
        ),
    )
    plan = _Plan(run=run, session=session, logs=request.logs or ())
    if own_rank():
        return plan
    _begin(plan, request, _first_facts(request, plan, texts))
    return plan


def _begin(plan: _Plan, request: TrainRequest, facts: dict[str, Any]) -> None:
    """Write what a run begins with; where that fails, no folder is left that was made for it."""
    run = plan.run
    is_own = request.folder is None or not os.path.lexists(request.folder)
    run.refuse_if_in_use()
    try:
        prepare_folder(run.path)
        run.create(facts, plan.session.training_text, plan.session.validation_text)
    except (OSError, UnusableFolderError) as error:
        if is_own:
            run.remove_empty()
        if not isinstance(error, OSError):
            raise
        why, path = reason(error), error.filename
        raise FolderError("training.cannot_begin", path=path, reason=why) from error


def _first_facts(request: TrainRequest, plan: _Plan, texts: TrainingTexts) -> dict[str, Any]:
    """Return what `run.json` says of a run that begins."""
    return {
        "name": request.name,
        # Of two runs that begin within a second the later one is still known.
        "created": datetime.now().isoformat(timespec="milliseconds"),
        "state": "running",
        "config": config_data(plan.session.header.config),
        "corpus": {
            "name": plan.session.header.corpus.name,
            "tunes": texts.tunes,
            "held_out": texts.held_out,
            "characters": len(plan.session.training_text),
            "fingerprint": corpus_fingerprint(texts.training, texts.validation),
        },
        "step": 0,
        "best_val_loss": None,
        "seconds": request.seconds,
        "start_from": str(request.start_from.resolve()) if request.start_from else None,
    }


def _planned_again(request: TrainRequest, device: Device) -> _Plan:
    """Read what a run that goes on was made of; one without a checkpoint yet begins again."""
    from abcstudio.learning.training.resume import Progress, read_progress
    from abcstudio.learning.training.session import Session
    from abcstudio.learning.training.trainer import RESUME_FILE

    run = RunFolder(Path(str(request.resume_from)))
    facts = run.facts()
    config = _config(request, _changed(config_from(facts.get("config")), request.changes))
    training, validation = run.texts()
    # The last network is kept after the state to go on from: where there is one, both must be.
    resume = run.last_model.exists() or (run.path / RESUME_FILE).exists()
    reached = read_progress(run.path / RESUME_FILE) if resume else Progress()
    _check_limits(request, config, reached)
    start_from = Path(facts["start_from"]) if facts.get("start_from") else None
    header = _header_again(run, facts, training, validation, start_from)
    seconds = request.seconds
    if seconds is None and not _has_new_steps(request):
        seconds = facts.get("seconds")
    if not own_rank():
        run.clear_leftovers()
        run.forget_metrics_after(reached.step)
    session = Session(
        header=replace(header, config=config, name=request.new_name or header.name),
        training_text=training,
        validation_text=validation,
        folder=run.path,
        device=device,
        threads=request.threads,
        seconds=seconds,
        resume=resume,
        start_from=None if resume else start_from,
        milestones=plan_again(facts, training, config.rng_seed, request.milestones),
    )
    logs = logs_of(facts) if request.logs is None else request.logs
    return _Plan(run=run, session=session, logs=logs)


def _has_new_steps(request: TrainRequest) -> bool:
    return request.steps is not None or "steps" in request.changes


def _check_limits(request: TrainRequest, config: TrainingConfig, reached: "Progress") -> None:
    """Refuse an end that the run has passed."""
    if _has_new_steps(request) and config.steps <= reached.step:
        raise TrainingInputError("training.steps_reached", step=reached.step, steps=config.steps)
    if request.seconds is not None and request.seconds <= reached.train_seconds:
        trained = f"{math.ceil(10 * reached.train_seconds) / 10:g}"
        raise TrainingInputError(
            "training.seconds_reached",
            step=reached.step,
            trained=trained,
            seconds=f"{request.seconds:g}",
        )


def _changed(config: TrainingConfig, changes: Mapping[str, str]) -> TrainingConfig:
    """Return the config of a run that goes on in another way."""
    for name, value in changes.items():
        if name in hyper_parameters() and name not in changeable_parameters():
            known = ", ".join(changeable_parameters())
            raise TrainingInputError("training.cannot_change", name=name, known=known)
        config = config.with_value(name, value)
    return config


def _header_again(
    run: RunFolder, facts: dict[str, Any], training: str, validation: str, start_from: Path | None
) -> ModelHeader:
    """Return what the run's model files say, or will say once there is one."""
    for path in (run.last_model, run.best_model):
        if path.exists():
            return read_header(path)
    known = read_header(start_from).vocabulary.characters if start_from else ""
    return ModelHeader(
        name=str(facts["name"]),
        vocabulary=Vocabulary.of(training, validation, known),
        config=TrainingConfig(),
        corpus=_corpus(str(facts["corpus"]["name"]), training, int(facts["corpus"]["tunes"])),
    )


def _config(request: TrainRequest, config: TrainingConfig) -> TrainingConfig:
    steps = request.steps
    if steps is None:
        steps = MAX_STEPS if request.seconds and not _has_new_steps(request) else config.steps
    return check_config(replace(config, steps=steps))


def _texts(request: TrainRequest) -> TrainingTexts:
    if request.training_text:
        return TrainingTexts(request.training_text, request.validation_text, *request.tune_counts)
    return training_texts(request.tunes, request.validation_tunes, request.config)


def _corpus(name: str, text: str, tunes: int) -> CorpusInfo:
    return CorpusInfo(name, text_fingerprint(text), tunes, len(text))


def _free_folder(request: TrainRequest) -> RunFolder:
    if request.runs is None:
        raise ValueError("a request needs a folder, or the folder of all runs")
    prepare_folder(request.runs)
    return make_run_folder(request.runs, request.name)


def _run(plan: _Plan, logs: RunLogs, report: Callable[[TrainingReport], None]) -> TrainResult:
    from abcstudio.learning.training.session import run_session

    def on_step(step: "StepReport") -> None:
        logs.add(step)
        report(_report(plan, step, logs.has_restored, logs.remarks()))

    try:
        reached = run_session(plan.session, on_step)
    finally:
        logs.pause()
    config = plan.session.header.config
    return TrainResult(
        run_dir=plan.run.path,
        best_model=plan.run.best_model,
        last_model=plan.run.last_model,
        reached=reached,
        patience=config.patience if reached.has_stopped_gaining(config) else 0,
    )
