"""The page of tunes: their sources, all of them, and the chosen one as score and text."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.engraving.drawing.engraver_child import TuneSource
from abcstudio.engraving.drawing.page import EngravedScore
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.paths import bundled_tunebook
from abcstudio.recipes.import_model import is_model
from abcstudio.ui.controls.row_menu import add_button, offer_row_menu
from abcstudio.ui.controls.splitters import SplitterMemory
from abcstudio.ui.controls.state_panel import StatePanel, Way
from abcstudio.ui.datasets.chosen_tunes import ChosenTunes
from abcstudio.ui.datasets.datasets_commands import DatasetsCommands
from abcstudio.ui.datasets.lab_view import LabView
from abcstudio.ui.datasets.source_list import SourceList, SourceNotes
from abcstudio.ui.datasets.source_remarks import SourceRemarks, remark_lines
from abcstudio.ui.datasets.statistics_view import StatisticsView
from abcstudio.ui.datasets.tune_counting import TuneCounting
from abcstudio.ui.datasets.tune_filter import TuneFilterBar
from abcstudio.ui.datasets.tune_preview import TunePreview
from abcstudio.ui.datasets.tune_table import TuneTable
from abcstudio.ui.documents.midi_import import is_midi
from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import PlayedTune, SourceTune
from abcstudio.ui.score.engraving_controller import EngravingController
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.corpus_choice import CorpusChoice
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import KeyTip
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.tunes import TunesCounted, TunesRead, read_source

_MOST_REMARKS = 20


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
        self._playback = playback
        self._engraving = EngravingController(engraver, self)
        self._engraving.set_breaks("auto")
        self._source = bundled_tunebook()
        self._reading = LatestJob(studio)
        self._to_show: SourceTune | None = None
        self._text_to_engrave = ""
        self.setAcceptDrops(True)
        self.sources = SourceList(bundled_tunebook(), studio.colors)
        self.filter_bar = TuneFilterBar()
        self.table = TuneTable()
        self.main_focus: QWidget = self.table
        self.preview = TunePreview(studio.colors)
        KeyTip(self.filter_bar.search, partial(actions.action, "datasets.search"))
        KeyTip(self.preview.play, partial(actions.action, "play.toggle"))
        self.statistics = StatisticsView(studio.colors)
        self.lab = LabView()
        self._counting = TuneCounting(studio, (self.statistics, self.lab), self)
        self.state = StatePanel()
        self.nothing = StatePanel(self.table.viewport())
        self.count = Label()
        self.train = QPushButton()
        self.train.setProperty("main", True)
        self._lay_out()
        self.remarks = SourceRemarks(studio, self)
        self.commands = DatasetsCommands(
            self._chosen_tunes, studio, actions, playback, engraver, self
        )
        self._connect()
        self._on_colors_changed(studio.colors)
        self._show_sources()
        self.read(self._source)

    @property
    def tunes_to_train(self) -> tuple[Tune, ...]:
        """The selected tunes when there are several, else all that the filter shows."""
        selected = self.table.selected()
        return selected if len(selected) > 1 else self.table.shown

    @property
    def name_of_tunes(self) -> str:
        """What the source of the tunes is called."""
        return self.source_name(self._source)

    def _chosen_tunes(self) -> ChosenTunes:
        return ChosenTunes(self.tunes_to_train, self.name_of_tunes, self.preview.tune)

    def read(self, path: Path) -> None:
        """Read a source in the background and show its tunes."""
        self._counting.cancel()
        self._source = path
        self.state.show_state(
            self.tr("Reading tunes…"),
            self.source_name(path),
            [(self.tr("Cancel"), self._on_reading_cancelled)],
            is_busy=True,
        )
        self._middle.setCurrentWidget(self.state)
        self._show_tunes(())
        self._reading.run(partial(read_source, path), self._on_read, self._on_failed)

    def add_source(self, path: Path) -> None:
        """Put a file or folder on the list of sources and read it."""
        sources = self._studio.settings.sources
        if str(path) not in sources and path != bundled_tunebook():
            self._studio.update_settings(sources=(*sources, str(path)))
        self._source = path
        self._show_sources()
        self.read(path)

    def train_on_tunes(self) -> None:
        """Take the selected tunes, or all that are shown, to the training page."""
        tunes = self.tunes_to_train
        if tunes:
            choice = self._choice()
            name = choice.name(self.source_name(self._source), len(tunes))
            self._studio.train_on(tunes, name, choice)

    def _choice(self) -> CorpusChoice:
        """Return which tunes `tunes_to_train` are, so that they can be found again."""
        is_bundled = self._source == bundled_tunebook()
        selected = self.table.selected()
        return CorpusChoice(
            source="" if is_bundled else str(self._source),
            total=len(self.table.tunes),
            asked=TuneFilter() if len(selected) > 1 else self.filter_bar.filter(),
            numbers=tuple(tune.number for tune in selected) if len(selected) > 1 else (),
        )

    def go_to_search(self) -> None:
        """Put the focus on the search line."""
        self.views.setCurrentIndex(0)
        self.filter_bar.search.setFocus()
        self.filter_bar.search.selectAll()

    def source_name(self, path: Path) -> str:
        """Return what a source is called on this page."""
        return self.tr("Bundled tunebook") if path == bundled_tunebook() else path.name

    def close_page(self) -> None:
        """Stop what the page has running."""
        self._reading.cancel()
        self.preview.close_preview()
        self._engraving.close()
        self._counting.cancel()
        for memory in self._memories:
            memory.close()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._text_to_engrave:
            self._engrave(self._text_to_engrave)
        self._offer_to_player()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders as sources; MIDI files and models the window opens."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if any(not is_midi(file) and not is_model(file) for file in files):
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.add_source(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        below.addWidget(self.count, 1)
        below.addWidget(self.train)
        tunes = QWidget()
        tunes_column = QVBoxLayout(tunes)
        tunes_column.setContentsMargins(0, 0, 0, 0)
        tunes_column.setSpacing(0)
        filter_row = QHBoxLayout()
        filter_row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        filter_row.addWidget(self.filter_bar)
        tunes_column.addLayout(filter_row)
        over_table = QVBoxLayout(self.table.viewport())
        over_table.addWidget(self.nothing)
        tunes_column.addWidget(self.table, 1)
        tunes_column.addLayout(below)
        self.views = QTabWidget()
        self.views.setDocumentMode(True)
        self.views.tabBar().setAccessibleName(self.tr("Views of the tunes"))
        self.views.addTab(tunes, self.tr("Tunes"))
        self.views.addTab(self.statistics, self.tr("Statistics"))
        self.views.addTab(self.lab, self.tr("For the lab"))
        self._middle = QStackedWidget()
        self._middle.addWidget(self.views)
        self._middle.addWidget(self.state)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.sources, self._middle, self.preview):
            self.columns.addWidget(widget)
        self.columns.setStretchFactor(1, 3)
        self.columns.setStretchFactor(2, 2)
        self.columns.setCollapsible(1, False)
        self.sources.setMinimumWidth(19 * GRID)
        self._middle.setMinimumWidth(62 * GRID)
        self.preview.setMinimumWidth(32 * GRID)
        self._memories = (
            SplitterMemory(self._studio, self.columns, "datasets.columns", (232, 624, 424)),
            SplitterMemory(self._studio, self.preview.parts, "datasets.preview", (360, 240)),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.columns)

    def _connect(self) -> None:
        self.commands.source_added.connect(self.add_source)
        self.commands.training_requested.connect(self.train_on_tunes)
        self.commands.search_requested.connect(self.go_to_search)
        self.sources.source_chosen.connect(self.read)
        self.sources.file_requested.connect(self.commands.add_file)
        self.sources.folder_requested.connect(self.commands.add_folder)
        self.sources.removal_requested.connect(self._on_removal_requested)
        self.filter_bar.filter_changed.connect(self._on_filter_changed)
        self.filter_bar.leave_requested.connect(self._leave_filter)
        self.table.tune_chosen.connect(self._on_tune_chosen)
        self.table.tune_picked.connect(self._on_tune_picked)
        self.table.tunes_selected.connect(self._show_count)
        self.table.tunes_selected.connect(self._show_whether_any)
        self.table.tune_opened.connect(self._on_open)
        offer_row_menu(self.table, self._fill_menu)
        self.preview.engraving_requested.connect(self._engrave)
        self.preview.score.width_changed.connect(self._engraving.set_page_width)
        self.preview.play_requested.connect(self._on_play)
        self.preview.open_requested.connect(self._on_open)
        self.preview.note_clicked.connect(self._on_note_clicked)
        self._engraving.page_ready.connect(self._on_page_ready)
        self._engraving.failed.connect(self._on_engraving_failed)
        self._playback.sounding_changed.connect(self._on_sounding_changed)
        self._playback.follow_requested.connect(self.preview.score.follow_again)
        # Later: loading a tune stops the one before.
        self._playback.state_changed.connect(
            self._on_playback_state_changed, Qt.ConnectionType.QueuedConnection
        )
        self._playback.show_requested.connect(self._on_show_requested)
        self._counting.counted.connect(self._on_counted)
        self.train.clicked.connect(self.commands.train.trigger)
        self._studio.source_requested.connect(self._on_source_requested)
        self._studio.colors_changed.connect(self._on_colors_changed)

    def _on_source_requested(self, path: Path) -> None:
        self._studio.page_requested.emit("datasets")
        self.add_source(path)

    def _fill_menu(self, menu: QMenu) -> None:
        add_button(menu, self.preview.play)
        add_button(menu, self.preview.open)
        menu.addSeparator()
        add_button(menu, self.train)
        for action in self.commands.exports:
            menu.addAction(action)

    def _show_sources(self) -> None:
        self.sources.set_sources(
            [Path(source) for source in self._studio.settings.sources], self._source
        )

    def _show_tunes(self, tunes: tuple[Tune, ...]) -> None:
        self.filter_bar.set_tunes(tunes)
        self.table.set_filter(self.filter_bar.filter())
        self.table.set_tunes(tunes)

    def _show_count(self) -> None:
        locale = QLocale()
        shown, total = len(self.table.shown), len(self.table.tunes)
        self.count.setText(self.tr("{0} of %Ln tunes", "", total).format(locale.toString(shown)))
        chosen = len(self.tunes_to_train)
        if len(self.table.selected()) > 1:
            words = self.tr("Train on %Ln selected tunes", "", chosen)
        elif chosen == 1:
            words = self.tr("Train on this tune")
        else:
            words = self.tr("Train on these %Ln tunes", "", chosen)
        self.train.setText(words)
        self.train.setEnabled(chosen > 0)
        self.commands.train.setEnabled(chosen > 0)
        self.commands.show_count(chosen)
        reason = self.tr("There is no tune to train on: change the filter")
        self.train.setToolTip(self.commands.train.toolTip() if chosen else reason)

    def _show_whether_any(self) -> None:
        """Say over the empty table that nothing passes the filter, and offer the way out."""
        total = len(self.table.tunes)
        is_empty = total > 0 and not self.table.shown
        # The first is for languages without plural forms on file, English before all.
        one = self.tr("The only tune does not fit")
        title = one if total == 1 else self.tr("No tune of %Ln fits", "", total)
        if is_empty and title != self.nothing.title.text():
            self.nothing.show_state(
                title,
                self.tr("Change the filter above, or clear it to see all tunes."),
                [(self.tr("Clear the filter"), self._clear_filter)],
            )
        self.nothing.setVisible(is_empty)

    def _clear_filter(self) -> None:
        self.filter_bar.clear()
        self.table.setFocus()

    def _leave_filter(self) -> None:
        """Go from the search line to what is below it."""
        if self.table.shown:
            self.table.setFocus()
        else:
            self.nothing.focus_way()

    def _on_read(self, result: TunesRead) -> None:
        notes = SourceNotes(
            len(result.tunes),
            len(result.skipped),
            result.others,
            "\n".join(remark_lines(result)[:_MOST_REMARKS]),
        )
        self.sources.set_notes(result.path, notes)
        self._show_tunes(result.tunes)
        self._show_some(result)
        self.remarks.tell(result)
        self._counting.set_tunes(result.tunes)
        self._middle.setCurrentWidget(self.views)
        if self._to_show is not None and self._to_show.source == result.path:
            self._show_tune(self._to_show)

    def _show_some(self, result: TunesRead) -> None:
        """Drop a filter that was made for other tunes and would make these look like none."""
        if self.table.shown or not result.tunes:
            return
        self.filter_bar.clear()
        words = self.tr("The filter is cleared: no tune of {0} passed it.")
        self._studio.notify(words.format(self.source_name(result.path)), "info")

    def _on_counted(self, counted: TunesCounted) -> None:
        self.statistics.show_statistics(counted.statistics)
        self.lab.set_text(counted.text, Vocabulary(counted.statistics.vocabulary))

    def _on_failed(self, error: Exception) -> None:
        ways: list[Way] = [(self.tr("Try again"), partial(self.read, self._source))]
        if self._source != bundled_tunebook():
            ways.append((self.tr("Remove from list"), partial(self._remove, self._source)))
            ways.append((self.tr("Open the bundled tunebook"), self._on_bundled))
        self.state.show_state(self.tr("These tunes cannot be read"), error_sentence(error), ways)
        self._middle.setCurrentWidget(self.state)
        self._show_sources()
        # What was read before is not of this source: it can be neither played nor trained on.
        self._show_tunes(())

    def _on_reading_cancelled(self) -> None:
        self._reading.cancel()
        self._show_tunes(())
        self.state.show_state(
            self.tr("No tunes here yet"),
            self.tr("Drop an .abc file here, or open the bundled tunebook."),
            [
                (self.tr("Add file…"), self.commands.add_file),
                (self.tr("Open the bundled tunebook"), self._on_bundled),
            ],
        )

    def _on_bundled(self) -> None:
        self.add_source(bundled_tunebook())

    def _on_removal_requested(self, path: Path) -> None:
        self._remove(path)
        self._studio.notify(
            self.tr("{0} is off the list; nothing on disk was changed.").format(path.name),
            action_text=self.tr("Undo"),
            action=partial(self.add_source, path),
        )

    def _remove(self, path: Path) -> None:
        kept = tuple(s for s in self._studio.settings.sources if s != str(path))
        self._studio.update_settings(sources=kept)
        if path == self._source:
            self._on_bundled()
        else:
            self._show_sources()

    def _on_filter_changed(self, asked: TuneFilter) -> None:
        self.table.set_filter(asked)

    def _on_tune_chosen(self, tune: Tune | None) -> None:
        self.preview.set_tune(tune)
        # The score that stands until the new one is drawn does not sound.
        self.preview.highlight(())
        if self.isVisible():
            # At once, not with the score after a pause: Space means the tune that is chosen now.
            self._offer_to_player()

    def _on_open(self, tune: Tune) -> None:
        self._studio.open_in_composer(tune.text, tune.title or self.tr("Untitled"))

    def _on_tune_picked(self, tune: Tune) -> None:
        self._playback.offer(self._played(tune), is_chosen=True)

    def _on_play(self, tune: Tune) -> None:
        self._playback.hear(self._played(tune))

    def toggle(self) -> None:
        """Play the chosen tune, or pause where that is the one that sounds."""
        if self.preview.tune is not None:
            self._playback.toggle(self._played(self.preview.tune))

    def _on_note_clicked(self, offset: int) -> None:
        tune = self.preview.tune
        if tune is not None:
            self._playback.hear(self._played(tune), offset)

    def _on_sounding_changed(self, offsets: frozenset[int]) -> None:
        tune = self.preview.tune
        is_heard = tune is not None and self._playback.is_about(self._identity(tune))
        self.preview.highlight(offsets if is_heard and self.isVisible() else ())

    def _engrave(self, text: str) -> None:
        # The pages share one engraver that drops all but the newest wish: a hidden page waits.
        self._text_to_engrave = text
        if self.isVisible():
            self._engraving.set_page_width(self.preview.score.page_width())
            self._engraving.engrave(TuneSource(text))
            self._offer_to_player()

    def _offer_to_player(self) -> None:
        """Let the transport bar play the tune that is shown, and nothing where there is none."""
        tune = self.preview.tune
        self._playback.offer(PlayedTune("") if tune is None else self._played(tune))

    def _played(self, tune: Tune) -> PlayedTune:
        return PlayedTune(
            tune.text,
            tune.title or self.tr("Untitled"),
            self.name_of_tunes,
            tune.file_header,
            self._identity(tune),
        )

    def _identity(self, tune: Tune) -> SourceTune:
        return SourceTune(self._source, tune.number)

    def _on_show_requested(self, which: object) -> None:
        if not isinstance(which, SourceTune):
            return
        self._studio.page_requested.emit("datasets")
        self._to_show = which
        if which.source == self._source:
            self._show_tune(which)
        else:
            self._source = which.source
            self._show_sources()
            self.read(which.source)

    def _show_tune(self, which: SourceTune) -> None:
        """Choose a tune of the source that is shown, also one that the filter hides."""
        self._to_show = None
        tune = next((each for each in self.table.tunes if each.number == which.number), None)
        if tune is None:
            return
        if tune not in self.table.shown:
            self.filter_bar.clear()
        self.views.setCurrentIndex(0)
        self.table.choose(tune)

    def _on_playback_state_changed(self, state: str) -> None:
        if state == "stopped" and self.isVisible():
            self._offer_to_player()

    def _on_page_ready(self, page: EngravedScore, text: str) -> None:
        if text == self._text_to_engrave:
            self._text_to_engrave = ""
        self.preview.set_page(page, text)

    def _on_engraving_failed(self, error: Exception) -> None:
        self.preview.set_trouble(error_sentence(error))

    def _on_colors_changed(self, colors: Colors) -> None:
        self.sources.set_colors(colors)
        self.preview.set_colors(colors)
        self.statistics.set_colors(colors)
        self.filter_bar.refresh_icons()
        self.lab.refresh_icons()
        self.train.setIcon(tinted_icon("brain", colors.accent_text, colors.muted))
