"""The window: three pages, one transport bar, and what belongs to all of them."""

from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.composing.takes import complete_tune, tunes_in
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.guarded_files import is_folder
from abcstudio.learning.devices import Device
from abcstudio.recipes.import_model import is_model
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.note_entry.piano_entry import PianoEntry
from abcstudio.ui.datasets.datasets_page import DatasetsPage
from abcstudio.ui.documents.midi_import import MIDI_SUFFIXES
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import window_title
from abcstudio.ui.look.theme import Colors, apply_palette, apply_theme
from abcstudio.ui.playback.bar.transport_bar import TransportBar
from abcstudio.ui.playback.midi_sending import MidiSending
from abcstudio.ui.playback.piano_strip import PianoStrip
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.played_tune import PlayedTune, SampleTune
from abcstudio.ui.playback.space_key import SpaceKey
from abcstudio.ui.score.score_sizes import ScoreSizes
from abcstudio.ui.services.actions import Actions, Command
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.training.model_importing import ModelImporter
from abcstudio.ui.training.training_page import TrainingPage
from abcstudio.ui.window.about_dialog import AboutDialog
from abcstudio.ui.window.command_palette import CommandPalette
from abcstudio.ui.window.focus_handover import FocusHandover
from abcstudio.ui.window.help_window import HelpWindow, topic_at
from abcstudio.ui.window.menus import Menus
from abcstudio.ui.window.notice_bar import NoticeBar
from abcstudio.ui.window.page_bar import PageBar
from abcstudio.ui.window.pages import PAGE_IDS, PAGES, Page, PageParts
from abcstudio.ui.window.preferences_dialog import PreferencesDialog
from abcstudio.ui.window.side_panels import SidePanels
from abcstudio.ui.window.standing_notice import StandingNotice
from abcstudio.ui.window.window_commands import WindowCommands

DESIGN_SIZE = QSize(1280, 800)
SMALLEST_SIZE = QSize(1024, 640)
_PageKind = TypeVar("_PageKind", DatasetsPage, TrainingPage, ComposerPage)
OPENED_SUFFIXES = frozenset({".abc", ".txt"}) | MIDI_SUFFIXES


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
        self._preferences: PreferencesDialog | None = None
        self._help: HelpWindow | None = None
        self._about: AboutDialog | None = None
        self.setMinimumSize(SMALLEST_SIZE)
        self.setAcceptDrops(True)
        # The style sheet comes last: under one, every widget is polished again whenever it is moved
        # into a layout, which takes half of the time until the window is up.
        apply_palette(_application(), studio.colors)
        # Before all others: what they draw anew takes its colours from the palette.
        studio.colors_changed.connect(self._dress)
        self.commands = WindowCommands(self.registry, studio, self)
        self.page_bar = PageBar(studio, self.commands.pages, self.commands.palette)
        self.transport = TransportBar(
            self.playback, self.registry, studio, lambda: self.composer.listening.chosen_notes()
        )
        parts = PageParts(
            studio=studio, actions=self.registry, playback=self.playback, engraver=self.engraver
        )
        self._pages: dict[str, Page] = {row.page_id: row.make(parts) for row in PAGES}
        self.datasets = self._page(DatasetsPage)
        self.training = self._page(TrainingPage)
        self.composer = self._page(ComposerPage)
        self.training.session.started.connect(partial(self.playback.output.set_busy, True))
        self.training.session.ended.connect(partial(self.playback.output.set_busy, False))
        self.composer.panes.add(self.transport)
        self.midi_sending = MidiSending(
            studio, self.registry, self.playback.port, self.transport.mixer_button
        )
        self._media_keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_MediaPlay: self.playback.toggle,
            Qt.Key.Key_MediaTogglePlayPause: self.playback.toggle,
            Qt.Key.Key_MediaPause: self.playback.pause,
            Qt.Key.Key_MediaStop: self.playback.stop,
            Qt.Key.Key_MediaNext: lambda: self._go_to_tune("view.next_tune"),
            Qt.Key.Key_MediaPrevious: lambda: self._go_to_tune("view.previous_tune"),
        }
        self.piano = PianoStrip(studio, self.registry, self.playback.live, self.playback.sounding)
        composer = self.composer
        PianoEntry(self.piano, composer.note_entry, composer.editor, composer.watch)
        self.models = ModelImporter(studio, self.registry, self.composer.files.folder, self)
        scores = (self.composer.score, self.datasets.preview.score)
        self.score_sizes = ScoreSizes(studio, self.registry, scores, self.composer.link.engraving)
        self.standing_notice = StandingNotice(studio.colors)
        self._lay_out()
        self._let_space_play()
        columns = {name: page.columns for name, page in self._pages.items()}
        self.side_panels = SidePanels(studio, self.registry, columns, self)
        self._keep_local_keys_on_their_page()
        self.menus = Menus(self.menuBar(), self.registry, studio, self.open_path)
        self.palette_view = CommandPalette(self, self.registry, studio.colors)
        self.notices = NoticeBar(self._stack, studio.colors)
        self.focus_handover = FocusHandover(self, self._main_focus)
        self._connect()
        self._connect_commands()
        self._dress(studio.colors)
        self._restore_geometry()
        self.show_page(studio.settings.page if studio.settings.page in PAGE_IDS else PAGE_IDS[-1])
        self._show_title()

    @property
    def page_name(self) -> str:
        """The page in front."""
        return PAGE_IDS[self._stack.currentIndex()]

    @property
    def help_window(self) -> HelpWindow | None:
        """The help, None before it was asked for."""
        return self._help

    def show_page(self, name: str) -> None:
        """Bring a page to the front and put the focus where its work begins."""
        self._stack.setCurrentWidget(self._widget(name))
        self.page_bar.show_page(name)
        self.side_panels.show_page(name)
        self._pages[name].main_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self, kind: type[_PageKind]) -> _PageKind:
        return next(page for page in self._pages.values() if isinstance(page, kind))

    def _widget(self, page_id: str) -> QWidget:
        page = self._pages[page_id]
        assert isinstance(page, QWidget)
        return page

    def _main_focus(self) -> QWidget:
        return self._pages[self.page_name].main_focus

    def open_path(self, path: Path) -> None:
        """Open a tune file in the composer; a model is taken in, a folder is a source of tunes."""
        if is_folder(path):
            self.show_page("datasets")
            self.datasets.add_source(path)
            return
        self.show_page("composer")
        self.composer.open_path(path)

    def open_palette(self) -> None:
        """Let the person find a command by its name."""
        self.palette_view.open()

    def open_help(self) -> None:
        """Show the help for what has the focus."""
        self.show_help(topic_at(QApplication.focusWidget()))

    def show_help(self, topic: str) -> None:
        """Show one topic of the help."""
        if self._help is None:
            self._help = HelpWindow(self.registry, self.studio.settings.language, self)
        self._help.show_topic(topic)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def open_preferences(self) -> None:
        """Show the preferences; they take effect at once."""
        if self._preferences is None:
            self._preferences = PreferencesDialog(self.studio, self.registry, self)
        self._preferences.show()
        self._preferences.raise_()
        self._preferences.activateWindow()

    def open_about(self) -> None:
        """Show what this program is and what it is made of."""
        if self._about is None:
            self._about = AboutDialog(self)
        self._about.show()
        self._about.raise_()

    def set_focus_mode(self, is_on: bool) -> None:
        """Leave only the score and the text, or bring everything back."""
        self.commands.focus_mode.setChecked(is_on)
        if is_on:
            self.show_page("composer")
        self.page_bar.setVisible(not is_on)
        self.composer.set_focus_mode(is_on)
        if not is_on:
            self.side_panels.restore("composer")
        if is_on:
            keys = self.commands.focus_mode.shortcut().toString()
            self.studio.notify(self.tr("{0} brings everything back.").format(keys))

    def show_device(self, device: Device) -> None:
        """Show what networks compute on, once that is known."""
        self.page_bar.show_device(device)
        self.training.show_device(device)

    def end_without_asking(self) -> None:
        """Close because the system wants it; unsaved text is kept for the next start."""
        self._is_ending = True
        self.close()
        QApplication.quit()

    def keep_text(self) -> None:
        """Copy unsaved text to where the next start finds it."""
        self.composer.autosave.write()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_ending and not self.composer.may_close():
            event.ignore()
            return
        geometry = b64encode(self.saveGeometry().data()).decode("ascii")
        self.studio.update_settings(window_geometry=geometry, page=self.page_name)
        self.transport.keep_volume()
        for page in self._pages.values():
            page.close_page()
        self.notices.clear()
        self.standing_notice.clear()
        # While there is still somebody to tell a MIDI port of it.
        self.playback.stop()
        self.has_unfinished_work = not self.studio.shut_down()
        self.playback.close()
        self.engraver.close()
        event.accept()

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
        """Take the media keys."""
        if event.key() in self._media_keys:
            self._media_keys[Qt.Key(event.key())]()
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._files_to_open(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        for path in self._files_to_open(event):
            self.open_path(path)
        event.acceptProposedAction()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for name in self._pages:
            page = self._widget(name)
            page.setObjectName(f"{name}_page")
            if page.property("help_topic") is None:
                page.setProperty("help_topic", name)
            self._stack.addWidget(page)
        self.transport.setProperty("help_topic", "playback")
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page_bar)
        column.addWidget(self.standing_notice)
        column.addWidget(self._stack, 1)
        column.addWidget(self.piano)
        column.addWidget(self.transport)
        self.setCentralWidget(ground)

    def _let_space_play(self) -> None:
        self.space_key = SpaceKey(self, self.playback)
        for view, toggle in (
            (self.composer.takes, self.composer.listening.toggle),
            (self.composer.tunes_panel.view, self.composer.listening.toggle),
            (self.datasets.table, self.datasets.toggle),
            (self.training.samples.steps, self._toggle_sample),
        ):
            self.space_key.play_rows(view, toggle)

    def _connect(self) -> None:
        studio = self.studio
        studio.notice_requested.connect(self._show_notice)
        studio.notice_withdrawn.connect(self.standing_notice.withdraw)
        studio.notice_withdrawn.connect(self.notices.withdraw)
        studio.page_requested.connect(self.show_page)
        studio.colors_changed.connect(self.palette_view.set_colors)
        studio.colors_changed.connect(self.notices.set_colors)
        studio.colors_changed.connect(self.standing_notice.set_colors)
        studio.settings_changed.connect(self._on_settings_changed)
        self._no_play_keys = QShortcut(self)
        self._no_play_keys.activated.connect(self._on_nothing_to_play)
        self.transport.commands.toggle.changed.connect(self._show_play_keys)
        self._show_play_keys()
        self.composer.window_title_changed.connect(self._show_title)
        self.registry.chosen.connect(self._on_command_chosen)
        self.training.samples.play_requested.connect(self._on_sample_played)
        self.training.samples.sample_chosen.connect(self._on_sample_chosen)
        self.playback.show_requested.connect(self._on_show_requested)
        QGuiApplication.styleHints().colorSchemeChanged.connect(studio.refresh_colors)

    def _connect_commands(self) -> None:
        commands = self.commands
        commands.page_requested.connect(self.show_page)
        commands.palette_requested.connect(self.open_palette)
        commands.focus_mode_requested.connect(self.set_focus_mode)
        commands.help_here_requested.connect(self.open_help)
        commands.help_requested.connect(self.show_help)
        commands.about_requested.connect(self.open_about)
        commands.preferences_requested.connect(self.open_preferences)
        commands.quit_requested.connect(self.close)

    def _dress(self, colors: Colors) -> None:
        apply_theme(_application(), self, colors)
        self.registry.refresh_icons()

    def _keep_local_keys_on_their_page(self) -> None:
        """Give "Undo", "Copy" and their like their keys only where their text has the focus."""
        for command in self.registry.commands():
            if command.is_local:
                self.removeAction(command.action)
                self._widget(command.page).addAction(command.action)
                command.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _go_to_tune(self, action_id: str) -> None:
        """Show another tune of the text; where one is heard, that one is heard then."""
        action = self.registry.action(action_id)
        if action.isEnabled():
            action.trigger()

    def _show_notice(self, notice: Notice) -> None:
        (self.standing_notice if notice.stays else self.notices).show_notice(notice)

    def _on_nothing_to_play(self) -> None:
        self.studio.notify(f"{self.transport.why_off()}.", "info")

    def _show_play_keys(self) -> None:
        """Take the keys of play while that is off: no button that has the focus shall have them."""
        self._no_play_keys.setKeys(self.transport.commands.toggle.shortcuts())
        self._no_play_keys.setEnabled(not self.transport.commands.toggle.isEnabled())

    def _on_sample_played(self, text: str, step: int) -> None:
        self.playback.hear(self._played_sample(text, step))

    def _toggle_sample(self) -> None:
        chosen = self.training.samples.chosen()
        if chosen is not None:
            self.playback.toggle(self._played_sample(*chosen))

    def _on_sample_chosen(self, text: str, step: int) -> None:
        """Play the sample that was chosen while another tune sounds; silent, leave the tune."""
        if self.playback.is_heard:
            self.playback.offer(self._played_sample(text, step), is_chosen=True)

    def _played_sample(self, text: str, step: int) -> PlayedTune:
        whole = tunes_in(text)
        tune = whole[0] if whole else complete_tune(text)
        title = next((each.title for each in split_tunebook(tune)), "")
        source = self.tr("Sample at step {0}").format(self.locale().toString(step))
        return PlayedTune(tune, title, source, identity=SampleTune(step, text))

    def _on_show_requested(self, which: object) -> None:
        if isinstance(which, SampleTune):
            self.show_page("training")
            self.training.samples.show_sample(which.step, which.text)

    def _on_settings_changed(self) -> None:
        self.registry.set_user_keys(self.studio.settings.shortcuts)

    def _on_command_chosen(self, command: Command) -> None:
        if not command.page or command.page == self.page_name:
            return
        is_typing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
        if not (command.is_local and is_typing):
            self.show_page(command.page)

    def _restore_geometry(self) -> None:
        self.resize(DESIGN_SIZE.boundedTo(self.screen().availableSize()))
        try:
            geometry = b64decode(self.studio.settings.window_geometry, validate=True)
        except (Base64Error, ValueError):
            return
        if geometry:
            self.restoreGeometry(QByteArray(geometry))

    def _show_title(self) -> None:
        name = self.composer.document_name
        named = self.tr("{0}[*] - ABC Studio").format(window_title(name))
        self.setWindowTitle(named if name else self.tr("[*]ABC Studio"))
        self.setWindowModified(self.composer.is_modified)

    def _files_to_open(self, event: QDropEvent) -> list[Path]:
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        return [path for path in paths if _is_opened(path)]


def _is_opened(path: Path) -> bool:
    return path.suffix.lower() in OPENED_SUFFIXES or is_folder(path) or is_model(path)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
