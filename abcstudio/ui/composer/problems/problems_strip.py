"""The strip under the editor: the problem at the caret or after it, and where the caret stands.

The whole problem is shown: where one line has no room for it, it takes the line of the place too.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.notation.diagnostics import MORE, Fix
from abcstudio.ui.composer.problems.problem_rows import fix_words, severity_icon
from abcstudio.ui.controls.sentence_button import SentenceButton
from abcstudio.ui.editor.editor_marks import ProblemMark
from abcstudio.ui.look.icons import icon, tinted_icon
from abcstudio.ui.look.plain_text import Label, fitted, tooltip, without_access_key
from abcstudio.ui.look.theme import GRID, Colors, small_font
from abcstudio.ui.services.studio import Studio

_MOST_LINES = 5
_EDGES = GRID
_GAP = 2


class ProblemsStrip(QFrame):
    """One sentence about one problem and the way to each; under it the measure and the line.

    Signals:
        problem_chosen: The person wants to see a problem. Carries its `Span`.
        fix_requested: The person wants the problem fixed that is shown. Carries its `Fix`.
        shown_changed: Another problem is shown.
    """

    problem_chosen = Signal(object)
    fix_requested = Signal(object)
    shown_changed = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._problems: tuple[ProblemMark, ...] = ()
        self._index = 0
        self._measure_words = ""
        self._problem_words = ""
        self._has_tune = False
        self._is_one_of_many = False
        self._place_is_shown = True
        self.setAccessibleName(self.tr("Problems"))
        self._mark = Label()
        self._mark.setFixedSize(2 * GRID, 2 * GRID)
        self._sentence = SentenceButton(_MOST_LINES)
        self._sentence.clicked.connect(self._choose_current)
        self.fix_button = QPushButton()
        self.fix_button.setAccessibleName(self.tr("Fix the problem"))
        self.fix_button.setToolTip(self.tr("Apply this change; undo reverts it"))
        self.fix_button.clicked.connect(self.request_fix)
        self._count = Label()
        self._count.setProperty("muted", True)
        self.measure_label = self._place_label()
        self.measure_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.position_label = self._place_label()
        self.previous_button = self._button(
            "chevron-up", self.tr("Previous problem"), self.choose_previous
        )
        self.next_button = self._button("chevron-down", self.tr("Next problem"), self.choose_next)
        self._lay_out()
        self._show()
        studio.colors_changed.connect(self.set_colors)

    @property
    def count_words(self) -> str:
        """Which problem is shown, and of how many."""
        return self._count.text()

    @property
    def problems(self) -> tuple[ProblemMark, ...]:
        """The problems of the tune, in the order of its text."""
        return self._problems

    def sentence(self) -> str:
        """Return what it says now."""
        return self._problem_words

    def shown_words(self) -> str:
        """Return what there is room for of the sentence."""
        return self._sentence.shown()

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self.previous_button.setIcon(icon("chevron-up"))
        self.next_button.setIcon(icon("chevron-down"))
        self._show()

    def set_problems(
        self, problems: Sequence[ProblemMark], caret: int, *, has_tune: bool = True
    ) -> None:
        """Take the problems in the order of the text; without a tune there is none to have any."""
        self._problems = tuple(problems)
        self._has_tune = has_tune
        self._index = self._index_at(caret)
        self._show()

    def set_one_of_many(self, is_one_of_many: bool) -> None:
        """The text has other tunes, too: what is said here is true of one."""
        if is_one_of_many != self._is_one_of_many:
            self._is_one_of_many = is_one_of_many
            self._show()

    def set_caret(self, caret: int) -> None:
        """Name the problem that the caret stands in, else the nearest one after it."""
        index = self._index_at(caret)
        if index != self._index:
            self._index = index
            self._show()

    def _index_at(self, caret: int) -> int:
        return next(
            (i for i, problem in enumerate(self._problems) if problem.span.end >= caret),
            max(0, len(self._problems) - 1),
        )

    def set_place(self, line: int, column: int) -> None:
        """Say where the caret stands."""
        self.position_label.setText(self.tr("Line {0}, column {1}").format(line, column))
        self._fit_place()

    def set_measure(self, words: str) -> None:
        """Say in which measure the caret stands, and how long that is; "" outside of music."""
        self._measure_words = words
        self._fit_place()

    def measure(self) -> str:
        """Return what it says about the measure of the caret."""
        return self._measure_words

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_problem()

    def choose_next(self) -> None:
        """Go to the next problem; after the last comes the first."""
        self._step(1)

    def choose_previous(self) -> None:
        """Go to the problem before."""
        self._step(-1)

    def go_after(self, caret: int) -> None:
        """Go to the first problem after the caret, from the top when there is none."""
        if self._problems:
            later = (i for i, p in enumerate(self._problems) if p.span.start > caret)
            self._index = next(later, 0)
            self._choose_current()

    def go_before(self, caret: int) -> None:
        """Go to the last problem before the caret, from the bottom when there is none."""
        if self._problems:
            earlier = (
                i for i, p in reversed(list(enumerate(self._problems))) if p.span.start < caret
            )
            self._index = next(earlier, len(self._problems) - 1)
            self._choose_current()

    @property
    def shown(self) -> ProblemMark | None:
        """The problem that is named now."""
        return self._problems[self._index] if self._problems else None

    @property
    def shown_fix(self) -> Fix | None:
        """The fix of the problem that is shown; None where none is known."""
        return self.shown.fix if self.shown is not None else None

    def request_fix(self) -> None:
        """Ask for the problem that is shown to be fixed."""
        if self.shown_fix is not None:
            self.fix_requested.emit(self.shown_fix)

    def _step(self, step: int) -> None:
        if self._problems:
            self._index = (self._index + step) % len(self._problems)
            self._choose_current()

    def _choose_current(self) -> None:
        if self._problems:
            index = self._index
            self.problem_chosen.emit(self._problems[index].span)
            self._index = index
            self._show()

    def _lay_out(self) -> None:
        problem, place = QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (problem, (self._mark, self._sentence, self.fix_button, self._count)),
            (problem, (self.previous_button, self.next_button)),
            (place, (self.measure_label, self.position_label)),
        ):
            row.setSpacing(GRID)
            for widget in parts:
                row.addWidget(widget, 1 if widget in (self._sentence, self.measure_label) else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, _EDGES // 2, 2 * GRID, _EDGES // 2)
        column.setSpacing(_GAP)
        column.addLayout(problem)
        column.addLayout(place)

    def _place_label(self) -> Label:
        label = Label()
        label.setProperty("muted", True)
        label.setFont(small_font())
        return label

    def _fit_problem(self) -> None:
        """Show the sentence whole: on more lines, without the count, beside a shorter button."""
        fix = self.shown_fix
        self._sentence.set_words(self._problem_words)
        self._count.setVisible(bool(self._problems))
        if fix is not None:
            self.fix_button.setText(without_access_key(fix_words(fix)))
        lines = self._sentence.lines_in(self._room_for_sentence())
        if lines > 2:
            self._count.hide()
            lines = self._sentence.lines_in(self._room_for_sentence())
        if lines > 2 and fix is not None:
            self.fix_button.setText(self.tr("Fix"))
            lines = self._sentence.lines_in(self._room_for_sentence())
        self._sentence.set_lines(min(lines, _MOST_LINES))
        self._place_is_shown = lines == 1
        self._fit_place()

    def _room_for_sentence(self) -> int:
        """Return the width that the other parts of the line leave."""
        parts = (self._mark, self.fix_button, self._count, self.previous_button, self.next_button)
        others = [part.sizeHint().width() for part in parts if not part.isHidden()]
        return self.width() - 4 * GRID - sum(others) - GRID * len(others)

    def _fit_place(self) -> None:
        """Show the measure whole: where there is no room for both, the line's number goes."""
        words, metrics = self._measure_words, self.measure_label.fontMetrics()
        room = self.width() - 4 * GRID
        needed = metrics.horizontalAdvance(words) + GRID
        fits = needed + self.position_label.sizeHint().width() <= room
        self.position_label.setVisible(self._place_is_shown and fits)
        self.measure_label.setVisible(self._place_is_shown)
        self.measure_label.setText(fitted(metrics, words, room))
        self.measure_label.setAccessibleName(words)
        self.measure_label.setToolTip(words if needed > room + GRID else "")
        # As high with a sentence of two lines as with a problem over a place: nothing jumps.
        problem = max(self.next_button.sizeHint().height(), self.fix_button.sizeHint().height())
        self.setMinimumHeight(problem + self.measure_label.sizeHint().height() + _EDGES + _GAP)

    def _button(self, name: str, tooltip: str, clicked: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(16, 16))
        button.setAutoRaise(True)
        button.setToolTip(tooltip)
        button.setAccessibleName(tooltip)
        button.clicked.connect(clicked)
        return button

    def _show(self) -> None:
        count = len(self._problems)
        for widget in (self.previous_button, self.next_button):
            widget.setVisible(count > 0)
        self._sentence.setEnabled(count > 0)
        self._show_fix()
        self.shown_changed.emit()
        if not count:
            self._say_none()
            return
        problem = self._problems[self._index]
        self._draw_mark(*severity_icon(problem.severity, self._colors))
        self._problem_words = problem.sentence
        self._sentence.setToolTip(
            tooltip(self.tr("{0} Click to go there").format(problem.sentence))
        )
        self._count.setText(self._count_words())
        self._fit_problem()

    def _count_words(self) -> str:
        """Return which problem is shown, and of how many."""
        is_told = [problem.code != MORE for problem in self._problems]
        number, total = sum(is_told[: self._index + 1]), sum(is_told)
        words = self.locale().toString(total)
        if total < len(is_told):
            words = self.tr("more than {0}").format(words)
        if not is_told[self._index]:
            return words
        return self.tr("{0} of {1}").format(self.locale().toString(number), words)

    def _say_none(self) -> None:
        if self._has_tune:
            self._draw_mark("circle-check", self._colors.success)
            self._problem_words = (
                self.tr("No problems in this tune")
                if self._is_one_of_many
                else self.tr("No problems")
            )
            self._sentence.setToolTip(self.tr("Nothing in this tune is doubtful"))
        else:
            self._mark.clear()
            self._problem_words = self.tr("No tune yet")
            self._sentence.setToolTip("")
        self._fit_problem()

    def _show_fix(self) -> None:
        fix = self.shown_fix
        self.fix_button.setVisible(fix is not None)
        if fix is not None:
            words = fix_words(fix)
            self.fix_button.setAccessibleName(words)
            self.fix_button.setToolTip(tooltip(self.tr("{0}; undo reverts it").format(words)))

    def _draw_mark(self, name: str, color: str) -> None:
        pixmap = tinted_icon(name, color, color).pixmap(QSize(16, 16))
        self._mark.setPixmap(pixmap)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
