"""A text written by a student's `generate_text` with the network that their code has trained."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from abcstudio.errors import LessonError, TrainingError
from abcstudio.lessons.own_code import LESSONS
from abcstudio.lessons.progress import LessonStanding, read_answer, read_standing
from abcstudio.lessons.running.limits import Limits
from abcstudio.lessons.running.outcome import line_in
from abcstudio.lessons.running.process import LessonProcess, Message
from abcstudio.lessons.running.stopped import failed
from abcstudio.own_files import pass_over
from abcstudio.runs.run_folder import RunFolder
from abcstudio.stopping import stop_if_asked
from abcstudio.temporary_files import temporary_folder

LENGTH, MOST_CHARACTERS = 500, 5000
"""How many characters are proposed, and how many can be asked for."""

PROMPT = "X:1\n"
LIMITS = Limits(seconds=120.0)

log = logging.getLogger(__name__)

_LOOK_SECONDS = 0.1

Answers = Mapping[str, str]
"""What was typed, by the names of the lessons."""


def missing_lessons(
    standing: Callable[[str], LessonStanding], answer: Callable[[str], str | None]
) -> tuple[str, ...]:
    """Return the lessons that have to be passed before own code can train.

    Args:
        standing: Returns what has come of a lesson.
        answer: Returns what was typed into it.
    """
    return tuple(
        lesson for lesson in LESSONS.values() if not standing(lesson).done or answer(lesson) is None
    )


def own_answers(folder: Path) -> Answers:
    """Return the answers that a person has kept.

    Args:
        folder: That of all their answers.

    Raises:
        LessonError: A lesson is not passed yet; all of these are named.
    """
    found = {lesson: read_answer(folder, lesson, pass_over) for lesson in LESSONS.values()}
    missing = missing_lessons(lambda name: read_standing(folder, name, pass_over), found.get)
    if missing:
        raise LessonError("lesson.own_missing", lessons=", ".join(missing))
    return {lesson: code for lesson, code in found.items() if code is not None}


@contextmanager
def own_process(request: Mapping[str, Any], limits: Limits) -> Iterator[tuple[LessonProcess, Path]]:
    """Start a process and ask it something; give it and the folder that it may write into.

    It has ended afterwards, whatever happened, and its folder is gone.

    Raises:
        OSError: It cannot be started.
    """
    with temporary_folder("abcstudio-own-") as place:
        folder = place / "files"
        (folder / "checkpoints").mkdir(parents=True)
        process = LessonProcess(folder, limits)
        try:
            process.ask({**request, "folder": str(folder), **asdict(limits)})
            yield process, folder
        finally:
            process.end()


def said_by(process: LessonProcess) -> Iterator[Message]:
    """Yield what a process says that concerns its work, as long as it says something.

    Raises:
        LessonError: An answer has stopped it; its lesson is named.
        TrainingError: The loss is no number any more, say.
    """
    while True:
        stop_if_asked()
        try:
            said = process.message(_LOOK_SECONDS)
        except TimeoutError:
            continue
        except EOFError:
            process.end()
            errors = process.errors()
            log.warning("Own code ended its process: %s", errors[-2000:])
            raise LessonError("lesson.own_ended", line=line_in(errors) or "–") from None
        if said["said"] == "broke":
            reason = failed(said["failure"])
            raise LessonError("lesson.own_broken", lesson=said["lesson"], reason=reason)
        if said["said"] == "failed":
            raise TrainingError(str(said["message_id"]), **dict(said["parameters"]))
        if said["said"] != "output":
            yield said


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWriteRequest:
    """What own code is to write.

    Attributes:
        run: The folder of a run of own code.
        answers: What the person has typed, by the names of the lessons.
        prompt: What the text begins with.
        length: How many characters come after that.
        rng_seed: With the same one the same answers write the same.
    """

    run: Path
    answers: Answers
    prompt: str = PROMPT
    length: int = LENGTH
    rng_seed: int = 0


def write_with_own_code(request: OwnWriteRequest) -> str:
    """Return a text that the student's functions have written.

    Raises:
        LessonError: The run has no network, or an answer stops it; its lesson is named.
        TrainingError: The texts of the run cannot be read.
        ModelFileError: Its network cannot be opened.
        OSError: No process can be started.
    """
    run = RunFolder(request.run)
    model = run.model
    if model is None:
        raise LessonError("lesson.own_no_model", name=request.run.name)
    training, validation = run.texts()
    asked = {
        "do": "write",
        "answers": dict(request.answers),
        "songs": [*training.split("\n\n"), *validation.split("\n\n")],
        "model": str(model),
        "prompt": request.prompt,
        "length": request.length,
        "seed": request.rng_seed,
    }
    with own_process(asked, LIMITS) as (process, _folder):
        said = next(said_by(process))
        return str(said["text"])
