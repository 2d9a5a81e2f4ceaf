"""Statistics of the tunes."""

from PySide6.QtCore import QObject

from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.understanding.figures_commands import FiguresCommands
from abcstudio.ui.datasets.understanding.figures_presenter import FiguresPresenter
from abcstudio.ui.datasets.understanding.figures_view import FiguresView


class FiguresRoom(QObject):
    """Shows charts of the tunes that the filter shows."""

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.page)
        studio, sources = parts.studio, parts.sources
        self.view = FiguresView(studio)
        parts.views.add_view(self.view, self.tr("Statistics"))
        self.presenter = FiguresPresenter(sources, parts.browser, self.view, studio)
        FiguresCommands(parts.actions, self.presenter, self.view, sources, studio)
