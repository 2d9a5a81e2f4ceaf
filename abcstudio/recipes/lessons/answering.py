"""One answer to a lesson, run in its process, then judged."""

import ast
from dataclasses import replace

from abcstudio.lessons.judging import Verdict, judge
from abcstudio.lessons.lesson import Lesson
from abcstudio.lessons.running.runner import Runner
from abcstudio.messages import Phrase

_OF_GAPS = ("lesson.todo", "lesson.todo_fact")


def first_gap(code: str) -> int | None:
    """Return the line of the first three dots that stand for code; None where there are none.

    Those of an index, as in `batch[..., 0]`, are code.
    """
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    indexes = {id(part) for node in ast.walk(tree) if isinstance(node, ast.Subscript)
               for part in ast.walk(node.slice)}  # fmt: skip
    lines = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value is Ellipsis and id(node) not in indexes
    ]
    return min(lines, default=None)


def at_gap(verdict: Verdict, code: str) -> Verdict:
    """Return what came of an answer, led to the first gap where one is all that is amiss.

    Python stops where the dots are used, often lines behind the place where code is to be written.
    """
    said = verdict.sentence
    line = first_gap(code) if said.message_id in _OF_GAPS else None
    if line is None:
        return verdict
    parameters = dict(said.parameters)
    if "place" in parameters:
        parameters["place"] = Phrase("lesson.line", {"line": line})
    return replace(verdict, line=line, sentence=Phrase(said.message_id, parameters))


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
