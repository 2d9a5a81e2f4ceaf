"""One raw tune in, one clean tune out, or the reason why a person could not trust it.

Notes, headers, credits and source stay; remarks, words, fingerings and bowings go. What a person
would repair at sight is repaired and named; what needs guessing makes the tune unusable.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.corpus.rhythms import rhythm_by_name, rhythm_for, rhythm_in_oneill, rhythm_in_title
from abcstudio.corpus.tunebook import body_of, header_fields
from cleaning import header_spelling as spelling
from cleaning.body_tokens import MusicToken, MusicTokenKind, music_tokens
from cleaning.body_writer import write_body
from cleaning.measure_list import meter_length, split_into_measures
from cleaning.structure import (
    full_measures,
    repair_measures,
    sections_of,
    wrong_measures,
)
from cleaning.token_repairs import repair_tokens

_FEWEST_MEASURES = 8
_MOST_MEASURES = 128
_MOST_WRONG_MEASURES = 0
# Minstrel-show slurs in the titles of the 1880s.
_UNFIT_TITLE = re.compile(
    r"\bn\.{3,}|nigg|\bcoon\b|\bdark(?:e?y|ie)|negro|squaw|possum|brudder"
    r"|\bde (?:gourd|wood)|walk around",
    re.I,
)
_ENDINGS: tuple[list[str], ...] = (
    [],
    ["1", "2"],
    ["1", "2", "3"],
    ["1,2", "3"],
    ["1,3", "2,4"],
    ["1,2,3", "4"],
)


@dataclass(frozen=True, slots=True)
class Book:
    """A collection that raw tunes come from.

    Attributes:
        name: A short name for figures.
        book: What `B:` says of each of its tunes, "" for none.
        source: What `S:` says of each of its tunes, "" for none.
        is_numbered: `X:` is the tune's number in the printed book.
        has_oneill_sections: The number tells the rhythm.
    """

    name: str
    book: str = ""
    source: str = ""
    is_numbered: bool = False
    has_oneill_sections: bool = False


@dataclass(frozen=True, slots=True)
class CleanTune:
    """A tune that can be shipped.

    Attributes:
        fields: Letter and value, in the order of the tunebook, without `X:`.
        body: Its music.
        place: The book and the number in it, to find two transcriptions of one tune; "" if unknown.
        repairs: Names of the repairs that were made.
    """

    book: str
    fields: tuple[tuple[str, str], ...]
    body: str
    place: str
    repairs: frozenset[str]

    def text(self, reference_number: int) -> str:
        """Return the whole tune with a reference number."""
        header = "".join(f"{letter}:{value}\n" for letter, value in self.fields)
        return f"X:{reference_number}\n{header}{self.body}"


@dataclass(frozen=True, slots=True)
class UnusableTune:
    """A tune that was dropped, and why."""

    book: str
    title: str
    reason: str


def clean_tune(text: str, book: Book) -> CleanTune | UnusableTune:
    """Clean one raw tune of a book; never raises on bad ABC."""
    values: dict[str, list[str]] = defaultdict(list)
    for letter, value in header_fields(text):
        values[letter].append(value)
    title = spelling.clean_title(next(iter(values["T"]), ""))
    try:
        return _clean(text, values, title, book)
    except _UnusableError as error:
        return UnusableTune(book.name, title, str(error))


class _UnusableError(Exception):
    """The tune cannot be cleaned; the text says why."""


def _clean(text: str, values: dict[str, list[str]], title: str, book: Book) -> CleanTune:
    if not title:
        raise _UnusableError("no title")
    if _UNFIT_TITLE.search(title):
        raise _UnusableError("title not fit to print")
    meter = spelling.clean_meter(next(iter(values["M"]), ""))
    key = spelling.clean_key(next(iter(values["K"]), ""))
    unit = spelling.clean_unit(next(iter(values["L"]), ""), meter) if meter else None
    if meter is None or key is None or unit is None:
        raise _UnusableError("header not understood")
    if values["P"]:
        raise _UnusableError("parts in an order of their own")
    rhythm = rhythm_for(_rhythm_candidates(values, title, book), meter)
    if rhythm == "hornpipe" and meter == "C|":
        # Hornpipes are counted in four.
        meter = "4/4"
    body, repairs = clean_body(body_of(text), unit, meter)
    fields = [
        ("T", title),
        ("C", _composer(values, book)),
        ("R", rhythm),
        ("B", _book_field(values, book)),
        ("S", book.source),
        ("Z", _transcriber(values)),
        ("M", meter),
        ("L", f"{unit.numerator}/{unit.denominator}"),
        ("Q", spelling.clean_tempo(next(iter(values["Q"]), "")) or ""),
        ("K", key),
    ]
    number = _number(values)
    return CleanTune(
        book=book.name,
        fields=tuple((letter, value) for letter, value in fields if value),
        body=body,
        place=f"{book.name} {number}" if book.is_numbered and number else "",
        repairs=frozenset(repairs),
    )


def clean_body(body: str, unit: Fraction, meter: str) -> tuple[str, set[str]]:
    """Return a tune body in the tunebook's spelling and the names of the repairs made.

    Raises:
        _UnusableError: It needs guessing.
    """
    length = meter_length(meter)
    tokens, repairs = repair_tokens(_with_clean_changes(music_tokens(body)))
    unknown = next((token for token in tokens if token.kind is MusicTokenKind.UNKNOWN), None)
    if unknown is not None:
        raise _UnusableError("not understood in the music")
    if length is None:
        raise _UnusableError("no meter")
    opening, measures = split_into_measures(tokens, unit, length)
    sections, form_repairs = sections_of(opening, measures)
    repairs |= form_repairs
    for section in sections:
        repairs |= repair_measures(section)
        if [one.ending for one in section.measures if one.ending] not in _ENDINGS:
            raise _UnusableError("endings without order")
    if sum(wrong_measures(section) for section in sections) > _MOST_WRONG_MEASURES:
        raise _UnusableError("measures of a wrong length")
    total = sum(full_measures(section) for section in sections)
    if not _FEWEST_MEASURES <= total + 1 <= _MOST_MEASURES:
        raise _UnusableError("too short or too long")
    return write_body(sections), repairs


def _with_clean_changes(tokens: tuple[MusicToken, ...]) -> tuple[MusicToken, ...]:
    """Spell the changes of key and meter inside the music as the header does."""
    kept = []
    for token in tokens:
        if token.kind in (MusicTokenKind.KEY, MusicTokenKind.METER):
            clean = spelling.clean_key if token.kind is MusicTokenKind.KEY else spelling.clean_meter
            value = clean(token.text)
            if value is None:
                raise _UnusableError("change of key or meter not understood")
            kept.append(MusicToken(token.kind, value))
        else:
            kept.append(token)
    return tuple(kept)


def _rhythm_candidates(values: dict[str, list[str]], title: str, book: Book) -> tuple[str, ...]:
    number = _number(values)
    told_by_id = [re.search(r"id:[a-z]+-([a-z]+)-\d+", value) for value in values["Z"]]
    return (
        *(rhythm_by_name(value) for value in values["R"]),
        *(rhythm_by_name(match[1]) for match in told_by_id if match),
        *(
            rhythm_by_name(spelling.clean_title(value))
            for value in (*values["G"], *values["T"][1:])
        ),
        rhythm_in_title(title),
        rhythm_in_oneill(number) if book.has_oneill_sections else "",
    )


def _number(values: dict[str, list[str]]) -> int:
    match = re.match(r"\d+", next(iter(values["X"]), ""))
    return int(match[0]) if match else 0


def _book_field(values: dict[str, list[str]], book: Book) -> str:
    number = _number(values)
    return f"{book.book}, no. {number}" if book.is_numbered and number else book.book


def _composer(values: dict[str, list[str]], book: Book) -> str:
    name = spelling.clean_composer(next(iter(values["C"]), ""))
    # O'Neill's book names the person a tune was collected from; composers are rare in it.
    return "" if book.has_oneill_sections and "Carolan" not in name else name


def _transcriber(values: dict[str, list[str]]) -> str:
    told = [value for value in values["Z"] if value.startswith("id:")]
    if told:
        return told[0]
    people = list(dict.fromkeys(spelling.clean_person(value) for value in values["Z"]))
    # A lone word beside a full name is the rest of a remark.
    full = [person for person in people if " " in person]
    return ", ".join(full or [person for person in people if person])
