"""The open texts, handed from the composer of one window to that of the next."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSignalBlocker

from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.desk.tune_watch import facts_of
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.returning.last_text import LastText
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.document_tabs import DocumentTabs
from abcstudio.ui.editor.abc_editor import TextPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedTexts:
    """Texts with their undo history, and where the person was in each.

    Attributes:
        tabs: Those that have a tab, from left to right.
        others: Takes without a tab that are not kept otherwise.
        untitled: Those that have no name of their own.
        places: Where the carets stand, by the key of the text.
        copies: The safety copies, by the key of the text.
    """

    tabs: tuple[Document, ...]
    others: tuple[Document, ...]
    current: Document
    untitled: frozenset[Document]
    places: Mapping[int, TextPlace]
    copies: Mapping[int, Path]


class OpenTexts:
    """Hands over the texts that are open, and takes such up."""

    def __init__(
        self,
        parts: ComposerParts,
        bar: DocumentTabs,
        takes: TakesRoom,
        last_text: LastText,
    ) -> None:
        self._documents = parts.desk.documents
        self._editor = parts.desk.editor
        self._highlighting = parts.highlighting
        self._bar = bar
        self._files = parts.files
        self._autosave = parts.autosave
        self._history = takes.history
        self._takes = takes.list
        self._last_text = last_text

    @property
    def are_whole(self) -> bool:
        """Whether no text is being opened, composed, or changed in pieces."""
        changing = (each.is_composing or each.large.is_busy for each in self._documents)
        is_opening = self._files.opening.is_busy or self._last_text.is_under_way
        return not (is_opening or any(changing))

    def hand_over(self) -> HandedTexts:
        """Leave the texts to another window, once the page is closed; their copies stay."""
        places, current = self._editor.places, self._documents.current
        tabs = tuple(self._bar.documents())
        with QSignalBlocker(self._editor):
            # Another editor shows the texts.
            self._editor.show_document(Document("", parent=self._editor))
        self._highlighting.let_go()
        documents = self._documents.let_go()
        # Other takes are listed from their history.
        others = tuple(each for each in documents if each not in tabs and each.needs_saving)
        untitled = frozenset(each for each in tabs if each.name == self._files.untitled)
        return HandedTexts(
            tabs=tabs,
            others=others,
            current=current,
            untitled=untitled,
            places=places,
            copies=self._autosave.copies,
        )

    def take_up(self, texts: HandedTexts) -> None:
        """Show the texts of another window as they were there."""
        self._editor.take_places(texts.places)
        for document in (*texts.others, *texts.tabs):
            self._name(document, is_untitled=document in texts.untitled)
            if document.key in texts.copies:
                self._autosave.take_over(document, texts.copies[document.key])
            # A take gets its tab only so.
            self._documents.add(document, make_current=document in texts.tabs)
            if document.is_take:
                self._takes.takes.set_facts(document, facts_of(document.text()))
        self._documents.make_current(texts.current)

    def _name(self, document: Document, *, is_untitled: bool) -> None:
        """Call a text in the language of this window."""
        if document.is_take:
            name = self._history.name_of(document.provenance.take_number)
            document.set_title(document.title, name=name)
        elif is_untitled:
            document.set_title(document.title, name=self._files.untitled)
