"""The letters of the score on paper: one family in four faces, measured without a screen."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from abcstudio.engraving.drawing.drawing_parts import Text, TextRun
from abcstudio.engraving.drawing.path_data import path_box

FAMILY = "Studio Serif"
FILES = {
    (False, False): "StudioSerif-Regular.ttf",
    (True, False): "StudioSerif-Bold.ttf",
    (False, True): "StudioSerif-Italic.ttf",
    (True, True): "StudioSerif-BoldItalic.ttf",
}
"""The file of each face by whether it is bold and whether it is italic."""

MUSIC_SIZE = 1000
"""Units of a sign's outline to the size of the text that it stands in."""
_MUSIC_GAP = 20
_ELLIPSIS = "…"


class Typefaces:
    """The four faces in a folder, under the names by which a PDF knows them."""

    def __init__(self, folder: Path) -> None:
        """Take the files of a folder; they are read when the first text is measured."""
        self._folder = folder

    def name_of(self, is_bold: bool, is_italic: bool) -> str:
        """Return a face's name in a PDF, ready to be used there."""
        name: str = _face(self._folder, is_bold, is_italic).fontName
        return name

    def width(
        self, text: str, size: float, is_bold: bool = False, is_italic: bool = False
    ) -> float:
        """Return how wide a text is, in the unit of its size."""
        width: float = _face(self._folder, is_bold, is_italic).stringWidth(text, size)
        return width

    def shortened(self, text: str, size: float, room: float, is_italic: bool = False) -> str:
        """Return a text that fits a width, cut off behind a letter where it must be."""
        if self.width(text, size, is_italic=is_italic) <= room:
            return text
        kept = text
        while kept and self.width(kept + _ELLIPSIS, size, is_italic=is_italic) > room:
            kept = kept[:-1]
        return kept.rstrip() + _ELLIPSIS

    def line_width(self, text: Text, outlines: Mapping[str, str]) -> float:
        """Return the width of a line with all its runs."""
        return sum(self.run_width(run, outlines) for run in text.runs)

    def run_width(self, run: TextRun, outlines: Mapping[str, str]) -> float:
        """Return the width of characters of one look."""
        if not run.is_music:
            return self.width(run.text, run.size, run.is_bold, run.is_italic)
        return sum(sign_advance(outlines.get(code, ""), run.size) for code in codes_of(run))

    def run_starts(self, text: Text, outlines: Mapping[str, str]) -> list[float]:
        """Return where each run of a line begins, from left to right."""
        x = text.x
        if text.anchor != "start":
            width = self.line_width(text, outlines)
            x -= width / 2 if text.anchor == "middle" else width
        starts = []
        for run in text.runs:
            starts.append(x)
            x += self.run_width(run, outlines)
        return starts


def codes_of(run: TextRun) -> list[str]:
    """Return the names of the outlines that draw a run of musical signs."""
    return [f"{ord(character):04X}" for character in run.text]


def sign_advance(outline: str, size: float) -> float:
    """Return how far a musical sign in a text moves what follows it."""
    return (path_box(outline).right + _MUSIC_GAP) * size / MUSIC_SIZE


@lru_cache(maxsize=8)
def _face(folder: Path, is_bold: bool, is_italic: bool) -> Any:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    file = FILES[is_bold, is_italic]
    face = TTFont(Path(file).stem, str(folder / file))
    registerFont(face)
    return face
