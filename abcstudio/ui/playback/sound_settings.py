"""Where the sound goes and what it is made of."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QPushButton, QWidget
from typing_extensions import override

from abcstudio.settings import Settings
from abcstudio.ui.controls.path_field import PathField
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, PAGE_MARGIN
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence
from abcstudio.workers.job import Job, plain_work
from abcstudio.workers.sound import check_sound_font, sound_devices


class SoundSettings(QWidget):
    """The device, looked for in the background when this is first shown, and the sound font.

    Signals:
        looked: The list of devices is up to date.
    """

    looked = Signal()

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self._was_shown = False
        self.device = QComboBox()
        self.device.setAccessibleName(self.tr("Sound device"))
        self.device.setToolTip(self.tr("Where the tunes are heard"))
        self.device.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.device.setMinimumContentsLength(32)
        self.device.activated.connect(self._on_device)
        self.note = Label()
        self.note.setWordWrap(True)
        self.note.setProperty("muted", True)
        self.look_again = QPushButton(self.tr("&Look again"))
        self.look_again.setToolTip(self.tr("Look again for sound devices"))
        self.look_again.clicked.connect(self._look)
        self.sound_font = PathField(
            self.tr("Sound font"),
            self.tr("An .sf2 file with the sounds of the instruments"),
            self.tr("The instruments in the box"),
            self.tr("Sound fonts (*.sf2);;All files (*)"),
        )
        self.sound_font.path_changed.connect(self._on_sound_font)
        self.font_note = Label()
        self.font_note.setWordWrap(True)
        self._font_job = LatestJob(studio)
        form = QFormLayout(self)
        form.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        form.setVerticalSpacing(GRID)
        form.setHorizontalSpacing(GROUP_GAP)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self.tr("&Device"), self.device)
        form.addRow("", self.look_again)
        form.addRow("", self.note)
        form.addRow(self.tr("Sound &font"), self.sound_font)
        form.addRow("", self.font_note)
        studio.on_change(self._show, "audio_device", "sound_font")
        self._fill(())
        self._show(studio.settings)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self._look()

    def _look(self) -> None:
        self.note.setText(self.tr("Looking for sound devices…"))
        self.look_again.setEnabled(False)
        job = Job(plain_work(sound_devices))
        job.finished.connect(self._on_found)
        job.failed.connect(self._on_not_found)
        job.ended.connect(self._on_looked)
        self._studio.start(job)

    def _fill(self, names: tuple[str, ...]) -> None:
        """List the devices; the chosen one stays on the list even when it is unplugged."""
        chosen = self._studio.settings.audio_device
        with QSignalBlocker(self.device):
            self.device.clear()
            self.device.addItem(self.tr("The system's standard device"), "")
            for name in names:
                self.device.addItem(name, name)
            if chosen and chosen not in names:
                self.device.addItem(self.tr("{0} (not there now)").format(chosen), chosen)
            self.device.setCurrentIndex(self.device.findData(chosen))

    def _show(self, settings: Settings) -> None:
        index = self.device.findData(settings.audio_device)
        if index >= 0:
            self.device.setCurrentIndex(index)
        self.sound_font.set_path(settings.sound_font)

    def _on_found(self, names: tuple[str, ...]) -> None:
        self._fill(names)
        self.note.setText(
            "" if names else self.tr("There is no sound device. WAV files still work.")
        )

    def _on_not_found(self, error: Exception) -> None:
        self._fill(())
        self.note.setText(error_sentence(error))

    def _on_looked(self) -> None:
        self.look_again.setEnabled(True)
        self.looked.emit()

    def _on_device(self, index: int) -> None:
        self._studio.update_settings(audio_device=self.device.itemData(index))

    def _on_sound_font(self, path: str) -> None:
        """Take a sound font that can be read; the one before stays where it cannot."""
        self.font_note.clear()
        if not path:
            self._font_job.cancel()
            self._studio.update_settings(sound_font="")
            return
        self.font_note.setText(self.tr("Reading the sound font…"))
        work = plain_work(check_sound_font, Path(path))
        self._font_job.run(work, lambda _: self._on_font_read(path), self._on_font_refused)

    def _on_font_read(self, path: str) -> None:
        self.font_note.clear()
        self._studio.update_settings(sound_font=path)

    def _on_font_refused(self, error: Exception) -> None:
        self.font_note.setText(error_sentence(error))
