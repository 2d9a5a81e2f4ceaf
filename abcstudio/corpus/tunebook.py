"""The text of a tunebook in, its tunes out; quick enough to fill a table.

A tune begins where `tune_starts` says and ends before the next one. The file header, a block of
fields and directives at the very start, holds for all of them; other text belongs to none.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_starts import tune_starts
from abcstudio.notation.text_strings import decode_text
from abcstudio.notation.values.meter_field import parse_meter
from abcstudio.stopping import stop_if_asked

MAX_FILE_HEADER = 10_000
"""Characters of a file header that are kept."""

_LONGEST_COUNTED = 100_000

_FIELD = re.compile(r"^[ \t]*([A-Za-z])[ \t]*:(.*)$", re.MULTILINE)
_TITLE = re.compile(r"^[ \t]*T[ \t]*:[ \t]*([^\s%].*)$", re.MULTILINE)
_HEADER_LINE = re.compile(r"(?:[A-Za-z]:|%)")
_FIELD_OR_DIRECTIVE = re.compile(r"^(?:[A-Za-z]:|%%|%abc-)", re.MULTILINE)
_COMMENT = re.compile(r"(?<!\\)%")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_NOT_MUSIC = re.compile(
    r"\"[^\"\n]*\"|\[[A-Za-z]:[^\]\[\n]*\]|^(?:[A-Za-z+][ \t]*:|%).*$|%.*$", re.MULTILINE
)
# Possessive, so that a run of colons is read once.
_BAR_LINE = re.compile(r"(:*+\|[|:\]]*+|::++|\[\|)")
_VOICE = re.compile(r"\[?V:[ \t]*([^\s\]]+)")
_MUSIC = re.compile(r"[A-Ga-gzZxX]")
_NO_LENGTH = re.compile(r"![^!\n]*!|\{[^{}\n]*\}")
_LENGTH = re.compile(r"[A-Ga-gzx][,']*+(\d{0,4})(/{0,4})(\d{0,4})")
_PLACE_IN_BOOK = re.compile(r"[,\s]*\b(?:no\.?|nr\.?|p\.?|page|vol\.?)?\s*\d+\s*\Z", re.IGNORECASE)


def split_tunebook(text: str, known_header: str = "") -> tuple[Tune, ...]:
    """Return the tunes of a tunebook in order; a text without headers has none.

    `known_header` is the file header where the text is part of a file that does not hold it.
    """
    # Of the same length, so that offsets stay.
    lines = _LONE_RETURN.sub("\n", text)
    starts = tune_starts(lines)
    ends = [*starts[1:], len(text)][: len(starts)]
    file_header = file_header_of(lines[: starts[0]]) if starts and starts[0] else known_header
    defaults = _first_values(file_header)
    tunes: list[Tune] = []
    words: dict[str, str] = {}
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        stop_if_asked()
        piece = text[start : start + _tune_length(lines[start:end])]
        tune = _tune(piece, start, number, defaults, words)
        tunes.append(replace(tune, file_header=file_header))
    return tuple(tunes)


def first_title(text: str) -> str:
    """Return the first title in a text, "" where none has words; reads no further than that."""
    match = _TITLE.search(text)
    return "" if match is None else decode_text(match[1].strip())


def tune_in(piece: str, offset: int, number: int, file_header: str) -> Tune:
    """Return the tune that begins a text, which ends before the next one.

    Args:
        piece: The text.
        offset: Where it stands in its file.
        number: The tune's place in it, from 1.
        file_header: As in `Tune`.
    """
    lines = _LONE_RETURN.sub("\n", piece)
    defaults = _first_values(file_header)
    tune = _tune(piece[: _tune_length(lines)], offset, number, defaults, {})
    return replace(tune, file_header=file_header)


def file_header_of(text: str) -> str:
    """Return the file header at the start of what stands before a file's first tune (2.2.2).

    It ends at an empty line, or at the line that `MAX_FILE_HEADER` cuts; "" when the text begins
    otherwise.
    """
    block = _BLANK_LINE.split(text.strip("\r\n"), maxsplit=1)[0].strip("\r\n")
    if not (_HEADER_LINE.match(block) and _FIELD_OR_DIRECTIVE.search(block)):
        return ""
    if len(block) > MAX_FILE_HEADER:
        # Every tune reads it again.
        block = block[: block.rfind("\n", 0, MAX_FILE_HEADER) + 1].rstrip("\n")
    return block


def header_fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield the letters and values of a tune's header, up to and with its first `K:`."""
    for match in _FIELD.finditer(_LONE_RETURN.sub("\n", text)):
        yield match[1], _COMMENT.split(match[2], maxsplit=1)[0].strip()
        if match[1] == "K":
            return


def body_of(text: str) -> str:
    """Return what follows the line of a tune's first `K:`, with line feeds only."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    for match in _FIELD.finditer(lines):
        if match[1] == "K":
            return lines[match.end() :].lstrip("\n")
    return ""


def count_measures(body: str, *, is_free: bool = False) -> int:
    """Count the measures of a tune body's first voice as written, without a full parse.

    A pick-up is no measure: what a part begins with, when it is far shorter than what follows. Of
    music longer than any tune only the bar lines are counted.

    Args:
        body: What follows the header.
        is_free: The header has no meter, without which nothing is a pick-up.
    """
    if len(body) > _LONGEST_COUNTED:
        return body.count("|")
    pieces = measure_pieces(body)
    count = 0
    has_pickups = not is_free or "M:" in body
    begins_part = True
    for place in range(0, len(pieces), 2):
        piece = pieces[place]
        if has_notes(piece):
            following = pieces[place + 2] if place + 2 < len(pieces) else ""
            may_be_pickup = has_pickups and begins_part
            count += not (may_be_pickup and 3 * rough_length(piece) < 2 * rough_length(following))
            begins_part = False
        bar_line = pieces[place + 1] if place + 1 < len(pieces) else ""
        begins_part = begins_part or ":" in bar_line or bar_line.count("|") > 1
    return count


def measure_pieces(body: str) -> list[str]:
    """Return what stands between the bar lines of a body's first voice, and the bar lines between.

    Chord symbols, comments and fields are left out; a piece comes first and last.
    """
    music = _first_voice(body) if "V:" in body else body
    return [piece.strip() for piece in _BAR_LINE.split(_NOT_MUSIC.sub("", music))]


def has_notes(piece: str) -> bool:
    """Return whether there are notes or rests between two bar lines."""
    return _MUSIC.search(piece) is not None


def rough_length(music: str) -> float:
    """Return how long some music lasts in unit notes, by its notes and rests alone."""
    return sum(
        int(times or 1) / (int(parts or 0) or 2 ** len(slashes))
        for times, slashes, parts in _LENGTH.findall(_NO_LENGTH.sub("", music))
    )


def _first_voice(body: str) -> str:
    """Return the lines of a body that belong to the voice that has the first music."""
    lines: dict[str, list[str]] = {}
    voice = ""
    for line in body.split("\n"):
        if match := _VOICE.match(line):
            voice = match[1]
        if _MUSIC.search(_NOT_MUSIC.sub("", line)):
            lines.setdefault(voice, []).append(line)
    return "\n".join(next(iter(lines.values()), []))


def book_of(book: str) -> str:
    """Return a book's name without the number or page of the tune in it."""
    return _PLACE_IN_BOOK.sub("", book.strip().strip('"')).rstrip(" ,")


def _tune_length(text: str) -> int:
    """Return how much of a text from the start of one tune to the next is the tune.

    Blank lines inside the music are forgiven; text after one, without a bar line, is no music.
    """
    length = len(text.rstrip())
    for match in reversed(list(_BLANK_LINE.finditer(text, 0, length))):
        if "|" in text[match.end() : length]:
            break
        length = match.start()
    return len(text[:length].rstrip())


def _first_values(header: str) -> dict[str, str]:
    """Return the first value of each field of a header."""
    values: dict[str, str] = {}
    for letter, value in header_fields(header):
        values.setdefault(letter, value)
    return values


def _tune(
    text: str, offset: int, number: int, defaults: Mapping[str, str], words: dict[str, str]
) -> Tune:
    """Return a tune; `words` holds what earlier ones say, which sixty thousand say over and over.

    As strings of their own the same titles, meters and keys took 21 MB.
    """

    def once(value: str) -> str:
        return words.setdefault(value, value)

    values = {**defaults, **_first_values(text)}
    meter = parse_meter(values.get("M", ""))
    is_free = meter is None or meter.is_free
    return Tune(
        text=text,
        offset=offset,
        number=number,
        reference_number=once(values.get("X", "")),
        title=once(decode_text(values.get("T", ""))),
        rhythm=once(values.get("R", "").lower()),
        meter=once(values.get("M", "")),
        key=once(values.get("K", "")),
        origin=once(book_of(values.get("B", "") or values.get("S", ""))),
        measure_count=count_measures(body_of(text), is_free=is_free),
    )
