"""Says under the form what its settings cost: numbers, memory, time."""

from functools import partial

from PySide6.QtCore import QLocale, QObject, QTimer

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.cost import RunCost, cost_of
from abcstudio.learning.devices import Device
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.services.edition import why_no_torch
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.cost.measuring import USUAL_CHARACTERS, measure_run
from abcstudio.ui.training.training_corpus import TrainingCorpus
from abcstudio.ui.training.training_form import TrainingForm
from abcstudio.ui.training.training_session import TrainingSession
from abcstudio.ui.words.run_words import duration_words
from abcstudio.ui.words.translation import error_sentence

_PAUSE_MS = 700

_SIZES = QLocale.DataSizeFormat.DataSizeTraditionalFormat


class CostPresenter(QObject):
    """Measures a second of training whenever the settings have stood still for a moment.

    Numbers and memory follow from the settings alone and are said at once. Nothing is measured
    while a run trains, or before it is known what networks compute on. Where nothing can be
    trained, it says why.
    """

    def __init__(
        self,
        line: Label,
        form: TrainingForm,
        corpus: TrainingCorpus,
        session: TrainingSession,
        studio: Studio,
    ) -> None:
        super().__init__(line)
        self._line, self._form = line, form
        self._corpus, self._session = corpus, session
        self._job = LatestJob(studio)
        self._device: Device | None = None
        self._measured: tuple[TrainingConfig, RunCost] | None = None
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._measure)
        form.config_form.config_changed.connect(self._on_changed)
        form.presets.preset_chosen.connect(self._on_changed)
        form.device_shown.connect(self._on_device_shown)
        corpus.changed.connect(self._on_changed)
        session.started.connect(self._on_started)
        session.ended.connect(self._on_changed)
        self._on_changed()

    def close(self) -> None:
        """Measure nothing any more."""
        self._timer.stop()
        self._job.close()

    def _on_device_shown(self, device: Device) -> None:
        if device != self._device:
            self._device, self._measured = device, None
            self._on_changed()

    def _on_started(self) -> None:
        self._timer.stop()
        self._job.cancel()

    def _on_changed(self, *_: object) -> None:
        self._job.cancel()
        if words := why_no_torch():
            self._line.setText(words)
            return
        config = self._form.config()
        measured = self._measured
        if measured is not None and _as_dear(measured[0], config):
            self._say(measured[1], config)
            return
        self._say(cost_of(config, USUAL_CHARACTERS), config)
        if self._device is not None and not self._session.is_running:
            self._timer.start()

    def _measure(self) -> None:
        if self._device is None or self._session.is_running:
            return
        if not self._line.isVisible():
            # The first measuring loads what optimizers need: 75 MB that tunes are browsed without.
            self._timer.start()
            return
        config = self._form.config()
        work = partial(measure_run, config, self._corpus.tunes, self._device)
        self._job.run(work, partial(self._on_measured, config), self._on_failed)

    def _on_measured(self, config: TrainingConfig, cost: RunCost) -> None:
        self._measured = config, cost
        self._say(cost, self._form.config())

    def _on_failed(self, error: Exception) -> None:
        self._line.setText(error_sentence(error))

    def _say(self, cost: RunCost, config: TrainingConfig) -> None:
        locale = QLocale()
        parts = [
            self.tr("{0} numbers to learn").format(locale.toString(cost.parameters)),
            self.tr("about {0} of memory").format(
                locale.formattedDataSize(cost.memory_bytes, 0, _SIZES)
            ),
        ]
        if cost.seconds_per_step is not None:
            parts.append(
                self.tr("{0} s a step, about {1} in all").format(
                    locale.toString(cost.seconds_per_step, "g", 2),
                    duration_words(cost.seconds_per_step * config.steps),
                )
            )
        self._line.setText("; ".join(parts) + ".")


def _as_dear(one: TrainingConfig, other: TrainingConfig) -> bool:
    """Whether a step of both takes as long: how many there are does not matter."""
    names = (
        "cell", "num_layers", "embedding_dim", "hidden_size", "dropout", "weight_dropout",
        "tied_weights", "pointer_heads", "pointer_width", "pointer_reach", "pointer_dropout",
        "batch_size", "seq_len", "optimizer", "precision",
    )  # fmt: skip
    return all(getattr(one, name) == getattr(other, name) for name in names)
