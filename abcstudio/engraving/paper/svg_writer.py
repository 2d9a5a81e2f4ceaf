"""A sheet as an SVG file that stands alone: signs are outlines, words are text, notes have ids."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from abcstudio.engraving.drawing.drawing_parts import Glyph, Item, Shape, Text, TextRun
from abcstudio.engraving.drawing.typefaces import MUSIC_SIZE, Typefaces, codes_of, sign_advance
from abcstudio.engraving.paper.paper import POINTS_PER_MM, Piece, Sheet
from abcstudio.stopping import stop_if_asked

# All of one width, so that lines end where they were engraved to end.
_FONTS = "'Liberation Serif', 'Times New Roman', Times, Tinos, 'Nimbus Roman', serif"


def svg_text(
    sheet: Sheet,
    title: str,
    typefaces: Typefaces,
) -> str:
    """Return the SVG of a sheet; what stands for a note is the group `n-<offset>`.

    The offset is that of the note's first character in its tune's text; `n-<offset>-2` is where a
    note goes on behind a bar line.
    """
    return _Writer(sheet, title, typefaces).text()


class _Writer:
    def __init__(self, sheet: Sheet, title: str, typefaces: Typefaces) -> None:
        self._sheet = sheet
        self._title = title
        self._typefaces = typefaces
        self._outlines: dict[str, str] = {}

    def text(self) -> str:
        sheet = self._sheet
        body = "\n".join(self._piece(piece) for piece in sheet.pieces)
        outlines = "\n".join(
            f'<path id="{name}" d="{data}"/>' for name, data in sorted(self._outlines.items())
        )
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<svg xmlns="http://www.w3.org/2000/svg"'
            ' xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"'
            f' width="{_short(sheet.width / POINTS_PER_MM)}mm"'
            f' height="{_short(sheet.height / POINTS_PER_MM)}mm"'
            f' viewBox="0 0 {_short(sheet.width)} {_short(sheet.height)}">\n'
            f"<title>{_escaped(self._title)}</title>\n"
            f"<defs>\n{outlines}\n</defs>\n"
            f'<g fill="black" stroke="none" font-family="{_FONTS}">\n{body}\n</g>\n</svg>\n'
        )

    def _piece(self, piece: Piece) -> str:
        """Return a piece, the items of each note in one group."""
        stop_if_asked()
        groups: dict[str, list[str]] = {}
        for number, item in enumerate(piece.items):
            # What stands for nothing in the text is a group of its own, without an id.
            key = item.element_id or f" {number}"
            groups.setdefault(key, []).extend(self._item(item, piece))
        x, y, scale = _short(piece.x), _short(piece.y), f"{piece.scale:.6g}"
        parts = [f'<g transform="translate({x} {y}) scale({scale})">']
        for key, drawn in groups.items():
            if key.startswith(" "):
                parts += drawn
            else:
                parts.append(f"<g id={quoteattr(key)}>{''.join(drawn)}</g>")
        parts.append("</g>")
        return "\n".join(parts)

    def _item(self, item: Item, piece: Piece) -> Iterable[str]:
        if isinstance(item, Glyph):
            return [self._sign(item.name, item.x, item.y, item.scale, piece)]
        if isinstance(item, Shape):
            return [_shape(item)]
        return self._line(item, piece)

    def _sign(self, name: str, x: float, y: float, scale: float, piece: Piece) -> str:
        outline = piece.outlines.get(name, "")
        if not outline:
            return ""
        self._outlines[name] = outline
        size = f"{scale:.6g}"
        return (
            f'<use xlink:href="#{name}" transform="translate({_short(x)} {_short(y)})'
            f' scale({size} -{size})"/>'
        )

    def _line(self, line: Text, piece: Piece) -> list[str]:
        """Return a line of text; the viewer sets it, unless signs of music stand in it."""
        if not any(run.is_music for run in line.runs):
            spans = "".join(_span(run) for run in line.runs)
            return [_text(line.x, line.y, line.anchor, spans)]
        drawn = []
        starts = self._typefaces.run_starts(line, piece.outlines)
        for run, x in zip(line.runs, starts, strict=True):
            if not run.is_music:
                drawn.append(_text(x, line.y, "start", _span(run)))
                continue
            for code in codes_of(run):
                drawn.append(self._sign(code, x, line.y, run.size / MUSIC_SIZE, piece))
                x += sign_advance(piece.outlines.get(code, ""), run.size)
        return drawn


def _shape(shape: Shape) -> str:
    look = "" if shape.is_filled else ' fill="none"'
    if shape.stroke_width > 0:
        look += f' stroke="black" stroke-width="{_short(shape.stroke_width)}"'
        if shape.has_round_ends:
            look += ' stroke-linecap="round"'
        if shape.dashes:
            look += f' stroke-dasharray="{" ".join(map(_short, shape.dashes))}"'
    return f'<path d="{shape.data}"{look}/>'


def _text(x: float, y: float, anchor: str, spans: str) -> str:
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text xml:space="preserve" x="{_short(x)}" y="{_short(y)}"{where}>{spans}</text>'


def _span(run: TextRun) -> str:
    weight = ' font-weight="bold"' if run.is_bold else ""
    slant = ' font-style="italic"' if run.is_italic else ""
    size = _short(run.size)
    return f'<tspan font-size="{size}px"{weight}{slant}>{_escaped(run.text)}</tspan>'


def _escaped(text: str) -> str:
    """Return a text as XML can hold it."""
    return escape("".join(c if c.isprintable() else " " for c in text))


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
