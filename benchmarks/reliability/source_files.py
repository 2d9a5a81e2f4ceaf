"""Tunebooks in seven encodings and three kinds of line ends, and folders with unreadable files.

    python benchmarks/reliability/source_files.py --files 2000 --folder 5000 --unreadable 50

Every tunebook must open as it was written, and leave the health view byte for byte as it was where
nothing was fixed; one bad byte must not turn UTF-8 into other letters. Of a folder exactly the
files that cannot be read must be named, each with its reason, and the tunes of all others be there.
Prints JSON; exits 0 only when all of it holds.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from abcstudio.corpus.health.cleaned_book import CleanedBook
from abcstudio.corpus.sources import read_source
from abcstudio.recipes.health.cleaned_file import cleaned_bytes

LINE_ENDS = ("\n", "\r\n", "\r")
UKRAINIAN = (
    "Ой у лузі червона калина", "Цвіте терен", "Ніч яка місячна", "Розпрягайте, хлопці, коні",
    "Несе Галя воду", "Їхав козак за Дунай", "Щедрик", "Ґанок і вечорниці", "Гопак", "Коломийка",
    "Чорнії брови, карії очі", "Стоїть гора високая", "Аркан", "Метелиця", "Польова м'ята",
)  # fmt: skip
WESTERN = (
    "Café de l’été", "Grüße aus Köln", "Fáinne Geal an Lae", "Bean Pháidín", "La bourrée à deux",
    "Mädchen in Schönbrunn", "Niño perdido", "Là-bas, près du château", "Où vas-tu, Hélène?",
    "Amhrán na bhFiann", "Jävla polska från Älvdalen", "Señor Gaitero", "Ça ira", "Noël nouvelet",
)  # fmt: skip
BODIES = ("GABc dedB|dedB dedB|", "c2ec B2dB|A2A2 A2BA|", "dfaf gfed|", "e3 d cABc|")


@dataclass(frozen=True)
class Written:
    """A tunebook as it was written: what must be read of it, and its bytes."""

    encoding: str
    titles: tuple[str, ...]
    data: bytes


ENCODINGS = {
    "utf-8": (*UKRAINIAN, *WESTERN),
    "utf-8-sig": (*UKRAINIAN, *WESTERN),
    "utf-16-le": (*UKRAINIAN, *WESTERN),
    "utf-16-be": (*UKRAINIAN, *WESTERN),
    "cp1251": UKRAINIAN,
    "koi8_u": UKRAINIAN,
    "cp1252": WESTERN,
}
_MARKS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def tunebooks(count: int, rng: random.Random) -> Iterator[Written]:
    """Yield tunebooks, every encoding with every kind of line ends."""
    kinds = [(encoding, line_end) for encoding in ENCODINGS for line_end in LINE_ENDS]
    for number in range(count):
        encoding, line_end = kinds[number % len(kinds)]
        titles = tuple(rng.sample(ENCODINGS[encoding], rng.randint(2, 5)))
        text = "".join(_tune(place, title, rng) for place, title in enumerate(titles, start=1))
        text = rng.choice(("", "% a remark\n\n", "S:A book\n\n")) + text
        data = text.replace("\n", line_end).encode(encoding)
        yield Written(encoding, titles, _MARKS.get(encoding, b"") + data)


def _tune(number: int, title: str, rng: random.Random) -> str:
    body = "\n".join(rng.choice(BODIES) for _ in range(rng.randint(1, 4)))
    gap = rng.choice(("\n", "\n\n", "\n \n", "\n\nwords between\n\n"))
    return f"X:{number}\nT:{title}\nM:4/4\nL:1/8\nK:G\n{body}\n{gap}"


def damaged(written: Written, rng: random.Random) -> Written:
    """Return a tunebook in UTF-8 with one bad byte in its music."""
    at = written.data.rindex(b"|")
    byte = bytes([rng.choice((0x80, 0xA0, 0xC0, 0xE9, 0xFF))])
    return Written(written.encoding, written.titles, written.data[:at] + byte + written.data[at:])


def fault_of(written: Written, path: Path) -> str:
    """Return what goes wrong with a tunebook, "" where nothing does."""
    path.write_bytes(written.data)
    tunes = read_source(path).tunes
    if tuple(tune.title for tune in tunes) != written.titles:
        return "not read as written"
    if cleaned_bytes(CleanedBook.of(tunes), path) != written.data:
        return "not given back byte for byte"
    return ""


def fill_folder(folder: Path, count: int, unreadable: int, rng: random.Random) -> set[str]:
    """Write files of tunes into a folder, some of which cannot be read; return those."""
    bad = set(rng.sample(range(count), unreadable))
    for number in range(count):
        path = folder / f"{number % 100:02}" / f"{number:05}.abc"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(rng.choice(UNREADABLE) if number in bad else b"X:1\nT:One\nK:G\nGABc|\n")
    return {f"{number % 100:02}/{number:05}.abc" for number in bad}


UNREADABLE = (
    b"", b"\x7fELF" + bytes(500), b"PK\x03\x04" + bytes(40), b"MThd\0\0\0\x06" + bytes(8),
    b"no tune at all\n", bytes(300), "X:1\nK:C\nc|\n".encode("utf-32"), b"%PDF-1.7 \n",
)  # fmt: skip


def folder_fault(count: int, unreadable: int, rng: random.Random) -> str:
    """Return what goes wrong with a folder, "" where nothing does."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bad = fill_folder(folder, count, unreadable, rng)
        reading = read_source(folder)
        named = {one.path.relative_to(folder).as_posix() for one in reading.skipped}
        if named != bad:
            return f"named {len(named & bad)} of {len(bad)}, and {len(named - bad)} others"
        if not all(str(one.words) for one in reading.skipped):
            return "no reason"
        if len({tune.file for tune in reading.tunes}) != count - unreadable:
            return "tunes are missing"
    return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--folder", type=int, default=5000)
    parser.add_argument("--unreadable", type=int, default=50)
    parser.add_argument("--rng-seed", type=int, default=0)
    options = parser.parse_args()
    rng = random.Random(options.rng_seed)
    faults: dict[str, int] = {}
    bytes_damaged = 0
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "book.abc"
        for written in tunebooks(options.files, rng):
            cases = [written]
            if written.encoding in ("utf-8", "utf-8-sig"):
                cases.append(damaged(written, rng))
                bytes_damaged += 1
            for case in cases:
                if fault := fault_of(case, path):
                    key = f"{case.encoding}: {fault}"
                    faults[key] = faults.get(key, 0) + 1
    of_folder = folder_fault(options.folder, options.unreadable, rng)
    passed = not faults and not of_folder
    print(json.dumps({
        "files": options.files, "with_a_bad_byte": bytes_damaged, "faults": faults,
        "folder": options.folder, "unreadable": options.unreadable, "folder_fault": of_folder,
        "passed": passed,
    }))  # fmt: skip
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
