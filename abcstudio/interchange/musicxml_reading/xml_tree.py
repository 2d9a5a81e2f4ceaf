"""Bytes of any source as a tree of XML elements, parsed within bounds.

No entity is expanded and no other file is opened: a document that declares entities or defaults of
attributes (an internal DTD subset) is refused, since no program writes MusicXML with one.
"""

from html.entities import html5
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from abcstudio.errors import MusicXmlError

MAX_DEPTH = 64
"""Elements within each other; MusicXML has some ten."""

MAX_ELEMENTS = 600_000
"""Elements of one document."""

MAX_TEXT = 20_000
"""Characters of one text or of one attribute."""

_PIECE = 65_536


def parse_xml(data: bytes) -> Element:
    """Return the root of a document.

    Raises:
        MusicXmlError: It is no XML, declares entities, or is larger than the limits.
    """
    return _Parser().parse(data)


class _Parser:
    def __init__(self) -> None:
        self._builder = TreeBuilder()
        self._depth = 0
        self._elements = 0
        self._characters = 0
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.SkippedEntityHandler = self._entity

    def parse(self, data: bytes) -> Element:
        try:
            for place in range(0, max(len(data), 1), _PIECE):
                self._parser.Parse(data[place : place + _PIECE], False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            if not self._elements:
                raise MusicXmlError("musicxml.not_xml") from error
            raise MusicXmlError("musicxml.damaged", line=error.lineno) from error
        except (LookupError, ValueError) as error:  # The encoding is one that Python does not have.
            raise MusicXmlError("musicxml.encoding") from error
        return self._builder.close()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        self._characters = 0
        if self._depth > MAX_DEPTH:
            raise MusicXmlError("musicxml.too_deep", line=self._parser.CurrentLineNumber)
        if self._elements > MAX_ELEMENTS:
            raise MusicXmlError("musicxml.too_many_elements", limit=MAX_ELEMENTS)
        for name, value in attributes.items():
            if len(value) > MAX_TEXT:
                attributes[name] = value[:MAX_TEXT]
        self._builder.start(tag, attributes)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._characters = 0
        self._builder.end(tag)

    def _text(self, text: str) -> None:
        room = MAX_TEXT - self._characters
        self._characters += len(text)
        if room > 0:
            self._builder.data(text[:room])

    def _entity(self, name: str, is_parameter: bool) -> None:
        """Take an entity that an external DTD may declare: those of HTML are known."""
        if not is_parameter and self._depth:
            self._text(html5.get(f"{name};", ""))

    def _doctype(
        self, _name: str, _system: str | None, _public: str | None, has_subset: bool
    ) -> None:
        if has_subset:
            raise MusicXmlError("musicxml.entities", line=self._parser.CurrentLineNumber)
