"""The lessons and what the person makes of them: read once, kept on disk soon after each change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from abcstudio.lessons.progress import (
    LessonPlace,
    LessonStanding,
    Passed,
    add_attempt,
    write_passed,
    write_place,
)
from abcstudio.lessons.shared_answers import SharedAnswers
from abcstudio.recipes.lessons.course import Course, read_course
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import reason_words
from abcstudio.workers.job import Job, plain_work, saving_work

# A key waits for the next writing and for its end: together below two seconds.
PAUSE_MS = 400
_LONGEST_WRITING_MS = 1000

Writing = Callable[[], Path | None]
"""Writes, and returns where it has put what another window had written, None for nothing."""

Due = dict[tuple[str, str], Writing]


class CourseKeeper(QObject):
    """Reads the lessons in the background, and writes what changes there.

    Args of the constructor:
        folder: That of the lessons.
        own: That of what the person makes of them.

    Signals:
        read: The lessons can be shown.
        failed: There are no lessons to be shown. Carries the exception.
        standing_changed: A lesson was begun, or passed first. Carries its name.
        answer_changed: Another window has kept another answer. Carries the lesson's name.
    """

    read = Signal()
    failed = Signal(object)
    standing_changed = Signal(str)
    answer_changed = Signal(str)

    def __init__(self, studio: Studio, folder: Path, own: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._folder, self._own = folder, own
        self._shared = SharedAnswers(own)
        self._reading = LatestJob(studio)
        self._looking = LatestJob(studio)
        self._course: Course | None = None
        self._standings: dict[str, LessonStanding] = {}
        self._answers: dict[str, str] = {}
        self._place = LessonPlace()
        self._due: Due = {}
        self._writing: Job | None = None
        self._has_failed = False
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._write)

    @property
    def course(self) -> Course | None:
        """The lessons, None before they are read."""
        return self._course

    @property
    def place(self) -> LessonPlace:
        """Where the person is."""
        return self._place

    def start_reading(self) -> None:
        """Begin to read the lessons."""
        work = plain_work(read_course, self._folder, self._own)
        self._reading.run(work, self._on_read, self.failed.emit)

    def standing(self, name: str) -> LessonStanding:
        """Return what has come of a lesson so far."""
        return self._standings.get(name, LessonStanding())

    def answer(self, name: str) -> str | None:
        """Return what was typed into a lesson, None before that."""
        return self._answers.get(name)

    def keep_answer(self, name: str, code: str) -> None:
        """Keep what was typed into a lesson."""
        is_new = name not in self._answers
        self._answers[name] = code
        self._put_off(("answer", name), partial(self._shared.write_answer, name, code))
        if is_new:
            self.standing_changed.emit(name)

    def change(self, name: str, **changes: Any) -> None:
        """Keep what has come of a lesson."""
        before = self.standing(name)
        standing = self._standings[name] = replace(before, **changes)
        self._put_off(("standing", name), partial(self._shared.write_standing, name, standing))
        is_begun = bool(standing.choice or standing.words)
        if standing.done != before.done or is_begun != bool(before.choice or before.words):
            self.standing_changed.emit(name)

    def keep_passed(self, name: str, answer: str, passed: Passed) -> None:
        """Keep which answer to a lesson has passed, by what `told_by` says of it."""
        self._put_off(("passed", name), partial(write_passed, self._own, name, answer, passed))

    def add_attempt(self, name: str, attempt: Mapping[str, Any]) -> None:
        """Keep that a lesson was checked, and what came of it."""
        self._count += 1
        self._put_off(
            (f"attempt {self._count}", name), partial(add_attempt, self._own, name, attempt)
        )

    def go_to(self, **changes: Any) -> None:
        """Keep where the person is: `lesson` and `language`."""
        self._place = replace(self._place, **changes)
        self._put_off(("place", ""), partial(write_place, self._own, self._place))

    def look_for_another(self, name: str) -> None:
        """Begin to look whether another window has kept another answer to a lesson."""
        if ("answer", name) not in self._due:
            work = saving_work(self._shared.another, name)
            self._looking.run(work, partial(self._on_looked, name))

    def write_now(self) -> None:
        """Begin to write what is not kept yet: another window may be about to read it."""
        if self._due and self._writing is None:
            self._timer.stop()
            self._write()

    def write_all(self) -> None:
        """Write what is not kept yet, before something else reads it."""
        self._timer.stop()
        if self._writing is not None:
            # No older text comes after a newer one.
            self._writing.wait(_LONGEST_WRITING_MS)
        self._due, due = {}, self._due
        self._due = _write_all(due).left
        if self._due:
            self._timer.start()

    def close(self) -> None:
        """Write what is not kept yet, and stop."""
        self._timer.stop()
        if self._writing is not None:
            # No older text comes after a newer one.
            self._writing.wait(_LONGEST_WRITING_MS)
        self._due, due = {}, self._due
        _write_all(due)

    def _on_read(self, course: Course) -> None:
        self._course = course
        self._standings.update(course.standings)
        self._answers.update(course.answers)
        for lesson in course.lessons:
            name = lesson.name
            self._shared.know(name, course.answers.get(name), self.standing(name))
        self._place = course.place
        if course.damaged:
            self._studio.tell_damaged(*course.damaged)
        self.read.emit()

    def _put_off(self, key: tuple[str, str], writing: Writing) -> None:
        self._due[key] = writing
        if not self._timer.isActive() and self._writing is None:
            self._timer.start()

    def _write(self) -> None:
        self._due, due = {}, self._due
        job = self._writing = Job(saving_work(_write_all, due))
        job.finished.connect(self._on_written)
        self._studio.start(job)

    def _on_looked(self, name: str, answer: str | None) -> None:
        # What was typed meanwhile is newer, and is kept beside it.
        is_newer = ("answer", name) in self._due or answer == self._answers.get(name)
        if answer is not None and not is_newer:
            self._shared.take(name, answer)
            self._answers[name] = answer
            self.standing_changed.emit(name)
            self.answer_changed.emit(name)

    def _on_written(self, written: "Written") -> None:
        due, error, others = written.left, written.error, written.others
        self._writing = None
        # What was typed meanwhile is newer.
        self._due = {**due, **self._due}
        if error is not None and not self._has_failed:
            words = self.tr("What you type into lessons cannot be kept: {0}")
            self._studio.notify(words.format(reason_words(error)), "warning")
        self._has_failed = error is not None
        for other in others:
            words = self.tr("Another window has typed into this lesson too: that is kept as {0}")
            self._studio.notify(words.format(other), "warning")
        if self._due:
            self._timer.start()


@dataclass(slots=True)
class Written:
    """What has come of writing.

    Attributes:
        left: What could not be written.
        error: Why.
        others: Where answers of other windows are now.
    """

    left: Due = field(default_factory=dict)
    error: OSError | None = None
    others: list[Path] = field(default_factory=list)


def _write_all(due: Due) -> Written:
    """Write what is due; what was typed first, for a writing may take long."""
    written = Written()
    for key, writing in sorted(due.items(), key=lambda each: each[0][0] != "answer"):
        try:
            other = writing()
        except OSError as error:
            written.left[key], written.error = writing, error
        else:
            if other is not None:
                written.others.append(other)
    return written
