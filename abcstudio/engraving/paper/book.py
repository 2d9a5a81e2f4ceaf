"""A tunebook on paper: title page, contents, the tunes, and an index of their first measures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from abcstudio.engraving.drawing.drawing_parts import Item
from abcstudio.engraving.drawing.typefaces import Typefaces
from abcstudio.engraving.paper.book_contents import contents_sheets, count_contents_sheets
from abcstudio.engraving.paper.book_index import index_sheets
from abcstudio.engraving.paper.flow import flow
from abcstudio.engraving.paper.lettering import piece_of, rule, words
from abcstudio.engraving.paper.paper import Draft, EngravedTune, Paper, Sheet

MAX_TUNES = 1000
"""All of a book stands in memory until its last sheet is laid out."""

FEW_TUNES = 8
"""Up to this many tunes need no title page, contents or index."""

_TITLE_SIZE, _SUBTITLE_SIZE, _FOOT_SIZE = 34.0, 14.0, 9.5
_TITLE_HEIGHT = 0.36  # of the sheet
_TITLE_LEADING = 1.2
_MOST_TITLE_LINES = 5
_RULE_WIDTH = 72.0
_FOOT_DROP = 18.0  # below the room, in the margin


@dataclass(frozen=True, slots=True)
class Words:
    """What a book says besides its tunes, in the reader's language.

    Attributes:
        subtitle: Under the title, such as how many tunes there are.
        other: The heading over tunes whose key or rhythm is not known.
    """

    title: str
    subtitle: str
    contents: str
    index: str
    other: str


@dataclass(frozen=True, slots=True)
class BookForm:
    """How a book is laid out.

    Attributes:
        index_order: "title", "key" or "rhythm"; "" for no index.
        starts_new_sheets: Each tune begins on a sheet of its own.
        fits_one_sheet: The music is made slightly smaller if it then fits on one sheet.
    """

    has_title: bool = True
    has_contents: bool = True
    index_order: str = "title"
    starts_new_sheets: bool = False
    fits_one_sheet: bool = False

    @classmethod
    def of(cls, count: int) -> "BookForm":
        """Return the usual form for a number of tunes."""
        if count > FEW_TUNES:
            return cls()
        return cls(has_title=False, has_contents=False, index_order="", fits_one_sheet=True)


def book_sheets(
    tunes: Sequence[EngravedTune],
    book_words: Words,
    form: BookForm,
    paper: Paper,
    typefaces: Typefaces,
) -> tuple[Sheet, ...]:
    """Lay a whole book out; the numbers on its sheets count from the title page on."""
    music = flow(tunes, paper, typefaces, starts_new_sheets=form.starts_new_sheets)
    front = int(form.has_title)
    if form.has_contents:
        front += count_contents_sheets(len(tunes), paper)
    numbers = [front + first + 1 for first in music.first_sheets]
    sheets: list[Sheet] = [_title_sheet(book_words, paper, typefaces)] if form.has_title else []
    if form.has_contents:
        sheets += contents_sheets(tunes, numbers, book_words.contents, paper, typefaces)
    sheets += music.sheets
    if form.index_order:
        sheets += index_sheets(
            tunes,
            numbers,
            headings=(book_words.index, book_words.other),
            order=form.index_order,
            paper=paper,
            typefaces=typefaces,
        )
    is_single = len(sheets) == 1
    return tuple(
        sheet if number == 1 and form.has_title
        else with_foot(sheet, None if is_single else number, book_words.title, paper, typefaces)
        for number, sheet in enumerate(sheets, start=1)
    )  # fmt: skip


def tune_sheets(tune: EngravedTune, paper: Paper, typefaces: Typefaces) -> tuple[Sheet, ...]:
    """Lay one tune out; where it needs several sheets, they carry its title and their number."""
    sheets = flow((tune,), paper, typefaces).sheets
    if len(sheets) < 2:
        return sheets
    return tuple(
        with_foot(sheet, number, tune.title, paper, typefaces)
        for number, sheet in enumerate(sheets, start=1)
    )


def with_foot(
    sheet: Sheet, number: int | None, title: str, paper: Paper, typefaces: Typefaces
) -> Sheet:
    """Return a sheet with its number outside and a title inside, as in a bound book.

    A single sheet has no number: None.
    """
    is_right = number is None or number % 2 == 1
    left, right = paper.room.left, paper.room.right
    y = paper.room.bottom + min(_FOOT_DROP, paper.margin * 0.6)
    shown = typefaces.shortened(title, _FOOT_SIZE, 0.8 * paper.room_width, is_italic=True)
    outer, inner = (
        ((right, "end"), (left, "start")) if is_right else ((left, "start"), (right, "end"))
    )
    items: list[Item] = []
    if number is not None:
        items.append(words(str(number), outer[0], y, _FOOT_SIZE, outer[1]))
    if shown:
        items.append(words(shown, inner[0], y, _FOOT_SIZE, inner[1], is_italic=True))
    return replace(sheet, pieces=(*sheet.pieces, piece_of(items)))


def _title_sheet(book_words: Words, paper: Paper, typefaces: Typefaces) -> Sheet:
    middle, y = paper.width / 2, _TITLE_HEIGHT * paper.height
    size = _TITLE_SIZE
    lines = _lines(book_words.title, size, paper.room_width, typefaces)
    items: list[Item] = []
    for line in lines:
        items.append(words(line, middle, y, size, "middle"))
        y += size * _TITLE_LEADING
    items.append(rule(middle - _RULE_WIDTH / 2, middle + _RULE_WIDTH / 2, y - size * 0.3))
    if book_words.subtitle:
        y += _SUBTITLE_SIZE * 1.4
        subtitle = typefaces.shortened(book_words.subtitle, _SUBTITLE_SIZE, paper.room_width)
        items.append(words(subtitle, middle, y, _SUBTITLE_SIZE, "middle", is_italic=True))
    draft = Draft(paper)
    draft.pieces.append(piece_of(items))
    return draft.sheet()


def _lines(text: str, size: float, room: float, typefaces: Typefaces) -> list[str]:
    """Return a text in lines that fit a width, broken between words."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and typefaces.width(longer, size) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    lines = [*lines, line][:_MOST_TITLE_LINES]
    return [typefaces.shortened(kept, size, room) for kept in lines]
