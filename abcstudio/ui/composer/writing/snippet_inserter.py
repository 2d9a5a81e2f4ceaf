"""Inserts snippets into the text and templates into new texts, and keeps the person's own."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog

from abcstudio.notation.assistance.snippet_file import (
    MAX_BODY_LENGTH,
    MAX_SNIPPETS,
    KeptSnippets,
    load_snippets,
    save_snippets,
)
from abcstudio.notation.assistance.snippets import (
    PIECES,
    TEMPLATES,
    Snippet,
    fill,
    next_number,
    own_snippet,
)
from abcstudio.notation.spans import Span
from abcstudio.paths import snippets_file
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.writing.placeholder_walk import PlaceholderWalk
from abcstudio.ui.composer.writing.snippet_list import SnippetList, name_of
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.services.newest_writer import NewestWriter
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import message


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


_NAME_LENGTH = 40


class SnippetInserter(QObject):
    """The list, what is chosen in it, and where the caret goes after that."""

    def __init__(self, desk: TuneDesk, files: DocumentFiles) -> None:
        super().__init__(desk.editor)
        self._desk = desk
        self._editor = desk.editor
        self._files = files
        self._studio = desk.studio
        self.own = OwnSnippets(desk.studio, self)
        self.walk = PlaceholderWalk(desk.editor, self)
        self._list: SnippetList | None = None
        self._makes_texts = False
        self._kept = ""

    @property
    def list(self) -> SnippetList:
        """The list, made when it is needed first."""
        if self._list is None:
            self._list = SnippetList(self._editor.window(), self._studio)
            self._list.chosen.connect(self._on_chosen)
            self._list.delete_requested.connect(self._delete)
        return self._list

    def open_list(self) -> None:
        """Let the person choose what to insert at the caret."""
        self._makes_texts = False
        self.list.open(self._offered(), self.tr("What should be put in?"))

    def open_templates(self) -> None:
        """Let the person choose a template for a new text."""
        self._makes_texts = True
        self.list.open(self._offered(), self.tr("What kind of tune?"))

    def insert(self, snippet: Snippet) -> None:
        """Put a snippet in the place of the selection, and go to its first place to fill in."""
        editor = self._editor
        why_not = self._desk.why_no_writing()
        if why_not:
            self._studio.notify(why_not, "info")
            return
        text, selection = editor.text(), editor.selection()
        takes_selection = "$SELECTION" in snippet.body
        place = selection if takes_selection else Span(selection.end, selection.end)
        selected = selection.of(text) if takes_selection else ""
        filled = fill(snippet, selected=selected, number=next_number(text), say=message)
        words = filled.text
        before = _line_ends_before(text, place.start, snippet)
        # What begins a line of its own ends it too, unless the line ends there already.
        if words.endswith("\n") and text.startswith("\n", place.end) and not snippet.is_tune:
            words = words[:-1]
        if self._desk.write(place, before + words):
            self._go_to(place.start + len(before), filled.stops, len(words))

    def new_text(self, template: Snippet) -> None:
        """Open a new text that begins with a template."""
        filled = fill(template, say=message)
        self._files.new()
        self._desk.write(Span(0, 0), filled.text)
        self._go_to(0, filled.stops, len(filled.text))

    def keep_selection(self) -> None:
        """Ask for a name and keep the selection as a snippet."""
        editor = self._editor
        words = editor.selection().of(editor.text())
        if not words.strip():
            self._studio.notify(self.tr("First select the text for the snippet."), "info")
            return
        if len(words) > MAX_BODY_LENGTH or self.own.is_full:
            self._studio.notify(self.tr("This selection is too long for a snippet."), "info")
            return
        self._kept = words
        dialog = QInputDialog(self._editor)
        dialog.setWindowTitle(self.tr("Keep the selection as a snippet"))
        dialog.setLabelText(self.tr("Name of the snippet"))
        dialog.setOkButtonText(self.tr("Keep"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.setTextValue(" ".join(words.split())[:_NAME_LENGTH])
        dialog.textValueSelected.connect(self._on_named)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_named(self, name: str) -> None:
        name = " ".join(name.split())
        if not name:
            self._studio.notify(self.tr("A snippet needs a name. Nothing was kept."), "info")
            return
        self.own.add(own_snippet(name, self._kept))
        self._studio.notify(self.tr("“{0}” is kept among the snippets.").format(name), "success")

    def _delete(self, snippet: Snippet) -> None:
        self.own.delete(snippet)
        self.list.refresh(self._offered())
        self._studio.notify(
            self.tr("“{0}” is deleted.").format(name_of(snippet)),
            "info",
            self.tr("Undo"),
            lambda: self.own.add(snippet),
        )

    def _offered(self) -> tuple[Snippet, ...]:
        if self._makes_texts:
            return TEMPLATES
        return (*self.own.snippets, *PIECES, *TEMPLATES)

    def _on_chosen(self, snippet: Snippet) -> None:
        if self._makes_texts:
            self.new_text(snippet)
        else:
            self.insert(snippet)

    def _go_to(self, start: int, stops: tuple[Span, ...], length: int) -> None:
        editor = self._editor
        editor.setFocus()
        places = stops or (Span(length, length),)
        self.walk.begin([Span(start + span.start, start + span.end) for span in places])


def _line_ends_before(text: str, place: int, snippet: Snippet) -> str:
    """Return the line ends that must come first: a tune and a field stand on lines of their own."""
    before = text[:place]
    if snippet.is_tune:
        if not before.strip():
            return ""
        return "\n" * (2 - min(2, len(before) - len(before.rstrip("\n"))))
    begins_line = snippet.body.endswith("\n") and not snippet.body.startswith("\n")
    return "\n" if begins_line and before and not before.endswith("\n") else ""
