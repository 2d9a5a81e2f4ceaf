"""What is typed while tunes are still read is not lost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.ui.window.main_window import MainWindow

TYPED = "Drowsy"


def type_where_the_focus_is(window: MainWindow, qtbot: QtBot, words: str) -> None:
    """Type as a person does who does not wait: key by key, wherever the focus is."""
    for letter in words:
        qtbot.keyClicks(QApplication.focusWidget() or window, letter)


def test_letters_go_to_the_tune_that_they_begin(main_window: MainWindow, qtbot: QtBot) -> None:
    page = main_window.datasets
    qtbot.waitUntil(lambda: bool(page.browser.table.tunes))
    main_window.show_page("composer")
    page.parts.sources.read_again()
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert page.parts.views.currentWidget() is page.parts.views.state
    type_where_the_focus_is(main_window, qtbot, TYPED)
    qtbot.waitUntil(lambda: bool(page.browser.table.tunes))
    assert page.browser.table.hasFocus()
    assert page.browser.table.tune is not None
    assert page.browser.table.tune.title.startswith(TYPED)
    # As later letters do; these are no end of the others.
    page.browser.table.keyboardSearch("")
    page.browser.table.choose(page.browser.table.tunes[0])
    type_where_the_focus_is(main_window, qtbot, TYPED)
    assert page.browser.table.tune.title.startswith(TYPED)


def test_letters_behind_the_key_of_the_search_go_there(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = main_window.datasets
    qtbot.waitUntil(lambda: bool(page.browser.table.tunes))
    main_window.show_page("datasets")
    page.browser.filter_bar.search.setText("before")
    page.parts.sources.read_again()
    page.parts.views.go_to_search()
    type_where_the_focus_is(main_window, qtbot, TYPED)
    qtbot.waitUntil(
        lambda: bool(page.browser.table.tunes) and page.browser.filter_bar.search.hasFocus()
    )
    assert page.browser.filter_bar.search.text() == TYPED
    page.browser.filter_bar.clear()


def test_letters_of_a_reading_that_was_stopped_are_forgotten(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = main_window.datasets
    qtbot.waitUntil(lambda: bool(page.browser.table.tunes))
    page.parts.sources.read_again()
    main_window.show_page("datasets")
    type_where_the_focus_is(main_window, qtbot, TYPED)
    page.parts.sources.cancel()
    page.parts.sources.read_again()
    qtbot.waitUntil(lambda: bool(page.browser.table.tunes))
    assert page.browser.table.tune is not None
    assert not page.browser.table.tune.title.startswith(TYPED)
