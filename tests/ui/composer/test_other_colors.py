"""Each part of the page takes the colours of another scheme by itself."""

from PySide6.QtWidgets import QAbstractButton

from abcstudio.ui.composer.note_entry.room import NoteEntryRoom
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.theme import DARK
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow


def shows(button: QAbstractButton, name: str) -> bool:
    return button.icon().cacheKey() == icon(name).cacheKey()


def test_the_parts_of_the_page_are_drawn_in_the_colours_of_another_scheme(
    main_window: MainWindow, studio: Studio
) -> None:
    page = main_window.composer
    studio.update_settings(theme="dark")
    assert page.parts.score.backgroundBrush().color().name() == DARK.paper
    assert DARK.base in main_window.rooms[Helpers].palette_view.styleSheet()
    assert DARK.raised in main_window.notices.styleSheet()
    assert DARK.raised in main_window.standing_notice.styleSheet()
    assert page.parts.side.bar.tabIcon(0).cacheKey() == icon("playlist").cacheKey()
    assert shows(page.rooms[ComposingRoom].form.dice, "dice-5")
    assert shows(page.rooms[ProblemsRoom].strip.next_button, "chevron-down")
    assert shows(page.rooms[NoteEntryRoom].bar.rest, "note-rest")
