"""Judging an answer by facts: those of a right answer, and those of ideas that are known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from abcstudio.errors import LessonError
from abcstudio.lessons.common_ideas import common_failure, common_mistake, idea_of
from abcstudio.lessons.comparing import difference, same, same_failure
from abcstudio.lessons.lesson import Lesson, NamedFact
from abcstudio.lessons.running.failures import failure_words
from abcstudio.lessons.running.outcome import ENDED, RunOutcome
from abcstudio.lessons.running.stopped import stopped
from abcstudio.messages import Phrase, english

Found = Mapping[str, Any]
"""What a check has found of an answer: `facts`, or the `failure` that stopped it."""

_OF_GAPS = ("lesson.todo", "lesson.todo_fact", "lesson.missing")
_ASIDE = "~"
"""What the names of facts begin with that decide nothing: a remark may rest on them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came of an answer.

    Attributes:
        is_passed: It is right.
        idea: The idea in it: one that the lesson has words for, or a common one, "" for none.
        sentence: What there is to say where the lesson has no words for it.
        seed: What its inputs were made from.
        line: The line of the answer that is meant, where one is known.
        output: What it printed.
        picture: What is drawn of it, None for nothing.
    """

    is_passed: bool
    sentence: Phrase
    idea: str = ""
    seed: int = 0
    line: int | None = None
    output: str = ""
    picture: Mapping[str, Any] | None = None

    def words(self, lesson: Lesson, language: str) -> str:
        """Return what is said of it: in the lesson's words, else in English ones."""
        own = lesson.text(language).ideas.get(self.idea)
        return own or english(self.sentence.message_id, self.sentence.parameters)


def judge(lesson: Lesson, outcome: RunOutcome) -> Verdict:
    """Judge an answer that has been run.

    Raises:
        LessonError: The lesson's own solution does not run.
    """
    right, wrong = _expectations(lesson, outcome.expected)
    reason = stopped(outcome)
    if reason is not None:
        idea = ""
        failure = outcome.failure or {}
        if outcome.ending == ENDED and failure and reason.message_id != "lesson.todo":
            idea = _idea_of_failure(lesson, failure, wrong)
            if not idea and (common := common_failure(failure)) is not None:
                reason = common
        idea = idea or idea_of(reason)
        return Verdict(
            is_passed=False,
            sentence=reason,
            idea=idea,
            seed=outcome.seed,
            line=outcome.line or failure.get("line"),
            output=outcome.output,
        )
    return replace(_judged(lesson, outcome, right, wrong), picture=outcome.picture)


def judge_found(lesson: Lesson, found: Found, expected: Sequence[Found], seed: int = 0) -> Verdict:
    """Judge what a check has found of an answer that was run beside those whose worth is known."""
    outcome = RunOutcome(
        seed=seed,
        facts=found.get("facts") or {},
        failure=found.get("failure"),
        expected=tuple(expected),
    )
    return judge(lesson, outcome)


def _expectations(lesson: Lesson, expected: Sequence[Found]) -> tuple[Found, Sequence[Found]]:
    first = expected[0] if expected else {}
    if "facts" not in first:
        reason = failure_words(first.get("failure") or {})
        raise LessonError("lesson.check_broken", path=lesson.folder, reason=reason)
    return first["facts"], expected[1:]


def _judged(lesson: Lesson, outcome: RunOutcome, right: Found, wrong: Sequence[Found]) -> Verdict:
    facts = outcome.facts
    differing = [
        name
        for name, fact in right.items()
        if not name.startswith(_ASIDE) and not same(facts.get(name), fact)
    ]
    if not differing:
        remark = next((rule.idea for rule in lesson.remarks if _holds(rule, facts)), "")
        passed = Phrase("lesson.passed")
        return Verdict(
            is_passed=True, sentence=passed, idea=remark, seed=outcome.seed, output=outcome.output
        )
    first = differing[0]
    idea = _idea_of_facts(lesson, facts, differing, (right, *wrong))
    found = facts.get(first)
    sentence = difference(first, found, right[first])
    if not idea and sentence.message_id not in _OF_GAPS:
        common = common_mistake(differing, facts, right)
        if common is not None:
            idea, sentence = idea_of(common), common
    return Verdict(
        is_passed=False,
        sentence=sentence,
        idea=idea,
        seed=outcome.seed,
        line=found.get("line") if isinstance(found, Mapping) else None,
        output=outcome.output,
    )


def _idea_of_failure(lesson: Lesson, failure: Found, wrong: Sequence[Found]) -> str:
    for answer, known in zip(lesson.wrong, wrong, strict=False):
        if answer.idea and "failure" in known and same_failure(failure, known["failure"]):
            return answer.idea
    return ""


def _idea_of_facts(
    lesson: Lesson, facts: Found, differing: Sequence[str], expected: Sequence[Found]
) -> str:
    """Return the idea behind facts that differ: the one that explains them all, else the first.

    Beside other mistakes an idea is known by all that it changes: part of that may be chance.
    """
    right, *wrong = expected
    known = [
        (answer.idea, found["facts"])
        for answer, found in zip(lesson.wrong, wrong, strict=False)
        if answer.idea and "facts" in found
    ]
    for idea, others in known:
        if all(same(facts.get(name), other) for name, other in others.items()):
            return idea
    changed = [
        (idea, {name: other for name, other in others.items() if not same(other, right.get(name))})
        for idea, others in known
    ]
    there = [
        (idea, others)
        for idea, others in changed
        if all(same(facts.get(name), other) for name, other in others.items())
    ]
    for name in differing:
        for rule in lesson.named:
            if rule.name == name and _holds(rule, facts):
                return rule.idea
        for idea, others in there:
            if name in others:
                return idea
    return ""


def _holds(rule: NamedFact, facts: Found) -> bool:
    fact = facts.get(rule.name)
    if not isinstance(fact, Mapping):
        return False
    if isinstance(rule.value, Mapping):
        return all(same(fact.get(part), value) for part, value in rule.value.items())
    return same(fact.get("value"), rule.value)
