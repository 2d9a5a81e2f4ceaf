"""The card of a model: what is known of it, a tune of its own, and what can be done with it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.recipes.models import ModelInfo
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label, one_line
from abcstudio.ui.look.theme import GRID, GROUP_GAP
from abcstudio.ui.services.studio import Studio


class ModelCard(QDialog):
    """Stands beside the window; its models can be gone through.

    Signals:
        model_chosen: Another model is to be shown. Carries its path.
        hear_requested: Play a tune that it composes, or pause it.
        measure_requested: Measure its takes.
        stop_requested: Measure no further.
        use_requested: Compose with it.
        train_requested: Go on training it on other tunes.
        import_requested: Take a model in from a file.
        share_requested: Write it as one file.
        delete_requested: Delete it.
        left: The card was closed.
    """

    model_chosen = Signal(object)
    hear_requested = Signal()
    measure_requested = Signal()
    stop_requested = Signal()
    use_requested = Signal()
    train_requested = Signal()
    import_requested = Signal()
    share_requested = Signal()
    delete_requested = Signal()
    left = Signal()

    def __init__(self, studio: Studio, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.setProperty("help_topic", "training")
        self.models = ChoiceBox()
        self.facts = QFormLayout()
        self.quality = _sentence()
        self.said = _sentence()
        self.progress = QProgressBar()
        self.hear = QPushButton(self.tr("&Hear a tune of it"))
        self.measure = QPushButton(self.tr("&Measure its takes"))
        self.stop = QPushButton(self.tr("&Stop"))
        self.use = QPushButton(self.tr("&Compose with it"))
        self.train = QPushButton(self.tr("&Go on training on my tunes"))
        self.take_in = QPushButton(self.tr("&Import…"))
        self.share = QPushButton(self.tr("Sha&re…"))
        self.delete = QPushButton(self.tr("&Delete"))
        self._set_up()
        self._lay_out()
        self.set_measuring(None)
        self.resize(84 * GRID, 74 * GRID)
        studio.colors_changed.connect(self._draw_icons)
        self._draw_icons()

    def show_models(self, models: Sequence[ModelInfo], shown: Path | None) -> None:
        """Offer models, with one of them shown."""
        with QSignalBlocker(self.models):
            self.models.clear()
            for place, model in enumerate(models):
                self.models.addItem(one_line(model.name), model.path)
                if model.path == shown:
                    self.models.setCurrentIndex(place)
        for button in (self.hear, self.measure, self.use, self.train, self.share, self.delete):
            button.setEnabled(shown is not None)

    def show_facts(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show pairs of a name and a value in place of those before."""
        while self.facts.rowCount():
            self.facts.removeRow(0)
        for name, words in rows:
            value = _sentence()
            value.setText(words)
            value.setAccessibleName(name)
            label = Label(name)
            label.setProperty("muted", True)
            label.setBuddy(value)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            label.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
            self.facts.addRow(label, value)

    def set_deletable(self, why_not: str) -> None:
        """Let the model be deleted, or say why it cannot be."""
        self.delete.setEnabled(not why_not)
        self.delete.setToolTip(
            why_not or self.tr("Deletes the model; it can be brought back for a day")
        )

    def set_measuring(self, done: int | None, takes: int = 0) -> None:
        """Show how many takes have been measured, None while none are."""
        is_measuring = done is not None
        has_focus = self.measure.hasFocus() or self.stop.hasFocus()
        self.progress.setVisible(is_measuring)
        self.stop.setVisible(is_measuring)
        self.measure.setVisible(not is_measuring)
        if done is not None:
            self.progress.setRange(0, takes)
            self.progress.setValue(done)
        if has_focus:
            (self.stop if is_measuring else self.measure).setFocus()

    def say(self, sentence: str, *, is_error: bool = False) -> None:
        """Say something beside the tune, "" for nothing."""
        self.said.setProperty("error", is_error)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    @override
    def done(self, result: int) -> None:
        super().done(result)
        self.left.emit()

    def _set_up(self) -> None:
        self.models.setAccessibleName(self.tr("Model"))
        self.models.activated.connect(lambda row: self.model_chosen.emit(self.models.itemData(row)))
        tips = {
            self.hear: self.tr("The model composes a tune, the same each time, and it is played"),
            self.measure: self.tr(
                "Composes takes with no guard in the background, and counts what is right in them"
            ),
            self.stop: self.tr("Measure no further"),
            self.use: self.tr("The model composes from now on"),
            self.train: self.tr(
                "Goes to the Training page; a new run begins there with what the model knows"
            ),
            self.take_in: self.tr("Take a model in from a file, or the weights of the lab"),
            self.share: self.tr("Write the model as one file with all that this card says"),
        }
        requests = {
            self.hear: self.hear_requested,
            self.measure: self.measure_requested,
            self.stop: self.stop_requested,
            self.use: self.use_requested,
            self.train: self.train_requested,
            self.take_in: self.import_requested,
            self.share: self.share_requested,
            self.delete: self.delete_requested,
        }
        for button, request in requests.items():
            button.setAutoDefault(False)
            button.setToolTip(tips.get(button, ""))
            button.clicked.connect(lambda _checked, signal=request: signal.emit())
        self.quality.setAccessibleName(self.tr("What was measured"))
        self.quality.setToolTip(
            self.tr(
                "The jury's score is how likely it finds it that a tune is a real one and no take"
            )
        )
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(GRID)
        self.said.hide()

    def _lay_out(self) -> None:
        self.facts.setHorizontalSpacing(2 * GRID)
        self.facts.setVerticalSpacing(GRID)
        self.facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        # As high as its lines are in its width; they would be more in the least width.
        inside.setMinimumHeight(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GROUP_GAP)
        column.addLayout(self.facts)
        column.addWidget(self.quality)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        whole.setSpacing(GROUP_GAP)
        whole.addWidget(self.models)
        whole.addWidget(area, 1)
        whole.addWidget(self.progress)
        whole.addWidget(self.said)
        whole.addLayout(_row(self.hear, self.measure, self.stop))
        whole.addLayout(_row(self.use, self.train))
        whole.addLayout(_row(self.take_in, self.share, self.delete))

    def _draw_icons(self) -> None:
        for button, name in (
            (self.hear, "player-play"),
            (self.measure, "chart-bar"),
            (self.stop, "player-stop"),
            (self.use, "sparkles"),
            (self.train, "chart-line"),
            (self.take_in, "file-import"),
            (self.share, "file-export"),
            (self.delete, "trash"),
        ):
            button.setIcon(icon(name))


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def _sentence() -> Label:
    label = Label()
    label.setWordWrap(True)
    # As wide as there is room, so that it is as high as its lines are then.
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
