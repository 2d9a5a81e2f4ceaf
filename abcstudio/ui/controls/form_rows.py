"""Rows of a form: labels that lead to their controls, in columns that line up."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from abcstudio.ui.look.plain_text import Label


def labelled(words: str, widget: QWidget) -> QVBoxLayout:
    """Return a control with its label above it."""
    label = Label(words)
    label.setBuddy(widget)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(label)
    column.addWidget(widget)
    return column


def add_rows(
    grid: QGridLayout,
    rows: Sequence[tuple[str, QWidget | QHBoxLayout]],
    buddies: dict[str, QWidget] | None = None,
) -> None:
    """Add controls to a grid, their labels left; `buddies` says where labels of several lead.

    What says itself what it is, has no label and takes both columns.
    """
    for words, content in rows:
        row = grid.rowCount()
        if not words and isinstance(content, QWidget):
            grid.addWidget(content, row, 0, 1, 2)
            continue
        label = Label(words)
        if isinstance(content, QWidget):
            label.setBuddy(content)
            grid.addWidget(content, row, 1)
        else:
            label.setBuddy((buddies or {})[words])
            grid.addLayout(content, row, 1)
        grid.addWidget(label, row, 0)


def align(grids: Sequence[QGridLayout]) -> None:
    """Give the label columns of several grids one width."""
    widths = []
    for grid in grids:
        for row in range(grid.rowCount()):
            item = grid.itemAtPosition(row, 0)
            label = item.widget() if item else None
            widths.append(label.sizeHint().width() if isinstance(label, Label) else 0)
    for grid in grids:
        grid.setColumnMinimumWidth(0, max(widths))
