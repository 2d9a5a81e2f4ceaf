"""The commands of the page of training."""

from PySide6.QtCore import QObject

from abcstudio.ui.services.actions import Command, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.training.curve.curve_saver import CurveSaver
from abcstudio.ui.training.run_starter import RunStarter
from abcstudio.ui.training.training_parts import TrainingParts
from abcstudio.ui.words.key_words import keys_of


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
        saver = CurveSaver(plot, studio)
        self.start = here.add(
            CommandSpec("training.start", "&Start training",
                "Trains a network with the settings of the form; from another page, shows them "
                "first",
                do=starter.start, why_not=session.why_busy, keys="Ctrl+R", icon="player-play",
                shows_first=True)
        )  # fmt: skip
        self.pause, self.stop = everywhere.add_all(
            CommandSpec("training.pause", "Pause tra&ining",
                "Leaves the machine to other work for a while; once more goes on",
                do=session.pause, why_not=self._why_no_stop, keys="Alt+Shift+P",
                icon="player-pause", is_switch=True),
            CommandSpec("training.stop", "Sto&p training",
                "Stops the run; what it learned is kept, and it can be resumed",
                do=session.stop, why_not=self._why_no_stop, keys="Ctrl+Shift+R",
                icon="player-stop"),
        )  # fmt: skip
        here.add_all(
            CommandSpec("training.whole_curve", "Show the &whole curve",
                "Shows all steps of the loss curve again",
                do=plot.show_whole, keys="Ctrl+Shift+G", submenu="curve"),
            CommandSpec("training.save_curve", "Sa&ve the curve…",
                "Writes the shown curve as a picture (PNG, SVG) or as a table (CSV)",
                do=saver.save, why_not=saver.why_not, icon="photo", submenu="curve"),
        )  # fmt: skip
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

    def _why_no_stop(self) -> str:
        return "" if self._session.is_running else self.tr("No run is under way.")
