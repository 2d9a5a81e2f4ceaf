"""The open page of theory: what is chosen and written there is kept."""

from datetime import datetime

from PySide6.QtCore import QObject

from abcstudio.lessons.lesson import Lesson
from abcstudio.lessons.theory import LEAST_WORDS, TheoryPage
from abcstudio.ui.learn.course_keeper import CourseKeeper
from abcstudio.ui.learn.lesson_presenter import LessonPresenter
from abcstudio.ui.learn.theory.theory_view import TheoryView

MOST_CHARACTERS = 20_000


class TheoryPresenter(QObject):
    """Shows pages, and ticks one off when the right answer is chosen and explained."""

    def __init__(
        self, view: TheoryView, lessons: LessonPresenter, keeper: CourseKeeper, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._lessons = lessons
        self._keeper = keeper
        self._page: TheoryPage | None = None
        lessons.page_opened.connect(self._on_opened)
        lessons.opened.connect(self._on_left)
        lessons.fault_opened.connect(self._on_left)
        lessons.left.connect(self._on_left)
        lessons.language_changed.connect(self._show)
        view.question.chosen.connect(self._on_chosen)
        view.question.written.connect(self._on_written)

    def _on_opened(self, page: TheoryPage) -> None:
        self._page = page
        self._show()

    def _on_left(self, _lesson: Lesson | str = "") -> None:
        self._page = None

    def _show(self) -> None:
        page = self._page
        if page is not None:
            standing = self._keeper.standing(page.name)
            choice = int(standing.choice) if standing.choice.isdecimal() else None
            language = self._lessons.language
            self._view.show_page(page, language, choice=choice, words=standing.words)

    def _on_chosen(self, choice: int) -> None:
        self._keep(choice=str(choice))

    def _on_written(self, words: str) -> None:
        self._keep(words=words[:MOST_CHARACTERS])

    def _keep(self, **changes: str) -> None:
        page = self._page
        if page is None:
            return
        self._keeper.change(page.name, **changes)
        standing = self._keeper.standing(page.name)
        has_words = len(standing.words.split()) >= LEAST_WORDS
        is_done = page.is_right(standing.choice) and has_words
        if is_done and not standing.done:
            now = datetime.now().astimezone().isoformat(timespec="seconds")
            self._keeper.change(page.name, done=now)
