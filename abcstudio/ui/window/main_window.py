"""The window: the pages, one transport bar, and what belongs to all of them."""

from collections.abc import Sequence
from dataclasses import replace
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
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import window_title
from abcstudio.ui.look.theme import Colors, apply_palette, apply_theme
from abcstudio.ui.services.actions import Command
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.keyboard.window_keys import WindowKeys
from abcstudio.ui.window.late.late_pages import LatePages
from abcstudio.ui.window.named_files import openable_files
from abcstudio.ui.window.notices.standing_notice import Notices
from abcstudio.ui.window.pages import FIRST_PAGE, PAGE_IDS
from abcstudio.ui.window.players import Players
from abcstudio.ui.window.sizes.narrow_pages import NarrowPages
from abcstudio.ui.window.sizes.window_geometry import (
    geometry_to_keep,
    restore_geometry,
    smallest_size,
)
from abcstudio.ui.window.window_parts import make_parts

if TYPE_CHECKING:
    from abcstudio.ui.datasets.datasets_page import DatasetsPage
    from abcstudio.ui.training.training_page import TrainingPage
    from abcstudio.ui.window.handover import Handover


class MainWindow(QMainWindow):
    """Holds the pages and the services that they share, and ends everything when it closes.

    Attributes:
        parts: What the rooms share.
        rooms: The rooms, by their classes.
        has_unfinished_work: The window is closed and some background work did not end in time.

    Signals:
        first_painted: The window has been drawn for the first time.
    """

    first_painted = Signal()

    def __init__(self, studio: Studio, engraver: Engraver | None = None) -> None:
        super().__init__()
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
        parts = self.parts = make_parts(self, studio, engraver)
        self.studio, self.registry, self.playback = studio, parts.actions, parts.playback
        self.engraver, self.rooms = parts.shared.engraver, parts.rooms
        self.pages, self.composer = parts.pages, parts.composer
        self.page_bar, self.transport = parts.page_bar, parts.transport
        for room in (Players, WindowKeys, Notices):
            self.rooms.add(room(parts))
        self.standing_notice = self.rooms[Notices].standing
        ground = self._lay_out()
        self.rooms.add(Helpers(parts))
        self.notices = self.rooms[Notices].lie_over(ground)
        self._late, self._side_panels = LatePages(parts), self.rooms[Helpers].side_panels
        self.rooms.add(self._late)
        self._connect()
        restore_geometry(self, studio.settings.window.geometry)
        page = studio.settings.window.page
        self.show_page(page if page in PAGE_IDS else FIRST_PAGE)
        if self.page_name == "composer" and self.composer.last_text.is_there:
            # Space plays what one had been at, and writes no blank into it.
            score = self.composer.parts.score
            score.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_title()

    @property
    def page_name(self) -> str:
        """The page in front."""
        return self.pages.page_id

    @property
    def datasets(self) -> "DatasetsPage":
        """The page of tunes."""
        return self._late.datasets_side.page

    @property
    def training(self) -> "TrainingPage":
        """The page of training."""
        return self._late.training_side.page

    def show_page(self, name: str) -> None:
        """Bring a page to the front and put the focus where its work begins."""
        self.pages.bring_to_front(name)
        self.page_bar.show_page(name)
        self._side_panels.show_page(name)
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
        self._late.make_all()

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
        autosave = self.composer.parts.autosave
        autosave.write()

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way that `hand_over` would end."""
        others = self.studio.jobs - self.training.session.jobs
        return self.composer.open_texts.are_whole and not others

    def hand_over(self) -> "Handover":
        """End all but what goes on in the next window, and return that."""
        from abcstudio.ui.window.handover import hand_over

        return hand_over(self.parts, self._end)

    def take_up(self, handed: "Handover") -> None:
        """Go on with what another window has left."""
        from abcstudio.ui.window.handover import take_up

        take_up(self.parts, handed)
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
        self.rooms[Notices].clear()
        # While the MIDI sender still runs, which silences its port.
        self.playback.stop()
        self.has_unfinished_work = not self.studio.shut_down()
        self.playback.close()
        self._late.close()
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
        if self.rooms[WindowKeys].take(event):
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

    def _lay_out(self) -> QWidget:
        """Lay out the bars and pages; return what holds them."""
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page_bar)
        column.addWidget(self.standing_notice)
        column.addWidget(NarrowPages(self.pages), 1)
        column.addWidget(self.rooms[Players].piano)
        column.addWidget(self.transport)
        # Before the window holds them: a sheet polishes all that lies below it at once, and what
        # comes under one later is polished when it is shown, hidden pages not before.
        self._dress(self.studio.colors)
        self.setCentralWidget(ground)
        return ground

    def _connect(self) -> None:
        studio, registry, commands = self.studio, self.registry, self.parts.commands
        studio.page_requested.connect(self.show_page)
        studio.on_change(lambda settings: registry.set_user_keys(settings.shortcuts), "shortcuts")
        self.composer.window_title_changed.connect(self.show_title)
        registry.chosen.connect(self._on_command_chosen)
        self.first_painted.connect(self._late.make_soon)
        self.first_painted.connect(self.composer.last_text.go_on)
        QGuiApplication.styleHints().colorSchemeChanged.connect(studio.refresh_colors)
        self.rooms[Helpers].file_requested.connect(self.open_path)
        commands.page_requested.connect(self.show_page)
        commands.quit_requested.connect(self.close)

    def _dress(self, colors: Colors) -> None:
        apply_theme(_application(), self, colors)
        self.registry.refresh_icons()

    def _on_command_chosen(self, command: Command) -> None:
        if not command.page or command.page == self.page_name:
            return
        is_typing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
        if not (command.spec.acts_on_focus and is_typing):
            self.show_page(command.page)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
