"""Tables of the lab view: rows of characters in the editor's type."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from abcstudio.ui.controls.rows.row_table import RowTableWidget
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, editor_font

_CENTER, _LEFT = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignVCenter


def new_table(titles: Sequence[str], name: str, wide: Sequence[int] = ()) -> QTableWidget:
    """Return a table to read, whose wide columns take what the others leave; all do without any."""
    table = RowTableWidget(0, len(titles))
    table.setHorizontalHeaderLabels(titles)
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(3 * GRID)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    stretch, fit = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.ResizeToContents
    for column in range(len(titles)):
        header.setSectionResizeMode(column, stretch if not wide or column in wide else fit)
    return table


def fill_table(
    table: QTableWidget, rows: Sequence[Sequence[str]], left: Sequence[int] = ()
) -> None:
    """Show other rows; the columns of `left` begin at the left, the others stand in the middle."""
    font = editor_font()
    table.setRowCount(len(rows))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setFont(font)
            item.setTextAlignment(_LEFT if column in left else _CENTER)
            table.setItem(row, column, item)


def new_words() -> Label:
    """Return a label for sentences."""
    label = Label()
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label
