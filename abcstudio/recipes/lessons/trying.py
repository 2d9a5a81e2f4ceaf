"""Lessons tried on themselves: each right answer is accepted, each wrong one refused and named."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from abcstudio.errors import LessonError
from abcstudio.lessons.judging import judge_found
from abcstudio.lessons.lesson import Lesson, word_count
from abcstudio.lessons.running.one_run import OneRun
from abcstudio.lessons.running.outcome import CheckTask
from abcstudio.lessons.running.runner import new_seed
from abcstudio.messages import Phrase

LEAST_RIGHT, LEAST_WRONG, LEAST_NAMED = 5, 12, 0.8
"""What a lesson of the program has: right answers, wrong ones, the share of these with an idea."""

MOST_WORDS = 150
HINTS = 3


@dataclass(slots=True, kw_only=True)
class LessonTrial:
    """What came of trying a lesson.

    Attributes:
        lesson: The lesson.
        accepted, refused, named: How many judgements were as they should be.
        right, wrong: How many there were of each.
        faults: What was not as it should be.
    """

    lesson: str
    right: int = 0
    accepted: int = 0
    wrong: int = 0
    refused: int = 0
    named: int = 0
    faults: list[Phrase] = field(default_factory=list)


def try_lessons(
    lessons: Sequence[Lesson], repeats: int, report: Callable[[LessonTrial], None]
) -> list[LessonTrial]:
    """Judge all answers of lessons whose worth is known, so many times with new inputs.

    They are trusted, so one process runs them all.

    Raises:
        LessonError: No process runs them.
        OSError: No process can be started.
    """
    trials = []
    one = OneRun()
    try:
        for lesson in lessons:
            trial = LessonTrial(lesson=lesson.name, faults=list(_shortcomings(lesson)))
            try:
                for _ in range(repeats):
                    _try_once(lesson, one, trial)
            except LessonError as error:
                trial.faults.append(Phrase(error.message_id, error.parameters))
                if error.message_id != "lesson.check_broken":
                    one.end()
                    one = OneRun()
            trials.append(trial)
            report(trial)
    finally:
        one.end()
    return trials


def _try_once(lesson: Lesson, one: OneRun, trial: LessonTrial) -> None:
    seed = new_seed()
    task = lesson.task
    codes = (*task.codes, *lesson.right)
    found = one.prepare(CheckTask(task.check, codes), seed)
    expected = found[: len(task.codes)]
    for number, answer in enumerate(found[len(task.codes) :], start=1):
        verdict = judge_found(lesson, answer, expected, seed)
        trial.right += 1
        trial.accepted += verdict.is_passed
        if not verdict.is_passed:
            said = {"number": number, "seed": seed, "words": verdict.words(lesson, "en")}
            trial.faults.append(Phrase("lesson.fault_right", said))
    for number, (wrong, answer) in enumerate(zip(lesson.wrong, expected[1:], strict=True), start=1):
        verdict = judge_found(lesson, answer, expected, seed)
        trial.wrong += 1
        trial.refused += not verdict.is_passed
        is_named = bool(wrong.idea) and verdict.idea == wrong.idea
        trial.named += is_named and not verdict.is_passed
        said = {"number": number, "seed": seed, "idea": wrong.idea, "found": verdict.idea or "–"}
        if verdict.is_passed:
            trial.faults.append(Phrase("lesson.fault_passed", said))
        elif wrong.idea and not is_named:
            trial.faults.append(Phrase("lesson.fault_idea", said))


def _shortcomings(lesson: Lesson) -> list[Phrase]:
    """Return what a lesson lacks, whatever its answers are worth."""
    right, wrong = len(lesson.right), len(lesson.wrong)
    named = sum(bool(answer.idea) for answer in lesson.wrong)
    found = []
    if right < LEAST_RIGHT:
        found.append(Phrase("lesson.few_right", {"count": right, "least": LEAST_RIGHT}))
    if wrong < LEAST_WRONG:
        found.append(Phrase("lesson.few_wrong", {"count": wrong, "least": LEAST_WRONG}))
    if named < LEAST_NAMED * wrong:
        found.append(Phrase("lesson.few_named", {"count": named, "of": wrong}))
    for language, text in lesson.texts.items():
        filling: dict[str, object] = {"language": language}
        if (words := word_count(text.text)) > MOST_WORDS:
            counts = {"count": words, "most": MOST_WORDS}
            found.append(Phrase("lesson.many_words", filling | counts))
        if len(text.hints) != HINTS:
            counts = {"count": len(text.hints), "wanted": HINTS}
            found.append(Phrase("lesson.hint_count", filling | counts))
    return found
