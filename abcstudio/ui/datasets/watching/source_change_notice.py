"""Tells of changes on disk, and offers to read the source again."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from abcstudio.corpus.source_changes import SourceChanges
from abcstudio.guarded_files import is_there
from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.watching.source_watch import SourceWatch
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.services.studio import Notice

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
