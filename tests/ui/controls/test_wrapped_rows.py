"""Rows of words that wrap: at any width all of them are painted, and said under the mouse."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from abcstudio.ui.controls.rows.row_list import RowList
from abcstudio.ui.controls.rows.wrapped_rows import WrappedRows

WORDS = "Measures 17-20: “The Eaves Dropper”, measures 13-16 (in 2 tunes)"


def inked_lines(picture: QPixmap, row: QRect) -> int:
    """Return how many lines of words are painted within a row."""
    image = picture.toImage()
    ground = image.pixelColor(row.right() - 1, row.top() + 1)
    inked = [
        any(image.pixelColor(x, y) != ground for x in range(row.left(), row.right(), 2))
        for y in range(row.top(), row.bottom())
    ]
    return sum(now and not before for before, now in zip([False, *inked], inked, strict=False))


@pytest.mark.parametrize("width", range(200, 321, 8))
def test_no_word_is_left_out_at_any_width(qtbot: QtBot, width: int) -> None:
    view = RowList()
    qtbot.addWidget(view)
    view.setSpacing(2)
    model = WrappedRows("Click it", view)
    model.setStringList([WORDS, WORDS])
    view.resize(width, 300)
    view.show()
    qtbot.waitExposed(view)
    row = view.visualRect(model.index(1))
    flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
    needed = view.fontMetrics().boundingRect(row.adjusted(4, 0, -4, 999), flags, WORDS)
    assert row.height() >= needed.height()
    assert row.height() < needed.height() + view.fontMetrics().lineSpacing()
    lines = round(needed.height() / view.fontMetrics().lineSpacing())
    assert inked_lines(view.viewport().grab(), row) == lines


def test_all_words_are_said_under_the_mouse_and_to_a_screen_reader(qtbot: QtBot) -> None:
    view = RowList()
    qtbot.addWidget(view)
    model = WrappedRows("Click it", view)
    model.setStringList([WORDS])
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) == f"{WORDS}\nClick it"
    assert model.index(0).data() == WORDS
