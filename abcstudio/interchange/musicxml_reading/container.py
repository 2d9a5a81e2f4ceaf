"""The score inside a compressed MusicXML file (.mxl), unpacked within bounds."""

import io
import sys
import zipfile
import zlib
from struct import unpack_from
from xml.etree.ElementTree import Element

from abcstudio.errors import MusicXmlError
from abcstudio.interchange.musicxml_reading.xml_tree import parse_xml

MAX_CONTAINER_BYTES = 100_000
"""The largest list of what a compressed file holds."""

_MOST_TIMES_SMALLER = 200
"""How much smaller packing makes a score; the most repetitive ones shrink to a fiftieth."""

_ALWAYS_UNPACKED = 1_000_000
_MAX_DIRECTORY = 200_000
_END_SIGN, _END_SIZE = b"PK\x05\x06", 22
_LARGE_SIGN, _LARGE_SIZE = b"PK\x06\x07", 20
_LIST = "META-INF/container.xml"
_ENCRYPTED = 1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENDINGS = (".musicxml", ".xml")

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


def score_inside(data: bytes) -> bytes:
    """Return the first score that the list in a compressed file names.

    Raises:
        MusicXmlError: It is damaged, holds no score, or would unpack to more than the limits.
    """
    _check_directory(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpacked(archive, _name_of_score(archive), MAX_BYTES)
    except (
        zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError,
        ValueError, LookupError,
    ) as error:  # fmt: skip
        # zipfile has no error of its own for most damage.
        raise MusicXmlError("musicxml.archive_damaged") from error


def directory_size(data: bytes) -> int:
    """Return how many bytes an archive's list of members has.

    It is -1 where there is none, and more than any limit where it is one of a large archive.
    """
    end = data.rfind(_END_SIGN)
    if end < 0 or end + _END_SIZE > len(data):
        return -1
    if data[max(0, end - _LARGE_SIZE) : end].startswith(_LARGE_SIGN):
        return sys.maxsize
    size: int = unpack_from("<L", data, end + 12)[0]
    return size


def _check_directory(data: bytes) -> None:
    """Refuse an archive whose list of members is long: `zipfile` would read it whole."""
    size = directory_size(data)
    if size < 0:
        raise MusicXmlError("musicxml.archive_damaged")
    if size > _MAX_DIRECTORY:
        raise MusicXmlError("musicxml.archive_too_large", limit=MAX_BYTES // 1_000_000)


def _name_of_score(archive: zipfile.ZipFile) -> str:
    names = [info.filename for info in archive.infolist() if not info.is_dir()]
    if _LIST in names:
        root = parse_xml(_unpacked(archive, _LIST, MAX_CONTAINER_BYTES))
        listed = (_full_path(each) for each in root.iter() if each.tag.endswith("rootfile"))
        for path in listed:
            if path in names:
                return path
    for name in names:
        if name.lower().endswith(_ENDINGS) and not name.startswith("META-INF/"):
            return name
    raise MusicXmlError("musicxml.archive_empty")


def _full_path(rootfile: Element) -> str:
    return rootfile.get("full-path", "")


def _unpacked(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    info = archive.getinfo(name)
    if info.flag_bits & _ENCRYPTED:
        raise MusicXmlError("musicxml.archive_encrypted")
    if info.compress_type not in _METHODS:
        raise MusicXmlError("musicxml.archive_damaged")
    is_bomb = (
        info.file_size > _ALWAYS_UNPACKED
        and info.file_size > _MOST_TIMES_SMALLER * info.compress_size
    )
    if info.file_size > limit or is_bomb:
        raise MusicXmlError("musicxml.archive_too_large", limit=MAX_BYTES // 1_000_000)
    # `zipfile` stops at the size that the archive tells, whatever comes out beyond it.
    with archive.open(info) as file:
        return file.read(limit)
