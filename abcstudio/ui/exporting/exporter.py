"""Writing the tune for other programs in the background, with a word when it is done."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from abcstudio.ui.controls.target_dialog import ask_target, file_name_of
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.exporting.export_outcome import outcome_of_remarks
from abcstudio.ui.exporting.score_exporter import say_written
from abcstudio.ui.exporting.sound_dialog import ONE, SoundDialog, Source
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP, error_sentence, translated
from abcstudio.workers.export import WrittenTune, export_one
from abcstudio.workers.job import Job, plain_work

_FILES = {
    "musicxml": (
        QT_TRANSLATE_NOOP("Exporter", "MusicXML files (*.musicxml *.xml)"), ("musicxml", "xml")
    ),
    "txt": (QT_TRANSLATE_NOOP("Exporter", "Text files (*.txt)"), ("txt",)),
}  # fmt: skip
"""What the dialog calls files of a format, and their endings, the usual one first."""


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

    def export(self, format: str, text: str, title: str) -> None:
        """Ask for a file and write the tune to it in a format of `_FILES`."""
        words, endings = _FILES[format]
        kinds = dict.fromkeys(endings, translated("Exporter", words))
        start = Path(self._files.folder()) / f"{file_name_of(title)}.{endings[0]}"
        target = ask_target(self._window, self.tr("Export the tune"), start, kinds)
        if target is not None:
            self._studio.will_write_into(target.parent)
            job = Job(plain_work(export_one, text, format, target, None))
            job.finished.connect(self._on_finished)
            job.failed.connect(self._on_failed)
            self._studio.notify(self.tr("Writing {0}…").format(target.name))
            self._studio.start(job)

    def ask_sound(
        self, source: Callable[[], Source], name: str, format: str, which: str = ONE
    ) -> None:
        """Ask how tunes are to be heard, and write them as MIDI or sound.

        Args:
            source: Gives all tunes and the current one.
            name: What files of several tunes are called.
            format: What is proposed.
            which: Which tunes are proposed.
        """
        folder = self._files.folder()
        dialog = SoundDialog(
            studio=self._studio,
            playback=self._playback,
            source=source,
            name=name,
            folder=folder,
            parent=self._window,
        )
        dialog.propose(format, which)
        dialog.show()
        dialog.activateWindow()

    def _on_finished(self, written: WrittenTune) -> None:
        say_written(self._studio, written.path, *outcome_of_remarks(written.remarks))

    def _on_failed(self, error: Exception) -> None:
        self._studio.notify(error_sentence(error), "error")
