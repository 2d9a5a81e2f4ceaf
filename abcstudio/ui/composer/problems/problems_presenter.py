"""Keeps the panel of all problems in step with the text, and makes the requested fixes."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.corpus.tune import Tune
from abcstudio.notation.diagnostics import MORE, Diagnostic, Fix
from abcstudio.notation.editing.fixing import fixed_text
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.desk.file_check import FileCheck
from abcstudio.ui.composer.desk.tune_desk import ChangedTune, TuneDesk
from abcstudio.ui.composer.problems.fix_session import FixSession
from abcstudio.ui.composer.problems.problem_rows import ProblemRow
from abcstudio.ui.composer.problems.problems_panel import ProblemsPanel
from abcstudio.ui.composer.problems.problems_strip import ProblemsStrip
from abcstudio.ui.controls.side_tabs import SideTabs

_MANY, _MANY_PAUSE_MS = 500, 400
_NAME = "problems"


class ProblemsPresenter(QObject):
    """Fills the panel, goes to problems, and makes fixes that hold what they promise.

    Signals:
        side_requested: The panel is to come to the front. Carries its name.
        strip_left: A fix was made by the strip's button, which had the focus.
        listed: The problems were counted again; the panel lists them where it is visible.
    """

    side_requested = Signal(str)
    listed = Signal()
    strip_left = Signal()

    def __init__(
        self,
        desk: TuneDesk,
        strip: ProblemsStrip,
        side: SideTabs,
        panel: ProblemsPanel,
        check: FileCheck,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._editor = desk.editor
        self._watch = desk.watch
        self._strip = strip
        self._side = side
        self._panel = panel
        self._check = check
        self._fixes = FixSession(desk)
        self._fixes.progressed.connect(self._show_work)
        self._fixes.changed.connect(self._on_fixing_changed)
        # To list what thousands of tunes have takes longer than a key may.
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.setInterval(_MANY_PAUSE_MS)
        self._filling.timeout.connect(self._fill_of_many)
        panel.scope_changed.connect(self._on_scope)
        panel.shown_changed.connect(self._on_shown)
        panel.problem_chosen.connect(self._on_problem_chosen)
        panel.fix_requested.connect(self.fix_one)
        panel.fix_kind_requested.connect(self._on_fix_kind)
        panel.fix_all_requested.connect(self.fix_all)
        panel.stop_requested.connect(self._on_stop)
        panel.go_on_requested.connect(check.go_on)
        check.changed.connect(self._on_checked)
        strip.fix_requested.connect(self._on_fix_requested)
        strip.problem_chosen.connect(self._on_strip_chosen)
        desk.watch.tune_changed.connect(self._show)
        desk.watch.tunes_known.connect(self._fill_of_many)
        self._show()

    def show_panel(self) -> None:
        """Bring the panel to the front, with the focus in its list."""
        self.side_requested.emit(_NAME)
        self._panel.take_focus()

    def fix_one(self, row: ProblemRow) -> None:
        """Make the fix of one finding, where the text still is what it was found in."""
        self._watch.settle()
        start, end = row.tune.offset, row.tune.offset + len(row.tune.text)
        if self._desk.document.text()[start:end] == row.tune.text:
            self._fix(row.tune, row.found)

    def _on_fix_requested(self, fix: Fix) -> None:
        view = self._desk.view()
        found = view.finding_of(fix) if view is not None and self._strip.shown_fix == fix else None
        focus = self._strip.window().focusWidget()
        had_focus = focus is not None and self._strip.isAncestorOf(focus)
        if view is not None and found is not None and self._fix(view.tune, found) and had_focus:
            self.strip_left.emit()

    def _fix(self, tune: Tune, found: Diagnostic) -> bool:
        """Make the fix of a finding, from wherever it was asked for."""
        fix = found.fix
        if fix is None:
            return False

        def edit() -> ChangedTune:
            view = self._watch.view
            if view is not None and view.tune is tune:
                score = view.score
            else:
                score = parse(tune.text, tune.file_header)
            caret = fix.span.start + len(fix.replacement)
            return ChangedTune(fixed_text(score, found, tune.file_header), Span(caret, caret))

        return self._desk.change_at(tune.offset, len(tune.text), edit)

    def fix_all(self) -> None:
        """Fix all that can be fixed, in the tune or in the whole text, as one step to undo."""
        self._fix_many(None)

    def fix_alike(self) -> None:
        """Fix all problems of the kind of the one at the caret."""
        problem = self._strip.shown
        if problem is not None:
            self._fix_many((problem.code,))

    @property
    def has_fix(self) -> bool:
        """Whether a fix is known for one of the problems."""
        return any(found.has_sure_fix for _, found in self._findings())

    def _rows(self) -> Iterator[ProblemRow]:
        return (ProblemRow(tune, found) for tune, found in self._findings())

    def _findings(self) -> Iterator[tuple[Tune, Diagnostic]]:
        """Yield the findings that are to be listed, in the order of the text."""
        watch = self._watch
        view = watch.view
        if self._desk.document.is_composing or view is None:
            return
        if not self._panel.is_of_file:
            yield from ((view.tune, found) for found in view.score.diagnostics)
            return
        for tune in watch.known_tunes:
            for found in self._check.found(tune) or ():
                yield tune, found

    def _show(self) -> None:
        """Show what is known now."""
        view = self._watch.view
        if view is not None:
            self._check.learn(view.tune, view.score.diagnostics)
        if self._panel.is_of_file and self._watch.count > _MANY:
            self._filling.start()
            return
        self._check.look_again()
        self._fill()

    def _fill_of_many(self) -> None:
        self._check.look_again()
        self._fill()

    def _fill(self) -> None:
        rows, is_one_of_many = tuple(self._rows()), self._watch.count > 1
        self._strip.set_one_of_many(is_one_of_many)
        told = sum(row.found.code != MORE for row in rows)
        self._side.set_count(_NAME, told, is_more=told < len(rows))
        if self._panel.isVisible():
            self._panel.set_one_of_many(is_one_of_many)
            document = self._desk.document
            self._panel.set_problems(
                rows,
                self._editor.text(),
                may_fix=not document.is_composing and not self._fixes.is_running,
                has_tune=self._watch.view is not None,
            )
        self.listed.emit()

    def _show_work(self) -> None:
        if self._fixes.is_running:
            total = self._fixes.total
            self._panel.show_work(self._fixes.done, total, is_running=total > 1, is_stopped=False)
        elif self._panel.is_of_file:
            total = self._watch.count
            running, stopped = self._check.is_running, self._check.is_stopped
            self._panel.show_work(
                self._check.done if running or stopped else total,
                total,
                is_running=running,
                is_stopped=stopped,
            )
        else:
            self._panel.show_work(0, 0, is_running=False, is_stopped=False)

    def _on_checked(self) -> None:
        if self._panel.is_of_file:
            self._show_work()
            self._fill()

    def _on_shown(self, is_shown: bool) -> None:
        self._check.set_wanted(_NAME, is_shown and self._panel.is_of_file)
        if is_shown:
            self._show_work()
            self._fill()

    def _on_scope(self) -> None:
        self._check.set_wanted(_NAME, self._panel.is_of_file)
        self._show_work()
        self._fill()

    def _on_problem_chosen(self, row: ProblemRow, goes_there: bool) -> None:
        self._editor.select(row.span, focus=goes_there)

    def _on_strip_chosen(self, span: Span) -> None:
        self._editor.select(Span(span.start, max(span.end, span.start)), focus=True)

    def _on_stop(self) -> None:
        if self._fixes.is_running:
            self._fixes.stop()
        else:
            self._check.stop()

    def _on_fix_kind(self, row: ProblemRow) -> None:
        self._fix_many((row.found.code,))

    def _fix_many(self, codes: Collection[str] | None) -> None:
        self._watch.settle()
        wanted = {
            row.tune.offset: row.tune
            for row in self._rows()
            if row.found.has_sure_fix and (codes is None or row.found.code in codes)
        }
        self._fixes.start(self._desk.document, tuple(wanted.values()), codes)

    def _on_fixing_changed(self) -> None:
        self._show_work()
        self._fill()
