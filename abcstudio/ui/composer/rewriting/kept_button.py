"""The button whose menu chooses what of the measures does not change."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


class KeptButton(QToolButton):
    """Opens a menu of switches; it is lit while any of them is on.

    Attributes:
        rhythm: All but the pitches of notes stays.
        contour: The melody goes up and down as before.
        ends: The first and the last note stay.

    Signals:
        chosen: A switch was turned.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("What stays"))
        self.setCheckable(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self.setMenu(menu)
        self.rhythm = self._switch(
            menu, self.tr("The &rhythm"), self.tr("Only the pitches of the notes change")
        )
        self.contour = self._switch(
            menu,
            self.tr("The &contour"),
            self.tr("From note to note the melody goes up and down as before"),
        )
        self.ends = self._switch(
            menu,
            self.tr("The &first and the last note"),
            self.tr("What lies between them is composed anew"),
        )
        self._show()

    def _switch(self, menu: QMenu, words: str, tooltip: str) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setToolTip(tooltip)
        action.toggled.connect(self._show)
        action.triggered.connect(lambda _checked=False: self.chosen.emit())
        return action

    def _show(self) -> None:
        switches = self.menu().actions()
        kept = [one.text().replace("&", "") for one in switches if one.isChecked()]
        self.setChecked(bool(kept))
        words = self.tr("Choose what of the measures does not change")
        if kept:
            words = self.tr("What of the measures does not change: {0}").format("; ".join(kept))
        self.setToolTip(words)
        self.setAccessibleDescription(words)
