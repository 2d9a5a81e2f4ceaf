"""Columns of the window's tables by their names."""

from PySide6.QtWidgets import QTableView

from abcstudio.ui.controls.rows.rows_model import RowsModel


def column_of(table: QTableView, name: str) -> int:
    """Return the place of a column."""
    model = table.model()
    assert isinstance(model, RowsModel)
    return model.place_of(name)
