"""The key for Comet on its way into the system's keyring; it is shown and kept nowhere else."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.runs.loggers.comet_key import KeyPlace, keep_comet_key, where_comet_key_is
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import plain_work, saving_work


class CometKeyField(QWidget):
    """Takes a key; says where one is."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._job = LatestJob(studio)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Comet key"))
        self.field.setToolTip(self.tr("Your API key, from your account there"))
        self.field.textChanged.connect(self._show_button)
        self.field.returnPressed.connect(self._keep)
        self.keep = QPushButton(self.tr("&Keep the key"))
        self.keep.setAutoDefault(False)
        self.keep.setToolTip(self.tr("Puts it into the system's keyring, and into no file"))
        self.keep.clicked.connect(self._keep)
        self.note = Label()
        self.note.setWordWrap(True)
        self.note.setProperty("muted", True)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.field, 1)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.note)
        self.setFocusProxy(self.field)
        self._show_button()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.isEnabled() and not self._job.is_running:
            self._job.run(plain_work(where_comet_key_is), self._on_place)

    def _show_button(self) -> None:
        self.keep.setEnabled(bool(self.field.text().strip()))

    def _keep(self) -> None:
        key = self.field.text().strip()
        if key:
            self._job.run(saving_work(keep_comet_key, key), self._on_kept, self._on_failed)

    def _on_kept(self, place: KeyPlace) -> None:
        self.field.clear()
        self._on_place(place)

    def _on_failed(self, error: Exception) -> None:
        self.note.setText(error_sentence(error))

    def _on_place(self, place: KeyPlace) -> None:
        words = {
            KeyPlace.ENVIRONMENT: self.tr("The key is taken from COMET_API_KEY."),
            KeyPlace.KEYRING: self.tr("The key is in the system's keyring."),
            KeyPlace.NOWHERE: self.tr("There is no key yet."),
        }
        self.note.setText(words[place])
