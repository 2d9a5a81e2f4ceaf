"""A file's text as the editor shows it, and back again without a changed byte.

Qt's text documents have one line ending, treat five characters as it, and lose lone surrogates
(the stand-ins for bytes that mean nothing in UTF-8). What the file had instead is kept here.
"""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_ENDING = re.compile("\r\n|[\r\n\u2029\ufdd0\ufdd1]")
_LONE_SURROGATE = re.compile("[\udc80-\udcff]")
# Blocks of 128 private characters; the first that a text does not use stands for its odd bytes.
_PRIVATE_BLOCKS = range(0xF700, 0xE000, -0x80)
_MAX_COMPARED_LINES = 4000
_WIDE = re.compile("[\U00010000-\U0010ffff]")
# By identity: to compare two texts, or to hash one, is to go through them.
_known_places: deque[tuple[str, Sequence[int]]] = deque(maxlen=4)


@dataclass(frozen=True, slots=True)
class EditorText:
    r"""A text for the editor.

    Attributes:
        shown: Lines end in `\n`, nothing that Qt would lose.
        original: The file's own characters.
        private_block: Where the stand-ins of odd bytes begin; 0 when there are none.
    """

    shown: str
    original: str
    private_block: int = 0

    @classmethod
    def of(cls, original: str) -> "EditorText":
        """Prepare a file's text."""
        block = _free_block(original) if _has_odd_bytes(original) else 0
        return cls(_shown(original, block), original, block)

    def for_other(self, text: str) -> tuple["EditorText", str]:
        """Return this text ready for another one in its place, and how that one is shown."""
        block = self.private_block
        if not block and _has_odd_bytes(text):
            block = _free_block(self.original + text)
        return EditorText(self.shown, self.original, block), _shown(text, block)

    def restored(self, edited: str) -> str:
        """Return an edited text with the file's own line endings and odd bytes.

        New lines take the ending that the file uses most.
        """
        if edited == self.shown:
            return self.original
        only = _only_ending(self.original)
        if only:
            text = edited.replace("\n", only)
        else:
            endings = _ENDING.findall(self.original)
            usual = max(set(endings), key=endings.count)
            text = _with_endings(self.shown, endings, edited, usual)
        return with_odd_bytes(text, self.private_block)


def _only_ending(text: str) -> str:
    """Return how all lines of a text end, "" where they end in several ways.

    To list the 200,000 endings of 5 MB takes a twentieth of a second; to count each kind, a tenth
    of that.
    """
    crlf, ends = text.count("\r\n"), (text.count("\n"), text.count("\r"))
    if any(sign in text for sign in "\u2029\ufdd0\ufdd1"):
        return ""
    if ends[1] == 0:
        return "\n"
    if ends == (crlf, crlf):
        return "\r\n"
    return "\r" if ends[0] == 0 else ""


def with_odd_bytes(text: str, private_block: int) -> str:
    """Return a text with the odd bytes that the characters of a private block stand for."""
    if not private_block:
        return text
    stand_in = f"[{chr(private_block)}-{chr(private_block + 0x7F)}]"
    return re.sub(stand_in, lambda m: chr(0xDC80 + ord(m[0]) - private_block), text)


def to_position(text: str, offset: int) -> int:
    """Return the editor's position (UTF-16 units) of a character of its text."""
    wide = wide_places(text)
    return offset + bisect_left(wide, offset) if wide else offset


def to_positions(text: str) -> Callable[[int], int]:
    """Return what gives the editor's positions of many characters of a text.

    To look at a text of 80 kB anew for each of a thousand places takes a dozen milliseconds.
    """
    wide = wide_places(text)
    return (lambda offset: offset + bisect_left(wide, offset)) if wide else lambda offset: offset


def to_offset(text: str, position: int) -> int:
    """Return the character of a text at an editor's position."""
    wide = wide_places(text)
    if not wide:
        return position
    before = bisect_left(range(len(wide)), position, key=lambda index: wide[index] + index)
    # Within a character of two units is behind it.
    is_within = before > 0 and wide[before - 1] + before == position
    return position - before + is_within


def wide_places(text: str) -> Sequence[int]:
    """Return the characters of a text that take two units of the editor's; most texts have none."""
    if text.isascii():
        return ()
    found = next((wide for known, wide in _known_places if known is text), None)
    if found is None:
        # Counting the units is many times quicker than looking for wide characters.
        has_none = len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)
        found = () if has_none else tuple(match.start() for match in _WIDE.finditer(text))
        remember_wide_places(text, found)
    return found


def remember_wide_places(text: str, wide: Sequence[int]) -> None:
    """Store the wide characters of a text, so that it is not searched for them again."""
    _known_places.appendleft((text, wide))


def _shown(text: str, block: int) -> str:
    """Return a text with one kind of line ending, and stand-ins for its odd bytes."""
    if block:
        text = _LONE_SURROGATE.sub(lambda m: chr(block + ord(m[0]) - 0xDC80), text)
    only = _only_ending(text)
    return text.replace(only, "\n") if only else _ENDING.sub("\n", text)


def _has_odd_bytes(text: str) -> bool:
    return not text.isascii() and _LONE_SURROGATE.search(text) is not None


def _free_block(text: str) -> int:
    """Return the first private block that a text does not use."""
    return next(block for block in _PRIVATE_BLOCKS if not _has_block(text, block))


def _has_block(text: str, block: int) -> bool:
    return re.search(f"[{chr(block)}-{chr(block + 0x7F)}]", text) is not None


def _with_endings(shown: str, endings: list[str], edited: str, usual: str) -> str:
    """Give every line end of an edited text the ending that it has in the file, a new one `usual`.

    Args:
        shown: The text before the edits.
        endings: Those of its lines, in the file.
        edited: The text after them.
        usual: The ending that the file uses most.
    """
    head = common_length(shown, edited)
    tail = common_tail(shown, edited, min(len(shown), len(edited)) - head)
    old, new = shown[head : len(shown) - tail], edited[head : len(edited) - tail]
    before, after = edited.count("\n", 0, head), edited.count("\n", len(edited) - tail)
    found = [usual] * edited.count("\n")
    found[:before] = endings[:before]
    if after:
        found[-after:] = endings[-after:]
    known = endings[before : len(endings) - after]
    for place, source in _line_pairs(old.split("\n"), new.split("\n")):
        if place < len(found) - before - after and source < len(known):
            found[before + place] = known[source]
    lines = edited.split("\n")
    joined = [line + ending for line, ending in zip(lines, found, strict=False)]
    return "".join(joined) + lines[-1]


def common_length(one: str, other: str) -> int:
    """Return how many characters two texts share at their start."""
    return _most(min(len(one), len(other)), lambda low, high: one[low:high] == other[low:high])


def common_tail(one: str, other: str, most: int) -> int:
    """Return how many characters two texts share at their end, `most` at the most."""
    ends = len(one), len(other)

    def is_same(low: int, high: int) -> bool:
        return one[ends[0] - high : ends[0] - low] == other[ends[1] - high : ends[1] - low]

    return _most(most, is_same)


def _most(limit: int, is_same: Callable[[int, int], bool]) -> int:
    """Return up to where two texts are the same, each part of them compared once or twice."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if is_same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _line_pairs(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Pair changed lines with the lines they come from: (index in new, index in old)."""
    if len(old) == len(new) or max(len(old), len(new)) > _MAX_COMPARED_LINES:
        return [(i, i) for i in range(min(len(old), len(new)))]
    pairs = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            pairs += list(zip(range(j1, j2), range(i1, i2), strict=False))
    return pairs


def with_last_break(text: str) -> str:
    """Return a text whose last line has its break."""
    return text if text.endswith("\n") else text + "\n"
