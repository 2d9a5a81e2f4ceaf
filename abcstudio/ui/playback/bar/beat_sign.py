"""The note that a tempo counts, drawn from the font that the score is engraved with."""

from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QTransform
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.engraving.drawing.verovio_toolkit import glyph_outline
from abcstudio.notation.editing.note_steps import base_and_dots
from abcstudio.ui.look.glyphs import NOTE_CODES, glyph_path
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.words.note_words import length_name

_DOT = "E1E7"
_HEIGHT, _WIDTH, _DOT_GAP = 20, 20, 90.0
# The height of a note with its stem in the units of the font, as in the icons of notes.
_UNITS = 1000.0


class BeatSign(QWidget):
    """A note value as a picture; it says its name to those who cannot see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = QPainterPath()
        self.setFixedSize(QSize(_WIDTH, _HEIGHT))
        self.show_beat(Fraction(1, 4))

    def show_beat(self, beat: Fraction) -> None:
        """Show a note value, in whole notes."""
        self._path = _beat_path(beat)
        self.setAccessibleName(length_name(beat))
        self.update()

    @override
    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        box = self._path.boundingRect()
        scale = (self.height() - 2) / max(_UNITS, box.height())
        room = QRectF(self.rect())
        place = QTransform(
            scale, 0, 0, -scale,
            room.right() - 1 - box.right() * scale,
            room.center().y() + box.center().y() * scale,
        )  # fmt: skip
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(place.map(self._path), self.palette().windowText())
        painter.end()


def _beat_path(beat: Fraction) -> QPainterPath:
    """Return a note and its dots; an empty path for what is no single note."""
    found = base_and_dots(beat)
    code = NOTE_CODES.get(int(1 / found[0])) if found is not None and found[0] <= 1 else None
    path = QPainterPath()
    if found is None or code is None:
        return path
    path.addPath(glyph_path(glyph_outline(code)))
    dot = glyph_path(glyph_outline(_DOT))
    for _ in range(found[1]):
        left = path.boundingRect().right() + _DOT_GAP - dot.boundingRect().left()
        path.addPath(dot.translated(left, 0))
    return path
