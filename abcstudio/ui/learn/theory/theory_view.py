"""A page of theory: its text beside its picture, over its question."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from abcstudio.lessons.theory import LEAST_WORDS, TheoryPage, TheoryText
from abcstudio.ui.controls.splitters import SplitterMemory
from abcstudio.ui.learn.lesson_reader import LessonReader
from abcstudio.ui.learn.pictures.picture_box import PictureBox
from abcstudio.ui.learn.verdict_panel import VerdictPanel, without_marks
from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio

_ROWS = (
    "QListView { border: none; background: transparent; outline: none; }"
    f"QListView::item {{ padding: {GRID // 2}px 0; }}"
)
_OPEN, _RIGHT, _WRONG = "circle", "circle-check", "alert-circle"


class QuestionPanel(QWidget):
    """The question over its answers over what is said of the chosen one over one's own words.

    Signals:
        chosen: An answer was chosen. Carries its place.
        written: One's own words have changed. Carries them.
    """

    chosen = Signal(int)
    written = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._text: TheoryText | None = None
        self._choice: int | None = None
        self.question = Label()
        self.question.setWordWrap(True)
        font = self.question.font()
        font.setBold(True)
        self.question.setFont(font)
        self.options = QListWidget()
        self.options.setStyleSheet(_ROWS)
        self.options.setWordWrap(True)
        self.options.setIconSize(QSize(2 * GRID, 2 * GRID))
        self.options.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.options.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.options.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.options.itemClicked.connect(self._on_chosen)
        self.options.itemActivated.connect(self._on_chosen)
        self.said = VerdictPanel(studio)
        self.caption = Label()
        self.caption.setProperty("muted", True)
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Your own words"))
        self.words.setPlaceholderText(self.tr("Now answer in your own words."))
        self.words.setMinimumHeight(7 * GRID)
        self.words.textChanged.connect(self._on_written)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for widget, stretch in (
            (self.question, 0),
            (self.options, 0),
            (self.said, 0),
            (self.caption, 0),
            (self.words, 1),
        ):
            column.addWidget(widget, stretch)
        studio.colors_changed.connect(self._draw_signs)

    def show_question(self, text: TheoryText, choice: int | None, words: str) -> None:
        """Ask a question, with what was chosen and written so far."""
        self._text, self._choice = text, choice
        asked = without_marks(text.question)
        self.question.setText(asked)
        self.options.setAccessibleName(asked)
        self.options.clear()
        for option in text.options:
            self.options.addItem(QListWidgetItem(without_marks(option.words)))
        self.options.setCurrentRow(choice or 0)
        if self.words.toPlainText() != words:
            with QSignalBlocker(self.words):
                self.words.setPlainText(words)
        self._count_words()
        self._show_choice()

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self._choice = self.options.row(item)
        self._show_choice()
        self.chosen.emit(self._choice)

    def _on_written(self) -> None:
        self._count_words()
        self.written.emit(self.words.toPlainText())

    def _count_words(self) -> None:
        count = len(self.words.toPlainText().split())
        words = self.tr("Words so far: {0} of {1}")
        self.caption.setText(words.format(count, LEAST_WORDS))

    def _show_choice(self) -> None:
        self._draw_signs()
        options = self._text.options if self._text is not None else ()
        if self._choice is None or self._choice >= len(options):
            self.said.say(self.tr("Choose an answer."))
            return
        option = options[self._choice]
        self.said.say(option.explanation, "right" if option.is_right else "wrong")

    def _draw_signs(self) -> None:
        if self._text is None:
            return
        colors = self._studio.colors
        for place, option in enumerate(self._text.options):
            sign, tone = _OPEN, colors.muted
            if place == self._choice:
                sign = _RIGHT if option.is_right else _WRONG
                tone = colors.success if option.is_right else colors.warning
            item = self.options.item(place)
            item.setIcon(tinted_icon(sign, tone, tone))
            spoken = self.tr("{0}, chosen") if place == self._choice else "{0}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken.format(item.text()))


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
