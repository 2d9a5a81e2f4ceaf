"""A MusicXML file, packed or not, as its parts with their measures.

Any bytes are taken; what is no MusicXML, or is larger than the named limits, gives a
`MusicXmlError`.
"""

from xml.etree.ElementTree import Element

from abcstudio.errors import MusicXmlError
from abcstudio.interchange.musicxml_reading.container import score_inside
from abcstudio.interchange.musicxml_reading.head_reader import (
    fields_of,
    is_ours,
    parts_of,
    words_after,
)
from abcstudio.interchange.musicxml_reading.measure_reader import MeasureReader
from abcstudio.interchange.musicxml_reading.recognition import MAX_BYTES, is_packed
from abcstudio.interchange.musicxml_reading.records import ReadPart, ReadScore
from abcstudio.interchange.musicxml_reading.remarks import Remarks
from abcstudio.interchange.musicxml_reading.values import words_of
from abcstudio.interchange.musicxml_reading.xml_tree import parse_xml

MAX_NOTES = 60_000
"""Notes and rests of all parts."""

MAX_PARTS = 64
"""Parts of a file."""

MAX_MEASURES = 50_000
"""Measures of all parts together."""


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
