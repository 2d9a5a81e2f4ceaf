"""A sign beside what a lesson explains; it opens the lesson."""

from functools import partial

from PySide6.QtWidgets import QToolButton, QWidget

from abcstudio.ui.look.icons import icon
from abcstudio.ui.services.studio import Studio


class LessonButton(QToolButton):
    """Opens a lesson on the page of lessons.

    Args of the constructor:
        lesson: The name of the lesson.
        question: What it answers, as one would ask.
    """

    def __init__(
        self, studio: Studio, lesson: str, question: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setAccessibleName(question)
        self.setToolTip(self.tr("{0} Opens the lesson that explains it").format(question))
        self.clicked.connect(partial(self._open, studio, lesson))
        studio.colors_changed.connect(self._show_icon)
        self._show_icon()

    def _open(self, studio: Studio, lesson: str, _checked: bool = False) -> None:
        studio.open_lesson(lesson)

    def _show_icon(self) -> None:
        self.setIcon(icon("help"))
