"""Tunes that come from Datasets are in sight in the form, and nothing older is said over them."""

import pytest
from PySide6.QtCore import Qt

from abcstudio.ui.controls.numbers.number_boxes import NumberBox
from tests.ui.training.small_runs import TUNES


@pytest.fixture
def refused(shown, qtbot):
    """The page after a start that a setting far down the form has refused."""
    page = shown.page
    box = page.parts.form.config_form.controls["rng_seed"]
    assert isinstance(box, NumberBox)
    box.setFocus()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, "-5")
    page.start_training()
    page.parts.form.verticalScrollBar().setValue(page.parts.form.verticalScrollBar().maximum())
    return page


def test_the_form_shows_them_and_the_refusal_goes(refused) -> None:
    page = refused
    assert page.parts.form.verticalScrollBar().value() > 0
    assert "Random seed" in page.parts.progress.line.text()
    page.train_on(TUNES[:7], "Seven tunes")
    page.parts.base.leave()
    assert page.parts.form.verticalScrollBar().value() == 0
    head = page.parts.form.tunes
    assert "Seven tunes" in head.text()
    assert (
        page.parts.form.viewport()
        .rect()
        .contains(head.mapTo(page.parts.form.viewport(), head.rect().center()))
    )
    assert "Random seed" not in page.parts.progress.line.text()


def test_a_setting_that_is_still_wrong_is_shown_at_the_next_start(refused, qtbot) -> None:
    page = refused
    page.train_on(TUNES[:7], "Seven tunes")
    page.parts.base.leave()
    qtbot.mouseClick(page.start, Qt.MouseButton.LeftButton)
    assert "Random seed" in page.parts.progress.line.text()
    assert page.parts.form.verticalScrollBar().value() > 0
    assert not page.session.is_running
