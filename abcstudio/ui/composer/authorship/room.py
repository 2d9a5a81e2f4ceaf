"""Who wrote what, shown in the text."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.authorship.author_tint import AuthorTint
from abcstudio.ui.composer.authorship.authors_line import AuthorsLine
from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


class AuthorCommands(QObject):
    """Switches the tint of the text, and the line that explains it."""

    def __init__(self, tint: AuthorTint, line: AuthorsLine, actions: Actions) -> None:
        super().__init__(tint)
        self._tint = tint
        self._line = line
        group = CommandGroup(actions, self, menu="view", submenu="text", page="composer")
        self._action = group.add(CommandSpec("view.authors", "&Who wrote what",
            "Tint the text by its authors: a model, you, what was pasted or changed",
            do=self._switch, keys="Ctrl+U", icon="palette", section="panels",
            is_switch=True))  # fmt: skip

    def _switch(self) -> None:
        is_on = self._action.isChecked()
        self._tint.switch(is_on)
        self._line.switch(is_on)


class AuthorshipRoom(QObject):
    """Tints the text by its authors when asked, with their names below it."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        desk, studio = parts.desk, parts.studio
        self.line = AuthorsLine(desk.documents, desk.editor, studio)
        AuthorCommands(AuthorTint(desk.documents, desk.editor, studio), self.line, parts.actions)
        parts.columns.put(PagePlace.AUTHORS, self.line)
