"""How the paragraphs and tables of a PDF look."""

from functools import lru_cache
from pathlib import Path
from typing import Any

CODE_FACE = "StudioMono-Regular"
_FAMILY = "StudioSerif-Regular"
_SIZES = (20, 15, 13, 11.5)


class PdfStyles:
    """The styles of a report, made once.

    Args:
        fonts: The folder of the typefaces.

    Attributes:
        body, note, bullet, code, cell, small_cell, caption, table_caption: Of paragraphs.
        grid, box: Of tables.
    """

    def __init__(self, fonts: Path) -> None:
        from reportlab.lib.colors import HexColor
        from reportlab.lib.enums import TA_CENTER
        from reportlab.lib.styles import ParagraphStyle
        from reportlab.platypus import TableStyle

        _register(fonts)
        self.body: Any = ParagraphStyle(
            "body", fontName=_FAMILY, fontSize=11.5, leading=15, spaceAfter=6
        )
        make: Any = ParagraphStyle
        italic = "StudioSerif-Italic"
        self.note = make("note", self.body, fontName=italic, textColor=HexColor("#555555"))
        self.bullet = make("bullet", self.body, leftIndent=16, bulletIndent=4, spaceAfter=3)
        self.code = make(
            "code", self.body, fontName=CODE_FACE, fontSize=8.5, leading=11, leftIndent=6,
            backColor=HexColor("#f3f4f6"), borderPadding=5, spaceBefore=6, spaceAfter=12,
        )  # fmt: skip
        self.cell = make("cell", self.body, fontSize=9.5, leading=12, spaceAfter=0)
        self.small_cell = make(
            "small", self.cell, fontSize=7, leading=9, splitLongWords=1, wordWrap="CJK"
        )
        self.caption = make(
            "caption", self.body, fontName=italic, fontSize=10, alignment=TA_CENTER, spaceAfter=10
        )
        self.table_caption = make("over", self.caption, alignment=0, spaceAfter=3, keepWithNext=1)
        self._headings = [
            make(
                f"heading{level}", self.body, fontName="StudioSerif-Bold", fontSize=size,
                leading=size * 1.25, spaceBefore=10, spaceAfter=6, keepWithNext=1,
            )
            for level, size in enumerate(_SIZES)
        ]  # fmt: skip
        line = ("GRID", (0, 0), (-1, -1), 0.5, HexColor("#999999"))
        middle = ("VALIGN", (0, 0), (-1, -1), "MIDDLE")
        head = ("BACKGROUND", (0, 0), (-1, 0), HexColor("#eef1f6"))
        self.grid = TableStyle([line, middle, head])
        ground = ("BACKGROUND", (0, 0), (-1, -1), HexColor("#fbf7ec"))
        self.box = TableStyle([("BOX", (0, 0), (-1, -1), 0.7, HexColor("#c9b779")), ground])

    def heading(self, level: int) -> Any:
        """Return the style of a heading."""
        return self._headings[min(level, len(self._headings) - 1)]

    def number_page(self, canvas: Any, document: Any) -> None:
        """Write the number of a page at its foot."""
        canvas.saveState()
        canvas.setFont(_FAMILY, 9)
        canvas.drawCentredString(document.pagesize[0] / 2, 28, str(document.page))
        canvas.restoreState()


@lru_cache(maxsize=4)
def _register(fonts: Path) -> None:
    from reportlab.lib.fonts import addMapping
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    faces = (
        ("StudioSerif-Regular", 0, 0),
        ("StudioSerif-Bold", 1, 0),
        ("StudioSerif-Italic", 0, 1),
        ("StudioSerif-BoldItalic", 1, 1),
    )
    for name, is_bold, is_italic in faces:
        registerFont(TTFont(name, str(fonts / f"{name}.ttf")))
        addMapping(_FAMILY, is_bold, is_italic, name)
    registerFont(TTFont(CODE_FACE, str(fonts / f"{CODE_FACE}.ttf")))
