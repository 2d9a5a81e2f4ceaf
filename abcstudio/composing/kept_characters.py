"""Which characters of a text stay in the one that comes in its place."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"[^\s|:]+|[\s|:]+")
_MOST_LINES = 500
_MOST_WORDS = 200
_SHORT_LINE = 3


class KeptCharacters(NamedTuple):
    """So many characters that stand at one place of the old text and at another of the new one."""

    old: int
    new: int
    length: int


def kept_characters(old: str, new: str) -> list[KeptCharacters]:
    """Return what of a text is the same in another one, in the order of that one.

    Lines are paired, and in a pair the same words: groups of notes, blanks, bar lines. A line that
    has no equal in its place may have been moved there from elsewhere.
    """
    head = old.rfind("\n", 0, _shared(old, new)) + 1
    tail = _shared(old[head:][::-1], new[head:][::-1])
    # Whole lines are compared: a line that has moved is known by all of it.
    tail = len(old) - (old.find("\n", len(old) - tail) + 1) if "\n" in old[-tail:] and tail else 0
    found = [KeptCharacters(0, 0, head)] if head else []
    one, other = old[head : len(old) - tail], new[head : len(new) - tail]
    if one and other:
        found += [
            KeptCharacters(a + head, b + head, length) for a, b, length in _same_lines(one, other)
        ]
    if tail:
        found.append(KeptCharacters(len(old) - tail, len(new) - tail, tail))
    return found


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts share at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


def _same_lines(old: str, new: str) -> list[KeptCharacters]:
    lines, others = old.splitlines(keepends=True), new.splitlines(keepends=True)
    if max(len(lines), len(others)) > _MOST_LINES and len(lines) != len(others):
        return []
    if len(lines) == len(others):
        pairs = {i: i for i in range(len(lines))}
    else:
        pairs = _line_pairs(lines, others)
    starts, other_starts = _starts(lines), _starts(others)
    places = {line: i for i, line in enumerate(lines) if len(line) > _SHORT_LINE}
    found: list[KeptCharacters] = []
    for j, line in enumerate(others):
        i = pairs.get(j)
        if i is None or lines[i] != line:
            # One that stood elsewhere was moved.
            i = places.get(line, i)
        if i is not None:
            for a, b, length in _same_in_line(lines[i], line):
                found.append(KeptCharacters(starts[i] + a, other_starts[j] + b, length))
    return found


def _line_pairs(lines: list[str], others: list[str]) -> dict[int, int]:
    """Return the line that each new one comes from."""
    pairs: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, lines, others, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            pairs.update(zip(range(j1, j2), range(i1, i2), strict=False))
    return pairs


def _same_in_line(line: str, other: str) -> list[KeptCharacters]:
    """Return what is the same in two lines: at their ends any characters, between them words."""
    head = _shared(line, other)
    tail = _shared(line[head:][::-1], other[head:][::-1])
    ends = len(line) - tail, len(other) - tail
    found = [KeptCharacters(0, 0, head)] if head else []
    for a, b, length in _same_words(line[head : ends[0]], other[head : ends[1]]):
        found.append(KeptCharacters(head + a, head + b, length))
    if tail:
        found.append(KeptCharacters(*ends, tail))
    return found


def _same_words(line: str, other: str) -> list[KeptCharacters]:
    words, others = _WORD.findall(line), _WORD.findall(other)
    if not (words and others) or max(len(words), len(others)) > _MOST_WORDS:
        return []
    starts, other_starts = _starts(words), _starts(others)
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    return [
        KeptCharacters(starts[a], other_starts[b], starts[a + size] - starts[a])
        for a, b, size in matcher.get_matching_blocks()
        if size
    ]


def _starts(pieces: list[str]) -> list[int]:
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts
