"""The tunes that a person keeps, in sets."""

from PySide6.QtCore import QObject

from abcstudio.paths import tunebook_file
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.composer.tunebook.book_panel import BookPanel
from abcstudio.ui.composer.tunebook.kept_tunes import KeptTunes
from abcstudio.ui.composer.tunebook.set_player import SetPlayer
from abcstudio.ui.composer.tunebook.tunebook_commands import TunebookCommands
from abcstudio.ui.composer.tunebook.tunebook_presenter import TunebookPresenter


class TunebookRoom(QObject):
    """Shows the tunebook at the side, plays its sets and writes them.

    Attributes:
        kept: The book.
        presenter: Changes it.
        player: Plays its sets.
    """

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        desk, self._rooms = parts.desk, parts.rooms
        self.panel = BookPanel(parts.studio)
        kept = self.tr("The tunes that you keep, in sets")
        parts.side.add("book", self.tr("Tunebook"), kept, self.panel, "books")
        self.kept = KeptTunes(parts.studio, tunebook_file(), self)
        self.presenter = TunebookPresenter(
            kept=self.kept, desk=desk, files=parts.files, panel=self.panel, side=parts.side
        )
        self.player = SetPlayer(desk.documents, parts.playback, self.presenter.times_of, self)
        TunebookCommands(parts, self.presenter, self.panel, self.player)
        authors = parts.rooms[TextsRoom].authors
        self.presenter.side_requested.connect(parts.side.bring)
        self.presenter.tune_opened.connect(self._go_to)
        self.presenter.tune_kept.connect(authors.keep_tune)
        self.presenter.tune_renamed.connect(authors.carry)

    def _go_to(self, place: int, focus: bool) -> None:
        self._rooms[OutlineRoom].presenter.go_to(place, focus=focus)
