"""A text as a model reads it: without what it was never trained on, counted by kind.

The window's panel and the command line show what a model makes of any text: a tunebook with
credits, a take with the studio's own lines, a tune with chord symbols. What is left out is left out
whole: the letters of a chord symbol alone would be read as notes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from abcstudio.composing.provenance import is_provenance
from abcstudio.corpus.training_text import is_learned
from abcstudio.notation.lexing.lines import Line, LineKind, scan_lines

_QUOTED = re.compile(r'"[^"\n]*"')
_MEANS_MORE = '")'
"""Signs without which others mean something else, so that those are left out with them."""

_SLUR = re.compile(r"\((?![2-9])|\)")


@dataclass(frozen=True, slots=True)
class ModelText:
    """What of a text a model reads.

    Attributes:
        text: The characters that it reads.
        places: Where each of them stands in the whole text.
        fields: The letters of the lines that were left out as nothing it was trained on, sorted.
        unknown: The characters that it has never seen, sorted; those of lines left out apart.
        has_own_lines: Whether lines of this program were left out: where a take came from.
    """

    text: str
    places: tuple[int, ...]
    fields: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    has_own_lines: bool = False


def model_text(text: str, known: str, *, is_prepared: bool) -> ModelText:
    """Return what a model reads of a text.

    Args:
        text: Any text.
        known: The characters of the model's vocabulary.
        is_prepared: Whether it was trained on tunes prepared by this program, without credits and
            slurs, and not on a text as it stood.
    """
    reader = _Reader(text, frozenset(known), is_prepared)
    for line in scan_lines(text):
        reader.read(line)
    return reader.result()


class _Reader:
    def __init__(self, text: str, known: frozenset[str], is_prepared: bool) -> None:
        self._text = text
        self._known = known
        self._is_prepared = is_prepared
        self._places: list[int] = []
        self._fields: set[str] = set()
        self._unknown: set[str] = set()
        self._has_own_lines = False

    def read(self, line: Line) -> None:
        """Take a line, or note why it is left out."""
        whole = self._text[line.start : line.end]
        is_remark = line.kind in (LineKind.COMMENT, LineKind.DIRECTIVE)
        if is_provenance(whole):
            self._has_own_lines = True
        elif is_remark and (self._is_prepared or "%" not in self._known):
            self._fields.add("%")
        elif line.kind is LineKind.FIELD and self._is_prepared and not is_learned(line.letter):
            self._fields.add(line.letter)
        elif self._known.issuperset(whole) and line.kind is not LineKind.MUSIC:
            self._places.extend(range(line.start, line.end))
        else:
            self._take(line)

    def _take(self, line: Line) -> None:
        left_out = set(self._without_meaning(line)) if line.kind is LineKind.MUSIC else set()
        left_out.update(self._remark(line))
        for place in range(line.start, line.end):
            sign = self._text[place]
            is_left_out = place in left_out
            if sign not in self._known and (not is_left_out or sign in _MEANS_MORE):
                self._unknown.add(sign)
            elif not is_left_out:
                self._places.append(place)

    def _remark(self, line: Line) -> range:
        """Return the places of a remark at a line's end, and note it, where its sign is not known.

        The blanks before it are none of the tune.
        """
        text, place = self._text, line.content_end
        if "%" in self._known or text[place : place + 1] != "%":
            return range(0)
        self._fields.add("%")
        content, whole = text[line.start : place], text[line.start : line.end]
        return range(
            line.start + len(content.rstrip(" \t")), line.start + len(whole.rstrip("\r\n"))
        )

    def _without_meaning(self, line: Line) -> Iterator[int]:
        """Yield the places of what means nothing once a sign of it is left out."""
        text, known = self._text, self._known
        if '"' not in known:
            for quoted in _QUOTED.finditer(text, line.start, line.end):
                yield from range(*quoted.span())
        if ")" not in known:
            for slur in _SLUR.finditer(text, line.start, line.end):
                yield slur.start()

    def result(self) -> ModelText:
        """Return what was taken."""
        return ModelText(
            "".join(map(self._text.__getitem__, self._places)),
            tuple(self._places),
            tuple(sorted(self._fields)),
            tuple(sorted(self._unknown)),
            self._has_own_lines,
        )
