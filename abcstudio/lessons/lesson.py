"""A lesson: its text in each language, its cell, answers whose worth is known."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from abcstudio.lessons.running.outcome import CheckTask

ENGLISH_NAME = "en"

_GAP = re.compile(r"\.\.\.(?=[ \t]*#[ \t]*TODO)")

# A paragraph that begins in bold and asks: **Guess before you run it**: what is `e`?
_QUESTION = re.compile(r"^\*\*[^*\n]+\*\*: *(.+\?)$", re.MULTILINE)

Filling = str | tuple[str, ...]
"""An answer as a teacher writes it: the whole text, or what goes into each gap of the cell."""


@dataclass(frozen=True, slots=True)
class LessonText:
    """What a lesson says in one language.

    Attributes:
        title: Its title.
        text: Markdown.
        hints: One after the other, the last as good as the answer.
        ideas: What is said of each idea that answers can have, by its name.
        facts: How what is checked is called, and what is found there: as the check has them where
            nothing stands here.
    """

    title: str
    text: str
    hints: tuple[str, ...]
    ideas: Mapping[str, str]
    facts: Mapping[str, str] = field(default_factory=dict)

    def in_words(self, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what goes into a sentence about a fact, with the names and words of this text."""
        return {name: self._in_words(value) for name, value in parameters.items()}

    def _in_words(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        is_quoted = len(value) > 1 and value[0] == value[-1] == "'"
        return self.facts.get(value[1:-1] if is_quoted else value, value)

    @property
    def question(self) -> str:
        """What the text lets one guess before the code runs, "" for nothing."""
        found = _QUESTION.search(self.text)
        return found[1].replace("`", "") if found else ""


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """An answer that is refused, and the idea behind it, "" for none in particular."""

    idea: str
    code: str


@dataclass(frozen=True, slots=True)
class NamedFact:
    """A fact by which an idea is known, whatever the code looked like.

    Attributes:
        name: That of the fact.
        value: What it is then: a value, or parts of the fact by their names.
        idea: The idea.
    """

    name: str
    value: Any
    idea: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A lesson as it was read from its folder.

    Attributes:
        name: The folder's name; lessons are in the order of these.
        folder: Where it stands.
        cell: The code with the gaps that a student fills.
        cells: The same with its comments in other languages, by language.
        texts: By language.
        right: Answers that are accepted; the first is the solution that is shown.
        wrong: Answers that are refused.
        named: Facts by which an idea is known.
        remarks: The same for right answers: what is said when they pass.
        filling: What the solution has in the gaps, or the whole of it.
        edition: Tells this text of cell and check from others.
    """

    name: str
    folder: Path
    cell: str
    cells: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, LessonText]
    right: tuple[str, ...]
    wrong: tuple[WrongAnswer, ...]
    named: tuple[NamedFact, ...] = ()
    remarks: tuple[NamedFact, ...] = ()
    filling: Filling = ""
    edition: str = ""

    @property
    def task(self) -> CheckTask:
        """What an answer is checked with: the solution, then every wrong answer."""
        codes = (self.right[0], *(wrong.code for wrong in self.wrong))
        return CheckTask(self.folder / "check.py", codes)

    @property
    def solution(self) -> str:
        """The answer that is shown when the lesson is done."""
        return self.right[0]

    def cell_in(self, language: str) -> str:
        """Return the cell with its comments in a language, in English where it lacks that."""
        return self.cells.get(language, self.cell)

    def solution_in(self, language: str) -> str:
        """Return the solution with the comments of the cell in a language."""
        return filled(self.cell_in(language), self.filling) if self.filling else self.solution

    def is_cell(self, code: str) -> bool:
        """Return whether code is the cell as it was given, in whichever language."""
        return code == self.cell or code in self.cells.values()

    def text(self, language: str) -> LessonText:
        """Return what it says in a language, in English where it does not speak that."""
        return self.texts.get(language) or self.texts[ENGLISH_NAME]


def gap_count(cell: str) -> int:
    """Return how many gaps a cell has."""
    return len(_GAP.findall(cell))


def filled(cell: str, filling: Filling) -> str:
    """Return an answer as text: a cell with its gaps filled, or the whole that is given.

    Raises:
        ValueError: There are more gaps or fewer than what is to go into them.
    """
    if isinstance(filling, str):
        return filling
    if len(filling) != gap_count(cell):
        raise ValueError(f"{gap_count(cell)} gaps, {len(filling)} to fill them")
    pieces = iter(filling)
    return _GAP.sub(lambda gap: _indented(next(pieces), cell, gap.start()), cell)


def _indented(piece: str, cell: str, place: int) -> str:
    """Return a piece whose further lines begin where the line of its gap begins."""
    line = cell[cell.rfind("\n", 0, place) + 1 : place]
    blanks = line[: len(line) - len(line.lstrip())]
    return piece.replace("\n", f"\n{blanks}")


_SECTION = re.compile(r"^## .*$", re.MULTILINE)
_HINT = re.compile(r"^\d+\. ", re.MULTILINE)
_IDEA = re.compile(r"^- `([a-z0-9-]+)`: ", re.MULTILINE)
_FACT = re.compile(r"^- `([^`\n]+)`: ", re.MULTILINE)
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_CODE = re.compile(r"`[^`\n]*`|```.*?```", re.DOTALL)


def parse_lesson_text(source: str) -> LessonText:
    """Return what a text says: its title, then its sections by their order.

    The first section is the text before any heading of the second level, the second holds numbered
    hints, the third a list of ideas, each with its name in code and what is said of it. A fourth
    one has the names and words of facts in the same form.

    Raises:
        ValueError: A part is missing.
    """
    head, *sections = _SECTION.split(source.replace("\r\n", "\n"))
    title, _, text = head.strip().partition("\n")
    if not title.startswith("# ") or not text.strip():
        raise ValueError("a title and a text")
    if len(sections) not in (2, 3):
        raise ValueError("two sections, of hints and of ideas")
    hints = [_joined(hint) for hint in _HINT.split(sections[0])[1:]]
    ideas = _listed(_IDEA, sections[1])
    facts = _listed(_FACT, sections[2]) if sections[2:] else {}
    if not hints:
        raise ValueError("hints")
    return LessonText(title[2:].strip(), text.strip(), tuple(hints), ideas, facts)


def _listed(row: re.Pattern[str], section: str) -> dict[str, str]:
    """Return what is said of each name in a list."""
    found = row.split(section)[1:]
    return dict(zip(found[::2], map(_joined, found[1::2]), strict=True))


def word_count(text: str) -> int:
    """Return how many words a text has; a piece of code is one."""
    return len(_WORD.findall(_CODE.sub(" code ", text)))


def _joined(text: str) -> str:
    return " ".join(text.split())
