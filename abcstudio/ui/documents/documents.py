"""The texts that are open in the composer, one of them current."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from abcstudio.ui.documents.document import Document
from abcstudio.ui.look.plain_text import one_line


class Documents(QObject):
    """The open documents, those that have a tab in the order of the tabs; there is always one.

    Signals:
        added: Carries a `Document`.
        removed: Carries a `Document`.
        current_changed: Another document is current. Carries it.
        chosen: The person chose a document in a list or among the tabs. Carries it.
        state_changed: The name, path, kept or modified mark of some document changed.
        number_changed: Documents were opened or closed; of several at once it is told once.
    """

    added = Signal(object)
    removed = Signal(object)
    current_changed = Signal(object)
    chosen = Signal(object)
    state_changed = Signal()
    number_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents: list[Document] = []
        self._current: Document | None = None
        self._holders = 0
        self._untold: list[SignalInstance] = []

    def __len__(self) -> int:
        return len(self._documents)

    def __contains__(self, document: object) -> bool:
        return document in self._documents

    def __iter__(self) -> Iterator[Document]:
        return iter(tuple(self._documents))

    @property
    def current(self) -> Document:
        """The document in the editor."""
        assert self._current is not None
        return self._current

    def add(self, document: Document, *, make_current: bool = True) -> None:
        """Open a document; an empty, untouched one that was current goes away."""
        document.setParent(self)
        self._documents.append(document)
        document.changed.connect(self._on_changed)
        self.added.emit(document)
        self.tell(self.number_changed)
        if make_current or self._current is None:
            self.make_current(document)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Tell once, at the end, that names, marks and the number of documents changed meanwhile.

        Who follows these looks at all documents, and at all that can be done with them.
        """
        self.hold()
        try:
            yield
        finally:
            self.release()

    def hold(self) -> None:
        """Begin as `together` does; each call needs its `release`."""
        self._holders += 1

    def release(self) -> None:
        """End as `together` does."""
        for tell in self.untold():
            tell()

    def untold(self) -> Sequence[Callable[[], None]]:
        """End as `together` does, but return what is to be told, for turns of its own."""
        self._holders -= 1
        if self._holders:
            return ()
        untold, self._untold = self._untold, []
        return [signal.emit for signal in untold]

    def _on_changed(self) -> None:
        self.tell(self.state_changed)

    def tell(self, signal: SignalInstance) -> None:
        """Emit a signal without arguments; while several things change `together`, at their end."""
        if not self._holders:
            signal.emit()
        elif signal not in self._untold:
            self._untold.append(signal)

    def arrange(self, first: Sequence[Document]) -> None:
        """Let some documents come first, in this order; the others keep theirs."""
        self._documents = [*first, *(each for each in self._documents if each not in first)]

    def make_current(self, document: Document) -> None:
        """Show another document."""
        previous = self._current
        if document is previous:
            return
        self._current = document
        self.current_changed.emit(document)
        if previous is not None and previous.is_untouched and not previous.is_composing:
            self.remove(previous)

    def choose(self, document: Document) -> None:
        """Show the document that the person has chosen."""
        self.make_current(document)
        self.chosen.emit(document)

    def remove(self, document: Document) -> None:
        """Close a document that is not the only one; its neighbour becomes current."""
        if len(self._documents) < 2:
            return
        if document is self._current:
            place = self._documents.index(document)
            neighbour = self._documents[place - 1 if place else 1]
            self._current = neighbour
            self.current_changed.emit(neighbour)
        if document in self._documents:
            self._documents.remove(document)
            document.changed.disconnect(self._on_changed)
            self.removed.emit(document)
            self.tell(self.number_changed)
            document.deleteLater()

    def let_go(self) -> tuple[Document, ...]:
        """Leave all documents to others, who may add them elsewhere; nothing is told of it."""
        documents, self._documents = tuple(self._documents), []
        for document in documents:
            document.changed.disconnect(self._on_changed)
            document.setParent(None)
        return documents

    def source_of(self, document: Document) -> str:
        """Return what a document is known by beside the title of one of its tunes."""
        return one_line(document.name) if document.is_take else self.label_of(document)

    def label_of(self, document: Document) -> str:
        """Return the name of a document in the window; no other open one has the same."""
        return self._told_apart(document, document.label)

    def short_label_of(self, document: Document) -> str:
        """Return what a document is known by where room is scarce, as in a tab.

        A file goes without its suffix where no other one is called so, a take by its number.
        """
        path = document.path
        if document.is_take and document.title not in ("", document.name):
            number = document.provenance.take_number
            return self.tr("{0} · {1}").format(number, document.title)
        if path is None:
            return self.label_of(document)
        others = [each.path for each in self._documents if each.path is not None]
        names = {other.name for other in others if other.stem == path.stem}
        return self._told_apart(
            document, one_line(path.stem) if len(names) == 1 else document.label
        )

    def _told_apart(self, document: Document, words: str) -> str:
        path = document.path
        if path is not None:
            paths = [each.path for each in self._documents if each is not document]
            twins = [other for other in paths if other is not None and other.name == path.name]
            if not twins:
                return words
            return self.tr("{0} ({1})").format(words, one_line(_folder_of(path, twins)))
        if document.is_take:
            return words
        new = [each for each in self._documents if each.path is None and not each.is_take]
        equal = [each for each in new if each.label == document.label]
        place = equal.index(document) + 1 if document in equal else 1
        return self.tr("{0} ({1})").format(words, place) if place > 1 else words


def _folder_of(path: Path, twins: list[Path]) -> str:
    """Return the end of a file's folder, as much of it as no twin has."""
    parts = path.parent.parts
    for count in range(1, len(parts)):
        if all(twin.parent.parts[-count:] != parts[-count:] for twin in twins):
            return str(Path(*parts[-count:]))
    return str(path.parent)
