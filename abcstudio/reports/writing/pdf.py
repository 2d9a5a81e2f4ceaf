"""A report as a PDF file."""

import io
from html import escape
from pathlib import Path
from typing import Any

from abcstudio.reports.content import (
    Block,
    Bullets,
    Code,
    Figure,
    Heading,
    Line,
    OwnBox,
    Paragraph,
    Report,
    Style,
    Table,
    has_long_word,
)
from abcstudio.reports.writing.pdf_styles import CODE_FACE, PdfStyles

_ROOM_MM = 170.0
_CODE_COLUMNS = 92
_FURTHER = "        "


def pdf_bytes(report: Report, fonts: Path) -> bytes:
    """Return a report as a file on A4.

    Args:
        report: The report.
        fonts: The folder of the typefaces.
    """
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    data = io.BytesIO()
    styles = PdfStyles(fonts)
    document = SimpleDocTemplate(
        data, pagesize=A4, leftMargin=25 * mm, rightMargin=15 * mm, topMargin=20 * mm,
        bottomMargin=20 * mm, title=report.title, author=report.author,
    )  # fmt: skip
    pieces: list[Any] = []
    for block in report.blocks:
        pieces += _pieces(block, report, styles)
    document.build(pieces, onFirstPage=styles.number_page, onLaterPages=styles.number_page)
    return data.getvalue()


def _pieces(block: Block, report: Report, styles: PdfStyles) -> list[Any]:
    from reportlab.platypus import Paragraph as Text
    from reportlab.platypus import XPreformatted

    match block:
        case Heading():
            return [Text(_safe(block.text), styles.heading(block.level))]
        case Paragraph():
            return [Text(_line(block.line), styles.note if block.is_note else styles.body)]
        case Bullets():
            return [Text(_line(line), styles.bullet, bulletText="•") for line in block.lines]
        case Code():
            return [XPreformatted(_safe(_folded(block.text)), styles.code)]
        case Table():
            return _table(block, styles)
        case Figure():
            return _figure(block, styles)
        case OwnBox():
            return _box(block, report, styles)


def _line(line: Line) -> str:
    forms = {
        Style.PLAIN: "{}",
        Style.BOLD: "<b>{}</b>",
        Style.CODE: f'<font face="{CODE_FACE}" size="9">{{}}</font>',
        # Deeper ones, as they come, reach into the next line.
        Style.BELOW: '<sub rise="2" size="8">{}</sub>',
    }
    return "".join(forms[span.style].format(_safe(span.text)) for span in line)


def _safe(text: str) -> str:
    return escape(text.encode("utf-8", "replace").decode(), quote=False)


def _folded(text: str) -> str:
    """Return code with lines that fit the page."""
    lines = []
    for line in text.expandtabs(4).split("\n"):
        while len(line) > _CODE_COLUMNS:
            end = line.rfind(" ", _CODE_COLUMNS // 2, _CODE_COLUMNS) + 1 or _CODE_COLUMNS
            lines.append(line[:end])
            line = _FURTHER + line[end:]
        lines.append(line)
    return "\n".join(lines)


def _table(block: Table, styles: PdfStyles) -> list[Any]:
    from reportlab.lib.units import mm
    from reportlab.platypus import Paragraph as Text
    from reportlab.platypus import Table as Grid

    rows = [[Text(f"<b>{_safe(cell)}</b>", styles.cell) for cell in block.head]]
    for row in block.rows:
        sized = [styles.small_cell if has_long_word(cell) else styles.cell for cell in row]
        rows.append([Text(_safe(cell), style) for cell, style in zip(row, sized, strict=True)])
    widths = [each * _ROOM_MM * mm for each in _shares(block)]
    grid = Grid(rows, colWidths=widths, repeatRows=1, style=styles.grid, spaceAfter=10)
    caption = Text(_safe(block.caption), styles.table_caption)
    return [caption, grid]


def _shares(block: Table) -> list[float]:
    """Return how much of the page each column takes, by its longest cells."""
    longest = [
        min(60, max(8, *(len(row[column]) for row in (block.head, *block.rows))))
        for column in range(len(block.head))
    ]
    return [length / sum(longest) for length in longest]


def _figure(block: Figure, styles: PdfStyles) -> list[Any]:
    from reportlab.lib.units import mm
    from reportlab.lib.utils import ImageReader
    from reportlab.platypus import Image, KeepTogether
    from reportlab.platypus import Paragraph as Text

    width, height = ImageReader(io.BytesIO(block.png)).getSize()
    shown = min(block.width_mm, _ROOM_MM, 240.0 * width / height) * mm
    picture = Image(io.BytesIO(block.png), shown, shown * height / width)
    return [KeepTogether([picture, Text(_safe(block.caption), styles.caption)])]


def _box(block: OwnBox, report: Report, styles: PdfStyles) -> list[Any]:
    from reportlab.lib.units import mm
    from reportlab.platypus import KeepTogether
    from reportlab.platypus import Paragraph as Text
    from reportlab.platypus import Table as Grid

    title = Text(_safe(block.title), styles.heading(2))
    if block.text:
        parts = (part for part in block.text.split("\n") if part.strip())
        return [title, *(Text(_safe(part), styles.body) for part in parts)]
    said = [Text(_safe(report.empty_words), styles.note)]
    said += [Text(_safe(each), styles.bullet, bulletText="•") for each in block.questions]
    grid = Grid([[said]], colWidths=[_ROOM_MM * mm], style=styles.box, spaceAfter=10)
    return [KeepTogether([title, grid])]
