"""Writing the tune as MIDI, MusicXML or sound in the background, with a word when it is done."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from abcstudio.paths import bundled_sound_font
from abcstudio.ui.document_files import DocumentFiles, file_name_of
from abcstudio.ui.playback_controller import PlaybackController
from abcstudio.ui.saving import ask_target
from abcstudio.ui.studio import Studio
from abcstudio.ui.translation import error_sentence
from abcstudio.workers.export import export_work
from abcstudio.workers.job import Job


class Exporter(QObject):
    """Asks where to, writes, and tells."""

    def __init__(
        self,
        studio: Studio,
        playback: PlaybackController,
        files: DocumentFiles,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._studio = studio
        self._playback = playback
        self._files = files
        self._window = window

    def export(self, text: str, title: str, format: str) -> None:
        """Ask for a file and write the tune to it."""
        midi = self.tr("MIDI files (*.mid *.midi)")
        musicxml = self.tr("MusicXML files (*.musicxml *.xml)")
        kinds = {
            "mid": {"mid": midi, "midi": midi},
            "musicxml": {"musicxml": musicxml, "xml": musicxml},
            "wav": {"wav": self.tr("WAV sound (*.wav)")},
        }
        start = Path(self._files.folder()) / f"{file_name_of(title)}.{format}"
        path = ask_target(self._window, self.tr("Export the tune"), start, kinds[format])
        if path is not None:
            self.export_to(text, format, path)

    def export_to(self, text: str, format: str, target: Path) -> Job:
        """Write the tune in the background, as the chosen instrument plays it."""
        own_font = self._studio.settings.sound_font
        sound_font = Path(own_font) if own_font else bundled_sound_font()
        switches = self._studio.settings.interpretation
        job = Job(
            export_work(text, format, target, self._playback.instrument, sound_font, switches)
        )
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        self._studio.notify(self.tr("Writing {0} ...").format(target.name))
        return self._studio.start(job)

    def _on_finished(self, path: Path) -> None:
        self._studio.notify(self.tr("{0} is written.").format(path.name), "success")

    def _on_failed(self, error: Exception) -> None:
        self._studio.notify(error_sentence(error), "error")
