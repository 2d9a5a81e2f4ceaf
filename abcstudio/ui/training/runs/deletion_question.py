"""The question before a training run is deleted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from abcstudio.ui.look.plain_text import MessageBox, one_line


class DeletionQuestion(MessageBox):
    """Asks with the verbs on its buttons, and goes by itself.

    Signals:
        agreed: The run is to be deleted.
    """

    agreed = Signal()

    def __init__(self, name: str, parent: QWidget, *, composes: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setText(self.tr("Delete the training run “{0}”?").format(one_line(name)))
        consequences = [self.tr("Its network, curve and samples are deleted from disk for good.")]
        if composes:
            consequences.append(
                self.tr("You compose with its network now; the first model takes its place.")
            )
        self.setInformativeText("\n".join(consequences))
        delete = self.addButton(self.tr("Delete run"), QMessageBox.ButtonRole.DestructiveRole)
        keep = self.addButton(self.tr("Keep run"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(keep)
        self.setEscapeButton(keep)
        delete.clicked.connect(self.agreed)
