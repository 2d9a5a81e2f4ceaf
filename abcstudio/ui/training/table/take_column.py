"""A take of one of the runs that are compared: its score or its text, and what is done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from abcstudio.composing.takes import tunes_in
from abcstudio.ui.controls.name_label import NameLabel
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.theme import GRID, editor_font
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import key_words


class TakeColumn(QFrame):
    """One column; its frame has the accent while its take is the one that sounds.

    Attributes:
        name: That of the run.
        take: What its network wrote, "" for nothing.
        tune: The first tune of it, "" where there is no music in it.
        missing: What is said in place of a take.

    Signals:
        changed: It shows another take, or none.
        play_requested: The take should be heard, or paused where it is the one that sounds.
        open_requested: It should be opened in the composer.
    """

    changed = Signal()
    play_requested = Signal()
    open_requested = Signal()

    def __init__(self, studio: Studio, key: str) -> None:
        """Make the column; `key` plays its take."""
        super().__init__()
        self._studio = studio
        self._is_heard = False
        self.name, self.take, self.tune, self.missing = "", "", "", ""
        self._name = NameLabel()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(editor_font())
        self.play = QPushButton(self.tr("Play ({0})").format(key_words(key)))
        self.play.setToolTip(self.tr("Hear this take; the numbers play one against the other"))
        self.open = QPushButton()
        self.open.setAccessibleName(self.tr("Open in Composer"))
        self.open.setToolTip(self.tr("Opens the take in the composer, to hear and to change it"))
        self.play.clicked.connect(self.play_requested)
        self.open.clicked.connect(self.open_requested)
        self.parts = QStackedWidget()
        self.parts.addWidget(self.text)
        self.setObjectName("take_column")
        self._lay_out()
        studio.colors_changed.connect(self._show_look)
        self._show_look()

    def place_score(self, score: QWidget) -> None:
        """Put a score where the text is, in front of it."""
        score.setMinimumHeight(8 * GRID)
        self.parts.setCurrentIndex(self.parts.addWidget(score))

    def show_score(self, is_shown: bool) -> None:
        """Show the score of the take, or its text."""
        self.parts.setCurrentIndex(self.parts.count() - 1 if is_shown else 0)

    def show_take(self, name: str, take: str, missing: str) -> None:
        """Show the take of a run; where it is "" say why it is missing."""
        if (name, take, missing) == (self.name, self.take, self.missing):
            # Read again, while somebody looks at a place in it.
            return
        self.name, self.take, self.missing = name, take, missing
        self.tune = next(iter(tunes_in(take)), "")
        self._name.setText(name)
        self.setAccessibleName(name)
        self.text.setPlainText(take)
        self.text.setPlaceholderText(missing)
        self.text.setAccessibleName(name)
        for button in (self.play, self.open):
            button.setEnabled(bool(take))
        self.changed.emit()

    def show_heard(self, is_heard: bool) -> None:
        """Say whether it is the take that sounds."""
        if is_heard != self._is_heard:
            self._is_heard = is_heard
            self._show_look()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID // 2)
        head.addWidget(self._name, 1)
        for button in (self.play, self.open):
            button.setAutoDefault(False)
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addWidget(self.parts, 1)

    def _show_look(self) -> None:
        colors = self._studio.colors
        border = colors.accent if self._is_heard else colors.border
        self.setStyleSheet(f"#take_column {{ border: 2px solid {border}; border-radius: 4px; }}")
        self.play.setIcon(icon("player-play"))
        self.open.setIcon(icon("pencil"))
