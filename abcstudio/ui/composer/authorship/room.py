"""Who wrote what, shown in the text."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.authorship.author_commands import AuthorCommands
from abcstudio.ui.composer.authorship.author_tint import AuthorTint
from abcstudio.ui.composer.authorship.authors_line import AuthorsLine
from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts


class AuthorshipRoom(QObject):
    """Tints the text by its authors when asked, with their names below it."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        desk, studio = parts.desk, parts.studio
        self.line = AuthorsLine(desk.documents, desk.editor, studio)
        AuthorCommands(AuthorTint(desk.documents, desk.editor, studio), self.line, parts.actions)
        parts.columns.put(PagePlace.AUTHORS, self.line)
