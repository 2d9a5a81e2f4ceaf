"""The dialog that lists collections of tunes, and what each is."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.recipes.catalogue.collections import Collection
from abcstudio.ui.controls.rows.row_table import RowTableWidget
from abcstudio.ui.look.icons import icon, tinted_icon
from abcstudio.ui.look.plain_text import Label, one_line
from abcstudio.ui.look.theme import GRID, GROUP_GAP, PAGE_MARGIN, Colors
from abcstudio.ui.services.studio import Studio

_NAME, _TUNES, _SIZE, _STATE = range(4)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CatalogueDialog(QDialog):
    """Stands beside the window; nothing is fetched before its button is pressed.

    Signals:
        collection_chosen: Another collection is the current one.
        act_requested: Fetch the current collection, or open it where it is here.
        stop_requested: Fetch no further; what has come stays.
    """

    collection_chosen = Signal()
    act_requested = Signal()
    stop_requested = Signal()

    def __init__(self, studio: Studio, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Collections of tunes"))
        self.setProperty("help_topic", "datasets")
        self._collections: tuple[Collection, ...] = ()
        self._colors = studio.colors
        self.table = RowTableWidget(0, 4)
        self.about, self.licence, self.page = _sentence(), _sentence(), _sentence()
        self.address, self.checksum = _sentence(), _sentence()
        self.status = _sentence()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(GRID)
        self.bar.hide()
        self.act = QPushButton()
        self.act.setProperty("main", True)
        self.act.setDefault(True)
        self.stop = QPushButton(self.tr("&Stop"))
        self.stop.setToolTip(self.tr("What has come is kept; the rest can be fetched later"))
        self.stop.hide()
        self.leave = QPushButton(self.tr("&Close"))
        self._set_up_table()
        self._lay_out()
        self.resize(88 * GRID, 62 * GRID)
        self.table.currentCellChanged.connect(self._on_current_changed)
        self.table.cellDoubleClicked.connect(lambda _row, _column: self.act.click())
        self.act.clicked.connect(self.act_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.leave.clicked.connect(self.close)
        studio.colors_changed.connect(self._set_colors)
        self._set_colors(studio.colors)

    @property
    def collection(self) -> Collection | None:
        """The current collection."""
        row = self.table.currentRow()
        return self._collections[row] if 0 <= row < len(self._collections) else None

    def show_collections(self, collections: Sequence[Collection]) -> None:
        """List collections; the current row stays."""
        row = max(self.table.currentRow(), 0)
        self._collections = tuple(collections)
        self.table.blockSignals(True)
        self.table.setRowCount(len(collections))
        locale = self.locale()
        for place, one in enumerate(collections):
            cells = (
                one_line(one.entry.name),
                locale.toString(one.entry.tunes),
                _bytes(one.entry.size),
                self._state(one),
            )
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                if column in (_TUNES, _SIZE):
                    item.setTextAlignment(_RIGHT)
                self.table.setItem(place, column, item)
        self.table.setCurrentCell(min(row, len(collections) - 1), _NAME)
        self.table.blockSignals(False)
        self._show_current()

    def show_progress(self, done: int, size: int) -> None:
        """Show how much of the current collection is here."""
        self._show_busy(True)
        self.bar.setRange(0, size)
        self.bar.setValue(done)
        self.say(self.tr("{0} of {1}").format(_bytes(done), _bytes(size)))

    def show_rest(self) -> None:
        """Show that nothing is fetched."""
        self._show_busy(False)

    def say(self, words: str, *, is_wrong: bool = False) -> None:
        """Say how far it is, or what went wrong."""
        self.status.setText(words)
        self.status.setProperty("muted", not is_wrong)
        color = self._colors.error if is_wrong else self._colors.muted
        self.status.setStyleSheet(f"color: {color}")

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop_requested.emit()
        super().closeEvent(event)

    def _show_busy(self, is_busy: bool) -> None:
        if is_busy == self.stop.isVisibleTo(self):
            return
        had_focus = self.act.hasFocus() or self.stop.hasFocus()
        self.bar.setVisible(is_busy)
        self.stop.setVisible(is_busy)
        self.act.setVisible(not is_busy)
        self.table.setEnabled(not is_busy)
        if had_focus:
            (self.stop if is_busy else self.act).setFocus()

    def _show_current(self) -> None:
        one = self.collection
        self.act.setEnabled(one is not None)
        if one is None:
            return
        entry = one.entry
        language = self.locale().name().partition("_")[0]
        self.about.setText(entry.about_in(language))
        self.licence.setText(entry.licence)
        self.page.setText(entry.page)
        self.address.setText(entry.address)
        self._facts.setRowVisible(self.address, bool(entry.address))
        self.checksum.setText(f"SHA-256 {entry.sha256}")
        if one.state.path is not None:
            self.act.setText(self.tr("&Add to the sources"))
        elif one.state.done:
            self.act.setText(self.tr("&Go on downloading"))
        else:
            self.act.setText(self.tr("&Download"))
        is_here = one.state.path is not None
        self.act.setIcon(tinted_icon("file-plus" if is_here else "download",
                                     self._colors.accent_text, self._colors.muted))  # fmt: skip

    def _state(self, one: Collection) -> str:
        state = one.state
        if one.entry.is_in_the_box:
            return self.tr("in the box")
        if state.is_from_package:
            return self.tr("here, in Python's {0}").format(one.entry.package)
        if state.path is not None:
            return self.tr("downloaded")
        if state.done:
            share = QLocale().toString(100 * state.done // one.entry.size)
            return self.tr("{0} % downloaded").format(share)
        return self.tr("not here")

    def _on_current_changed(self, row: int, _column: int, before: int, _before: int) -> None:
        if row != before:
            self.say("")
            self._show_current()
            self.collection_chosen.emit()

    def _set_up_table(self) -> None:
        titles = (
            self.tr("Collection"),
            self.tr("Tunes"),
            self.tr("Size"),
            self.tr("On this computer"),
        )
        self.table.setHorizontalHeaderLabels(titles)
        for column, title in enumerate(titles):
            item = self.table.horizontalHeaderItem(column)
            if item is not None:
                is_number = column in (_TUNES, _SIZE)
                item.setTextAlignment(_RIGHT if is_number else Qt.AlignmentFlag.AlignLeft)
                item.setText(title)
        self.table.setAccessibleName(self.tr("Collections of tunes"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        self._facts = facts = QFormLayout()
        facts.setHorizontalSpacing(2 * GRID)
        facts.setVerticalSpacing(GRID)
        rows = (
            (self.tr("Licence"), self.licence),
            (self.tr("Page"), self.page),
            (self.tr("Address"), self.address),
            (self.tr("Checksum"), self.checksum),
        )
        for words, value in rows:
            name = Label(words)
            name.setProperty("muted", True)
            name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            value.setAccessibleName(words)
            facts.addRow(name, value)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.status, 1)
        for button in (self.stop, self.act, self.leave):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        column.setSpacing(GROUP_GAP)
        column.addWidget(self.table, 1)
        column.addWidget(self.about)
        column.addLayout(facts)
        column.addWidget(self.bar)
        column.addLayout(buttons)

    def _set_colors(self, colors: Colors) -> None:
        self._colors = colors
        self.leave.setIcon(icon("x"))
        self._show_current()


def _sentence() -> Label:
    label = Label()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _bytes(count: int) -> str:
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
