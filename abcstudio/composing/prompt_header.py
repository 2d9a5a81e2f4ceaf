"""Header lines of a prompt: reading and writing `R:`, `M:`, `K:` without disturbing the rest."""

from abcstudio.notation.lexing.lines import LineKind, scan_lines

_ORDER = "XTCORMLQK"


def header_value(prompt: str, letter: str) -> str:
    """Return the value of a prompt's first header line of a letter, "" when it has none."""
    for line in scan_lines(prompt):
        if line.kind is LineKind.FIELD and line.in_header and line.letter == letter:
            return prompt[line.value_start : line.content_end].strip()
    return ""


def with_header(prompt: str, letter: str, value: str) -> str:
    """Return the prompt with a header line set, or without it when the value is empty.

    A new line goes where musicians expect it: after `X:`, `T:`, `R:`, `M:`, `L:` in this order, and
    `K:` last, with its line ended so that the music can begin.
    """
    for line in scan_lines(prompt):
        if line.kind is LineKind.FIELD and line.in_header and line.letter == letter:
            if not value:
                return prompt[: line.start] + prompt[line.end :]
            return prompt[: line.value_start] + value + prompt[line.content_end :]
    if not value:
        return prompt
    place = _place_of(prompt, letter)
    before, after = prompt[:place], prompt[place:]
    if not before.strip():
        before = "X:1\n" if letter != "X" else ""
    if before and not before.endswith("\n"):
        before += "\n"
    return f"{before}{letter}:{value}\n{after}"


def _place_of(prompt: str, letter: str) -> int:
    """Return where a new header line belongs: after the last line that comes before it."""
    rank = _ORDER.index(letter)
    place = 0
    for line in scan_lines(prompt):
        if line.kind is LineKind.FIELD and line.in_header and line.letter in _ORDER[:rank]:
            place = line.end
    return place
