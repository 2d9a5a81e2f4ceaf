"""Headers completed before a tune begins: what was chosen stands, a network writes what was not.

A network writes a header in one order, as it has met it, and nothing of it after `K:`.
"""

import re
from collections.abc import Generator

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


def with_open_title(prompt: str) -> str:
    """Return a header with an empty title after its number; one that has a title stays.

    A prompt that does not begin with a number, or is more than a header, stays too.
    """
    lines, given = prompt.split("\n"), _given(prompt)
    if not given or "T" in given or not lines[0].startswith("X:"):
        return prompt
    return "\n".join([lines[0], "T:", *lines[1:]])


def without_open_title(prompt: str) -> str:
    """Return a prompt without titles that say nothing."""
    return "\n".join(line for line in prompt.split("\n") if line.rstrip() != "T:")


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


def completion(prompt: str) -> Generator[str, str, str | None]:
    """Complete a prompt's open fields; return None where a network writes others.

    Yields each time what a network reads next, and is sent the rest of the line that it writes
    then, without its line break.

    Args:
        prompt: A header alone.
    """
    left = open_fields(prompt)
    text = unread = ""
    for line in _kept_lines(prompt, left):
        field = _FIELD.match(line)
        letter = field[1] if field else ""
        if letter == "T" and "T" in left:
            title = (yield f"{unread}T:").strip()
            if not title:
                return None
            unread, text = "", f"{text}T:{title}\n"
            continue
        while asked := [one for one in _before(letter) if one in left]:
            written = (yield unread).rstrip()
            found = _FIELD.match(written)
            if not found or found[1] not in asked or not found[2].strip():
                return None
            unread, text = "", f"{text}{written}\n"
            passed = f"{_before(found[1])}{found[1]}"
            left = "".join(one for one in left if one not in passed)
        unread, text = f"{unread}{line}\n", f"{text}{line}\n"
    return text[:-1]


def _before(letter: str) -> str:
    """Return the fields that a network writes after the title and before one of its own."""
    return LEARNED_FIELDS[1 : LEARNED_FIELDS.index(letter)] if letter in LEARNED_FIELDS[1:] else ""


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


def _given(prompt: str) -> dict[str, str]:
    """Return a header's values by their letters; none where there is more than a header."""
    found: dict[str, str] = {}
    for line in prompt.split("\n"):
        if field := _FIELD.match(line):
            found.setdefault(field[1], field[2].strip())
        elif line.strip():
            return {}
    return found
