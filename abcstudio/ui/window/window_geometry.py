"""Where the window stands, from one start to the next."""

from base64 import b64decode, b64encode
from binascii import Error as Base64Error

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QMainWindow

DESIGN_SIZE = QSize(1280, 800)
SMALLEST_SIZE = QSize(1024, 640)


def restore_geometry(window: QMainWindow, kept: str) -> None:
    """Give a window the size that it is designed for, or the kept place where that is intact."""
    window.resize(DESIGN_SIZE.boundedTo(window.screen().availableSize()))
    try:
        geometry = b64decode(kept, validate=True)
    except (Base64Error, ValueError):
        return
    if geometry:
        window.restoreGeometry(QByteArray(geometry))


def geometry_to_keep(window: QMainWindow) -> str:
    """Return the place of a window as text for the settings."""
    return b64encode(window.saveGeometry().data()).decode("ascii")
