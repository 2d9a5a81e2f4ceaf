"""The window in a language that nobody speaks: what bypasses translation, what has no room."""

from collections.abc import Iterator

import pytest
from pseudo_language import pseudo, write_language
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QHeaderView
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from translation_faults import form_faults

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.settings import Settings
from abcstudio.ui.controls.bar_chart import BarChart
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow
from tests.translation_due import needs_translation
from tests.ui.conftest import LastingChild, no_thread_left, window_with
from tests.ui.i18n.speaking import cut, menu_texts, texts_of, visible_widgets
from tests.ui.i18n.test_ukrainian_window import foreign, is_shortened, views
from tests.ui.shared_windows import bring_up
from tests.ui.window.test_menus import menus_of

pytestmark = pytest.mark.one_window

_OF_QT = frozenset(["Scroll", "Left", "Right", "Down", "Space", "Enter", "PgDown", "PgUp"])
"""Words of Qt's own: keys, and the arrows beside many tabs."""


_TIGHT = {pseudo("Hand in…"), pseudo("Newest first")}
"""What stands in a row that is as long as its panel; the next language has to be short there."""


def bypassing(words: str) -> bool:
    """Whether a text of the window has not been translated."""
    return not _OF_QT.issuperset(foreign(words))


@pytest.fixture(scope="module")
def window(
    qapp: QApplication,
    engraving_child_of_files: LastingChild,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[MainWindow]:
    """The whole window in that language."""
    translator = QTranslator(qapp)
    with pytest.MonkeyPatch.context() as patch, no_thread_left():
        patch.setenv("ABCSTUDIO_HOME", str(tmp_path_factory.mktemp("home")))
        assert translator.load(str(write_language(tmp_path_factory.mktemp("language"))))
        qapp.installTranslator(translator)
        try:
            studio = Studio(Settings(theme="light", language="en"))
            with window_with(studio, Engraver(engraving_child_of_files)) as made:
                yield made
            assert studio.shut_down(), "background work did not end in time"
        finally:
            qapp.removeTranslator(translator)


@pytest.mark.parametrize(
    "text", ["&Stop", "%Ln tunes", "{0} of {1:,}", "<b>Note</b>: ", "ABC (*.abc);;All (*)", "a\nb"]
)
def test_what_a_translation_keeps_is_kept(text: str) -> None:
    said = pseudo(text)
    assert "⟦" in said
    assert not [each for each in form_faults(text, said) if not each.startswith("one of the two")]


@needs_translation
def test_all_that_is_said_goes_through_the_translation(window: MainWindow, qtbot: QtBot) -> None:
    """And nothing of it is cut, though it is longer by a third."""
    bring_up(window, qtbot)
    untold, without_room = set[tuple[str, str]](), set[tuple[str, str]]()
    for view in views(window):
        for widget in filter(isValid, visible_widgets()):
            if not isinstance(widget, QHeaderView | BarChart):
                untold.update((view, each) for each in texts_of(widget) if bypassing(each))
            if not is_shortened(widget) and (words := cut(widget)):
                without_room.add((view, words))
    assert not untold
    assert {words for _, words in without_room} <= _TIGHT


@needs_translation
def test_every_command_goes_through_the_translation(window: MainWindow) -> None:
    window.rooms[Helpers].menus.rebuild()
    menus = [
        menu
        for top in window.rooms[Helpers].menus.menus.values()
        for menu in menus_of(top)
        if menu is not window.rooms[Helpers].menus.recent
    ]
    assert not {words for menu in menus for words in menu_texts(menu) if bypassing(words)}
