"""Keeps what wishes cost in step with the takes."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_session import ComposeSession
from abcstudio.ui.composer.takes.keep_to.felt_costs import felt_costs, header_costs
from abcstudio.ui.composer.takes.take_history import TakeHistory


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
