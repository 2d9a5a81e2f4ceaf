"""Composing: the form, the session and its commands."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.takes.compose_controller import ComposeController
from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_memory import recall_form, remember_form
from abcstudio.ui.composer.takes.compose_session import ComposeSession
from abcstudio.ui.composer.takes.keep_to.felt_costs import felt_costs, header_costs
from abcstudio.ui.composer.takes.listed_newness import ListedNewness
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.takes.take_history import TakeHistory
from abcstudio.ui.services.actions import Actions, Command, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.words.key_words import KeyTip

_COMPOSE = "tune.compose"
_COMPOSE_BEST = "tune.compose_best"


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
            CommandSpec(_COMPOSE, "&Compose", "Let the network write a tune",
                do=composing.compose, why_not=self._why_busy, keys="Ctrl+Return", icon="sparkles"),
            CommandSpec("tune.compose_again", "Compose &again like this",
                "Compose with this take's settings and another number",
                do=composing.compose_again, why_not=self._why_not_again, keys="Ctrl+Shift+Return",
                icon="refresh"),
            CommandSpec("tune.compose_from_opening", "Compose more from its first meas&ures",
                "Compose as this take was composed, from its first two measures on",
                do=composing.compose_from_opening, why_not=self._why_not_again),
            CommandSpec(_COMPOSE_BEST, "Compose the &best of 16",
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


class CostsPresenter(QObject):
    """Says in the panel what the takes of the history say."""

    def __init__(self, form: ComposeForm, history: TakeHistory, session: ComposeSession) -> None:
        super().__init__(form)
        self._form, self._history = form, history
        panel = form.keep_to
        panel.wishes.changed.connect(self._show)
        panel.guard.toggled.connect(self._show)
        form.headers.chosen.connect(self._show)
        form.headers.changed.connect(self._show)
        history.earlier_read.connect(self._show)
        session.ended.connect(self._show)
        self._show()

    def _show(self, *_anything: object) -> None:
        panel, seed = self._form.keep_to, self._form.seed.toPlainText()
        wishes, takes = panel.wishes.wishes(seed), self._history.takes
        is_on = panel.guard.isChecked()
        panel.show_costs(felt_costs(takes, wishes) if is_on else {})
        self._form.headers.show_costs(header_costs(takes, seed) if is_on else {})


class ComposingRoom(QObject):
    """Composes with the settings of the form, into the list of takes."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        self._parts = parts
        self._takes = takes = parts.rooms[TakesRoom]
        studio, actions = parts.studio, parts.actions
        self.form = ComposeForm(studio)
        recall_form(self.form, studio)
        self.session = takes.session
        self.controller = ComposeController(parts, self.form, self.session, takes)
        self.commands = ComposeCommands(parts.desk, self.controller, self.session, actions)
        CostsPresenter(self.form, takes.history, self.session)
        self.listed_newness = ListedNewness(takes.list, takes.history, self.session, studio)
        self.form.offer_best(actions.action(_COMPOSE_BEST))
        KeyTip(
            self.form.compose_button,
            lambda: actions.action("play.stop" if self.session.is_composing else _COMPOSE),
        )
        parts.columns.put(PagePlace.FORM, self.form)
        self._connect()

    def _connect(self) -> None:
        takes, choice, commands = self._takes, self._takes.choice, self.commands
        self.listed_newness.progressed.connect(takes.bar.show_left)
        commands.keep_requested.connect(choice.toggle_kept)
        commands.step_requested.connect(choice.step)
        commands.audition_requested.connect(choice.audition)
        self._parts.studio.closing.connect(self._close)

    def _close(self) -> None:
        remember_form(self.form, self._parts.studio)
