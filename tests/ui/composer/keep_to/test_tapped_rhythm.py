"""A rhythm is tapped on a key, and each take has it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.composing.provenance import without_provenance
from abcstudio.composing.rhythm_of import rhythm_of
from abcstudio.composing.tune_wishes import NO_WISHES
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.keep_to.tap_dialog import TapDialog
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events

JIG_MS = (0, 200, 390, 610, 1010, 1200)
"""Three eighth notes, a quarter note, two eighth notes of which the last one is held."""


def dialog_at(qtbot: QtBot, meter: str, times_ms: tuple[int, ...]) -> TapDialog:
    """Return a dialog for which the time is another one each time that it looks."""
    clock: Iterator[int] = iter(times_ms)
    dialog = TapDialog(meter, now_ms=lambda: float(next(clock)))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def tap(qtbot: QtBot, dialog: TapDialog, times: int) -> None:
    for key in [Qt.Key.Key_Space, Qt.Key.Key_J] * times:
        if times:
            qtbot.keyClick(dialog.pad, key)
            times -= 1


def test_taps_become_note_values_in_the_meter(qtbot: QtBot) -> None:
    dialog = dialog_at(qtbot, "6/8", (*JIG_MS, 1390))
    assert not dialog.use_button.isEnabled()
    tap(qtbot, dialog, len(JIG_MS))
    qtbot.keyClick(dialog.pad, Qt.Key.Key_Return)
    assert dialog.line.text() == "6/8  BBB B2B|B6|"
    assert dialog.focusWidget() is dialog.use_button
    dialog.shortest.setCurrentIndex(1)
    assert dialog.line.text() == "6/8  B/B/B/BB/ B3|"
    with qtbot.waitSignal(dialog.tapped) as used:
        qtbot.keyClick(dialog.use_button, Qt.Key.Key_Return)
    assert used.args == [("o/o/o/oo/ o3",), "6/8"]


def test_taps_are_measured_by_the_metronome_and_can_be_made_again(qtbot: QtBot) -> None:
    # At 120 quarter notes a minute, a sixteenth note is 125 ms.
    dialog = dialog_at(qtbot, "2/4", (0, 380, 490, 900, 9_000, 9_510, 10_020))
    dialog.metronome.setChecked(True)
    dialog.tempo.setValue(120)
    tap(qtbot, dialog, 3)
    qtbot.keyClick(dialog.pad, Qt.Key.Key_Return)
    assert dialog.line.text() == "2/4  B3/2B/ B2|"
    qtbot.mouseClick(dialog.again_button, Qt.MouseButton.LeftButton)
    assert dialog.line.text() == ""
    qtbot.mouseClick(dialog.pad, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.pad, Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog.pad, Qt.Key.Key_Return)
    assert dialog.line.text() == "2/4  B2 B2|"


def test_the_metronome_clicks_the_beats_of_the_meter_where_that_is_wished(qtbot: QtBot) -> None:
    # At 150 dotted quarter notes a minute, an eighth note is 133 ms.
    dialog = dialog_at(qtbot, "6/8", (0, 267, 400, 667, 800))
    given: list[bool] = []
    dialog.clicked.connect(given.append)
    assert not dialog.click.isEnabled()
    dialog.tempo.setValue(150)
    qtbot.keyClick(dialog.metronome, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(given) >= 4, timeout=20_000)
    assert given[:4] == [True, False, True, False]
    tap(qtbot, dialog, 4)
    qtbot.keyClick(dialog.pad, Qt.Key.Key_Return)
    assert dialog.line.text() == "6/8  B2B B2B|"
    dialog.click.setChecked(False)
    count = len(given)
    dialog.meter.setCurrentText("4/4")
    assert len(given) == count
    dialog.click.setChecked(True)
    dialog.meter.setCurrentText("2/4")
    assert given[count] is True
    dialog.reject()


def test_a_click_is_heard_whatever_instrument_is_chosen(main_window: MainWindow) -> None:
    page = main_window.composer
    asked: list[bool] = []
    page.rooms[ComposingRoom].controller.click_requested.connect(asked.append)
    page.rooms[ComposingRoom].controller.tap_rhythm()
    (dialog,) = page.rooms[ComposingRoom].form.findChildren(TapDialog)
    dialog.metronome.setChecked(True)
    assert asked == [True]
    dialog.reject()


def test_escape_leaves_the_wishes_as_they_are(qtbot: QtBot, main_window: MainWindow) -> None:
    form = main_window.composer.rooms[ComposingRoom].form
    qtbot.mouseClick(form.keep_to.more.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(form.wishes.rhythm_row.tap_button, Qt.MouseButton.LeftButton)
    (dialog,) = form.findChildren(TapDialog)
    assert dialog.pad.isVisible()
    tap(qtbot, dialog, 2)
    qtbot.keyClick(dialog.pad, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert form.wishes.wishes("") == NO_WISHES


@pytest.mark.parametrize("form_name", ["Any", "AB"])
def test_a_take_has_the_tapped_rhythm_until_that_is_cleared(
    qtbot: QtBot, main_window: MainWindow, form_name: str
) -> None:
    page = main_window.composer
    form, row = page.rooms[ComposingRoom].form, page.rooms[ComposingRoom].form.wishes.rhythm_row
    qtbot.mouseClick(form.keep_to.more.button, Qt.MouseButton.LeftButton)
    form.set_seed("X:1\nM:4/4\nL:1/8\nK:D\n")
    form.wishes.form.setCurrentText(form_name)
    page.rooms[ComposingRoom].controller.tap_rhythm()
    (dialog,) = form.findChildren(TapDialog)
    dialog.tapped.emit(("ooo o2o", "o3 ooo"), "6/8")
    dialog.reject()
    assert "M:6/8" in form.seed.toPlainText()
    assert row.line.text() == "6/8  BBB B2B|B3 BBB"
    form.wishes.measures.setValue(4)
    wishes = form.wishes.wishes(form.seed.toPlainText())
    lines = {"Any": "|:{0}:|\n|:{0}:|\n", "AB": "{0}||\n{0}|]\n"}[form_name]
    part = "ooo o2o|o3 ooo|ooo o2o|o3 ooo"
    assert (wishes.rhythm_of, wishes.form) == ("M:6/8\nL:1/8\n" + lines.format(part), "")
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=120_000) as ended:
        qtbot.mouseClick(form.compose_button, Qt.MouseButton.LeftButton)
    deliver_events()
    assert rhythm_of(without_provenance(ended.args[0][0].text())) == wishes.rhythm_of
    qtbot.mouseClick(row.clear_button, Qt.MouseButton.LeftButton)
    assert form.wishes.wishes("").rhythm_of == ""
    assert row.line.isHidden()
    assert main_window.focusWidget() is row.tap_button
