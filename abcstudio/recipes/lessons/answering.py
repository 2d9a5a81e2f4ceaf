"""One answer to a lesson, run in its process, then judged."""

from abcstudio.lessons.gaps import at_gap
from abcstudio.lessons.judging import Verdict, judge
from abcstudio.lessons.lesson import Lesson
from abcstudio.lessons.running.runner import Runner


def answer(lesson: Lesson, code: str, runner: Runner, *, seed: int | None = None) -> Verdict:
    """Return what came of an answer.

    Args:
        lesson: What it answers.
        code: The answer.
        runner: Runs it; it keeps a process warm for the next one.
        seed: That of an earlier verdict, to judge it by the same inputs.

    Raises:
        LessonError: The lesson is broken, or no process runs.
        OSError: No process can be started.
    """
    outcome = runner.run(lesson.task, code, seed=seed)
    return at_gap(judge(lesson, outcome), code)
