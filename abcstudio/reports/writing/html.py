"""A report as one HTML file, pictures included."""

import base64
from collections.abc import Iterable
from html import escape

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
)

_STYLE = """
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff;
  font: 1rem/1.5 Georgia, "Times New Roman", serif; }
h1, h2, h3 { line-height: 1.25; }
pre { background: #f3f4f6; padding: .7rem; overflow-x: auto; font-size: .85rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin-bottom: 1rem; }
caption, figcaption { font-style: italic; font-size: .9rem; text-align: left; padding: .3rem 0; }
th, td { border: 1px solid #999; padding: .2rem .5rem; text-align: left; overflow-wrap: anywhere; }
figure { margin: 1rem 0; text-align: center; break-inside: avoid; }
figcaption { text-align: center; }
img { max-width: 100%; }
.note { color: #555; font-style: italic; }
.box { border: 1px solid #c9b779; background: #fbf7ec; padding: .3rem 1rem; }
@media print { pre { white-space: pre-wrap; font-size: .75rem; } body { max-width: none; } }
"""
_TAGS = {Style.BOLD: "strong", Style.CODE: "code", Style.BELOW: "sub"}


def html_bytes(report: Report) -> bytes:
    """Return a report as a page that needs no other file."""
    body = "\n".join(_block(block, report) for block in report.blocks)
    head = (
        f'<!DOCTYPE html>\n<html lang="{report.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(report.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )
    return f"{head}{body}\n</body>\n</html>\n".encode("utf-8", "replace")


def _block(block: Block, report: Report) -> str:
    match block:
        case Heading():
            level = block.level + 1
            return f"<h{level}>{escape(block.text)}</h{level}>"
        case Paragraph():
            mark = ' class="note"' if block.is_note else ""
            return f"<p{mark}>{_line(block.line)}</p>"
        case Bullets():
            return _list(_line(line) for line in block.lines)
        case Code():
            return f"<pre>{escape(block.text)}</pre>"
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case OwnBox():
            return _box(block, report)


def _line(line: Line) -> str:
    return "".join(
        f"<{_TAGS[span.style]}>{escape(span.text)}</{_TAGS[span.style]}>"
        if span.style in _TAGS
        else escape(span.text)
        for span in line
    )


def _list(points: Iterable[str]) -> str:
    rows = "".join(f"<li>{point}</li>" for point in points)
    return f"<ul>{rows}</ul>"


def _table(block: Table) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in block.head)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in block.rows
    )
    caption = f"<caption>{escape(block.caption)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _figure(block: Figure) -> str:
    data = base64.b64encode(block.png).decode()
    caption = escape(block.caption)
    picture = f'<img style="width: {block.width_mm:.0f}mm" alt="{caption}"'
    picture += f' src="data:image/png;base64,{data}">'
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"


def _box(block: OwnBox, report: Report) -> str:
    title = f"<h3>{escape(block.title)}</h3>"
    if block.text:
        parts = (part for part in block.text.split("\n") if part.strip())
        return title + "".join(f"<p>{escape(part)}</p>" for part in parts)
    questions = _list(escape(question) for question in block.questions)
    said = f'<p class="note">{escape(report.empty_words)}</p>{questions}'
    return f'{title}<div class="box">{said}</div>'
