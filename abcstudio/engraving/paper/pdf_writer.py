"""Sheets as a PDF: signs drawn from one outline each, words as text that can be found, links."""

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from abcstudio.engraving.drawing.drawing_parts import Glyph, Item, Shape, Text, TextRun
from abcstudio.engraving.drawing.path_data import path_box, path_commands
from abcstudio.engraving.drawing.typefaces import MUSIC_SIZE, Typefaces, codes_of, sign_advance
from abcstudio.engraving.paper.paper import Piece, Sheet
from abcstudio.stopping import stop_if_asked


def pdf_bytes(
    sheets: Sequence[Sheet],
    title: str,
    typefaces: Typefaces,
    before_sheet: Callable[[int], object] = lambda _place: None,
) -> bytes:
    """Return a PDF of the sheets; the same sheets give the same bytes.

    Before each sheet `before_sheet` is called with its place.
    """
    return _Writer(title, typefaces).written(sheets, before_sheet)


class _Writer:
    def __init__(self, title: str, typefaces: Typefaces) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self._typefaces = typefaces
        self._data = io.BytesIO()
        # Invariant: no date and no number of its own in the file.
        self._canvas: Any = Canvas(
            self._data,
            invariant=1,
            pageCompression=1,
            initialFontName=typefaces.name_of(False, False),
        )
        # Of all callbacks only that of the encryption is called for each object of the file.
        self._canvas._doc.encrypt = _stopped_by()
        self._canvas.setTitle(_clean(title))
        self._canvas.setCreator("ABC Studio")
        # Else it would name an author "anonymous".
        self._canvas.setAuthor("")
        self._canvas.setSubject("")
        self._signs: dict[str, str] = {}

    def written(self, sheets: Sequence[Sheet], before_sheet: Callable[[int], object]) -> bytes:
        linked = {link.tune for sheet in sheets for link in sheet.links}
        is_book = sum(len(sheet.places) for sheet in sheets) > 1
        for place, sheet in enumerate(sheets):
            before_sheet(place)
            self._canvas.setPageSize((sheet.width, sheet.height))
            for piece in sheet.pieces:
                self._piece(piece, sheet.height)
            self._add_places(sheet, linked, is_book=is_book)
            self._add_links(sheet)
            self._canvas.showPage()
        if is_book:
            self._canvas.showOutline()
        self._canvas.save()
        return self._data.getvalue()

    def _piece(self, piece: Piece, height: float) -> None:
        stop_if_asked()
        canvas = self._canvas
        canvas.saveState()
        # From here on y grows downwards, as in a drawing.
        canvas.transform(piece.scale, 0, 0, -piece.scale, piece.x, height - piece.y)
        for item in piece.items:
            self._item(item, piece.outlines)
        canvas.restoreState()

    def _item(self, item: Item, outlines: Mapping[str, str]) -> None:
        if isinstance(item, Glyph):
            self._sign(outlines.get(item.name, ""), item.x, item.y, item.scale)
        elif isinstance(item, Shape):
            self._shape(item)
        else:
            self._line(item, outlines)

    def _sign(self, outline: str, x: float, y: float, scale: float) -> None:
        if not outline:
            return
        name = self._signs.get(outline) or self._new_sign(outline)
        self._canvas.saveState()
        self._canvas.transform(scale, 0, 0, -scale, x, y)
        self._canvas.doForm(name)
        self._canvas.restoreState()

    def _new_sign(self, outline: str) -> str:
        """Keep a sign's outline once for the whole file."""
        name = self._signs[outline] = f"sign{len(self._signs) + 1}"
        box = path_box(outline)
        self._canvas.beginForm(name, box.left, box.top, box.right, box.bottom)
        self._canvas.drawPath(self._path(outline), stroke=0, fill=1)
        self._canvas.endForm()
        return name

    def _shape(self, shape: Shape) -> None:
        canvas = self._canvas
        has_line = shape.stroke_width > 0
        if has_line:
            canvas.setLineWidth(shape.stroke_width)
            canvas.setLineCap(1 if shape.has_round_ends else 0)
            canvas.setDash(*([list(shape.dashes)] if shape.dashes else []))
        canvas.drawPath(self._path(shape.data), stroke=int(has_line), fill=int(shape.is_filled))

    def _path(self, data: str) -> Any:
        path = self._canvas.beginPath()
        for letter, numbers in path_commands(data):
            if letter == "M":
                path.moveTo(*numbers)
            elif letter == "L":
                path.lineTo(*numbers)
            elif letter == "C":
                path.curveTo(*numbers)
            else:
                path.close()
        return path

    def _line(self, line: Text, outlines: Mapping[str, str]) -> None:
        starts = self._typefaces.run_starts(line, outlines)
        for run, x in zip(line.runs, starts, strict=True):
            if not run.is_music:
                self._words(run, x, line.y)
                continue
            for code in codes_of(run):
                outline = outlines.get(code, "")
                self._sign(outline, x, line.y, run.size / MUSIC_SIZE)
                x += sign_advance(outline, run.size)

    def _words(self, run: TextRun, x: float, y: float) -> None:
        text = self._canvas.beginText()
        text.setTextTransform(1, 0, 0, -1, x, y)
        text.setFont(self._typefaces.name_of(run.is_bold, run.is_italic), run.size)
        text.textOut(_clean(run.text))
        self._canvas.drawText(text)

    def _add_places(self, sheet: Sheet, linked: set[int], *, is_book: bool) -> None:
        for place in sheet.places:
            top = sheet.height - place.top
            key = f"tune{place.tune}" if place.tune else f"list{place.title}"
            if is_book or place.tune in linked:
                self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=min(top + 12, sheet.height))
            if is_book:
                self._canvas.addOutlineEntry(_clean(place.title), key, level=0)

    def _add_links(self, sheet: Sheet) -> None:
        for link in sheet.links:
            box = link.box
            area = (box.left, sheet.height - box.bottom, box.right, sheet.height - box.top)
            self._canvas.linkAbsolute("", f"tune{link.tune}", Rect=area, thickness=0)


def _stopped_by() -> Any:
    """Return what encrypts nothing, and ends the writing of the file where it is to stop.

    To pack the sheets takes as long as a tenth of all the rest.
    """
    from reportlab.pdfbase.pdfdoc import NoEncryption

    class Stopped(NoEncryption):  # type: ignore[misc]
        def register(self, _number: int, _version: int) -> None:
            stop_if_asked()

    return Stopped()


def _clean(text: str) -> str:
    """Return a text without what no font has: line ends, halves of characters."""
    return "".join(c if c.isprintable() else " " for c in text)
