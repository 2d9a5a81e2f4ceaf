"""What a person chooses from begins with a capital, as every label does."""

import pytest
from PySide6.QtWidgets import QComboBox, QWidget

from abcstudio.ui.composer.changes.transpose_dialog import TransposeDialog
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS

pytestmark = pytest.mark.one_window

TUNE = "X:1\nT:A\nM:4/4\nK:D\nDEFG|\n"


def small(widget: QWidget) -> list[str]:
    """Return the choices that begin with a small letter.

    Behind one that chooses nothing in particular stand the tunes' own words: "reel" is as written.
    """
    return [
        box.itemText(place)
        for box in widget.findChildren(QComboBox)
        for place in range(1 if box.itemData(0) == "" else box.count())
        if box.itemText(place)[:1].islower()
    ]


@pytest.mark.parametrize("page_id", PAGE_IDS)
def test_every_choice_begins_with_a_capital(main_window: MainWindow, page_id: str) -> None:
    main_window.show_page(page_id)
    assert main_window.findChildren(QComboBox)
    assert small(main_window) == []


def test_every_choice_of_a_transposition_begins_with_a_capital(main_window: MainWindow) -> None:
    dialog = TransposeDialog(TUNE, main_window)
    assert dialog.findChildren(QComboBox)
    assert small(dialog) == []
