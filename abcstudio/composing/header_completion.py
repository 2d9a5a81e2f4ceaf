"""Headers completed before a tune begins: what was chosen stands, a network writes what was not.

A network writes a header in one order, as it has met it, and nothing of it after `K:`.
"""

import re
from collections.abc import Callable

from abcstudio.corpus.rhythms import usual_meter
from abcstudio.corpus.training_text import LEARNED_FIELDS

LONGEST_LINE = 80
"""The characters of a line that a network writes into a header."""

_FIELD = re.compile(r"([A-Za-z]):(.*)")
_USUAL_UNIT = "1/8"


def open_fields(prompt: str) -> str:
    """Return the fields before a header's last chosen line that say nothing yet.

    They are none in a prompt that holds more than a header. A title is open where its line is there
    and empty; a rhythm is not where the meter is given, which it might contradict.
    """
    given = _given(prompt)
    chosen = [letter for letter in LEARNED_FIELDS[1:] if given.get(letter)]
    if not chosen:
        return ""
    before = LEARNED_FIELDS[: LEARNED_FIELDS.index(chosen[-1])]
    left = [letter for letter in before if not given.get(letter)]
    if given.get("M") and "R" in left:
        left.remove("R")
    return "".join(letter for letter in left if letter != "T" or "T" in given)


def is_meter_open(prompt: str) -> bool:
    """Return whether a prompt's header is closed by `K:` and names no meter."""
    header: list[str] = []
    for line in prompt.split("\n"):
        if not (field := _FIELD.match(line)):
            return False
        header.append(field[1])
        if field[1] == "K":
            return "M" not in header
    return False


def completed(prompt: str, line_after: Callable[[str], str]) -> str | None:
    """Return the prompt with its open fields written by a network; None where it wrote others.

    Args:
        prompt: A header alone.
        line_after: Samples the rest of a line from a text, without its line break.
    """
    left, text = open_fields(prompt), ""
    for line in _kept_lines(prompt, left):
        field = _FIELD.match(line)
        letter = field[1] if field else ""
        if letter == "T" and "T" in left:
            line = f"T:{line_after(text + 'T:').strip()}"
        if letter and letter in LEARNED_FIELDS[1:]:
            before = LEARNED_FIELDS[1 : LEARNED_FIELDS.index(letter)]
            text += _written(text, [one for one in before if one in left], line_after)
        text += f"{line}\n"
    text = text[:-1]
    given = _given(text)
    return text if all(given.get(letter) for letter in left if letter != "R") else None


def completed_usually(prompt: str) -> str:
    """Return the prompt with the meter and the unit length that are usual for its rhythm."""
    left, given = open_fields(prompt), _given(prompt)
    usual = {"M": usual_meter(given.get("R", "")), "L": _USUAL_UNIT}
    lines = _kept_lines(prompt, left)
    for letter, value in usual.items():
        if letter in left:
            after = LEARNED_FIELDS[LEARNED_FIELDS.index(letter) + 1 :]
            place = next(at for at, line in enumerate(lines) if line[:1] in after and line)
            lines.insert(place, f"{letter}:{value}")
    return "\n".join(lines)


def _kept_lines(prompt: str, left: str) -> list[str]:
    """Return the lines of a header without the empty ones of fields that are written anew.

    An empty title stays: it is written where it stands.
    """
    empty = {f"{letter}:" for letter in left if letter != "T"}
    return [line for line in prompt.split("\n") if line.rstrip() not in empty]


def _written(text: str, left: list[str], line_after: Callable[[str], str]) -> str:
    """Return the lines of these fields that a network writes next, as far as it writes them."""
    written = ""
    while left:
        line = line_after(text + written).rstrip()
        field = _FIELD.match(line)
        if not field or field[1] not in left or not field[2].strip():
            break
        written += f"{line}\n"
        left = left[left.index(field[1]) + 1 :]
    return written


def _given(prompt: str) -> dict[str, str]:
    """Return a header's values by their letters; none where there is more than a header."""
    found: dict[str, str] = {}
    for line in prompt.split("\n"):
        if field := _FIELD.match(line):
            found.setdefault(field[1], field[2].strip())
        elif line.strip():
            return {}
    return found
