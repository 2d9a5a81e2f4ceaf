"""Draws the marks inside check boxes, combo boxes and number boxes for both colour schemes.

    QT_QPA_PLATFORM=offscreen python scripts/draw_control_images.py

A style sheet can only name image files, and one image has one colour; so each scheme has its own,
drawn from the icon set in two sizes. Run it after a change of the colours, commit resources/themes.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: TID251 - this script paints
from PySide6.QtSvg import QSvgRenderer  # noqa: TID251 - this script paints

from abcstudio.ui.look.theme import DARK, LIGHT, Colors

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
SIZE = 12
NAMES = ("check", "chevron-down", "chevron-up")


def main() -> None:
    """Draw every mark of both schemes."""
    app = QGuiApplication([])
    for scheme, colors in (("light", LIGHT), ("dark", DARK)):
        for name in NAMES:
            draw(scheme, name, name, colors.accent_text if name == "check" else colors.text)
            draw(scheme, name, f"{name}-disabled", _disabled(name, colors))
    app.quit()


def draw(scheme: str, icon: str, name: str, color: str) -> None:
    """Write one mark, and another one of twice its size for dense screens."""
    svg = (RESOURCES / "icons" / f"{icon}.svg").read_text(encoding="utf-8")
    if icon == "check":
        svg = svg.replace('stroke-width="2"', 'stroke-width="3.5"')
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", color).encode()))
    folder = RESOURCES / "themes" / scheme
    folder.mkdir(parents=True, exist_ok=True)
    for scale, suffix in ((1, ""), (2, "@2x")):
        image = QImage(SIZE * scale, SIZE * scale, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(image.rect()))
        painter.end()
        image.save(str(folder / f"{name}{suffix}.png"))


def _disabled(name: str, colors: Colors) -> str:
    return colors.raised if name == "check" else colors.frame


if __name__ == "__main__":
    main()
