"""The panel of what the model expects."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.inspection.inspection_panel import InspectionPanel
from abcstudio.ui.composer.inspection.inspection_presenter import InspectionPresenter
from abcstudio.ui.composer.inspection.look_inside import LookInside


class InspectionRoom(QObject):
    """Shows the model's reading of the tune at the side."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        self.panel = InspectionPanel(parts.studio)
        expected = self.tr("What the model expects of this tune, and what its units do")
        parts.side.add("inspection", self.tr("Model"), expected, self.panel, "eye")
        self.presenter = InspectionPresenter(parts.desk, self.panel)
        LookInside(parts.side, parts.actions)
