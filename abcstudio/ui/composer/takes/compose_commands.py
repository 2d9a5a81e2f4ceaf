"""The commands of composing: begin, again, stop, keep a take, go through the list of takes."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.takes.compose_controller import ComposeController
from abcstudio.ui.composer.takes.compose_session import ComposeSession
from abcstudio.ui.services.actions import Actions, Command, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


class ComposeCommands(QObject):
    """Registers the commands.

    Signals:
        keep_requested: The take in the editor is to be kept, or no longer.
        audition_requested: The person wants to hear the next take of the list (1) or the one
            before (-1).
        step_requested: The person wants the next text of the list (1) or the one before (-1).
    """

    keep_requested = Signal()
    audition_requested = Signal(int)
    step_requested = Signal(int)

    def __init__(
        self,
        desk: TuneDesk,
        composing: ComposeController,
        session: ComposeSession,
        actions: Actions,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = session
        group = CommandGroup(
            actions, self, menu="tune", submenu="compose", page="composer", acts_on_tune=False
        )
        self._add_composing(group, composing)
        self._add_takes(group)
        turns = (session.started, session.stopping, session.ended)
        group.follow(desk.changed, composing.origin_changed, *turns)
        actions.chosen.connect(self._on_command_chosen)

    def _add_composing(self, group: CommandGroup, composing: ComposeController) -> None:
        group.add_all(
            CommandSpec("tune.compose", "&Compose", "Let the network write a tune",
                do=composing.compose, why_not=self._why_busy, keys="Ctrl+Return", icon="sparkles"),
            CommandSpec("tune.compose_again", "Compose &again like this",
                "Compose with this take's settings and another number",
                do=composing.compose_again, why_not=self._why_not_again, keys="Ctrl+Shift+Return",
                icon="refresh"),
            CommandSpec("tune.compose_from_opening", "Compose more from its first meas&ures",
                "Compose as this take was composed, from its first two measures on",
                do=composing.compose_from_opening, why_not=self._why_not_again),
            CommandSpec("tune.compose_best", "Compose the &best of 16",
                "Compose sixteen tunes, and keep the one that the jury prefers",
                do=composing.compose_best, why_not=self._why_busy),
            CommandSpec("tune.stop_composing", "S&top composing",
                "Stop, and keep what is composed so far",
                do=self._session.stop, why_not=self._why_not_stop, icon="player-stop"),
        )  # fmt: skip

    def _add_takes(self, group: CommandGroup) -> None:
        group.add_all(
            CommandSpec("tune.keep", "&Keep this take",
                "Mark the take with a star, so that it stays in the list",
                do=self.keep_requested.emit, why_not=self._why_no_take, keys="Ctrl+D", icon="star"),
            CommandSpec("tune.next", "&Next in the list", "Show the next text of the list",
                do=partial(self.step_requested.emit, 1), keys="Ctrl+PgDown"),
            CommandSpec("tune.previous", "&Previous in the list",
                "Show the text before in the list",
                do=partial(self.step_requested.emit, -1), keys="Ctrl+PgUp"),
            CommandSpec("tune.audition", "&Hear the next take",
                "Play the chosen take from its start; where that was heard last, the next of the "
                "list",
                do=partial(self.audition_requested.emit, 1), keys="Shift+F2",
                icon="player-skip-forward"),
            CommandSpec("tune.audition_before", "Hear the take be&fore",
                "Play the take before in the list from its start",
                do=partial(self.audition_requested.emit, -1), icon="player-skip-back"),
        )  # fmt: skip

    def _why_busy(self) -> str:
        return self.tr("The network is still writing a tune.") if self._session.is_composing else ""

    def _why_not_again(self) -> str:
        document = self._desk.document
        has_origin = document.provenance.origin is not None
        unknown = self.tr("How this tune was composed is not known.")
        return self._why_busy() or ("" if has_origin else unknown)

    def _why_no_take(self) -> str:
        document = self._desk.document
        words = self.tr("Takes have a star; any other tune is kept in the tunebook.")
        return "" if document.provenance.take_number else words

    def _why_not_stop(self) -> str:
        if self._session.is_stopping:
            return self.tr("It is stopping already.")
        return "" if self._session.is_composing else self.tr("Nothing is being composed.")

    def _on_command_chosen(self, command: Command) -> None:
        """Let the key that stops the sound stop the composing too."""
        if command.action_id == "play.stop":
            self._session.stop()
