"""The person's own snippets: read once, written in the background after each change."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from abcstudio.messages import reason
from abcstudio.notation.assistance.snippet_file import (
    MAX_SNIPPETS,
    KeptSnippets,
    load_snippets,
    save_snippets,
)
from abcstudio.notation.assistance.snippets import Snippet
from abcstudio.paths import snippets_file
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import message
from abcstudio.workers.job import Job, plain_work


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
        self._is_writing = False
        self._has_news = False

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
        self._has_news = True
        if not self._is_writing:
            self._write()

    def _write(self) -> None:
        self._is_writing, self._has_news = True, False
        job = Job(plain_work(save_snippets, self._read(), snippets_file()))
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        self._studio.start(job)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, OSError):
            parameters = {"path": snippets_file(), "reason": reason(error)}
            self._studio.notify(message("file.unwritable", parameters), "error")

    def _on_ended(self) -> None:
        self._is_writing = False
        if self._has_news:
            self._write()
