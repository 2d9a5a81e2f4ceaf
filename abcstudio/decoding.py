"""Which encoding a text is kept in, where nothing says so, and what is no text at all."""

import codecs
import re

HEAD_BYTES = 8192
"""From how many bytes at its beginning one can tell whether a file is a text."""

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What no text has: control characters other than those of lines, pages and tabs, and escape.
_CONTROLS = bytes(set(range(32)) - {*b"\t\n\v\f\r\x1b\x1a"})
# In a file of another kind one byte of ten is such a control; of a damaged text some few are.
_CONTROLS_SHARE = 0.04
_FEWEST_CONTROLS = 16
_ODD_BYTE = re.compile("[\udc80-\udcff]")
_LETTERS = re.compile(r"[^\W\d_]+")


def is_no_text(data: bytes) -> bool:
    """Return whether bytes are those of a picture, a program, an archive: of no text.

    A byte order mark says that it is one, though it may be damaged.
    """
    if data.startswith(_MARKS):
        return False
    head = data[:HEAD_BYTES]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls >= max(_FEWEST_CONTROLS, _CONTROLS_SHARE * len(head))


def guess_encoding(data: bytes) -> str:
    """Return the codec of a text without a byte order mark: "utf-8", else one of single bytes.

    A text that is UTF-8 but for some bytes stays UTF-8. Of the others it is Windows-1251 where the
    letters beyond ASCII make whole Cyrillic words, and Windows-1252 where they stand among Latin
    ones; "latin-1" is for bytes that neither has.
    """
    if _is_utf8(data):
        return "utf-8"
    if _is_cyrillic(data):
        return "cp1251"
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252"


def odd_bytes(text: str) -> int:
    """Return how many bytes of a decoded text mean nothing in its encoding."""
    return len(_ODD_BYTE.findall(text)) if not text.isascii() else 0


def without_odd_bytes(text: str) -> str:
    """Return a text with the sign of what cannot be read in place of each odd byte."""
    return text if text.isascii() else _ODD_BYTE.sub("\N{REPLACEMENT CHARACTER}", text)


def _is_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "surrogateescape")
    odd = odd_bytes(text)
    if not odd:
        return True
    good = sum(not character.isascii() for character in text) - odd
    return good >= odd


def _is_cyrillic(data: bytes) -> bool:
    """Return whether more words are Cyrillic through and through than mix both alphabets.

    Read as Windows-1251, a Western word such as "café" has one Cyrillic letter among Latin ones.
    """
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError:
        return False
    cyrillic = mixed = 0
    for word in _LETTERS.findall(text):
        if word.isascii():
            continue
        ours = sum(not character.isascii() for character in word)
        if ours < len(word):
            mixed += 1
        elif len(word) > 1:
            cyrillic += 1
    return cyrillic > mixed
