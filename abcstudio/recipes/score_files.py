"""A tune's score as SVG, PDF or PNG, and on sheets for the printer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from abcstudio.engraving.drawing.direct import engrave
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.typefaces import Typefaces
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.engraving.paper.book import tune_sheets
from abcstudio.engraving.paper.flow import flow
from abcstudio.engraving.paper.paper import EngravedTune, Paper, Sheet
from abcstudio.engraving.paper.pdf_writer import pdf_bytes
from abcstudio.engraving.paper.png_writer import DEFAULT_RESOLUTION, png_pictures
from abcstudio.engraving.paper.svg_writer import svg_text
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score
from abcstudio.recipes.remarks import unread
from abcstudio.recipes.tune_files import TuneFile, TuneFiles

SCORE_FORMATS = ("svg", "pdf", "png")

Engrave = Callable[[str, EngravingOptions], EngravedScore]

BORDER = 10.0
"""Points that stay empty around the music."""
_ENDLESS = 1e7


def whole_picture(tune: EngravedTune, paper: Paper, typefaces: Typefaces) -> Sheet:
    """Return all of a tune as one picture, as high as it needs to be."""
    return pictures(tune, replace(paper, height=_ENDLESS), typefaces)[0]


def pictures(tune: EngravedTune, paper: Paper, typefaces: Typefaces) -> tuple[Sheet, ...]:
    """Return a tune as one picture, or as several where it is longer than a sheet of paper."""
    return tuple(_cut(sheet) for sheet in flow((tune,), paper, typefaces).sheets)


def _cut(sheet: Sheet) -> Sheet:
    """Return what there is of the music, with a border around it."""
    box = sheet.music
    dx, dy = BORDER - box.left, BORDER - box.top
    pieces = tuple(piece._replace(x=piece.x + dx, y=piece.y + dy) for piece in sheet.pieces)
    return Sheet(
        width=box.right - box.left + 2 * BORDER,
        height=box.bottom - box.top + 2 * BORDER,
        pieces=pieces,
    )


@dataclass(frozen=True, slots=True)
class ScoreOptions:
    """How scores are drawn.

    Attributes:
        fonts: The folder of the typeface.
        paper: For a picture it says how wide the music is, and how large.
        resolution: Of a PNG, in dots an inch.
        engrave: What draws MEI; the window has a process of its own for it.
    """

    fonts: Path
    paper: Paper = Paper()  # noqa: RUF009
    resolution: int = DEFAULT_RESOLUTION
    engrave: Engrave = engrave

    def engraved_of(self, score: Score) -> EngravedScore:
        """Return the engraved page of a score, as wide as the paper.

        Raises:
            EngravingError: It cannot be drawn.
        """
        width = self.paper.score_width
        return self.engrave(mei_of(score, width), EngravingOptions(score_width=width))


@dataclass(frozen=True, slots=True)
class Picture:
    """A tune as a picture: what to paint, and the same as SVG."""

    sheet: Sheet
    svg: str


def score_files(text: str, file_header: str, format: str, options: ScoreOptions) -> TuneFiles:
    """Return the files that a tune's score makes: several only where a PNG has several sheets.

    Raises:
        EngravingError: It cannot be drawn.
    """
    score = parse(text, file_header)
    tune = EngravedTune(score.title, options.engraved_of(score))
    sheets = enumerate(_drawn(tune, format, options), start=1)
    return TuneFiles(
        [
            TuneFile("" if number == 1 else f"-p{number}", (data,), len(data))
            for number, data in sheets
        ],
        list(unread(score)),
    )


def sheets_of(text: str, file_header: str, options: ScoreOptions) -> tuple[Sheet, ...]:
    """Return the sheets of paper that hold a tune.

    Raises:
        EngravingError: It cannot be drawn.
    """
    tune = _engraved(text, file_header, options)
    return tune_sheets(tune, options.paper, Typefaces(options.fonts))


def picture_of(text: str, file_header: str, options: ScoreOptions) -> Picture:
    """Return a tune as one picture.

    Raises:
        EngravingError: It cannot be drawn.
    """
    tune, typefaces = _engraved(text, file_header, options), Typefaces(options.fonts)
    sheet = whole_picture(tune, options.paper, typefaces)
    return Picture(sheet, svg_text(sheet, tune.title, typefaces))


def _drawn(tune: EngravedTune, format: str, options: ScoreOptions) -> list[bytes]:
    """Return the data of each file of an engraved tune."""
    typefaces, paper = Typefaces(options.fonts), options.paper
    if format == "pdf":
        sheets = tune_sheets(tune, paper, typefaces)
        return [pdf_bytes(sheets, tune.title, typefaces)]
    if format == "svg":
        sheet = whole_picture(tune, paper, typefaces)
        return [svg_text(sheet, tune.title, typefaces).encode()]
    sheets = pictures(tune, paper, typefaces)
    pdf = pdf_bytes(sheets, tune.title, typefaces)
    return png_pictures(pdf, options.resolution)


def _engraved(text: str, file_header: str, options: ScoreOptions) -> EngravedTune:
    score = parse(text, file_header)
    return EngravedTune(score.title, options.engraved_of(score))
