"""Parts of a DOCX file that its library has no words for."""

from datetime import UTC, datetime
from typing import Any

from abcstudio.reports.content import Report

_LANGUAGES = {"en": "en-GB", "uk": "uk-UA"}
_FONT = "Times New Roman"
_LEAST_CONTROL = 32


def make_document(report: Report) -> Any:
    """Return an empty document with page and styles as laboratory reports have them."""
    from docx import Document
    from docx.shared import Mm, Pt

    document: Any = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    for name, points in (("Normal", 12), ("Body Text", 12), ("Caption", 10), ("List Bullet", 12),
                         ("Quote", 12), ("Title", 20), ("Heading 1", 16), ("Heading 2", 14),
                         ("Heading 3", 12)):  # fmt: skip
        _set_style(document.styles[name], points)
    _add_code_style(document)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    document.styles["Caption"].font.italic = True
    document.styles["Caption"].font.bold = False
    language = document.styles["Normal"].element.get_or_add_rPr()
    _set_language(language, _LANGUAGES[report.language])
    properties = document.core_properties
    properties.title, properties.author = cleaned(report.title), cleaned(report.author)
    properties.comments, properties.language = "", _LANGUAGES[report.language]
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
    return document


def _set_style(style: Any, points: int) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = _FONT, Pt(points)
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    # Themes would put fonts of their own in place of these.
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), _FONT)


def _add_code_style(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    style = document.styles.add_style("Code", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.paragraph_format.space_after = Pt(8)
    style.paragraph_format.line_spacing = 1.0


def _set_language(properties: Any, language: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:lang")
    element.set(qn("w:val"), language)
    properties.append(element)


def named_in(run: Any, font: str) -> None:
    """Set a piece of text in a font, whatever alphabet it is in."""
    from docx.oxml.ns import qn

    run.font.name = font
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), font)


def shaded(paragraph: Any) -> None:
    """Give a paragraph a light ground."""
    paragraph._p.get_or_add_pPr().append(_shading("F3F4F6"))


def bordered(table: Any) -> None:
    """Give the cells of a table a light ground."""
    for row in table.rows:
        for cell in row.cells:
            cell._tc.get_or_add_tcPr().append(_shading("FBF7EC"))


def _shading(fill: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shading.set(qn(f"w:{name}"), value)
    return shading


def keep_with_next(paragraph: Any) -> None:
    """Keep a paragraph on the page of what follows it."""
    paragraph.paragraph_format.keep_with_next = True


def keep_together(table: Any) -> None:
    """Keep the rows of a table on one page."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                keep_with_next(paragraph)


def close(paragraph: Any) -> None:
    """Let a paragraph in a cell stand as far from the line above as from the one below."""
    from docx.shared import Pt

    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)


def repeat_head(table: Any) -> None:
    """Let the first row of a table stand on each page of it, and no row be broken."""
    from docx.oxml import OxmlElement

    keep_rows_whole(table)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_rows_whole(table: Any) -> None:
    """Let no row of a table be broken between pages."""
    from docx.oxml import OxmlElement

    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def add_page_number(document: Any) -> None:
    """Let each page say its number at its foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def cleaned(text: str) -> str:
    """Return a text as XML can hold it: half characters and control signs become question marks."""
    readable = text.encode("utf-8", "replace").decode()
    return "".join(
        sign if ord(sign) >= _LEAST_CONTROL or sign in "\t\n" else "?" for sign in readable
    )
