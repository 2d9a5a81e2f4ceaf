"""Composing: the form, the session and its commands."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.takes.compose_commands import ComposeCommands
from abcstudio.ui.composer.takes.compose_controller import ComposeController
from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_memory import recall_form, remember_form
from abcstudio.ui.composer.takes.compose_session import ComposeSession
from abcstudio.ui.composer.takes.keep_to.felt_costs import felt_costs, header_costs
from abcstudio.ui.composer.takes.newness.listed_newness import ListedNewness
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.takes.take_history import TakeHistory
from abcstudio.ui.words.key_words import KeyTip


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
        self.form.offer_best(actions.action("tune.compose_best"))
        KeyTip(
            self.form.compose_button,
            lambda: actions.action("play.stop" if self.session.is_composing else "tune.compose"),
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
