"""Keeps the panel of all problems in step with the text, and makes the requested fixes.

Over 400 lines, a quarter of which are tables of commands.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from abcstudio.corpus.tune import Tune
from abcstudio.notation.diagnostics import Diagnostic, Fix
from abcstudio.notation.editing.fix_check import fixed_text
from abcstudio.notation.editing.fixing import FixResult
from abcstudio.notation.editing.writer import Edit, apply_changes
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.desk.file_check import FileCheck, piece_of
from abcstudio.ui.composer.desk.tune_desk import ChangedTune, TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneWatch
from abcstudio.ui.composer.problems.problem_rows import ProblemRow
from abcstudio.ui.composer.problems.problems_panel import ProblemsPanel
from abcstudio.ui.composer.problems.problems_strip import ProblemsStrip
from abcstudio.ui.controls.side_tabs import SideTabs
from abcstudio.ui.documents.change_notice import ChangeNotice
from abcstudio.ui.documents.document import Document
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP
from abcstudio.workers.checking import TunesFixed, fix_tunes
from abcstudio.workers.job import Job

_MANY, _MANY_PAUSE_MS = 500, 400
_NAME = "problems"

_FIX_COMMANDS = (
    CommandSpec(
        id="tune.fix_problem",
        words=QT_TRANSLATE_NOOP("ProblemsPresenter", "&Fix the problem"),
        tooltip=QT_TRANSLATE_NOOP(
            "ProblemsPresenter", "Change the text as the line under the editor suggests"
        ),
        keys="Ctrl+.",
        icon="wand",
        section="problems",
    ),
    CommandSpec(
        id="tune.fix_alike",
        words=QT_TRANSLATE_NOOP("ProblemsPresenter", "Fix all li&ke this problem"),
        tooltip=QT_TRANSLATE_NOOP(
            "ProblemsPresenter", "Fix all problems of the same kind, as one step to undo"
        ),
        keys="Ctrl+Shift+F8",
        icon="wand",
        section="problems",
    ),
    CommandSpec(
        id="tune.fix_all",
        words=QT_TRANSLATE_NOOP("ProblemsPresenter", "Fix all &problems"),
        tooltip=QT_TRANSLATE_NOOP(
            "ProblemsPresenter", "Fix all problems that have a known fix, as one step to undo"
        ),
        keys="Alt+Shift+F8",
        icon="wand",
        section="problems",
    ),
)

_GO_COMMANDS = (
    CommandSpec(
        id="tune.next_problem",
        words=QT_TRANSLATE_NOOP("ProblemsPresenter", "Ne&xt problem"),
        tooltip=QT_TRANSLATE_NOOP("ProblemsPresenter", "Go to the next problem"),
        keys="F8",
        icon="alert-triangle",
        section="problems",
    ),
    CommandSpec(
        id="tune.previous_problem",
        words=QT_TRANSLATE_NOOP("ProblemsPresenter", "Pre&vious problem"),
        tooltip=QT_TRANSLATE_NOOP("ProblemsPresenter", "Go to the problem before"),
        keys="Shift+F8",
        section="problems",
    ),
)

_VIEW_COMMANDS = (
    CommandSpec(
        id="view.problems",
        words=QT_TRANSLATE_NOOP("ProblemsPresenter", "&Problems"),
        tooltip=QT_TRANSLATE_NOOP(
            "ProblemsPresenter", "List all problems of the tune, or of the whole text"
        ),
        keys="Ctrl+Shift+K",
        icon="alert-triangle",
        section="panels",
    ),
)


class ProblemsPresenter(QObject):
    """Fills the panel, goes to problems, and makes fixes that hold what they promise.

    Signals:
        side_requested: The panel is to come to the front. Carries its name.
        listed: The problems were counted again; the panel lists them where it is visible.
    """

    side_requested = Signal(str)
    listed = Signal()

    def __init__(
        self,
        desk: TuneDesk,
        editor: AbcEditor,
        watch: TuneWatch,
        strip: ProblemsStrip,
        side: SideTabs,
        panel: ProblemsPanel,
        check: FileCheck,
        studio: Studio,
        actions: Actions,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._editor = editor
        self._watch = watch
        self._strip = strip
        self._side = side
        self._panel = panel
        self._check = check
        self._studio = studio
        self._job: Job | None = None
        self._fixing = (0, 0)
        # To list what thousands of tunes have takes longer than a key may.
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.setInterval(_MANY_PAUSE_MS)
        self._filling.timeout.connect(self._fill_of_many)
        commands = self._add_commands(actions)
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
        watch.tune_changed.connect(self._show)
        watch.tunes_known.connect(self._fill_of_many)
        self._show()
        for group in commands:
            group.follow(desk.changed, strip.shown_changed, self.listed)

    def close(self) -> None:
        """Fix nothing more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

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
        if view is not None and found is not None and self._fix(view.tune, found):
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def _add_commands(self, actions: Actions) -> tuple[CommandGroup, ...]:
        what_to_do = {
            "tune.fix_problem": self._strip.request_fix,
            "tune.fix_alike": self.fix_alike,
            "tune.fix_all": self.fix_all,
            "tune.next_problem": self._go_to_next,
            "tune.previous_problem": self._go_to_previous,
            "view.problems": self.show_panel,
        }
        reasons = {
            "tune.fix_problem": self._why_not_shown,
            "tune.fix_alike": self._why_not_alike,
            "tune.fix_all": self._why_not_all,
        }
        page = "composer"
        going = CommandGroup(actions, self, menu="tune", page=page, why_not=self._why_nowhere)
        going.add_all(_GO_COMMANDS, what_to_do)
        fixing = CommandGroup(actions, self, menu="tune", page=page)
        for spec in _FIX_COMMANDS:
            fixing.add(spec, what_to_do[spec.id], reasons[spec.id])
        views = CommandGroup(actions, self, menu="view", page=page)
        views.add_all(_VIEW_COMMANDS, what_to_do)
        return going, fixing

    def _go_to_next(self) -> None:
        self._strip.go_after(self._editor.caret())

    def _go_to_previous(self) -> None:
        self._strip.go_before(self._editor.selection().start)

    def _rows(self) -> Iterator[ProblemRow]:
        """Yield the findings that are to be listed, in the order of the text."""
        watch = self._watch
        view = watch.view
        if self._desk.document.is_composing or view is None:
            return
        if not self._panel.is_of_file:
            yield from (ProblemRow(view.tune, found) for found in view.score.diagnostics)
            return
        for tune in watch.known_tunes:
            for found in self._check.found(tune) or ():
                yield ProblemRow(tune, found)

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
        rows = tuple(self._rows())
        self._side.set_count(_NAME, len(rows))
        if self._panel.isVisible():
            document = self._desk.document
            self._panel.set_problems(
                rows,
                self._editor.text(),
                may_fix=not document.is_composing and self._job is None,
                has_tune=self._watch.view is not None,
            )
        self.listed.emit()

    def _show_work(self) -> None:
        if self._job is not None:
            done, total = self._fixing
            self._panel.show_work(done, total, is_running=total > 1, is_stopped=False)
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

    def _why_nowhere(self) -> str:
        none = self.tr("Nothing is doubtful in this tune.")
        return self._desk.why_no_writing() or ("" if self._strip.problems else none)

    def _why_not_shown(self) -> str:
        no_fix = self.tr("No fix is known for the problem at the caret.")
        return self._desk.why_no_writing() or ("" if self._strip.shown_fix else no_fix)

    def _why_not_alike(self) -> str:
        shown = self._strip.shown
        return self._why_unfixable(shown is not None and shown.fix is not None)

    def _why_not_all(self) -> str:
        return self._why_unfixable(any(row.found.fix is not None for row in self._rows()))

    def _why_unfixable(self, has_fix: bool) -> str:
        no_fix = self.tr("No fix is known for a problem here.")
        return self._desk.why_no_writing() or ("" if has_fix else no_fix)

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
        if self._job is not None:
            self._job.cancel()
        else:
            self._check.stop()

    def _on_fix_kind(self, row: ProblemRow) -> None:
        self._fix_many((row.found.code,))

    # Fixing many

    def _fix_many(self, codes: Collection[str] | None) -> None:
        self._watch.settle()
        document = self._desk.document
        if self._job is not None or document.is_composing:
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
                self.tr("The text has changed meanwhile, so nothing was fixed."), "info"
            )
            return
        edits = [
            Edit(Span(tune.offset, tune.offset + len(tune.text)), fixed.text)
            for tune, fixed in zip(tunes, result.results, strict=True)
            if fixed.text != tune.text
        ]
        if self._desk.rewrite_document(document, apply_changes(text, edits)):
            document.large.when_whole(partial(self._tell, document, result.results))

    def _on_fixing_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._show_work()
            self._fill()

    def _tell(self, document: Document, results: Sequence[FixResult]) -> None:
        """Say what became of as many problems as the button promised, and of those beside them."""
        fixed = sum(one.fixed for one in results)
        left = sum(one.left for one in results)
        gone_too = sum(one.gone_too for one in results)
        # The first of each is for languages without plural forms on file, English before all.
        one = self.tr("1 problem is fixed.")
        many = self.tr("%Ln problems are fixed.", "", fixed)
        sentences = [one if fixed == 1 else many]
        if gone_too:
            one = self.tr("This fix removed 1 other problem too.")
            many = self.tr("These fixes removed %Ln other problems too.", "", gone_too)
            sentences.append(one if gone_too == 1 else many)
        if left:
            one = self.tr("1 stays: its fix would not help here.")
            many = self.tr("%Ln stay: their fixes would not help here.", "", left)
            sentences.append(one if left == 1 else many)
        notice = self._studio.notify(" ".join(sentences), "success" if fixed else "info")
        ChangeNotice(self._studio, document, notice)
