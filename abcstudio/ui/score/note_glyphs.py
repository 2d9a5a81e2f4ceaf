"""Icons of notes and accidentals, drawn from the font that the score is engraved with."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QTransform

from abcstudio.engraving.drawing.verovio_toolkit import glyph_outline
from abcstudio.ui.look.glyphs import NOTE_CODES, glyph_path
from abcstudio.ui.services.actions import Actions

_SIZE, _SCALE = 20, 2
_MARGIN = 1.5
# The height that fills the icon: a note with its stem, and what is less high by itself.
_NOTE_UNITS, _SIGN_UNITS = 1100.0, 700.0
_SIGNS = {
    "note.sharp": "E262", "note.natural": "E261", "note.flat": "E260", "note.rest": "E4E5",
    **{f"note.length_{size}": code for size, code in NOTE_CODES.items()},
}  # fmt: skip


def show_note_icons(actions: Actions) -> None:
    """Give the commands that write a sign this sign as their icon, in the palette's colours."""
    for action_id, code in _SIGNS.items():
        actions.action(action_id).setIcon(note_icon(code))


def note_icon(code: str) -> QIcon:
    """Return a sign as an icon in the palette's text colour."""
    color = QGuiApplication.palette().color(QPalette.ColorRole.ButtonText)
    return _icon(code, color.name())


@lru_cache(maxsize=64)
def _icon(code: str, color: str) -> QIcon:
    path = glyph_path(glyph_outline(code))
    box = path.boundingRect()
    pixmap = QPixmap(_SIZE * _SCALE, _SIZE * _SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    room = QRectF(0, 0, pixmap.width(), pixmap.height()).adjusted(
        _MARGIN * _SCALE, _MARGIN * _SCALE, -_MARGIN * _SCALE, -_MARGIN * _SCALE
    )
    least = _NOTE_UNITS if code in NOTE_CODES.values() else _SIGN_UNITS
    scale = room.height() / max(least, box.height())
    place = QTransform(
        scale, 0, 0, -scale,
        room.center().x() - box.center().x() * scale, room.center().y() + box.center().y() * scale,
    )  # fmt: skip
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(place.map(path), QColor(color))
    pixmap.setDevicePixelRatio(_SCALE)
    return QIcon(pixmap)
