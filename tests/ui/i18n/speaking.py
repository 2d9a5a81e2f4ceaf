"""A window that speaks Ukrainian, and what can be read in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from abcstudio.ui.words.translators import Translators
from tests.ui.events import deliver_events

# What stands beside the words of a box: its arrow and its edges.
_TURNS = 5
_ARROW = 24
_MOST = 100


@contextmanager
def speaking(app: QCoreApplication, language: str) -> Iterator[None]:
    """Let the program speak a language."""
    translators, before = Translators(app), QLocale()
    translators.speak(language)
    try:
        yield
    finally:
        translators.speak("en")
        translators.stop()
        QLocale.setDefault(before)


def visible_widgets() -> list[QWidget]:
    """Return the widgets that can be seen."""
    return [each for each in QApplication.allWidgets() if isValid(each) and each.isVisible()]


def texts_of(widget: QWidget) -> Iterator[str]:
    """Yield what a widget says: words, tooltip, names for screen readers."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QAbstractButton | QLabel):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(min(widget.count(), _MOST)))
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QSpinBox | QDoubleSpinBox):
        yield from (widget.prefix(), widget.suffix(), widget.specialValueText())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield from (widget.tabText(place), widget.tabToolTip(place))
    if isinstance(widget, QMenu):
        yield from menu_texts(widget)


def menu_texts(menu: QMenu) -> Iterator[str]:
    """Yield the words and sentences of a menu's commands."""
    for action in menu.actions():
        if not action.isSeparator():
            yield from (action.text().replace("&", ""), action.toolTip(), action.statusTip())


def cut(widget: QWidget) -> str:
    """Return what of a widget's words has no room, "" where all have.

    Words that have just come are given room in a later turn of the window.
    """
    for _ in range(_TURNS):
        is_shown = isValid(widget) and widget.isVisible()
        if not is_shown or not (words := _cut_now(widget)):
            return ""
        deliver_events()
    return words


def _cut_now(widget: QWidget) -> str:
    if isinstance(widget, QLabel) and widget.wordWrap():
        is_cut = widget.height() < widget.heightForWidth(widget.width()) - 1
        return widget.text() if is_cut else ""
    if isinstance(widget, QAbstractButton | QLabel) and widget.text():
        return widget.text() if widget.width() < widget.sizeHint().width() - 1 else ""
    if isinstance(widget, QHeaderView) and widget.model() is not None:
        for section in range(widget.count()):
            hint = widget.sectionSizeHint(section)
            if not widget.isSectionHidden(section) and widget.sectionSize(section) < hint - 1:
                return str(widget.model().headerData(section, widget.orientation()))
    if isinstance(widget, QComboBox):
        needed = widget.fontMetrics().horizontalAdvance(widget.currentText()) + _ARROW
        return widget.currentText() if widget.width() < needed else ""
    return ""
