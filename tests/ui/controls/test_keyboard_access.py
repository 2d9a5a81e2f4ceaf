"""Every page by keyboard alone: Tab reaches each control once, and each one says its name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS
from tests.ui.events import let_work_end

pytestmark = pytest.mark.one_window


def controls_of(page: QWidget) -> set[QWidget]:
    """Return what Tab should reach: visible, enabled, and wanting it."""
    return {
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    }


def walk(qtbot: QtBot, window: MainWindow, page: QWidget) -> list[QWidget]:
    """Press Tab until the focus is back where it began; return the stops on the page."""
    stops: list[QWidget] = []
    for _ in range(150):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in stops:
            break
        if page.isAncestorOf(focus):
            stops.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    return stops


@pytest.mark.parametrize("name", PAGE_IDS)
def test_tab_reaches_every_control_of_a_page(
    qtbot: QtBot, main_window: MainWindow, name: str
) -> None:
    main_window.show_page(name)
    page = main_window.pages.widget_of(name)
    let_work_end(qtbot, main_window.studio)
    stops = walk(qtbot, main_window, page)
    missed = {
        widget
        for widget in controls_of(page) - set(stops)
        if not any(widget.isAncestorOf(stop) or stop.isAncestorOf(widget) for stop in stops)
    }
    assert not missed, [(type(w).__name__, w.accessibleName(), w.objectName()) for w in missed]


@pytest.mark.parametrize("name", PAGE_IDS)
def test_every_control_says_its_name(qtbot: QtBot, main_window: MainWindow, name: str) -> None:
    main_window.show_page(name)
    page = main_window.pages.widget_of(name)
    let_work_end(qtbot, main_window.studio)
    for widget in walk(qtbot, main_window, page):
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or words, (type(widget).__name__, widget.parent())


@pytest.mark.parametrize("name", ["tunes", "problems"])
def test_tab_reaches_what_stands_around_the_text(
    qtbot: QtBot, main_window: MainWindow, name: str
) -> None:
    page = main_window.composer
    for title in ("First", "Second"):
        text = f"X:1\nT:{title}\nM:4/4\nL:1/8\nK:G\n+GB+4 A4|(a4-b4)|\n"
        page.parts.files.open_text(text + "\n" + text.replace("X:1", "X:2"), title)
        page.desk.editor.insertPlainText("%")
    page.desk.watch.settle()
    page.parts.side.show_panel(name)
    page.desk.editor.setFocus()
    let_work_end(qtbot, main_window.studio)
    stops = walk(qtbot, main_window, page)
    panel = page.parts.side.panel(name)
    missed = {
        widget
        for widget in controls_of(page) - set(stops)
        if not any(widget.isAncestorOf(stop) or stop.isAncestorOf(widget) for stop in stops)
    }
    assert not missed, [(type(w).__name__, w.accessibleName()) for w in missed]
    assert page.rooms[TextsRoom].tabs in stops
    assert len([stop for stop in stops if panel.isAncestorOf(stop)]) >= 2
    for widget in stops:
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or words, type(widget).__name__


@pytest.mark.parametrize("name", PAGE_IDS)
def test_alt_and_a_letter_lead_to_one_thing(
    qtbot: QtBot, main_window: MainWindow, name: str
) -> None:
    main_window.show_page(name)
    let_work_end(qtbot, main_window.studio)
    texts = [action.text() for action in main_window.menuBar().actions()]
    texts += [
        widget.text()
        for widget in main_window.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton)
        and widget.isVisible()
        and (not isinstance(widget, QLabel) or widget.buddy() is not None)
    ]
    texts_of: dict[str, list[str]] = {}
    for text in texts:
        texts_of.setdefault(QKeySequence.mnemonic(text).toString(), []).append(text)
    texts_of.pop("", None)
    assert not {letter: found for letter, found in texts_of.items() if len(found) > 1}
