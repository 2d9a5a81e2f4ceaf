"""The page of tunes: their sources, all of them, and the chosen one as score and text."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QWidget
from typing_extensions import override

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.paths import bundled_tunebook
from abcstudio.recipes.import_model import is_model
from abcstudio.ui.controls.rows.row_menu import add_button, offer_row_menu
from abcstudio.ui.controls.splitters import SplitterMemory
from abcstudio.ui.datasets.browsing.grouping_commands import GroupingCommands
from abcstudio.ui.datasets.browsing.marks_commands import MarksCommands
from abcstudio.ui.datasets.browsing.marks_follower import MarksFollower
from abcstudio.ui.datasets.browsing.marks_keeper import MarksKeeper
from abcstudio.ui.datasets.catalogue.catalogue_presenter import CataloguePresenter
from abcstudio.ui.datasets.chosen_tunes import ChosenTunes
from abcstudio.ui.datasets.combining.combine_commands import CombineCommands
from abcstudio.ui.datasets.datasets_commands import DatasetsCommands
from abcstudio.ui.datasets.encodings.source_encoding import SourceEncoding
from abcstudio.ui.datasets.finding.finding import Finding
from abcstudio.ui.datasets.finding.finding_view import FindingView
from abcstudio.ui.datasets.health.health import Health
from abcstudio.ui.datasets.lab.lab_presenter import LabPresenter
from abcstudio.ui.datasets.lab.lab_view import LabView
from abcstudio.ui.datasets.lab.untrained_presenter import UntrainedPresenter
from abcstudio.ui.datasets.played_tune_finder import PlayedTuneFinder
from abcstudio.ui.datasets.preparing.preparing import Preparing
from abcstudio.ui.datasets.preview_presenter import PreviewPresenter
from abcstudio.ui.datasets.source_dialogs import SourceDialogs
from abcstudio.ui.datasets.source_list import SourceList
from abcstudio.ui.datasets.source_presenter import SourcePresenter
from abcstudio.ui.datasets.source_remarks import SourceRemarks
from abcstudio.ui.datasets.taking_out.taking_out_commands import TakingOutCommands
from abcstudio.ui.datasets.taking_out.tune_export import TuneExport
from abcstudio.ui.datasets.tune_browser import TuneBrowser
from abcstudio.ui.datasets.tune_commands_here import TuneCommandsHere
from abcstudio.ui.datasets.tune_handover import TuneHandover
from abcstudio.ui.datasets.tune_playback import TunePlayback
from abcstudio.ui.datasets.tune_preview import TunePreview
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.datasets.tune_views import TuneViews
from abcstudio.ui.datasets.understanding.figures_commands import FiguresCommands
from abcstudio.ui.datasets.understanding.figures_presenter import FiguresPresenter
from abcstudio.ui.datasets.understanding.figures_view import FiguresView
from abcstudio.ui.datasets.undo_commands import UndoCommands
from abcstudio.ui.datasets.watching.source_change_notice import SourceChangeNotice
from abcstudio.ui.datasets.watching.source_watch import SourceWatch
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import KeyTip


class DatasetsPage(QWidget):
    """Sources left, their tunes in the middle, the chosen tune right."""

    def __init__(
        self,
        studio: Studio,
        actions: Actions,
        playback: PlaybackController,
        engraver: Engraver,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._make_widgets(studio)
        self._lay_out()
        self.tune_sources = TuneSources(studio, self)
        self.remarks = SourceRemarks(studio, self)
        dialogs = SourceDialogs(self.tune_sources, studio, self)
        presenter = SourcePresenter(
            sources=self.tune_sources,
            source_list=self.sources,
            views=self.tune_views,
            browser=self.browser,
            dialogs=dialogs,
            remarks=self.remarks,
            studio=studio,
        )
        self.watch, self.catalogue = self._make_watch(), self._make_catalogue(actions)
        self.marks = self._make_marks(actions)
        self.grouping = GroupingCommands(actions, self.table, studio)
        self.figures = self._make_figures(actions)
        self.lab_presenter = LabPresenter(self.browser, self.lab, studio)
        self.untrained = UntrainedPresenter(self.lab, studio)
        self.engraving = PreviewPresenter(self.preview, engraver, self)
        self.tune_playback = self._make_playback(playback)
        self.finding = self._make_finding(actions, playback, engraver)
        self.health, self.preparing = self._make_health(actions), self._make_preparing(actions)
        self.combining, self.encoding = self._make_combining(actions), self._make_encoding(actions)
        PlayedTuneFinder(self.tune_sources, presenter, self.tune_views, playback, studio)
        chosen = ChosenTunes(self.browser, self.tune_sources)
        self.handover = TuneHandover(chosen, studio, playback, engraver, self)
        self.export, self.taking_out = self._make_taking_out(actions, chosen)
        self.commands = self._make_commands(actions, chosen, dialogs)
        self.tune_commands = TuneCommandsHere(actions, self.table, self.handover, studio, engraver)
        self._make_tips(actions)
        self._connect()
        studio.closing.connect(self._close)
        self.tune_sources.read_again()

    @property
    def main_focus(self) -> QWidget:
        """Where the work of the page begins: in the view that is in front."""
        return self.tune_views.main_focus

    def read(self, path: Path) -> None:
        """Read a source in the background and show its tunes."""
        self.tune_sources.read(path)

    def add_source(self, path: Path) -> None:
        """Put a file or folder on the list of sources and read it."""
        self.tune_sources.add(path)

    def train_on_tunes(self) -> None:
        """Take the selected tunes, or all that are shown, to the training page."""
        self.handover.train()

    def toggle(self) -> None:
        """Play the chosen tune, or pause where that is the one that sounds."""
        self.tune_playback.toggle()

    def toggle_place(self) -> None:
        """Play the chosen place of the search, or pause where its tune sounds."""
        self.finding.found.toggle()

    def _close(self) -> None:
        """Stop what the page has running."""
        self.finding.score.close()
        self.preview.close_preview()
        self.engraving.close()

    def fill_row_menu(self, menu: QMenu) -> None:
        """Offer in a menu what can be done with the chosen tunes."""
        add_button(menu, self.preview.play)
        add_button(menu, self.preview.open)
        add_button(menu, self.preview.relatives)
        menu.addSeparator()
        for action in self.marks.actions:
            menu.addAction(action)
        menu.addSeparator()
        for action in self.tune_commands.for_rows:
            menu.addAction(action)
        menu.addSeparator()
        add_button(menu, self.train)
        for action in (*self.taking_out.actions, *self.commands.exports):
            menu.addAction(action)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.engraving.catch_up()
        self.tune_playback.offer()
        self.finding.keeper.prepare_soon()

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

    def _make_tips(self, actions: Actions) -> None:
        KeyTip(self.filter_bar.search, partial(actions.action, "datasets.search"))
        KeyTip(self.preview.play, partial(actions.action, "play.toggle"))

    def _make_watch(self) -> SourceWatch:
        watch = SourceWatch(self.tune_sources, self, self._studio)
        SourceChangeNotice(watch, self.tune_sources, self.sources, self._studio)
        return watch

    def _make_commands(
        self, actions: Actions, chosen: ChosenTunes, dialogs: SourceDialogs
    ) -> DatasetsCommands:
        UndoCommands(
            actions=actions,
            sources=self.tune_sources,
            marks=self.marks.keeper,
            fixes=self.health.history,
            combining=self.combining,
            parent=self,
        )
        return DatasetsCommands(
            actions=actions,
            chosen=chosen,
            handover=self.handover,
            dialogs=dialogs,
            views=self.tune_views,
            preparing=self.preparing,
            parent=self,
        )

    def _make_taking_out(
        self, actions: Actions, chosen: ChosenTunes
    ) -> tuple[TuneExport, TakingOutCommands]:
        export = TuneExport(chosen, self.tune_sources, self._studio, self)
        commands = TakingOutCommands(actions, self.table, chosen, export, self._studio)
        self.finding_view.table.copy_requested.connect(lambda place: commands.copy([place.tune]))
        return export, commands

    def _make_combining(self, actions: Actions) -> CombineCommands:
        return CombineCommands(actions, self.tune_sources, self.sources, self._studio, window=self)

    def _make_catalogue(self, actions: Actions) -> CataloguePresenter:
        presenter = CataloguePresenter(self.tune_sources, self._studio, actions, self)
        self.sources.catalogue.set_command(presenter.action)
        return presenter

    def _make_encoding(self, actions: Actions) -> SourceEncoding:
        encoding = SourceEncoding(actions, self.tune_sources, self._studio, self)
        self.sources.encoding.set_command(encoding.action)
        self.remarks.encoding_requested.connect(encoding.ask)
        return encoding

    def _make_figures(self, actions: Actions) -> FiguresPresenter:
        presenter = FiguresPresenter(self.tune_sources, self.browser, self.statistics, self._studio)
        FiguresCommands(actions, presenter, self.statistics, self.tune_sources, self._studio)
        return presenter

    def _make_playback(self, playback: PlaybackController) -> TunePlayback:
        return TunePlayback(self.table, self.preview, self.tune_sources, playback, self)

    def _make_marks(self, actions: Actions) -> MarksCommands:
        keeper = MarksKeeper(self._studio, self)
        keeper.changed.connect(lambda: self.table.set_marks(keeper.marks))
        self.table.set_marks(keeper.marks)
        MarksFollower(self.tune_sources, keeper)
        return MarksCommands(actions, self.table, keeper, self._studio)

    def _make_finding(
        self, actions: Actions, playback: PlaybackController, engraver: Engraver
    ) -> Finding:
        return Finding(
            view=self.finding_view,
            views=self.tune_views,
            browser=self.browser,
            preview=self.preview,
            engraving=self.engraving,
            playing=self.tune_playback,
            sources=self.tune_sources,
            playback=playback,
            engraver=engraver,
            studio=self._studio,
            actions=actions,
        )

    def _make_health(self, actions: Actions) -> Health:
        return Health(
            views=self.tune_views,
            browser=self.browser,
            preview=self.preview,
            sources=self.tune_sources,
            studio=self._studio,
            actions=actions,
        )

    def _make_preparing(self, actions: Actions) -> Preparing:
        return Preparing(self.tune_views, self.browser, self.tune_sources, self._studio, actions)

    def _make_widgets(self, studio: Studio) -> None:
        self.sources = SourceList(bundled_tunebook(), studio)
        self.browser = TuneBrowser(studio)
        self.filter_bar = self.browser.filter_bar
        self.table = self.browser.table
        self.nothing = self.browser.nothing
        self.count = self.browser.count
        self.train = self.browser.train
        self.preview = TunePreview(studio)
        self.finding_view = FindingView(studio)
        self.statistics = FiguresView(studio)
        self.lab = LabView(studio)
        self.tune_views = TuneViews(self.browser, self.finding_view, self.statistics, self.lab)
        self.tune_views.name_begin(self.finding_view, lambda: self.finding_view.query.field)
        self.views = self.tune_views.tabs
        self.state = self.tune_views.state
        self.notice_grounds: tuple[QWidget, ...] = (
            self.table, self.finding_view.table, self.finding_view.state, self.statistics,
            self.lab, self.state,
        )  # fmt: skip

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.sources, self.tune_views, self.preview):
            self.columns.addWidget(widget)
        self.columns.setStretchFactor(1, 3)
        self.columns.setStretchFactor(2, 2)
        self.columns.setCollapsible(1, False)
        self.sources.setMinimumWidth(22 * GRID)
        self.tune_views.setMinimumWidth(59 * GRID)
        SplitterMemory(self._studio, self.columns, "datasets.columns", (232, 624, 424))
        SplitterMemory(self._studio, self.preview.parts, "datasets.preview", (360, 240))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.columns)

    def _connect(self) -> None:
        self.table.tune_chosen.connect(self.preview.set_tune)
        self.table.tune_opened.connect(self.handover.open_in_composer)
        self.preview.open_requested.connect(self.handover.open_in_composer)
        offer_row_menu(self.table, self.fill_row_menu)
        self.train.set_command(self.commands.train)
        self._studio.source_requested.connect(self._on_source_requested)

    def _on_source_requested(self, path: Path) -> None:
        self._studio.page_requested.emit("datasets")
        self.add_source(path)
