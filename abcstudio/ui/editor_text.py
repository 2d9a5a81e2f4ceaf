"""A file's text as the editor shows it, and back again without a changed byte.

Qt's text documents know one line ending, take five characters for one, and lose lone surrogates
(the stand-ins for bytes that mean nothing in UTF-8). What the file had instead is kept here.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

_ENDING = re.compile("\r\n|[\r\n\u2029\ufdd0\ufdd1]")
_LONE_SURROGATE = re.compile("[\udc80-\udcff]")
# Blocks of 128 private characters; the first that a text does not use stands for its odd bytes.
_PRIVATE_BLOCKS = range(0xF700, 0xE000, -0x80)
_MAX_COMPARED_LINES = 4000


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
        block = 0
        shown = original
        if _LONE_SURROGATE.search(original):
            block = next(b for b in _PRIVATE_BLOCKS if not _has_block(original, b))
            shown = _LONE_SURROGATE.sub(lambda m: chr(block + ord(m[0]) - 0xDC80), original)
        return cls(_ENDING.sub("\n", shown), original, block)

    def restored(self, edited: str) -> str:
        """Return an edited text with the file's own line endings and odd bytes.

        New lines take the ending that the file uses most.
        """
        if edited == self.shown:
            return self.original
        endings = _ENDING.findall(self.original)
        usual = max(set(endings), key=endings.count) if endings else "\n"
        if all(ending == usual for ending in endings):
            text = edited.replace("\n", usual)
        else:
            text = _with_endings(self.shown.split("\n"), endings, edited.split("\n"), usual)
        if self.private_block:
            stand_in = f"[{chr(self.private_block)}-{chr(self.private_block + 0x7F)}]"
            text = re.sub(stand_in, lambda m: chr(0xDC80 + ord(m[0]) - self.private_block), text)
        return text


def to_position(text: str, offset: int) -> int:
    """Return the editor's position (UTF-16 units) of a character of its text."""
    return offset if _is_plain(text) else _units(text[:offset])


def to_offset(text: str, position: int) -> int:
    """Return the character of a text at an editor's position."""
    if _is_plain(text):
        return position
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * position]
    return len(units.decode("utf-16-le", "replace"))


@lru_cache(maxsize=8)
def _is_plain(text: str) -> bool:
    """Return whether each character is one unit; remembered, for it is asked of one text often."""
    return text.isascii() or _units(text) == len(text)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _has_block(text: str, block: int) -> bool:
    return re.search(f"[{chr(block)}-{chr(block + 0x7F)}]", text) is not None


def _with_endings(old: list[str], endings: list[str], new: list[str], usual: str) -> str:
    """Join lines: those that the file has keep the ending they have there."""
    found = [usual] * len(new)
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    known = [*endings, usual]
    found[:head] = known[:head]
    if tail:
        found[len(new) - tail :] = known[len(old) - tail :]
    for place, source in _line_pairs(middle_old, middle_new):
        found[head + place] = known[head + source]
    joined = [line + ending for line, ending in zip(new[:-1], found, strict=False)]
    return "".join(joined) + new[-1]


def _line_pairs(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Pair changed lines with the lines they come from: (index in new, index in old)."""
    if len(old) == len(new) or max(len(old), len(new)) > _MAX_COMPARED_LINES:
        return [(i, i) for i in range(min(len(old), len(new)))]
    pairs = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            pairs += list(zip(range(j1, j2), range(i1, i2), strict=False))
    return pairs
