"""Where a student's own code trains a network: what is there, what is asked, what comes of it."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from abcstudio.learning.config import TrainingConfig, hyper_parameters
from abcstudio.recipes.lessons.own_training import CONFIG
from abcstudio.ui.controls.numbers.number_boxes import NumberBox, first_complaint
from abcstudio.ui.controls.numbers.whole_number_boxes import WholeNumberBox
from abcstudio.ui.controls.splitters import SplitterMemory
from abcstudio.ui.learn.own_code.function_list import FunctionList
from abcstudio.ui.learn.own_code.written_panel import WrittenPanel
from abcstudio.ui.learn.pictures.lines_view import LinesView
from abcstudio.ui.learn.verdict_panel import VerdictPanel
from abcstudio.ui.look.icons import icon, tinted_icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, Colors, page_title_font
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import message

_ASKED = ("steps", "seq_len", "learning_rate", "hidden_size")
_MOST_STEPS = 100_000
_LONGEST_NAME = 60


class OwnCodeForm(QWidget):
    """A name over a number for each setting that the assignment varies.

    Attributes:
        name: What the run is called.
        boxes: The numbers, by the names of their settings.
    """

    def __init__(self, config: TrainingConfig, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._config = config
        self.name = QLineEdit(self.tr("Own code"))
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name of the run"))
        self.name.setToolTip(
            self.tr("What the run is called in the list of runs and in the report")
        )
        self.boxes = {name: _box(name, config) for name in _ASKED}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(GRID)
        form.setVerticalSpacing(GRID)
        label = Label(self.tr("N&ame of the run"))
        label.setBuddy(self.name)
        form.addRow(label, self.name)
        for name, box in self.boxes.items():
            words = message(f"hyperparameter.{name}")
            label = Label(words)
            label.setBuddy(box)
            box.setAccessibleName(words)
            box.setToolTip(message(f"hyperparameter.{name}.help"))
            form.addRow(label, box)

    @property
    def run_name(self) -> str:
        """What the run is to be called."""
        return self.name.text().strip() or self.tr("Own code")

    def config(self) -> TrainingConfig | None:
        """Return what is filled in; None where a number is none of its range: it has the focus."""
        for box in self.boxes.values():
            box.commit()
            if first_complaint(box):
                return None
        values: dict[str, Any] = {name: box.value() for name, box in self.boxes.items()}
        config = replace(self._config, **values)
        # A short run is looked at, too.
        return replace(config, evaluate_every=min(config.evaluate_every, config.steps))


def _box(name: str, config: TrainingConfig) -> NumberBox:
    parameter = hyper_parameters()[name]
    low, high = parameter.minimum or 0.0, parameter.maximum or 0.0
    box: NumberBox
    if isinstance(getattr(config, name), int):
        most = min(int(high), _MOST_STEPS)
        box = WholeNumberBox(int(low), most, is_adaptive=parameter.logarithmic)
    else:
        box = NumberBox(low, high, is_adaptive=parameter.logarithmic)
    box.setValue(getattr(config, name))
    return box


class OwnCodeView(QSplitter):
    """How it stands and what can be done, over the functions and the form; curve and text right.

    Attributes:
        start, stop, back: The buttons.
        compose, runs: Ways on when a network is there.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.functions = FunctionList(studio)
        self.form = OwnCodeForm(CONFIG)
        self.start = QPushButton(self.tr("&Train"))
        self.start.setProperty("main", True)
        self.stop = QPushButton(self.tr("&Stop"))
        self.stop.setToolTip(self.tr("Ends it; what was learned is kept"))
        self.back = QPushButton(self.tr("&Back to the lesson"))
        self.back.setToolTip(self.tr("Goes back to the text and the cell of the lesson"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(GRID // 2)
        self.bar.setAccessibleName(self.tr("Progress of the training run"))
        self.said = VerdictPanel(studio)
        self.said.sentence.setAccessibleName(self.tr("How the training stands"))
        self.compose = QPushButton(self.tr("&Compose with it"))
        self.compose.setToolTip(self.tr("Chooses the network in the Composer and goes there"))
        self.runs = QPushButton(self.tr("S&how among the runs"))
        self.runs.setToolTip(self.tr("Goes to this run on the page Training, where all runs stand"))
        self.curve = LinesView(studio)
        self.written = WrittenPanel()
        self.addWidget(self._left_side())
        self.addWidget(self._right_side())
        self.setStretchFactor(1, 1)
        for splitter in (self, self.right):
            splitter.setChildrenCollapsible(False)
        SplitterMemory(studio, self, "learn.own_code", (470, 550))
        SplitterMemory(studio, self.right, "learn.own_curve", (300, 360))
        studio.colors_changed.connect(self._dress)
        self._dress(studio.colors)
        self.show_running(False)
        self.show_network(False)

    @property
    def main_focus(self) -> QWidget:
        """The button that begins; the functions while it is off, Stop while it runs."""
        if self.stop.isVisibleTo(self):
            return self.stop
        return self.start if self.start.isEnabled() else self.functions

    def show_running(self, is_running: bool) -> None:
        """Let Stop stand in the place of Train while something runs."""
        had_focus = self.start.hasFocus() or self.stop.hasFocus()
        self.start.setVisible(not is_running)
        self.stop.setVisible(is_running)
        self.form.setEnabled(not is_running)
        self.bar.setVisible(is_running)
        if had_focus:
            self.main_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_network(self, is_there: bool) -> None:
        """Offer what can be done with a network, once there is one."""
        self.compose.setVisible(is_there)

    def _left_side(self) -> QWidget:
        title = Label(self.tr("Train a network with your code"))
        title.setFont(page_title_font())
        title.setWordWrap(True)
        words = Label(self.tr("The studio's training loop calls six functions of yours."))
        words.setWordWrap(True)
        buttons, ways = QHBoxLayout(), QHBoxLayout()
        for button in (self.start, self.stop, self.back):
            buttons.addWidget(button)
        for button in (self.compose, self.runs):
            ways.addWidget(button)
        for row in (buttons, ways):
            row.setSpacing(GRID)
            row.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GROUP_GAP)
        # What is said and done stands above what is asked: a low window shows it without scrolling.
        for widget in (title, words, self.said, self.bar):
            column.addWidget(widget)
        for row in (buttons, ways):
            column.addLayout(row)
        column.addWidget(self.functions)
        column.addWidget(self.form)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumWidth(42 * GRID)
        return area

    def _right_side(self) -> QWidget:
        self.right = QSplitter(Qt.Orientation.Vertical)
        self.right.addWidget(self.curve)
        self.right.addWidget(self.written)
        self.right.setMinimumWidth(36 * GRID)
        return self.right

    def _dress(self, colors: Colors) -> None:
        self.start.setIcon(tinted_icon("player-play", colors.accent_text, colors.muted))
        for button, name in (
            (self.stop, "player-stop"),
            (self.back, "chevron-left"),
            (self.compose, "sparkles"),
            (self.runs, "list"),
            (self.written.write, "wand"),
            (self.written.listen, "music"),
        ):
            button.setIcon(icon(name))
