"""What a network wrote at the steps of its run: one slider for score, text and sound."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.recipes.milestones.heard_steps import HeardStep, HeardTake
from abcstudio.ui.controls.name_label import NameLabel
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label, tooltip
from abcstudio.ui.look.theme import GRID, editor_font, small_font
from abcstudio.ui.services.studio import Studio

_LEAST_SCORE = 20 * GRID
_NARROW = 64 * GRID


@dataclass(frozen=True, slots=True)
class TakeInSight:
    """The take that is shown.

    Attributes:
        run: The folder of its run.
        step: The step whose network wrote it.
        place: Which of the prompts it began with, from 0.
        take: What was written, None where it is not composed yet.
    """

    run: Path
    step: int
    place: int
    take: HeardTake | None

    @property
    def text(self) -> str:
        """A whole tune where there is one, else what was written; "" before it is composed."""
        return "" if self.take is None else self.take.tune or self.take.raw


class HearingPanel(QWidget):
    """A slider over the steps at which a run kept its network; all below it is of that step.

    The newest step shows itself as long as the person has not gone back to an older one.

    Signals:
        shown_changed: Another take is shown, or none.
        step_chosen: The person went to another step or to another prompt.
        play_requested: The shown take should be heard.
        open_requested: It should be opened in the composer. Carries its text and its step.
    """

    shown_changed = Signal()
    step_chosen = Signal()
    play_requested = Signal()
    open_requested = Signal(str, int)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = Path()
        self._steps: tuple[HeardStep, ...] = ()
        self._place = 0
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Step of the run"))
        self.slider.setToolTip(
            self.tr("Goes along the curve: score, text and sound are what the network wrote then")
        )
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setPageStep(1)
        self.step = Label()
        self.right, self.newness = NameLabel(), NameLabel()
        self.hint = Label()
        self.hint.setProperty("muted", True)
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setContentsMargins(6 * GRID, 2 * GRID, 6 * GRID, 2 * GRID)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(editor_font())
        self.text.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of the take"))
        self.play = QPushButton(self.tr("Play"))
        self.play.setToolTip(self.tr("Plays what the network of this step wrote"))
        self.open = QPushButton(self.tr("Open in Composer"))
        self.open.setAccessibleName(self.tr("Open in Composer"))
        self.open.setToolTip(self.tr("Opens the take in the composer, to hear and to change it"))
        self.prompts = QButtonGroup(self)
        self._prompt_row = QHBoxLayout()
        self._prompt_row.setSpacing(0)
        self._lay_out()
        self.slider.valueChanged.connect(self._on_moved)
        self.play.clicked.connect(self.play_requested)
        self.open.clicked.connect(self._on_open)
        self.prompts.idClicked.connect(self._on_prompt_chosen)
        studio.colors_changed.connect(self._show_icons)
        self._show_icons()
        self.clear("")

    @property
    def steps(self) -> tuple[HeardStep, ...]:
        """The steps that the slider goes over."""
        return self._steps

    @property
    def shown(self) -> TakeInSight | None:
        """The take that is shown; None before there is a step."""
        if not self._steps:
            return None
        step = self._steps[min(self.slider.value(), len(self._steps) - 1)]
        take = step.takes[self._place] if self._place < len(step.takes) else None
        return TakeInSight(self._run, step.step, self._place, take)

    def why_no_score(self) -> str:
        """Return what to say in place of a score that the shown take does not have."""
        shown = self.shown
        if shown is None:
            return ""
        if shown.text:
            return self.tr("There is no music in it yet.")
        return self.tr(
            "This network is kept. Its takes are composed when a hundredth of the training time "
            "is enough, or at the end."
        )

    def place_score(self, score: QWidget) -> None:
        """Put a score beside the text."""
        score.setMinimumHeight(_LEAST_SCORE // 2)
        self.parts.insertWidget(0, score)
        self.parts.setStretchFactor(0, 3)
        self.parts.setStretchFactor(1, 2)
        self.parts.setSizes([400, 240])

    def clear(self, hint: str) -> None:
        """Show no step, but say why there is none."""
        self._steps = ()
        self.hint.setText(hint)
        self._show_steps(0)

    def set_steps(self, run: Path, steps: Sequence[HeardStep]) -> None:
        """Show the milestones of a run.

        Of the run that is shown already the step stays, unless it was the newest: then the newest
        one is shown again.
        """
        before = self.shown if run == self._run else None
        follows = before is None or self.slider.value() >= len(self._steps) - 1
        self._run, self._steps = run, tuple(steps)
        if follows or before is None:
            self._show_steps(_newest(self._steps))
            return
        places = [place for place, one in enumerate(self._steps) if one.step == before.step]
        self._show_steps(places[0] if places else _newest(self._steps))

    def show_step(self, step: int) -> None:
        """Go to a step, as if the person had moved the slider there."""
        places = [place for place, one in enumerate(self._steps) if one.step == step]
        if places:
            self.slider.setValue(places[0])

    def show_place(self, place: int) -> None:
        """Show the take of another prompt."""
        button = self.prompts.button(place)
        if button is not None:
            button.setChecked(True)
            self._place = place
            self._show_take()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a narrow column the figures are worth more than the words of a button with an icon.
        self.open.setText("" if self.width() < _NARROW else self.tr("Open in Composer"))

    def _show_steps(self, place: int) -> None:
        has_steps = bool(self._steps)
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(0, len(self._steps) - 1))
            self.slider.setValue(place)
        self.slider.setEnabled(len(self._steps) > 1)
        self._whole.setVisible(has_steps)
        self.hint.setVisible(not has_steps)
        self._show_prompts(max((len(one.takes) for one in self._steps), default=0))
        self._show_take()

    def _show_prompts(self, count: int) -> None:
        """Offer a button for each prompt."""
        while len(self.prompts.buttons()) > count:
            button = self.prompts.buttons()[-1]
            self.prompts.removeButton(button)
            self._prompt_row.removeWidget(button)
            button.deleteLater()
        while len(self.prompts.buttons()) < count:
            number = len(self.prompts.buttons()) + 1
            button = QPushButton(QLocale().toString(number))
            button.setCheckable(True)
            button.setProperty("segment", True)
            words = self.tr("Take {0} of this step: each begins with another header")
            button.setToolTip(words.format(QLocale().toString(number)))
            button.setAccessibleName(self.tr("Take {0}").format(QLocale().toString(number)))
            self.prompts.addButton(button, number - 1)
            self._prompt_row.addWidget(button)
        self._place = min(self._place, max(0, count - 1))
        if count:
            self.prompts.button(self._place).setChecked(True)

    def _show_take(self) -> None:
        shown = self.shown
        text = "" if shown is None else shown.text
        locale = QLocale()
        if shown is None:
            self.step.setText("")
            self._show_figures([], "")
        else:
            step = self._steps[self.slider.value()]
            self.step.setText(self.tr("Step {0}").format(locale.toString(shown.step)))
            self._show_figures(*self._figures(step))
        self.text.setPlainText(text)
        self.play.setEnabled(bool(text))
        self.open.setEnabled(bool(text))
        self.shown_changed.emit()

    def _figures(self, step: HeardStep) -> tuple[list[str], str]:
        """Return the two figures of a step, and sentences that say what they mean."""
        locale, figures, meanings = QLocale(), [], []
        if not step.takes:
            return [self.tr("not composed yet")], ""
        if step.right_share is None:
            figures.append(self.tr("no whole measure"))
        else:
            share = locale.toString(100 * step.right_share, "f", 0)
            figures.append(self.tr("Right measures: {0} %").format(share))
            meanings.append(self.tr("{0} % of measures right").format(share))
        if step.newness is not None:
            newer = locale.toString(100 * step.newness, "f", 0)
            figures.append(self.tr("Newness: {0} %").format(newer))
            meanings.append(self.tr("newer than {0} % of known tunes").format(newer))
        return figures, "   ·   ".join(meanings)

    def _show_figures(self, figures: Sequence[str], meaning: str) -> None:
        for place, label in enumerate((self.right, self.newness)):
            label.setText(figures[place] if place < len(figures) else "")
            label.setToolTip(tooltip(meaning))

    def _on_moved(self) -> None:
        self._show_take()
        self.step_chosen.emit()

    def _on_prompt_chosen(self, place: int) -> None:
        self._place = place
        self._show_take()
        self.step_chosen.emit()

    def _on_open(self) -> None:
        shown = self.shown
        if shown is not None and shown.text:
            self.open_requested.emit(shown.text, shown.step)

    def _show_icons(self) -> None:
        self.open.setIcon(icon("pencil"))
        self.play.setIcon(icon("player-play"))

    def _lay_out(self) -> None:
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.addWidget(self.text)
        self.parts.setHandleWidth(1)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.step)
        head.addWidget(self.slider, 1)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        # One below the other: beside each other there is no room for them in a narrow column.
        figures = QVBoxLayout()
        figures.setSpacing(0)
        for label in (self.right, self.newness):
            label.setProperty("muted", True)
            label.setFont(small_font())
            figures.addWidget(label)
        below.addLayout(figures, 1)
        below.addLayout(self._prompt_row)
        below.addWidget(self.play)
        below.addWidget(self.open)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        top = QVBoxLayout()
        top.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        top.setSpacing(GRID // 2)
        top.addLayout(head)
        top.addLayout(below)
        column.addLayout(top)
        column.addWidget(self.parts, 1)
        self._whole = whole
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(whole, 1)
        outer.addWidget(self.hint, 1)


def _newest(steps: Sequence[HeardStep]) -> int:
    """Return the place of the last step that has takes, else the last one."""
    composed = [place for place, one in enumerate(steps) if one.takes]
    return composed[-1] if composed else max(0, len(steps) - 1)
