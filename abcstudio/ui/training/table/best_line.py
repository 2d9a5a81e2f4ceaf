"""A line under the table of runs: the best by loss, the best by music, and where they differ."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from abcstudio.recipes.comparing.best_runs import best_by_loss, best_by_music
from abcstudio.recipes.comparing.run_filter import differing_settings
from abcstudio.runs.history import RunSummary
from abcstudio.ui.look.plain_text import Label, one_line
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.words.run_words import shown_name, value_words
from abcstudio.ui.words.translation import message

_MOST_SETTINGS = 4


class BestLine(QWidget):
    """Names the best runs of those that are listed.

    Attributes:
        words: What is said.
        both: Chooses the two in the table.

    Signals:
        both_requested: Carries the folders of the two.
    """

    both_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folders: set[object] = set()
        self.words = Label()
        self.words.setProperty("muted", True)
        self.words.setWordWrap(True)
        self.both = QPushButton(self.tr("Co&mpare the two"))
        self.both.setToolTip(
            self.tr("Chooses the best run by loss and the best by right measures in the table")
        )
        self.both.setAutoDefault(False)
        self.both.clicked.connect(self._on_both)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.words, 1)
        row.addWidget(self.both, 0, Qt.AlignmentFlag.AlignTop)
        self.show_runs(())

    def show_runs(self, runs: Sequence[RunSummary]) -> None:
        """Say which of these are the best."""
        by_loss, by_music = best_by_loss(runs), best_by_music(runs)
        parts = []
        if by_loss is not None:
            words = self.tr("Best by loss: {0} ({1})")
            loss = QLocale().toString(by_loss.best_val_loss or 0.0, "f", 3)
            parts.append(words.format(one_line(shown_name(by_loss)), loss))
        if by_music is not None:
            words = self.tr("Best by right measures: {0} ({1} %)")
            share = QLocale().toString(100 * (by_music.right_measures or 0.0), "f", 0)
            parts.append(words.format(one_line(shown_name(by_music)), share))
        are_two = by_loss is not None and by_music is not None and by_loss is not by_music
        if by_loss is not None and by_music is not None and are_two:
            parts.append(self._difference(by_loss, by_music))
            self._folders = {by_loss.folder, by_music.folder}
        self.words.setText("   ·   ".join(parts))
        self.both.setVisible(are_two)

    def _difference(self, by_loss: RunSummary, by_music: RunSummary) -> str:
        """Return in which settings the two differ."""
        names = differing_settings((by_loss, by_music))
        if not names:
            return self.tr("They have the same settings")
        pairs = [
            self.tr("{0} {1} and {2}").format(
                message(f"hyperparameter.{name}"),
                value_words(by_loss.config.get(name, "")),
                value_words(by_music.config.get(name, "")),
            )
            for name in names[:_MOST_SETTINGS]
        ]
        return self.tr("They differ in: {0}").format("; ".join(pairs))

    def _on_both(self) -> None:
        self.both_requested.emit(self._folders)
