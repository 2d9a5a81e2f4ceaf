"""The page of tunes and what the window makes around it: its score, its keys, its piano."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from abcstudio.ui.composer.note_entry.room import NoteEntryRoom
from abcstudio.ui.composer.opening_room import OpeningRoom
from abcstudio.ui.datasets.datasets_page import DatasetsPage
from abcstudio.ui.datasets.finding.room import FindingRoom
from abcstudio.ui.playback.piano_strip import PianoStrip
from abcstudio.ui.playback.space_key import SpaceKey
from abcstudio.ui.score.score_sizes import ScoreSizes
from abcstudio.ui.services.rooms import Rooms
from abcstudio.ui.window.page_stack import PageStack


class DatasetsSide(QObject):
    """Made with the page: after the window has been painted, unless the page is in front.

    Attributes:
        page: The page of tunes.
    """

    def __init__(self, pages: PageStack, window: QWidget) -> None:
        super().__init__(window)
        self.page = pages.page(DatasetsPage)

    def join(self, sizes: ScoreSizes, space_key: SpaceKey) -> None:
        """Let the score have the size of the others, and Space play the rows here."""
        page, preview = self.page, self.page.parts.preview
        sizes.take_up(preview.score)
        space_key.play_rows(page.browser.table, page.toggle)
        space_key.play_rows(page.rooms[FindingRoom].view.table, page.toggle_place)

    def use_keys(self, piano: PianoStrip, rooms: Rooms) -> None:
        """Take what is played on the piano and on a MIDI keyboard, while the composer does not."""
        midi = rooms[NoteEntryRoom].entry.midi
        other = rooms[OpeningRoom].recorder
        recorder = self.page.rooms[FindingRoom].use_keys(piano, midi)
        recorder.began.connect(other.end)
        other.began.connect(recorder.end)
