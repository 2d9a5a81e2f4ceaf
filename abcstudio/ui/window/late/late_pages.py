"""The pages that are made after the window has been painted, unless they are in front."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.keyboard.window_keys import WindowKeys
from abcstudio.ui.window.players import Players
from abcstudio.ui.window.window_parts import WindowParts

if TYPE_CHECKING:
    from abcstudio.ui.window.late.datasets_side import DatasetsSide
    from abcstudio.ui.window.late.training_side import TrainingSide

# What is in sight fills itself first: the list of takes, the score.
_LATER_MS = 150
# The tunes are read in 0.2 s of the processor; pages that are made meanwhile keep them waiting.
_READING_MS = 800


class LatePages(QObject):
    """Makes the late pages, and connects each with the window."""

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._datasets_side: DatasetsSide | None = None
        self._training_side: TrainingSide | None = None
        parts.pages.made.connect(self._on_page_made)

    @property
    def datasets_side(self) -> "DatasetsSide":
        """The page of tunes and what belongs to it."""
        self._parts.pages.widget_of("datasets")
        assert self._datasets_side is not None
        return self._datasets_side

    @property
    def training_side(self) -> "TrainingSide":
        """The page of training and what belongs to it."""
        self._parts.pages.widget_of("training")
        assert self._training_side is not None
        return self._training_side

    def make_all(self) -> None:
        """Make the pages that are not there yet, all at once."""
        while self._parts.pages.go_on():
            pass

    def make_soon(self) -> None:
        """Make them one after the other, in turns of their own."""
        QTimer.singleShot(_LATER_MS, self, self._go_on)

    def close(self) -> None:
        """Stop playback and notifications of the page of training."""
        if self._training_side is not None:
            self._training_side.close()

    def _go_on(self) -> None:
        """Load or make the next missing page, one a turn of the event loop."""
        had_datasets = self._datasets_side is not None
        if self._parts.pages.go_on():
            begins_to_read = self._datasets_side is not None and not had_datasets
            QTimer.singleShot(_READING_MS if begins_to_read else 0, self, self._go_on)

    def _on_page_made(self, page_id: str) -> None:
        parts, rooms = self._parts, self._parts.rooms
        pages, helpers, space = parts.pages, rooms[Helpers], rooms[WindowKeys].space
        if page_id == "datasets":
            from abcstudio.ui.window.late.datasets_side import DatasetsSide

            tunes = self._datasets_side = DatasetsSide(pages, parts.window)
            tunes.join(rooms[Players].sizes, space)
            tunes.use_keys(rooms[Players].piano, parts.composer.rooms)
        elif page_id == "training":
            from abcstudio.ui.window.late.training_side import TrainingSide

            files = parts.tune_parts.files
            side = TrainingSide(pages, parts.shared, files.folder, parts.window)
            side.join(parts.page_bar, space, helpers.focus_handover)
            self._training_side = side
        helpers.side_panels.take_up(page_id, pages.columns[page_id])
        pages.keep_local_keys(parts.actions, parts.window)
        parts.actions.give_way_to(pages.page_id)
