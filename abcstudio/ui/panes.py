"""Going from pane to pane by a key: form, score, text, side, transport."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from abcstudio.ui.actions import Actions

if TYPE_CHECKING:
    from abcstudio.ui.composer_page import ComposerPage

_PAGE = "composer"
_Pane = tuple[QWidget, Callable[[], QWidget | None]]


class Panes(QObject):
    """Knows the panes of the composer in the order of reading, and what takes the focus in each."""

    def __init__(self, page: "ComposerPage", actions: Actions) -> None:
        super().__init__(page)
        self._page = page
        self._panes: list[_Pane] = [
            (page.form, lambda: page.form.compose_button),
            (page.score, lambda: page.score),
            (page.editor, lambda: page.editor),
            (page.side, lambda: _best_control(page.side.panel(page.side.front))),
        ]
        for action_id, words, step, keys, tooltip in (
            (
                "view.next_pane",
                self.tr("Next &pane"),
                1,
                "Ctrl+F6",
                self.tr("Go on to the next part of the window"),
            ),
            (
                "view.previous_pane",
                self.tr("Previous pan&e"),
                -1,
                "Ctrl+Shift+F6",
                self.tr("Go back to the part of the window before"),
            ),
        ):
            actions.add(
                action_id,
                words,
                partial(self.step, step),
                menu="view",
                page=_PAGE,
                keys=keys,
                tooltip=tooltip,
                group="tabs",
            )

    def add(self, widget: QWidget) -> None:
        """Add a pane after the others; its first control takes the focus."""
        self._panes.append((widget, lambda: _first_control(widget)))

    def step(self, step: int) -> None:
        """Put the focus into the next pane that is in sight, or into the one before."""
        panes = [pane for pane in self._panes if pane[0].isVisible()]
        if not panes:
            return
        focus = QApplication.focusWidget()
        here = next(
            (
                i
                for i, (widget, _) in enumerate(panes)
                if focus is not None and (widget is focus or widget.isAncestorOf(focus))
            ),
            -1 if step > 0 else 0,
        )
        for distance in range(1, len(panes) + 1):
            target = panes[(here + step * distance) % len(panes)][1]()
            if target is not None and target.isEnabled():
                reason = (
                    Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
                )
                target.setFocus(reason)
                return


def _best_control(panel: QWidget) -> QWidget | None:
    """Return a panel's list, where it has one in sight, else its first control."""
    for view in panel.findChildren(QAbstractItemView):
        if view.isVisible() and view.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return view
    return _first_control(panel)


def _first_control(panel: QWidget) -> QWidget | None:
    """Return the first control of a panel in the order of Tab."""
    widget = panel.nextInFocusChain()
    while widget is not None and widget is not panel:
        wants_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if wants_focus and widget.isVisible() and widget.isEnabled() and panel.isAncestorOf(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None
