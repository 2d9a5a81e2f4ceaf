"""The problems of one kind, as rows."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.corpus.health.problem import HealthProblem
from abcstudio.corpus.tune import Tune
from abcstudio.ui.look.plain_text import cut, one_line, tooltip
from abcstudio.ui.words.translation import message

Index = QModelIndex | QPersistentModelIndex

TUNE, SENTENCE = range(2)
_NO_PARENT: Final = QModelIndex()


class HealthProblemsModel(QAbstractTableModel):
    """One problem a row: its tune, what is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[HealthProblem, ...] = ()
        self._tunes: tuple[Tune, ...] = ()
        self._titles = (self.tr("Tune"), self.tr("What is wrong"))

    @property
    def problems(self) -> tuple[HealthProblem, ...]:
        """What is listed."""
        return self._problems

    def set_problems(self, problems: Sequence[HealthProblem], tunes: tuple[Tune, ...]) -> None:
        """List other problems of some tunes."""
        self.beginResetModel()
        self._problems, self._tunes = tuple(problems), tunes
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._problems)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(cut(self._words(self._problems[index.row()], index.column())))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._words(self._problems[index.row()], index.column()))
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_across = orientation == Qt.Orientation.Horizontal
        if is_across and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if is_across and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _words(self, problem: HealthProblem, column: int) -> str:
        if column == SENTENCE:
            return message(problem.words.message_id, problem.words.parameters)
        if problem.concerns_file:
            return ""
        tune = self._tunes[problem.place]
        title = tune.title or self.tr("Untitled")
        return f"{tune.number}  {title}"
