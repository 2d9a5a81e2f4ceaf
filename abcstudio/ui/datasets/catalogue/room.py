"""Collections of tunes that can be downloaded."""

from PySide6.QtCore import QObject

from abcstudio.ui.datasets.catalogue.catalogue_presenter import CataloguePresenter
from abcstudio.ui.datasets.datasets_parts import DatasetsParts


class CatalogueRoom(QObject):
    """Offers the catalogue below the sources."""

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.page)
        self.presenter = CataloguePresenter(parts.sources, parts.studio, parts.actions, parts.page)
        source_list = parts.source_list
        source_list.catalogue.set_command(self.presenter.action)
