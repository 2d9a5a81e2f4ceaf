"""Opening MIDI files as new tunes in the background, with a word on what was guessed."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from abcstudio.messages import Phrase
from abcstudio.recipes.import_midi import read_midi_file
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence, message
from abcstudio.workers.job import Job, plain_work

MIDI_SUFFIXES = frozenset({".mid", ".midi", ".kar"})


class _Tune(Protocol):
    """What the reader of MIDI files gives."""

    @property
    def text(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def remarks(self) -> tuple[Phrase, ...]: ...


def is_midi(path: Path) -> bool:
    """Return whether a file's name says that it is a MIDI file."""
    return path.suffix.lower() in MIDI_SUFFIXES


class MidiImporter(QObject):
    """Asks for MIDI files, reads them, and tells."""

    def __init__(
        self,
        studio: Studio,
        folder: Callable[[], str],
        open_new: Callable[[str, str], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._studio = studio
        self._folder = folder
        self._open_new = open_new
        self._window = window

    def ask(self) -> None:
        """Ask for MIDI files and read them."""
        names, _kind = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import MIDI files"),
            self._folder(),
            self.tr("MIDI files (*.mid *.midi *.kar);;All files (*)"),
        )
        for name in names:
            self.read(Path(name))

    def read(self, path: Path) -> Job:
        """Read a MIDI file and open its tune when it is there."""
        job = Job(plain_work(read_midi_file, path))
        job.finished.connect(lambda tune: self._on_read(path, tune))
        job.failed.connect(lambda error: self._on_failed(path, error))
        return self._studio.start(job)

    def _on_read(self, path: Path, tune: _Tune) -> None:
        self._open_new(tune.text, tune.title)
        sentences = [self.tr("{0} is read as a new tune.").format(path.name)]
        sentences += [message(remark.message_id, remark.parameters) for remark in tune.remarks]
        self._studio.notify(" ".join(sentences), "success")

    def _on_failed(self, path: Path, error: Exception) -> None:
        sentence = error_sentence(error)
        if not isinstance(error, OSError):
            sentence = f"{path.name}: {sentence}"
        self._studio.notify(sentence, "error")
