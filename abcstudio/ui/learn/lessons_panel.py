"""The list of lessons under their language, over what can be done with all of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from abcstudio.ui.controls.action_button import CommandButton
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.learn.lesson_list import LessonList
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio


class LessonsPanel(QWidget):
    """The left side of the page.

    Attributes:
        own_code, report, hand_in: Buttons; commands give them what they do.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = LessonList(studio)
        self.language = ChoiceBox()
        self.language.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.language.setAccessibleName(self.tr("Language of the lessons"))
        self.language.setToolTip(self.tr("The language that the lessons are read in"))
        self.done = Label()
        self.done.setProperty("muted", True)
        self.own_code = CommandButton(self.tr("Train with my code"))
        self.report = CommandButton(self.tr("Report…"))
        self.hand_in = CommandButton(self.tr("Hand in…"))
        studio.colors_changed.connect(self._dress)
        self._dress()
        row = QHBoxLayout()
        row.setContentsMargins(GRID, GRID, GRID, 0)
        row.addWidget(self.done, 1)
        row.addWidget(self.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(GRID, 0, GRID, 2 * GRID)
        foot.setSpacing(GRID)
        foot.addWidget(self.own_code, 0, Qt.AlignmentFlag.AlignLeft)
        last = QHBoxLayout()
        last.setSpacing(GRID)
        for button in (self.report, self.hand_in):
            last.addWidget(button)
        last.addStretch(1)
        foot.addLayout(last)
        column.addLayout(foot)

    def _dress(self) -> None:
        self.own_code.setIcon(icon("brain"))
        self.report.setIcon(icon("file-text"))
        self.hand_in.setIcon(icon("upload"))

    def show_done(self, done: int, count: int) -> None:
        """Say how many lessons are done."""
        self.done.setText(self.tr("Done: {0} of {1}").format(done, count))
