"""Below the curve: what the network wrote along it, or what it wrote at each evaluation."""

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.milestones.hearing_panel import HearingPanel
from abcstudio.ui.training.samples_panel import SamplesPanel


class TakesArea(QWidget):
    """Two panels in one place, each under a tab.

    Attributes:
        hearing: The same takes at chosen steps, by a slider.
        samples: Other samples at every evaluation, in a list.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hearing = HearingPanel(studio)
        self.samples = SamplesPanel(studio)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("What the network wrote"))
        stack = QStackedWidget()
        for panel, words, tooltip in (
            (
                self.hearing,
                self.tr("Hear it learn"),
                self.tr("The same takes at steps along the curve, with the same random numbers"),
            ),
            (
                self.samples,
                self.tr("Samples"),
                self.tr("What the network wrote at each evaluation, with other random numbers"),
            ),
        ):
            stack.addWidget(panel)
            self.tabs.setTabToolTip(self.tabs.addTab(words), tooltip)
        self.tabs.currentChanged.connect(stack.setCurrentIndex)
        self.samples.brought_forward.connect(self.show_samples)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.tabs)
        column.addWidget(stack, 1)

    def show_samples(self) -> None:
        """Bring the samples of the evaluations to the front."""
        self.tabs.setCurrentIndex(1)

    def show_hearing(self) -> None:
        """Bring the takes along the curve to the front."""
        self.tabs.setCurrentIndex(0)
