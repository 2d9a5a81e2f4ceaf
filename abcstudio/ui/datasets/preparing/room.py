"""Corpus preparation: view, presenter and commands."""

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.preparing.prepare_commands import PrepareCommands
from abcstudio.ui.datasets.preparing.prepare_presenter import PreparePresenter
from abcstudio.ui.datasets.preparing.prepare_view import PrepareView
from abcstudio.ui.datasets.preparing.steps_files import StepsFiles


class PreparingRoom(QObject):
    """Makes a corpus of the tunes of the page."""

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.views)
        studio, views = parts.studio, parts.views
        self._views = views
        self.view = PrepareView(studio)
        views.add_view(self.view, self.tr("Prepare"), lambda: self.view.form.clean)
        self.presenter = PreparePresenter(self.view, parts.browser, parts.sources, studio)
        self.files = StepsFiles(self.presenter, studio, views)
        self.commands = PrepareCommands(
            view=self.view,
            views=views,
            presenter=self.presenter,
            files=self.files,
            studio=studio,
            actions=parts.actions,
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
