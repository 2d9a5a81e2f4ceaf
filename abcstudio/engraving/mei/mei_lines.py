"""Lines of text that a tune prints between its music: `%%text`, `%%center`, `%%begintext`."""

from collections.abc import Iterator

from abcstudio.engraving.mei.mei_text import plain, tag
from abcstudio.notation.score import Directive, Score, TimedElement

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
