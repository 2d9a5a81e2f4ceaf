"""Opening other programs' files as new tunes in the background, with a word on what was guessed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from abcstudio.recipes.foreign_files import ForeignTune, read_foreign_file
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence, message
from abcstudio.workers.job import Job, plain_work


class ForeignImporter(QObject):
    """Reads MIDI and MusicXML files in the background, and says what was read.

    Signals:
        ended: A file was read, or cannot be.
        failed: A file cannot be read. Carries a sentence.
    """

    ended = Signal()
    failed = Signal(str)

    def __init__(
        self, studio: Studio, open_new: Callable[[str, str, bool], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._open_new = open_new
        self._running = 0

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._running > 0

    def read(self, path: Path, is_shown: bool = True) -> None:
        """Read a file and open its tune when it is there, in front or behind the others."""
        job = Job(plain_work(read_foreign_file, path))
        job.finished.connect(lambda tune: self._on_read(path, tune, is_shown))
        job.failed.connect(lambda error: self._on_failed(path, error))
        job.ended.connect(self._on_ended)
        self._running += 1
        self._studio.start(job)

    def _on_ended(self) -> None:
        self._running -= 1
        self.ended.emit()

    def _on_read(self, path: Path, tune: ForeignTune, is_shown: bool) -> None:
        self._open_new(tune.text, tune.title, is_shown)
        sentences = [self.tr("{0} is read as a new tune.").format(path.name)]
        sentences += [message(remark.message_id, remark.parameters) for remark in tune.remarks]
        self._studio.notify(" ".join(sentences), "success")

    def _on_failed(self, path: Path, error: Exception) -> None:
        sentence = error_sentence(error)
        if not isinstance(error, OSError):
            sentence = f"{path.name}: {sentence}"
        self.failed.emit(sentence)
