"""Says in a notice where a log beside a run's folder fails; the run goes on."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from abcstudio.messages import Phrase
from abcstudio.recipes.sweeps.running import SweepReport
from abcstudio.recipes.train import TrainingReport, TrainResult
from abcstudio.ui.training.sweeps.sweeps import Sweeps
from abcstudio.ui.training.training_parts import TrainingParts
from abcstudio.ui.words.translation import message


class LogRemarks(QObject):
    """Follows runs and sweeps; of the cells of one, the same is said once."""

    def __init__(self, parts: TrainingParts) -> None:
        super().__init__(parts.session)
        session, sweeps = parts.session, parts.rooms[Sweeps].session
        self._studio = parts.studio
        self._said: set[str] = set()
        session.started.connect(self._said.clear)
        sweeps.started.connect(self._said.clear)
        session.reported.connect(self._on_reported)
        session.finished.connect(self._on_reported)
        sweeps.reported.connect(self._on_reported)

    def _on_reported(self, report: TrainingReport | TrainResult | SweepReport) -> None:
        if report.remarks:
            self._say(report.remarks)

    def _say(self, remarks: Iterable[Phrase]) -> None:
        for remark in remarks:
            sentence = message(remark.message_id, remark.parameters)
            if sentence not in self._said:
                self._said.add(sentence)
                self._studio.notify(sentence, "error")
