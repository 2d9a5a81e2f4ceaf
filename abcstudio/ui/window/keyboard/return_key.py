"""Return and Enter press the button that has the focus, as Space does."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QMainWindow,
    QRadioButton,
    QWidget,
)
from typing_extensions import override

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ReturnKey(QObject):
    """Presses the focused button of the window, and of the windows that belong to it.

    Qt does so by itself in dialogs, and on some desktops. In a dialog a check box leaves Return to
    the default button. Only what has the focus is watched, as with `SpaceKey`.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        is_return = event.key() in _RETURNS and event.modifiers() in _PLAIN
        if not is_return or not isinstance(watched, QAbstractButton):
            return False
        event.accept()
        if not event.isAutoRepeat():
            watched.click()
        return True

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QAbstractButton):
            old.removeEventFilter(self)
        if isinstance(new, QAbstractButton) and self._is_ours(new) and _takes_return(new):
            new.installEventFilter(self)

    def _is_ours(self, button: QAbstractButton) -> bool:
        owner: QWidget | None = button.window()
        while owner is not None and owner is not self._window:
            owner = owner.parentWidget()
        return owner is self._window


def _takes_return(button: QAbstractButton) -> bool:
    is_check_box = isinstance(button, QCheckBox | QRadioButton)
    return not (is_check_box and isinstance(button.window(), QDialog))
