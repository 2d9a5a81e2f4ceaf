"""A dialog that asks, has the work done in the background and shows how far it is."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import Job

_ICON_SIZE = 16


class BackgroundDialog(QDialog):
    """The work goes on behind it; one job at a time.

    Attributes:
        form: Where a dialog puts what it asks for.
        status: A sentence: what will be done, how far it is, or what went wrong.
        error_sign: Stands beside it when something went wrong.
        bar: How far the work is; hidden while there is none.
        write_button: Begins.
        cancel_button: Stops the work, or closes the dialog.
    """

    def __init__(self, studio: Studio, title: str, verb: str, parent: QWidget) -> None:
        """Make the dialog.

        Args:
            studio: Starts the work.
            title: Stands above.
            verb: Stands on the button that begins.
            parent: What the dialog belongs to.
        """
        super().__init__(parent)
        self._studio = studio
        self._job: Job | None = None
        self._is_outcome_told = self._is_stopping = False
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(GRID)
        self.form.setVerticalSpacing(GRID)
        self.status = Label()
        self.status.setProperty("muted", True)
        self.status.setWordWrap(True)
        self.error_sign = Label()
        self.error_sign.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(GRID)
        self.bar.hide()
        buttons = QDialogButtonBox()
        self.write_button = buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel_button = buttons.addButton(
            self.tr("&Cancel"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.cancel_button.setToolTip(self.tr("Cancel, also while files are being written"))
        buttons.accepted.connect(self._ask)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        layout.setSpacing(GROUP_GAP)
        layout.addLayout(self.form)
        row = QHBoxLayout()
        row.addWidget(self.error_sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.status, 1)
        layout.addLayout(row)
        layout.addWidget(self.bar)
        layout.addStretch(1)
        layout.addWidget(buttons)

    @override
    def reject(self) -> None:
        """Stop the work, or close when there is none."""
        if self._job is not None:
            self.status.setText(self.tr("Stopping…"))
            self._is_stopping = True
            self._job.cancel()
        else:
            super().reject()

    def _ask(self) -> None:
        """Ask where to, and begin."""
        raise NotImplementedError

    def _inputs(self) -> tuple[QWidget, ...]:
        """Return what can be changed while nothing is done."""
        raise NotImplementedError

    def _stopped_words(self) -> str:
        """Return what is said when the work was stopped."""
        raise NotImplementedError

    def _begin(self, job: Job, folder: Path, total: int) -> None:
        """Have the work done.

        Args:
            job: The work; what it gives goes to the dialog's own slots.
            folder: Where its files go.
            total: How many steps the bar has, 0 where it cannot be known.
        """
        self._job, self._is_stopping = job, False
        self._studio.will_write_into(folder)
        self.bar.setRange(0, total)
        self.bar.setValue(0)
        job.cancelled.connect(self._on_cancelled)
        job.failed.connect(self._on_failed)
        self._show_state()
        self._studio.start(job)

    def _tell_progress(self, words: str) -> None:
        """Say how far the work is, unless it was told to stop: then reports come a while still."""
        if not self._is_stopping:
            self.status.setText(words)

    def _end(self) -> None:
        """Take note that the work is done, and go."""
        self._job = None
        self.accept()

    def _show_state(self) -> None:
        is_busy = self._job is not None
        self._is_outcome_told = False
        self.bar.setVisible(is_busy)
        self.error_sign.hide()
        for widget in (*self._inputs(), self.write_button):
            widget.setEnabled(not is_busy)
        self.cancel_button.setText(self.tr("&Stop") if is_busy else self.tr("&Cancel"))

    def _on_cancelled(self) -> None:
        self._job = None
        self._show_state()
        self.status.setText(self._stopped_words())
        self._is_outcome_told = True

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._show_state()
        color = self._studio.colors.error
        symbol = tinted_icon("alert-circle", color, color)
        self.error_sign.setPixmap(symbol.pixmap(_ICON_SIZE, _ICON_SIZE))
        self.error_sign.show()
        self.status.setText(error_sentence(error))
        self._is_outcome_told = True
