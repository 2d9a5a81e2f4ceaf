"""The texts that were open last, shown again by the next start: the one in the editor first."""

import logging
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from abcstudio.composing.history.remembered_take import is_take_key
from abcstudio.corpus.given_text import why_no_tunes
from abcstudio.guarded_files import is_file
from abcstudio.notation.spans import Span
from abcstudio.settings import WindowState
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.takes.take_history import TakeHistory
from abcstudio.ui.composer.texts.returning.noted_texts import NotedTexts
from abcstudio.ui.composer.texts.returning.opening_mark import OpeningMark
from abcstudio.ui.composer.texts.returning.texts_behind import TAKE, TextsBehind
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.document_tabs import DocumentTabs
from abcstudio.ui.documents.editor_text import to_position
from abcstudio.ui.documents.long_lines import LongLineError
from abcstudio.ui.documents.opening_queue import AT_ONCE_BYTES
from abcstudio.ui.documents.origins.read_text import MAX_FILE_BYTES
from abcstudio.ui.editor.first_sight import FirstSight
from abcstudio.ui.words.translation import error_sentence, message, reason_words

log = logging.getLogger(__name__)

_LOOK_MS = 100
_MOST_LOOKS = 50
"""A score that has not come in so long keeps the other texts waiting no longer."""
_MOST_NAMED = 5


class LastText(QObject):
    """Begins with the text that was in the editor, and has the others opened behind it.

    What a session left unsaved that was killed is offered by `Recovery`, never opened unasked. Nor
    is a text opened again that ended the program the last time: see `OpeningMark`.

    Attributes:
        is_there: Whether the window has begun with such a text.
    """

    def __init__(
        self,
        parts: ComposerParts,
        bar: DocumentTabs,
        history: TakeHistory,
        mark: OpeningMark,
    ) -> None:
        super().__init__(parts.page)
        desk, studio = parts.desk, parts.studio
        self._documents = desk.documents
        self._files = parts.files
        self._history = history
        self._editor = desk.editor
        self._watch = desk.watch
        self._link = parts.link
        self._mark = mark
        self._studio = studio
        self._awaited: tuple[Path, int] | None = None
        self._missed: list[tuple[str, str]] = []
        self.is_there = False
        self._behind = TextsBehind(desk.documents, bar, desk.editor, studio, self)
        self._behind.began.connect(lambda path: mark.set(str(path)))
        self._behind.missed.connect(self._miss)
        self._behind.ended.connect(self._on_all_open)
        self._noted = NotedTexts(
            documents=desk.documents,
            bar=bar,
            editor=desk.editor,
            watch=desk.watch,
            waiting=self._still_to_come,
            studio=studio,
        )
        self._looks = 0
        self._look_again = QTimer(self, interval=_LOOK_MS)
        self._look_again.timeout.connect(self._look_at_score)
        # Connected after `NotedTexts`, which asks for the texts not opened yet.
        studio.closing.connect(self._close)

    @property
    def is_under_way(self) -> bool:
        """Whether texts are still to be opened."""
        return bool(self._behind.waiting)

    def show(self) -> None:
        """Show what was in the editor; the welcome where that was nothing, or cannot be had."""
        kept = self._studio.settings.window
        left = self._mark.left()
        others = {file: caret for file, caret in kept.tabs.items() if file not in left}
        try:
            if (kept.take or kept.file) in left:
                self._files.welcome()
            else:
                self._show_front(kept, others)
        except Exception as error:  # No text may keep the studio from opening, each time anew.
            log.exception("The last text cannot be shown")
            self._files.welcome()
            self._missed.append(("", error_sentence(error)))
        if not (self.is_there or self._awaited):
            self._mark.clear()
        order = list(kept.tabs)
        if kept.take:
            order.insert(kept.place, TAKE)
        self._behind.await_(others, order)
        if not others:
            self._tell_missed()
        for text in left & {kept.take, kept.file, *kept.tabs}:
            self._tell_refused(text)

    def go_on(self) -> None:
        """Open the texts behind it once it has been seen, with its score."""
        self._look_again.start()

    def _close(self) -> None:
        """Open no more texts; `NotedTexts` has saved the list of open ones."""
        self._look_again.stop()
        self._behind.stop()
        self._mark.clear()

    def _show_front(self, kept: WindowState, others: dict[str, int]) -> None:
        """Show what was in front, else the nearest tab; take it from the others."""
        if not (kept.take or kept.file):
            self._files.welcome()
            return
        if kept.take and self._show_take(kept.take, kept.caret):
            return
        for file, caret in _by_nearness(kept, others):
            others.pop(file, None)
            if self._show_file(Path(file), caret):
                return
        self._files.welcome()

    def _show_take(self, key: str, caret: int) -> bool:
        try:
            take = self._history.earlier(key)
        except OSError as error:
            self._missed.append(("", error_sentence(error)))
            return False
        if take is None:
            words = self.tr("The take that was open last is not in the history any more.")
            self._missed.append(("", words))
            return False
        self._mark.set(key)
        self._documents.make_current(self._history.open(take))
        self.is_there = True
        self._editor.select(Span(caret, caret))
        return True

    def _show_file(self, path: Path, caret: int) -> bool:
        """Show a file; return whether it can be had, or may still come."""
        self._mark.set(str(path))
        try:
            if is_file(path) and AT_ONCE_BYTES < path.stat().st_size <= MAX_FILE_BYTES:
                self._show_large(path, caret)
                return True
            document = Document.read(path)
        except (LongLineError, OSError) as error:
            self._miss(path, error)
            return False
        if other := why_no_tunes(path, document.file):
            self._miss(path, message(other.message_id, other.parameters))
            return False
        place = to_position(document.text(), caret)
        self._editor.take_places({document.key: (place, place, 0)}, folds=True)
        self._documents.add(document)
        self.is_there = True
        top = self._watch.offset_of(self._watch.index_at(caret))
        FirstSight(self._editor, max(top, 0))
        return True

    def _show_large(self, path: Path, caret: int) -> None:
        """Open a file in the background, once the window stands."""
        self._files.new()
        self._awaited = path, caret
        self._files.opening.ended.connect(partial(QTimer.singleShot, 0, self, self._on_large_read))
        QTimer.singleShot(0, self, partial(self._files.open_path, path))

    def _on_large_read(self) -> None:
        """Go where the caret stood in a large file; show the welcome where that is not there."""
        if self._awaited is None:
            return
        (path, caret), self._awaited = self._awaited, None
        document = self._documents.current
        if document.path == path:
            self._editor.select(Span(caret, caret))
        elif document.is_untouched:
            self._files.welcome()

    def _look_at_score(self) -> None:
        """Begin with the texts behind when the one in front is seen."""
        self._looks += 1
        if not self._is_seen() and self._looks < _MOST_LOOKS:
            return
        self._look_again.stop()
        self._mark.clear()
        self._behind.open_next()

    def _is_seen(self) -> bool:
        watch = self._watch
        has_no_tune = watch.view is None and not watch.is_reading
        return self._awaited is None and (has_no_tune or self._link.drawn_view() is not None)

    def _still_to_come(self) -> Mapping[str, int]:
        """Return the files that are still to be opened, with the place of the caret in each."""
        if self._awaited is None:
            return self._behind.waiting
        path, caret = self._awaited
        return {str(path): caret, **self._behind.waiting}

    def _on_all_open(self) -> None:
        self._mark.clear()
        self._tell_missed()
        self._noted.note_soon()

    def _miss(self, path: Path, why: Exception | str) -> None:
        """Take note of a file that is not opened again."""
        if isinstance(why, OSError):
            words = self.tr("{0} was open last and cannot be read: {1}.")
            why = words.format(path.name, reason_words(why))
        self._missed.append((path.name, why if isinstance(why, str) else error_sentence(why)))

    def _tell_missed(self) -> None:
        """Say in one sentence what is not open again, once there is a place for notices."""
        missed, self._missed = self._missed, []
        if not missed:
            return
        named = [name for name, _ in missed if name]
        said = [words for name, words in missed if not name]
        if len(named) > 1:
            words = self.tr("%n files that were open last cannot be read: {0}.", "", len(named))
            more = ["…"] if len(named) > _MOST_NAMED else []
            said.append(words.format(", ".join(named[:_MOST_NAMED] + more)))
        else:
            said = [words for _, words in missed]
        QTimer.singleShot(0, self, partial(self._studio.notify, " ".join(said)))

    def _tell_refused(self, text: str) -> None:
        """Say that a text is not opened again because the program ended over it."""
        settings = self._studio.settings
        if is_take_key(text):
            name = self._history.name_of(int(text.split("-")[1]))
        else:
            name = Path(text).name
            if text not in settings.recent_files:
                self._studio.replace_settings(settings.with_recent_file(text))
        words = self.tr(
            "The studio ended unexpectedly while it opened {0}, so it has not opened that again."
        )
        tell = partial(self._studio.notify, words.format(name), "info", stays=True)
        opens = partial(self._open_refused, text)
        QTimer.singleShot(0, self, partial(tell, action_text=self.tr("Open it"), action=opens))

    def _open_refused(self, text: str) -> None:
        """Open it all the same, watched as before."""
        self._mark.set(text)
        if not is_take_key(text):
            self._files.open_path(Path(text))
        elif not self._show_take(text, 0):
            self._tell_missed()
        self._looks = 0
        self.go_on()


def _by_nearness(kept: WindowState, others: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Yield the file that was in front, then the others, the nearest tab first."""
    names = list(kept.tabs)
    place = names.index(kept.file) if kept.file in names else kept.place
    if kept.file:
        yield kept.file, kept.caret
    for name in sorted(names, key=lambda name: abs(names.index(name) - place)):
        if name in others and name != kept.file:
            yield name, others[name]
