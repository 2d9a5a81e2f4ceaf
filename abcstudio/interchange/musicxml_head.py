"""What stands before the music in MusicXML: titles, people, sources, credits and the parts."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from abcstudio.interchange.musicxml_staves import PartStaff
from abcstudio.interchange.xml_text import add
from abcstudio.notation.score import MidiDirective, Score, Voice
from abcstudio.notation.staff_layout import StaffLayout

SOFTWARE = "ABC Studio"
MISCELLANEOUS = {
    "X": "reference-number", "A": "area", "B": "book", "D": "discography", "F": "file-url",
    "G": "group", "H": "history", "N": "notes", "O": "origin", "P": "part-order", "R": "rhythm",
}  # fmt: skip
"""The information fields of ABC 2.1, 3.1, that MusicXML has no place of its own for."""

_MAX_PROGRAM = 127


def add_head(root: Element, score: Score) -> None:
    """Add everything up to the list of parts."""
    titles = _values(score, "T")
    if titles:
        add(add(root, "work"), "work-title", titles[0])
    _add_identification(root, score)
    for index, title in enumerate(titles):
        _add_credit(root, "subtitle" if index else "title", title, "center", "top")
    rhythm = ", ".join(_values(score, "R"))
    if rhythm:
        _add_credit(root, "", rhythm, "left", "top")
    for value in (*_values(score, "C"), *_values(score, "O")):
        _add_credit(root, "composer", value, "right", "top")
    words = "\n".join(score.words).strip("\n")
    if words.strip():
        _add_credit(root, "lyrics", words, "left", "bottom")


def _add_identification(root: Element, score: Score) -> None:
    identification = add(root, "identification")
    for composer in _values(score, "C"):
        add(identification, "creator", composer, type="composer")
    encoding = add(identification, "encoding")
    for transcriber in _values(score, "Z"):
        add(encoding, "encoder", transcriber)
    add(encoding, "software", SOFTWARE)
    sources = _values(score, "S")
    if sources:
        add(identification, "source", "; ".join(sources))
    fields = [
        (name, value) for letter, name in MISCELLANEOUS.items() for value in _values(score, letter)
    ]
    if fields:
        miscellaneous = add(identification, "miscellaneous")
        for name, value in fields:
            add(miscellaneous, "miscellaneous-field", value, name=name)


def _values(score: Score, letter: str) -> list[str]:
    texts = (field.text.strip() for field in score.fields if field.letter == letter)
    return [text for text in texts if text]


def _add_credit(root: Element, kind: str, words: str, justify: str, valign: str) -> None:
    credit = add(root, "credit", page=1)
    if kind:
        add(credit, "credit-type", kind)
    add(credit, "credit-words", words, justify=justify, valign=valign)


def add_part_list(
    root: Element, staves: Sequence[PartStaff], layout: StaffLayout | None
) -> list[Element]:
    """Add the list of parts, then a part for each staff; return the empty parts."""
    part_list = add(root, "part-list")
    groups = list(enumerate(layout.groups if layout is not None else (), start=1))
    for row, staff in enumerate(staves):
        for number, group in groups:
            if group.first == row and layout is not None:
                goes_on = all(s.bar_lines_continue for s in layout.staves[row : group.last])
                _open_group(part_list, number, group.sign, goes_on and group.last > row)
        _add_score_part(part_list, f"P{row + 1}", staff)
        for number, group in reversed(groups):
            if group.last == row:
                add(part_list, "part-group", type="stop", number=number)
    return [add(root, "part", id=f"P{row + 1}") for row in range(len(staves))]


def _open_group(part_list: Element, number: int, sign: str, bar_lines_continue: bool) -> None:
    element = add(part_list, "part-group", type="start", number=number)
    add(element, "group-symbol", sign)
    add(element, "group-barline", "yes" if bar_lines_continue else "no")


def _add_score_part(part_list: Element, part_id: str, staff: PartStaff) -> None:
    voice = staff.voices[0]
    name = voice.name or voice.voice_id
    score_part = add(part_list, "score-part", id=part_id)
    add(score_part, "part-name", name)
    if voice.short_name:
        add(score_part, "part-abbreviation", voice.short_name)
    program = _program(voice)
    if program is not None:
        instrument = add(score_part, "score-instrument", id=f"{part_id}-I1")
        add(instrument, "instrument-name", name)
        midi = add(score_part, "midi-instrument", id=f"{part_id}-I1")
        add(midi, "midi-program", program + 1)


def _program(voice: Voice) -> int | None:
    """Return the General MIDI program, from 0, of the first `%%MIDI program` of a voice."""
    for element in voice.elements:
        if isinstance(element, MidiDirective) and element.words[:1] == ("program",):
            last = element.words[-1]
            is_number = last.isascii() and last.isdigit() and len(last) <= 3
            return int(last) if is_number and int(last) <= _MAX_PROGRAM else None
    return None
