"""The commands of every editor: undo, clipboard, finding."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.find_bar import FindBar
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_TEXT_COMMANDS = (
    CommandSpec(
        id="edit.undo",
        words=QT_TRANSLATE_NOOP("EditCommands", "&Undo"),
        tooltip=QT_TRANSLATE_NOOP("EditCommands", "Undo the last change"),
        keys="Ctrl+Z",
        icon="arrow-back-up",
        acts_on_focus=True,
    ),
    CommandSpec(
        id="edit.redo",
        words=QT_TRANSLATE_NOOP("EditCommands", "&Redo"),
        tooltip=QT_TRANSLATE_NOOP("EditCommands", "Make the change again"),
        keys="Ctrl+Shift+Z",
        other_keys="Ctrl+Y",
        icon="arrow-forward-up",
        acts_on_focus=True,
    ),
    CommandSpec(
        id="edit.cut",
        words=QT_TRANSLATE_NOOP("EditCommands", "Cu&t"),
        tooltip=QT_TRANSLATE_NOOP("EditCommands", "Cut what is selected"),
        keys="Ctrl+X",
        acts_on_focus=True,
    ),
    CommandSpec(
        id="edit.copy",
        words=QT_TRANSLATE_NOOP("EditCommands", "&Copy"),
        tooltip=QT_TRANSLATE_NOOP("EditCommands", "Copy what is selected"),
        keys="Ctrl+C",
        icon="copy",
        acts_on_focus=True,
    ),
    CommandSpec(
        id="edit.paste",
        words=QT_TRANSLATE_NOOP("EditCommands", "&Paste"),
        tooltip=QT_TRANSLATE_NOOP("EditCommands", "Paste the clipboard"),
        keys="Ctrl+V",
        icon="clipboard",
        acts_on_focus=True,
    ),
    CommandSpec(
        id="edit.select_all",
        words=QT_TRANSLATE_NOOP("EditCommands", "Select &all"),
        tooltip=QT_TRANSLATE_NOOP("EditCommands", "Select the whole text"),
        keys="Ctrl+A",
        acts_on_focus=True,
    ),
)

_FIND_COMMANDS = (
    CommandSpec(
        id="edit.find",
        words=QT_TRANSLATE_NOOP("EditCommands", "&Find…"),
        tooltip=QT_TRANSLATE_NOOP("EditCommands", "Find words or notes in the text"),
        keys="Ctrl+F",
        icon="search",
    ),
    CommandSpec(
        id="edit.find_next",
        words=QT_TRANSLATE_NOOP("EditCommands", "Find &next"),
        tooltip=QT_TRANSLATE_NOOP("EditCommands", "Go to the next match"),
        keys="F3",
    ),
    CommandSpec(
        id="edit.find_previous",
        words=QT_TRANSLATE_NOOP("EditCommands", "Find pre&vious"),
        tooltip=QT_TRANSLATE_NOOP("EditCommands", "Go to the place before"),
        keys="Shift+F3",
    ),
)

_UNDO = "edit.undo"
_TextField = QLineEdit | QPlainTextEdit
_EDITS: dict[str, Callable[[_TextField], None]] = {
    "edit.undo": lambda field: field.undo(),
    "edit.redo": lambda field: field.redo(),
    "edit.cut": lambda field: field.cut(),
    "edit.copy": lambda field: field.copy(),
    "edit.paste": lambda field: field.paste(),
    "edit.select_all": lambda field: field.selectAll(),
}


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
        self._actions = actions
        takes.history.removals_changed.connect(self._show_what_is_undone)
        takes.list.focus_changed.connect(self._show_what_is_undone)
        group = CommandGroup(actions, self, menu="edit", page="composer")
        for spec in _TEXT_COMMANDS:
            group.add(spec, partial(self._edit, spec.id))
        finds = (find_bar.open_bar, find_bar.find_next, find_bar.find_previous)
        for spec, find in zip(_FIND_COMMANDS, finds, strict=True):
            group.add(spec, find)

    def _edit(self, action_id: str) -> None:
        if action_id == _UNDO and self._would_bring_take_back():
            self._takes.choice.undo_removal()
            return
        focus = QApplication.focusWidget()
        _EDITS[action_id](focus if isinstance(focus, _TextField) else self._editor)

    def _would_bring_take_back(self) -> bool:
        """Return whether "Undo" is about the list of takes: it has the focus, and lost a take."""
        return self._takes.list.hasFocus() and self._takes.history.last_removed is not None

    def _show_what_is_undone(self) -> None:
        is_take = self._would_bring_take_back()
        words = self.tr("&Undo removing a take") if is_take else self.tr("&Undo")
        self._actions.action(_UNDO).setText(words)
