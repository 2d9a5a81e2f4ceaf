"""Two thousand text files: every encoding, line ending and last line, and odd contents."""

import codecs
import itertools
from collections.abc import Callable, Iterator
from random import Random

from abcstudio.corpus.sources import read_tunebook
from abcstudio.paths import bundled_tunebook

ENDINGS = ("\n", "\r\n", "\r", "mixed")

CONTENTS = {
    "empty": "",
    "one line": "X:1",
    "only line ends": "\n\n\n",
    "headless": "ABcd|efga|",
    "umlauts and accents": "X:1\nT:Café Nürnberg\nC:Ó Riada\nK:G\nGABc|",
    "Cyrillic": "X:1\nT:Ой у вишневому саду\nK:Em\nEGBe|",
    "clef signs": "X:1\nT:𝄞 and 𝄢, e\u0301 and 👩‍🎤\nK:C\nC|",
    "NULs": "X:1\nT:\x00\x00end\x00\nK:C\nC\x00D|",
    "control characters": "X:1\nT:\x01\x08\x0b\x1a\x1b\x7f\nK:C\nC|",
    "form feeds": "X:1\nK:C\nC|\n\x0c\nX:2\x0cK:D\nD|\x0c",
    "Unicode line ends": "X:1\nT:one\u2028two\u2029three\x85four\nK:C\nC|",
    "characters that Qt uses itself": "X:1\nT:\ufdd0\ufdd1\ufffc\ufffe\uffff\nK:C\nC|",
    "private characters": "X:1\nT:\uf700\uf77f\ue000\nK:C\nC|",
    "marks inside": "X:1\nT:\ufeffmark\ufeff\nK:C\nC|\ufeff",
    "blanks that do not break": "X:1\nT:a\xa0b\u202fc\u2007d\nK:C\nC|\t \t",
    "right to left": "X:1\nT:\u05e9\u05dc\u05d5\u05dd \u202eabc\u202c\nK:C\nC|",
    "a long line": "X:1\nT:long\nK:C\n" + "ABcd efga|" * 8_000,
    "many lines": "X:1\nT:many\nK:C\n" + "ABcd|\n" * 1_500,
    "replacement characters": "X:1\nT:\ufffd?\ufffd\nK:C\nC|",
    "no tune": "Dear friend,\n\nthe tune is below.\n",
}
"""Kinds of text by name; real tunes make the rest."""


ODD_BYTES = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x81", b"\xf5\x80", b"\xc0\xaf")
"""What UTF-8 has no meaning for: stray bytes, half characters, a lone surrogate, a long slash."""


def _marked(mark: bytes, encoding: str) -> Callable[[Random, str], bytes]:
    return lambda _random, text: mark + text.encode(encoding, "replace")


def _plain(encoding: str) -> Callable[[Random, str], bytes]:
    return lambda _random, text: text.encode(encoding, "replace")


def _with_odd_bytes(mark: bytes) -> Callable[[Random, str], bytes]:
    """Return an encoder that also puts bytes in that mean nothing in UTF-8."""

    def encode(random: Random, text: str) -> bytes:
        data = bytearray(text.encode())
        for _ in range(random.randint(1, 5)):
            odd = random.choice(ODD_BYTES)
            place = random.randint(0, len(data))
            data[place:place] = odd
        return mark + bytes(data)

    return encode


ENCODINGS = {
    "utf-8": _plain("utf-8"),
    "utf-8 with a mark": _marked(codecs.BOM_UTF8, "utf-8"),
    "latin-1": _plain("latin-1"),
    "cp1252": _plain("cp1252"),
    "cp1251": _plain("cp1251"),
    "utf-16-le": _marked(codecs.BOM_UTF16_LE, "utf-16-le"),
    "utf-16-be": _marked(codecs.BOM_UTF16_BE, "utf-16-be"),
    "utf-16 with half a character": lambda _random, text: (
        codecs.BOM_UTF16_LE + text.encode("utf-16-le") + b"\x00\xd8"
    ),
    "odd bytes": _with_odd_bytes(b""),
    "odd bytes after a mark": _with_odd_bytes(codecs.BOM_UTF8),
}


def odd_files(seed: int, every: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of 2,000 files, or of one in so many of them."""
    tunes = [tune.text for tune in read_tunebook(bundled_tunebook())[:500]]
    real = {f"tune {number}": "" for number in range(25 - len(CONTENTS))}
    combinations = itertools.product(ENCODINGS, ENDINGS, (False, True), {**CONTENTS, **real})
    for number, (encoding, ending, ends, content) in enumerate(combinations):
        if number % every:
            continue
        random = Random(f"{seed}/{number}")
        text = CONTENTS[content] if content in CONTENTS else random.choice(tunes)
        text = text.rstrip("\n") + ("\n" if ends else "")
        data = ENCODINGS[encoding](random, _ended(random, text, ending))
        last = "a last line end" if ends else "no last line end"
        yield f"{encoding}, {ending!r}, {last}, {content}", data


def _ended(random: Random, text: str, ending: str) -> str:
    """Return a text with one kind of line ending, or with several."""
    if ending != "mixed":
        return text.replace("\n", ending)
    pieces = text.split("\n")
    return (
        "".join(piece + random.choice(("\n", "\r\n", "\r")) for piece in pieces[:-1]) + pieces[-1]
    )
