"""Random hands on a window: keys, clicks, commands, pages, sizes, and answers to what it asks."""

import random
from collections.abc import Callable
from typing import Any

from abcstudio.ui.composer.takes.composing_room import ComposingRoom

NEVER_CHOSEN = frozenset({"file.quit"})
TEXTS = (
    "X:1\nT:Monkey\nM:6/8\nL:1/8\nK:D\n|:dAF DFA|def g3:|\n",
    "[V:2] z4|", '"Am"A2 ^c>d {g}e', "w: la _ - la", "%%MIDI program 73\n", "!trill!(3abc", "5e-3",
    "0,5", "99999999", "<b>&amp;\u0456\u0491", "\U0001d11e\u0301",
)  # fmt: skip


class Monkey:
    """Random hands on a window."""

    def __init__(self, window: Any, seed: int, log: Any) -> None:
        self.window = window
        self.random = random.Random(seed)
        self.log = log
        self.done = 0
        self.ways: tuple[tuple[int, Callable[[], None]], ...] = (
            (30, self._press), (25, self._click), (15, self._choose), (6, self._type),
            (5, self._scroll), (4, self._drag), (4, self._turn_page), (2, self._resize),
            (1, self._dress), (8, self._wait),
        )  # fmt: skip

    def act(self) -> None:
        """Do one thing, and write down what before it is done."""
        weights = [weight for weight, _way in self.ways]
        way = self.random.choices([way for _weight, way in self.ways], weights)[0]
        self.note(way.__name__)
        way()
        self.done += 1

    def answer(self) -> None:
        """Answer what holds up the window: a question, a menu, a list that is open."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QAbstractButton, QApplication

        popup = QApplication.activePopupWidget()
        if popup is not None:
            self.note(f"answer {type(popup).__name__}")
            key = self.random.choice((Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Escape))
            QTest.keyClick(popup, key)
            return
        modal = QApplication.activeModalWidget()
        if modal is None:
            return
        buttons = [b for b in modal.findChildren(QAbstractButton) if b.isVisible()]
        self.note(f"answer {type(modal).__name__}")
        if buttons and self.random.random() < 0.7:
            self.random.choice(buttons).click()
        else:
            modal.close()

    def rest(self) -> None:
        """End what runs, so that a training does not go on for ever."""
        self.note("rest")
        window = self.window
        window.training.session.stop()
        window.composer.rooms[ComposingRoom].session.stop()
        for widget in _top_levels():
            if widget is not window and widget.isVisible():
                widget.close()

    def note(self, words: str) -> None:
        """Write a line into the log of actions."""
        self.log.write(f"{self.done} {words}\n")
        self.log.flush()

    def _target(self) -> Any:
        """Return a widget that is in sight, in front of the others."""
        from PySide6.QtWidgets import QApplication, QWidget

        window = QApplication.activeModalWidget() or QApplication.activeWindow() or self.window
        seen = [w for w in window.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
        return self.random.choice(seen) if seen else window

    def _place(self, widget: Any) -> Any:
        from PySide6.QtCore import QPoint

        return QPoint(
            self.random.randrange(max(widget.width(), 1)),
            self.random.randrange(max(widget.height(), 1)),
        )

    def _press(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        keys = [
            *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down) * 3,
            Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
            Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Tab,
            Qt.Key.Key_Backtab, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Menu,
            *(Qt.Key(code) for code in range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1)),
            *(Qt.Key(code) for code in range(Qt.Key.Key_0.value, Qt.Key.Key_9.value + 1)),
            *(Qt.Key(code) for code in range(Qt.Key.Key_F1.value, Qt.Key.Key_F12.value + 1)),
            Qt.Key.Key_Bar, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Slash,
        ]  # fmt: skip
        key = self.random.choice(keys)
        none = Qt.KeyboardModifier.NoModifier
        held = self.random.choice((
            none, none, none, Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        ))  # fmt: skip
        if key == Qt.Key.Key_Q and held & Qt.KeyboardModifier.ControlModifier:
            return
        if key == Qt.Key.Key_F4 and held & Qt.KeyboardModifier.AltModifier:
            return
        focus = QApplication.focusWidget() or self.window
        self.note(f"  {key.name} {held} on {type(focus).__name__}")
        QTest.keyClick(focus, key, held)

    def _click(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        widget = self._target()
        place = self._place(widget)
        button = self.random.choice(
            (Qt.MouseButton.LeftButton,) * 4 + (Qt.MouseButton.RightButton,)
        )
        self.note(
            f"  {type(widget).__name__} {widget.objectName()} {place.x()},{place.y()} {button}"
        )
        if self.random.random() < 0.15:
            QTest.mouseDClick(widget, button, pos=place)
        else:
            QTest.mouseClick(widget, button, pos=place)

    def _choose(self) -> None:
        commands = [
            command
            for command in self.window.registry.commands()
            if command.action.isEnabled() and command.action_id not in NEVER_CHOSEN
        ]
        command = self.random.choice(commands)
        self.note(f"  {command.action_id}")
        command.action.trigger()

    def _type(self) -> None:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        for character in self.random.choice(TEXTS):
            focus = QApplication.focusWidget() or self.window
            key = Qt.Key.Key_Return if character == "\n" else Qt.Key.Key_unknown
            text = "\r" if character == "\n" else character
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
                QApplication.sendEvent(focus, event)

    def _scroll(self) -> None:
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtGui import QWheelEvent
        from PySide6.QtWidgets import QApplication

        widget = self._target()
        place = self._place(widget)
        turn = QPoint(0, self.random.choice((-360, -120, 120, 360)))
        held = self.random.choice(
            (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)
        )
        event = QWheelEvent(
            place, widget.mapToGlobal(place), QPoint(), turn, Qt.MouseButton.NoButton, held,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def _drag(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        widget = self._target()
        left = Qt.MouseButton.LeftButton
        self.note(f"  {type(widget).__name__}")
        QTest.mousePress(widget, left, pos=self._place(widget))
        # Short, so that nothing is dragged out of the window: that waits for a real mouse.
        QTest.mouseMove(widget, self._place(widget))
        QTest.mouseRelease(widget, left, pos=self._place(widget))

    def _turn_page(self) -> None:
        from abcstudio.ui.window.pages import PAGE_IDS

        self.window.show_page(self.random.choice(PAGE_IDS))

    def _resize(self) -> None:
        self.window.resize(self.random.randrange(900, 1950), self.random.randrange(600, 1100))

    def _dress(self) -> None:
        self.window.studio.update_settings(theme=self.random.choice(("light", "dark")))

    def _wait(self) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(self.random.randrange(60))


def _top_levels() -> list[Any]:
    from PySide6.QtWidgets import QApplication

    return [w for w in QApplication.topLevelWidgets() if w.isWindow()]
