"""A text written by a student's `generate_text` with the network that their code has trained."""

from dataclasses import dataclass
from pathlib import Path

from abcstudio.errors import LessonError
from abcstudio.lessons.running.limits import Limits
from abcstudio.recipes.lessons.own_answers import Answers
from abcstudio.recipes.lessons.own_process import own_process, said_by
from abcstudio.runs.run_folder import RunFolder

LENGTH, MOST_CHARACTERS = 500, 5000
"""How many characters are proposed, and how many can be asked for."""

PROMPT = "X:1\n"
LIMITS = Limits(seconds=120.0)


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
