"""The page of tunes: their sources, all of them, and the chosen one as score and text."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QWidget
from typing_extensions import override

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.recipes.import_model import is_model
from abcstudio.ui.controls.rows.row_menu import add_button, offer_row_menu
from abcstudio.ui.controls.splitters import SplitterMemory
from abcstudio.ui.datasets.browsing.room import BrowsingRoom
from abcstudio.ui.datasets.datasets_commands import DatasetsCommands
from abcstudio.ui.datasets.datasets_parts import make_parts
from abcstudio.ui.datasets.datasets_rooms import ROOMS
from abcstudio.ui.datasets.finding.room import FindingRoom
from abcstudio.ui.datasets.lab.room import LabRoom
from abcstudio.ui.datasets.previewing.preview_presenter import PreviewPresenter
from abcstudio.ui.datasets.previewing.tune_playback import TunePlayback
from abcstudio.ui.datasets.taking_out_commands import TakingOutCommands
from abcstudio.ui.datasets.tune_commands_here import TuneCommandsHere
from abcstudio.ui.datasets.tune_handover import TuneHandover
from abcstudio.ui.datasets.understanding.room import FiguresRoom
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import KeyTip


class DatasetsPage(QWidget):
    """Sources left, their tunes in the middle, the chosen tune right.

    Attributes:
        parts: What the rooms share.
        browser: The table of tunes with its filter.
        rooms: The rooms, by their classes.
    """

    def __init__(
        self,
        studio: Studio,
        actions: Actions,
        playback: PlaybackController,
        engraver: Engraver,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        parts = self.parts = make_parts(self, studio, actions, playback, engraver)
        self.browser, self.rooms = parts.browser, parts.rooms
        for room in ROOMS:
            self.rooms.add(room(parts))
        self.setAcceptDrops(True)
        self.columns = self._lay_out()
        table, finding = self.browser.table, self.rooms[FindingRoom].view
        self.notice_grounds: tuple[QWidget, ...] = (
            table, finding.table, finding.state, self.rooms[FiguresRoom].view,
            self.rooms[LabRoom].view, parts.views.state,
        )  # fmt: skip
        KeyTip(self.browser.filter_bar.search, partial(actions.action, "datasets.search"))
        KeyTip(parts.preview.play, partial(actions.action, "play.toggle"))
        offer_row_menu(table, self.fill_row_menu)
        studio.source_requested.connect(self._on_source_requested)
        parts.sources.read_again()

    def _lay_out(self) -> QSplitter:
        source_list, views, preview = (
            self.parts.source_list, self.parts.views, self.parts.preview,
        )  # fmt: skip
        columns = QSplitter(Qt.Orientation.Horizontal)
        for widget in (source_list, views, preview):
            columns.addWidget(widget)
        columns.setStretchFactor(1, 3)
        columns.setStretchFactor(2, 2)
        columns.setCollapsible(1, False)
        source_list.setMinimumWidth(22 * GRID)
        views.setMinimumWidth(59 * GRID)
        SplitterMemory(self.parts.studio, columns, "datasets.columns", (232, 624, 424))
        SplitterMemory(self.parts.studio, preview.parts, "datasets.preview", (360, 240))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(columns)
        return columns

    @property
    def main_focus(self) -> QWidget:
        """Where the work of the page begins: in the view that is in front."""
        return self.parts.views.main_focus

    def read(self, path: Path) -> None:
        """Read a source in the background and show its tunes."""
        self.parts.sources.read(path)

    def add_source(self, path: Path) -> None:
        """Put a file or folder on the list of sources and read it."""
        self.parts.sources.add(path)

    def train_on_tunes(self) -> None:
        """Take the selected tunes, or all that are shown, to the training page."""
        self.rooms[TuneHandover].train()

    def toggle(self) -> None:
        """Play the chosen tune, or pause where that is the one that sounds."""
        self.rooms[TunePlayback].toggle()

    def toggle_place(self) -> None:
        """Play the chosen place of the search, or pause where its tune sounds."""
        self.rooms[FindingRoom].found.toggle()

    def fill_row_menu(self, menu: QMenu) -> None:
        """Offer in a menu what can be done with the chosen tunes."""
        preview, rooms = self.parts.preview, self.rooms
        for button in (preview.play, preview.open, preview.relatives):
            add_button(menu, button)
        menu.addSeparator()
        for action in rooms[BrowsingRoom].marks.actions:
            menu.addAction(action)
        menu.addSeparator()
        for action in rooms[TuneCommandsHere].for_rows:
            menu.addAction(action)
        menu.addSeparator()
        add_button(menu, self.browser.train)
        for action in (*rooms[TakingOutCommands].actions, *rooms[DatasetsCommands].exports):
            menu.addAction(action)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.rooms[PreviewPresenter].catch_up()
        self.rooms[TunePlayback].offer()
        self.rooms[FindingRoom].keeper.prepare_soon()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders as sources; models the window opens."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if any(not is_model(file) for file in files):
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.add_source(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def _on_source_requested(self, path: Path) -> None:
        self.parts.studio.page_requested.emit("datasets")
        self.add_source(path)
