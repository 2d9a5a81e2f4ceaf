"""The commands of every editor: undo, clipboard, finding."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.find_bar import FindBar
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


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
