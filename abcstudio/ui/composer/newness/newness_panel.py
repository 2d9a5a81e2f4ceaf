"""The panel that says how new the tune is, and lists what it shares with known tunes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.ui.composer.newness.newness_look import NewnessLook
from abcstudio.ui.controls.action_button import ActionButton
from abcstudio.ui.controls.rows.row_list import RowList
from abcstudio.ui.controls.rows.wrapped_rows import WrappedRows
from abcstudio.ui.controls.state_panel import StatePanel
from abcstudio.ui.look.plain_text import Label, one_line
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.score.score_view import ScoreView
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import key_words
from abcstudio.ui.words.translation import message

_LEAST_SCORE = 140
_LIST_HEIGHT = 160
# Two measures stand beside each other in a panel of its usual width.
_ZOOM = 0.7


class NewnessPanel(QWidget):
    """Shows one look at a tune.

    Signals:
        shown_changed: It came into sight or went out of it. Carries which.
        row_chosen: The person came to a shared run. Carries its row.
        play_requested: A shared run is to be heard in the known tune. Carries its row.
        own_play_requested: It is to be heard in the open tune.
    """

    shown_changed = Signal(bool)
    row_chosen = Signal(int)
    play_requested = Signal(int)
    own_play_requested = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdict, self.shares, self.title = (Label() for _ in range(3))
        for label in (self.verdict, self.shares, self.title):
            label.setWordWrap(True)
        self.shares.setProperty("muted", True)
        self.shares.setFont(small_font())
        self.view = RowList()
        self._rows = self._set_up_view()
        self.score = ScoreView(studio)
        self.score.setAccessibleName(self.tr("Score of the known tune"))
        self.score.setToolTip(
            self.tr("The known tune, the shared measures lit; double-click a note to hear it on")
        )
        self.score.setMinimumHeight(_LEAST_SCORE)
        self.score.set_zoom(_ZOOM)
        self.state = StatePanel()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GRID)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for label in (self.verdict, self.shares, self.title):
            column.addWidget(label)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.view)
        parts.addWidget(self.score)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 2)
        parts.setSizes([_LIST_HEIGHT, 2 * _LIST_HEIGHT])
        column.addWidget(parts, 1)
        column.addLayout(self._buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._content)
        whole.addWidget(self.state)
        self._content.hide()

    @property
    def row(self) -> int:
        """The chosen row, -1 for none."""
        return self.view.currentIndex().row()

    @property
    def rows(self) -> list[str]:
        """The words of the rows."""
        return self._rows.stringList()

    def set_actions(self, *actions: QAction) -> None:
        """Offer commands on the chosen row as buttons."""
        for action in actions:
            self._buttons.addWidget(ActionButton(action))
        self._buttons.addStretch(1)

    def show_state(self, title: str, sentence: str, *, is_busy: bool = False) -> None:
        """Say why there is nothing to see."""
        self._rows.setStringList([])
        self.state.show_state(title, sentence, is_busy=is_busy)
        self._content.hide()
        self.state.show()

    def show_look(self, look: NewnessLook) -> None:
        """Show how new a tune is."""
        self.verdict.setText(message(look.verdict.message_id, look.verdict.parameters))
        shares = (
            self.tr("{0} %: {1}").format(round(100 * share), one_line(name))
            for name, share in look.shares
        )
        self.shares.setText("\n".join(shares))
        self.title.setVisible(look.title is not None)
        if look.title is not None:
            self.title.setText(message(look.title.message_id, look.title.parameters))
        self._rows.setStringList(
            [message(row.words.message_id, row.words.parameters) for row in look.rows]
        )
        self.score.setVisible(bool(look.rows))
        self.state.hide()
        self._content.show()

    def go_to(self, row: int) -> None:
        """Make a row the chosen one."""
        self.view.setCurrentIndex(self._rows.index(row))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown_changed.emit(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown_changed.emit(False)

    def _set_up_view(self) -> WrappedRows:
        view = self.view
        view.setSpacing(2)
        view.setAccessibleName(self.tr("Measures that known tunes have, too"))
        hint = self.tr(
            "Click a row to select its measures; {0} plays them in the known tune, {1} in yours"
        ).format(key_words("Return"), key_words("Shift+Return"))
        view.setToolTip(hint)
        view.clicked.connect(lambda index: self.row_chosen.emit(index.row()))
        view.stepped.connect(self.row_chosen)
        view.went.connect(self.play_requested)
        own = QShortcut(QKeySequence("Shift+Return"), view)
        own.setContext(Qt.ShortcutContext.WidgetShortcut)
        own.activated.connect(self.own_play_requested)
        return WrappedRows(hint, view)
