"""A MusicXML file, packed or not, as its parts with their measures.

Any bytes are taken; what is no MusicXML, or is larger than the named limits, gives a
`MusicXmlError`.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from abcstudio.errors import MusicXmlError
from abcstudio.interchange.musicxml_head import MISCELLANEOUS, SOFTWARE
from abcstudio.interchange.musicxml_reading.container import MAX_BYTES, is_packed, score_inside
from abcstudio.interchange.musicxml_reading.measure_reader import MeasureReader
from abcstudio.interchange.musicxml_reading.records import PartGroup, ReadPart, ReadScore
from abcstudio.interchange.musicxml_reading.remarks import Remarks
from abcstudio.interchange.musicxml_reading.values import child_words, integer, words_of
from abcstudio.interchange.musicxml_reading.xml_tree import parse_xml

MAX_NOTES = 60_000
"""Notes and rests of all parts."""

MAX_PARTS = 64
"""Parts of a file."""

MAX_MEASURES = 50_000
"""Measures of all parts together."""

_NAMED_FIELDS = {name: letter for letter, name in MISCELLANEOUS.items()}
_ORDER = "XTCOARSNHBDFGZP"
_MAX_PROGRAM = 127
_SIGNS = {"brace": "brace", "bracket": "bracket", "square": "bracket", "line": "bracket"}
_MOST_FIELDS = 100
_MOST_LINES = 500


def is_ours(root: Element) -> bool:
    """Return whether ABC Studio wrote a file."""
    return any(words_of(each.text) == SOFTWARE for each in root.iterfind(".//encoding/software"))


def fields_of(root: Element, *, own: bool) -> list[tuple[str, str]]:
    """Return the information fields of the header, letter and text, in the order of ABC 2.1."""
    found = [(letter, text) for letter, text in _fields(root, own) if text]
    unique = list(dict.fromkeys(found))[:_MOST_FIELDS]
    return sorted(unique, key=lambda field: _ORDER.index(field[0]))


def _fields(root: Element, own: bool) -> Iterator[tuple[str, str]]:
    titles = [child_words(root, "work/work-title"), child_words(root, "movement-title")]
    titles += _credits(root, "subtitle")
    if not any(titles):
        titles = _credits(root, "title")
    yield from (("T", title) for title in titles)
    for creator in root.iterfind("identification/creator"):
        kind, name = words_of(creator.get("type")), words_of(creator.text)
        if kind in ("", "composer"):
            yield "C", name
        elif name:
            yield "N", f"{kind}: {name}"
    yield from (("N", words_of(each.text)) for each in root.iterfind("identification/rights"))
    yield "S", child_words(root, "identification/source")
    for encoder in root.iterfind("identification/encoding/encoder"):
        yield "Z", words_of(encoder.text)
    for each in root.iterfind("identification/miscellaneous/miscellaneous-field"):
        letter = _NAMED_FIELDS.get(each.get("name", ""), "")
        if letter and own:
            yield letter, words_of(each.text)


def _credits(root: Element, kind: str) -> list[str]:
    return [
        child_words(credit, "credit-words")
        for credit in root.iterfind("credit")
        if child_words(credit, "credit-type") == kind
    ]


def words_after(root: Element) -> list[str]:
    """Return the lines of the words that stand after the music."""
    lines: list[str] = []
    for credit in root.iterfind("credit"):
        if child_words(credit, "credit-type") == "lyrics":
            for each in credit.iterfind("credit-words"):
                lines += [words_of(line) for line in (each.text or "").split("\n")]
    return lines[:_MOST_LINES]


def parts_of(root: Element) -> tuple[dict[str, ReadPart], list[PartGroup]]:
    """Return the parts that the list of parts names, still without music, and their groups."""
    parts: dict[str, ReadPart] = {}
    groups: list[PartGroup] = []
    starts: dict[str, tuple[int, Element]] = {}
    for child in root.iterfind("part-list/*"):
        if child.tag == "score-part":
            parts[child.get("id", "")] = _part(child)
        elif child.tag == "part-group" and child.get("type") == "start":
            starts[child.get("number", "1")] = (len(parts), child)
        elif child.tag == "part-group":
            first, start = starts.pop(child.get("number", "1"), (len(parts), child))
            sign = _SIGNS.get(child_words(start, "group-symbol"), "")
            if sign and len(parts) - 1 > first:
                goes_on = child_words(start, "group-barline") == "yes"
                groups.append(PartGroup(first, len(parts) - 1, sign, goes_on))
    return parts, groups


def _part(element: Element) -> ReadPart:
    program = integer(element.findtext("midi-instrument/midi-program")) - 1
    return ReadPart(
        name=child_words(element, "part-name"),
        short_name=child_words(element, "part-abbreviation"),
        program=program if 0 <= program <= _MAX_PROGRAM else None,
    )


def read_musicxml(data: bytes, remarks: Remarks) -> ReadScore:
    """Return what a file holds; what ABC cannot say is added to the remarks.

    Raises:
        MusicXmlError: It is no MusicXML, damaged, without notes, or larger than the limits.
    """
    if len(data) > MAX_BYTES:
        raise MusicXmlError("musicxml.too_large", limit=MAX_BYTES // 1_000_000)
    root = parse_xml(score_inside(data) if is_packed(data) else data)
    if root.tag == "score-timewise":
        root = _by_parts(root)
    if root.tag == "opus":
        raise MusicXmlError("musicxml.opus")
    if root.tag != "score-partwise":
        raise MusicXmlError("musicxml.not_musicxml")
    _check_size(root)
    own = is_ours(root)
    named, groups = parts_of(root)
    parts = []
    for element in root.iterfind("part"):
        part = named.pop(element.get("id", ""), None) or ReadPart()
        parts.append(_read_part(element, part, remarks, own=own))
    if not any(
        moment.heads
        for part in parts
        for measure in part.measures
        for moments in measure.voices.values()
        for moment in moments
    ):
        raise MusicXmlError("musicxml.no_notes")
    return ReadScore(
        fields=fields_of(root, own=own), words=words_after(root), parts=parts, groups=groups
    )


def _check_size(root: Element) -> None:
    parts = root.findall("part")
    if len(parts) > MAX_PARTS:
        raise MusicXmlError("musicxml.too_many_parts", limit=MAX_PARTS)
    most = max((len(part) for part in parts), default=0)
    if most * len(parts) > MAX_MEASURES:
        raise MusicXmlError("musicxml.too_many_measures", limit=MAX_MEASURES)
    if sum(len(measure.findall("note")) for part in parts for measure in part) > MAX_NOTES:
        raise MusicXmlError("musicxml.too_many_notes", limit=MAX_NOTES)


def _by_parts(root: Element) -> Element:
    """Return a score that goes measure by measure as one that goes part by part."""
    found = Element("score-partwise", root.attrib)
    parts: dict[str, Element] = {}
    for child in root:
        if child.tag != "measure":
            found.append(child)
            continue
        for part in child:
            name = part.get("id", "")
            measure = Element("measure", child.attrib)
            measure.extend(part)
            parts.setdefault(name, Element("part", {"id": name})).append(measure)
    found.extend(parts.values())
    return found


def _read_part(element: Element, part: ReadPart, remarks: Remarks, *, own: bool) -> ReadPart:
    reader = MeasureReader(remarks, is_ours=own)
    for count, measure in enumerate(element.iterfind("measure"), start=1):
        number = words_of(measure.get("number"))[:20] or str(count)
        remarks.measure = number
        part.measures.append(reader.read(measure, number))
    part.is_hidden = reader.is_hidden
    if reader.grace:
        remarks.note("grace")
    return part
