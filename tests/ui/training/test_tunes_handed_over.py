"""Tunes that come from Datasets are in sight in the form, and nothing older is said over them."""

import pytest
from PySide6.QtCore import Qt

from abcstudio.ui.controls.numbers.number_boxes import NumberBox
from tests.ui.training.small_runs import TUNES


@pytest.fixture
def refused(shown, qtbot):
    """The page after a start that a setting far down the form has refused."""
    page = shown.page
    box = page.form.config_form.controls["rng_seed"]
    assert isinstance(box, NumberBox)
    box.setFocus()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, "-5")
    page.start_training()
    page.form.verticalScrollBar().setValue(page.form.verticalScrollBar().maximum())
    return page


def test_the_form_shows_them_and_the_refusal_goes(refused) -> None:
    page = refused
    assert page.form.verticalScrollBar().value() > 0
    assert "Random seed" in page.progress.line.text()
    page.train_on(TUNES[:7], "Seven tunes")
    page.base.leave()
    assert page.form.verticalScrollBar().value() == 0
    head = page.form.tunes
    assert "Seven tunes" in head.text()
    assert (
        page.form.viewport().rect().contains(head.mapTo(page.form.viewport(), head.rect().center()))
    )
    assert "Random seed" not in page.progress.line.text()


def test_a_setting_that_is_still_wrong_is_shown_at_the_next_start(refused, qtbot) -> None:
    page = refused
    page.train_on(TUNES[:7], "Seven tunes")
    page.base.leave()
    qtbot.mouseClick(page.start, Qt.MouseButton.LeftButton)
    assert "Random seed" in page.progress.line.text()
    assert page.form.verticalScrollBar().value() > 0
    assert not page.session.is_running
