"""Every number box of the window: digits stay as they were typed, and what is wrong is said."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.typed_numbers import number_from
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.controls.choice_dialog import ChoiceDialog
from abcstudio.ui.controls.numbers.number_boxes import NumberBox
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.exporting.paper_choice import PaperChoice
from abcstudio.ui.playback.bar.practice_settings import PracticeSettings
from abcstudio.ui.window.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
TYPED = {
    "4096": 4096,
    "501": 501,
    "65": 65,
    "5e-3": 0.005,
    "0,005": 0.005,
    "0.5": 0.5,
    "99999999": 99_999_999,
    "-1": -1,
}
UKRAINIAN = QLocale(QLocale.Language.Ukrainian)


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[WholeNumberBox]:
    frame = QWidget()
    frame.resize(400, 200)
    made = WholeNumberBox(50, 500, parent=frame)
    made.setValue(100)
    other = NumberBox(1e-5, 0.1, parent=frame)
    other.move(0, 60)
    QVBoxLayout(frame).addWidget(made)
    qtbot.addWidget(frame)
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    made.setFocus()
    yield made
    frame.close()


def _type(qtbot: QtBot, box: NumberBox, text: str) -> None:
    box.selectAll()
    qtbot.keyClicks(box, text)


def _note_beside(box: NumberBox) -> str:
    notes = [label for label in box.window().findChildren(QLabel) if label.property("field_note")]
    return "".join(note.text() for note in notes if note.isVisible())


def test_every_number_box_takes_whatever_is_typed(main_window: MainWindow, qtbot: QtBot) -> None:
    dialog = ChoiceDialog("", "", "", main_window)
    dialog.ask_number("&Measures", 1, 16, 4)
    PaperChoice(main_window.studio, main_window).staff.setParent(main_window)
    PracticeSettings(main_window.studio, main_window)
    boxes = [
        box
        for box in main_window.findChildren(QAbstractSpinBox)
        if not box.objectName().startswith("qt_") and box.isEnabled()
    ]
    strange = {type(box).__name__ for box in boxes if not isinstance(box, NumberBox)}
    assert not strange
    assert len(boxes) >= 24
    locales = (QLocale.c(), QLocale("en"), UKRAINIAN)
    numbers = [box for box in boxes if isinstance(box, NumberBox)]
    for locale, box in product(locales, numbers):
        box.setLocale(locale)
        for text, number in TYPED.items():
            _type(qtbot, box, text)
            assert box.bare(box.lineEdit().text()) == text
            old = box.value()
            complaint = box.commit()
            fits = box.minimum() <= number <= box.maximum()
            if fits and (isinstance(number, int) or not isinstance(box, WholeNumberBox)):
                assert (box.value(), complaint) == (number, "")
            else:
                assert box.value() == old
                assert all(word in complaint for word in box.range_words())
                assert box.bare(box.lineEdit().text()) == text


def test_every_number_box_says_what_it_cannot_read(main_window: MainWindow, qtbot: QtBot) -> None:
    form = main_window.training.parts.form.config_form
    boxes = [box for box in main_window.findChildren(NumberBox) if box.isEnabled()]
    names = {box.accessibleName() for box in boxes}
    controls = [box for box in form.controls.values() if isinstance(box, NumberBox)]
    assert names >= {box.accessibleName() for box in controls}
    for box in boxes:
        for text in ("abc", "1x", "1 2 drei"):
            old = box.value()
            _type(qtbot, box, text)
            assert box.bare(box.lineEdit().text()) == text
            assert box.property("error"), box.accessibleName()
            assert all(word in box.complaint for word in box.range_words())
            assert box.commit() == box.complaint != ""
            assert box.bare(box.lineEdit().text()) == text
            assert box.value() == old


def test_no_other_number_box_is_made_anywhere() -> None:
    import abcstudio.ui

    folder = Path(abcstudio.ui.__file__).parent
    makers = [
        path.name
        for path in folder.rglob("*.py")
        if "QSpinBox" in (text := path.read_text(encoding="utf-8")) or "QDoubleSpinBox" in text
    ]
    assert makers == ["number_boxes.py"]


@pytest.mark.parametrize(
    ("text", "separator", "number"),
    [
        ("4,096", ",", 4096),
        ("4\N{NO-BREAK SPACE}096", "\N{NO-BREAK SPACE}", 4096),
        ("4 096", ",", 4096),
        ("1.234.567,5", ".", 1234567.5),
        ("1,234,567.5", "\N{NO-BREAK SPACE}", 1234567.5),
        ("0,005", ",", 0.005),
        ("12,5", ",", 12.5),
        ("1,234", "\N{NO-BREAK SPACE}", 1.234),
        ("5E-3", ",", 0.005),
        ("5е-3", "\N{NO-BREAK SPACE}", 0.005),
        ("\N{MINUS SIGN}1", ",", -1),
        (".5", ",", 0.5),
        ("1e999", ",", float("inf")),
        ("9" * 500, ",", None),
        ("", ",", None),
        ("-", ",", None),
        ("1,2,3", ",", None),
        ("5e", ",", None),
    ],
)
def test_numbers_are_read_as_people_write_them(
    text: str, separator: str, number: float | None
) -> None:
    assert number_from(text, separator) == number


def test_what_is_beyond_is_said_while_it_is_typed(box, qtbot) -> None:
    _type(qtbot, box, "50")
    assert _note_beside(box) == ""
    qtbot.keyClicks(box, "1")
    assert _note_beside(box) == "501 is out of range: choose a number from 50 to 500."
    assert box.property("error") is True
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert _note_beside(box) == ""


def test_what_is_too_small_is_said_when_it_is_done(box, qtbot) -> None:
    _type(qtbot, box, "5")
    assert _note_beside(box) == ""
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert "from 50 to 500" in _note_beside(box)
    assert (box.text(), box.value()) == ("5", 100)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert (box.text(), box.value(), _note_beside(box)) == ("101", 101, "")


def test_a_refused_text_stays_when_the_field_is_left(box, qtbot) -> None:
    _type(qtbot, box, "9999")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert not box.hasFocus()
    assert (box.text(), box.value(), _note_beside(box)) == ("9999", 100, "")
    assert box.complaint
    box.setFocus()
    assert "from 50 to 500" in _note_beside(box)
    box.setValue(70)
    assert (box.text(), box.complaint, _note_beside(box)) == ("70", "", "")


def test_the_sentence_comes_back_under_the_mouse(box, qtbot) -> None:
    _type(qtbot, box, "9999")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not box.hasFocus())
    assert _note_beside(box) == ""
    place = QPointF(box.rect().center())
    box.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QApplication.sendEvent(box, QEnterEvent(place, place, QPointF(box.mapToGlobal(place))))
    assert _note_beside(box) == "9999 is out of range: choose a number from 50 to 500."
    box.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QApplication.sendEvent(box, QEvent(QEvent.Type.Leave))
    assert _note_beside(box) == ""
    assert box.property("error") is True


def test_a_unit_stays_around_what_was_refused(box, qtbot) -> None:
    box.setSuffix(" mm")
    _type(qtbot, box, "9999")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "9999 mm"
    _type(qtbot, box, "60")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (box.text(), box.value()) == ("60 mm", 60)


def test_a_start_takes_the_number_being_typed_or_says_what_is_wrong(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = main_window.training
    qtbot.keyClick(main_window, Qt.Key.Key_2, CTRL)
    hidden = page.parts.form.config_form.controls["hidden_size"]
    assert isinstance(hidden, NumberBox)
    hidden.setFocus()
    _type(qtbot, hidden, "4096")
    qtbot.keyClick(main_window, Qt.Key.Key_R, CTRL)
    assert not page.session.is_running
    said = "4096 is out of range: choose a number from 1 to 2048."
    assert page.parts.progress.line.text() == f"Hidden units: {said}"
    assert hidden.hasFocus()
    assert _note_beside(hidden) == said
    _type(qtbot, hidden, "77")
    assert page.parts.form.config().hidden_size == 77
    assert page.parts.progress.line.property("error") is False
    assert page.parts.progress.line.text().startswith("Press Start training")


def test_a_preset_takes_back_what_was_said_of_the_settings(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = main_window.training
    main_window.show_page("training")
    controls = page.parts.form.config_form.controls
    for name, text in (("hidden_size", "4096"), ("seq_len", "0")):
        control = controls[name]
        assert isinstance(control, NumberBox)
        control.setFocus()
        _type(qtbot, control, text)
    qtbot.keyClick(main_window, Qt.Key.Key_R, CTRL)
    assert page.parts.progress.line.text().startswith("Hidden units: 4096 is out of range")
    controls["hidden_size"].setValue(64)
    assert page.parts.progress.line.text().startswith("Sequence length: 0 is out of range")
    qtbot.mouseClick(page.parts.form.presets.buttons["quick"], Qt.MouseButton.LeftButton)
    assert page.parts.progress.line.property("error") is False
    assert page.parts.progress.line.text().startswith("Press Start training")


def test_composing_is_declined_where_a_number_is_wrong(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = main_window.composer
    page.rooms[ComposingRoom].form.more.unfold()
    page.rooms[ComposingRoom].form.max_chars.setFocus()
    _type(qtbot, page.rooms[ComposingRoom].form.max_chars, "99999999")
    qtbot.keyClick(main_window, Qt.Key.Key_Return, CTRL)
    assert not page.rooms[ComposingRoom].session.is_composing
    assert "from 10 to 20000" in _note_beside(page.rooms[ComposingRoom].form.max_chars)
