"""The bar over the text while measures are composed anew: which version is shown, and how."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from abcstudio.learning.sampling.sampling_config import sampling_options
from abcstudio.ui.composer.rewriting.kept_button import KeptButton
from abcstudio.ui.composer.rewriting.rewriting_options import ADDED, RewritingOptions
from abcstudio.ui.controls.action_button import ActionButton, CommandButton
from abcstudio.ui.controls.numbers.number_boxes import NumberBox
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import message

_ICON_SIZE = 16
_STEP = 0.05
_NUMBER_WIDTH = 9 * GRID
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RewritingBar(QFrame):
    """Says which version of the measures stands in the text, and how more of them are made.

    Signals:
        escaped: Esc was pressed in it.
        options_changed: The person chose other options.
        added_changed: One of them is how many measures the tune goes on with.
    """

    escaped = Signal()
    options_changed = Signal()
    added_changed = Signal()

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self.setProperty("help_topic", "rewriting")
        self.setAccessibleName(self.tr("Versions of the measures"))
        self.sentence = Label()
        self.sentence.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(GRID // 2)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self.tr("Versions are being composed"))
        self.keep_button = CommandButton(self.tr("Keep"))
        self.drop_button = CommandButton(self.tr("Close"))
        self.kept = KeptButton()
        self.temperature = NumberBox(*sampling_options()["temperature"].values)
        self.temperature.setSingleStep(_STEP)
        self.temperature.setFixedWidth(_NUMBER_WIDTH)
        self.temperature.setToolTip(message("sampling.temperature.help"))
        self.added = WholeNumberBox(*ADDED)
        self.added.setFixedWidth(_NUMBER_WIDTH)
        self.added.setToolTip(self.tr("How many measures the tune goes on with"))
        self.hear = self._hear_button()
        self._focus_before: QWidget | None = None
        self._first = QHBoxLayout()
        self._second = QHBoxLayout()
        self._lay_out()
        numbers = self.temperature.valueChanged, self.added.valueChanged
        for changed in (self.kept.chosen, *numbers, self.hear.toggled):
            changed.connect(self.options_changed)
        self.added.valueChanged.connect(self.added_changed)
        self.hear.toggled.connect(self._draw_icons)
        studio.colors_changed.connect(self._draw_icons)
        self.set_options(RewritingOptions())
        self.hide()

    def set_commands(
        self, *, previous: QAction, following: QAction, more: QAction, keep: QAction, drop: QAction
    ) -> None:
        """Take the commands that its buttons are; set once."""
        self.keep_button.set_command(keep)
        self.drop_button.set_command(drop)
        self.previous_button, self.next_button = ActionButton(previous), ActionButton(following)
        for place, button in enumerate((self.previous_button, self.next_button), start=1):
            self._first.insertWidget(place, button)
        self.more_button = CommandButton(self.tr("Eight more"))
        self.more_button.set_command(more)
        self._second.addWidget(self.more_button)
        self._ways.append(self.more_button)
        moves = (self.previous_button, self.next_button, self.keep_button, self.drop_button)
        ways = (self.kept, self.added, self.temperature, self.hear, self.more_button)
        for before, after in pairwise((*moves, *ways)):
            QWidget.setTabOrder(before, after)

    def options(self) -> RewritingOptions:
        """Return what is chosen."""
        return RewritingOptions(
            keeps_rhythm=self.kept.rhythm.isChecked(),
            keeps_contour=self.kept.contour.isChecked(),
            keeps_ends=self.kept.ends.isChecked(),
            keeps_strong=self.kept.strong.isChecked(),
            everywhere=self.kept.everywhere.isChecked(),
            added=self.added.value(),
            temperature=self.temperature.value(),
            is_heard=self.hear.isChecked(),
        )

    def set_options(self, options: RewritingOptions) -> None:
        """Show other options."""
        self.kept.rhythm.setChecked(options.keeps_rhythm)
        self.kept.contour.setChecked(options.keeps_contour)
        self.kept.ends.setChecked(options.keeps_ends)
        self.kept.strong.setChecked(options.keeps_strong)
        self.kept.everywhere.setChecked(options.everywhere)
        self.temperature.setValue(options.temperature)
        with QSignalBlocker(self.added):
            self.added.setValue(options.added)
        self.hear.setChecked(options.is_heard)
        self._draw_icons()

    def show_added(self, *, is_on: bool) -> None:
        """Let the number of measures be chosen that are added, or what stays of those there."""
        for widget in (self._added_words, self.added):
            widget.setVisible(is_on)
        self.kept.setVisible(not is_on)
        self._fit_words()

    def _fit_words(self) -> None:
        """Leave a word out in a narrow window, where it would cut off others; a tooltip has it."""
        words = self._temperature_words
        shown = [one for one in self._ways if one is words or not one.isHidden()]
        needed = sum(one.sizeHint().width() + GRID for one in shown) + 4 * GRID
        words.setVisible(self.width() >= needed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def say(self, sentence: str, *, is_busy: bool, drop_words: str) -> None:
        """Show a sentence, whether versions are awaited, and what the button gives up."""
        if sentence != self.sentence.text() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        if self.isHidden():
            self._focus_before = self.window().focusWidget()
        self.sentence.setText(sentence)
        self.progress.setVisible(is_busy)
        self.drop_button.setText(drop_words)
        self.show()

    def leave(self) -> None:
        """Go, and give the focus back to where it was when the bar came."""
        focus, before = self.window().focusWidget(), self._focus_before
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if had_focus and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def event(self, event: QEvent) -> bool:
        """Take Esc before it becomes a key of the window."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in _RETURN and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def _hear_button(self) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setIconSize(QSize(_ICON_SIZE, _ICON_SIZE))
        button.setToolTip(self.tr("Play the measures again and again while you choose"))
        button.setAccessibleName(button.toolTip())
        return button

    def _lay_out(self) -> None:
        self._first.addWidget(self.sentence, 1)
        self._first.addWidget(self.keep_button)
        self._first.addWidget(self.drop_button)
        self._temperature_words = Label(self.tr("Temperature"))
        self._temperature_words.setBuddy(self.temperature)
        self.temperature.setAccessibleName(self._temperature_words.text())
        self._added_words = Label(self.tr("Measures"))
        self._added_words.setBuddy(self.added)
        added = self._added_words, self.added
        temperature = self._temperature_words, self.temperature
        self._ways: list[QWidget] = [self.kept, *added, *temperature, self.hear]
        for widget in self._ways:
            self._second.addWidget(widget)
        self.show_added(is_on=False)
        self._second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        column.setSpacing(GRID // 2)
        for row in (self._first, self._second):
            row.setSpacing(GRID)
            column.addLayout(row)
        column.addWidget(self.progress)

    def _draw_icons(self) -> None:
        self.kept.setIcon(icon("adjustments"))
        self.hear.setIcon(icon("volume" if self.hear.isChecked() else "volume-off"))
