"""Keeps the panel of all problems in step with the text, and fixes what it asks for."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from abcstudio.corpus.tune import Tune
from abcstudio.errors import EditError
from abcstudio.notation.fix_check import fixed_text
from abcstudio.notation.fixing import FixResult
from abcstudio.notation.parser import parse
from abcstudio.notation.spans import Span, line_and_column, nearest_offset
from abcstudio.notation.writer import Edit, apply_changes
from abcstudio.ui.actions import Actions
from abcstudio.ui.document import Document
from abcstudio.ui.file_check import FileCheck, piece_of
from abcstudio.ui.studio import Studio
from abcstudio.ui.translation import error_sentence
from abcstudio.ui.widgets.problem_rows import ProblemRow
from abcstudio.ui.widgets.problems_panel import ProblemsPanel
from abcstudio.workers.checking import TunesFixed, fix_tunes
from abcstudio.workers.job import Job

if TYPE_CHECKING:
    from abcstudio.ui.composer_page import ComposerPage

_MANY, _MANY_PAUSE_MS = 500, 400
_PAGE = "composer"
_NAME = "problems"


class ProblemsSession(QObject):
    """Fills the panel, goes to problems, and makes fixes that hold what they promise."""

    def __init__(
        self,
        page: "ComposerPage",
        studio: Studio,
        actions: Actions,
        panel: ProblemsPanel,
        check: FileCheck,
        show_side: Callable[[str], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._studio = studio
        self._actions = actions
        self._panel = panel
        self._check = check
        self._show_side = show_side
        self._job: Job | None = None
        self._fixing = (0, 0)
        # To list what thousands of tunes have takes longer than a key may.
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.setInterval(_MANY_PAUSE_MS)
        self._filling.timeout.connect(self._fill_of_many)
        self._add_commands()
        panel.scope_changed.connect(self._on_scope)
        panel.shown_changed.connect(self._on_shown)
        panel.problem_chosen.connect(self._on_problem_chosen)
        panel.fix_requested.connect(self.fix_one)
        panel.fix_kind_requested.connect(self._on_fix_kind)
        panel.fix_all_requested.connect(self.fix_all)
        panel.stop_requested.connect(self._on_stop)
        panel.go_on_requested.connect(check.go_on)
        check.changed.connect(self._on_checked)
        page.watch.tune_changed.connect(self._show)
        page.watch.tunes_known.connect(self._fill_of_many)
        page.documents.state_changed.connect(self._show_states)
        self._show()

    def close(self) -> None:
        """Fix nothing more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def show_panel(self) -> None:
        """Bring the panel to the front, with the focus in its list."""
        self._show_side(_NAME)
        self._panel.take_focus()

    def fix_one(self, row: ProblemRow) -> None:
        """Make the fix of one finding, where the text still is what it was found in."""
        self._page.watch.settle()
        document, fix = self._page.documents.current, row.found.fix
        text, start = document.text(), row.tune.offset
        is_same = text[start : start + len(row.tune.text)] == row.tune.text
        if fix is None or document.is_drawing or not is_same:
            return
        try:
            score = parse(row.tune.text, row.tune.file_header)
            fixed = fixed_text(score, row.found, row.tune.file_header)
        except EditError as error:
            self._studio.notify(error_sentence(error), "info")
            return
        document.replace_part(start, start + len(row.tune.text), fixed)
        caret = start + fix.span.start + len(fix.replacement)
        self._page.editor.select(Span(caret, caret))
        self._page.watch.settle()

    def fix_all(self) -> None:
        """Fix all that can be fixed, in the tune or in the whole text, as one step to undo."""
        self._fix_many(None)

    def fix_alike(self) -> None:
        """Fix all problems of the kind of the one at the caret."""
        problem = self._page.problems.shown
        if problem is not None:
            self._fix_many((problem.code,))

    def _add_commands(self) -> None:
        add = partial(self._actions.add, menu="tune", page=_PAGE, group="problems")
        add(
            "tune.fix_alike",
            self.tr("Fix all li&ke this problem"),
            self.fix_alike,
            keys="Ctrl+Shift+F8",
            icon_name="wand",
            tooltip=self.tr("Fix all problems of the same kind, as one step to undo"),
        )
        add(
            "tune.fix_all",
            self.tr("Fix all &problems"),
            self.fix_all,
            keys="Ctrl+F8",
            icon_name="wand",
            tooltip=self.tr("Fix all problems that have a known fix, as one step to undo"),
        )
        self._actions.add(
            "view.problems",
            self.tr("&Problems"),
            self.show_panel,
            menu="view",
            page=_PAGE,
            keys="Alt+F8",
            icon_name="alert-triangle",
            tooltip=self.tr("List all problems of the tune, or of the whole text"),
            group="panels",
        )

    def _rows(self) -> Iterator[ProblemRow]:
        """Yield the findings that are to be listed, in the order of the text."""
        watch = self._page.watch
        view = watch.view
        if self._page.documents.current.is_drawing or view is None:
            return
        if not self._panel.is_of_file:
            yield from (ProblemRow(view.tune, found) for found in view.score.diagnostics)
            return
        for tune in watch.known_tunes:
            for found in self._check.found(tune) or ():
                yield ProblemRow(tune, found)

    def _show(self) -> None:
        """Show what is known now."""
        view = self._page.watch.view
        if view is not None:
            self._check.learn(view.tune, view.score.diagnostics)
        if self._panel.is_of_file and self._page.watch.count > _MANY:
            self._filling.start()
            return
        self._check.look_again()
        self._fill()

    def _fill_of_many(self) -> None:
        self._check.look_again()
        self._fill()

    def _fill(self) -> None:
        rows = tuple(self._rows())
        self._page.side.set_count(_NAME, len(rows))
        if self._panel.isVisible():
            document = self._page.documents.current
            self._panel.set_problems(
                rows,
                document.text(),
                may_fix=not document.is_drawing and self._job is None,
                has_tune=self._page.watch.view is not None,
            )
        self._show_states()

    def _show_work(self) -> None:
        if self._job is not None:
            done, total = self._fixing
            self._panel.show_work(done, total, is_running=total > 1, is_stopped=False)
        elif self._panel.is_of_file:
            total = self._page.watch.count
            running, stopped = self._check.is_running, self._check.is_stopped
            self._panel.show_work(
                self._check.done if running or stopped else total,
                total,
                is_running=running,
                is_stopped=stopped,
            )
        else:
            self._panel.show_work(0, 0, is_running=False, is_stopped=False)

    def _show_states(self) -> None:
        problems = self._page.problems.problems
        drawing = self._page.documents.current.is_drawing
        no_cure = self.tr("No fix is known for a problem here.")
        waiting = self.tr("The network is still writing this tune.")
        none = self.tr("Nothing is doubtful in this tune.")
        shown = self._page.problems.shown
        can_fix = any(row.found.fix is not None for row in self._rows())
        for action_id, reason in (
            ("tune.previous_problem", "" if problems else none),
            ("tune.fix_all", "" if can_fix else no_cure),
            ("tune.fix_alike", "" if shown is not None and shown.fix is not None else no_cure),
        ):
            self._actions.set_available(action_id, waiting if drawing else reason)

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
        span = row.span
        self._page.editor.select(Span(span.start, max(span.end, span.start)), focus=goes_there)

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        else:
            self._check.stop()

    def _on_fix_kind(self, row: ProblemRow) -> None:
        self._fix_many((row.found.code,))

    # Fixing many

    def _fix_many(self, codes: Collection[str] | None) -> None:
        page = self._page
        page.watch.settle()
        document = page.documents.current
        if self._job is not None or document.is_drawing:
            return
        wanted = {
            row.tune.offset: row.tune
            for row in self._rows()
            if row.found.fix is not None and (codes is None or row.found.code in codes)
        }
        tunes = tuple(wanted.values())
        if not tunes:
            return
        job = Job(partial(fix_tunes, tuple(map(piece_of, tunes)), codes))
        self._job = job
        self._fixing = (0, len(tunes))
        job.progressed.connect(self._on_fixing)
        job.finished.connect(partial(self._on_fixed, document, document.text(), tunes))
        job.ended.connect(partial(self._on_fixing_ended, job))
        self._studio.start(job)
        self._show_work()
        self._fill()

    def _on_fixing(self, report: TunesFixed) -> None:
        self._fixing = (report.done, self._fixing[1])
        self._show_work()

    def _on_fixed(
        self, document: Document, text: str, tunes: tuple[Tune, ...], result: TunesFixed
    ) -> None:
        if self._job is None:
            return
        if document.text() != text:
            self._studio.notify(
                self.tr("The text was changed meanwhile, so nothing was fixed."), "info"
            )
            return
        edits = [
            Edit(Span(tune.offset, tune.offset + len(tune.text)), fixed.text)
            for tune, fixed in zip(tunes, result.results, strict=True)
            if fixed.text != tune.text
        ]
        is_shown = document is self._page.documents.current
        line, column = line_and_column(text, self._page.editor.caret()) if is_shown else (1, 1)
        document.replace_text(apply_changes(text, edits))
        if is_shown:
            caret = nearest_offset(document.text(), line, column)
            self._page.editor.select(Span(caret, caret))
        self._page.watch.settle()
        self._tell(result.results)

    def _on_fixing_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._show_work()
            self._fill()

    def _tell(self, results: Sequence[FixResult]) -> None:
        """Say what became of as many problems as the button promised, and of those beside them."""
        fixed = sum(one.fixed for one in results)
        left = sum(one.left for one in results)
        gone_too = sum(one.gone_too for one in results)
        # The first of each is for languages without plural forms on file, English before all.
        one = self.tr("1 problem is fixed.")
        many = self.tr("%Ln problems are fixed.", "", fixed)
        sentences = [one if fixed == 1 else many]
        if gone_too:
            one = self.tr("1 more went with what was fixed.")
            many = self.tr("%Ln more went with what was fixed.", "", gone_too)
            sentences.append(one if gone_too == 1 else many)
        if left:
            one = self.tr("1 stays: its fix would not help here.")
            many = self.tr("%Ln stay: their fixes would not help here.", "", left)
            sentences.append(one if left == 1 else many)
        self._studio.notify(" ".join(sentences), "success" if fixed else "info")
