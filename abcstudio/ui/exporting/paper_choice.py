"""Which paper a person prints on and how large the music is there, kept in the settings."""

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from abcstudio.engraving.paper.paper import SIZES, Paper
from abcstudio.settings import setting_values
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.controls.numbers.number_boxes import NumberBox
from abcstudio.ui.services.studio import Studio


def paper_name(studio: Studio) -> str:
    """Return the kind of paper: the chosen one, else what is usual in the person's country."""
    if studio.settings.paper in SIZES:
        return studio.settings.paper
    is_american = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return "letter" if is_american else "a4"


def staff_mm(studio: Studio) -> float:
    """Return the height of a staff on paper."""
    return studio.settings.staff_mm


def chosen_paper(studio: Studio) -> Paper:
    """Return the paper to lay music out on."""
    return Paper.named(paper_name(studio), staff_mm(studio))


class PaperChoice(QObject):
    """Two boxes that show and change the choice.

    Signals:
        changed: The paper or the size of the music is another one.
    """

    changed = Signal()

    def __init__(self, studio: Studio, parent: QWidget) -> None:
        super().__init__(parent)
        self._studio = studio
        self.paper = ChoiceBox()
        self.paper.setAccessibleName(self.tr("Paper"))
        self.paper.setToolTip(self.tr("The size of a sheet"))
        self.paper.addItem(self.tr("A4"), "a4")
        self.paper.addItem(self.tr("Letter"), "letter")
        self.paper.setCurrentIndex(self.paper.findData(paper_name(studio)))
        self.staff = NumberBox(*setting_values("staff_mm"))
        self.staff.setAccessibleName(self.tr("Height of a staff"))
        self.staff.setToolTip(self.tr("How high the five lines are; larger is easier to read"))
        self.staff.setSuffix(self.tr(" mm"))
        self.staff.setValue(staff_mm(studio))
        self.paper.activated.connect(self._on_changed)
        self.staff.valueChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._studio.update_settings(
            paper=str(self.paper.currentData()), staff_mm=self.staff.value()
        )
        self.changed.emit()
