"""All of the tunebook: what holds it, shows it, plays its sets, writes them."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.tunebook.book_panel import BookPanel
from abcstudio.ui.composer.tunebook.kept_tunes import KeptTunes
from abcstudio.ui.composer.tunebook.set_exporter import SetExporter
from abcstudio.ui.composer.tunebook.set_player import SetPlayer
from abcstudio.ui.composer.tunebook.set_times import SetTimes
from abcstudio.ui.composer.tunebook.tunebook_commands import TunebookCommands
from abcstudio.ui.composer.tunebook.tunebook_presenter import TunebookPresenter
from abcstudio.ui.controls.side_tabs import SideTabs
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.exporting.exporter import Exporter
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions


class Tunebook(QObject):
    """Makes the parts and connects them.

    Attributes:
        kept: The book.
        presenter: Changes it.
        player: Plays its sets.
    """

    def __init__(
        self,
        *,
        path: Path,
        panel: BookPanel,
        side: SideTabs,
        desk: TuneDesk,
        files: DocumentFiles,
        playback: PlaybackController,
        exporter: Exporter,
        engraver: Engraver,
        actions: Actions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.kept = KeptTunes(desk.studio, path, self)
        self.presenter = TunebookPresenter(
            kept=self.kept,
            desk=desk,
            files=files,
            panel=panel,
            side=side,
        )
        self.player = SetPlayer(desk.documents, playback, self.presenter.times_of, self)
        TunebookCommands(
            presenter=self.presenter,
            panel=panel,
            player=self.player,
            exporter=SetExporter(
                files=files, exporter=exporter, engraver=engraver, studio=desk.studio, window=window
            ),
            times=SetTimes(self.presenter, panel),
            desk=desk,
            actions=actions,
        )
