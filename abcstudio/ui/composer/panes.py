"""The panes of the composer in order: a key moves the focus to the next one or back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.controls.focus_targets import first_control
from abcstudio.ui.services.actions import CommandSpec
from abcstudio.ui.services.command_group import CommandGroup

_Pane = tuple[QWidget, Callable[[], QWidget | None]]


class Panes(QObject):
    """Knows the panes of the composer in the order of reading, and what takes the focus in each."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        self._panes: list[_Pane] = []
        group = CommandGroup(parts.actions, self, menu="view", submenu="go", page="composer")
        group.add_all(
            CommandSpec("view.next_pane", "Next &pane", "Go on to the next part of the window",
                do=partial(self.step, 1), keys="Shift+F6", section="tabs"),
            CommandSpec("view.previous_pane", "Previous pan&e",
                "Go back to the part of the window before",
                do=partial(self.step, -1), keys="Ctrl+Shift+F6", section="tabs"),
        )  # fmt: skip

    def add(self, widget: QWidget, control: Callable[[], QWidget | None] | None = None) -> None:
        """Add a pane after the others.

        Args:
            widget: The pane.
            control: Returns what takes the focus in it; else its first control does.
        """
        self._panes.append((widget, control or partial(first_control, widget)))

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
