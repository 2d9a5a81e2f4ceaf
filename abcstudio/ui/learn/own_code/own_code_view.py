"""Where a student's own code trains a network: what is there, what is asked, what comes of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from abcstudio.recipes.lessons.own_training import CONFIG
from abcstudio.ui.controls.splitters import SplitterMemory
from abcstudio.ui.learn.own_code.function_list import FunctionList
from abcstudio.ui.learn.own_code.own_code_form import OwnCodeForm
from abcstudio.ui.learn.own_code.written_panel import WrittenPanel
from abcstudio.ui.learn.pictures.lines_view import LinesView
from abcstudio.ui.learn.verdict_panel import VerdictPanel
from abcstudio.ui.look.icons import icon, tinted_icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, Colors, page_title_font
from abcstudio.ui.services.studio import Studio


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
