"""Writing the tune as MIDI, MusicXML or sound in the background, with a word when it is done."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from abcstudio.corpus.tune import Tune
from abcstudio.paths import bundled_sound_font
from abcstudio.ui.document_files import DocumentFiles, file_name_of
from abcstudio.ui.playback_controller import PlaybackController
from abcstudio.ui.saving import ask_target
from abcstudio.ui.studio import Studio
from abcstudio.ui.translation import error_sentence
from abcstudio.workers.export import export_all_work, export_work
from abcstudio.workers.job import Job

if TYPE_CHECKING:
    from abcstudio.recipes.export import ExportResult


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
            "wav": {
                "wav": self.tr("WAV sound (*.wav)"),
                "flac": self.tr("FLAC sound, smaller (*.flac)"),
                "ogg": self.tr("Ogg Vorbis sound, smallest (*.ogg)"),
            },
        }
        start = Path(self._files.folder()) / f"{file_name_of(title)}.{format}"
        path = ask_target(self._window, self.tr("Export the tune"), start, kinds[format])
        if path is not None:
            chosen = path.suffix.removeprefix(".").lower()
            is_sound = format == "wav" and chosen in kinds["wav"]
            self.export_to(text, chosen if is_sound else format, path)

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

    def export_all(self, tunes: Sequence[Tune], name: str) -> Job | None:
        """Ask for a folder and write each tune there as sound, with a bar that shows how far."""
        folder = QFileDialog.getExistingDirectory(
            self._window, self.tr("Where the sound of all tunes goes"), self._files.folder()
        )
        if not folder:
            return None
        return self.write_all(tunes, name, Path(folder))

    def write_all(self, tunes: Sequence[Tune], name: str, folder: Path) -> Job:
        """Write each tune as sound into a folder, in the background."""
        settings = self._studio.settings
        own_font = settings.sound_font
        sound_font = Path(own_font) if own_font else bundled_sound_font()
        instrument, switches = self._playback.instrument, settings.interpretation
        job = Job(
            export_all_work(
                tunes, file_name_of(name), "wav", folder, instrument, sound_font, switches
            )
        )
        progress = QProgressDialog(self._window)
        progress.setWindowTitle(self.tr("Exporting sound"))
        progress.setMaximum(len(tunes))
        progress.setMinimumDuration(0)
        progress.setAutoClose(False)
        progress.setLabelText(self.tr("Writing {0} tunes as sound").format(len(tunes)))
        progress.canceled.connect(job.cancel)

        def on_progress(result: "ExportResult") -> None:
            progress.setLabelText(result.title)
            progress.setValue(progress.value() + 1)

        job.progressed.connect(on_progress)
        job.finished.connect(lambda results: self._on_all_written(results, folder))
        job.failed.connect(self._on_failed)
        job.ended.connect(progress.deleteLater)
        progress.show()
        return self._studio.start(job)

    def _on_all_written(self, results: "Sequence[ExportResult]", folder: Path) -> None:
        lost = [result for result in results if result.error is not None]
        words = self.tr("{0} tunes are written to {1}.").format(
            len(results) - len(lost), folder.name
        )
        if lost:
            sentence = error_sentence(lost[0].error) if lost[0].error else ""
            more = self.tr("{0} could not be: {1}").format(len(lost), sentence)
            self._studio.notify(f"{words} {more}", "warning")
        else:
            self._studio.notify(words, "success")

    def _on_finished(self, path: Path) -> None:
        self._studio.notify(self.tr("{0} is written.").format(path.name), "success")

    def _on_failed(self, error: Exception) -> None:
        self._studio.notify(error_sentence(error), "error")
