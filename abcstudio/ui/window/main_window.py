"""The window: the pages, one transport bar, and what belongs to all of them.

Over 400 lines: it makes all parts, connects them and ends them, and none of that would make sense
alone.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.guarded_files import is_folder
from abcstudio.learning.devices import Device
from abcstudio.recipes.import_model import is_model
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import window_title
from abcstudio.ui.look.theme import Colors, apply_palette, apply_theme
from abcstudio.ui.playback.bar.transport_bar import TransportBar
from abcstudio.ui.playback.handed_tune import handed_tune, take_up_tune
from abcstudio.ui.playback.midi_sender import MidiSender
from abcstudio.ui.playback.piano_strip import PianoStrip
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.space_key import SpaceKey
from abcstudio.ui.score.score_sizes import ScoreSizes
from abcstudio.ui.services.actions import Actions, Command
from abcstudio.ui.services.grey_keys import GreyKeys
from abcstudio.ui.services.outside_programs import OutsidePrograms
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.focus_handover import FocusHandover
from abcstudio.ui.window.focus_mode import FocusMode
from abcstudio.ui.window.keyboard.return_key import ReturnKey
from abcstudio.ui.window.menus import Menus
from abcstudio.ui.window.named_files import openable_files
from abcstudio.ui.window.notices.notice_bar import NoticeBar
from abcstudio.ui.window.notices.standing_notice import StandingNotice
from abcstudio.ui.window.page_bar import PageBar
from abcstudio.ui.window.page_stack import PageStack
from abcstudio.ui.window.pages import FIRST_PAGE, PAGE_IDS, PageParts
from abcstudio.ui.window.palette.command_palette import CommandPalette
from abcstudio.ui.window.play_keys import PlayKeys
from abcstudio.ui.window.side_panels import SidePanels
from abcstudio.ui.window.sizes.narrow_pages import NarrowPages
from abcstudio.ui.window.sizes.window_geometry import (
    geometry_to_keep,
    restore_geometry,
    smallest_size,
)
from abcstudio.ui.window.window_commands import WindowCommands
from abcstudio.ui.window.window_dialogs import WindowDialogs

if TYPE_CHECKING:
    from abcstudio.ui.datasets.datasets_page import DatasetsPage
    from abcstudio.ui.training.training_page import TrainingPage
    from abcstudio.ui.window.help_window import HelpWindow
    from abcstudio.ui.window.late.datasets_side import DatasetsSide
    from abcstudio.ui.window.late.training_side import TrainingSide
    from abcstudio.ui.window.living.handover import Handover

# What is in sight fills itself first: the list of takes, the score.
_LATER_MS = 150
# The tunes are read in 0.2 s of the processor; pages that are made meanwhile keep them waiting.
_READING_MS = 800


class MainWindow(QMainWindow):
    """Holds the pages and the services that they share, and ends everything when it closes.

    Attributes:
        has_unfinished_work: The window is closed and some background work did not end in time.

    Signals:
        first_painted: The window has been drawn for the first time.
    """

    first_painted = Signal()

    def __init__(self, studio: Studio, engraver: Engraver | None = None) -> None:
        super().__init__()
        self.studio = studio
        self.registry = Actions(self, studio.settings.shortcuts)
        self.playback = PlaybackController(studio)
        self.engraver = engraver or Engraver()
        self._was_painted = False
        self._is_ending = False
        self.has_unfinished_work = False
        self.setMinimumSize(smallest_size(self.screen().availableSize()))
        self.setAcceptDrops(True)
        # The style sheet comes when the pages are whole, see `_lay_out`: under one, every widget is
        # polished again whenever it is moved into a layout.
        apply_palette(_application(), studio.colors)
        # Before all others: what they draw anew takes its colours from the palette.
        studio.colors_changed.connect(self._dress)
        self.commands = WindowCommands(self.registry, studio, self)
        self._datasets_side: DatasetsSide | None = None
        self._training_side: TrainingSide | None = None
        self._make_pages()
        self._make_players()
        self.score_sizes = ScoreSizes(
            studio, self.registry, self.composer.parts.score, self.composer.parts.link.engraving
        )
        self.standing_notice = StandingNotice(studio)
        self._lay_out()
        self.side_panels = SidePanels(studio, self.registry, self.pages.columns, self)
        self.pages.keep_local_keys(self.registry, self)
        self._make_helpers()
        self._connect()
        self._connect_commands()
        restore_geometry(self, studio.settings.window.geometry)
        page = studio.settings.window.page
        self.show_page(page if page in PAGE_IDS else FIRST_PAGE)
        if self.page_name == "composer" and self.composer.last_text.is_there:
            # Space plays what one had been at, and writes no blank into it.
            self.composer.parts.score.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_title()

    @property
    def page_name(self) -> str:
        """The page in front."""
        return self.pages.page_id

    @property
    def help_window(self) -> "HelpWindow | None":
        """The help, None before it was asked for."""
        return self.dialogs.help_window

    @property
    def datasets(self) -> "DatasetsPage":
        """The page of tunes."""
        self.pages.widget_of("datasets")
        assert self._datasets_side is not None
        return self._datasets_side.page

    @property
    def training_side(self) -> "TrainingSide":
        """The page of training and what belongs to it."""
        self.pages.widget_of("training")
        assert self._training_side is not None
        return self._training_side

    @property
    def training(self) -> "TrainingPage":
        """The page of training."""
        return self.training_side.page

    def show_page(self, name: str) -> None:
        """Bring a page to the front and put the focus where its work begins."""
        self.pages.bring_to_front(name)
        self.page_bar.show_page(name)
        self.side_panels.show_page(name)
        self.registry.give_way_to(name)
        self.notices.settle()
        self.pages.main_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def open_path(self, path: Path) -> None:
        """Open a tune file in the composer; a model, or that of a run's folder, is taken in.

        Another folder is a source of tunes.
        """
        self.open_paths([path])

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files and folders in their order; the page of the first is shown."""
        if not paths:
            return
        # One of them may be a model, which is taken in by what comes with the page of training.
        self.make_late_pages()
        files = [path for path in paths if not is_folder(path) or is_model(path)]
        self.show_page("composer" if paths[0] in files else "datasets")
        for path in paths:
            if path not in files:
                self.datasets.add_source(path)
        if files:
            self.composer.open_path(*files)

    def make_late_pages(self) -> None:
        """Make the pages that are not there yet, all at once."""
        while self.pages.go_on():
            pass

    def show_device(self, device: Device) -> None:
        """Show what networks compute on, once that is known."""
        self.page_bar.show_device(device)
        self.training.show_device(device)

    def show_title(self) -> None:
        """Show the name of the text in the editor, and whether it is saved."""
        name = self.composer.document_name
        named = self.tr("{0}[*] - ABC Studio").format(window_title(name))
        self.setWindowTitle(named if name else self.tr("[*]ABC Studio"))
        self.setWindowModified(self.composer.is_modified)

    def end_without_asking(self) -> None:
        """Close at the request of the system; unsaved text is kept for the next start."""
        self._is_ending = True
        self.close()
        QApplication.quit()

    def keep_text(self) -> None:
        """Copy unsaved text to where the next start finds it."""
        self.composer.parts.autosave.write()

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way that `hand_over` would end."""
        others = self.studio.jobs - self.training.session.jobs
        return self.composer.open_texts.are_whole and not others

    def hand_over(self) -> "Handover":
        """End all but what goes on in the next window, and return that."""
        from abcstudio.ui.window.living.handover import Handover

        tune, run = handed_tune(self.playback), self.training.hand_over()
        source, side = self.datasets.parts.sources.current, self.composer.parts.side.front
        help_topic, preferences_tab = self.dialogs.shown()
        self._end()
        return Handover(
            texts=self.composer.open_texts.hand_over(),
            tune=tune,
            run=run,
            source=source,
            side=side,
            help_topic=help_topic,
            preferences_tab=preferences_tab,
        )

    def take_up(self, handed: "Handover") -> None:
        """Go on with what another window has left."""
        self.composer.open_texts.take_up(handed.texts)
        self.composer.parts.side.show_panel(handed.side)
        if handed.source != self.datasets.parts.sources.current:
            self.datasets.parts.sources.show(handed.source)
        take_up_tune(self.playback, handed.tune)
        if handed.run is not None:
            self.training.take_up(handed.run)
        self.show_page(self.page_name)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_ending and not self._may_close():
            event.ignore()
            return
        self._end()
        event.accept()

    def _end(self) -> None:
        """End what goes on, and keep for the next start what is to be kept."""
        window = self.studio.settings.window
        kept = replace(window, geometry=geometry_to_keep(self), page=self.page_name)
        self.studio.update_settings(window=kept)
        self.transport.keep_volume()
        self.outside.close()
        self.notices.clear()
        self.standing_notice.clear()
        # While the MIDI sender still runs, which silences its port.
        self.playback.stop()
        self.has_unfinished_work = not self.studio.shut_down()
        self.playback.close()
        if self._training_side is not None:
            self._training_side.close()
        self.engraver.close()

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # After the widgets inside have been drawn too, which happens in this same round.
            QTimer.singleShot(0, self.first_painted.emit)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the media keys, and those of commands that are off."""
        if self.play_keys.take(event.key()) or self.grey_keys.take(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if openable_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.open_paths(openable_files(event.mimeData()))
        event.acceptProposedAction()

    def _may_close(self) -> bool:
        """Ask one question about all that the end of the window ends."""
        training = self.training
        return self.composer.may_close(training.stopped_by_closing(), training.may_close)

    def _make_pages(self) -> None:
        """Make the pages and the two bars around them."""
        studio, registry, playback = self.studio, self.registry, self.playback
        self.page_bar = PageBar(studio, self.commands.pages, self.commands.palette)
        self.transport = TransportBar(
            playback, registry, studio, lambda: self.composer.parts.listening.chosen_notes()
        )
        self._parts = PageParts(
            studio=studio, actions=registry, playback=playback, engraver=self.engraver
        )
        self.pages = PageStack(self._parts)
        self.composer = self.pages.page(ComposerPage)
        self.composer.panes.add(self.transport)

    def _make_players(self) -> None:
        """Make what plays beside the transport bar: keys, a MIDI port, a piano, samples."""
        studio, registry, playback = self.studio, self.registry, self.playback
        self.midi_sender = MidiSender(studio, registry, playback.port, self.transport.mixer_button)
        self.piano = PianoStrip(studio, registry, playback.live, playback.sounding)
        composer = self.composer
        composer.use_piano(self.piano)
        self.play_keys = PlayKeys(self.transport, playback, registry, studio, self)
        self.space_key = SpaceKey(self, playback)
        ReturnKey(self)
        self.grey_keys = GreyKeys(registry, studio, lambda: self.page_name, self)
        for view in composer.row_views:
            self.space_key.play_rows(view, composer.parts.listening.toggle)

    def _go_on_with_pages(self) -> None:
        """Load or make the next page of those that no person has asked for yet, one a turn."""
        had_datasets = self._datasets_side is not None
        if self.pages.go_on():
            begins_to_read = self._datasets_side is not None and not had_datasets
            pause = _READING_MS if begins_to_read else 0
            QTimer.singleShot(pause, self, self._go_on_with_pages)

    def _on_page_made(self, page_id: str) -> None:
        """Join a late page to what belongs to all pages."""
        if page_id == "datasets":
            from abcstudio.ui.window.late.datasets_side import DatasetsSide

            tunes = self._datasets_side = DatasetsSide(self.pages, self)
            tunes.join(self.score_sizes, self.space_key)
            tunes.use_keys(self.piano, self.composer)
        elif page_id == "training":
            from abcstudio.ui.window.late.training_side import TrainingSide

            side = TrainingSide(self.pages, self._parts, self.composer.parts.files.folder, self)
            side.join(self.page_bar, self.space_key, self.focus_handover)
            self._training_side = side
        self.side_panels.take_up(page_id, self.pages.columns[page_id])
        self.pages.keep_local_keys(self.registry, self)
        self.registry.give_way_to(self.page_name)

    def _make_helpers(self) -> None:
        """Make what lies over the pages or comes up on demand."""
        studio, registry = self.studio, self.registry
        self.menus = Menus(self.menuBar(), registry, studio, self.open_path, lambda: self.page_name)
        self.palette_view = CommandPalette(self, registry, studio)
        self.notices = NoticeBar(studio, self._ground, self.pages.notice_ground)
        self.dialogs = WindowDialogs(studio, registry, self)
        self.outside = OutsidePrograms(studio, self)
        self.focus_mode = FocusMode(
            self.commands.focus_mode, self.page_bar, self.side_panels, studio
        )
        self.focus_mode.changed.connect(self.composer.set_focus_mode)
        self.focus_handover = FocusHandover(self, self.pages.main_focus)

    def _lay_out(self) -> None:
        self.transport.setProperty("help_topic", "playback")
        self._ground = QWidget()
        column = QVBoxLayout(self._ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page_bar)
        column.addWidget(self.standing_notice)
        column.addWidget(NarrowPages(self.pages), 1)
        column.addWidget(self.piano)
        column.addWidget(self.transport)
        # Before the window holds them: a sheet polishes all that lies below it at once, and what
        # comes under one later is polished when it is shown, hidden pages not before.
        self._dress(self.studio.colors)
        self.setCentralWidget(self._ground)

    def _connect(self) -> None:
        studio, registry = self.studio, self.registry
        studio.notice_requested.connect(self._show_notice)
        studio.notice_withdrawn.connect(self.standing_notice.withdraw)
        studio.notice_withdrawn.connect(self.notices.withdraw)
        studio.page_requested.connect(self.show_page)
        studio.on_change(lambda settings: registry.set_user_keys(settings.shortcuts), "shortcuts")
        self.composer.window_title_changed.connect(self.show_title)
        self.composer.rooms[ComposingRoom].session.composed_on.connect(self.page_bar.show_composing)
        registry.chosen.connect(self._on_command_chosen)
        self.pages.made.connect(self._on_page_made)
        self.first_painted.connect(
            partial(QTimer.singleShot, _LATER_MS, self, self._go_on_with_pages)
        )
        self.first_painted.connect(self.composer.last_text.go_on)
        QGuiApplication.styleHints().colorSchemeChanged.connect(studio.refresh_colors)

    def _connect_commands(self) -> None:
        commands = self.commands
        commands.page_requested.connect(self.show_page)
        commands.palette_requested.connect(self.palette_view.open)
        commands.focus_mode_requested.connect(self.focus_mode.set_on)
        commands.help_here_requested.connect(self.dialogs.open_help)
        commands.help_requested.connect(self.dialogs.show_help)
        commands.about_requested.connect(self.dialogs.open_about)
        commands.preferences_requested.connect(self.dialogs.open_preferences)
        commands.quit_requested.connect(self.close)

    def _dress(self, colors: Colors) -> None:
        apply_theme(_application(), self, colors)
        self.registry.refresh_icons()

    def _show_notice(self, notice: Notice) -> None:
        (self.standing_notice if notice.stays else self.notices).show_notice(notice)

    def _on_command_chosen(self, command: Command) -> None:
        if not command.page or command.page == self.page_name:
            return
        is_typing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
        if not (command.acts_on_focus and is_typing):
            self.show_page(command.page)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
