"""Preparing a corpus, put together: the view, what keeps it in step, its commands."""

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from abcstudio.ui.datasets.preparing.prepare_commands import PrepareCommands
from abcstudio.ui.datasets.preparing.prepare_presenter import PreparePresenter
from abcstudio.ui.datasets.preparing.prepare_view import PrepareView
from abcstudio.ui.datasets.preparing.steps_files import StepsFiles
from abcstudio.ui.datasets.tune_browser import TuneBrowser
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.datasets.tune_views import TuneViews
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio


class Preparing(QObject):
    """Makes a corpus of the tunes of the page."""

    def __init__(
        self,
        views: TuneViews,
        browser: TuneBrowser,
        sources: TuneSources,
        studio: Studio,
        actions: Actions,
    ) -> None:
        super().__init__(views)
        self._views = views
        self.view = PrepareView(studio)
        views.add_view(self.view, self.tr("Prepare"), lambda: self.view.form.clean)
        self.presenter = PreparePresenter(self.view, browser, sources, studio)
        self.files = StepsFiles(self.presenter, studio, views)
        self.commands = PrepareCommands(
            view=self.view,
            views=views,
            presenter=self.presenter,
            files=self.files,
            studio=studio,
            actions=actions,
        )
        self.view.form.filter_requested.connect(views.go_to_search)
        self.view.installEventFilter(self)

    @property
    def is_in_front(self) -> bool:
        """Whether its view is the one that is in front of the page."""
        return self._views.tabs.currentWidget() is self.view

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.presenter.come_into_sight()
        return super().eventFilter(watched, event)
