"""Which encoding a text is kept in, where nothing says so, and what is no text at all."""

import codecs
import re
from collections.abc import Sequence
from itertools import pairwise

HEAD_BYTES = 8192
"""From how many bytes at its beginning one can tell whether a file is a text."""

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SIGNS = (
    (b"MThd\0\0\0\x06", "midi"),
    (b"OggS\0", "sound"),
    (b"fLaC\0", "sound"),
    (b"PK\x03\x04", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"%PDF-1.", "pdf"),
    (b"%PDF-2.", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"SQLite format 3\0", "database"),
    (b"\x7fELF", "program"),
)
_RIFF_KINDS = {b"WAVE": "sound", b"RMID": "midi", b"sfbk": "sound", b"AVI ": "sound"}
# What no text has: control characters other than those of lines, pages and tabs, and escape.
_CONTROLS = bytes(set(range(32)) - {*b"\t\n\v\f\r\x1b\x1a"})
# In a file of another kind one byte of ten is such a control; of a damaged text some few are.
_CONTROLS_SHARE = 0.04
_FEWEST_CONTROLS = 16
_ODD_BYTE = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
# KOI8-R has the same Russian letters as KOI8-U, and frames where that has Ukrainian ones.
_CYRILLIC = ("cp1251", "koi8_u")
_ENOUGH_BYTES = 1_000_000
# Some ten milliseconds, while the window waits.
_ENOUGH_LETTERS = 100_000
# The letters of Ukrainian and Russian, the most frequent first.
_BY_FREQUENCY = "оаеинтісрвлкудмпьязбгчйыхїюжцєшщфэґъё"
# Less likely ones are Greek, Hebrew or Arabic letters, or pairs of bytes, read as Cyrillic.
_LIKELY = 1.25
_VOWELS = frozenset("аеёиоуыэюяіїє")
_LIKELINESS = {letter: 1 - rank / 40 for rank, letter in enumerate(_BY_FREQUENCY)}
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNS_BEYOND_ASCII = re.compile(r"[^\w\s\x00-\x7f]")
_WESTERN = frozenset(
    "abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïñòóôõöøùúûüßœ½¼"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜ"
)
_WESTERN_SIGNS = frozenset("‘’“”–—…«»°©®´·¿¡\N{NO-BREAK SPACE}")
_STRANGE_SHARE = 0.1
_CHARSET = re.compile(rb"(?:^|[\r\n])(?:%%|I:)[ \t]*abc-charset[ \t]+([\w.:-]{1,40})")
_CHARSET_LINE = re.compile(r"^((?:%%|I:)[ \t]*abc-charset[ \t]+)[\w.:-]+", re.MULTILINE)
_VERSION_LINE = re.compile(r"%abc[^\n]*\n")
_DECLARED_NAMES = {
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "cp1252": "windows-1252",
    "cp1253": "windows-1253",
    "cp1254": "windows-1254",
    "cp1257": "windows-1257",
    "iso8859_2": "iso-8859-2",
    "koi8_u": "koi8-u",
    "mac_roman": "macintosh",
}
_ASCII = bytes(range(32, 127)) + b"\t\r\n"


def known_kind(data: bytes) -> str:
    """Return what the first bytes of a file say it is, such as "midi"; "" where they do not."""
    if data.startswith(b"RIFF") and data[8:12] in _RIFF_KINDS:
        return _RIFF_KINDS[data[8:12]]
    # A .safetensors file: the length of its JSON in eight bytes, and then that.
    if data[4:10] == b'\0\0\0\0{"':
        return "model"
    return next((kind for sign, kind in _SIGNS if data.startswith(sign)), "")


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

    A text that is UTF-8 but for some bytes stays UTF-8. Of the others it is Cyrillic where the
    letters beyond ASCII make whole words (Windows-1251 or KOI8-U, whichever makes better ones), and
    Windows-1252 where they stand among Latin ones; "latin-1" is for bytes that it has not.
    """
    if _is_utf8(data):
        return "utf-8"
    cyrillic = max(_CYRILLIC, key=lambda encoding: _likeliness(data, encoding))
    if _is_cyrillic(data, cyrillic):
        return cyrillic
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252"


def declared_encoding(data: bytes) -> str:
    """Return the codec that `%%abc-charset` names among a text's first lines (ABC 2.1).

    It is "" where there is no such line, or none that names a codec of a text of ABC.
    """
    match = _CHARSET.search(data[:HEAD_BYTES])
    return "" if match is None else codec_named(match[1].decode("ascii", "replace"))


def declaring_utf8(text: str) -> str:
    """Return a text whose `%%abc-charset`, if it has one, names UTF-8."""
    return _CHARSET_LINE.sub(r"\1utf-8", text)


def declaring(text: str, codec: str) -> str:
    """Return a text that names an encoding: in its `%%abc-charset`, or in a new one at the top."""
    name = _DECLARED_NAMES.get(codec, codec)
    changed, count = _CHARSET_LINE.subn(rf"\g<1>{name}", text, count=1)
    if count:
        return changed
    head = _VERSION_LINE.match(text)
    place = head.end() if head else 0
    return f"{text[:place]}%%abc-charset {name}\n{text[place:]}"


def codec_named(name: str) -> str:
    """Return Python's name of an encoding, "" for one that is unknown or has other ASCII bytes."""
    try:
        codec = codecs.lookup(name).name
        if _ASCII.decode("ascii").encode(codec) != _ASCII:
            return ""
    except (LookupError, UnicodeError, TypeError):
        return ""
    return "utf-8" if codec == "ascii" else codec


def is_doubtful(text: str, encoding: str) -> bool:
    """Return whether the letters speak against the encoding that `guess_encoding` gave.

    Greek in Windows-1253 makes Cyrillic words that no language has, Polish in Windows-1250 words
    such as "³owicki". It is a hint only: what is not doubtful is a guess all the same.
    """
    text = text[:_ENOUGH_LETTERS]
    words = [word for word in _LETTERS.findall(text) if not word.isascii()]
    if encoding in _CYRILLIC:
        # Hebrew makes capitals only.
        is_written = any(len(word) > 1 and word.istitle() for word in words)
        return not is_written or _words_likeliness(words) < _LIKELY
    signs = _SIGNS_BEYOND_ASCII.findall(text)
    strange = sum(sign not in _WESTERN_SIGNS for sign in signs) + sum(map(_is_strange, words))
    return strange > _STRANGE_SHARE * (len(words) + len(signs))


def odd_bytes(text: str) -> int:
    """Return how many bytes of a decoded text mean nothing in its encoding."""
    try:
        # Ten times as quick as looking for them, and most texts have none.
        text.encode("utf-8")
    except UnicodeEncodeError:
        return len(_ODD_BYTE.findall(text))
    return 0


def without_odd_bytes(text: str) -> str:
    """Return a text with the sign of what cannot be read in place of each odd byte."""
    return text if text.isascii() else _ODD_BYTE.sub("\N{REPLACEMENT CHARACTER}", text)


def _is_utf8(data: bytes) -> bool:
    """Return whether bytes are UTF-8, but for some that are damaged.

    Two letters of Windows-1251 may look like one of UTF-8, beside others that do not. So what is
    good counts where it outweighs the odd bytes of its own word.
    """
    text = data.decode("utf-8", "surrogateescape")
    odd = odd_bytes(text)
    if not odd:
        return True
    good = 0
    for run in _BEYOND_ASCII.findall(text):
        odd_here = odd_bytes(run)
        good_here = len(run) - odd_here
        good += good_here if good_here > odd_here else 0
    return good >= odd


def _likeliness(data: bytes, encoding: str) -> float:
    """Return how much the Cyrillic words of a text look like words, from 0 to 2."""
    try:
        text = data[:_ENOUGH_BYTES].decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    return _words_likeliness([word for word in _LETTERS.findall(text) if not word.isascii()])


def _words_likeliness(words: Sequence[str]) -> float:
    """Return how much Cyrillic words look like words, from 0 to 2.

    What is small in Windows-1251 is capital in KOI8 and the other way round, so one of the two
    makes words such as "гОПАК". Words in capitals or small letters alone are decided by their
    letters.
    """
    letters = sum(map(len, words))
    likely = sum(
        _word_likeliness(word.lower()) * len(word)
        for word in words
        if word.islower() or word.isupper() or word.istitle()
    )
    return likely / letters if letters else 0.0


def _is_strange(word: str) -> bool:
    """Return whether no Western language writes a word so, as far as its letters tell."""
    has_ascii = any(map(str.isascii, word))
    return not _WESTERN.issuperset(word) or (len(word) > 1 and not has_ascii)


def _word_likeliness(word: str) -> float:
    """Return how frequent the letters are, and how often vowels and consonants take turns."""
    frequent = sum(_LIKELINESS.get(letter, 0.0) for letter in word) / len(word)
    are_vowels = [letter in _VOWELS for letter in word]
    turns = sum(one != other for one, other in pairwise(are_vowels))
    return frequent + (turns / (len(word) - 1) if len(word) > 1 else 0.0)


def _is_cyrillic(data: bytes, encoding: str) -> bool:
    """Return whether more words are Cyrillic through and through than mix both alphabets.

    Read as Cyrillic, a Western word such as "café" has one Cyrillic letter among Latin ones.
    """
    try:
        text = data.decode(encoding)
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
