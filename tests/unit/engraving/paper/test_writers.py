"""Sheets as SVG, PDF and PNG: readable by others, the same every time, and leading to the text."""

import io
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from PIL import Image, ImageChops

from abcstudio.corpus.sources import read_tunebook
from abcstudio.engraving.drawing.direct import engrave
from abcstudio.engraving.drawing.typefaces import FILES, Typefaces
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.engraving.paper.book import BookForm, Words, book_sheets, tune_sheets
from abcstudio.engraving.paper.flow import flow
from abcstudio.engraving.paper.paper import EngravedTune, Paper
from abcstudio.engraving.paper.pdf_writer import pdf_bytes
from abcstudio.engraving.paper.png_writer import STRIP_PIXELS, png_pictures
from abcstudio.engraving.paper.svg_writer import svg_text
from abcstudio.errors import CancelledError
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Score
from abcstudio.paths import bundled_tunebook, fonts_dir
from abcstudio.recipes.score_files import whole_picture
from abcstudio.stopping import stopping

TYPEFACES = Typefaces(fonts_dir())
PAPER = Paper()
SVG = "{http://www.w3.org/2000/svg}"
TUNE = """X:1
T:Їхав козак за Дунай & <more>
C:Trad.
R:пісня
M:2/4
L:1/8
Q:1/4=96
K:Gm
"Bb"A2 (3Bcd|"Gm"{d}e2- e2|[gb]2 z2|f4|
w:Ї-хав ко-зак_ за Ду-най
W:Дівчино, прощай
"""


def engraving_of(text: str) -> EngravedTune:
    score = parse(text)
    page = engrave(mei_of(score), EngravingOptions(score_width=PAPER.score_width))
    return EngravedTune(score.title, page)


def note_offsets(score: Score) -> Iterator[int]:
    for voice in score.voices:
        for element in voice.elements:
            if isinstance(element, Chord):
                graces = element.grace_notes.notes if element.grace_notes else ()
                for note in (*graces, *element.notes):
                    yield note.span.start


def pdf_text(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_bounded() for page in document]


def test_every_note_of_an_svg_leads_to_its_characters_and_back() -> None:
    tunes = read_tunebook(bundled_tunebook())
    for tune in [*tunes[::150], parse_as_tune(TUNE)]:
        drawn = engraving_of(tune.text)
        root = ElementTree.fromstring(
            svg_text(whole_picture(drawn, PAPER, TYPEFACES), "", TYPEFACES)
        )
        ids = [group.get("id", "") for group in root.iter(f"{SVG}g")]
        named = [element_id for element_id in ids if element_id.startswith("n-")]
        assert len(named) == len(set(named))
        offsets = {int(element_id.split("-")[1]) for element_id in named}
        assert offsets == set(note_offsets(parse(tune.text)))
        assert all(re.match(r"[\^_=]*[A-Ga-g]", tune.text[offset:]) for offset in offsets)


def parse_as_tune(text: str):
    from abcstudio.corpus.tunebook import split_tunebook

    return split_tunebook(text)[0]


def test_an_svg_stands_alone() -> None:
    svg = svg_text(whole_picture(engraving_of(TUNE), PAPER, TYPEFACES), "Їхав & <more>", TYPEFACES)
    root = ElementTree.fromstring(svg)
    assert root.findtext(f"{SVG}title") == "Їхав & <more>"
    defined = {path.get("id") for path in root.iter(f"{SVG}path") if path.get("id")}
    used = {
        use.get("{http://www.w3.org/1999/xlink}href", "").removeprefix("#")
        for use in root.iter(f"{SVG}use")
    }
    assert used == defined
    words = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert "Їхав козак за Дунай & <more>" in words
    assert "Дівчино, прощай" in words
    assert root.get("width", "").endswith("mm")


def test_a_pdf_has_its_sheets_and_its_words() -> None:
    sheets = tune_sheets(engraving_of(TUNE), PAPER, TYPEFACES)
    data = pdf_bytes(sheets, "Їхав козак", TYPEFACES)
    document = pypdfium2.PdfDocument(data)
    assert len(document) == 1
    assert document.get_metadata_dict()["Title"] == "Їхав козак"
    assert document[0].get_size() == pytest.approx((PAPER.width, PAPER.height), abs=0.1)
    (text,) = pdf_text(data)
    for words in ("Їхав козак за Дунай & <more>", "Дівчино, прощай", "Trad.", "пісня", "Ду"):
        assert words in text
    assert data.count(b"/FontFile2") >= 1


def test_the_packing_of_a_pdf_can_be_stopped_at_every_sheet() -> None:
    tunes = [engraving_of(TUNE) for _ in range(4)]
    sheets = flow(tunes, PAPER, TYPEFACES, starts_new_sheets=True).sheets
    systems = sum(len(sheet.pieces) for sheet in sheets)
    for last in range(systems, systems + len(sheets) + 1):
        asked = itertools.count()
        with pytest.raises(CancelledError), stopping(lambda: next(asked) == last):  # noqa: B023
            pdf_bytes(sheets, "T", TYPEFACES)


def test_the_same_sheets_give_the_same_bytes() -> None:
    sheets = tune_sheets(engraving_of(TUNE), PAPER, TYPEFACES)
    assert pdf_bytes(sheets, "T", TYPEFACES) == pdf_bytes(sheets, "T", TYPEFACES)
    assert b"2026" not in re.findall(rb"/CreationDate[^\n]*", pdf_bytes(sheets, "T", TYPEFACES))[0]


def test_a_book_can_be_walked_through() -> None:
    tunes = [engraving_of(TUNE), engraving_of(TUNE.replace("Їхав", "Ой"))]
    words = Words("Book", "", "Contents", "Index", "Other")
    sheets = book_sheets(tunes, words, BookForm(), PAPER, TYPEFACES)
    document = pypdfium2.PdfDocument(pdf_bytes(sheets, "Book", TYPEFACES))
    entries = list(document.get_toc())
    titles = [entry.get_title() for entry in entries]
    assert titles[0] == "Contents"
    assert titles[1].startswith("Їхав")
    assert titles[2].startswith("Ой")
    assert [entry.get_dest().get_index() for entry in entries] == [1, 2, 2, 3]


def test_letters_that_no_face_has_and_halves_of_letters_do_no_harm() -> None:
    drawn = EngravedTune("漢\ud800\n", engraving_of("X:1\nT:漢字\nK:C\nC|\n").engraved)
    sheets = tune_sheets(drawn, PAPER, TYPEFACES)
    words = Words("漢\ud800", "\ud800", "C", "I", "O")
    book = book_sheets([drawn], words, BookForm(), PAPER, TYPEFACES)
    assert len(pdf_text(pdf_bytes((*sheets, *book), "\ud800", TYPEFACES))) == 5
    assert "漢" in svg_text(sheets[0], "\ud800", TYPEFACES)


def test_a_png_is_as_large_as_asked_and_has_ink_on_it() -> None:
    sheet = whole_picture(engraving_of(TUNE), PAPER, TYPEFACES)
    pdf = pdf_bytes((sheet,), "T", TYPEFACES)
    for resolution in (72, 300):
        (data,) = png_pictures(pdf, resolution)
        picture = Image.open(io.BytesIO(data))
        assert picture.width == pytest.approx(sheet.width * resolution / 72, abs=2)
        assert picture.info["dpi"][0] == pytest.approx(resolution, abs=1)
        histogram = picture.convert("L").histogram()
        share = sum(histogram[:128]) / sum(histogram)
        assert 0.01 < share < 0.3


def test_a_picture_looks_the_same_in_one_strip_and_in_many() -> None:
    sheet = whole_picture(engraving_of(TUNE), PAPER, TYPEFACES)
    pdf = pdf_bytes((sheet,), "T", TYPEFACES)
    resolution = 150

    def drawn(strip_pixels: int) -> Image.Image:
        (data,) = png_pictures(pdf, resolution, strip_pixels=strip_pixels)
        return Image.open(io.BytesIO(data)).convert("L")

    whole = drawn(STRIP_PIXELS)
    assert whole.width * whole.height <= STRIP_PIXELS
    # Numbers are rounded a little otherwise where a strip begins.
    (_, most) = ImageChops.difference(whole, drawn(100_000)).getextrema()
    assert isinstance(most, int | float)
    assert most <= 4


def test_the_typeface_has_the_letters_of_european_tunes() -> None:
    from reportlab.pdfbase.ttfonts import TTFontFile

    wanted = "AZaz09éčžßłþğőűåøÆĳΩωЯяЇїҐґЄєІіЁёЎў'’“”„«»–—…·•№€♭♮♯"
    for file in FILES.values():
        face = TTFontFile(str(fonts_dir() / file))
        assert [letter for letter in wanted if ord(letter) not in face.charToGlyph] == []
    assert (Path(fonts_dir()) / "LICENSE-liberation.txt").is_file()


def test_bold_and_italic_are_faces_of_their_own() -> None:
    widths = {TYPEFACES.width("Reel", 10, *face) for face in FILES}
    assert len(widths) > 2
    assert len({TYPEFACES.name_of(*face) for face in FILES}) == 4


def test_a_text_is_shortened_to_its_room() -> None:
    assert TYPEFACES.shortened("Short", 10, 100) == "Short"
    cut = TYPEFACES.shortened("A rather long title of a tune", 10, 60)
    assert cut.endswith("…")
    assert TYPEFACES.width(cut, 10) <= 60
