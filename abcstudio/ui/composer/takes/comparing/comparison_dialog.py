"""Two takes side by side: their scores and figures, heard by turns, either kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.composing.tune_difference import TuneDifference
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.ui.composer.takes.comparing.compared_take import ComparedTake, beside
from abcstudio.ui.composer.takes.comparing.shown_take import Comparison, ShownTake, compare
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import PlayedTune, TakeTune
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import key_words

_PLAY_KEYS = ("Left", "Right")
_KEEP_KEYS = ("1", "2")
# From so many alike in a hundred on, what differs is worth marking.
_RELATED = 1 / 3
_SHARE_OF_WINDOW = 0.94


class ComparisonDialog(QDialog):
    """Compares two takes.

    Attributes:
        columns: The two takes.
        verdict: What they share.

    Signals:
        keep_toggled: A take is worth keeping, or no longer. Carries its place, 0 or 1.
    """

    keep_toggled = Signal(int)

    def __init__(
        self,
        takes: tuple[ShownTake, ShownTake],
        playback: PlaybackController,
        engraver: Engraver,
        studio: Studio,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._takes = takes
        self._playback = playback
        self._job = LatestJob(studio)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Compare two takes"))
        self.setProperty("help_topic", "composer")
        self.verdict = Label(self.tr("Comparing…"))
        self.verdict.setWordWrap(True)
        keys = zip(map(key_words, _PLAY_KEYS), map(key_words, _KEEP_KEYS), strict=True)
        self.columns = tuple(ComparedTake(studio, engraver, pair) for pair in keys)
        self._close = QPushButton(self.tr("Close"))
        self._close.setToolTip(self.tr("Leave, and go on where you were"))
        self._close.clicked.connect(self.reject)
        self._close.setAutoDefault(False)
        self._lay_out()
        self.resize(parent.window().size() * _SHARE_OF_WINDOW)
        for place, column in enumerate(self.columns):
            column.play.setAutoDefault(False)
            column.play_requested.connect(partial(self.play, place))
            column.keep_toggled.connect(partial(self.keep_toggled.emit, place))
            column.show_take(takes[place], takes[1 - place].lines)
            found = takes[place].found
            if found is not None:
                column.jury.show_marks(found.marks, {})
            self._key(_PLAY_KEYS[place], partial(self.play, place))
            self._key(_KEEP_KEYS[place], partial(self.keep_toggled.emit, place))
        self._key("Space", self._press_or_pause)
        playback.sounding.changed.connect(self._highlight)
        self.finished.connect(self._end)
        one, other = takes
        self._job.run(partial(compare, one.text, other.text), self._on_compared)

    def play(self, place: int) -> None:
        """Hear a take from its start."""
        take = self._takes[place]
        self.columns[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self._playback.stop()
        self._playback.hear(self._played(take))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.verdict, 1)
        foot.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setSpacing(GRID)
        whole.addLayout(beside(*self.columns), 1)
        whole.addLayout(foot)

    def _key(self, keys: str, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self, act)

    def _press_or_pause(self) -> None:
        """Press the button with the focus; else pause, or hear the take on that side."""
        focus = self.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()
        elif self._playback.is_heard:
            self._playback.pause()
        else:
            is_right = focus is not None and self.columns[1].isAncestorOf(focus)
            self.play(int(is_right or focus is self.columns[1]))

    def _played(self, take: ShownTake) -> PlayedTune:
        return PlayedTune(take.text, take.name, identity=TakeTune(take.key))

    def _highlight(self, offsets: frozenset[int]) -> None:
        for take, column in zip(self._takes, self.columns, strict=True):
            is_heard = self._playback.is_about(TakeTune(take.key))
            column.highlight(offsets if is_heard else ())

    def _on_compared(self, found: Comparison) -> None:
        for column, judged in zip(self.columns, found.judged, strict=True):
            if judged is not None:
                column.jury.show_marks(judged.facts.marks, judged.sentences)
        marks = [judged.facts.marks if judged else JuryMarks() for judged in found.judged]
        for place, column in enumerate(self.columns):
            column.jury.emphasise(
                name
                for name, number in marks[place].data.items()
                if number > marks[1 - place].data[name]
            )
        self._say_what_differs(found.difference)

    def _say_what_differs(self, difference: TuneDifference) -> None:
        shared, (first, second) = difference.shared, difference.measures
        words = self.tr(
            "Measures that both have: {0}. On the left there are {1}, on the right {2}."
        )
        if 0 < shared < max(first, second) and shared >= _RELATED * max(first, second):
            for column, own_notes in zip(self.columns, difference.own_notes, strict=True):
                column.mark(own_notes)
            words = self.tr(
                "Measures that both have: {0}. On the left there are {1}, on the right {2}."
                " The notes of the others are marked."
            )
        self.verdict.setText(words.format(shared, first, second))

    def _end(self) -> None:
        self._job.cancel()
        for take, column in zip(self._takes, self.columns, strict=True):
            column.close_score()
            if self._playback.is_about(TakeTune(take.key)):
                self._playback.stop()
