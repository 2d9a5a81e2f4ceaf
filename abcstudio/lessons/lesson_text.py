"""The text of a lesson: Markdown with a title and three sections."""

import re

from abcstudio.lessons.lesson import LessonText

_SECTION = re.compile(r"^## .*$", re.MULTILINE)
_HINT = re.compile(r"^\d+\. ", re.MULTILINE)
_IDEA = re.compile(r"^- `([a-z0-9-]+)`: ", re.MULTILINE)
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_CODE = re.compile(r"`[^`\n]*`|```.*?```", re.DOTALL)


def parse_lesson_text(source: str) -> LessonText:
    """Return what a text says: its title, then its sections by their order.

    The first section is the text before any heading of the second level, the second holds numbered
    hints, the third a list of ideas, each with its name in code and what is said of it.

    Raises:
        ValueError: A part is missing.
    """
    head, *sections = _SECTION.split(source.replace("\r\n", "\n"))
    title, _, text = head.strip().partition("\n")
    if not title.startswith("# ") or not text.strip():
        raise ValueError("a title and a text")
    if len(sections) != 2:
        raise ValueError("two sections, of hints and of ideas")
    hints = [_joined(hint) for hint in _HINT.split(sections[0])[1:]]
    names_and_words = _IDEA.split(sections[1])[1:]
    ideas = dict(zip(names_and_words[::2], map(_joined, names_and_words[1::2]), strict=True))
    if not hints:
        raise ValueError("hints")
    return LessonText(title[2:].strip(), text.strip(), tuple(hints), ideas)


def word_count(text: str) -> int:
    """Return how many words a text has; a piece of code is one."""
    return len(_WORD.findall(_CODE.sub(" code ", text)))


def _joined(text: str) -> str:
    return " ".join(text.split())
