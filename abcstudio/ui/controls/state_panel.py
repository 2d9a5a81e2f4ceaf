"""What a view says when it has nothing to show: empty, at work or in trouble; and the way out."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from abcstudio.ui.look.plain_text import Label, one_line, tooltip
from abcstudio.ui.look.theme import GRID, GROUP_GAP, page_title_font

Way = tuple[str, Callable[[], object]]


class StatePanel(QWidget):
    """A title, a sentence, a bar while work goes on, and buttons for the ways on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label()
        self.title.setFont(page_title_font())
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title.setWordWrap(True)
        self.sentence = Label()
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(30 * GRID, GRID)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(GROUP_GAP)
        column.addStretch(2)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._buttons)
        column.addStretch(3)

    def show_state(
        self, title: str, sentence: str, ways: Sequence[Way] = (), *, is_busy: bool = False
    ) -> None:
        """Say what is the matter and offer the ways on, each a button's words and what it does."""
        self.title.setText(one_line(title))
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.bar.setRange(0, 0)
        self.bar.setVisible(is_busy)
        before = self.first_way
        had_focus = before is not None and before.hasFocus()
        while self._buttons.count():
            item = self._buttons.takeAt(0)
            if item is not None and (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
        self._buttons.addStretch(1)
        for words, action in ways:
            way = QPushButton(words)
            way.setToolTip(tooltip(sentence))
            way.clicked.connect(partial(_take, action))
            self._buttons.addWidget(way)
            # At once: on a panel that is seen already Qt would show it with the next events.
            way.show()
        self._buttons.addStretch(1)
        if had_focus:
            self.focus_way()

    def show_share(self, done: int, total: int) -> None:
        """Let the bar say how much of the work is done; of nothing, only that it goes on."""
        self.bar.setRange(0, max(total, 0))
        self.bar.setValue(done)

    @property
    def first_way(self) -> QPushButton | None:
        """The first of the ways on that is in sight, None for none."""
        return next((way for way in self.findChildren(QPushButton) if way.isVisible()), None)

    def focus_way(self) -> None:
        """Put the focus on the first of the ways on."""
        if (way := self.first_way) is not None:
            way.setFocus()


def _take(action: Callable[[], object], _checked: bool = False) -> None:
    action()
