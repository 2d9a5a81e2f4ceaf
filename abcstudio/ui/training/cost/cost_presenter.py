"""Says under the form what its settings cost: numbers, memory, time."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from abcstudio.corpus.tune import Tune
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.cost import RunCost, cost_of
from abcstudio.learning.devices import Device
from abcstudio.learning.training.network_to_train import NetworkToTrain, network_to_train
from abcstudio.ui.services.edition import why_no_torch
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.cost.measuring import BUNDLED_CHARACTERS, count_characters, measure_run
from abcstudio.ui.training.form.training_form import TrainingForm
from abcstudio.ui.training.models.training_base import TrainingBase
from abcstudio.ui.training.training_corpus import TrainingCorpus
from abcstudio.ui.training.training_parts import TrainingParts
from abcstudio.ui.words.run_words import duration_words
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import plain_work


class _Counted(NamedTuple):
    """What the characters of a run depend on."""

    tunes: tuple[Tune, ...]
    held_out: tuple[Tune, ...]
    transpositions: int
    share: float
    rng_seed: int

    def is_same(self, other: "_Counted | None") -> bool:
        """Whether other tunes are the same objects, treated alike: comparing texts takes long."""
        return (
            other is not None
            and self.tunes is other.tunes
            and self.held_out is other.held_out
            and self[2:] == other[2:]
        )


class NetworkPlanner(QObject):
    """Follows form, tunes and base.

    Signals:
        changed: Start would build another network, or more is known of it.
        failed: The characters cannot be counted. Carries the exception.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, form: TrainingForm, corpus: TrainingCorpus, base: TrainingBase, studio: Studio
    ) -> None:
        super().__init__(form)
        self._form, self._corpus, self._base = form, corpus, base
        self._job = LatestJob(studio)
        self._asked: _Counted | None = None
        self._characters: str | None = None
        form.config_form.shown_changed.connect(self.follow)
        corpus.changed.connect(self.follow)
        base.changed.connect(self.follow)

    @property
    def network(self) -> NetworkToTrain:
        """The network as far as it is known."""
        characters = self._characters or BUNDLED_CHARACTERS
        return network_to_train(self._form.config_form.shown, self._base.header, characters)

    @property
    def is_exact(self) -> bool:
        """Whether every character is known; of the tunes in the box it is before they are read."""
        is_bundled = not self._corpus.tunes and self._corpus.is_bundled
        return self._characters is not None or is_bundled

    def follow(self) -> None:
        """Count the characters again where they may be others."""
        if self._form.is_put_aside:
            # The form shows a run that goes on, whose characters are known.
            self.changed.emit()
            return
        config, tunes = self._form.config_form.shown, self._corpus.tunes
        # Which tunes are held out matters only where the others are transposed.
        parted = (config.validation_share, config.rng_seed) if config.transpositions else (0.0, 0)
        wanted = _Counted(tunes, self._corpus.held_out, config.transpositions, *parted)
        if not wanted.is_same(self._asked):
            self._job.cancel()
            self._asked, self._characters = wanted, None
            if tunes:
                work = plain_work(count_characters, tunes, self._corpus.held_out, config)
                self._job.run(work, self._on_counted, self.failed.emit)
        self.changed.emit()

    def _on_counted(self, characters: str) -> None:
        self._characters = characters
        self.changed.emit()


_PAUSE_MS = 700

_SIZES = QLocale.DataSizeFormat.DataSizeTraditionalFormat


class CostPresenter(QObject):
    """Measures a second of training whenever the settings have stood still for a moment.

    Numbers and memory follow from the settings alone and are said at once. Nothing is measured
    while a run trains, or before it is known what networks compute on. Where nothing can be
    trained, it says why.
    """

    def __init__(self, parts: TrainingParts) -> None:
        super().__init__(parts.cost)
        form, session = parts.form, parts.session
        planner = NetworkPlanner(form, parts.corpus, parts.base, parts.studio)
        self._line, self._form = parts.cost, form
        self._planner, self._session = planner, session
        self._job = LatestJob(parts.studio)
        self._device: Device | None = None
        self._measured: tuple[TrainingConfig, RunCost] | None = None
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._measure)
        planner.changed.connect(self._on_changed)
        planner.failed.connect(self._on_failed)
        form.device_shown.connect(self._on_device_shown)
        session.started.connect(self._on_started)
        session.ended.connect(self._on_changed)
        self._on_changed()

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
        if self._form.is_put_aside:
            # The form shows a run that goes on: its figures stand above the curve.
            self._line.setText("")
            return
        seconds = self._seconds_per_step()
        self._say(seconds)
        if seconds is None and self._device is not None and not self._session.is_running:
            self._timer.start()

    def _measure(self) -> None:
        if self._device is None or self._session.is_running:
            return
        if not self._line.isVisible():
            # The first measuring loads what optimizers need: 75 MB that tunes are browsed without.
            self._timer.start()
            return
        network = self._planner.network
        work = plain_work(measure_run, network.config, len(network.vocabulary), self._device)
        self._job.run(work, partial(self._on_measured, network.config), self._on_failed)

    def _on_measured(self, config: TrainingConfig, cost: RunCost) -> None:
        self._measured = config, cost
        self._say(self._seconds_per_step())

    def _seconds_per_step(self) -> float | None:
        """Return how long a step takes, None before one that takes as long was measured."""
        if self._measured is None or not _as_dear(self._measured[0], self._planner.network.config):
            return None
        return self._measured[1].seconds_per_step

    def _on_failed(self, error: Exception) -> None:
        self._line.setText(error_sentence(error))

    def _say(self, seconds_per_step: float | None) -> None:
        locale, network = QLocale(), self._planner.network
        cost = cost_of(network.config, len(network.vocabulary))
        parts = [
            self._parameters(cost.parameters),
            self.tr("about {0} of memory").format(
                locale.formattedDataSize(cost.memory_bytes, 0, _SIZES)
            ),
        ]
        if seconds_per_step is not None:
            parts.append(
                self.tr("{0} s a step, about {1} in all").format(
                    locale.toString(seconds_per_step, "g", 2),
                    duration_words(seconds_per_step * network.config.steps),
                )
            )
        self._line.setText("; ".join(parts) + ".")

    def _parameters(self, count: int) -> str:
        if self._planner.is_exact:
            return self.tr("{0} numbers to learn").format(QLocale().toString(count))
        # A character more or less is some hundred numbers.
        rounded = round(count, 2 - len(str(count)))
        return self.tr("about {0} numbers to learn").format(QLocale().toString(rounded))


def _as_dear(one: TrainingConfig, other: TrainingConfig) -> bool:
    """Whether a step of both takes as long: how many there are does not matter."""
    names = (
        "cell", "num_layers", "embedding_dim", "hidden_size", "dropout", "weight_dropout",
        "tied_weights", "pointer_heads", "pointer_width", "pointer_reach", "pointer_dropout",
        "batch_size", "seq_len", "optimizer", "precision",
    )  # fmt: skip
    return all(getattr(one, name) == getattr(other, name) for name in names)
