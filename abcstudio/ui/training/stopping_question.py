"""The question before the window closes while a network trains."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from abcstudio.ui.look.plain_text import MessageBox


class StoppingQuestion(MessageBox):
    """Asks with the verbs on its buttons; Enter and Esc let the network train on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.NoIcon)
        self.setWindowTitle(self.tr("ABC Studio"))
        self.setText(self.tr("A network is training."))
        self.setInformativeText(
            self.tr("Quitting stops it. What it has learned is kept: you can resume the run.")
        )
        self._stop = self.addButton(
            self.tr("Stop training and quit"), QMessageBox.ButtonRole.AcceptRole
        )
        go_on = self.addButton(self.tr("Go on training"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(go_on)
        self.setEscapeButton(go_on)

    def is_agreed(self) -> bool:
        """Ask; return whether the training may stop."""
        self.exec()
        return self.clickedButton() is self._stop


def what_quitting_stops() -> str:
    """Return what stands in a question about other things while a network trains."""
    return QCoreApplication.translate(
        "StoppingQuestion",
        "A network is training. Quitting stops it. What it has learned is kept: you can resume "
        "the run.",
    )
