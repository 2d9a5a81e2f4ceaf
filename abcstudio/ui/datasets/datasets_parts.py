"""The parts of the page of tunes that all its rooms share."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.paths import bundled_tunebook
from abcstudio.ui.datasets.chosen_tunes import ChosenTunes
from abcstudio.ui.datasets.source_dialogs import SourceDialogs
from abcstudio.ui.datasets.source_list import SourceList
from abcstudio.ui.datasets.tune_browser import TuneBrowser
from abcstudio.ui.datasets.tune_preview import TunePreview
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.datasets.tune_views import TuneViews
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.rooms import Rooms
from abcstudio.ui.services.studio import Studio


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetsParts:
    """The constructor argument of every room of the page of tunes.

    Attributes:
        page: The page, to which dialogs belong.
        sources: Reads the sources.
        dialogs: Ask for another source.
        browser: The table of tunes with its filter, the first of the views.
        views: The middle of the page, to which a room adds its view.
        preview: The chosen tune.
        chosen: The tunes that commands act on.
        rooms: The rooms made so far.
    """

    page: QWidget
    studio: Studio
    actions: Actions
    playback: PlaybackController
    engraver: Engraver
    sources: TuneSources
    dialogs: SourceDialogs
    source_list: SourceList
    browser: TuneBrowser
    views: TuneViews
    preview: TunePreview
    chosen: ChosenTunes
    rooms: Rooms = field(default_factory=Rooms)


def make_parts(
    page: QWidget,
    studio: Studio,
    actions: Actions,
    playback: PlaybackController,
    engraver: Engraver,
) -> DatasetsParts:
    """Make the parts of a page, which lays them out once the rooms have added theirs."""
    source_list = SourceList(bundled_tunebook(), studio)
    browser = TuneBrowser(studio)
    preview = TunePreview(studio)
    views = TuneViews(browser)
    sources = TuneSources(studio, page)
    return DatasetsParts(
        page=page,
        studio=studio,
        actions=actions,
        playback=playback,
        engraver=engraver,
        sources=sources,
        dialogs=SourceDialogs(sources, studio, page),
        source_list=source_list,
        browser=browser,
        views=views,
        preview=preview,
        chosen=ChosenTunes(browser, sources),
    )
