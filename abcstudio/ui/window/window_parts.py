"""The parts of the window that all its rooms share."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QMainWindow

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.playback.bar.transport_bar import TransportBar
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.rooms import Rooms
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.page_bar import PageBar
from abcstudio.ui.window.page_stack import PageStack
from abcstudio.ui.window.pages import PAGES_WITH_OWN_KEYS, PageParts
from abcstudio.ui.window.window_commands import WindowCommands


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowParts:
    """The constructor argument of every room of the window.

    Attributes:
        window: The window, to which dialogs belong.
        shared: The parts of the window that pages get.
        commands: The commands of the window itself.
        page_bar: The bar over the pages.
        transport: The bar below them.
        composer: The page that is always there.
        rooms: The rooms made so far.
    """

    window: QMainWindow
    shared: PageParts
    commands: WindowCommands
    page_bar: PageBar
    transport: TransportBar
    pages: PageStack
    composer: ComposerPage
    rooms: Rooms = field(default_factory=Rooms)

    @property
    def tune_parts(self) -> ComposerParts:
        """The shared parts of the composer."""
        return self.composer.parts

    @property
    def studio(self) -> Studio:
        """The studio of all pages."""
        return self.shared.studio

    @property
    def actions(self) -> Actions:
        """The commands of all pages."""
        return self.shared.actions

    @property
    def playback(self) -> PlaybackController:
        """The player."""
        return self.shared.playback


def make_parts(window: QMainWindow, studio: Studio, engraver: Engraver | None) -> WindowParts:
    """Make the first pages of a window and the two bars around them."""
    actions = Actions(window, studio.settings.shortcuts, PAGES_WITH_OWN_KEYS)
    playback = PlaybackController(studio)
    shared = PageParts(
        studio=studio, actions=actions, playback=playback, engraver=engraver or Engraver()
    )
    commands = WindowCommands(actions, studio, window)
    page_bar = PageBar(studio, commands.pages, commands.palette)
    transport = TransportBar(playback, actions, studio, lambda: listening.chosen_notes())
    transport.setProperty("help_topic", "playback")
    pages = PageStack(shared)
    composer = pages.page(ComposerPage)
    listening = composer.parts.listening
    composer.panes.add(transport)
    composer.rooms[ComposingRoom].session.composed_on.connect(page_bar.show_composing)
    return WindowParts(
        window=window,
        shared=shared,
        commands=commands,
        page_bar=page_bar,
        transport=transport,
        pages=pages,
        composer=composer,
    )
