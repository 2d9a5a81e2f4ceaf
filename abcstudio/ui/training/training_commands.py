"""The commands of the page of training."""

from PySide6.QtCore import QObject

from abcstudio.ui.services.actions import Command
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.training.curve.curve_saver import CurveSaver
from abcstudio.ui.training.run_starter import RunStarter
from abcstudio.ui.training.training_parts import TrainingParts
from abcstudio.ui.words.key_words import keys_of
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_START = CommandSpec(
    id="training.start",
    words=QT_TRANSLATE_NOOP("TrainingCommands", "&Start training"),
    tooltip=QT_TRANSLATE_NOOP(
        "TrainingCommands",
        "Trains a network with the settings of the form; from another page, shows them first",
    ),
    keys="Ctrl+R",
    icon="player-play",
    shows_first=True,
)
_STOP = CommandSpec(
    id="training.stop",
    words=QT_TRANSLATE_NOOP("TrainingCommands", "Sto&p training"),
    tooltip=QT_TRANSLATE_NOOP(
        "TrainingCommands", "Stops the run; what it learned is kept, and it can be resumed"
    ),
    keys="Ctrl+Shift+R",
    icon="player-stop",
)
_PAUSE = CommandSpec(
    id="training.pause",
    words=QT_TRANSLATE_NOOP("TrainingCommands", "Pause tra&ining"),
    tooltip=QT_TRANSLATE_NOOP(
        "TrainingCommands", "Leaves the machine to other work for a while; once more goes on"
    ),
    keys="Alt+Shift+P",
    icon="player-pause",
    is_switch=True,
)
_WHOLE_CURVE = CommandSpec(
    id="training.whole_curve",
    words=QT_TRANSLATE_NOOP("TrainingCommands", "Show the &whole curve"),
    tooltip=QT_TRANSLATE_NOOP("TrainingCommands", "Shows all steps of the loss curve again"),
    keys="Ctrl+Shift+G",
)
_SAVE_CURVE = CommandSpec(
    id="training.save_curve",
    words=QT_TRANSLATE_NOOP("TrainingCommands", "Sa&ve the curve…"),
    tooltip=QT_TRANSLATE_NOOP(
        "TrainingCommands", "Writes the shown curve as a picture (PNG, SVG) or as a table (CSV)"
    ),
    icon="photo",
)


class TrainingCommands(QObject):
    """Registers the commands; a run can be stopped from every page.

    Attributes:
        start: Begins a run.
        pause: Lets it wait, or go on.
        stop: Stops it.
    """

    def __init__(self, parts: TrainingParts) -> None:
        super().__init__(parts.page)
        actions, studio, plot = parts.actions, parts.studio, parts.plot
        starter = parts.rooms[RunStarter]
        session = self._session = parts.session
        self._studio = studio
        here = CommandGroup(actions, self, menu="train", page="training")
        everywhere = CommandGroup(actions, self, menu="train")
        self.start = here.add(_START, starter.start, self._why_no_start)
        self.pause = everywhere.add(_PAUSE, session.pause, self._why_no_stop)
        self.stop = everywhere.add(_STOP, session.stop, self._why_no_stop)
        here.add(_WHOLE_CURVE, plot.show_whole)
        saver = CurveSaver(plot, studio)
        here.add(_SAVE_CURVE, saver.save, saver.why_not)
        for group in (here, everywhere):
            group.follow(session.started, session.ended, session.busy_changed, plot.drawn_changed)
        for change in (session.started, session.paused_changed, session.ended):
            change.connect(self._show_whether_paused)
        actions.shown_first.connect(self._on_shown_first)

    def _show_whether_paused(self) -> None:
        self.pause.setChecked(self._session.is_paused)

    def _on_shown_first(self, command: Command) -> None:
        if command.action is not self.start:
            return
        words = self.tr("Look at the tunes and the settings; once more starts the training.")
        if keys := keys_of(self.start):
            words = self.tr("Look at the tunes and the settings; {0} starts the training.")
            words = words.format(keys)
        self._studio.notify(words)

    def _why_no_start(self) -> str:
        return self._session.why_busy()

    def _why_no_stop(self) -> str:
        return "" if self._session.is_running else self.tr("No run is under way.")
