"""Keeps what wishes cost in step with the takes."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_session import ComposeSession
from abcstudio.ui.composer.takes.keep_to.felt_costs import felt_costs
from abcstudio.ui.composer.takes.take_history import TakeHistory


class CostsPresenter(QObject):
    """Says in the panel what the takes of the history say."""

    def __init__(self, form: ComposeForm, history: TakeHistory, session: ComposeSession) -> None:
        super().__init__(form)
        self._form, self._history = form, history
        panel = form.keep_to
        panel.wishes.changed.connect(self._show)
        panel.guard.toggled.connect(self._show)
        history.earlier_read.connect(self._show)
        session.ended.connect(self._show)
        self._show()

    def _show(self, *_anything: object) -> None:
        panel = self._form.keep_to
        wishes = panel.wishes.wishes(self._form.seed.toPlainText())
        is_on = panel.guard.isChecked()
        panel.show_costs(felt_costs(self._history.takes, wishes) if is_on else {})
