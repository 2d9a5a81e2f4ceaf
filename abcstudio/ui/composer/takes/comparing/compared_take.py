"""One of two takes that are compared: its score, what is known of it, and what is done with it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.engraving.drawing.engraver_tasks import TuneSource
from abcstudio.ui.composer.takes.comparing.jury_view import JuryView
from abcstudio.ui.composer.takes.comparing.shown_take import ShownTake
from abcstudio.ui.look.icons import icon, tinted_icon
from abcstudio.ui.look.plain_text import Label, one_line
from abcstudio.ui.look.theme import GRID, page_title_font
from abcstudio.ui.score.engraving_controller import EngravingController
from abcstudio.ui.score.score_view import ScoreView
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence


class ComparedTake(QFrame):
    """A column; it has the focus while its take is the one that is heard or kept.

    Signals:
        play_requested: The take is to be heard from its start.
        keep_toggled: The take is worth keeping, or no longer.
    """

    play_requested = Signal()
    keep_toggled = Signal()

    def __init__(self, studio: Studio, engraver: Engraver, keys: tuple[str, str]) -> None:
        """Make the column; `keys` play and keep its take."""
        super().__init__()
        self._studio = studio
        self._own: Collection[int] = ()
        play_key, keep_key = keys
        self._title, self._kind = Label(), Label()
        self._title.setFont(page_title_font())
        self._kind.setProperty("muted", True)
        self.score = ScoreView(studio)
        self.score.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._engraving = EngravingController(engraver, self)
        self._engraving.score_ready.connect(self._on_score)
        self._engraving.failed.connect(lambda error: self.score.set_message(error_sentence(error)))
        self.score.width_changed.connect(self._engraving.set_score_width)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.jury = JuryView(studio)
        self.play = QPushButton(self.tr("Play ({0})").format(play_key))
        self.play.setToolTip(self.tr("Hear this take from its start"))
        self.play.clicked.connect(self.play_requested)
        self.star = QToolButton()
        self.star.setCheckable(True)
        self.star.setAutoRaise(True)
        self.star.setText(self.tr("Keep ({0})").format(keep_key))
        self.star.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.star.setToolTip(self.tr("Mark this take with a star, so that it stays in the list"))
        self.star.clicked.connect(self.keep_toggled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("compared_take")
        self._lay_out()
        studio.colors_changed.connect(self._show_look)
        self._show_look()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(GRID)
        acts.addWidget(self.play)
        acts.addWidget(self.star)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._kind)
        column.addLayout(acts)
        column.addWidget(self.score, 1)
        column.addLayout(self._lines)
        column.addWidget(self.jury)

    def show_take(self, take: ShownTake, other_lines: Sequence[str]) -> None:
        """Show a take; lines that the other one has, too, stand back."""
        name = one_line(take.name)
        self._title.setText(name)
        self._kind.setText(take.kind)
        self.setAccessibleName(name)
        for line in take.lines:
            label = Label(line)
            label.setWordWrap(True)
            label.setProperty("muted", line in other_lines)
            self._lines.addWidget(label)
        self._engraving.set_score_width(self.score.score_width())
        self._engraving.engrave(TuneSource(take.text))

    def show_kept(self, is_kept: bool) -> None:
        """Say whether the take has a star."""
        self.star.setChecked(is_kept)
        self._show_icons()

    def mark(self, own_notes: Collection[int]) -> None:
        """Mark the notes that the other take has not."""
        self._own = own_notes
        self.score.select(own_notes, min(own_notes, default=None))

    def highlight(self, offsets: Collection[int]) -> None:
        """Colour the notes that sound."""
        self.score.highlight(offsets)

    def close_score(self) -> None:
        """Draw no more."""
        self._engraving.close()

    def _on_score(self, engraved: EngravedScore, _text: str) -> None:
        self.score.set_score(engraved)
        self.mark(self._own)

    def _show_look(self) -> None:
        """Frame the column, with the accent where it has the focus."""
        border, accent = self._studio.colors.border, self._studio.colors.accent
        self.setStyleSheet(
            f"#compared_take {{ border: 2px solid {border}; border-radius: 4px; }}"
            f"#compared_take:focus {{ border-color: {accent}; }}"
        )
        self._show_icons()

    def _show_icons(self) -> None:
        colors = self._studio.colors
        self.play.setIcon(icon("player-play"))
        if self.star.isChecked():
            self.star.setIcon(tinted_icon("star-filled", colors.accent, colors.accent))
        else:
            self.star.setIcon(icon("star"))


def beside(*columns: QWidget) -> QHBoxLayout:
    """Return columns of one width beside each other."""
    row = QHBoxLayout()
    row.setSpacing(GRID)
    for column in columns:
        row.addWidget(column, 1)
    return row
