"""Making lines remarks and back again (ABC 2.1, 2.2.3)."""

import re

from abcstudio.notation.spans import Span

_REMARK = re.compile(r"[ \t]*%(?!%)[ \t]?")
_VERSION = re.compile(r"%abc(-\d|\s*$)")
_SIGN = "% "


def toggle_comments(text: str, selection: Span) -> tuple[str, Span]:
    """Return a text whose selected lines are remarks, or no longer if all of them were.

    Empty lines and the version line of a file stay as they are. A directive becomes `% %%...`.

    Args:
        text: Any text.
        selection: What is selected; an empty one means the line that it stands in.

    Returns:
        The text, and where the same characters are selected.
    """
    start = text.rfind("\n", 0, selection.start) + 1
    last = max(selection.start, selection.end - 1) if selection.end > selection.start else start
    end = text.find("\n", max(last, selection.start))
    end = len(text) if end < 0 else end
    lines = text[start:end].split("\n")
    meant = [line for line in lines if _is_meant(line)]
    is_off = bool(meant) and all(_REMARK.match(line) for line in meant)
    pieces: list[str] = []
    new_selection = [selection.start, selection.end]
    position = start
    for line in lines:
        changed, edit_at = _toggled(line, is_off) if _is_meant(line) else (line, 0)
        grown = len(changed) - len(line)
        for index, place in enumerate((selection.start, selection.end)):
            if place > position + edit_at or (place == position and grown > 0 and index == 1):
                new_selection[index] += max(grown, position + edit_at - place)
        pieces.append(changed)
        position += len(line) + 1
    changed_text = text[:start] + "\n".join(pieces) + text[end:]
    return changed_text, Span(min(new_selection), max(new_selection))


def _is_meant(line: str) -> bool:
    return bool(line.strip()) and not _VERSION.match(line)


def _toggled(line: str, is_off: bool) -> tuple[str, int]:
    """Return a line with or without the sign of a remark, and where it changed."""
    if not is_off:
        return _SIGN + line, 0
    match = _REMARK.match(line)
    assert match is not None
    blank = len(line) - len(line.lstrip())
    return line[:blank] + line[match.end() :], blank
