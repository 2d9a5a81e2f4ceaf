"""The commands of composing: begin, again, stop, keep a take, go through the list of takes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.takes.compose_controller import ComposeController
from abcstudio.ui.composer.takes.compose_session import ComposeSession
from abcstudio.ui.services.actions import Actions, Command
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_COMMANDS = (
    CommandSpec(
        id="tune.compose",
        words=QT_TRANSLATE_NOOP("ComposeCommands", "&Compose"),
        tooltip=QT_TRANSLATE_NOOP("ComposeCommands", "Let the network write a tune"),
        keys="Ctrl+Return",
        icon="sparkles",
    ),
    CommandSpec(
        id="tune.compose_again",
        words=QT_TRANSLATE_NOOP("ComposeCommands", "Compose &again like this"),
        tooltip=QT_TRANSLATE_NOOP(
            "ComposeCommands", "Compose with this take's settings and another number"
        ),
        keys="Ctrl+Shift+Return",
        icon="refresh",
    ),
    CommandSpec(
        id="tune.compose_from_opening",
        words=QT_TRANSLATE_NOOP("ComposeCommands", "Compose more from its first meas&ures"),
        tooltip=QT_TRANSLATE_NOOP(
            "ComposeCommands",
            "Compose as this take was composed, from its first two measures on",
        ),
    ),
    CommandSpec(
        id="tune.compose_best",
        words=QT_TRANSLATE_NOOP("ComposeCommands", "Compose the &best of 16"),
        tooltip=QT_TRANSLATE_NOOP(
            "ComposeCommands", "Compose sixteen tunes, and keep the one that the jury prefers"
        ),
    ),
    CommandSpec(
        id="tune.stop_composing",
        words=QT_TRANSLATE_NOOP("ComposeCommands", "S&top composing"),
        tooltip=QT_TRANSLATE_NOOP("ComposeCommands", "Stop, and keep what is composed so far"),
        icon="player-stop",
    ),
    CommandSpec(
        id="tune.keep",
        words=QT_TRANSLATE_NOOP("ComposeCommands", "&Keep this take"),
        tooltip=QT_TRANSLATE_NOOP(
            "ComposeCommands", "Mark the take with a star, so that it stays in the list"
        ),
        keys="Ctrl+D",
        icon="star",
    ),
    CommandSpec(
        id="tune.next",
        words=QT_TRANSLATE_NOOP("ComposeCommands", "&Next in the list"),
        tooltip=QT_TRANSLATE_NOOP("ComposeCommands", "Show the next text of the list"),
        keys="Ctrl+PgDown",
    ),
    CommandSpec(
        id="tune.previous",
        words=QT_TRANSLATE_NOOP("ComposeCommands", "&Previous in the list"),
        tooltip=QT_TRANSLATE_NOOP("ComposeCommands", "Show the text before in the list"),
        keys="Ctrl+PgUp",
    ),
    CommandSpec(
        id="tune.audition",
        words=QT_TRANSLATE_NOOP("ComposeCommands", "&Hear the next take"),
        tooltip=QT_TRANSLATE_NOOP(
            "ComposeCommands",
            "Play the chosen take from its start; where that was heard last, the next of the list",
        ),
        keys="Shift+F2",
        icon="player-skip-forward",
    ),
    CommandSpec(
        id="tune.audition_before",
        words=QT_TRANSLATE_NOOP("ComposeCommands", "Hear the take be&fore"),
        tooltip=QT_TRANSLATE_NOOP(
            "ComposeCommands", "Play the take before in the list from its start"
        ),
        icon="player-skip-back",
    ),
)


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
        what_to_do: dict[str, Callable[[], object]] = {
            "tune.compose": composing.compose,
            "tune.compose_again": composing.compose_again,
            "tune.compose_from_opening": composing.compose_from_opening,
            "tune.compose_best": composing.compose_best,
            "tune.stop_composing": session.stop,
            "tune.keep": self.keep_requested.emit,
            "tune.next": partial(self.step_requested.emit, 1),
            "tune.previous": partial(self.step_requested.emit, -1),
            "tune.audition": partial(self.audition_requested.emit, 1),
            "tune.audition_before": partial(self.audition_requested.emit, -1),
        }
        why_not = {
            "tune.compose": self._why_busy,
            "tune.compose_again": self._why_not_again,
            "tune.compose_from_opening": self._why_not_again,
            "tune.compose_best": self._why_busy,
            "tune.stop_composing": self._why_not_stop,
            "tune.keep": self._why_no_take,
        }
        group = CommandGroup(actions, self, menu="tune", page="composer")
        for spec in _COMMANDS:
            group.add(spec, what_to_do[spec.id], why_not.get(spec.id))
        turns = (session.started, session.stopping, session.ended)
        group.follow(desk.changed, composing.origin_changed, *turns)
        actions.chosen.connect(self._on_command_chosen)

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
