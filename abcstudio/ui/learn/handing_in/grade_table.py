"""The table of a class: a row for each student, a column for each lesson."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidgetItem, QWidget

from abcstudio.lessons.lesson import Lesson
from abcstudio.lessons.theory import TheoryPage
from abcstudio.recipes.lessons.course import Course
from abcstudio.recipes.lessons.grading import Grades, LessonGrade
from abcstudio.ui.controls.rows.row_table import RowTableWidget
from abcstudio.ui.look.plain_text import one_line, tooltip
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import message

_RIGHT, _WRONG = "+", "–"
_NARROW = 4 * GRID
# The column of the first lesson.
_FIRST = 3


class GradeTable(RowTableWidget):
    """Arrow keys go from cell to cell; a cell says in words what the check says of an answer."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._course: Course | None = None
        self._language = ""
        self._rows: list[Grades] = []
        self.setAccessibleName(self.tr("Table of the class"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(_NARROW)
        studio.colors_changed.connect(self._dress)

    @property
    def grades(self) -> tuple[Grades, ...]:
        """What is shown."""
        return tuple(self._rows)

    def show_course(self, course: Course, language: str) -> None:
        """Show the columns of a course, and no student yet."""
        self._course, self._language, self._rows = course, language, []
        readable = _readable(course)
        heads = [self.tr("Student"), self.tr("Passed"), self.tr("Hints")]
        heads += [_short(each.name) for each in readable]
        self.clear()
        self.setRowCount(0)
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(heads)
        for place, each in enumerate(readable, start=_FIRST):
            item = self.horizontalHeaderItem(place)
            if item is not None:
                item.setToolTip(tooltip(each.text(language).title))
            self.setColumnWidth(place, _NARROW)
        for place in range(_FIRST):
            contents = QHeaderView.ResizeMode.ResizeToContents
            self.horizontalHeader().setSectionResizeMode(place, contents)

    def add(self, grades: Grades) -> None:
        """Show a student's row under the others."""
        course = self._course
        if course is None:
            return
        row = self.rowCount()
        self._rows.append(grades)
        self.insertRow(row)
        readable = _readable(course)
        hints = sum(each.hints for each in grades.lessons.values())
        passed = self.tr("{0} of {1}").format(grades.passed, len(readable))
        for place, words in enumerate((one_line(grades.student), passed, str(hints))):
            self.setItem(row, place, QTableWidgetItem(words))
        for place, each in enumerate(readable, start=_FIRST):
            title = each.text(self._language).title
            lesson = each if isinstance(each, Lesson) else None
            self.setItem(row, place, self._cell(title, lesson, grades.lessons.get(each.name)))
        if row == 0:
            self.setCurrentCell(0, 0)
        self._dress()

    def _cell(
        self, title: str, lesson: Lesson | None, found: LessonGrade | None
    ) -> QTableWidgetItem:
        if found is None:
            sign, words = "", self.tr("not handed in")
        elif found.is_passed:
            sign, words = _RIGHT, self.tr("right")
        else:
            sign, words = _WRONG, self._why(lesson, found) or self.tr("not right yet")
        item = QTableWidgetItem(sign)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        spoken = self.tr("{0}: {1}").format(title, words.replace("`", ""))
        item.setToolTip(tooltip(spoken))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        return item

    def _why(self, lesson: Lesson | None, found: LessonGrade) -> str:
        ideas = {} if lesson is None else lesson.text(self._language).ideas
        if found.idea in ideas:
            return ideas[found.idea]
        return (
            ""
            if found.sentence is None
            else message(found.sentence.message_id, found.sentence.parameters)
        )

    def _dress(self) -> None:
        colors = self._studio.colors
        tones = {_RIGHT: colors.success, _WRONG: colors.warning}
        for row in range(self.rowCount()):
            for place in range(_FIRST, self.columnCount()):
                item = self.item(row, place)
                if item is not None and item.text() in tones:
                    item.setForeground(QColor(tones[item.text()]))


def _readable(course: Course) -> tuple[Lesson | TheoryPage, ...]:
    return (*course.lessons, *course.theory)


def _short(name: str) -> str:
    """Return what stands over the column of a lesson: its number."""
    return name.partition("-")[0].lstrip("0") or name
