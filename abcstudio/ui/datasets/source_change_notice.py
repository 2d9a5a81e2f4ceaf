"""Tells of changes on disk, and offers to read the source again."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from abcstudio.corpus.combined_sources import is_combination
from abcstudio.corpus.source_changes import FileStates, SourceChanges, changes_between
from abcstudio.guarded_files import is_folder, is_there
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.workers.job import plain_work
from abcstudio.workers.tunes import TunesRead, look_at_files

_PAUSE_MS = 300
# The system tells of no change on some disks of a network, nor of more paths than it can watch.
_LOOK_MS, _LOOK_OFTEN_MS = 20_000, 3_000
_MOST_WATCHED = 1_000


class SourceWatch(QObject):
    """Looks at the files where the system tells that something happened, and now and then.

    A source that could not be read is read again as soon as its files are others: a folder that
    was away is back, for example.

    Signals:
        changed: The files are others than those that were read, or other ones than before. Carries
            the `SourceChanges`, none of which is left where all is as it was read.
    """

    changed = Signal(object)

    def __init__(self, sources: TuneSources, page: QWidget, studio: Studio) -> None:
        """Watch what is read; `page` is in sight where changes matter."""
        super().__init__(sources)
        self._sources = sources
        self._page = page
        self._path = Path()
        self._read: FileStates | None = None
        self._is_unread = False
        self._unread: FileStates | None = None
        self._told = SourceChanges()
        self._job = LatestJob(studio)
        self._watcher = QFileSystemWatcher(self)
        self._soon, self._again = QTimer(self), QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.look)
        self._again.timeout.connect(self._look_where_seen)
        self._watcher.fileChanged.connect(self._on_told)
        self._watcher.directoryChanged.connect(self._on_told)
        sources.started.connect(self._rest)
        sources.finished.connect(self._on_read)
        sources.failed.connect(self._on_failed)
        sources.cancelled.connect(self._rest)

    @property
    def changes(self) -> SourceChanges:
        """What has become of the files since they were read."""
        return self._told

    @property
    def is_told_by_system(self) -> bool:
        """Whether the system watches all of the files."""
        return self._again.interval() == _LOOK_MS

    def look(self) -> None:
        """Look at the files now, in the background."""
        if self._job.is_running:
            # It may have been where something has happened only now.
            self._soon.start()
        elif self._read is not None or self._is_unread:
            self._job.run(plain_work(look_at_files, self._path), self._on_looked)

    def _look_where_seen(self) -> None:
        if self._page.isVisible():
            self.look()

    def _on_told(self, _path: str) -> None:
        self._soon.start()

    def _rest(self) -> None:
        self._soon.stop()
        self._again.stop()
        self._job.cancel()
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)
        self._read, self._told, self._is_unread = None, SourceChanges(), False

    def _on_read(self, read: TunesRead) -> None:
        self._rest()
        if self._sources.is_bundled:
            return
        self._path, self._read = read.path, read.files
        self._watch(read.files)
        # Something may have happened while they were read.
        self._soon.start()

    def _on_failed(self, _error: Exception) -> None:
        self._rest()
        if not self._sources.is_bundled:
            self._path, self._is_unread, self._unread = self._sources.current, True, None
            self._again.start(_LOOK_OFTEN_MS)
            self._soon.start()

    def _watch(self, files: FileStates) -> None:
        """Ask the system to tell of changes of the files, and of folders that may get others."""
        wanted = {str(self._path), *(str(one) for one in files)}
        if is_folder(self._path) or is_combination(self._path):
            wanted |= {str(one.parent) for one in files}
        else:
            # Who replaces a file, as most programs do, changes its folder.
            wanted.add(str(self._path.parent))
        watched = {*self._watcher.files(), *self._watcher.directories()}
        missing = sorted(wanted - watched)
        # The system can watch neither what is not there nor what may not be read; it is looked for
        # again.
        there = [one for one in missing if os.access(one, os.R_OK)]
        failed = bool(missing)
        if missing and len(wanted) <= _MOST_WATCHED:
            refused = self._watcher.addPaths(there) if there else ()
            failed = bool(refused) or len(there) < len(missing)
        self._again.start(_LOOK_OFTEN_MS if failed else _LOOK_MS)

    def _on_looked(self, files: FileStates) -> None:
        if self._read is None:
            self._on_looked_at_unread(files)
            return
        # A file that was replaced is watched no more.
        self._watch(files)
        found = changes_between(self._read, files)
        if found != self._told:
            self._told = found
            self.changed.emit(found)

    def _on_looked_at_unread(self, files: FileStates) -> None:
        if self._unread is None:
            self._unread = files
        elif files != self._unread:
            self._sources.read_again()


_MOST_NAMES = 3


class SourceChangeNotice(QObject):
    """Says what changed while the tunes of a source are shown; these stay as they were read.

    Attributes:
        watch: Looks at the files.
    """

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.page)
        sources = self._sources = parts.sources
        self._list = parts.source_list
        self._studio = parts.studio
        self._notice: Notice | None = None
        self.watch = SourceWatch(sources, parts.page, parts.studio)
        self.watch.changed.connect(self._on_changed)
        sources.started.connect(self._withdraw)

    def _on_changed(self, changes: SourceChanges) -> None:
        self._withdraw()
        if not changes:
            return
        path = self._sources.current
        self._list.set_changed(path)
        # What is gone is not read again: its tunes would go, too.
        is_gone = not is_there(path)
        self._notice = self._studio.notify(
            self._words(path, changes),
            "info",
            "" if is_gone else self.tr("Read again"),
            None if is_gone else self._sources.read_again,
            stays=True,
        )

    def _withdraw(self) -> None:
        """Tell no more of what is no longer true."""
        self._list.set_changed(None)
        if self._notice is not None:
            self._studio.notice_withdrawn.emit(self._notice)
            self._notice = None

    def _words(self, path: Path, changes: SourceChanges) -> str:
        name = one_line(path.name)
        if not is_there(path):
            words = self.tr("“{0}” is no longer there. Its tunes stay here as they were read.")
            return words.format(name)
        if changes.changed == (path,):
            return self.tr("“{0}” has changed on disk. Its tunes stay as they were read.").format(
                name
            )
        if changes.closed == (path,):
            words = self.tr("“{0}” cannot be read any more. Its tunes stay here as they were read.")
            return words.format(name)
        said = (
            (self.tr("added: {0}"), changes.added),
            (self.tr("changed: {0}"), changes.changed),
            (self.tr("removed: {0}"), changes.removed),
            (self.tr("no longer readable: {0}"), changes.closed),
        )
        parts = [words.format(self._files(files)) for words, files in said if files]
        return self.tr("“{0}” has changed on disk: {1}. Its tunes stay as they were read.").format(
            name, "; ".join(parts)
        )

    def _files(self, files: Sequence[Path]) -> str:
        """Return the names of files, or how many there are."""
        if len(files) <= _MOST_NAMES:
            return ", ".join(one_line(file.name) for file in files)
        return self.tr("%Ln files", "", len(files))
