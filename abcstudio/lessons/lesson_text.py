"""The text of a lesson: Markdown with a title, two sections and perhaps a third."""

import re

from abcstudio.lessons.lesson import LessonText

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
