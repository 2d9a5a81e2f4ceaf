"""Icons of the one kept set (`resources/icons`), drawn in the colour of the text around them."""

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from abcstudio.files import read_text_file
from abcstudio.paths import resources_dir

_SIZES = (16, 20, 32, 40)


class Tinted(NamedTuple):
    """An icon of the set in two colours."""

    name: str
    color: str
    disabled_color: str


_drawn: dict[Tinted, QIcon] = {}


def icon(name: str) -> QIcon:
    """Return an icon in the palette's text colour; the set's SVG files use `currentColor`."""
    palette = QGuiApplication.palette()
    normal = palette.color(QPalette.ColorRole.ButtonText).name()
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    return tinted_icon(name, normal, disabled)


def tinted_icon(name: str, color: str, disabled_color: str) -> QIcon:
    """Return an icon in given colours, for example the accent's text colour on a main button.

    A chosen row shows it in the same colour: Qt by itself would mix the colour of the selection in.
    """
    key = Tinted(name, color, disabled_color)
    if key not in _drawn:
        _drawn[key] = _draw(key)
    return _drawn[key]


def drawn_icons() -> tuple[Tinted, ...]:
    """Return all icons that have been drawn, in their order."""
    return tuple(_drawn)


def _draw(key: Tinted) -> QIcon:
    svg, made = _svg(key.name), QIcon()
    # Each picture is drawn once: there are hundreds, and another scheme draws all of them anew.
    for tint, modes in (
        (key.color, (QIcon.Mode.Normal, QIcon.Mode.Selected)),
        (key.disabled_color, (QIcon.Mode.Disabled,)),
    ):
        renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", tint).encode()))
        for size in _SIZES:
            picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as painter:
                renderer.render(painter, QRectF(0, 0, size, size))
            # What is painted on keeps its painter's engine, 10 KB beside 1 to 6 of colours.
            pixmap = QPixmap.fromImage(picture.copy())
            for mode in modes:
                made.addPixmap(pixmap, mode)
    return made


@cache
def _svg(name: str) -> str:
    return read_text_file(resources_dir() / "icons" / f"{name}.svg").text
