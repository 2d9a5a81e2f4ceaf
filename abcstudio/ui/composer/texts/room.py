"""Open texts: files, tabs, recovery, and restoring them at the next start."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from abcstudio.paths import authors_dir, opening_dir
from abcstudio.ui.composer.authorship.author_keeper import AuthorKeeper
from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.takes.room import TakesRoom
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
from abcstudio.ui.documents.preview_tab import PreviewTab
from abcstudio.ui.documents.recovery import Recovery
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.find_bar import FindBar
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


class WorkFocus(QObject):
    """Remembers which of the views of a text had the focus last, and gives it the focus again."""

    def __init__(self, first: QWidget, *others: QWidget) -> None:
        """Watch the views; `first` is the one until another has had the focus."""
        super().__init__(first)
        self._first = self._last = first
        for view in (first, *others):
            view.installEventFilter(self)

    def give_back(self) -> None:
        """Put the focus into the view that had it last."""
        view = self._last if self._last.isVisible() else self._first
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._last = watched
        return False


class EditCommands(QObject):
    """Registers the commands; they act on the text that has the focus, else on the editor.

    In the list of takes, "Undo" brings the take back that went off the list last.
    """

    def __init__(
        self,
        editor: AbcEditor,
        find_bar: FindBar,
        takes: TakesRoom,
        actions: Actions,
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._takes = takes
        takes.history.removals_changed.connect(self._show_what_is_undone)
        takes.list.focus_changed.connect(self._show_what_is_undone)
        group = CommandGroup(actions, self, menu="edit", page="composer")
        self._add_editing(group)
        group.add_all(
            CommandSpec("edit.find", "&Find…", "Find words or notes in the text",
                do=find_bar.open_bar, keys="Ctrl+F", icon="search"),
            CommandSpec("edit.find_next", "Find &next", "Go to the next match",
                do=find_bar.find_next, keys="F3"),
            CommandSpec("edit.find_previous", "Find pre&vious", "Go to the place before",
                do=find_bar.find_previous, keys="Shift+F3"),
        )  # fmt: skip

    def _add_editing(self, group: CommandGroup) -> None:
        self._undo_action, *_others = group.add_all(
            CommandSpec("edit.undo", "&Undo", "Undo the last change",
                do=self._undo, keys="Ctrl+Z", icon="arrow-back-up", acts_on_focus=True),
            CommandSpec("edit.redo", "&Redo", "Make the change again",
                do=lambda: self._field().redo(), keys="Ctrl+Shift+Z", other_keys="Ctrl+Y",
                icon="arrow-forward-up", acts_on_focus=True),
            CommandSpec("edit.cut", "Cu&t", "Cut what is selected",
                do=lambda: self._field().cut(), keys="Ctrl+X", acts_on_focus=True),
            CommandSpec("edit.copy", "&Copy", "Copy what is selected",
                do=lambda: self._field().copy(), keys="Ctrl+C", icon="copy", acts_on_focus=True),
            CommandSpec("edit.paste", "&Paste", "Paste the clipboard",
                do=lambda: self._field().paste(), keys="Ctrl+V", icon="clipboard",
                acts_on_focus=True),
            CommandSpec("edit.select_all", "Select &all", "Select the whole text",
                do=lambda: self._field().selectAll(), keys="Ctrl+A", acts_on_focus=True),
        )  # fmt: skip

    def _undo(self) -> None:
        if self._would_bring_take_back():
            self._takes.choice.undo_removal()
        else:
            self._field().undo()

    def _field(self) -> QLineEdit | QPlainTextEdit:
        """Return the text that has the focus, else the editor."""
        focus = QApplication.focusWidget()
        return focus if isinstance(focus, QLineEdit | QPlainTextEdit) else self._editor

    def _would_bring_take_back(self) -> bool:
        """Return whether "Undo" is about the list of takes: it has the focus, and lost a take."""
        return self._takes.list.hasFocus() and self._takes.history.last_removed is not None

    def _show_what_is_undone(self) -> None:
        is_take = self._would_bring_take_back()
        words = self.tr("&Undo removing a take") if is_take else self.tr("&Undo")
        self._undo_action.setText(words)


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
