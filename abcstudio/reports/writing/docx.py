"""A report as a DOCX file."""

import io
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
from abcstudio.reports.writing.docx_parts import (
    add_page_number,
    bordered,
    cleaned,
    close,
    keep_rows_whole,
    keep_together,
    keep_with_next,
    make_document,
    named_in,
    repeat_head,
    shaded,
)

# A table of so few rows is not broken.
SHORT_TABLE = 8
# At this size a line of a hundred characters fits the page.
CODE_FONT, CODE_POINTS, TABLE_POINTS = "Courier New", 7.5, 10


def docx_bytes(report: Report) -> bytes:
    """Return a report as a file that word processors open."""
    document = make_document(report)
    for block in report.blocks:
        _add(document, block, report)
    add_page_number(document)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def _add(document: Any, block: Block, report: Report) -> None:
    match block:
        case Heading():
            document.add_heading(cleaned(block.text), block.level)
        case Paragraph():
            paragraph = document.add_paragraph(style="Body Text" if not block.is_note else "Quote")
            _add_line(paragraph, block.line)
        case Bullets():
            for line in block.lines:
                _add_line(document.add_paragraph(style="List Bullet"), line)
        case Code():
            _add_code(document, block.text)
        case Table():
            _add_table(document, block)
        case Figure():
            _add_figure(document, block)
        case OwnBox():
            _add_box(document, block, report)


def _add_line(paragraph: Any, line: Line) -> None:
    for span in line:
        run = paragraph.add_run(cleaned(span.text))
        if span.style is Style.BOLD:
            run.bold = True
        elif span.style is Style.CODE:
            named_in(run, CODE_FONT)
        elif span.style is Style.BELOW:
            run.font.subscript = True


def _add_code(document: Any, text: str) -> None:
    from docx.shared import Pt

    paragraph = document.add_paragraph(style="Code")
    for number, line in enumerate(text.split("\n")):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(cleaned(line))
        named_in(run, CODE_FONT)
        run.font.size = Pt(CODE_POINTS)
    shaded(paragraph)


def _add_table(document: Any, block: Table) -> None:
    from docx.shared import Pt

    caption = document.add_paragraph(cleaned(block.caption), style="Caption")
    keep_with_next(caption)
    table = document.add_table(rows=0, cols=len(block.head), style="Table Grid")
    for number, row in enumerate((block.head, *block.rows)):
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            close(cell.paragraphs[0])
            run = cell.paragraphs[0].add_run(cleaned(text))
            run.font.size = Pt(TABLE_POINTS - (3 if has_long_word(text) else 0))
            run.bold = not number
    repeat_head(table)
    if len(block.rows) <= SHORT_TABLE:
        keep_together(table)
    document.add_paragraph()


def _add_figure(document: Any, block: Figure) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    keep_with_next(paragraph)
    picture = paragraph.add_run().add_picture(io.BytesIO(block.png), width=Mm(block.width_mm))
    # What a screen reader says of it.
    picture._inline.docPr.set("descr", cleaned(block.caption))
    caption = document.add_paragraph(cleaned(block.caption), style="Caption")
    caption.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _add_box(document: Any, block: OwnBox, report: Report) -> None:
    heading = document.add_heading(cleaned(block.title), 2)
    keep_with_next(heading)
    if block.text:
        for text in block.text.split("\n"):
            if text.strip():
                document.add_paragraph(cleaned(text), style="Body Text")
        return
    table = document.add_table(rows=1, cols=1, style="Table Grid")
    cell = table.rows[0].cells[0]
    close(cell.paragraphs[0])
    cell.paragraphs[0].add_run(report.empty_words).italic = True
    for question in block.questions:
        cell.add_paragraph(cleaned(question), style="List Bullet")
    bordered(table)
    keep_rows_whole(table)
    document.add_paragraph()
