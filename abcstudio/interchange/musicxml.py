"""A score as MusicXML 4.0, partwise: what other notation programs open.

MusicXML describes what is written: repeats, endings and grace notes stay signs, and the durations
are those of the notes as they stand.
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from abcstudio.interchange.musicxml_head import add_head, add_part_list
from abcstudio.interchange.musicxml_part import PartWriter
from abcstudio.interchange.musicxml_repeats import repeat_places
from abcstudio.interchange.musicxml_staves import staves_of
from abcstudio.interchange.xml_text import document
from abcstudio.notation.measures.columns import Column, columns_of
from abcstudio.notation.score import Score, VariantEnding
from abcstudio.stopping import stop_if_asked

_DOCTYPE = (
    '<!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" '
    '"http://www.musicxml.org/dtds/partwise.dtd">'
)
MAX_FILLED_MEASURES = 50_000
"""Measures of all parts together up to which a part that ends early is filled up to the end."""

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def musicxml_text(score: Score) -> str:
    """Return a score as a MusicXML document.

    Any score can be written, and the same score always gives the same document. A part is a staff:
    a voice, with its overlays (`&`) and the voices that share its staff. Pitches outside MusicXML's
    octaves 0 to 9 are written in the nearest of them.
    """
    root = Element("score-partwise", version="4.0")
    add_head(root, score)
    staves, layout = staves_of(score)
    voices = [voice for staff in staves for voice in staff.voices]
    # Where voices stand side by side a measure cannot be cut in one of them alone.
    cuts = (VariantEnding,) if len(score.voices) == 1 else ()
    columns = columns_of(voices, score.meter, cuts, counts_rests=True)
    parts = add_part_list(root, staves, layout)
    writers, row = [], 0
    first = voices[0].elements if voices else ()
    repeats = repeat_places(first, has_order=bool(score.part_order))
    for part, staff in zip(parts, staves, strict=True):
        writers.append(PartWriter(part, score, staff=staff, first_row=row, repeats=repeats))
        row += len(staff.voices)
    fills_up = len(writers) * len(columns) <= MAX_FILLED_MEASURES
    for column, number, is_implicit in numbered(columns):
        stop_if_asked()
        for writer in writers:
            if fills_up or writer.has_music(column):
                writer.write(column, number, is_implicit)
    return document(root, _DOCTYPE)


def numbered(columns: Iterable[Column]) -> Iterator[tuple[Column, str, bool]]:
    """Yield columns with the numbers of their measures, and whether these are not counted.

    Pickups and the second parts of measures that were cut are not; "7b" goes on from "7".
    """
    last, parts = None, 0
    is_empty = True
    for column in columns:
        is_empty = False
        parts = parts + 1 if column.number == last else 0
        last = column.number
        suffix = _ALPHABET[min(parts, len(_ALPHABET) - 1)] if parts else ""
        main = next(cell.measure for cell in column.cells if cell is not None)
        yield column, f"{column.number}{suffix}", bool(parts) or (main.is_pickup and not last)
    if is_empty:
        yield Column(cells=[], left=None, right=None, number=1), "1", False
