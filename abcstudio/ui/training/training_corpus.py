"""The tunes that the next training run reads."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.combined_sources import SourcePart
from abcstudio.corpus.tune import Tune
from abcstudio.paths import bundled_tunebook
from abcstudio.recipes.preparing.prepared_corpus import PreparedCorpus, prepared_again
from abcstudio.ui.services.corpus_choice import CorpusChoice, name_to_learn_from
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.training_memory import recall_tunes, remember_tunes
from abcstudio.workers.job import plain_work
from abcstudio.workers.tunes import TunesRead, read_source


class TrainingCorpus(QObject):
    """Begins with the tunes of last time, and takes others.

    Signals:
        changed: There are other tunes, or they have another name.
        chosen: The person chose other tunes.
        read: The tunes that `read` asked for are there; also where the person chose others since.
        lost: The tunes of last time are gone, the bundled ones take their place. Carries what they
            were called.
        failed: Carries the exception.
    """

    changed = Signal()
    chosen = Signal()
    read = Signal()
    lost = Signal(str)
    failed = Signal(object)

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._choice = recall_tunes(studio)
        self._tunes: tuple[Tune, ...] = ()
        self._held_out: tuple[Tune, ...] = ()
        self._name = self._source_name()
        self._job = LatestJob(studio)

    @property
    def tunes(self) -> tuple[Tune, ...]:
        """The tunes, none before they are read."""
        return self._tunes

    @property
    def held_out(self) -> tuple[Tune, ...]:
        """Tunes that are held out already; none where the training form's share decides."""
        return self._held_out

    @property
    def name(self) -> str:
        """Their name."""
        return self._name

    @property
    def source(self) -> Path | None:
        """The file or folder that they were read from; None for the bundled ones."""
        return Path(self._choice.source) if self._choice.source else None

    @property
    def is_bundled(self) -> bool:
        """Whether they are all tunes of the tunebook in the box, as it is."""
        return not self._choice.source and self.is_whole

    @property
    def is_whole(self) -> bool:
        """Whether they are all tunes of their source."""
        return self._choice.is_whole

    def choose(
        self, tunes: tuple[Tune, ...], name: str, choice: CorpusChoice | None = None
    ) -> None:
        """Take other tunes; `choice` finds them again at the next start."""
        prepared = None if choice is None else choice.prepared
        self._take(tunes, name, () if prepared is None else prepared.held_out)
        if choice is not None:
            self._choice = choice
            remember_tunes(choice, self._studio)
        self.chosen.emit()
        self.changed.emit()

    def read_tunes(self) -> None:
        """Read the tunes of last time, unless there are others already."""
        if self._tunes or self._job.is_running:
            return
        source = self._choice.source
        if self._choice.prepared is not None:
            work = partial(prepared_again, self._choice.prepared.steps, bundled_tunebook())
            self._job.run(work, self._on_prepared, self._on_failed)
            return
        path = Path(source) if source else bundled_tunebook()
        named = self._studio.settings.source_encodings
        reading = plain_work(read_source, path, encodings=named)
        self._job.run(reading, self._on_read, self._on_failed)

    def _take(self, tunes: tuple[Tune, ...], name: str, held_out: tuple[Tune, ...] = ()) -> None:
        self._tunes, self._held_out = tunes, held_out
        self._name = name

    def _on_read(self, result: TunesRead) -> None:
        if not self._tunes:
            tunes = self._choice.of(result.tunes)
            if not tunes:
                self._take_bundled()
                return
            name = self._choice.name(self._source_name(result.reading.parts), len(tunes))
            self._take(tunes, name)
            self.changed.emit()
        self.read.emit()

    def _on_prepared(self, corpus: PreparedCorpus) -> None:
        if not self._tunes:
            made = corpus.tunes
            if not made.training:
                self._take_bundled()
                return
            source_name = self._source_name(corpus.steps.parts)
            name = self._choice.name(source_name, len(made.training))
            self._take(made.training, name, made.held_out)
            self.changed.emit()
        self.read.emit()

    def _on_failed(self, error: Exception) -> None:
        if not self._tunes and (self._choice.source or self._choice.prepared is not None):
            self._take_bundled()
        else:
            self.failed.emit(error)

    def _take_bundled(self) -> None:
        gone = self._choice.source or self._source_name()
        self._choice = CorpusChoice()
        self._name = self._source_name()
        self.lost.emit(gone)
        self.read_tunes()

    def _source_name(self, parts: Sequence[SourcePart] = ()) -> str:
        source = Path(self._choice.source) if self._choice.source else bundled_tunebook()
        return name_to_learn_from(source, parts)
