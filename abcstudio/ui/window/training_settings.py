"""What happens while a network trains, and where its runs are logged besides their folders."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from abcstudio.runs.loggers.comet_key import KeyPlace, keep_comet_key, where_comet_key_is
from abcstudio.runs.loggers.kinds import (
    COMET,
    COMET_OFFLINE,
    LOG_KINDS,
    TENSORBOARD,
    why_no_log,
)
from abcstudio.settings import Settings, SettingsChanges
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, PAGE_MARGIN
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence, message
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


class FlagBox(QCheckBox):
    """Shows a field of `Settings` and changes it."""

    def __init__(self, studio: Studio, name: str, words: str, tip: str) -> None:
        super().__init__(words)
        self._studio = studio
        self._name = name
        self.setToolTip(tip)
        self.toggled.connect(self._on_toggled)
        studio.on_change(self._show, name)
        self._show(studio.settings)

    def _show(self, settings: Settings) -> None:
        self.setChecked(getattr(settings, self._name))

    def _on_toggled(self, is_on: bool) -> None:
        # The name is a field's, which mypy cannot know.
        changes = SettingsChanges(**{self._name: is_on})  # type: ignore[misc]
        self._studio.update_settings(**changes)


class TrainingSettings(QWidget):
    """Switches and choices; a log whose library is missing says how to install it."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self.keep_awake = FlagBox(
            studio,
            "keep_awake",
            self.tr("Keep the machine &awake"),
            self.tr("It does not fall asleep by itself before the run has ended"),
        )
        self.notify_run_end = FlagBox(
            studio,
            "notify_run_end",
            self.tr("Tell when a run has &ended"),
            self.tr("The desktop shows a notice where you work in another window then"),
        )
        self.tensorboard = QCheckBox(self.tr("Tensor&Board files"))
        self.tensorboard.setToolTip(self.tr("Each run is logged in its folder for TensorBoard too"))
        self.tensorboard.toggled.connect(self._on_logs)
        self.tensorboard_note = _note()
        self.comet = ChoiceBox()
        self.comet.setAccessibleName(self.tr("Comet"))
        self.comet.setToolTip(self.tr("Each run becomes an experiment of the service Comet too"))
        for words, name in (
            (self.tr("Not logged"), ""),
            (self.tr("Sent to Comet"), COMET),
            (self.tr("Kept in the run's folder, to be sent later"), COMET_OFFLINE),
        ):
            self.comet.addItem(words, name)
        self.comet.activated.connect(self._on_logs)
        self.comet_note = _note()
        self.comet_key = CometKeyField(studio)
        self._lay_out()
        studio.on_change(self._show, "training_logs")
        self._show(studio.settings)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        form.setVerticalSpacing(GRID)
        form.setHorizontalSpacing(GROUP_GAP)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self.tr("While training"), self.keep_awake)
        form.addRow("", self.notify_run_end)
        form.addRow(self.tr("Log each run as"), self.tensorboard)
        form.addRow("", self.tensorboard_note)
        form.addRow(self.tr("Co&met"), self.comet)
        form.addRow("", self.comet_note)
        form.addRow(self.tr("Comet ke&y"), self.comet_key)

    def _show(self, settings: Settings) -> None:
        logs = settings.training_logs
        self.tensorboard.setChecked(TENSORBOARD in logs)
        chosen = next((name for name in (COMET, COMET_OFFLINE) if name in logs), "")
        self.comet.setCurrentIndex(self.comet.findData(chosen))
        missing = why_no_log(LOG_KINDS[TENSORBOARD])
        # What is on can be switched off without its library.
        self.tensorboard.setEnabled(missing is None or TENSORBOARD in logs)
        files = self.tr("Shown by: tensorboard --logdir, with the folder of training runs.")
        self.tensorboard_note.setText(
            files if missing is None else message(missing.message_id, missing.parameters)
        )
        missing = why_no_log(LOG_KINDS[COMET])
        self.comet.setEnabled(missing is None or bool(chosen))
        sent = self.tr(
            "Settings, curves, takes and the sound of the last ones, and nothing else. "
            "What was kept is sent by: comet upload."
        )
        self.comet_note.setText(
            sent if missing is None else message(missing.message_id, missing.parameters)
        )
        self.comet_key.setEnabled(missing is None)

    def _on_logs(self) -> None:
        chosen = (self.tensorboard.isChecked() and TENSORBOARD, self.comet.currentData())
        names = tuple(name for name in LOG_KINDS if name in chosen)
        if names != self._studio.settings.training_logs:
            self._studio.update_settings(training_logs=names)


def _note() -> Label:
    label = Label()
    label.setWordWrap(True)
    label.setProperty("muted", True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label
