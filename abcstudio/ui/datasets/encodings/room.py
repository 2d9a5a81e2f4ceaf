"""The text encoding of the source."""

from PySide6.QtCore import QObject

from abcstudio.ui.datasets.datasets_parts import DatasetsParts
from abcstudio.ui.datasets.encodings.source_encoding import SourceEncoding
from abcstudio.ui.datasets.source_presenter import SourcePresenter


class EncodingsRoom(QObject):
    """Offers another encoding below the sources, and where one was guessed."""

    def __init__(self, parts: DatasetsParts) -> None:
        super().__init__(parts.page)
        self.encoding = SourceEncoding(parts.actions, parts.sources, parts.studio, parts.page)
        source_list, remarks = parts.source_list, parts.rooms[SourcePresenter].remarks
        source_list.encoding.set_command(self.encoding.action)
        remarks.encoding_requested.connect(self.encoding.ask)
