"""Raw tunebooks in, one clean tunebook and its figures out: the recipe behind `resources/tunes`."""

import re
import subprocess
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from abcstudio.corpus.similarity import contours_of, duplicates
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune import Tune
from abcstudio.errors import CorpusError
from abcstudio.files import atomic_write
from abcstudio.stopping import stop_if_asked
from abcstudio.temporary_files import temporary_folder
from cleaning.cleaning import Book, CleanTune, UnusableTune, clean_tune

IRISH = Book("irish", source="MIT Introduction to Deep Learning, irish.abc")
ONEILL = Book(
    "oneill", "O'Neill's Music of Ireland (1903)", is_numbered=True, has_oneill_sections=True
)
RYAN = Book("ryan", "Ryan's Mammoth Collection (1883)")
AIRD = Book("aird", "Aird's Airs (1782-1803)", is_numbered=True)
MINSTRELSY = Book("northumbrian-minstrelsy", "Northumbrian Minstrelsy (1882)", is_numbered=True)

_ERROR_LINE = re.compile(r"^Error in line-char (\d+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PrepareRequest:
    """What to prepare.

    Attributes:
        books: Each collection with its file or folder, the most trusted first: of two
            transcriptions of one tune the first stays.
        output: The tunebook to write.
        checker: The program `abc2midi`, None to leave its check out.
        beside: A tunebook whose tunes are left out, None for none.
    """

    books: tuple[tuple[Book, Path], ...]
    output: Path
    checker: str | None = None
    beside: Path | None = None


@dataclass(frozen=True, slots=True)
class PrepareReport:
    """How far the preparation is: tunes cleaned, of all."""

    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFigures:
    """What became of one collection's tunes.

    Attributes:
        rejected_raw: Raw tunes in which the checker finds an error.
        fixed: Shipped ones of these.
        repaired: Shipped tunes whose notes or form were repaired, the checker aside.
        duplicates: Left out because an earlier tune has the melody or the place in the book.
        dropped: Reasons and counts.
    """

    read: int = 0
    rejected_raw: int = 0
    shipped: int = 0
    fixed: int = 0
    repaired: int = 0
    duplicates: int = 0
    dropped: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareResult:
    """The figures of a preparation.

    Attributes:
        books: By short name.
        repairs: How many shipped tunes needed each kind of repair.
        tunes: Shipped, all books together.
        characters: Of the whole file.
        distinct_characters: Of the whole file.
        with_rhythm: The share of tunes with `R:`.
    """

    books: dict[str, BookFigures]
    repairs: dict[str, int]
    tunes: int
    characters: int
    distinct_characters: int
    with_rhythm: float


def prepare(
    request: PrepareRequest,
    report: Callable[[PrepareReport], None] = lambda _: None,
) -> PrepareResult:
    """Clean the books into one tunebook file.

    Raises:
        CorpusError: A book cannot be read.
        CancelledError: The work is to stop; nothing was written.
        OSError: The output cannot be written, or the checker cannot be run.
    """
    raw = [
        _RawTune(book, tune.text.replace("\r\n", "\n").replace("\r", "\n"))
        for book, path in request.books
        for tune in read_tunebook(path)
    ]
    for done, tune in enumerate(raw, start=1):
        stop_if_asked()
        tune.outcome = clean_tune(tune.text, tune.book)
        if done % 100 == 0 or done == len(raw):
            report(PrepareReport(done, len(raw)))
    if request.checker is not None:
        _check(request.checker, raw)
    _mark_duplicates(raw, read_tunebook(request.beside) if request.beside is not None else ())
    shipped = [tune for tune in raw if tune.is_shipped]
    if not shipped:
        raise CorpusError("corpus.no_tunes", path=request.books[0][1])
    text = (
        "\n\n".join(_clean(tune).text(number) for number, tune in enumerate(shipped, start=1))
        + "\n"
    )
    atomic_write(request.output, text.encode("ascii"))
    return _result(raw, text)


@dataclass(slots=True)
class _RawTune:
    """A raw tune and what has become of it so far."""

    book: Book
    text: str
    outcome: CleanTune | UnusableTune | None = None
    is_rejected_raw: bool = False
    is_duplicate: bool = False

    @property
    def is_shipped(self) -> bool:
        return isinstance(self.outcome, CleanTune) and not self.is_duplicate


def _clean(tune: _RawTune) -> CleanTune:
    assert isinstance(tune.outcome, CleanTune)
    return tune.outcome


def rejected_tunes(checker: str, texts: Sequence[str]) -> set[int]:
    """Return the places of the tunes in which `abc2midi -c` finds an error."""
    lines_of: list[int] = []
    for place, text in enumerate(texts):
        lines_of += [place] * (text.strip("\n").count("\n") + 2)
    with temporary_folder("abcstudio-prepare-") as folder:
        path = folder / "tunes.abc"
        atomic_write(path, "".join(text.strip("\n") + "\n\n" for text in texts).encode())
        run = subprocess.run([checker, str(path), "-c"], capture_output=True, check=False)
    output = run.stdout.decode("utf-8", "replace")
    return {lines_of[int(match[1]) - 1] for match in _ERROR_LINE.finditer(output)}


def _check(checker: str, raw: list[_RawTune]) -> None:
    """Note which raw tunes the checker rejects, and drop the cleaned ones that it still rejects."""
    for place in rejected_tunes(checker, [tune.text for tune in raw]):
        raw[place].is_rejected_raw = True
    cleaned = [tune for tune in raw if tune.is_shipped]
    for place in rejected_tunes(checker, [_clean(tune).text(1) for tune in cleaned]):
        cleaned[place].outcome = UnusableTune(
            cleaned[place].book.name, "", "abc2midi finds an error"
        )


def _mark_duplicates(raw: list[_RawTune], known: Sequence[Tune]) -> None:
    """Mark the tunes that repeat a melody, in any key, also a known one's, or a place in a book."""
    cleaned = [tune for tune in raw if tune.is_shipped]
    texts = [tune.text for tune in known] + [_clean(tune).text(1) for tune in cleaned]
    by_melody = duplicates(contours_of(texts))
    places: set[str] = set()
    for number, tune in enumerate(cleaned, start=len(known)):
        place = _clean(tune).place
        tune.is_duplicate = number in by_melody or place in places
        if place and not tune.is_duplicate:
            places.add(place)


def _result(raw: list[_RawTune], text: str) -> PrepareResult:
    names = dict.fromkeys(tune.book.name for tune in raw)
    shipped = [_clean(tune) for tune in raw if tune.is_shipped]
    return PrepareResult(
        books={name: _figures([tune for tune in raw if tune.book.name == name]) for name in names},
        repairs=dict(Counter(repair for tune in shipped for repair in sorted(tune.repairs))),
        tunes=len(shipped),
        characters=len(text),
        distinct_characters=len(set(text)),
        with_rhythm=round(sum("R" in dict(tune.fields) for tune in shipped) / len(shipped), 3),
    )


def _figures(raw: list[_RawTune]) -> BookFigures:
    shipped = [tune for tune in raw if tune.is_shipped]
    return BookFigures(
        read=len(raw),
        rejected_raw=sum(tune.is_rejected_raw for tune in raw),
        shipped=len(shipped),
        fixed=sum(tune.is_rejected_raw for tune in shipped),
        repaired=sum(bool(_clean(tune).repairs) for tune in shipped),
        duplicates=sum(tune.is_duplicate for tune in raw),
        dropped=dict(
            Counter(tune.outcome.reason for tune in raw if isinstance(tune.outcome, UnusableTune))
        ),
    )
