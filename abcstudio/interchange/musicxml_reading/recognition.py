"""Which files are MusicXML, by their names and first bytes, and how large they may be."""

MAX_BYTES = 20_000_000
"""The largest file that is read, and the largest score that is unpacked."""

MUSICXML_SUFFIXES = frozenset({".musicxml", ".mxl", ".xml"})
"""How the names of MusicXML files end."""

_PACKED = b"PK\x03\x04"
_MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"


def is_packed(data: bytes) -> bool:
    """Return whether bytes are those of a compressed file."""
    return data.startswith(_PACKED)


def looks_like_musicxml(data: bytes) -> bool:
    """Return whether bytes begin as XML or as a compressed file does."""
    return is_packed(data) or data[:64].lstrip(_MARKS).startswith(b"<")
