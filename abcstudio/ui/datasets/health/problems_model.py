"""The problems of one kind, as rows."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from abcstudio.corpus.health.problem import HealthProblem
from abcstudio.corpus.tune import Tune
from abcstudio.ui.controls.rows.rows_model import RowsModel, TableColumn
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
