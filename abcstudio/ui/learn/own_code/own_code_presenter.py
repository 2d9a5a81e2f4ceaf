"""Keeps the view of own code in step with the lessons, and with what the code does."""

from math import log
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QObject

from abcstudio.errors import LessonError
from abcstudio.lessons.own_code import LESSONS
from abcstudio.recipes.lessons.own_runs import newest_own_run
from abcstudio.recipes.lessons.own_training import OwnStep, OwnTrainRequest
from abcstudio.recipes.lessons.own_writing import Answers, OwnWriteRequest, missing_lessons
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.learn.course_keeper import CourseKeeper
from abcstudio.ui.learn.lesson_presenter import LessonPresenter
from abcstudio.ui.learn.own_code.function_list import FunctionRow
from abcstudio.ui.learn.own_code.own_code_session import OwnCodeSession
from abcstudio.ui.learn.own_code.own_code_view import OwnCodeView
from abcstudio.ui.services.edition import why_no_torch
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence, message
from abcstudio.workers.job import plain_work

_BROKEN = "lesson.own_broken"


class OwnCodePresenter(QObject):
    """Says what lacks, begins what is asked for, shows what comes.

    Attributes:
        session: The training or writing under way.
    """

    def __init__(
        self,
        view: OwnCodeView,
        lessons: LessonPresenter,
        keeper: CourseKeeper,
        tunes: Path,
        studio: Studio,
    ) -> None:
        super().__init__(view)
        session = self.session = OwnCodeSession(studio, self)
        self._view = view
        self._lessons, self._keeper, self._studio = lessons, keeper, studio
        self._tunes = tunes
        self._looking = LatestJob(studio)
        self._broken = ""
        self._run: Path | None = None
        self._made: Path | None = None
        self._step: OwnStep | None = None
        self._losses: list[float] = []
        self._val_losses: list[float | None] = []
        self._written = 0
        keeper.read.connect(self.show_functions)
        keeper.standing_changed.connect(self.show_functions)
        lessons.language_changed.connect(self.show_functions)
        view.functions.lesson_chosen.connect(lessons.open_lesson)
        view.start.clicked.connect(self._on_start)
        view.stop.clicked.connect(session.stop)
        view.back.clicked.connect(lessons.come_back)
        view.compose.clicked.connect(self._on_compose)
        view.runs.clicked.connect(self._on_runs)
        view.written.write_requested.connect(self._on_write)
        view.written.listen_requested.connect(self._on_listen)
        session.started.connect(self._on_started)
        session.run_made.connect(self._on_run_made)
        session.reported.connect(self._on_reported)
        session.finished.connect(self._on_finished)
        session.wrote.connect(self._on_wrote)
        session.stopped.connect(self._on_stopped)
        session.failed.connect(self._on_failed)
        session.ended.connect(self._show_state)
        studio.closing.connect(session.close)
        self._show_curve()
        self.show_functions()

    def open(self) -> None:
        """Look for the newest run of own code, so that it can write without another training."""
        if self._run is None and not self.session.is_running:
            work = plain_work(newest_own_run, self._studio.runs_folder)
            self._looking.run(work, self._on_found)
        self.show_functions()

    def show_functions(self) -> None:
        """Show which functions are there, and say which lessons lack."""
        missing = self._missing()
        self._view.functions.show_rows(
            [
                FunctionRow(
                    function=function,
                    lesson=lesson,
                    title=self._title(lesson),
                    is_passed=lesson not in missing,
                    is_broken=lesson == self._broken,
                )
                for function, lesson in LESSONS.items()
            ]
        )
        has_run = self._step is not None or self._view.said.kind in ("right", "wrong", "error")
        if not self.session.is_running and not has_run:
            self._view.said.say(self._first_words(missing))
        self._show_state()

    def _first_words(self, missing: tuple[str, ...]) -> str:
        """Return what is said before anything has run."""
        if words := why_no_torch():
            return words
        if not missing:
            return self.tr("All six functions are there: your code can train.")
        titles = "; ".join(self._title(lesson) for lesson in missing)
        return self.tr("Before your code can train a network, pass: {0}.").format(titles)

    def _missing(self) -> tuple[str, ...]:
        return missing_lessons(self._keeper.standing, self._keeper.answer)

    def _title(self, lesson: str) -> str:
        """Return the number and the title of a lesson in the language of the lessons."""
        course = self._keeper.course
        known = course.lessons if course is not None else ()
        found = next((each for each in known if each.name == lesson), None)
        if found is None:
            return lesson
        words = self.tr("{0} “{1}”")
        number = lesson.partition("-")[0].lstrip("0")
        return words.format(number, found.text(self._lessons.language).title)

    def _answers(self) -> Answers:
        found = {lesson: self._keeper.answer(lesson) for lesson in LESSONS.values()}
        return {lesson: code for lesson, code in found.items() if code is not None}

    def _show_state(self) -> None:
        """Switch on what can be done now; what cannot be says why."""
        view, is_running = self._view, self.session.is_running
        has_all = not self._missing()
        view.show_running(is_running)
        why = why_no_torch()
        can_run = has_all and not why
        if not has_all:
            why = why or self.tr("First pass the lessons that are marked.")
        view.start.setEnabled(can_run and not is_running)
        view.start.setToolTip(why or self.tr("Trains a network with your six functions"))
        if can_run and self._run is None:
            why = self.tr("First train a network with your code.")
        elif is_running:
            why = self.tr("Your code is at work.")
        view.written.allow(why)
        has_run = (self._run or self._made) is not None
        view.show_network(self._run is not None and not is_running)
        view.runs.setVisible(has_run and not is_running)

    def _on_found(self, run: Path | None) -> None:
        if self._run is None:
            self._run = run
            self._show_state()

    def _on_start(self) -> None:
        config = self._view.form.config()
        if config is None or self._missing():
            return
        self._losses, self._val_losses, self._step, self._made = [], [], None, None
        self._view.bar.setRange(0, 0)
        self._view.written.show_text("", "")
        self._show_curve()
        request = OwnTrainRequest(
            tunes=(),
            answers=self._answers(),
            runs=self._studio.runs_folder,
            config=config,
            name=self._view.form.run_name,
        )
        self.session.start(request, self._tunes)

    def _on_write(self, prompt: str, length: int) -> None:
        if self._run is None:
            return
        self._written += 1
        self._view.bar.setRange(0, 0)
        self.session.write(
            OwnWriteRequest(
                run=self._run,
                answers=self._answers(),
                prompt=prompt,
                length=length,
                rng_seed=self._written,
            )
        )

    def _on_started(self) -> None:
        self._broken = ""
        self._view.said.say(self.tr("Your code is getting ready…"))
        self.show_functions()

    def _on_run_made(self, run: Path) -> None:
        self._made = run

    def _on_reported(self, report: OwnStep) -> None:
        self._step, self._run, step = report, report.run, report.progress
        self._losses += step.losses
        self._val_losses += [None] * (len(self._losses) - len(self._val_losses))
        if step.val_loss is not None and self._val_losses:
            self._val_losses[-1] = step.val_loss
        self._view.bar.setRange(0, step.steps)
        self._view.bar.setValue(step.step)
        self._view.said.say(self._step_words(report))
        if step.sample is not None:
            title = self.tr("Step {0}: your generate_text writes")
            self._view.written.show_text(title.format(QLocale().toString(step.step)), step.sample)
        self._show_curve()

    def _step_words(self, report: OwnStep) -> str:
        locale, step = QLocale(), report.progress
        words = self.tr("Step {0} of {1}, loss {2}").format(
            locale.toString(step.step),
            locale.toString(step.steps),
            locale.toString(step.smoothed_loss, "f", 3),
        )
        held = next((loss for loss in reversed(self._val_losses) if loss is not None), None)
        if held is None:
            return words
        return self.tr("{0}, on held-out tunes {1}").format(words, locale.toString(held, "f", 3))

    def _show_curve(self) -> None:
        picture: dict[str, Any] = {"title": "losses", "lines": []}
        if self._losses:
            picture["lines"].append({"name": "loss", "from": 1, "values": self._losses})
        known = [place for place, loss in enumerate(self._val_losses) if loss is not None]
        if known:
            values = self._val_losses[known[0] : known[-1] + 1]
            line = {"name": "held out", "from": known[0] + 1, "values": values}
            picture["lines"].append(line)
        if self._step is not None:
            characters = self._step.characters
            picture |= {"level": log(characters), "level_name": f"ln {characters}"}
        self._view.curve.show_picture(picture)

    def _on_finished(self, run: Path) -> None:
        self._run = run
        words = self.tr("Your code trained this network. {0}.")
        ends = self._step_words(self._step) if self._step is not None else ""
        self._view.said.say(words.format(ends), "right")
        self._studio.refresh_models()

    def _on_wrote(self, text: str) -> None:
        run = RunFolder(self._run).path.name if self._run is not None else ""
        self._view.written.show_text(
            self.tr("Your generate_text wrote this with {0}").format(run), text
        )
        self._view.said.say(self.tr("Your generate_text has written a text."), "right")

    def _on_stopped(self) -> None:
        words = self.tr("Stopped. What was learned is kept.")
        self._view.said.say(words)
        self._forget_empty_run()
        self._studio.refresh_models()

    def _on_failed(self, error: Exception) -> None:
        words, kind = error_sentence(error), "error"
        if isinstance(error, LessonError) and error.message_id == _BROKEN:
            self._broken, kind = str(error.parameters["lesson"]), "wrong"
            title = self._title(self._broken)
            words = message(_BROKEN, {**error.parameters, "lesson": title})
        self._view.said.say(words, kind)
        self._forget_empty_run()
        self.show_functions()

    def _forget_empty_run(self) -> None:
        """Write with no run that has learned nothing."""
        if self._run is not None and RunFolder(self._run).model is None:
            self._run = None

    def _on_compose(self) -> None:
        model = RunFolder(self._run).model if self._run is not None else None
        if model is not None:
            self._studio.refresh_models()
            self._studio.compose_with(model)

    def _on_runs(self) -> None:
        self._studio.page_requested.emit("training")
        # That which stopped before it had learned anything says there why.
        self._studio.run_requested.emit(self._made or self._run)

    def _on_listen(self, text: str) -> None:
        self._studio.open_in_composer(text, self.tr("Tunes of my code"))
