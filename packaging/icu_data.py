"""The data of ICU, a library that Qt uses: 32 MB of all languages, and the part that Qt asks for.

Qt sorts by ICU, and asks it for the calendar of a time zone. Names of currencies, units, languages
and regions, dictionaries of words, and encodings other than Unicode's it never asks for. What stays
is written into a library of the same name, which binutils makes.
"""

import re
import struct
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

LIBRARY = re.compile(r"(^|/)libicudata\.so\.\d+$")
"""What the library is called in the bundle."""

_UNUSED_FOLDERS = {"brkitr", "curr", "lang", "rbnf", "region", "translit", "unit", "zone"}
_UNUSED_FILES = re.compile(r"\.(cnv|spp|cfu)$|^unames\.icu$")
# Of a language, such as "uk.res", "en_GB.res"; "root.res", "zoneinfo64.res" are of none.
_OF_LANGUAGE = re.compile(r"^([a-z]{2,3})(_\w+)?\.res$")
# The head of a package of data: its own size, the sign of ICU's data, the format, at its places.
_HEAD = struct.Struct("<H2s8x4s")
_SIGN, _FORMAT = b"\xda\x27", b"CmnD"
_ROW = struct.Struct("<II")
_ALIGNMENT = 16

_ASSEMBLY = """
    .section .rodata
    .balign 16
    .globl {symbol}
    .type {symbol}, %object
{symbol}:
    .incbin "{data}"
    .size {symbol}, . - {symbol}
    .section .note.GNU-stack, "", %progbits
"""


def is_asked_for(name: str, languages: Sequence[str]) -> bool:
    """Return whether Qt asks for an item of the data.

    Args:
        name: Such as "icudt73l/coll/uk.res".
        languages: Those of the window.
    """
    folder, _, file = name.partition("/")[2].rpartition("/")
    if folder in _UNUSED_FOLDERS or _UNUSED_FILES.search(file):
        return False
    language = _OF_LANGUAGE.match(file)
    return language is None or language[1] in languages


def read_items(data: bytes) -> tuple[bytes, dict[str, bytes]]:
    """Return the head of a package of data, and its items by name.

    Raises:
        ValueError: It is no such package.
    """
    size, sign, kind = _HEAD.unpack_from(data)
    if (sign, kind) != (_SIGN, _FORMAT):
        raise ValueError("this is no package of ICU's data")
    body = data[size:]
    (count,) = struct.unpack_from("<I", body)
    rows = [_ROW.unpack_from(body, 4 + _ROW.size * place) for place in range(count)]
    names = [body[start : body.index(b"\0", start)].decode("ascii") for start, _ in rows]
    bounds = [place for _, place in rows] + [len(body)]
    return data[:size], {
        name: body[start:end] for name, start, end in zip(names, bounds, bounds[1:], strict=False)
    }


def written_items(head: bytes, items: dict[str, bytes]) -> bytes:
    """Return a package of these items."""
    texts = b"".join(name.encode("ascii") + b"\0" for name in items)
    begin = 4 + _ROW.size * len(items)
    place, at = _aligned(begin + len(texts)), begin
    table, body = [struct.pack("<I", len(items))], []
    for name, content in items.items():
        table.append(_ROW.pack(at, place))
        body.append(content.ljust(_aligned(len(content)), b"\0"))
        at += len(name) + 1
        place += len(body[-1])
    return (
        head + (b"".join(table) + texts).ljust(_aligned(begin + len(texts)), b"\0") + b"".join(body)
    )


def make_small_library(library: Path, languages: Sequence[str], folder: Path) -> Path:
    """Write the library with nothing but what Qt asks for, and return its path.

    Args:
        library: Qt's own.
        languages: Those of the window.
        folder: Where it is written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    whole, part = folder / "whole.dat", folder / "part.dat"
    _run("objcopy", "--dump-section", f".rodata={whole}", library, "/dev/null")
    head, items = read_items(whole.read_bytes())
    part.write_bytes(
        written_items(head, {
            name: item for name, item in items.items() if is_asked_for(name, languages)
        })
    )  # fmt: skip
    version = library.name.rpartition(".")[2]
    text, compiled = folder / "data.s", folder / "data.o"
    text.write_text(_ASSEMBLY.format(symbol=f"icudt{version}_dat", data=part), encoding="utf-8")
    _run("as", "-o", compiled, text)
    made = folder / library.name
    _run("ld", "-shared", "--build-id=none", "-z", "noexecstack", "-soname", library.name,
         "-o", made, compiled)  # fmt: skip
    for path in (whole, part, text, compiled):
        path.unlink()
    return made


def _aligned(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True)


def with_small_data(
    entries: Iterable[tuple[str, str, str]], languages: Sequence[str], folder: Path
) -> list[tuple[str, str, str]]:
    """Return the bundle's entries with the small library in place of Qt's.

    Args:
        entries: The place in the bundle, the file it is made from, the kind.
        languages: Those of the window.
        folder: Where the library is made.
    """
    return [
        (place, str(make_small_library(Path(source), languages, folder)), kind)
        if kind == "BINARY" and LIBRARY.search(place)
        else (place, source, kind)
        for place, source, kind in entries
    ]
