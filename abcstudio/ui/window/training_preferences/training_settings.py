"""What happens while a network trains, and where its runs are logged besides their folders."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QSizePolicy, QWidget

from abcstudio.runs.loggers.kinds import (
    COMET,
    COMET_OFFLINE,
    LOG_KINDS,
    TENSORBOARD,
    why_no_log,
)
from abcstudio.settings import Settings
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, PAGE_MARGIN
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.training_preferences.comet_key_field import CometKeyField
from abcstudio.ui.window.training_preferences.flag_box import FlagBox
from abcstudio.ui.words.translation import message


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
