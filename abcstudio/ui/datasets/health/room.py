"""Health of the tunes: view, presenter and commands."""

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.health.cleaned_export import CleanedExport
from abcstudio.ui.datasets.health.fix_history import FixHistory
from abcstudio.ui.datasets.health.health_commands import HealthCommands
from abcstudio.ui.datasets.health.health_presenter import HealthPresenter
from abcstudio.ui.datasets.health.health_view import HealthView


class HealthRoom(QObject):
    """Lists and fixes what is wrong with the tunes of the page.

    While its view is in sight, the preview shows the tune of the chosen problem.
    """

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.views)
        self._browser = parts.browser
        self._preview = parts.preview
        studio, sources, views = parts.studio, parts.sources, parts.views
        self.view = HealthView(studio)
        views.add_view(self.view, self.tr("Health"), lambda: self.view.main_focus)
        self.presenter = HealthPresenter(self.view, sources, studio)
        self.export = CleanedExport(self.presenter, sources, studio, views)
        HealthCommands(
            view=self.view,
            views=views,
            presenter=self.presenter,
            export=self.export,
            studio=studio,
            actions=parts.actions,
        )
        self.presenter.listed.connect(self._show_tune)
        self.view.installEventFilter(self)

    @property
    def history(self) -> FixHistory:
        """The fixes, each of which can be undone."""
        return self.presenter.history

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.presenter.come_into_sight()
            self._show_tune()
        elif event.type() == QEvent.Type.Hide:
            self.history.changed.emit()
            self._preview.set_tune(self._browser.table.tune)
        return super().eventFilter(watched, event)

    def _show_tune(self) -> None:
        problem = self.presenter.chosen
        if self.view.isVisible() and problem is not None and not problem.concerns_file:
            tune = self.presenter.book.tune(problem.place)
            if self._preview.tune is None or self._preview.tune.text != tune.text:
                self._preview.set_tune(tune)
