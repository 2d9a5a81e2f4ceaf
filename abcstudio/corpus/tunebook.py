"""The text of a tunebook in, its tunes out; quick enough to fill a table.

A tune begins at an `X:` line and ends before the next one. What stands before the first `X:` (the
file header) and after a blank line that no music follows belongs to no tune.
"""

import re
from collections.abc import Iterator

from abcstudio.corpus.tune import Tune

_TUNE_START = re.compile(r"^[ \t]*X[ \t]*:", re.MULTILINE)
_FIELD = re.compile(r"^[ \t]*([A-Za-z])[ \t]*:[ \t]*(.*?)[ \t]*(?:(?<!\\)%.*)?$", re.MULTILINE)
_NOT_MUSIC = re.compile(
    r"\"[^\"\n]*\"|\[[A-Za-z]:[^\]\n]*\]|^(?:[A-Za-z+][ \t]*:|%).*$|%.*$", re.MULTILINE
)
_BAR_LINE = re.compile(r"([:|][\s:|]*\|[\s:|\]]*|\|[\s:|\]]*|::+|\[\|[:\]]?)")
_MUSIC = re.compile(r"[A-Ga-gzZxX]")
_PLACE_IN_BOOK = re.compile(r"[,\s]*\b(?:no\.?|nr\.?|p\.?|page|vol\.?)?\s*\d+\s*\Z", re.IGNORECASE)


def split_tunebook(text: str) -> tuple[Tune, ...]:
    """Return the tunes of a tunebook in order; never raises, and a text without `X:` has none."""
    starts = [match.start() for match in _TUNE_START.finditer(text)]
    ends = [*starts[1:], len(text)]
    return tuple(
        _tune(text[start:end].rstrip(), start, number)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    )


def header_fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield the letters and values of a tune's header, up to and with its first `K:`."""
    for match in _FIELD.finditer(text):
        yield match[1], match[2]
        if match[1] == "K":
            return


def body_of(text: str) -> str:
    """Return what follows the line of a tune's first `K:`."""
    for match in _FIELD.finditer(text):
        if match[1] == "K":
            return text[match.end() :].lstrip("\r\n")
    return ""


def count_measures(body: str) -> int:
    """Count the measures of a tune body as written, without a full parse.

    A pick-up is no measure: what a part begins with, when it is far shorter than what follows.
    """
    pieces = [piece.strip() for piece in _BAR_LINE.split(_NOT_MUSIC.sub("", body))]
    count = 0
    begins_part = True
    for place in range(0, len(pieces), 2):
        piece = pieces[place]
        if _MUSIC.search(piece):
            following = pieces[place + 2] if place + 2 < len(pieces) else ""
            count += not (begins_part and len(piece) * 2 < len(following))
            begins_part = False
        bar_line = pieces[place + 1] if place + 1 < len(pieces) else ""
        begins_part = begins_part or ":" in bar_line or bar_line.count("|") > 1
    return count


def book_of(book: str) -> str:
    """Return a book's name without the number or page of the tune in it."""
    return _PLACE_IN_BOOK.sub("", book.strip().strip('"')).rstrip(" ,")


def _tune(text: str, offset: int, number: int) -> Tune:
    values: dict[str, str] = {}
    for letter, value in header_fields(text):
        values.setdefault(letter, value)
    return Tune(
        text=text,
        offset=offset,
        number=number,
        reference_number=values.get("X", ""),
        title=values.get("T", ""),
        rhythm=values.get("R", "").lower(),
        meter=values.get("M", ""),
        key=values.get("K", ""),
        origin=book_of(values.get("B", "") or values.get("S", "")),
        measure_count=count_measures(body_of(text)),
    )
