"""A network trained with the functions that a student has written in lessons."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from abcstudio.corpus.kinship.split_apart import split_apart
from abcstudio.corpus.training_text import by_weight, training_text
from abcstudio.corpus.tune import Tune
from abcstudio.errors import (
    CancelledError,
    LessonError,
    ModelFileError,
    TrainingError,
    TrainingInputError,
)
from abcstudio.files import atomic_write
from abcstudio.guarded_files import read_bytes
from abcstudio.learning.checkpoint import BEST_FILE, LAST_FILE, read_header, text_fingerprint
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.lessons.own_code import LESSONS
from abcstudio.lessons.running.limits import MB, Limits
from abcstudio.lessons.running.process import Message
from abcstudio.recipes.lessons.own_runs import free_name
from abcstudio.recipes.lessons.own_writing import Answers, own_process, said_by
from abcstudio.recipes.run_notes import RunNotes
from abcstudio.runs.run_folder import RunFolder, make_run_folder

if TYPE_CHECKING:
    from abcstudio.learning.training.trainer import StepReport

log = logging.getLogger(__name__)

SECONDS = 3600.0
"""How long such a training may take."""

LIMITS = Limits(seconds=SECONDS, file_bytes=200 * MB, folder_bytes=800 * MB)
CONFIG = TrainingConfig(embedding_dim=64, hidden_size=128, steps=300, evaluate_every=50)
"""What is proposed: a network that learns something within minutes."""

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
        answers: What the person has typed, by the names of the lessons.
        runs: The folder of all runs.
        config: The sizes and how it is trained; what own code decides itself is fixed.
        name: What the run is called; a number is added where there is one of the name.
        corpus_name: What the tunes are called.
    """

    tunes: Sequence[Tune]
    answers: Answers
    runs: Path
    config: TrainingConfig = field(default=CONFIG)
    name: str = "own code"
    corpus_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnStep:
    """How far such a training is.

    Attributes:
        run: Its folder.
        progress: Its steps and losses; `sample` is what the network writes by the student's own
            `generate_text`.
        characters: How many different ones the tunes have: the loss begins near their logarithm.
    """

    run: Path
    progress: "StepReport"
    characters: int


@dataclass(frozen=True, slots=True)
class OwnRunMade:
    """A run's folder has been made; nothing is learned yet."""

    run: Path


def train_with_own_code(
    request: OwnTrainRequest, report: Callable[[OwnStep | OwnRunMade], None]
) -> RunFolder:
    """Train a network with the student's functions, and return its run's folder.

    Raises:
        LessonError: An answer stops the training; its lesson is named.
        TrainingError: The loss stopped being a number, or there is too little text.
        CancelledError: The work is to stop; the run is kept as far as it came.
        OSError: A file cannot be written.
    """
    data = _data(request)
    run = make_run_folder(request.runs, data["name"])
    run.create(_facts(request, data), data["training"], data["validation"])
    report(OwnRunMade(run.path))
    following = _Following(run, data, report)
    try:
        _train(run, data, following)
    except CancelledError:
        following.end("stopped")
        raise
    except (LessonError, TrainingError, OSError):
        following.end("failed")
        raise
    following.end("finished")
    return run


def _data(request: OwnTrainRequest) -> dict[str, Any]:
    """Return what the process is asked for."""
    config = replace(request.config, **_FIXED)
    training, validation = split_apart(
        tuple(request.tunes), config.validation_share, config.rng_seed
    )
    texts = training_text(by_weight(training)), training_text(validation)
    if len(texts[0]) < config.seq_len + 2:
        raise TrainingInputError("training.no_tunes")
    corpus = {
        "name": request.corpus_name,
        "fingerprint": text_fingerprint(texts[0]),
        "tunes": len(training),
        "characters": len(texts[0]),
    }
    return {
        "do": "train",
        "name": free_name(request.name, request.runs),
        "answers": dict(request.answers),
        "songs": [*texts[0].split("\n\n"), *texts[1].split("\n\n")],
        "training": texts[0],
        "validation": texts[1],
        "vocabulary": Vocabulary.of(*texts, "\n").characters,
        "config": asdict(config),
        "corpus": corpus,
        "held_out": len(validation),
    }


def _facts(request: OwnTrainRequest, data: Mapping[str, Any]) -> dict[str, Any]:
    corpus = {**data["corpus"], "held_out": data["held_out"]}
    corpus.pop("fingerprint")
    return {
        "name": data["name"],
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


def _train(run: RunFolder, data: Mapping[str, Any], following: "_Following") -> None:
    with own_process(data, LIMITS) as (process, folder):
        try:
            for said in said_by(process):
                if said["said"] == "trained":
                    return
                following.take(said)
        finally:
            # What was learned before a stop, or before an answer broke, is kept.
            process.end()
            for name in (BEST_FILE, LAST_FILE):
                _take_over(folder / name, run.path / name)


class _Following:
    """Notes in a run's folder what its process says, and reports it."""

    def __init__(
        self, run: RunFolder, data: Mapping[str, Any], report: Callable[[OwnStep], None]
    ) -> None:
        self._run, self._report, self._characters = run, report, len(data["vocabulary"])
        texts = data["training"], data["validation"]
        self._notes = RunNotes(run, {"state": "running", "device": "cpu"}, texts)
        self._step = 0

    def take(self, said: Message) -> None:
        """Take in a report."""
        from abcstudio.learning.training.trainer import StepReport

        values = {name: value for name, value in said.items() if name != "said"}
        step = StepReport(**{**values, "losses": tuple(values["losses"])})
        self._step = step.step
        self._notes.add(step)
        self._notes.write()
        self._report(OwnStep(run=self._run.path, progress=step, characters=self._characters))

    def end(self, state: str) -> None:
        """Note how the run ended, where anything can be written at all."""
        self._notes.keep_standing()
        try:
            self._run.update_facts(state=state, step=self._step)
        except (OSError, TrainingError) as error:
            log.warning("How the run ended could not be noted: %s", error)


def _take_over(source: Path, target: Path) -> None:
    """Keep a network that the process has written, if it is one."""
    try:
        read_header(source)
        data = read_bytes(source, _MOST_BYTES)
    except (ModelFileError, OSError) as error:
        log.info("No network is taken over: %s", error)
        return
    atomic_write(target, data)
