"""The table of rooms of the page of tunes: a room is added by a folder and a row."""

from abcstudio.ui.datasets.browsing.room import BrowsingRoom
from abcstudio.ui.datasets.catalogue.room import CatalogueRoom
from abcstudio.ui.datasets.combining.combine_commands import CombineCommands
from abcstudio.ui.datasets.datasets_commands import DatasetsCommands
from abcstudio.ui.datasets.encodings_room import EncodingsRoom
from abcstudio.ui.datasets.finding.room import FindingRoom
from abcstudio.ui.datasets.health.room import HealthRoom
from abcstudio.ui.datasets.lab.room import LabRoom
from abcstudio.ui.datasets.preparing.room import PreparingRoom
from abcstudio.ui.datasets.previewing.played_tune_finder import PlayedTuneFinder
from abcstudio.ui.datasets.previewing.preview_presenter import PreviewPresenter
from abcstudio.ui.datasets.previewing.tune_playback import TunePlayback
from abcstudio.ui.datasets.source_change_notice import SourceChangeNotice
from abcstudio.ui.datasets.source_presenter import SourcePresenter
from abcstudio.ui.datasets.taking_out_commands import TakingOutCommands
from abcstudio.ui.datasets.tune_commands_here import TuneCommandsHere
from abcstudio.ui.datasets.tune_handover import TuneHandover
from abcstudio.ui.datasets.understanding.room import FiguresRoom
from abcstudio.ui.datasets.undo_commands import UndoCommands

ROOMS = (
    SourcePresenter,
    SourceChangeNotice,
    CatalogueRoom,
    BrowsingRoom,
    PreviewPresenter,
    TunePlayback,
    FindingRoom,
    FiguresRoom,
    LabRoom,
    HealthRoom,
    PreparingRoom,
    CombineCommands,
    EncodingsRoom,
    PlayedTuneFinder,
    TuneHandover,
    TakingOutCommands,
    UndoCommands,
    DatasetsCommands,
    TuneCommandsHere,
)
"""In the order in which they are made: that of their commands in a menu and of their views."""
