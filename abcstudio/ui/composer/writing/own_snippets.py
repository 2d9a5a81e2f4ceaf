"""The person's own snippets: read once, written in the background after each change."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.notation.assistance.snippet_file import (
    MAX_SNIPPETS,
    KeptSnippets,
    load_snippets,
    save_snippets,
)
from abcstudio.notation.assistance.snippets import Snippet
from abcstudio.paths import snippets_file
from abcstudio.ui.services.newest_writer import NewestWriter
from abcstudio.ui.services.studio import Studio


class OwnSnippets(QObject):
    """Holds them, newest first.

    Signals:
        changed: One was added or deleted.
    """

    changed = Signal()

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._kept: KeptSnippets | None = None
        self._writer = NewestWriter(studio, snippets_file, self._saving, self)

    @property
    def snippets(self) -> tuple[Snippet, ...]:
        """All of them; read from the disk the first time."""
        return self._read().snippets

    @property
    def is_full(self) -> bool:
        """Whether there are as many as can be kept."""
        return len(self.snippets) >= MAX_SNIPPETS

    def add(self, snippet: Snippet) -> None:
        """Keep one, in place of another one of its name."""
        others = tuple(one for one in self.snippets if one.name != snippet.name)
        self._take((snippet, *others))

    def delete(self, snippet: Snippet) -> None:
        """Forget one."""
        self._take(tuple(one for one in self.snippets if one is not snippet))

    def _read(self) -> KeptSnippets:
        if self._kept is None:
            self._kept = load_snippets(snippets_file(), self._studio.tell_damaged)
        return self._kept

    def _take(self, snippets: tuple[Snippet, ...]) -> None:
        self._kept = replace(self._read(), snippets=snippets)
        self.changed.emit()
        self._writer.write()

    def _saving(self, path: Path) -> Callable[[], object]:
        return partial(save_snippets, self._read(), path)
