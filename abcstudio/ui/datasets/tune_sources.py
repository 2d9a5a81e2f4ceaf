"""The sources of tunes: which are listed, and which one is read."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.combined_sources import SourcePart
from abcstudio.paths import all_sources_file, bundled_tunebook
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.corpus_names import source_name
from abcstudio.workers.job import plain_work
from abcstudio.workers.tunes import TunesRead, keep_tunes, read_all_sources, read_source


@dataclass(frozen=True, slots=True)
class _Removed:
    """A source that is off the list, and the place that it had among the added ones."""

    path: Path
    place: int


class TuneSources(QObject):
    """Adds, removes and reads sources; only the source that was asked for last is answered.

    Signals:
        list_changed: Other sources are listed, or another one is current.
        removals_changed: A source went off the list, or one came back.
        returned: A removed source is back and current. Carries its `Path`.
        started: The current source is being read.
        finished: Carries the `TunesRead` of the current source.
        failed: Carries the exception.
        cancelled: Reading was cancelled.
    """

    list_changed = Signal()
    removals_changed = Signal()
    returned = Signal(object)
    started = Signal()
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._current = bundled_tunebook()
        self._parts: tuple[SourcePart, ...] = ()
        self._removed: list[_Removed] = []
        self._job = LatestJob(studio)
        self._keeping = LatestJob(studio)

    @property
    def current(self) -> Path:
        """The source that was asked for last."""
        return self._current

    @property
    def parts(self) -> tuple[SourcePart, ...]:
        """The sources that the current one combines, none where it is one or is not read yet."""
        return self._parts

    @property
    def is_bundled(self) -> bool:
        """Whether the current source is the bundled tunebook."""
        return self._current == bundled_tunebook()

    @property
    def is_all(self) -> bool:
        """Whether the current source is *All sources*."""
        return self._current == all_sources_file()

    @property
    def choices(self) -> tuple[Path, ...]:
        """The sources to choose from; if there are several, *All sources* is the last."""
        listed = self.listed
        return (bundled_tunebook(), *listed, *((all_sources_file(),) if listed else ()))

    @property
    def name(self) -> str:
        """The name of the current source."""
        return self.name_of(self._current)

    @property
    def listed(self) -> tuple[Path, ...]:
        """The sources that were added."""
        return tuple(Path(source) for source in self._studio.settings.sources)

    @property
    def counts(self) -> dict[Path, int]:
        """How many tunes the sources had when they were read last."""
        return {Path(name): count for name, count in self._studio.settings.source_counts.items()}

    @property
    def removed(self) -> tuple[Path, ...]:
        """The sources that went off the list in this session, the last one at the end."""
        return tuple(removed.path for removed in self._removed)

    def name_of(self, path: Path) -> str:
        """Return the name of a source."""
        return source_name(path)

    def read(self, path: Path) -> None:
        """Read a source in the background."""
        self._current, self._parts = path, ()
        self.started.emit()
        encodings = self._studio.settings.source_encodings
        if self.is_all:
            listed = bundled_tunebook(), self.listed
            work = plain_work(read_all_sources, path, *listed, encodings=encodings)
        else:
            work = plain_work(read_source, path, encodings=encodings)
        self._job.run(work, self._on_read, self.failed.emit)

    def read_again(self) -> None:
        """Read the current source again."""
        self.read(self._current)

    def add(self, path: Path) -> None:
        """List a file or folder and read it."""
        self._list(path, len(self._studio.settings.sources))
        self.show(path)

    def show(self, path: Path) -> None:
        """Make a source current, listed or not, and read it."""
        self._current = path
        self.list_changed.emit()
        self.read(path)

    def show_bundled(self) -> None:
        """Make the bundled tunebook current and read it."""
        self.show(bundled_tunebook())

    def show_all(self) -> None:
        """Make *All sources* current and read it."""
        self.show(all_sources_file())

    def remove(self, path: Path) -> None:
        """Take a source off the list until it is brought back; nothing on disk changes."""
        sources = self._studio.settings.sources
        if str(path) in sources:
            self._removed.append(_Removed(path, sources.index(str(path))))
        self._studio.update_settings(sources=tuple(s for s in sources if s != str(path)))
        if path == self._current:
            self.show_bundled()
        elif self.is_all:
            self.show(self.choices[-1])
        else:
            self.list_changed.emit()
        self.removals_changed.emit()

    def bring_back(self, path: Path) -> None:
        """Put a removed source back to its place, make it current and read it."""
        place = next((removed.place for removed in self._removed if removed.path == path), None)
        if place is not None:
            self._list(path, place)
            self.show(path)
            self.returned.emit(path)

    def cancel(self) -> None:
        """Cancel what is being read."""
        self._job.cancel()
        self.cancelled.emit()

    def _list(self, path: Path, place: int) -> None:
        """Put a source among the added ones, unless it is there or is the bundled tunebook."""
        sources = list(self._studio.settings.sources)
        if str(path) not in sources and path != bundled_tunebook():
            sources.insert(place, str(path))
            self._studio.update_settings(sources=tuple(sources))
        if path in self.removed:
            self._removed = [removed for removed in self._removed if removed.path != path]
            self.removals_changed.emit()

    def _on_read(self, result: TunesRead) -> None:
        listed = {str(choice) for choice in self.choices}
        counts = {**self._studio.settings.source_counts, str(result.path): len(result.tunes)}
        kept = {name: count for name, count in counts.items() if name in listed}
        self._studio.update_settings(source_counts=kept)
        self._parts = result.reading.parts
        self.finished.emit(result)
        if result.unkept:
            # Where it cannot be kept, the log says so, and the next start reads it anew.
            self._keeping.run(plain_work(keep_tunes, result), lambda _nothing: None)
