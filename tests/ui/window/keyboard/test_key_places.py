"""The Latin key in the place of a key, by its number or by the letter that it writes."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from abcstudio.ui.window.keyboard.latin_keys import is_cyrillic, latin_key

CTRL = Qt.KeyboardModifier.ControlModifier
# As X numbers them.
S_PLACE, SLASH_PLACE, BESIDE_SHIFT = 39, 61, 94


def pressed(key: int, place: int = 0, sign_of_system: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, CTRL, place, sign_of_system, 0, "")


@pytest.fixture
def x_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")


@pytest.mark.parametrize(("letter", "latin"), [*zip("ЙІЯХЇБЮЄҐЫ", "QSZ[],.'\\S", strict=True)])
def test_a_letter_tells_its_place(letter: str, latin: str) -> None:
    assert latin_key(pressed(ord(letter))) == latin


@pytest.mark.usefixtures("x_screen")
def test_the_place_is_asked_before_the_letter() -> None:
    """A phonetic keyboard has its letters elsewhere, and a sign has no letter."""
    assert latin_key(pressed(ord("С"), S_PLACE)) == "S"
    assert latin_key(pressed(Qt.Key.Key_Period, SLASH_PLACE)) == "/"


@pytest.mark.usefixtures("x_screen")
def test_a_place_that_is_not_known_leaves_the_letter() -> None:
    assert latin_key(pressed(ord("І"), BESIDE_SHIFT)) == "S"
    assert latin_key(pressed(Qt.Key.Key_Less, BESIDE_SHIFT)) == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_F5, Qt.Key.Key_Return, Qt.Key.Key_Space, 0x3A9])
def test_other_keys_have_no_latin_one(key: int) -> None:
    assert latin_key(pressed(key)) == ""


def test_a_letter_that_qt_calls_by_its_latin_name_is_cyrillic_all_the_same() -> None:
    ukrainian_i = 0x6A6
    assert is_cyrillic(pressed(Qt.Key.Key_S, S_PLACE, ukrainian_i))
    assert not is_cyrillic(pressed(Qt.Key.Key_S, S_PLACE, ord("s")))
