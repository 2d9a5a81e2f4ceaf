"""Inside the model: the panel beside the tune, by keys and clicks, with the model in the box."""

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.paths import bundled_model
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.inspection.color_scale import STEPS, ground_of, step_of
from abcstudio.ui.composer.inspection.inspection_panel import InspectionPanel
from abcstudio.ui.composer.inspection.room import InspectionRoom
from abcstudio.ui.look.theme import DARK, LIGHT, Colors
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

TUNE = "X:1\nT:The First\nR:reel\nM:4/4\nL:1/8\nK:D\n" + "|:dAFA DFAd|fdcd FAdf|\n" * 4
WAIT_MS = 240_000


@pytest.fixture
def page(main_window: MainWindow) -> Iterator[ComposerPage]:
    main_window.show_page("composer")
    main_window.composer.parts.files.open_text(TUNE, "tune")
    main_window.composer.desk.watch.settle()
    yield main_window.composer
    main_window.composer.parts.side.show_panel("takes")
    for document in main_window.composer.desk.documents:
        document.text_document.setModified(False)


def open_panel(qtbot: QtBot, page: ComposerPage) -> InspectionPanel:
    """Press the command's keys and wait for the reading."""
    qtbot.keyClick(page.window(), Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert page.rooms[InspectionRoom].panel.isVisible()
    qtbot.waitUntil(lambda: page.rooms[InspectionRoom].panel.has_result, timeout=WAIT_MS)
    return page.rooms[InspectionRoom].panel


def ground_at(panel: InspectionPanel, place: int) -> str:
    """Return the colour behind a character of the reading, "" for none."""
    # Each line's end is spelled with a sign of its own.
    position = place + TUNE[:place].count("\n")
    block = panel.reading.document().findBlock(position)
    for run in block.layout().formats():
        if run.start <= position - block.position() < run.start + run.length:
            return run.format.background().color().name()
    return ""


def brush_at(panel: InspectionPanel, text: str, place: int) -> Qt.BrushStyle:
    """Return how the ground of a character of the reading is painted."""
    position = place + text[:place].count("\n")
    block = panel.reading.document().findBlock(position)
    for run in block.layout().formats():
        if run.start <= position - block.position() < run.start + run.length:
            return run.format.background().style()
    return Qt.BrushStyle.NoBrush


def test_it_colours_each_character_by_its_surprise(qtbot: QtBot, page: ComposerPage) -> None:
    panel = open_panel(qtbot, page)
    result = panel.result
    assert result is not None
    assert panel.reading.toPlainText().replace("\u21b5", "") == TUNE.rstrip("\n")
    mean = page.locale().toString(result.inspection.mean_surprise, "f", 2)
    assert mean in panel.summary.text()
    pairs = list(zip(result.places, result.inspection.readings, strict=True))
    place, most = max(pairs, key=lambda pair: pair[1].surprise or 0.0)
    assert ground_at(panel, place) == ground_of(step_of(most.surprise or 0, 4.0), LIGHT).name()
    place = min(pairs, key=lambda pair: 99 if pair[1].surprise is None else pair[1].surprise)[0]
    assert ground_at(panel, place) == ""
    assert not panel.legend.unread.isVisible()


def test_the_caret_says_what_was_expected_and_the_panel_moves_the_caret(
    qtbot: QtBot, page: ComposerPage
) -> None:
    panel = open_panel(qtbot, page)
    result = panel.result
    assert result is not None
    place = TUNE.index("FAd")
    page.desk.editor.select(Span(place, place))
    reading = result.inspection.readings[place]
    assert "\u201cF\u201d" in panel.expectations.sentence.text()
    shown = [row.character for row in panel.expectations.rows]
    assert shown == [one.character for one in reading.alternatives]
    panel.reading.setFocus()
    qtbot.keyClick(panel.reading, Qt.Key.Key_Right)
    assert page.desk.editor.caret() == place + 1
    assert "\u201cA\u201d" in panel.expectations.sentence.text()


def test_the_mouse_over_a_character_is_enough(qtbot: QtBot, page: ComposerPage) -> None:
    panel = open_panel(qtbot, page)
    caret = page.desk.editor.caret()
    advance = panel.reading.fontMetrics().averageCharWidth()
    second = panel.reading.cursorRect().center() + QPoint(advance + advance // 2, 0)
    qtbot.mouseMove(panel.reading.viewport(), second)
    qtbot.waitUntil(lambda: "\u201c:\u201d" in panel.expectations.sentence.text(), timeout=5000)
    assert page.desk.editor.caret() == caret


def test_an_expected_character_is_written_in_one_step(qtbot: QtBot, page: ComposerPage) -> None:
    panel = open_panel(qtbot, page)
    place = TUNE.index("FAd")
    page.desk.editor.select(Span(place, place))
    row = next(row for row in panel.expectations.rows if row.isEnabled())
    row.setFocus()
    wanted = row.character
    qtbot.keyClick(row, Qt.Key.Key_Space)
    changed = TUNE[:place] + wanted + TUNE[place + 1 :]
    assert page.desk.editor.text() == changed
    assert page.desk.editor.caret() == place
    qtbot.waitUntil(
        lambda: panel.reading.toPlainText().replace("\u21b5", "") == changed.rstrip("\n"),
        timeout=WAIT_MS,
    )
    page.desk.editor.undo()
    assert page.desk.editor.text() == TUNE


def test_a_unit_colours_the_text_and_the_best_ones_are_offered(
    qtbot: QtBot, page: ComposerPage
) -> None:
    panel = open_panel(qtbot, page)
    result = panel.result
    assert result is not None
    assert not panel.picker.isVisible()
    panel.by_unit.setFocus()
    qtbot.keyClick(panel.by_unit, Qt.Key.Key_Space)
    assert panel.picker.isVisible()
    # The unit on show may be the best of the text that was read before: it stays.
    best = result.units["measure_position"][0]
    assert panel.picker.best.itemData(0) == (best.layer, best.unit)
    panel.picker.signal.setCurrentIndex(panel.picker.signal.findData("in_header"))
    best = result.units["in_header"][0]
    assert panel.picker.chosen == (best.layer, best.unit)
    panel.picker.layer.setValue(2)
    panel.picker.unit.setValue(7)
    assert panel.picker.best.currentIndex() == -1
    values = result.inspection.activations[1][:, 6].tolist()
    place = max(range(len(values)), key=lambda at: abs(values[at]) if TUNE[at] != "\n" else 0)
    assert ground_at(panel, place) == ground_of(step_of(values[place], 1.0), LIGHT).name()


def test_a_signal_that_the_tune_lacks_offers_no_unit(qtbot: QtBot, page: ComposerPage) -> None:
    panel = open_panel(qtbot, page)
    panel.by_unit.click()
    before = panel.picker.chosen
    panel.picker.signal.setCurrentIndex(panel.picker.signal.findData("in_chord"))
    assert not panel.picker.best.isEnabled()
    assert panel.picker.chosen == before


@pytest.mark.own_window
def test_unknown_characters_are_passed_over_and_named(qtbot: QtBot, page: ComposerPage) -> None:
    page.parts.files.open_text(
        TUNE.replace("The", "\u0422\U0001d11e") + "%%abcstudio words\n", "other"
    )
    panel = open_panel(qtbot, page)
    assert "\u0422" in panel.note.text()
    assert "%" in panel.note.text()
    place = page.desk.editor.text().index("\U0001d11e")
    page.desk.editor.select(Span(place, place))
    assert "was not read" in panel.expectations.sentence.text()
    assert brush_at(panel, page.desk.editor.text(), place) == Qt.BrushStyle.BDiagPattern
    assert panel.legend.unread.isVisible()
    assert not any(row.isEnabled() for row in panel.expectations.rows)
    place = page.desk.editor.text().index("K:D")
    page.desk.editor.select(Span(place, place))
    assert "\u201cK\u201d" in panel.expectations.sentence.text()


def test_it_follows_the_editor_only_while_it_is_open(qtbot: QtBot, page: ComposerPage) -> None:
    panel = open_panel(qtbot, page)
    page.desk.editor.select(Span(len(TUNE), len(TUNE)))
    page.desk.editor.insertPlainText("d4|]\n")
    qtbot.waitUntil(lambda: "d4|]" in panel.reading.toPlainText(), timeout=WAIT_MS)
    qtbot.keyClick(page.window(), Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert not panel.isVisible()
    page.desk.editor.insertPlainText("A4|]\n")
    page.desk.watch.settle()
    assert not page.rooms[InspectionRoom].presenter.is_busy
    assert "A4|]" not in panel.reading.toPlainText()


def test_empty_states_name_the_way_on(
    qtbot: QtBot, page: ComposerPage, main_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = open_panel(qtbot, page)
    page.parts.files.new()
    qtbot.waitUntil(panel.state.isVisible, timeout=5000)
    assert "Compose" in panel.state.sentence.text()
    studio = main_window.studio
    monkeypatch.setattr(type(studio), "model", property(lambda _self: None))
    studio.models_changed.emit()
    qtbot.waitUntil(lambda: panel.state.title.text() == "No model yet", timeout=5000)


def test_a_damaged_model_says_so_and_can_be_tried_again(
    qtbot: QtBot,
    page: ComposerPage,
    main_window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    studio = main_window.studio
    damaged = tmp_path / "damaged.safetensors"
    damaged.write_bytes(bundled_model().read_bytes())
    monkeypatch.setattr("abcstudio.ui.services.studio.bundled_model", lambda: damaged)
    panel = open_panel(qtbot, page)
    studio.refresh_models()
    damaged.write_bytes(damaged.read_bytes()[:-5000])
    page.desk.editor.insertPlainText("%")
    qtbot.waitUntil(panel.state.isVisible, timeout=WAIT_MS)
    assert "damaged.safetensors" in panel.state.sentence.text()
    damaged.write_bytes(bundled_model().read_bytes())
    again = next(b for b in panel.state.findChildren(QPushButton) if b.text() == "Try again")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.has_result, timeout=WAIT_MS)


def test_the_command_brings_a_folded_side_back(
    qtbot: QtBot, page: ComposerPage, main_window: MainWindow
) -> None:
    qtbot.keyClick(page.window(), Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert not page.parts.side.isVisible()
    open_panel(qtbot, page)
    qtbot.keyClick(page.window(), Qt.Key.Key_F11)
    assert not page.parts.side.isVisible()
    page.parts.side.show_panel("takes")
    open_panel(qtbot, page)
    assert not main_window.parts.commands.focus_mode.isChecked()


@pytest.mark.own_window
def test_every_control_of_the_panel_is_reached_by_tab(qtbot: QtBot, page: ComposerPage) -> None:
    panel = open_panel(qtbot, page)
    panel.by_unit.click()
    place = TUNE.index("FAd")
    page.desk.editor.select(Span(place, place))
    panel.by_surprise.setFocus()
    stops = []
    for _ in range(20):
        focus = QApplication.focusWidget()
        if focus in stops:
            break
        stops.append(focus)
        assert focus.accessibleName() or focus.text()
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    rows = [row for row in panel.expectations.rows if row.isEnabled()]
    picker = panel.picker
    for control in (picker.signal, picker.best, picker.layer, picker.unit, panel.reading, *rows):
        assert control in stops


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_text_is_readable_on_every_ground(colors: Colors) -> None:
    for step in range(-STEPS, STEPS + 1):
        assert _contrast(QColor(colors.text), ground_of(step, colors)) >= 4.5


def _contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else math.pow((part + 0.055) / 1.055, 2.4)
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
