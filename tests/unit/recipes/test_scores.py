"""Scores and tunebooks written to files by the recipes that window and command line share."""

import itertools
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.engraving.drawing.direct import engrave
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions
from abcstudio.engraving.paper.book import BookForm
from abcstudio.errors import CancelledError, EngravingError, ExportError
from abcstudio.paths import fonts_dir
from abcstudio.recipes.book import BookProgress, export_book
from abcstudio.recipes.export import ExportResult, export_tune
from abcstudio.recipes.export_options import ExportOptions
from abcstudio.recipes.export_run import ExportRun
from abcstudio.recipes.score_files import ScoreOptions
from abcstudio.stopping import stopping

HEADER = "%abc-2.1\nC:Nobody\nM:4/4\nL:1/8\n"
TUNES = "".join(f"\nX:{n}\nT:Tune {n}\nR:reel\nK:D\n|:DEFG ABcd|efga f4:|\n" for n in (1, 2, 3))
BOOK = HEADER + TUNES
LONG_REEL = "X:{0}\nT:Reel {0}\nM:4/4\nL:1/8\nK:D\n" + "DEFG ABcd|efga f4|DEFG ABcd|efga f4|\n" * 5
LONG = "X:1\nT:Long\nM:4/4\nL:1/8\nK:D\n" + "DEFG ABcd|efga f4|\n" * 30
OPTIONS = ScoreOptions(fonts_dir(), resolution=40)
EXPORT = ExportOptions(score=OPTIONS)


def failing_at(number: int) -> ScoreOptions:
    """Return options whose engraver fails at one tune."""

    def draw(mei: str, options: EngravingOptions) -> EngravedScore:
        if f"Tune {number}" in mei:
            raise EngravingError("engraving.failed")
        return engrave(mei, options)

    return ScoreOptions(fonts_dir(), engrave=draw)


def export_file(path: Path, format: str, out: Path, how: ExportOptions) -> list[ExportResult]:
    """Write the tunes of one tunebook."""
    results: list[ExportResult] = []
    ExportRun([path], format, out, how).write(lambda _path, result: results.append(result))
    return results


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.abc"
    path.write_text(BOOK, encoding="utf-8")
    return path


def test_a_tunebook_gives_a_file_a_tune(book: Path, tmp_path: Path) -> None:
    for format, start in (("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG")):
        results = export_file(book, format, tmp_path / "out", EXPORT)
        names = [result.path.name for result in results if result.path]
        assert names == [f"book.{format}", f"book-2.{format}", f"book-3.{format}"]
        assert all(result.path.read_bytes().startswith(start) for result in results if result.path)


def test_ids_count_in_the_tune_s_own_text_also_under_a_file_header(
    book: Path, tmp_path: Path
) -> None:
    export_file(book, "svg", tmp_path, EXPORT)
    text = split_tunebook(BOOK)[1].text
    root = ElementTree.parse(tmp_path / "book-2.svg").getroot()
    ids = {group.get("id", "") for group in root.iter("{http://www.w3.org/2000/svg}g")}
    assert f"n-{text.index('DEFG')}" in ids
    words = ["".join(t.itertext()) for t in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "Nobody" in words


def test_a_picture_of_a_long_tune_has_several_files_and_a_drawing_one(tmp_path: Path) -> None:
    path = export_tune(LONG, "png", tmp_path / "long.png", EXPORT)
    assert path.name == "long.png"
    names = sorted(file.name for file in tmp_path.iterdir())
    assert names == ["long-p2.png", "long-p3.png", "long.png"]
    export_tune(LONG, "svg", tmp_path / "svg" / "long.svg", EXPORT)
    assert [file.name for file in (tmp_path / "svg").iterdir()] == ["long.svg"]


def test_a_tune_that_cannot_be_drawn_does_not_stop_the_others(book: Path, tmp_path: Path) -> None:
    results = export_file(book, "pdf", tmp_path, ExportOptions(score=failing_at(2)))
    assert [result.path is not None for result in results] == [True, False, True]
    assert isinstance(results[1].error, EngravingError)


def test_a_score_needs_its_typeface(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        export_tune(LONG, "pdf", tmp_path / "long.pdf")


def test_a_book_is_one_pdf(tmp_path: Path) -> None:
    told: list[BookProgress] = []
    target = tmp_path / "new" / "book.pdf"
    form, tunes = BookForm(), split_tunebook(BOOK)
    result = export_book(tunes, "My Book", target, OPTIONS, form, report=told.append)
    assert (result.path, result.tunes, result.lost) == (target, 3, ())
    document = pypdfium2.PdfDocument(target.read_bytes())
    assert len(document) == result.sheets == 4
    text = document[0].get_textpage().get_text_bounded()
    assert text.split() == ["My", "Book", "3", "tunes"]
    contents = document[1].get_textpage().get_text_bounded()
    assert "Tune 2" in contents
    assert "D major" in contents
    assert [progress.done for progress in told if not progress.is_writing] == [0, 1, 2]
    assert [progress.done for progress in told if progress.is_writing] == [0, 1, 2, 3]
    assert {progress.total for progress in told} == {3, 4}
    document.close()


def test_a_few_tunes_are_one_sheet_where_it_holds_them(tmp_path: Path) -> None:
    target = tmp_path / "set.pdf"

    def written(count: int, form: BookForm | None = None) -> list[str]:
        tunes = split_tunebook("\n\n".join(LONG_REEL.format(n + 1) for n in range(count)))
        assert len(tunes) == count
        export_book(tunes, "Friday", target, OPTIONS, form)
        document = pypdfium2.PdfDocument(target.read_bytes())
        texts = [sheet.get_textpage().get_text_bounded() for sheet in document]
        document.close()
        return texts

    (sheet,) = written(3)
    assert all(f"Reel {number}" in sheet for number in (1, 2, 3))
    assert "Friday" in sheet
    assert "tunes" not in sheet
    as_large_as_wanted = replace(BookForm.of(3), fits_one_sheet=False)
    assert len(written(3, as_large_as_wanted)) == 2
    assert len(written(8)) < 8
    assert "9 tunes" in written(9)[0]


def test_a_book_is_the_same_every_time(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        export_book(split_tunebook(BOOK), "Book", tmp_path / name, OPTIONS)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_book_goes_on_without_a_tune_that_cannot_be_drawn(tmp_path: Path) -> None:
    form = BookForm(index_order="")
    result = export_book(split_tunebook(BOOK), "Book", tmp_path / "book.pdf", failing_at(2), form)
    assert [lost.title for lost in result.lost] == ["Tune 2"]
    assert result.tunes == 2


def test_a_book_says_when_it_cannot_be(tmp_path: Path) -> None:
    target = tmp_path / "book.pdf"
    tunes = split_tunebook(BOOK)
    with pytest.raises(ExportError, match="book_empty"):
        export_book(tunes[1:2], "Book", target, failing_at(2))
    with pytest.raises(ExportError, match="book_too_long"):
        export_book(tunes * 1000, "Book", target, OPTIONS)
    with pytest.raises(ExportError, match="unwritable"):
        export_book(tunes, "Book", tmp_path, OPTIONS)
    with pytest.raises(CancelledError), stopping(lambda: True):
        export_book(tunes, "Book", target, OPTIONS)
    late = iter([False] * len(tunes) + [True])
    with pytest.raises(CancelledError), stopping(lambda: next(late)):
        export_book(tunes, "Book", target, OPTIONS)
    assert not target.exists()


@pytest.mark.parametrize("format", ["svg", "pdf", "png"])
def test_an_export_can_be_stopped_in_every_part_of_it(format: str, tmp_path: Path) -> None:
    asked = 0
    last = 10**9

    def should_stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > last

    target = tmp_path / f"tune.{format}"
    options = ExportOptions(score=replace(OPTIONS, resolution=300))
    with stopping(should_stop):
        export_tune(LONG, format, target, options)
    # Before each line that is read, each of 60 measures twice, each of 30 systems that are written.
    wanted = 30 + 2 * 60 + 30
    assert asked >= wanted
    for path in tmp_path.iterdir():
        path.unlink()
    for last in range(0, asked, 13):
        asked = 0
        with pytest.raises(CancelledError), stopping(should_stop):
            export_tune(LONG, format, target, options)
        assert asked == last + 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("format", "lines_and_measures"), [("musicxml", 30 + 60), ("mid", 30)])
def test_an_export_that_draws_nothing_can_be_stopped_too(
    format: str, lines_and_measures: int, tmp_path: Path
) -> None:
    for last in range(lines_and_measures):
        asked = itertools.count()
        with pytest.raises(CancelledError), stopping(lambda: next(asked) == last):  # noqa: B023
            export_tune(LONG, format, tmp_path / "tune", EXPORT)
    assert not list(tmp_path.iterdir())
