"""A network trained with the functions that a student has written in lessons."""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from abcstudio.corpus.split import split_by_family
from abcstudio.corpus.training_text import training_text
from abcstudio.corpus.tune import Tune
from abcstudio.errors import CancelledError, LessonError, TrainingError, TrainingInputError
from abcstudio.files import atomic_write
from abcstudio.guarded_files import read_bytes
from abcstudio.learning.checkpoint import BEST_FILE, LAST_FILE, read_header, text_fingerprint
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.lessons.own_code import LESSONS
from abcstudio.lessons.progress import read_answer, read_standing
from abcstudio.lessons.running.limits import MB, Limits
from abcstudio.lessons.running.outcome import ending_of, line_in
from abcstudio.lessons.running.process import LessonProcess, Message
from abcstudio.lessons.running.stopped import failed
from abcstudio.own_files import pass_over
from abcstudio.recipes.run_notes import RunNotes, note_end
from abcstudio.runs.run_folder import RunFolder, make_run_folder
from abcstudio.temporary_files import temporary_folder

log = logging.getLogger(__name__)

SECONDS = 3600.0
"""How long such a training may take."""

LIMITS = Limits(seconds=SECONDS, file_bytes=200 * MB, folder_bytes=800 * MB)
CONFIG = TrainingConfig(embedding_dim=64, hidden_size=128, steps=300, evaluate_every=50)
"""What is proposed: a network that learns something within minutes."""

_LOOK_SECONDS = 0.1
_MOST_BYTES = 300 * MB
# What the student's own classes decide, or what their functions do not know of.
_FIXED: Mapping[str, Any] = {
    "cell": "lstm", "num_layers": 1, "dropout": 0.0, "weight_dropout": 0.0, "tied_weights": "off",
    "pointer_heads": 0, "windows": "random", "gradient_clip": 0.0, "precision": "float32",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTrainRequest:
    """What to train with own code.

    Attributes:
        tunes: What to train on.
        answers: The folder of the person's answers.
        runs: The folder of all runs.
        config: The sizes and how it is trained; what own code decides itself is fixed.
        name: What the run is called.
        corpus_name: What the tunes are called.
    """

    tunes: Sequence[Tune]
    answers: Path
    runs: Path
    config: TrainingConfig = field(default=CONFIG)
    name: str = "own code"
    corpus_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnStep:
    """How far such a training is."""

    step: int
    steps: int
    loss: float
    val_loss: float | None
    sample: str | None


def missing_lessons(answers: Path) -> tuple[str, ...]:
    """Return the lessons that have to be passed before own code can train."""
    return tuple(
        lesson
        for lesson in LESSONS.values()
        if not read_standing(answers, lesson, pass_over).done
        or read_answer(answers, lesson, pass_over) is None
    )


def train_with_own_code(
    request: OwnTrainRequest,
    report: Callable[[OwnStep], None],
    should_stop: Callable[[], bool] = bool,
) -> RunFolder:
    """Train a network with the student's functions, and return its run's folder.

    Raises:
        LessonError: A lesson is not passed yet, or an answer stops the training; it is named.
        TrainingError: The loss stopped being a number, or there is too little text.
        CancelledError: `should_stop` said so; the run is kept as far as it came.
        OSError: A file cannot be written.
    """
    if missing := missing_lessons(request.answers):
        raise LessonError("lesson.own_missing", lessons=", ".join(missing))
    data = _data(request, should_stop)
    run = make_run_folder(request.runs, request.name)
    run.create(_facts(request, data), data["training"], data["validation"])
    try:
        _train(run, data, report, should_stop)
    except CancelledError:
        note_end(run, state="stopped")
        raise
    except (LessonError, TrainingError, OSError):
        note_end(run, state="failed")
        raise
    run.update_facts(state="finished")
    return run


def _data(request: OwnTrainRequest, should_stop: Callable[[], bool]) -> dict[str, Any]:
    """Return what the process is asked for."""
    config = replace(request.config, **_FIXED)
    training, validation = split_by_family(
        tuple(request.tunes), config.validation_share, config.rng_seed, should_stop
    )
    texts = training_text(training), training_text(validation)
    if len(texts[0]) < config.seq_len + 2:
        raise TrainingInputError("training.no_tunes")
    corpus = {
        "name": request.corpus_name,
        "fingerprint": text_fingerprint(texts[0]),
        "tunes": len(training),
        "characters": len(texts[0]),
    }
    answers = {
        lesson: read_answer(request.answers, lesson, pass_over) for lesson in LESSONS.values()
    }
    return {
        "do": "train",
        "name": request.name,
        "answers": answers,
        "songs": [*texts[0].split("\n\n"), *texts[1].split("\n\n")],
        "training": texts[0],
        "validation": texts[1],
        "vocabulary": Vocabulary.of(*texts, "\n").characters,
        "config": asdict(config),
        "corpus": corpus,
        "held_out": len(validation),
        **asdict(LIMITS),
    }


def _facts(request: OwnTrainRequest, data: Mapping[str, Any]) -> dict[str, Any]:
    corpus = {**data["corpus"], "held_out": data["held_out"]}
    corpus.pop("fingerprint")
    return {
        "name": request.name,
        "created": datetime.now().isoformat(timespec="milliseconds"),
        "state": "running",
        "config": data["config"],
        "corpus": corpus,
        "step": 0,
        "best_val_loss": None,
        "seconds": None,
        "start_from": None,
        "own_code": list(LESSONS),
    }


def _train(
    run: RunFolder,
    data: Mapping[str, Any],
    report: Callable[[OwnStep], None],
    should_stop: Callable[[], bool],
) -> None:
    with ExitStack() as cleanup:
        folder = cleanup.enter_context(temporary_folder("abcstudio-own-")) / "files"
        (folder / "checkpoints").mkdir(parents=True)
        process = LessonProcess(folder, LIMITS)
        cleanup.callback(process.end)
        process.ask({**data, "folder": str(folder)})
        _follow(process, run, report, should_stop)
        for name in (BEST_FILE, LAST_FILE):
            _take_over(folder / name, run.path / name)


def _follow(
    process: LessonProcess,
    run: RunFolder,
    report: Callable[[OwnStep], None],
    should_stop: Callable[[], bool],
) -> None:
    """Note what the process says until it has trained."""
    notes = RunNotes(run, {"state": "running", "device": "cpu"})
    while True:
        if should_stop():
            notes.keep_standing()
            raise CancelledError
        try:
            said = process.message(_LOOK_SECONDS)
        except TimeoutError:
            continue
        except EOFError:
            process.end()
            raise _ended(process) from None
        if said["said"] == "step":
            _note(said, notes, report)
        elif said["said"] == "broke":
            reason = failed(said["failure"])
            raise LessonError("lesson.own_broken", lesson=said["lesson"], reason=reason)
        elif said["said"] == "failed":
            raise TrainingError(str(said["message_id"]), **dict(said["parameters"]))
        elif said["said"] == "trained":
            notes.keep_standing()
            return


def _note(said: Message, notes: RunNotes, report: Callable[[OwnStep], None]) -> None:
    from abcstudio.learning.training.trainer import StepReport

    values = {name: value for name, value in said.items() if name != "said"}
    step = StepReport(**{**values, "losses": tuple(values["losses"])})
    notes.add(step)
    notes.write()
    report(
        OwnStep(
            step=step.step,
            steps=step.steps,
            loss=step.smoothed_loss,
            val_loss=step.val_loss,
            sample=step.sample,
        )
    )


def _ended(process: LessonProcess) -> LessonError:
    errors = process.errors()
    ending = ending_of(process.exit_code(), errors)
    log.warning("Own code ended its training (%s): %s", ending, errors[-2000:])
    return LessonError("lesson.own_ended", line=line_in(errors) or "–")


def _take_over(source: Path, target: Path) -> None:
    """Keep a network that the process has written, if it is one."""
    read_header(source)
    atomic_write(target, read_bytes(source, _MOST_BYTES))
