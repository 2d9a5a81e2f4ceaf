"""Keeps the list of problems in step with the source and its fixes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.health.cleaned_book import CleanedBook
from abcstudio.corpus.health.fixes import (
    Fixes,
    fixed_at_once,
    fixes_of,
    fixes_of_all,
    left_out,
)
from abcstudio.corpus.health.line_differences import line_differences
from abcstudio.corpus.health.problem import CHANGED, REPEATS, HealthProblem
from abcstudio.corpus.health.scan import (
    HealthProgress,
    HealthScanner,
    ProblemKind,
    kinds_of,
)
from abcstudio.messages import Phrase
from abcstudio.notation.diagnostics import Severity
from abcstudio.recipes.health.source_health import source_health
from abcstudio.ui.datasets.health.fix_history import FixHistory
from abcstudio.ui.datasets.health.health_view import HealthView
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence, message
from abcstudio.workers.tunes import TunesRead


def changed_tunes(book: CleanedBook) -> tuple[ProblemKind, ...]:
    """Return the kind that holds a row for each changed tune; nothing where none is changed."""
    rows = tuple(_row(place, book.texts[place]) for place in book.changed)
    return (ProblemKind(CHANGED, Severity.HINT, rows),) if rows else ()


def _row(place: int, text: str | None) -> HealthProblem:
    words = "health.says.left-out" if text is None else "health.says.changed"
    return HealthProblem(kind=CHANGED, severity=Severity.HINT, words=Phrase(words), place=place)


class HealthPresenter(QObject):
    """Scans the tunes once its view is in sight, and again after each fix.

    Signals:
        listed: Other problems are listed, or another one is chosen.
    """

    listed = Signal()

    def __init__(self, view: HealthView, sources: TuneSources, studio: Studio) -> None:
        super().__init__(view)
        self._view = view
        self._studio = studio
        self.history = FixHistory(view.isVisible, self)
        self._read: TunesRead | None = None
        self._before = Path(), CleanedBook((), ())
        self._problems: tuple[HealthProblem, ...] = ()
        self._scanner = HealthScanner()
        self._is_stale = True
        # The kind of which all were fixed last, until it is looked again.
        self._fixed_kind = ""
        # The kinds of which one is to be shown once they are listed.
        self._awaited: tuple[str, ...] = ()
        self._scan, self._fixing, self._preview = (LatestJob(studio) for _ in range(3))
        sources.started.connect(self._forget)
        sources.finished.connect(self._on_read)
        view.kinds.kind_chosen.connect(self._show_kind)
        view.problems.problem_chosen.connect(self._show_problem)
        self.history.book_changed.connect(self._on_book_changed)
        self._show_idle()

    @property
    def problems(self) -> tuple[HealthProblem, ...]:
        """What was found."""
        return self._problems

    @property
    def book(self) -> CleanedBook:
        """The tunes as cleaning has left them."""
        return self.history.book

    @property
    def is_busy(self) -> bool:
        """Whether problems are looked for or fixed."""
        return self._scan.is_running or self._fixing.is_running

    @property
    def chosen(self) -> HealthProblem | None:
        """The problem that is chosen in the view, None while that is not in front."""
        return self._view.problems.problem if self._lists else None

    @property
    def chosen_kind(self) -> ProblemKind | None:
        """The kind of problem that is chosen, likewise."""
        return self._view.kinds.kind if self._lists else None

    @property
    def _lists(self) -> bool:
        return self._view.shows_problems and self._view.isVisible()

    def come_into_sight(self) -> None:
        """Scan, unless what is listed is of these tunes."""
        if self._is_stale and self._read is not None and not self._scan.is_running:
            self.scan()
        self.history.changed.emit()

    def scan(self) -> None:
        """Look for problems in the background."""
        if self._read is None:
            return
        self._is_stale = False
        read = self._read
        work = partial(source_health, read.path, read.reading, self.book, self._scanner)
        self._scan.run(work, self._on_scanned, self._on_failed, self._on_progress)
        if not self._view.shows_problems:
            self._show_progress(HealthProgress(0, len(self.book.kept)))

    def cancel(self) -> None:
        """Give up looking for problems."""
        self._scan.cancel()
        self._is_stale = True
        self._show_idle()

    def fix(self) -> None:
        """Fix the chosen problem's tune."""
        problem = self.chosen
        if problem is not None and problem.can_fix:
            self._fix(problem.kind, (problem.place,), guesses=True)

    def fix_kind(self) -> None:
        """Fix all problems of the chosen kind."""
        kind = self.chosen_kind
        if kind is not None and kind.fixable:
            if not self.is_busy:
                self._fixed_kind = kind.kind
            self._fix(kind.kind, tuple(dict.fromkeys(one.place for one in kind.fixable)))

    def fix_all(self) -> None:
        """Fix the problems of all kinds in one step, then show the changed tunes."""
        kinds = fixed_at_once(kinds_of(self._problems))
        if kinds and self._may_fix():
            self._awaited = (CHANGED,)
            self._run(partial(fixes_of_all, self.book, kinds), self.tr("all problems"))

    def show_repeats(self) -> None:
        """Show the tunes that are there more than once, as soon as they are found."""
        self._awaited = REPEATS
        if self._view.shows_problems and not self.is_busy:
            self._show_awaited()

    def leave_out(self) -> None:
        """Leave out the chosen problem's tune."""
        problem = self.chosen
        if problem is not None and not problem.concerns_file:
            tune = self.book.tune(problem.place)
            words = self.tr("leaving out “{0}”").format(tune.title or self.tr("Untitled"))
            self.history.make(left_out((problem.place,)), words)

    def _fix(self, kind: str, places: tuple[int, ...], *, guesses: bool = False) -> None:
        if self._may_fix():
            work = partial(fixes_of, self.book, kind, places, guesses=guesses)
            self._run(work, message(f"health.{kind}"))

    def _may_fix(self) -> bool:
        """Return whether problems can be fixed now; say why where they cannot."""
        if self.is_busy:
            # What is listed may be fixed already. The buttons stay enabled, so that they keep the
            # focus from one fix to the next.
            self._studio.notify(self.tr("Problems are being looked for: fix more once it is done."))
        return not self.is_busy

    def _run(self, work: Callable[..., Fixes], words: str) -> None:
        self._fixing.run(work, partial(self._on_fixed, words), self._on_failed)
        self.listed.emit()

    def _on_fixed(self, words: str, fixes: Fixes) -> None:
        self.history.make(fixes, words)
        if not fixes.changes:
            # Nothing is looked for again.
            self._fixed_kind, self._awaited = "", ()
        if fixes.unchanged:
            one = self.tr("One tune stays as it is: its fix would change the music.")
            more = self.tr(
                "%Ln tunes stay as they are: their fixes would change the music.",
                "",
                fixes.unchanged,
            )
            self._studio.notify(one if fixes.unchanged == 1 else more)
        self.listed.emit()

    def _forget(self) -> None:
        for job in (self._scan, self._fixing, self._preview):
            job.cancel()
        if self._read is not None:
            # Read again, what was fixed stays fixed.
            self._before = self._read.path, self.book
        self._read, self._problems, self._is_stale = None, (), True
        self._scanner = HealthScanner()
        self.history.begin(CleanedBook((), ()))
        self._show_idle()

    def _on_read(self, read: TunesRead) -> None:
        self._read = read
        self.history.begin(CleanedBook.of(read.tunes))
        path, book = self._before
        self._before = Path(), CleanedBook((), ())
        if path == read.path:
            self.history.make(Fixes(book.changes_for(read.tunes)), self.tr("the fixes before"))

    def _on_book_changed(self) -> None:
        self._is_stale = True
        if self._view.isVisible():
            self.scan()
        if self._view.shows_problems:
            self._show_summary()

    def _on_progress(self, progress: HealthProgress) -> None:
        self._show_progress(progress)

    def _on_scanned(self, problems: tuple[HealthProblem, ...]) -> None:
        self._problems = problems
        fixed, self._fixed_kind = self._fixed_kind, ""
        # A button that does nothing for the next kind would pass the focus on to any other.
        is_at_button = self._view.fix_kind.hasFocus()
        kinds = (*kinds_of(problems), *changed_tunes(self.book))
        if kinds:
            self._view.show_problems()
            self._view.kinds.set_kinds(kinds)
            if fixed and is_at_button:
                self._view.go_past(fixed)
        else:
            count = len(self.book.kept)
            # The first is for languages without plural forms on file, English before all.
            one, more = self.tr("1 tune is well"), self.tr("All %Ln tunes are well", "", count)
            sentence = self.tr("No problem was found in them.")
            self._view.state.show_state(one if count == 1 else more, sentence)
            self._view.show_state()
        self._show_awaited()
        self._show_summary()
        self.listed.emit()

    def _show_awaited(self) -> None:
        """Go to the kind that was asked for; say so where no tune is there twice."""
        awaited, self._awaited = self._awaited, ()
        if awaited and not self._view.kinds.go_to(awaited) and awaited == REPEATS:
            self._studio.notify(self.tr("No tune of this source is there twice."))

    def _on_failed(self, error: Exception) -> None:
        ways = [(self.tr("Try again"), self.scan)]
        title = self.tr("These tunes cannot be looked through")
        self._view.state.show_state(title, error_sentence(error), ways)
        self._view.show_state()
        self.listed.emit()

    def _show_progress(self, progress: HealthProgress) -> None:
        looks, compares = self.tr("Looking for problems…"), self.tr("Comparing melodies…")
        title = compares if progress.compares else looks
        if self._view.shows_problems:
            # What is listed stays until it is found anew.
            self._view.show_progress_below(title, progress)
        else:
            self._view.show_progress(title, progress, (self.tr("Cancel"), self.cancel))

    def _show_idle(self) -> None:
        self._view.state.show_state(
            self.tr("Are these tunes well?"),
            self.tr(
                "One look finds measures that do not add up, tunes that are there twice in any "
                "key, missing fields and odd characters. Nothing on disk is changed."
            ),
            [(self.tr("Look for problems"), self.scan)],
        )
        self._view.show_state()
        self._view.summary.clear()
        self.listed.emit()

    def _show_summary(self) -> None:
        changed, count = len(self.book.changed), len(self._problems)
        one, more = self.tr("1 problem"), self.tr("%Ln problems", "", count)
        words = one if count == 1 else more
        if changed:
            one, more = self.tr("1 tune changed"), self.tr("%Ln tunes changed", "", changed)
            fixed = one if changed == 1 else more
            words = self.tr("{0}, {1}").format(words, fixed)
        self._view.summary.setText(words)

    def _show_kind(self) -> None:
        kind = self._view.kinds.kind
        problems = kind.problems if kind is not None else ()
        fixable = kind.fixable if kind is not None else ()
        self._view.problems.set_problems(problems, self.book.tunes)
        self._view.show_kind_count(len({one.place for one in fixable}))

    def _show_problem(self) -> None:
        problem = self.chosen
        self._view.show_chosen(problem)
        self._preview.cancel()
        if problem is not None and problem.kind == CHANGED:
            before, after = self.book.tunes[problem.place].text, self.book.texts[problem.place]
            self._view.difference.set_lines(line_differences(before, after))
        elif problem is not None and problem.can_fix:
            work = partial(fixes_of, self.book, problem.kind, (problem.place,), guesses=True)
            self._preview.run(work, partial(self._show_difference, problem))
        self.listed.emit()

    def _show_difference(self, problem: HealthProblem, fixes: Fixes) -> None:
        text = self.book.texts[problem.place]
        if text is not None:
            after = fixes.changes.get(problem.place, text)
            self._view.difference.set_lines(line_differences(text, after))
