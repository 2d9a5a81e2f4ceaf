"""The panel of all problems: listed, filtered, gone to and fixed, one or many at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListView,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.notation.diagnostics import Fix
from abcstudio.ui.composer.problems.problem_row_painter import ProblemRowPainter
from abcstudio.ui.composer.problems.problem_rows import (
    ProblemRow,
    ProblemRows,
    fix_words,
    severity_icon,
)
from abcstudio.ui.controls.rows.row_list import RowList
from abcstudio.ui.controls.state_panel import StatePanel
from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import Label, without_access_key
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import key_words

SEVERITIES = ("error", "warning", "hint")
TUNE, FILE = "tune", "file"


class ProblemsPanel(QWidget):
    """Shows findings and emits requests; it neither finds nor fixes anything.

    Signals:
        scope_changed: "tune" or "file" is to be listed.
        problem_chosen: A finding is to be shown. Carries its `ProblemRow`, and whether the person
            wants to go to the text.
        fix_requested: A finding is to be fixed. Carries its `ProblemRow`.
        fix_kind_requested: All findings of one kind are to be fixed. Carries a `ProblemRow`.
        fix_all_requested: All that can be fixed is to be fixed.
        stop_requested: The work in the background is to be stopped.
        go_on_requested: The work in the background is to go on.
        shown_changed: The panel came to the front or went away. Carries whether it is there.
    """

    scope_changed = Signal(str)
    problem_chosen = Signal(object, bool)
    fix_requested = Signal(object)
    fix_kind_requested = Signal(object)
    fix_all_requested = Signal()
    stop_requested = Signal()
    go_on_requested = Signal()
    shown_changed = Signal(bool)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._all: tuple[ProblemRow, ...] = ()
        self._text = ""
        self._may_fix = True
        self._is_running = False
        self._has_tune = True
        self._is_one_of_many = False
        self.rows = ProblemRows(studio, self)
        self.scope = self._make_scope()
        self.filters = {severity: self._filter(severity) for severity in SEVERITIES}
        self.view = self._make_list()
        self.painter = ProblemRowPainter(self.view)
        self.view.setItemDelegate(self.painter)
        self.state = StatePanel()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.state)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.set_colors(studio.colors)
        studio.colors_changed.connect(self.set_colors)
        self.show_work(0, 0, is_running=False, is_stopped=False)
        self._fill()

    @property
    def is_of_file(self) -> bool:
        """Whether the problems of the whole text are listed."""
        return bool(self.scope.currentData() == FILE)

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        for severity, button in self.filters.items():
            name, color = severity_icon(severity, colors)
            button.setIcon(tinted_icon(name, color, colors.muted))

    def set_problems(
        self, rows: Sequence[ProblemRow], text: str, *, may_fix: bool, has_tune: bool
    ) -> None:
        """List findings of a text, in its order; the chosen one stays chosen where it is."""
        self._all, self._text = tuple(rows), text
        self._may_fix, self._has_tune = may_fix, has_tune
        self._fill()

    def set_one_of_many(self, is_one_of_many: bool) -> None:
        """The text has other tunes, too: where this one is clean, they are offered."""
        if is_one_of_many != self._is_one_of_many:
            self._is_one_of_many = is_one_of_many
            self._fill()

    def show_work(self, done: int, total: int, *, is_running: bool, is_stopped: bool) -> None:
        """Show how far the work in the background has come."""
        self._is_running = is_running
        for widget in (self.progress, self.progress_words, self.stop_button):
            widget.setVisible(is_running or is_stopped)
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        words = self.tr("{0} of %Ln tunes", "", total)
        self.progress_words.setText(words.format(self.locale().toString(done)))
        self.stop_button.setText(self.tr("Stop") if is_running else self.tr("Go on"))
        self.stop_button.setToolTip(
            self.tr("Stop looking for problems")
            if is_running
            else self.tr("Look through the other tunes")
        )

    def take_focus(self) -> None:
        """Put the focus into the list, or above it while there is none."""
        is_listed = self.stack.currentWidget() is self.view
        target = self.view if is_listed else self.scope
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_listed and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.rows.index(0))

    def chosen(self) -> ProblemRow | None:
        """Return the chosen finding."""
        index = self.view.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown_changed.emit(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown_changed.emit(False)

    def _make_scope(self) -> QComboBox:
        scope = QComboBox()
        scope.addItem(self.tr("This tune"), TUNE)
        scope.addItem(self.tr("Whole text"), FILE)
        scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        scope.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        scope.setAccessibleName(self.tr("What is listed"))
        scope.setToolTip(self.tr("List the problems of the tune at the caret, or of all"))
        scope.currentIndexChanged.connect(self._on_scope)
        return scope

    def _make_list(self) -> "_List":
        view = _List()
        view.setModel(self.rows)
        view.setAccessibleName(self.tr("Problems"))
        view.setToolTip(
            self.tr("{0} goes to the problem, {1} offers its fix").format(
                key_words("Return"), key_words("Shift+F10")
            )
        )
        return view

    def _make_buttons(self) -> None:
        self.fix_kind = self._button(
            self.tr("Fix all like this"),
            self.tr("Fix all problems of the chosen kind, as one step to undo"),
            self._on_fix_kind,
        )
        self.fix_all = self._button(
            self.tr("Fix all"),
            self.tr("Fix all problems that have a known fix, as one step to undo"),
            self.fix_all_requested.emit,
        )
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(GRID)
        self.progress_words = Label()
        self.progress_words.setProperty("muted", True)
        self.stop_button = self._button(
            self.tr("Stop"), self.tr("Stop looking for problems"), self._on_stop_button
        )

    def _connect(self) -> None:
        self.view.clicked.connect(lambda index: self._choose(index.row(), goes_there=False))
        self.view.stepped.connect(lambda row: self._choose(row, goes_there=False))
        self.view.went.connect(lambda row: self._choose(row, goes_there=True))
        self.view.selectionModel().currentChanged.connect(self._show_buttons)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.painter.fix_clicked.connect(self.fix_requested)

    def _filter(self, severity: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setChecked(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(16, 16))
        # As wide as there is room: what they count does not change the width of the panel.
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.toggled.connect(self._fill)
        return button

    def _button(self, words: str, tooltip: str, clicked: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tooltip)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _checked=False: clicked())
        return button

    def _lay_out(self) -> None:
        scope, kinds, work, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        scope.addWidget(self.scope)
        for button in self.filters.values():
            kinds.addWidget(button)
        kinds.setSpacing(GRID // 2)
        work.addWidget(self.progress_words)
        work.addWidget(self.progress, 1)
        work.addWidget(self.stop_button)
        work.setSpacing(GRID)
        below.addWidget(self.fix_kind)
        below.addWidget(self.fix_all)
        below.setSpacing(GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, GRID)
        column.setSpacing(GRID)
        for layout in (scope, kinds, work, below):
            layout.setContentsMargins(GRID, 0, GRID, 0)
        column.addLayout(scope)
        column.addLayout(kinds)
        column.addLayout(work)
        column.addWidget(self.stack, 1)
        column.addLayout(below)

    def _fill(self) -> None:
        """Show the findings of the chosen severities, or say why there are none."""
        chosen = self.chosen()
        wanted = [row for row in self._all if self.filters[row.found.severity].isChecked()]
        self.rows.set_rows(wanted, self._text, names_tunes=self.is_of_file)
        for severity, button in self.filters.items():
            count = sum(row.found.severity == severity for row in self._all)
            button.setText(self.locale().toString(count))
            name = self._severity_words(severity)
            button.setAccessibleName(self.tr("{0}: {1}").format(name, count))
            button.setToolTip(self.tr("{0}: {1}. Show or hide them").format(name, count))
        again = next((i for i, row in enumerate(wanted) if _same(row, chosen)), -1)
        if again >= 0:
            self.view.setCurrentIndex(self.rows.index(again))
        self.stack.setCurrentWidget(self.view if wanted else self.state)
        if not wanted:
            self._say_why_empty()
        self._show_buttons()

    def _say_why_empty(self) -> None:
        if self._all:
            self.state.show_state(
                self.tr("All hidden"),
                self.tr("There are problems, but of kinds that are not shown."),
                ((self.tr("Show all"), self._show_all),),
            )
        elif self._is_running:
            self.state.show_state(self.tr("Looking…"), "")
        elif not self._has_tune:
            self.state.show_state(
                self.tr("No tune yet"), self.tr("What is doubtful in a tune is listed here.")
            )
        else:
            ways = ((self.tr("Look in the whole text"), self._look_in_all),)
            self.state.show_state(
                self.tr("No problems"),
                self.tr("Nothing is doubtful in these tunes.")
                if self.is_of_file
                else self.tr("Nothing is doubtful in this tune."),
                ways if self._is_one_of_many and not self.is_of_file else (),
            )

    def _severity_words(self, severity: str) -> str:
        return {
            "error": self.tr("Errors"), "warning": self.tr("Warnings"), "hint": self.tr("Hints")
        }[severity]  # fmt: skip

    def _show_buttons(self) -> None:
        """Say on the buttons how much they would fix, and why they cannot."""
        chosen = self.chosen()
        fixable = [row for row in self._all if row.found.has_sure_fix]
        alike = [row for row in fixable if chosen and row.found.code == chosen.found.code]
        for button, rows, words, reason in (
            (
                self.fix_kind,
                alike,
                self.tr("Fix all like this"),
                self.tr("Choose a problem that has a known fix first."),
            ),
            (
                self.fix_all,
                fixable,
                self.tr("Fix all"),
                self.tr("None of these problems has a known fix."),
            ),
        ):
            count = self.locale().toString(len(rows))
            button.setText(self.tr("{0} ({1})").format(words, count) if rows else words)
            button.setEnabled(bool(rows) and self._may_fix)
            button.setToolTip(self._sentence_of(button) if rows else reason)
        self.fix_all.setVisible(bool(self._all))
        self.fix_kind.setVisible(bool(self._all))

    def _sentence_of(self, button: QPushButton) -> str:
        if button is self.fix_kind:
            return self.tr("Fix all problems of the chosen kind, as one step to undo")
        return self.tr("Fix all problems that have a known fix, as one step to undo")

    def _look_in_all(self) -> None:
        self.scope.setCurrentIndex(self.scope.findData(FILE))
        self.take_focus()

    def _show_all(self) -> None:
        for button in self.filters.values():
            button.setChecked(True)

    def _choose(self, row: int, *, goes_there: bool) -> None:
        if 0 <= row < len(self.rows.rows):
            self.problem_chosen.emit(self.rows.rows[row], goes_there)

    def _show_menu(self, place: QPoint) -> None:
        """Offer what can be done with a finding, by right click or the menu key."""
        row = self.chosen()
        if row is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("&Go there"), lambda: self.problem_chosen.emit(row, True))
        if row.fix_words:
            menu.addSeparator()
            one = menu.addAction(
                without_access_key(row.fix_words), lambda: self.fix_requested.emit(row)
            )
            others = [
                menu.addAction(
                    without_access_key(fix_words(fix)), partial(self._request_other_fix, row, fix)
                )
                for fix in row.found.other_fixes
            ]
            for action in (one, *others):
                action.setEnabled(self._may_fix)
            if row.found.has_sure_fix:
                alike = menu.addAction(self.fix_kind.text(), self._on_fix_kind)
                alike.setEnabled(self._may_fix)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(place))

    def _request_other_fix(self, row: ProblemRow, fix: Fix) -> None:
        self.fix_requested.emit(replace(row, found=replace(row.found, fix=fix)))

    def _on_fix_kind(self) -> None:
        row = self.chosen()
        if row is not None:
            self.fix_kind_requested.emit(row)

    def _on_stop_button(self) -> None:
        (self.stop_requested if self._is_running else self.go_on_requested).emit()

    def _on_scope(self) -> None:
        self.scope_changed.emit(self.scope.currentData())


class _List(RowList):
    """Rows of different heights."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)


def _same(row: ProblemRow, other: ProblemRow | None) -> bool:
    return other is not None and (row.tune.number, row.found.code, row.found.span) == (
        other.tune.number,
        other.found.code,
        other.found.span,
    )
