"""The view that lists what is wrong: kinds left, the problems of one right, a fix below."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from abcstudio.corpus.health.problem import CHANGED, HealthProblem
from abcstudio.corpus.health.scan import HealthProgress
from abcstudio.ui.controls.action_button import CommandButton
from abcstudio.ui.controls.areas import dividing_line
from abcstudio.ui.controls.splitters import SplitterMemory
from abcstudio.ui.controls.state_panel import StatePanel, Way
from abcstudio.ui.datasets.health.difference_view import DifferenceView
from abcstudio.ui.datasets.health.kinds_table import HealthKindsTable
from abcstudio.ui.datasets.health.problems_table import HealthProblemsTable
from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import message


class HealthView(QWidget):
    """Shows problems, or the state that stands in their place."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("help_topic", "tune-health")
        self.kinds = HealthKindsTable(studio)
        self.problems = HealthProblemsTable()
        self.difference = DifferenceView(studio)
        self.state = StatePanel()
        self.summary = Label()
        self.summary.setWordWrap(True)
        self.fix = CommandButton(self.tr("Fix this one"))
        self.fix_kind = CommandButton()
        self.fix_all = CommandButton(self.tr("Fix all problems"))
        self.leave_out = CommandButton(self.tr("Leave out"))
        self.export = CommandButton(self.tr("Export cleaned tunebook…"))
        self.export.setProperty("main", True)
        self.show_kind_count(0)
        self.sentence = Label()
        self.sentence.setWordWrap(True)
        self.sentence.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._content = QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        SplitterMemory(studio, self.across, "health.across", (328, 296))
        SplitterMemory(studio, self.down, "health.down", (320, 200))
        studio.colors_changed.connect(self._set_colors)
        self._set_colors(studio.colors)

    @property
    def shows_problems(self) -> bool:
        """Whether there are problems to choose from."""
        return self._stack.currentWidget() is self._content

    def show_problems(self) -> None:
        """Show the tables; who waits with the focus on "Cancel" goes on there."""
        if (way := self.state.first_way) is not None and way.hasFocus():
            self.kinds.setFocus()
        self._stack.setCurrentWidget(self._content)

    def go_past(self, kind: str) -> None:
        """Put the focus on the kind after one that was fixed."""
        self.kinds.go_past(kind)
        self.kinds.setFocus()

    def show_state(self) -> None:
        """Show the state in the place of the tables."""
        self._stack.setCurrentWidget(self.state)

    def show_progress(self, title: str, progress: HealthProgress, way: Way) -> None:
        """Say how far work is; the button that gives it up stays the same one."""
        words = self._how_far(progress)
        if not self.state.bar.isVisible() or self.state.title.text() != title:
            self.state.show_state(title, words, [way], is_busy=True)
        self.state.sentence.setText(words)
        self.state.show_share(progress.done, progress.tunes)
        self.show_state()

    def show_progress_below(self, title: str, progress: HealthProgress) -> None:
        """Say below the tables how far work is; they stay."""
        self.summary.setText(self.tr("{0} {1}").format(title, self._how_far(progress)))

    def show_chosen(self, problem: HealthProblem | None) -> None:
        """Show the whole sentence of a problem; what its fix changes comes later."""
        words = (
            "" if problem is None else message(problem.words.message_id, problem.words.parameters)
        )
        if problem is not None and problem.is_guess:
            guess = self.tr("The fix is a guess: check it before you make it.")
            words = self.tr("{0} {1}").format(words, guess)
        self.sentence.setText(words)
        self.sentence.setVisible(bool(words))
        self.difference.set_lines(())
        no_fix = self.tr("For this problem no fix is known: correct the tune in the composer.")
        needs_hand = (
            problem is not None
            and not (problem.can_fix or problem.concerns_file)
            and problem.kind != CHANGED
        )
        self.difference.setPlaceholderText(no_fix if needs_hand else "")

    def show_kind_count(self, count: int) -> None:
        """Say how many tunes have the chosen kind of problem and a fix for it."""
        one = self.tr("Fix the only one")
        more = self.tr("Fix all %Ln of this kind", "", count)
        none = self.tr("Fix all of this kind")
        self.fix_kind.setText(more if count > 1 else one if count else none)

    @property
    def main_focus(self) -> QWidget | None:
        """Where one goes from kind to kind, else the first way out of the state."""
        return self.kinds if self.shows_problems else self.state.first_way

    def _how_far(self, progress: HealthProgress) -> str:
        done = QLocale().toString(progress.done)
        return self.tr("{0} of %Ln tunes", "", progress.tunes).format(done)

    def _chosen_problem(self) -> QWidget:
        """Return the sentence of the chosen problem over what its fix changes."""
        chosen = QWidget()
        column = QVBoxLayout(chosen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sentence)
        column.addWidget(self.difference, 1)
        return chosen

    def _lay_out(self) -> None:
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.across.addWidget(self.kinds)
        self.across.addWidget(self.problems)
        self.across.setChildrenCollapsible(False)
        self.down = QSplitter(Qt.Orientation.Vertical)
        self.down.addWidget(self.across)
        self.down.addWidget(self._chosen_problem())
        self.down.setStretchFactor(0, 1)
        self.down.setChildrenCollapsible(False)
        fixes = QHBoxLayout()
        fixes.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        fixes.setSpacing(GRID)
        for button in (self.fix, self.fix_kind, self.leave_out):
            fixes.addWidget(button)
        fixes.addStretch(1)
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self.down, 1)
        content.addLayout(fixes)
        self._stack.addWidget(self.state)
        self._stack.addWidget(self._content)
        below = QHBoxLayout()
        below.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        below.setSpacing(GRID)
        below.addWidget(self.summary, 1)
        below.addWidget(self.fix_all)
        below.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(dividing_line())
        column.addLayout(below)

    def _set_colors(self, colors: Colors) -> None:
        self.export.setIcon(tinted_icon("file-export", colors.accent_text, colors.muted))
