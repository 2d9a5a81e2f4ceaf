"""A page of theory: a text with a picture, a question with answers to tell apart."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import parse_json
from abcstudio.errors import LessonError
from abcstudio.guarded_files import is_file, is_folder, read_bytes
from abcstudio.lessons.lesson import ENGLISH_NAME

LEAST_WORDS = 30
"""What an answer in one's own words has, at least."""

_PICTURE = "picture.json"
_MAX_BYTES = 200_000
_SECTION = re.compile(r"^## .*$", re.MULTILINE)
_OPTION = re.compile(r"^- \[([ x])\] (.+)\n((?:  .+(?:\n|$))+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that can be chosen, and what is said of it then."""

    words: str
    explanation: str
    is_right: bool


@dataclass(frozen=True, slots=True)
class TheoryText:
    """What a page says in one language: its title, Markdown, its question, answers to choose."""

    title: str
    text: str
    question: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TheoryPage:
    """A page of theory as it was read from its folder.

    Attributes:
        name: The folder's name.
        texts: By language.
        picture: What is drawn beside the text, as checks of lessons give it; None for nothing.
    """

    name: str
    texts: Mapping[str, TheoryText]
    picture: Mapping[str, Any] | None = None

    def is_right(self, choice: str) -> bool:
        """Return whether the place of an answer, as it is kept, is that of the right one."""
        options = self.texts[ENGLISH_NAME].options
        return any(option.is_right and choice == str(n) for n, option in enumerate(options))

    def text(self, language: str) -> TheoryText:
        """Return what it says in a language, in English where it does not speak that."""
        return self.texts.get(language) or self.texts[ENGLISH_NAME]


def theory_folders(folder: Path) -> tuple[Path, ...]:
    """Return the folders of pages of theory in a folder, in order."""
    found = sorted(folder.iterdir()) if is_folder(folder) else []
    return tuple(each for each in found if is_file(each / f"page.{ENGLISH_NAME}.md"))


def read_theory(folder: Path) -> TheoryPage:
    """Return the page of a folder.

    Raises:
        LessonError: It cannot be used; the error names the file and what it lacks.
    """
    texts = {}
    for path in sorted(folder.glob("page.*.md")):
        try:
            source = read_bytes(path, _MAX_BYTES).decode("utf-8-sig")
            texts[path.name.split(".")[1]] = parse_theory_text(source)
        except (OSError, ValueError) as error:
            raise LessonError("lesson.invalid", path=path, lacking=str(error)) from error
    if len({tuple(each.is_right for each in text.options) for text in texts.values()}) != 1:
        raise LessonError(
            "lesson.invalid", path=folder, lacking="the same answers in each language"
        )
    return TheoryPage(name=folder.name, texts=texts, picture=_picture(folder))


def parse_theory_text(source: str) -> TheoryText:
    """Return what a text says: its title, the text, then in a section the question.

    Answers to choose are items `- [ ]`, the right one `- [x]`; what is said of an answer stands in
    the indented lines below it.

    Raises:
        ValueError: A part is missing.
    """
    head, *sections = _SECTION.split(source.replace("\r\n", "\n"))
    title, _, text = head.strip().partition("\n")
    if not title.startswith("# ") or not text.strip() or len(sections) != 1:
        raise ValueError("a title, a text and a section with a question")
    question = sections[0].partition("\n- [")[0].strip()
    options = tuple(
        Option(words.strip(), " ".join(said.split()), sign == "x")
        for sign, words, said in _OPTION.findall(sections[0])
    )
    if not question or sum(option.is_right for option in options) != 1:
        raise ValueError("a question with one right answer")
    return TheoryText(title[2:].strip(), text.strip(), question, options)


def _picture(folder: Path) -> Mapping[str, Any] | None:
    path = folder / _PICTURE
    try:
        picture = parse_json(read_bytes(path, _MAX_BYTES))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise LessonError("lesson.invalid", path=path, lacking=str(error)) from error
    return picture if isinstance(picture, dict) else None
