"""Open texts: files, tabs, recovery, and restoring them at the next start."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from abcstudio.paths import authors_dir, opening_dir
from abcstudio.ui.composer.authorship.author_keeper import AuthorKeeper
from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.linking.work_focus import WorkFocus
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.edit_commands import EditCommands
from abcstudio.ui.composer.texts.file_commands import FileCommands
from abcstudio.ui.composer.texts.open_texts import OpenTexts
from abcstudio.ui.composer.texts.returning.last_text import LastText
from abcstudio.ui.composer.texts.returning.opening_mark import OpeningMark
from abcstudio.ui.documents.document_tabs import DocumentTabs
from abcstudio.ui.documents.encodings.encoding_line import EncodingLine
from abcstudio.ui.documents.file_tabs import FileTabs
from abcstudio.ui.documents.opening_bar import OpeningBar
from abcstudio.ui.documents.opening_progress import OpeningProgress
from abcstudio.ui.documents.outside_changes import OutsideChanges
from abcstudio.ui.documents.previewing.preview_tab import PreviewTab
from abcstudio.ui.documents.recovery import Recovery
from abcstudio.ui.editor.find_bar import FindBar


class TextsRoom(QObject):
    """Opens, saves and closes texts, and restores the last one."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        self._parts = parts
        self._desk = parts.desk
        desk, files, studio = parts.desk, parts.files, parts.studio
        takes = parts.rooms[TakesRoom]
        self._may_close = False
        self.recovery = Recovery(studio, desk.documents, parts.autosave, files.opening, self)
        self.outside_changes = OutsideChanges(studio, desk.documents, self)
        self.tabs = DocumentTabs(studio)
        self.opening_bar = OpeningBar()
        self.find_bar = FindBar(desk.editor, studio, tune_place=desk.place)
        self.encoding_line = EncodingLine(desk.documents, files.encodings)
        self.work_focus = WorkFocus(desk.editor, parts.score)
        self.authors = AuthorKeeper(studio, desk.documents, authors_dir(), self)
        self.last_text = LastText(parts, self.tabs, takes.history, OpeningMark(opening_dir()))
        self.commands = FileCommands(desk, files, parts.exporter, parts.actions)
        self.edit_commands = EditCommands(desk.editor, self.find_bar, takes, parts.actions)
        self.file_tabs = FileTabs(desk.documents, files, self.tabs, studio, parts.actions)
        PreviewTab(desk.documents, files, self.tabs, studio)
        self.open_texts = OpenTexts(parts, self.tabs, takes, self.last_text)
        for place, widget in (
            (PagePlace.TABS, self.tabs),
            (PagePlace.OPENING, self.opening_bar),
            (PagePlace.FIND, self.find_bar),
            (PagePlace.ENCODING, self.encoding_line),
        ):
            parts.columns.put(place, widget)
        self._connect()
        self.last_text.show()

    def _connect(self) -> None:
        parts, commands = self._parts, self.commands
        self.find_bar.replacement_requested.connect(parts.desk.write)
        self.tabs.clicked.connect(self.work_focus.give_back)
        opening = OpeningProgress(parts.files.opening, self.opening_bar, parts.desk.documents)
        opening.focus_due.connect(self.focus_text)
        self.recovery.recovered.connect(self.focus_text)
        commands.new_requested.connect(self.begin_text)
        commands.open_requested.connect(self._ask_to_open)
        commands.close_requested.connect(self.file_tabs.close_current)
        commands.recovery_requested.connect(self.recovery.recover)
        parts.studio.open_text_requested.connect(parts.files.open_text)
        parts.studio.closing.connect(self._close)

    def focus_text(self) -> None:
        """Put the focus into the text."""
        self._desk.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_text(self) -> None:
        """Begin an empty tune, ready to be typed."""
        self._parts.files.new()
        self.focus_text()

    def open_path(self, path: Path, *others: Path) -> bool:
        """Open a file, ready to be worked on, and others behind it; return whether it is shown."""
        files = self._parts.files
        is_shown = files.open_paths([path, *others]) if others else files.open_path(path)
        if is_shown:
            self.focus_text()
        return is_shown

    def _ask_to_open(self) -> None:
        """Ask for files and open them; the first one is ready to be worked on."""
        before = self._desk.document
        self._parts.files.open()
        if self._desk.document is not before:
            self.focus_text()

    def may_close(self, also: str = "", else_ask: Callable[[], bool] = lambda: True) -> bool:
        """Ask about unsaved text; return whether the window may close.

        Args:
            also: What else the person should know before the window closes.
            else_ask: Asks about that where no text is unsaved.
        """
        ask = self._parts.files.may_close
        self._may_close = ask(self.file_tabs.in_order(), also, else_ask)
        return self._may_close

    def _close(self) -> None:
        """Keep a copy of unsaved text that was not discarded."""
        files = self._parts.files
        self.recovery.stop()
        files.opening.stop()
        self._parts.autosave.close(keep_copies=not self._may_close)
