"""The bar over the list of takes: its order, its star."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from abcstudio.composing.history.take_orders import NEWEST
from abcstudio.ui.composer.takes.take_words import order_names
from abcstudio.ui.composer.takes.takes_list import TakesList
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.services.studio import Studio


class TakesBar(QWidget):
    """Says in what order which takes are listed."""

    def __init__(self, takes: TakesList, studio: Studio) -> None:
        super().__init__()
        self._takes = takes
        self._arranged = (NEWEST, False)
        self.order = ChoiceBox()
        for order, words in order_names().items():
            self.order.addItem(words, order)
        self.order.setAccessibleName(self.tr("Order of the takes"))
        self.order.setToolTip(
            self.tr(
                "The latest takes first, or those that are newest beside the known tunes, or have"
                " the highest number of the jury"
            )
        )
        self.starred = QToolButton()
        self.starred.setCheckable(True)
        self.starred.setAutoRaise(True)
        self.starred.setAccessibleName(self.tr("Only with a star"))
        self.starred.setToolTip(self.tr("List only takes with a star"))
        self.order.currentIndexChanged.connect(self._arrange)
        self.starred.toggled.connect(self._arrange)
        self.progress = Label()
        self.progress.setFont(small_font())
        self.progress.setProperty("muted", True)
        self.progress.setWordWrap(True)
        self.progress.hide()
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.order, 1)
        row.addWidget(self.starred)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self.progress)
        self._show_icons()
        studio.colors_changed.connect(self._show_icons)

    def show_left(self, count: int) -> None:
        """Say how many takes are still to be compared before the order is right, 0 for none."""
        self.progress.setText(self.tr("Still to be compared with known tunes: {0}").format(count))
        self.progress.setVisible(count > 0)

    def show_all(self) -> None:
        """List all takes, the newest first: what has just been composed is in sight."""
        with QSignalBlocker(self.order), QSignalBlocker(self.starred):
            self.order.setCurrentIndex(self.order.findData(NEWEST))
            self.starred.setChecked(False)
        self._arrange()

    def _arrange(self) -> None:
        order, starred = self.order.currentData(), self.starred.isChecked()
        if (order, starred) != self._arranged:
            self._arranged = (order, starred)
            self._takes.arrange(order, starred=starred)

    def _show_icons(self) -> None:
        self.starred.setIcon(icon("star"))


def under_bar(bar: TakesBar, takes: TakesList) -> QWidget:
    """Return the list under its bar."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(bar)
    column.addWidget(takes, 1)
    return holder
