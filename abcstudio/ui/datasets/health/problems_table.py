"""The table of the problems of one kind."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.corpus.health.problem import HealthProblem
from abcstudio.corpus.tune import Tune
from abcstudio.ui.controls.rows.row_table import LineTable
from abcstudio.ui.controls.rows.rows_model import Index, RowsModel, TableColumn
from abcstudio.ui.words.translation import message

TUNE, SENTENCE = "tune", "sentence"


class HealthProblemsModel(RowsModel[HealthProblem]):
    """One problem a row: its tune, what is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tunes: tuple[Tune, ...] = ()
        self.columns = (
            TableColumn(name=TUNE, title=self.tr("Tune"), words=self._tune_words),
            TableColumn(name=SENTENCE, title=self.tr("What is wrong"), words=_sentence),
        )

    def set_problems(self, problems: Sequence[HealthProblem], tunes: tuple[Tune, ...]) -> None:
        """List other problems of some tunes."""
        self._tunes = tunes
        self.set_rows(tuple(problems))

    def _tune_words(self, problem: HealthProblem) -> str:
        if problem.concerns_file:
            return ""
        tune = self._tunes[problem.place]
        title = tune.title or self.tr("Untitled")
        return f"{tune.number}  {title}"


def _sentence(problem: HealthProblem) -> str:
    return message(problem.words.message_id, problem.words.parameters)


_TUNE_SHARE = 0.36


class HealthProblemsTable(LineTable):
    """Goes from problem to problem.

    Signals:
        problem_chosen: Another problem is the current one, or none.
    """

    problem_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HealthProblemsModel(self)
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Problems of this kind"))
        self.horizontalHeader().setStretchLastSection(True)

    @property
    def problem(self) -> HealthProblem | None:
        """The current problem."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    @property
    def problems(self) -> Sequence[HealthProblem]:
        """What is listed."""
        return self._model.rows

    def set_problems(self, problems: Sequence[HealthProblem], tunes: tuple[Tune, ...]) -> None:
        """List other problems; the row stays, so that one fix follows the other."""
        row = max(self.currentIndex().row(), 0)
        self._model.set_problems(problems, tunes)
        are_of_files = bool(problems) and problems[0].concerns_file
        self.setColumnHidden(self._model.place_of(TUNE), are_of_files)
        if problems:
            self.setCurrentIndex(
                self._model.index(min(row, len(problems) - 1), self._model.place_of(SENTENCE))
            )
        self.problem_chosen.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnWidth(
            self._model.place_of(TUNE), round(self.viewport().width() * _TUNE_SHARE)
        )
        super().resizeEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.problem_chosen.emit()
