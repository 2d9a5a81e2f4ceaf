"""Which lesson is open, in which language, and how the list shows it."""

from collections.abc import Iterator

from PySide6.QtCore import QLocale, QObject, QSignalBlocker, Qt, Signal

from abcstudio.lessons.lesson import Lesson
from abcstudio.lessons.theory import TheoryPage
from abcstudio.recipes.lessons.course import Course
from abcstudio.ui.learn.course_keeper import CourseKeeper
from abcstudio.ui.learn.lesson_list import LessonRow
from abcstudio.ui.learn.lessons_panel import LessonsPanel
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.languages import SYSTEM, language_name
from abcstudio.ui.words.translation import error_sentence


class LessonPresenter(QObject):
    """Opens lessons, and keeps the list in step with what has come of them.

    Signals:
        opened: A lesson is to be shown. Carries it.
        page_opened: A page of theory is to be shown. Carries it.
        fault_opened: A lesson that cannot be used was chosen. Carries its name and why.
        left: Nothing is open any more: the page shows something else.
        language_changed: The lessons are read in another language.
    """

    opened = Signal(object)
    page_opened = Signal(object)
    fault_opened = Signal(str, str)
    left = Signal()
    language_changed = Signal()

    def __init__(
        self, panel: LessonsPanel, keeper: CourseKeeper, studio: Studio, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._keeper = keeper
        self._studio = studio
        self._open: Lesson | TheoryPage | None = None
        self._wanted = ""
        self._is_away = False
        panel.list.lesson_chosen.connect(self.open_lesson)
        panel.language.activated.connect(self._on_language_chosen)
        keeper.read.connect(self._on_read)
        keeper.standing_changed.connect(self._show_rows)
        studio.lesson_requested.connect(self.open_lesson)
        studio.on_change(self._on_window_language, "language")

    @property
    def lesson(self) -> Lesson | None:
        """The open lesson, None for none."""
        return self._open if isinstance(self._open, Lesson) else None

    @property
    def page(self) -> TheoryPage | None:
        """The open page of theory, None for none."""
        return self._open if isinstance(self._open, TheoryPage) else None

    @property
    def language(self) -> str:
        """What the lessons are read in: the person's choice, else the language of the window."""
        if self._keeper.place.language:
            return self._keeper.place.language
        chosen = self._studio.settings.language
        locale = QLocale() if chosen == SYSTEM else QLocale(chosen)
        return QLocale.languageToCode(locale.language())

    def neighbour(self, by: int) -> Lesson | TheoryPage | None:
        """Return what stands so many places after what is open, None for nothing."""
        readable = self._readable()
        if self._open is None:
            return None
        place = readable.index(self._open) + by
        return readable[place] if 0 <= place < len(readable) else None

    def open_lesson(self, name: str) -> None:
        """Open a lesson or a page of theory by its name, as soon as the lessons are read."""
        course = self._keeper.course
        self._is_away = False
        if course is None:
            self._wanted = name
            return
        if (fault := course.faults.get(name)) is not None:
            self._open = None
            self.fault_opened.emit(name, error_sentence(fault))
            return
        found = next((each for each in self._readable() if each.name == name), None)
        if found is None:
            return
        self._open = found
        self._keeper.go_to(lesson=name)
        self._panel.list.show_current(name)
        if isinstance(found, Lesson):
            self.opened.emit(found)
        else:
            self._take_focus()
            self.page_opened.emit(found)

    def leave(self) -> None:
        """Open nothing; where the person was stays known."""
        self._open, self._is_away = None, True
        self._panel.list.show_current("")
        self._take_focus()
        self.left.emit()

    def come_back(self) -> None:
        """Open what was open before."""
        self._is_away = False
        self._open_any()

    def open_neighbour(self, by: int) -> None:
        """Open the lesson that stands so many places after the open one."""
        following = self.neighbour(by)
        if following is not None:
            self.open_lesson(following.name)

    def _take_focus(self) -> None:
        """Take the focus to the list before the cell is greyed: the window then seeks no heir."""
        if self._panel.isVisible():
            self._panel.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _readable(self) -> tuple[Lesson | TheoryPage, ...]:
        course = self._keeper.course
        return (*course.lessons, *course.theory) if course is not None else ()

    def _on_read(self) -> None:
        self._show_languages()
        self._show_rows()
        if not self._is_away:
            self._open_any()

    def _open_any(self) -> None:
        """Open what is asked for, else where the person was, else what is not done yet."""
        names = [lesson.name for lesson in self._readable()]
        open_ones = [name for name in names if not self._keeper.standing(name).done]
        place = self._keeper.place.lesson
        for name in [self._wanted, place, *open_ones, *names]:
            if name in names:
                self.open_lesson(name)
                return

    def _show_languages(self) -> None:
        found = sorted({each for lesson in self._readable() for each in lesson.texts})
        box = self._panel.language
        with QSignalBlocker(box):
            box.clear()
            for language in found:
                box.addItem(language_name(language), language)
            box.setCurrentIndex(max(0, box.findData(self.language)))

    def _show_rows(self) -> None:
        course = self._keeper.course
        if course is not None:
            current = self._open.name if self._open is not None else ""
            self._panel.list.show_rows(list(self._rows(course)), current)
            readable = self._readable()
            done = sum(bool(self._keeper.standing(each.name).done) for each in readable)
            self._panel.show_done(done, len(readable))

    def _rows(self, course: Course) -> Iterator[LessonRow]:
        lessons = {each.name: each for each in self._readable()}
        parts = list(course.parts)
        for name in sorted({*lessons, *course.faults}):
            while parts and parts[0].first <= name:
                yield LessonRow(name="", words=parts.pop(0).title(self.language))
            number = name.partition("-")[0].lstrip("0")
            if (fault := course.faults.get(name)) is not None:
                yield LessonRow(name=name, words=name, fault=error_sentence(fault))
                continue
            title = lessons[name].text(self.language).title
            yield LessonRow(
                name=name,
                words=f"{number}  {title}" if number.isdigit() else title,
                is_begun=self._is_begun(name),
                is_done=bool(self._keeper.standing(name).done),
            )

    def _is_begun(self, name: str) -> bool:
        standing = self._keeper.standing(name)
        return self._keeper.answer(name) is not None or bool(standing.choice or standing.words)

    def _on_language_chosen(self, place: int) -> None:
        self._keeper.go_to(language=str(self._panel.language.itemData(place)))
        self._show_rows()
        self.language_changed.emit()

    def _on_window_language(self) -> None:
        self._show_languages()
        self._show_rows()
        self.language_changed.emit()
