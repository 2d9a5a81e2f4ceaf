"""What a person sees when the program cannot start: why, and a report to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, PAGE_MARGIN, editor_font


class StartFailureDialog(QDialog):
    """Says why there is no window; closing it ends the program.

    Args of the constructor:
        report: What the authors need to know; "" where the person can help it.
    """

    def __init__(self, reason: str, report: str = "") -> None:
        super().__init__()
        self.setWindowTitle(self.tr("ABC Studio cannot start"))
        self.resize(72 * GRID, 40 * GRID if report else 16 * GRID)
        self.reason = Label(reason)
        self.reason.setWordWrap(True)
        self.reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setFont(editor_font())
        self.report.setAccessibleName(self.tr("Report"))
        copy = QPushButton(self.tr("&Copy report"))
        copy.setToolTip(self.tr("Copy the whole report to the clipboard"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        self.quit_button = QPushButton(self.tr("&Quit ABC Studio"))
        self.quit_button.setDefault(True)
        self.quit_button.clicked.connect(self.accept)
        self.report.setVisible(bool(report))
        copy.setVisible(bool(report))
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(self.quit_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        layout.setSpacing(GROUP_GAP)
        layout.addWidget(self.reason, 0 if report else 1)
        layout.addWidget(self.report, 1)
        layout.addLayout(buttons)
