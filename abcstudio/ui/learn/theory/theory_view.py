"""A page of theory: its text beside its picture, over its question."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from abcstudio.lessons.theory import TheoryPage
from abcstudio.ui.controls.splitters import SplitterMemory
from abcstudio.ui.learn.lesson_reader import LessonReader
from abcstudio.ui.learn.pictures.picture_box import PictureBox
from abcstudio.ui.learn.theory.question_panel import QuestionPanel
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio


class TheoryView(QSplitter):
    """Reads like a page of a book: nothing in it runs."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.text = LessonReader()
        self.text.setAccessibleName(self.tr("Text of the page"))
        self.picture = PictureBox(studio)
        self.question = QuestionPanel(studio)
        self.upper = QSplitter(Qt.Orientation.Horizontal)
        self.upper.addWidget(self.text)
        self.upper.addWidget(self.picture)
        self.text.setMinimumWidth(40 * GRID)
        self.picture.setMinimumWidth(28 * GRID)
        self.addWidget(self.upper)
        self.addWidget(self.question)
        for splitter in (self, self.upper):
            splitter.setChildrenCollapsible(False)
        SplitterMemory(studio, self.upper, "learn.theory", (620, 400))
        SplitterMemory(studio, self, "learn.question", (320, 340))

    @property
    def main_focus(self) -> QWidget:
        """The answers to choose from."""
        return self.question.options

    def take_focus(self) -> None:
        """Let the keys choose an answer."""
        self.main_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page: TheoryPage, language: str, *, choice: int | None, words: str) -> None:
        """Show a page in a language, with what was chosen and written so far."""
        text = page.text(language)
        self.text.show_lesson(text.title, text.text)
        self.picture.show_picture(page.picture)
        self.question.show_question(text, choice, words)
