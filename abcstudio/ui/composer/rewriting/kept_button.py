"""The button whose menu chooses what of the measures stays, and whether others change too."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from typing_extensions import override


class KeptButton(QToolButton):
    """Opens a menu of switches; it is lit while any of them is on.

    Attributes:
        rhythm: All but the pitches of notes stays.
        contour: The melody goes up and down as before.
        ends: The first and the last note stay.
        strong: The notes on strong beats stay.
        everywhere: Measures elsewhere with the same text change with them.

    Signals:
        chosen: A switch was turned.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Options"))
        self.setCheckable(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # Its icon says it; the small arrow would lie over the words.
        self.setProperty("own_sign", True)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self.setMenu(menu)
        self.rhythm = self._switch(
            menu, self.tr("Keep the &rhythm"), self.tr("Only the pitches of the notes change")
        )
        self.contour = self._switch(
            menu,
            self.tr("Keep the &contour"),
            self.tr("From note to note the melody goes up and down as before"),
        )
        self.ends = self._switch(
            menu,
            self.tr("Keep the &first and the last note"),
            self.tr("What lies between them is rewritten"),
        )
        self.strong = self._switch(
            menu,
            self.tr("Keep the notes on &strong beats"),
            self.tr("A variation: only what lies between the strong beats is rewritten"),
        )
        menu.addSeparator()
        self.everywhere = self._switch(
            menu,
            self.tr("&Also where the measures return"),
            self.tr("Measures elsewhere with the same text change with them"),
        )
        self._show()

    @override
    def nextCheckState(self) -> None:
        """Leave it as the switches say: a press only opens the menu."""

    def _switch(self, menu: QMenu, words: str, tooltip: str) -> QAction:
        # Made in Python: PySide does not notice the deletion of an action that Qt made, and takes
        # a later action at the same address for the deleted one.
        action = QAction(words, menu)
        menu.addAction(action)
        action.setCheckable(True)
        action.setToolTip(tooltip)
        action.toggled.connect(self._show)
        action.triggered.connect(lambda _checked=False: self.chosen.emit())
        return action

    def _show(self) -> None:
        switches = self.menu().actions()
        kept = [one.text().replace("&", "") for one in switches if one.isChecked()]
        self.setChecked(bool(kept))
        words = self.tr("Choose what stays, and what changes too")
        if kept:
            words = "; ".join(kept)
        self.setToolTip(words)
        self.setAccessibleDescription(words)
