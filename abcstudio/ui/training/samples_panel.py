"""What the network writes while it learns: one sample at a time, by step."""

from collections.abc import Iterable

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from abcstudio.ui.controls.rows.deletable_list import ROOMY_ROWS
from abcstudio.ui.controls.rows.row_menu import add_button, offer_row_menu
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, editor_font
from abcstudio.ui.services.studio import Studio

MAX_SAMPLES = 1000
"""Of more samples the oldest go: a run of a million steps may write as many."""

_TEXT = Qt.ItemDataRole.UserRole
_STEP = Qt.ItemDataRole.UserRole + 1


class SamplesPanel(QWidget):
    """A list of steps and the text that was written at the chosen one.

    The newest sample shows itself as long as the person has not gone back to an older one.

    Signals:
        play_requested: A sample should be heard. Carries its text and its step.
        sample_chosen: The person chose a sample. Carries its text and its step.
        open_requested: A sample should be opened in the composer. Carries its text and its step.
        brought_forward: The person wants to see a sample.
    """

    open_requested = Signal(str, int)
    brought_forward = Signal()
    play_requested = Signal(str, int)
    sample_chosen = Signal(str, int)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = Label(self.tr("Samples as it learns"))
        title.setProperty("muted", True)
        self.steps = QListWidget()
        self.steps.setStyleSheet(ROOMY_ROWS)
        self.steps.setAccessibleName(self.tr("Samples by step"))
        self.steps.setToolTip(self.tr("What the network wrote after so many steps"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(editor_font())
        self.text.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of the sample"))
        self.play = QPushButton(self.tr("Play"))
        self.play.setToolTip(self.tr("Plays the first tune of the sample"))
        self.play.clicked.connect(self._on_play)
        self.open = QPushButton(self.tr("Open in Composer"))
        self.open.setToolTip(self.tr("Opens the sample in the composer, to hear and to change it"))
        self.open.clicked.connect(self._on_open)
        self._lay_out(title)
        self._is_moving = False
        self.steps.currentItemChanged.connect(self._on_current_changed)
        self.steps.itemClicked.connect(self._on_chosen)
        offer_row_menu(self.steps, self._fill_menu)
        studio.colors_changed.connect(self._show_icons)
        self._show_icons()
        self.clear()

    def clear(self) -> None:
        """Forget all samples."""
        self.steps.clear()
        self._show_hint(
            self.tr("Now and then the network writes a little, so that you can watch it learn.")
        )
        self._on_current_changed(None)

    def add(self, step: int, text: str) -> None:
        """Take a new sample."""
        last = self.steps.count() - 1
        follows = self.steps.currentRow() == last
        item = QListWidgetItem(self.tr("Step {0}").format(QLocale().toString(step)))
        item.setData(_TEXT, text)
        item.setData(_STEP, step)
        self.steps.addItem(item)
        if self.steps.count() > MAX_SAMPLES:
            self.steps.takeItem(0)
        if follows:
            self._go_to(item)

    def show_sample(self, step: int, text: str) -> None:
        """Go to a sample, if it is one of those that are listed."""
        items = (self.steps.item(row) for row in range(self.steps.count()))
        found = (item for item in items if (item.data(_STEP), item.data(_TEXT)) == (step, text))
        item = next(found, None)
        if item is not None:
            self.brought_forward.emit()
            self._go_to(item)
            self.steps.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> tuple[str, int] | None:
        """Return the text and the step of the chosen sample; None while there is none."""
        item = self.steps.currentItem()
        return None if item is None else (item.data(_TEXT), item.data(_STEP))

    def set_takes(self, takes: Iterable[tuple[int, str]], *, is_over: bool = False) -> None:
        """Show what a run wrote, by step; one that is over will write no more."""
        self.clear()
        if is_over:
            self._show_hint(self.tr("This run ended before it wrote a sample."))
        for step, text in takes:
            self.add(step, text)

    def _show_hint(self, words: str) -> None:
        """Say something where there is no text."""
        self.text.setPlaceholderText(words)
        # Qt paints the first line anew only: the others of a longer hint would stay.
        self.text.viewport().update()

    def _lay_out(self, title: Label) -> None:
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self.steps)
        parts.addWidget(self.text)
        parts.setStretchFactor(1, 1)
        parts.setSizes([112, 400])
        parts.setHandleWidth(1)
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        head.addWidget(title, 1)
        head.addWidget(self.play)
        head.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(parts, 1)

    def _show_icons(self) -> None:
        self.open.setIcon(icon("pencil"))
        self.play.setIcon(icon("player-play"))

    def _on_current_changed(self, current: QListWidgetItem | None) -> None:
        self.text.setPlainText(current.data(_TEXT) if current is not None else "")
        self.open.setEnabled(current is not None)
        self.play.setEnabled(current is not None)
        if current is not None and not self._is_moving:
            self._on_chosen(current)

    def _fill_menu(self, menu: QMenu) -> None:
        add_button(menu, self.play)
        add_button(menu, self.open)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.sample_chosen.emit(item.data(_TEXT), item.data(_STEP))

    def _go_to(self, item: QListWidgetItem) -> None:
        """Show a sample that was not chosen in the list."""
        self._is_moving = True
        self.steps.setCurrentItem(item)
        self._is_moving = False
        self.steps.scrollToItem(item)

    def _on_play(self) -> None:
        item = self.steps.currentItem()
        if item is not None:
            self.play_requested.emit(item.data(_TEXT), item.data(_STEP))

    def _on_open(self) -> None:
        item = self.steps.currentItem()
        if item is not None:
            self.open_requested.emit(item.data(_TEXT), item.data(_STEP))
