"""What a person sees when the program made a mistake: calm words and a report to copy."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, PAGE_MARGIN, editor_font


class CrashDialog(QDialog):
    """Shows the report of an unexpected error; further ones are added to the same dialog.

    Signals:
        quit_chosen: The person wants to end the program.
    """

    quit_chosen = Signal()

    def __init__(self, log_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(72 * GRID, 48 * GRID)
        words = Label(
            self.tr(
                "The studio made a mistake of its own. Your text is kept, and you can go on. "
                "If it happens again, send the report below to the authors; it is also written "
                "to the log in {0}."
            ).format(log_folder)
        )
        words.setWordWrap(True)
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setFont(editor_font())
        self.report.setAccessibleName(self.tr("Report"))
        self.copy_button = QPushButton(self.tr("&Copy report"))
        self.copy_button.setToolTip(self.tr("Copy the whole report to the clipboard"))
        self.copy_button.clicked.connect(self._copy)
        self.quit_button = QPushButton(self.tr("&Quit ABC Studio"))
        self.quit_button.setToolTip(self.tr("End the program; unsaved text is kept for next time"))
        self.quit_button.clicked.connect(self.quit_chosen)
        self.continue_button = QPushButton(self.tr("C&ontinue"))
        self.continue_button.setToolTip(self.tr("Close this report and go on working"))
        self.continue_button.setProperty("main", True)
        self.continue_button.setDefault(True)
        self.continue_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.quit_button)
        buttons.addWidget(self.continue_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        layout.setSpacing(GROUP_GAP)
        layout.addWidget(words)
        layout.addWidget(self.report, 1)
        layout.addLayout(buttons)

    def add_report(self, text: str) -> None:
        """Show one more report under those already there."""
        self.report.appendPlainText(text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
