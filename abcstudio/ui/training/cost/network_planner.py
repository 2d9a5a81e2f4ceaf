"""The network that Start would build now, its characters counted in the background."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.tune import Tune
from abcstudio.learning.training.network_to_train import NetworkToTrain, network_to_train
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.cost.measuring import BUNDLED_CHARACTERS, count_characters
from abcstudio.ui.training.form.training_form import TrainingForm
from abcstudio.ui.training.models.training_base import TrainingBase
from abcstudio.ui.training.training_corpus import TrainingCorpus
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
