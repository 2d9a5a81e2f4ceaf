"""Which texts have a tab: files, new texts, and the take in the editor.

The list at the side holds every take; a take has a tab while it is in the editor, and keeps it once
it was changed or saved.
"""

from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.documents.document_tabs import DocumentTabs
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.encodings.encoding_words import encoding_words
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.studio import Studio


class FileTabs(QObject):
    """Keeps the bar of tabs and does what it asks for."""

    def __init__(
        self,
        documents: Documents,
        files: DocumentFiles,
        bar: DocumentTabs,
        studio: Studio,
        actions: Actions,
    ) -> None:
        super().__init__(bar)
        self._documents = documents
        self._files = files
        self._bar = bar
        self._studio = studio
        self._group = CommandGroup(
            actions, self, menu="view", page="composer", why_not=self._why_alone
        )
        self._group.add_all(
            CommandSpec("view.next_tab", "Ne&xt tab", "Show the open text at the right",
                do=partial(self._step, 1), keys="Ctrl+Tab", submenu="go", section="tabs"),
            CommandSpec("view.previous_tab", "Pre&vious tab", "Show the open text at the left",
                do=partial(self._step, -1), keys="Ctrl+Shift+Tab", submenu="go", section="tabs"),
            CommandSpec("view.show_folder", "Show in fo&lder",
                "Open the folder of the file in the editor",
                do=lambda: self._show_folder(documents.current), why_not=self._why_no_folder,
                submenu="text"),
        )  # fmt: skip
        documents.added.connect(self._on_added)
        documents.removed.connect(self._on_removed)
        documents.current_changed.connect(self._on_current_changed)
        documents.state_changed.connect(self._label_all)
        bar.document_chosen.connect(documents.choose)
        bar.tabMoved.connect(self._arrange)
        bar.close_requested.connect(self.close_tab)
        bar.close_others_requested.connect(self.close_others)
        bar.copy_path_requested.connect(self._copy_path)
        bar.show_folder_requested.connect(self._show_folder)
        for document in documents:
            self._on_added(document)
        self._on_current_changed(documents.current)

    def close_tab(self, document: Document, *, asks: bool = True) -> None:
        """Close a file or a new text, after a question where it is not saved.

        A take goes back to its list, where nothing of it is lost.

        Args:
            document: The text.
            asks: False if the user was asked already.
        """
        documents = self._documents
        others = self._bar.documents()
        place = others.index(document)
        others.remove(document)
        neighbour = others[min(place, len(others) - 1)] if others else None
        was_current = document is documents.current
        if document.is_take:
            if neighbour is None:
                return
            if was_current:
                documents.make_current(neighbour)
            self._bar.remove(document)
        else:
            self._files.close(document, asks=asks)
            is_gone = document not in documents
            if is_gone and was_current and neighbour is not None:
                documents.make_current(neighbour)
        self._group.show()

    def close_current(self) -> None:
        """Close the text in the editor; a take goes off its list too."""
        document = self._documents.current
        if document.is_take:
            self._files.close(document)
        else:
            self.close_tab(document)

    def close_others(self, document: Document) -> None:
        """Close all tabs but one, after one question where some are not saved."""
        self._documents.make_current(document)
        others = [other for other in self._bar.documents() if other is not document]
        if self._files.may_close([other for other in others if not other.is_take]):
            for other in others:
                self.close_tab(other, asks=False)

    def in_order(self) -> list[Document]:
        """Return all open texts as the person sees them: the tabs, then the list of takes."""
        with_tab = self._bar.documents()
        others = [document for document in self._documents if document not in with_tab]
        # The newest take stands first in the list.
        return with_tab + sorted(others, key=lambda document: -document.provenance.take_number)

    def _step(self, step: int) -> None:
        documents = self._bar.documents()
        current = self._documents.current
        if current in documents:
            place = (documents.index(current) + step) % len(documents)
            self._documents.choose(documents[place])

    def _on_added(self, document: Document) -> None:
        if not document.is_take:
            self._bar.add(document)
            self._arrange()
            self._label_all()

    def _on_removed(self, document: Document) -> None:
        self._bar.remove(document)
        self._label_all()

    def _on_current_changed(self, document: Document) -> None:
        if document not in self._bar.documents():
            self._bar.add(document)
            self._arrange()
        for other in self._bar.documents():
            if other is not document and other.is_take and not other.is_modified:
                self._bar.remove(other)
        self._bar.show_current(document)
        self._label_all()

    def _arrange(self) -> None:
        """Let safety copies, and what is recovered from them, follow the tabs."""
        self._documents.arrange(self._bar.documents())

    def _label_all(self) -> None:
        for document in self._bar.documents():
            name = self._documents.label_of(document)
            shown = self._documents.short_label_of(document)
            self._bar.label(document, shown, name, self._tooltip(document))
        self._group.show()

    def _tooltip(self, document: Document) -> str:
        if document.path is not None:
            words = encoding_words(document)
            return f"{document.path}\n{words}" if words else str(document.path)
        if document.is_take:
            return self.tr("{0}: closing the tab leaves it in the list of takes").format(
                document.label
            )
        if document.provenance.is_preview:
            return self.tr(
                "{0}: the next known tune opens in this tab, "
                "unless you change something or double-click the tab"
            ).format(document.label)
        return self.tr("{0}: not saved yet").format(document.label)

    def _why_alone(self) -> str:
        return "" if self._bar.count() > 1 else self.tr("No other text is open.")

    def _why_no_folder(self) -> str:
        return "" if self._documents.current.path else self.tr("This text is not saved yet.")

    def _copy_path(self, document: Document) -> None:
        QGuiApplication.clipboard().setText(str(document.path))
        self._studio.notify(self.tr("The path is on the clipboard."), "success")

    def _show_folder(self, document: Document) -> None:
        if document.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(document.path.parent)))
