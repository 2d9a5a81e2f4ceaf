"""Where the window stands, from one start to the next."""

from base64 import b64decode, b64encode
from binascii import Error as Base64Error

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtWidgets import QMainWindow

DESIGN_SIZE = QSize(1280, 800)
SMALLEST_SIZE = QSize(1024, 640)
# What the system draws around a window, which it does not tell before the window is there.
_FRAME = QSize(16, 40)


def smallest_size(room: QSize) -> QSize:
    """Return how small a window may be: on a screen that has less room, as small as that."""
    return SMALLEST_SIZE.boundedTo(room - _FRAME)


def restore_geometry(window: QMainWindow, kept: str) -> None:
    """Give a window the size that it is designed for, or the kept place where that is intact.

    On a screen that has no room for that size with a frame it is smaller.
    """
    window.resize(DESIGN_SIZE.boundedTo(window.screen().availableSize() - _FRAME))
    try:
        geometry = b64decode(kept, validate=True)
    except (Base64Error, ValueError):
        return
    if geometry:
        window.restoreGeometry(QByteArray(geometry))


def fit_into_screen(window: QMainWindow) -> None:
    """Make a window that is up no larger, frame included, than the room on its screen."""
    if window.isMaximized() or window.isFullScreen():
        return
    room, frame = window.screen().availableGeometry(), window.frameGeometry()
    surplus = frame.size() - frame.size().boundedTo(room.size())
    if surplus.isNull():
        return
    window.resize(window.size() - surplus)
    window.move(_moved_into(frame, room).topLeft())


def _moved_into(frame: QRect, room: QRect) -> QRect:
    """Return a frame, made as small as the room, where it lies in that."""
    fitted = QRect(frame.topLeft(), frame.size().boundedTo(room.size()))
    fitted.moveRight(min(fitted.right(), room.right()))
    fitted.moveBottom(min(fitted.bottom(), room.bottom()))
    fitted.moveLeft(max(fitted.left(), room.left()))
    fitted.moveTop(max(fitted.top(), room.top()))
    return fitted


def geometry_to_keep(window: QMainWindow) -> str:
    """Return the place of a window as text for the settings."""
    return b64encode(window.saveGeometry().data()).decode("ascii")
