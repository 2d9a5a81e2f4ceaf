"""MEI as text: elements, attributes and the characters that XML allows."""

import re
from collections.abc import Iterator

from abcstudio.notation.score import Directive, Score, TimedElement

# What is forbidden is listed: a set of all that is allowed takes ten times as long to be compiled.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """Return text as XML content; characters that XML forbids are left out."""
    cleaned = _FORBIDDEN.sub("", text)
    return cleaned.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attributes(values: dict[str, object]) -> str:
    """Return attributes in order; empty and missing values are left out."""
    return "".join(
        [
            f' {name}="{_quoted(str(value))}"'
            for name, value in values.items()
            if value or value == 0
        ]
    )


def _quoted(text: str) -> str:
    # Most values are a number or a word, and there are thousands.
    return text if text.isalnum() else plain(text).replace('"', "&quot;")


def tag(name: str, values: dict[str, object] | None = None, content: str = "") -> str:
    """Return an element whose content is XML already."""
    opened = f"<{name}{attributes(values or {})}"
    return f"{opened}>{content}</{name}>" if content else f"{opened}/>"


class Ids:
    """Element ids of one score: a letter, the place in the text and, where needed, a count."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def new(self, letter: str, offset: int) -> str:
        """Return `letter-offset` the first time, `letter-offset-2` the second, and so on."""
        element_id = f"{letter}-{offset}"
        count = self._used.get(element_id, 0) + 1
        self._used[element_id] = count
        return element_id if count == 1 else f"{element_id}-{count}"


_NAMES = frozenset(("text", "center", "begintext"))


def lines_above(score: Score) -> list[str]:
    """Return the lines that stand before the first note."""
    first, _ = _bounds(score)
    return [line for found in _printed(score) if found.span.start < first for line in _lines(found)]


def lines_below(score: Score) -> list[str]:
    """Return the lines that stand after the last note."""
    _, last = _bounds(score)
    return [line for found in _printed(score) if found.span.start > last for line in _lines(found)]


def directives_within(score: Score) -> list[Directive]:
    """Return the directives whose lines stand between the first note and the last."""
    first, last = _bounds(score)
    return [found for found in _printed(score) if first < found.span.start < last]


def line_event(directive: Directive) -> str:
    """Return lines of text as what stands above the first note after them."""
    values: dict[str, object] = {"staff": 1, "tstamp": 1, "place": "above"}
    text = "<lb/>".join(plain(line) for line in _lines(directive))
    return tag("dir", values, tag("rend", {"fontstyle": "normal"}, text))


def _printed(score: Score) -> Iterator[Directive]:
    return (d for d in score.directives if d.name in _NAMES and d.value.strip())


def _lines(directive: Directive) -> list[str]:
    return directive.value.split("\n")


def _bounds(score: Score) -> tuple[int, int]:
    """Return where the first and the last thing stands that takes time."""
    places = [
        element.span.start
        for voice in score.voices
        for element in voice.elements
        if isinstance(element, TimedElement)
    ]
    return (min(places), max(places)) if places else (len(score.text), len(score.text))
