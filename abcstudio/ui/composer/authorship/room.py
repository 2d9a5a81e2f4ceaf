"""Who wrote what: kept beside the files, shown in the text."""

from PySide6.QtCore import QObject

from abcstudio.paths import authors_dir
from abcstudio.ui.composer.authorship.author_commands import AuthorCommands
from abcstudio.ui.composer.authorship.author_keeper import AuthorKeeper
from abcstudio.ui.composer.authorship.author_tint import AuthorTint
from abcstudio.ui.composer.authorship.authors_line import AuthorsLine
from abcstudio.ui.composer.composer_columns import Place
from abcstudio.ui.composer.composer_parts import ComposerParts


class AuthorshipRoom(QObject):
    """Tints the text by its authors when asked, with their names below it."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        desk, studio = parts.desk, parts.studio
        self.keeper = AuthorKeeper(studio, desk.documents, authors_dir(), self)
        self.line = AuthorsLine(desk.documents, desk.editor, studio)
        AuthorCommands(AuthorTint(desk.documents, desk.editor, studio), self.line, parts.actions)
        parts.columns.put(Place.AUTHORS, self.line)
        studio.closing.connect(self.keeper.close)
