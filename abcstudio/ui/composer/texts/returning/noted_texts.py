"""Notes which texts are open, for the next start."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from abcstudio.ui.composer.desk.tune_watch import TuneWatch
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.document_tabs import DocumentTabs
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.editor_text import to_offset
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.services.studio import Studio
from abcstudio.window_state import WindowState

_PAUSE_MS = 1000
"""Who goes through takes or tunes writes the preferences once they have come to rest."""


class NotedTexts(QObject):
    """Keeps which files have tabs, and which file or take is in the editor.

    Of a text that is nowhere else nothing is kept here: closing asks about it.

    Args of the constructor:
        waiting: Returns the files that are still to be opened again, with the caret in each.
    """

    def __init__(
        self,
        documents: Documents,
        bar: DocumentTabs,
        editor: AbcEditor,
        watch: TuneWatch,
        waiting: Callable[[], Mapping[str, int]],
        studio: Studio,
    ) -> None:
        super().__init__(editor)
        self._documents = documents
        self._bar = bar
        self._editor = editor
        self._watch = watch
        self._waiting = waiting
        self._studio = studio
        self._shown: Document | None = None
        self._last: Document | None = None
        self._noted: tuple[object, ...] = ()
        self._is_closed = False
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._note)
        documents.current_changed.connect(self._on_current_changed)
        for change in (
            documents.state_changed,
            documents.removed,
            bar.tabMoved,
            watch.tune_changed,
        ):
            change.connect(self.note_soon)

    def close(self) -> None:
        """Note it as the window closes."""
        self._pause.stop()
        self._noted = ()
        self._note()
        self._is_closed = True

    def _on_current_changed(self, document: Document) -> None:
        self._look()
        self._shown = document
        self.note_soon()

    def note_soon(self) -> None:
        """Note what is open once the person has come to rest."""
        if not (self._pause.isActive() or self._is_closed):
            self._pause.start()

    def _look(self) -> None:
        """Know the text in the editor for the last one, where it is kept by now."""
        if self._shown is not None and _is_kept(self._shown):
            self._last = self._shown

    def _note(self) -> None:
        self._look()
        document, tabs = self._last_of_all(), self._tabs()
        window = self._studio.settings.window
        if document is None:
            self._noted = ()
            is_to_come = window.file in tabs
            self._keep(replace(window, tabs=tabs) if is_to_come else window.with_texts(tabs=tabs))
            return
        file, caret = str(document.path or ""), self._caret_in(document)
        take = "" if file else document.provenance.history_key
        is_current = document is self._shown
        noted = file, take, self._watch.index_at(caret) if is_current else -1, tuple(tabs)
        if noted != self._noted:
            self._noted = noted
            place = self._place_of(document)
            self._keep(window.with_texts(file, take, caret, tabs=tabs, place=place))

    def _last_of_all(self) -> Document | None:
        """Return the text that was in the editor last and is kept, else a file that is open."""
        last = self._last
        if last is not None and last in self._documents and _is_kept(last):
            return last
        return next((each for each in self._documents if each.path is not None), None)

    def _tabs(self) -> dict[str, int]:
        """Return the files that have a tab, or will have one, with the places of the carets."""
        files = {str(each.path): self._caret_in(each) for each in self._documents if each.path}
        waiting = dict(self._waiting())
        before = self._studio.settings.window.tabs if waiting else {}
        first = {file: files.get(file, caret) for file, caret in before.items()}
        return {file: caret for file, caret in first.items() if file in files | waiting} | files

    def _place_of(self, document: Document) -> int:
        """Return the place of a text among the tabs of files."""
        tabs = self._bar.documents()
        left = tabs[: tabs.index(document)] if document in tabs else tabs
        return len([each for each in left if each.path is not None])

    def _caret_in(self, document: Document) -> int:
        if document is self._shown:
            return self._editor.caret()
        _, position, _ = self._editor.places.get(document.key, (0, 0, 0))
        return to_offset(document.text(), position)

    def _keep(self, window: WindowState) -> None:
        self._studio.update_settings(window=window)


def _is_kept(document: Document) -> bool:
    """Return whether a text is kept by other means: as a file, or in the history of takes."""
    return document.path is not None or bool(document.provenance.history_key)
