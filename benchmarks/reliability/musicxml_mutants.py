"""MusicXML files with faults in them, from files that are right, and bombs."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence

_LIST = "META-INF/container.xml"
_NUMBER = re.compile(rb">(-?\d+)<")
_ELEMENT = re.compile(rb"<(\w[\w-]*)[^<>]*?(?:/>|>[^<]*</\1>)")
_TAG = re.compile(rb"<(/?)(\w[\w-]*)")
_NUMBERS = (
    b"0", b"-1", b"1", b"2", b"3", b"99", b"1000000", b"999999999999", b"1e9", b"nan", b"0.3333",
    b"", b"\xd9\xa3", b"1/2",
)  # fmt: skip
_NAMES = (
    b"note", b"chord", b"grace", b"cue", b"backup", b"forward", b"measure", b"part", b"pitch",
    b"rest", b"voice", b"staff", b"duration", b"type", b"tie", b"lyric", b"harmony", b"barline",
)  # fmt: skip
_PIECES = (
    b"<backup><duration>64</duration></backup>",
    b"<forward><duration>3</duration></forward>",
    b'<barline location="left"><repeat direction="forward"/></barline>',
    b'<barline location="right"><ending number="1,99,x" type="start"/></barline>',
    b'<barline><repeat direction="backward" times="4000"/></barline>',
    b"<harmony><root><root-step>H</root-step></root><kind>Tristan</kind></harmony>",
    b'<direction><direction-type><words>"]! % \\ &amp; | [1</words></direction-type></direction>',
    b"<attributes><divisions>0</divisions><key><fifths>99</fifths></key></attributes>",
    b"<attributes><time><beats>3+x</beats><beat-type>5</beat-type></time></attributes>",
    b"<attributes><clef number='9'><sign>TAB</sign><line>77</line></clef></attributes>",
    b"<note><grace/><pitch><step>C</step><octave>4</octave></pitch></note>",
    b"<note><chord/><unpitched/><duration>1</duration></note>",
    b"&amp;&lt;", b"&eacute;", b"&nothing;", b"]]>", b"<!-- -- -->", b"<?php ?>", b"\x00", b"\xff",
)  # fmt: skip


def mutants(seeds: Sequence[bytes], count: int, chance: random.Random) -> Iterator[bytes]:
    """Yield so many mutated files, a third of them packed; one in twenty is derived from none."""
    for _ in range(count):
        if chance.random() < 0.05:
            yield chance.choice((b"", b"PK\x03\x04", b"<")) + chance.randbytes(
                chance.randrange(200)
            )
            continue
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.choice((1, 1, 2, 4, 16))):
            chance.choice(_WAYS)(data, chance)
        if chance.random() < 0.3:
            data = bytearray(packed(bytes(data)))
            for _ in range(chance.choice((0, 1, 4))):
                chance.choice(_BYTES)(data, chance)
        yield bytes(data)


def packed(data: bytes, **others: bytes) -> bytes:
    """Return a score as a compressed file, with other members beside it."""
    file = io.BytesIO()
    listed = b'<container><rootfiles><rootfile full-path="score.xml"/></rootfiles></container>'
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/container.xml", listed)
        archive.writestr("score.xml", data)
        for name, content in others.items():
            archive.writestr(name, content)
    return file.getvalue()


def bombs() -> Mapping[str, Callable[[], bytes]]:
    """Return small files that would be large, or read others, where they are believed."""
    head = b'<?xml version="1.0"?>\n<!DOCTYPE score-partwise ['
    laughs = b'<!ENTITY a0 "ha">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
    )
    score = b"]><score-partwise><part-list/><work><work-title>%s</work-title></work>"
    long = b"a" * 1_000_000
    default = b'<!ATTLIST note x CDATA "' + long + b'">'
    address = b'<!ENTITY %% a SYSTEM "http://127.0.0.1:1/x"> %%a;'
    return {
        "a billion laughs": lambda: head + laughs + score % b"&a11;",
        "a long entity": lambda: head + b'<!ENTITY a "' + long + b'">' + score % (b"&a;" * 10_000),
        "a long default": lambda: head + default + score % b"" + b"<note/>" * 10_000,
        "another file": lambda: head + b'<!ENTITY a SYSTEM "file:///dev/zero">' + score % b"&a;",
        "parameter entities": lambda: head + address + score % b"",
        "deep": lambda: b"<a>" * 1_000_000,
        "deep in a score": lambda: b"<score-partwise>" + b"<part>" * 100_000,
        "zeros": lambda: blown_up(b"\0" * 1000, 400_000),
        "blanks": lambda: blown_up(b" " * 1000, 400_000, b"<score-partwise>"),
        "notes": lambda: blown_up(b"<note/>" * 100, 200_000, b"<score-partwise><part>"),
        "a size that lies": _lying,
        "a list that is large": lambda: blown_up(b" " * 1000, 100_000, b"<a>", name=_LIST),
        "many members": _many_members,
    }


def blown_up(piece: bytes, times: int, head: bytes = b"", name: str = "score.xml") -> bytes:
    """Return a compressed file with a member that is one piece many times."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w") as member,
    ):
        member.write(head)
        for _ in range(times // 100):
            member.write(piece * 100)
    return file.getvalue()


def _lying() -> bytes:
    data = bytearray(blown_up(b"\n" * 1000, 400_000))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    return bytes(data)


def _many_members() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(60_000):
            archive.writestr(f"{number}", b"")
    return file.getvalue()


def _change_byte(data: bytearray, chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data) + 1) :]


def _remove(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) + 1)
    del data[start : start + chance.randrange(40)]


def _repeat(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) + 1)
    piece = bytes(data[start : start + chance.randrange(400)])
    data[start:start] = piece


def _number(data: bytearray, chance: random.Random) -> None:
    """Put another number in the place of one: the commonest damage of programs."""
    found = list(_NUMBER.finditer(data))
    if found:
        match = chance.choice(found)
        data[match.start(1) : match.end(1)] = chance.choice(_NUMBERS)


def _drop_element(data: bytearray, chance: random.Random) -> None:
    found = list(_ELEMENT.finditer(data))
    if found:
        match = chance.choice(found)
        del data[match.start() : match.end()]


def _double_element(data: bytearray, chance: random.Random) -> None:
    found = list(_ELEMENT.finditer(data))
    if found:
        match, other = chance.choice(found), chance.choice(found)
        data[other.end() : other.end()] = bytes(match[0])


def _rename(data: bytearray, chance: random.Random) -> None:
    """Give all elements of one name another one."""
    found = list(_TAG.finditer(data))
    if found:
        name = bytes(chance.choice(found)[2])
        other = chance.choice(_NAMES)
        data[:] = re.sub(rb"(</?)" + re.escape(name) + rb"(?=[\s/>])", rb"\g<1>" + other, data)


def _insert(data: bytearray, chance: random.Random) -> None:
    found = [match.start() for match in _TAG.finditer(data)] or [0]
    place = chance.choice(found)
    data[place:place] = chance.choice(_PIECES)


_BYTES = (_change_byte, _cut, _remove, _repeat)
_IN_STRUCTURE = (_number, _number, _drop_element, _double_element, _rename, _insert)
_WAYS = (*_BYTES, *_IN_STRUCTURE * 3)
