"""Where the focus goes when what has it is greyed or hidden, one rule for every control."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QSplitter, QStackedWidget, QWidget
from shiboken6 import isValid

_REMEMBERED = 8
_OTHER_ROW = 100
_BUTTON_OF_OTHER_ROW = 10_000


class FocusHandover(QObject):
    """Hands the focus on to where the person can go on.

    Qt by itself takes the next control in the order of Tab: behind the last button of a panel that
    is the transport bar, where the page's own keys ("Undo") are dead. Here it goes

    - to the heir that is named for the control, where it has one: "Stop" to the list of runs, for
      beside it "Start" waits for the next Space;
    - to a neighbour in the same panel, where a control was greyed or hidden, alone or with all that
      is around it: a button of its row ("Stop" beside "Start"), else the list or field that is
      nearest;
    - to where it was before, where all that is around the control went away (a notice, a bar);
    - else to where the work of the page begins, or beside it ("Stop") while that is greyed.

    It happens once the event that took the focus is over: by then "Stop" is enabled too, and code
    that had a better place in mind has set the focus there.
    """

    def __init__(self, parent: QObject, main_focus: Callable[[], QWidget | None]) -> None:
        super().__init__(parent)
        self._main_focus = main_focus
        self._heirs: dict[QWidget, tuple[QWidget, ...]] = {}
        self._history: list[QWidget] = []
        self._lost: QWidget | None = None
        self._was_moved_to: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._hand_on)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def name_heirs(self, control: QWidget, *heirs: QWidget) -> None:
        """Say where the focus of a control goes: to the first of these that can take it then."""
        self._heirs[control] = heirs

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is None and self._history:
            # Another program was in front meanwhile.
            old = self._history[-1]
        if old is not None and isValid(old) and _is_lost(old):
            # Several may go one after the other: the first is the one that the person used.
            self._lost = self._lost or old
            self._was_moved_to = new
            self._timer.start()
            return
        if self._timer.isActive():
            # The person or another part chose another place.
            self._forget()
        self._remember(new)

    def _hand_on(self) -> None:
        lost, moved_to = self._lost, self._was_moved_to
        self._forget()
        if lost is None or not isValid(lost) or QApplication.focusWidget() is not moved_to:
            return
        if can_take_focus(lost):
            # Greyed for a moment only.
            lost.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        target = self._heir_of(lost)
        if target is not None and not can_take_focus(target):
            # A field of the form, greyed together with "Start" by the run that began.
            target = neighbour_of(target)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            # Where nothing had the focus meanwhile, this looked like one more loss.
            self._forget()
        self._remember(QApplication.focusWidget())

    def _heir_of(self, lost: QWidget) -> QWidget | None:
        parent = lost.parentWidget()
        if parent is not None and parent.isVisible():
            named = next(filter(can_take_focus, self._heirs.get(lost, ())), None)
            return named or neighbour_of(lost) or self._main_focus()
        return self._before(lost) or self._main_focus()

    def _before(self, lost: QWidget) -> QWidget | None:
        """Return what had the focus before the panel around a control took it."""
        panel = lost
        while (parent := panel.parentWidget()) is not None and not parent.isVisible():
            panel = parent
        window = lost.window()
        return next(
            (
                widget
                for widget in reversed(self._history)
                if isValid(widget)
                and widget.window() is window
                and not panel.isAncestorOf(widget)
                and can_take_focus(widget)
            ),
            None,
        )

    def _remember(self, widget: QWidget | None) -> None:
        if widget is not None:
            others = [other for other in self._history if isValid(other) and other is not widget]
            self._history = [*others[1 - _REMEMBERED :], widget]

    def _forget(self) -> None:
        self._timer.stop()
        self._lost = self._was_moved_to = None


def can_take_focus(widget: QWidget) -> bool:
    """Return whether the keyboard can be put on a widget now."""
    return (
        widget.isVisible()
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    )


def neighbour_of(widget: QWidget) -> QWidget | None:
    """Return the control of the same panel that comes next to a widget that has gone."""
    panel = widget.parentWidget()
    while panel is not None and not panel.isWindow():
        if isinstance(panel, QSplitter | QStackedWidget):
            return None
        others = [
            other
            for other in panel.findChildren(QWidget)
            if can_take_focus(other) and not other.visibleRegion().isEmpty()
        ]
        if others:
            return min(others, key=lambda other: _distance(widget, other))
        panel = panel.parentWidget()
    return None


def _distance(widget: QWidget, other: QWidget) -> int:
    """Return how far apart two controls are; those of the same row come before all others."""
    here, there = _area(widget, widget.rect()), _area(other, other.visibleRegion().boundingRect())
    across = max(there.left() - here.right(), here.left() - there.right(), 0)
    down = max(there.top() - here.bottom(), here.top() - there.bottom(), 0)
    if not down:
        return across
    is_button = isinstance(other, QAbstractButton)
    return across + down + (_BUTTON_OF_OTHER_ROW if is_button else _OTHER_ROW)


def _area(widget: QWidget, part: QRect) -> QRect:
    return part.translated(widget.mapToGlobal(QPoint()))


def _is_lost(widget: QWidget) -> bool:
    """Return whether a widget had the focus and can have it no more, in a window that stays."""
    return widget.window().isVisible() and not (widget.isVisible() and widget.isEnabled())
