"""A second model to compose with, and how much of it; folded away until it is asked for."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QVBoxLayout, QWidget

from abcstudio.errors import ModelFileError
from abcstudio.learning.sampling.mixture import shared_vocabulary
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.recipes.models import ModelInfo
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.look.plain_text import Label, one_line
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence

_USUAL_PERCENT = 50
_WHOLE = 100


class Mixing(NamedTuple):
    """A second model, and its share between 0 and 1."""

    model: ModelInfo
    share: float


class MixBox(QWidget):
    """A button, and once it was pressed a list of the other models over a slider.

    Nothing is mixed while they are folded away.

    Signals:
        changed: Another model or share, or none, is to be mixed in.
    """

    changed = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._wanted = Path()
        self.button = QToolButton()
        self.other = ChoiceBox()
        self.percent = WholeNumberBox(0, _WHOLE)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.complaint = Label()
        self._ends = Label(), Label()
        self._rows = QWidget()
        self._set_up()
        self._lay_out()
        self._show_rows(False)
        self.percent.setValue(_USUAL_PERCENT)
        studio.models_changed.connect(self._show_models)
        studio.model_changed.connect(self._show_models)
        self._show_models()

    @property
    def is_unfolded(self) -> bool:
        """Whether a second model is asked for."""
        return not self._rows.isHidden()

    def mixing(self) -> Mixing | None:
        """Return what is to be mixed in, None for nothing; its share may be all."""
        other, share = self._other(), self.percent.value() / _WHOLE
        if not self.is_unfolded or other is None or not share:
            return None
        return Mixing(other, share)

    def contents(self) -> tuple[object, ...]:
        """Return all that a person can change here."""
        return self.is_unfolded, self._wanted, self.percent.value()

    def show_mixing(self, model: Path | None, share: float = _USUAL_PERCENT / _WHOLE) -> None:
        """Mix in another model, or with None no other."""
        self._wanted = self._wanted if model is None else model
        self.percent.setValue(round(_WHOLE * share))
        self._show_rows(model is not None)
        self._show_models()

    def vocabulary(self) -> Vocabulary:
        """Return the characters that can be composed, none where there is no model."""
        model, mixing = self._studio.model, self.mixing()
        if model is None:
            return Vocabulary("")
        if mixing is None:
            return model.vocabulary
        if mixing.share >= 1.0:
            return mixing.model.vocabulary
        try:
            return shared_vocabulary(model, mixing.model)
        except ModelFileError:
            return model.vocabulary

    def _other(self) -> ModelInfo | None:
        path = self.other.currentData()
        return next((model for model in self._studio.models if model.path == path), None)

    def _set_up(self) -> None:
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setToolTip(
            self.tr("Let a second model compose along; it takes about twice the time")
        )
        self.button.clicked.connect(self._toggle)
        self.other.setAccessibleName(self.tr("Second model"))
        self.other.setToolTip(self.tr("The model that composes along with the chosen one"))
        self.other.setMinimumContentsLength(6)
        self.other.activated.connect(self._on_other_activated)
        words = self.tr("Share of the second model")
        for control in (self.percent, self.slider):
            control.setAccessibleName(words)
            control.setToolTip(
                self.tr("What both models find likely is composed; at either end one is alone")
            )
        self.percent.setSuffix(self.tr(" %"))
        self.percent.setSingleStep(5)
        self.percent.setMinimumHeight(3 * GRID)
        self.slider.setRange(0, _WHOLE)
        self.slider.setSingleStep(5)
        self.slider.setPageStep(10)
        self.slider.valueChanged.connect(self.percent.setValue)
        self.percent.valueChanged.connect(self._on_percent_changed)
        self.complaint.setWordWrap(True)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.other, 1)
        top.addWidget(self.percent)
        ends = QHBoxLayout()
        for end, alignment in zip(
            self._ends, (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), strict=True
        ):
            end.setProperty("muted", True)
            end.setFont(small_font())
            end.setAlignment(alignment)
            ends.addWidget(end)
        rows = QVBoxLayout(self._rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(top)
        rows.addWidget(self.slider)
        rows.addLayout(ends)
        rows.addWidget(self.complaint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._rows)

    def _toggle(self) -> None:
        self._show_rows(not self.is_unfolded)
        if self.is_unfolded:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show_rows(self, are_shown: bool) -> None:
        self._rows.setVisible(are_shown)
        self.button.setArrowType(Qt.ArrowType.DownArrow if are_shown else Qt.ArrowType.RightArrow)
        self.button.setText(
            self.tr("Compose with one model") if are_shown else self.tr("Mix with…")
        )

    def _show_models(self) -> None:
        chosen = self._studio.model
        if self._wanted != Path() and not any(m.path == self._wanted for m in self._studio.models):
            # It is gone: no other one takes its place unseen.
            self._wanted = Path()
            self._show_rows(False)
        others = [model for model in self._studio.models if chosen and model.path != chosen.path]
        with QSignalBlocker(self.other):
            self.other.clear()
            for model in others:
                self.other.addItem(one_line(model.name), model.path)
            paths = [model.path for model in others]
            self.other.setCurrentIndex(paths.index(self._wanted) if self._wanted in paths else 0)
        for control in (self.other, self.percent, self.slider, *self._ends):
            control.setVisible(bool(others))
        self._ends[0].setText(one_line(chosen.name) if chosen else "")
        self._show_other()

    def _on_other_activated(self, _index: int) -> None:
        self._wanted = self.other.currentData()
        self._show_other()

    def _on_percent_changed(self, percent: float) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(percent))
        self.changed.emit()

    def _show_other(self) -> None:
        other = self._other()
        self._ends[1].setText(one_line(other.name) if other else "")
        self.complaint.setText(self._complaint(other))
        self.complaint.setVisible(bool(self.complaint.text()))
        self.complaint.setProperty("error", other is not None)
        self.changed.emit()

    def _complaint(self, other: ModelInfo | None) -> str:
        model = self._studio.model
        if model is None or other is None:
            return self.tr(
                "There is no second model yet: train one on the Training page, or import one there."
            )
        try:
            shared_vocabulary(model, other)
        except ModelFileError as error:
            return error_sentence(error)
        return ""
