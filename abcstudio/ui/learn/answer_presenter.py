"""The answer to the open lesson: kept while it is typed, checked, helped with hints."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from abcstudio.lessons.judging import Verdict
from abcstudio.lessons.lesson import Lesson, LessonText
from abcstudio.lessons.progress import Passed, told_by
from abcstudio.ui.learn.check_session import CheckSession
from abcstudio.ui.learn.course_keeper import CourseKeeper
from abcstudio.ui.learn.lesson_presenter import LessonPresenter
from abcstudio.ui.learn.output_panel import OutputPanel
from abcstudio.ui.learn.work_panel import WorkPanel
from abcstudio.ui.services.edition import why_no_torch
from abcstudio.ui.words.translation import error_sentence, message


class AnswerPresenter(QObject):
    """Keeps cell, verdict and output in step with the open lesson.

    Signals:
        changed: What can be done with the answer may have changed.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        lessons: LessonPresenter,
        work: WorkPanel,
        output: OutputPanel,
        keeper: CourseKeeper,
        session: CheckSession,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._lessons = lessons
        self._work = work
        self._output = output
        self._keeper = keeper
        self._session = session
        self._lesson: Lesson | None = None
        self._hints = 0
        self._checked = ""
        self._verdict: Verdict | None = None
        lessons.opened.connect(self._on_opened)
        lessons.page_opened.connect(self._on_nothing_to_check)
        lessons.fault_opened.connect(self._on_nothing_to_check)
        lessons.left.connect(self._on_nothing_to_check)
        lessons.language_changed.connect(self._on_language_changed)
        keeper.read.connect(self._on_read)
        keeper.answer_changed.connect(self._on_answer_changed)
        work.cell.textChanged.connect(self._on_typed)
        work.guess.guessed.connect(self._on_guessed)
        session.started.connect(self._on_started)
        session.answered.connect(self._on_answered)
        session.stopped.connect(self._on_stopped)
        session.failed.connect(self._on_failed)

    @property
    def is_done(self) -> bool:
        """Whether the open lesson has been passed."""
        return self._lesson is not None and bool(self._keeper.standing(self._lesson.name).done)

    @property
    def has_more_hints(self) -> bool:
        """Whether the open lesson has a hint that is not shown."""
        text = self._text()
        return text is not None and self._hints < len(text.hints)

    def check(self) -> None:
        """Check the answer in the cell."""
        if self._lesson is not None:
            if not self._session.is_running:
                self._checked = self._work.cell.toPlainText()
            self._session.start(self._lesson, self._checked)

    def give_hint(self) -> None:
        """Show the next hint under those before it."""
        if self._lesson is not None and self.has_more_hints:
            self._hints += 1
            most = max(self._hints, self._keeper.standing(self._lesson.name).hints)
            self._keeper.change(self._lesson.name, hints=most)
            self._show_hints()
            self.changed.emit()

    def start_anew(self) -> None:
        """Bring the cell back as the lesson gives it; that can be undone."""
        if self._lesson is not None:
            self._work.cell.replace_code(self._lesson.cell_in(self._lessons.language))
            self._keeper.change(self._lesson.name, edition=self._lesson.edition)
            self._work.cell.setFocus()

    def show_solution(self) -> None:
        """Show the solution of a lesson that is done, to compare with."""
        if self._lesson is not None:
            self._output.show_solution(self._lesson.solution_in(self._lessons.language))

    def _on_read(self) -> None:
        if self._keeper.course is not None:
            self._work.signature.show_calls(self._keeper.course.calls)

    def _on_opened(self, lesson: Lesson) -> None:
        self._session.stop()
        self._lesson, self._hints, self._verdict = lesson, 0, None
        self._work.setEnabled(True)
        self._work.cell.show_code(lesson.name, self._code_of(lesson))
        self._translate_cell(lesson)
        self._output.show_output("")
        self._output.show_picture(None)
        self._output.show_guess("")
        self._say_again()
        self._session.warm(lesson)
        self._keeper.look_for_another(lesson.name)
        self.changed.emit()

    def _code_of(self, lesson: Lesson) -> str:
        """Return what was typed; where that is nothing, the cell in the language of the lessons."""
        answer = self._keeper.answer(lesson.name)
        if answer is None or lesson.is_cell(answer):
            return lesson.cell_in(self._lessons.language)
        return answer

    def _translate_cell(self, lesson: Lesson) -> None:
        """Put a cell in which nothing was typed into the language of the lessons."""
        shown, wanted = self._work.cell.toPlainText(), self._code_of(lesson)
        if shown != wanted and lesson.is_cell(shown):
            self._work.cell.replace_code(wanted)

    def _on_language_changed(self) -> None:
        if self._lesson is not None:
            self._translate_cell(self._lesson)
        self._say_again()

    def _on_answer_changed(self, name: str) -> None:
        """Show what another window has typed; Undo brings back what stood here."""
        answer = self._keeper.answer(name)
        if self._lesson is not None and self._lesson.name == name and answer is not None:
            self._work.cell.replace_code(answer)

    def _on_nothing_to_check(self) -> None:
        self._session.stop()
        self._lesson = self._verdict = None
        self._work.setEnabled(False)
        self._work.cell.show_code("", "")
        self._work.verdict.say("")
        self._work.verdict.show_hints(())
        self._output.show_output("")
        self._output.show_picture(None)
        self._output.show_guess("")
        self.changed.emit()

    def _on_typed(self) -> None:
        lesson = self._lesson
        if lesson is None:
            return
        code, kept = self._work.cell.toPlainText(), self._keeper.answer(lesson.name)
        # Colours change too, and are no change of the code; nor is the language of its comments.
        if code == kept or (lesson.is_cell(code) and (kept is None or lesson.is_cell(kept))):
            return
        if kept is None:
            self._keeper.change(lesson.name, edition=lesson.edition)
        self._keeper.keep_answer(lesson.name, code)

    def _on_guessed(self, guess: str) -> None:
        if self._lesson is not None:
            self._keeper.change(self._lesson.name, guess=guess)

    def _on_started(self) -> None:
        self._verdict = None
        self._work.cell.mark_line(None)
        self._work.verdict.say_busy(self.tr("Your code runs…"))
        self.changed.emit()

    def _on_answered(self, verdict: Verdict) -> None:
        lesson = self._lesson
        if lesson is None:
            return
        self._verdict = verdict
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        standing = self._keeper.standing(lesson.name)
        done = standing.done or (now if verdict.is_passed else "")
        self._keeper.change(lesson.name, attempts=standing.attempts + 1, done=done)
        attempt = {"at": now, "passed": verdict.is_passed, "idea": verdict.idea}
        self._keeper.add_attempt(lesson.name, {**attempt, "seed": verdict.seed})
        if verdict.is_passed:
            answer = told_by(self._checked, lesson.edition)
            self._keeper.keep_passed(lesson.name, answer, Passed(verdict.picture))
        self._output.show_output(verdict.output)
        self._output.show_picture(verdict.picture)
        self._output.show_guess(standing.guess)
        self._work.cell.mark_line(None if verdict.is_passed else verdict.line)
        self._say_again()
        self.changed.emit()

    def _on_stopped(self) -> None:
        self._work.verdict.say(self.tr("The check was stopped."))
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._work.verdict.say(error_sentence(error), "error")
        self.changed.emit()

    def _say_again(self) -> None:
        """Say what there is to say of the answer, in the language of the lessons."""
        self._show_hints()
        self._show_question()
        lesson, verdict, said = self._lesson, self._verdict, self._work.verdict
        if lesson is None or self._session.is_running:
            return
        if verdict is None:
            said.say(self._first_words(lesson))
        elif verdict.is_passed:
            said.say(self._passed_words(verdict), "right")
        else:
            said.say(self._wrong_words(verdict), "wrong")

    def _first_words(self, lesson: Lesson) -> str:
        if words := why_no_torch():
            return words
        edition = self._keeper.standing(lesson.name).edition
        if self._keeper.answer(lesson.name) is None or edition in ("", lesson.edition):
            return self.tr("Fill the gaps, then check your code.")
        return self.tr(
            "This lesson has changed since you began it. Your code is as you left it; Start anew "
            "brings the new cell, and Undo yours again."
        )

    def _passed_words(self, verdict: Verdict) -> str:
        words = [message(verdict.sentence.message_id, verdict.sentence.parameters)]
        text = self._text()
        if text is not None and verdict.idea in text.ideas:
            words = [text.ideas[verdict.idea]]
        following = self._lessons.neighbour(1)
        if following is not None:
            title = following.text(self._lessons.language).title
            words.append(self.tr("Next comes “{0}”.").format(title))
        return " ".join(words)

    def _wrong_words(self, verdict: Verdict) -> str:
        text = self._text()
        if text is None or verdict.idea not in text.ideas:
            said = verdict.sentence
            parameters = said.parameters if text is None else text.in_words(said.parameters)
            return message(said.message_id, parameters)
        words = text.ideas[verdict.idea]
        if verdict.line is None:
            return words
        place = message("lesson.line", {"line": verdict.line})
        return self.tr("{0}: {1}").format(place, words)

    def _show_question(self) -> None:
        text = self._text()
        if text is not None and self._lesson is not None:
            guess = self._keeper.standing(self._lesson.name).guess
            self._work.guess.show_question(text.question, guess)

    def _show_hints(self) -> None:
        text = self._text()
        hints = text.hints[: self._hints] if text is not None else ()
        row = self.tr("Hint {0}: {1}")
        self._work.verdict.show_hints(
            [row.format(number, hint) for number, hint in enumerate(hints, start=1)]
        )

    def _text(self) -> LessonText | None:
        return None if self._lesson is None else self._lesson.text(self._lessons.language)
