"""The table of rooms: a room is added by a folder and a row."""

from abcstudio.ui.composer.authorship.room import AuthorshipRoom
from abcstudio.ui.composer.caret_speaker import CaretSpeaker
from abcstudio.ui.composer.changes.measure_commands import MeasureCommands
from abcstudio.ui.composer.changes.room import ChangesRoom
from abcstudio.ui.composer.inspection.room import InspectionRoom
from abcstudio.ui.composer.listening_commands import ListeningCommands
from abcstudio.ui.composer.newness.room import NewnessRoom
from abcstudio.ui.composer.note_entry.room import NoteEntryRoom
from abcstudio.ui.composer.opening_room import OpeningRoom
from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.panes import Panes
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.composer.rewriting.room import RewritingRoom
from abcstudio.ui.composer.score_commands import ScoreCommands
from abcstudio.ui.composer.takes.comparing.comparison_command import ComparisonCommand
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.composer.tunebook.room import TunebookRoom
from abcstudio.ui.composer.writing.room import WritingRoom

ROOMS = (
    TakesRoom,
    TextsRoom,
    Panes,
    TunebookRoom,
    ScoreCommands,
    WritingRoom,
    ComposingRoom,
    ComparisonCommand,
    ProblemsRoom,
    InspectionRoom,
    AuthorshipRoom,
    ListeningCommands,
    ChangesRoom,
    RewritingRoom,
    NewnessRoom,
    OutlineRoom,
    CaretSpeaker,
    NoteEntryRoom,
    MeasureCommands,
    OpeningRoom,
)
"""The order of construction, which is also the order of their commands in a menu.

`TextsRoom` restores the last text.
"""
