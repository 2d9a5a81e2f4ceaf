"""Keeps tunes in the tunebook, and keeps the panel in step with it."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from abcstudio.corpus.kept_book import (
    KeptBook,
    KeptTune,
    SetName,
    joined_tunes,
    with_times_said,
)
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.desk.tune_watch import TuneView
from abcstudio.ui.composer.tunebook.book_panel import BookPanel
from abcstudio.ui.composer.tunebook.kept_tunes import KeptTunes
from abcstudio.ui.controls.side_tabs import SideTabs
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.workers.scores import TuneSet

NAME = "book"


class TunebookPresenter(QObject):
    """Changes the book; every change can be undone, in the notice and by a key in the list.

    Signals:
        side_requested: The panel is to come to the front. Carries its name.
        tune_opened: A kept tune is to be shown. Carries its place in the text, from 0, and whether
            the person wants to go to the text.
        tune_kept: A tune is kept. Carries the document, its place there, and its kept text.
        tune_renamed: A kept tune has another title. Carries its text before and now.
        changed: What may be done may differ.
    """

    side_requested = Signal(str)
    tune_opened = Signal(int, bool)
    tune_kept = Signal(object, object, str)
    tune_renamed = Signal(str, str)
    changed = Signal()

    def __init__(
        self,
        kept: KeptTunes,
        desk: TuneDesk,
        files: DocumentFiles,
        panel: BookPanel,
        side: SideTabs,
    ) -> None:
        super().__init__(panel)
        self._kept = kept
        self._desk = desk
        self._watch = desk.watch
        self._documents = desk.documents
        self._files = files
        self._panel = panel
        self._side = side
        self._studio = desk.studio
        self._row = -1
        self._opened: set[int] = set()
        desk.documents.removed.connect(lambda document: self._opened.discard(document.key))
        kept.changed.connect(self._show)
        desk.studio.keeping_requested.connect(self.keep_chosen)
        panel.shown.connect(self._on_shown)
        panel.current_changed.connect(self.changed)
        panel.open_requested.connect(lambda row: self.open(row))
        panel.removal_requested.connect(self.remove)
        panel.step_requested.connect(self.step)
        panel.undo_requested.connect(kept.undo)
        panel.redo_requested.connect(kept.redo)
        # Later: the list must not change while it still takes the drop, or closes the line.
        panel.rows.rename_requested.connect(self._rename, Qt.ConnectionType.QueuedConnection)
        panel.rows.move_requested.connect(self._move, Qt.ConnectionType.QueuedConnection)

    @property
    def book(self) -> KeptBook:
        """The book as it is now."""
        return self._kept.book

    @property
    def row(self) -> int:
        """The current row of the panel, -1 for none."""
        return self._panel.row

    def show_panel(self) -> None:
        """Bring the panel to the front, ready for keys."""
        self.side_requested.emit(NAME)
        self._panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep the tune at the caret, at the end of the set that is chosen in the panel."""
        view, document = self._watch.settle(), self._desk.document
        if view is None:
            return
        text, reference = view.tune.standalone_text, view.tune.reference_number
        title = view.tune.title or self.tr("The tune")
        numbers = {tune.number for tune in self.book.tunes}
        if document.key in self._opened and reference.isdecimal() and int(reference) in numbers:
            words = self.tr("{0} is brought up to date in the tunebook.").format(title)
            row = self._panel.row
            if self._change(lambda book: book.replace_tune(int(reference), text), row, words):
                self._tell_kept(document, view, self.book.text_of(int(reference)))
            else:
                self._studio.notify(self.tr("{0} is in the tunebook already.").format(title))
            return
        if self.book.number_of(text):
            self._studio.notify(self.tr("{0} is in the tunebook already.").format(title))
            return
        after = self._panel.row if self._panel.row >= 0 else None
        _, place = self.book.add(text, after)
        words = self._kept_words(title, after)
        if self._change(lambda book: book.add(text, after)[0], place, words):
            self._tell_kept(document, view, self.book.text_of(self.book.number_of(text)))

    def keep_chosen(self, tunes: Sequence[Tune], is_set: bool) -> None:
        """Keep tunes that are chosen on another page, as one step to undo; as a set of their own.

        Args:
            tunes: In their order.
            is_set: Whether they become a set; else they go where the chosen row is.
        """
        texts = [tune.standalone_text for tune in tunes]
        title = tunes[0].title or self.tr("The tune")
        name = " / ".join(tune.title or self.tr("Untitled") for tune in tunes)
        after = self._panel.row if self._panel.row >= 0 else None
        if is_set:
            count = len(self.book.set_of(texts, name).items)
            words = self.tr("%Ln tunes are a set in the tunebook.", "", len(tunes))
            self._change(lambda book: book.set_of(texts, name), count - len(set(texts)) - 1, words)
            return
        new = len(self.book.add_all(texts, after).items) - len(self.book.items)
        words = self.tr("%Ln tunes are kept in the tunebook.", "", new)
        words = self._kept_words(title, after) if len(tunes) == 1 else words
        if not self._change(lambda book: book.add_all(texts, after), self._panel.row, words):
            said = self.tr("{0} is in the tunebook already.").format(title)
            many = self.tr("These %Ln tunes are in the tunebook already.", "", len(tunes))
            self._studio.notify(said if len(tunes) == 1 else many)

    def add_set(self) -> None:
        """Begin a set at the end, ready to be named; several selected tunes go into it."""
        self.side_requested.emit(NAME)
        selected = self._panel.selected
        tunes = selected if len(selected) > 1 else frozenset()
        count = sum(isinstance(item, SetName) for item in self.book.items)
        name = self.tr("Set {0}").format(count + 1)
        items = self.book.add_set(name, tunes).items
        place = max(row for row, item in enumerate(items) if isinstance(item, SetName))
        if self._change(lambda book: book.add_set(name, tunes), place):
            self._panel.rename_current()

    def rename(self) -> None:
        """Let the person type another name of the row."""
        self.side_requested.emit(NAME)
        self._panel.rename_current()

    def step(self, by: int) -> None:
        """Move the row up (-1) or down (1); a set goes past another set."""
        row = self._panel.row
        _, place = self.book.step(row, by)
        self._change(lambda book: book.step(row, by)[0], place)

    def remove(self, row: int) -> None:
        """Remove the item of a row, and those selected with it; undo brings all back."""
        selected = self._panel.selected
        if len(selected) > 1 and row in selected:
            words = self._words_without(selected)
            self._change(lambda book: _without(book, selected), min(selected), words)
            return
        item = self.book.items[row]
        if isinstance(item, SetName):
            words = self.tr("The set {0} is dissolved; its tunes stay.").format(item.name)
        else:
            title = item.title or self.tr("The tune")
            words = self.tr("{0} is removed from the tunebook.").format(title)
        self._change(lambda book: book.remove(row), row, words)

    def _words_without(self, rows: Collection[int]) -> str:
        """Say how many tunes went, and how many sets are none any more."""
        sets = sum(isinstance(self.book.items[row], SetName) for row in rows)
        tunes = len(rows) - sets
        of_tunes = self.tr("%Ln tunes are removed from the tunebook.", "", tunes) if tunes else ""
        of_sets = self.tr("%Ln sets are dissolved.", "", sets) if sets else ""
        return " ".join(filter(None, (of_tunes, of_sets)))

    def set_times(self, rows: Collection[int], times: int) -> None:
        """Set how many times the tunes of some rows are played in their sets."""
        self._change(lambda book: book.with_times(rows, times), self._panel.row)

    def times_of(self, document: Document, tune: Tune) -> int:
        """Return how many times a tune is played: once, unless its document is an opened set."""
        reference = tune.reference_number
        is_ours = document.key in self._opened and reference.isdecimal()
        return self.book.times_of(int(reference)) if is_ours else 1

    def set_to_print(self, document: Document) -> TuneSet | None:
        """Return the set that is open in a document, or None."""
        tunes = document.book().tunes()
        if document.key not in self._opened or len(tunes) < 2:
            return None
        texts = [with_times_said(each.text, self.times_of(document, each)) for each in tunes]
        return TuneSet(split_tunebook(joined_tunes(texts)), document.name)

    def renumber(self) -> None:
        """Number all tunes from 1 in their order."""
        words = self.tr("The tunes are numbered from 1 in their order.")
        if not self._change(lambda book: book.renumber(), self._panel.row, words):
            self._studio.notify(self.tr("The tunes are numbered in their order already."))

    def open(self, row: int, *, focus: bool = True) -> Document | None:
        """Open the set of a row, or a tune that is in none; return its text, None without a tune.

        Args:
            row: The row; where it is a tune of a set, the caret goes there.
            focus: The person goes to the text.
        """
        tunes = self.book.tunes_at(row)
        if not tunes:
            self._studio.notify(self.tr("There is no tune in this set yet."))
            return None
        text = joined_tunes([tune.text for tune in tunes])
        document = next(
            (each for each in self._documents if each.key in self._opened and each.text() == text),
            None,
        )
        if document is None:
            before = self._documents.current
            self._files.open_text(text, self.name_of(row))
            document = self._documents.current
            if document is before:
                # A text so large opens in the background.
                return None
            document.stand_apart(self.name_of(row))
            self._opened.add(document.key)
        else:
            self._documents.make_current(document)
        item = self.book.items[row]
        place = tunes.index(item) if isinstance(item, KeptTune) else 0
        self.tune_opened.emit(place, focus)
        return document

    def name_of(self, row: int) -> str:
        """Return what the set of a row is called, or a tune that is in none."""
        first = self.book.items[self.book.set_at(row).start]
        if isinstance(first, SetName):
            return first.name
        item = self.book.items[row]
        title = item.title if isinstance(item, KeptTune) else ""
        return title or self.tr("Untitled")

    def mark_playing(self, document: Document, place: int) -> None:
        """Mark the row of a tune that is played, and show the tune where its text is shown."""
        reference = document.book().tune(place).reference_number
        is_ours = document.key in self._opened and reference.isdecimal()
        self._panel.rows.set_playing(int(reference) if is_ours else None)
        if document is self._documents.current:
            self.tune_opened.emit(place, False)

    def mark_none(self) -> None:
        """Mark no row as played."""
        self._panel.rows.set_playing(None)

    def why_no_row(self) -> str:
        """Return that no row is chosen, "" when one is."""
        return "" if self._panel.row >= 0 else self.tr("Choose a tune or a set in the tunebook.")

    def _kept_words(self, title: str, after: int | None) -> str:
        book = self.book
        first = None if after is None else book.items[book.set_at(after).start]
        if isinstance(first, SetName):
            return self.tr("{0} is kept in the set {1}.").format(title, first.name)
        return self.tr("{0} is kept in the tunebook.").format(title)

    def _tell_kept(self, document: Document, view: TuneView, kept: str) -> None:
        place = Span(view.offset, view.offset + len(view.tune.text))
        self.tune_kept.emit(document, place, kept)

    def _rename(self, row: int, name: str) -> None:
        before = self.book.items[row]
        self._change(lambda book: book.rename(row, name), row)
        if isinstance(before, KeptTune):
            self.tune_renamed.emit(before.text, self.book.text_of(before.number))

    def _move(self, row: int, to: int) -> None:
        _, place = self.book.move(row, to)
        self._change(lambda book: book.move(row, to)[0], place)

    def _change(self, change: Callable[[KeptBook], KeptBook], row: int, words: str = "") -> bool:
        """Change the book, show a row of it, and say so with a way back; return if it is done."""
        self._row = row
        is_done = self._kept.change(change)
        if is_done and words:
            undo = partial(self._kept.undo_if, self.book)
            self._studio.notify(words, "success", self.tr("Undo"), undo)
        self._row = -1
        return is_done

    def _on_shown(self) -> None:
        self._kept.refresh()
        self._show()

    def _show(self) -> None:
        row = self._row if self._row >= 0 else self._panel.row
        self._panel.set_book(self.book, row)
        self._side.set_count(NAME, len(self.book.tunes))
        self.changed.emit()


def _without(book: KeptBook, rows: Collection[int]) -> KeptBook:
    for row in sorted(rows, reverse=True):
        book = book.remove(row)
    return book
