"""Writes a set for other programs and for paper, by the dialogs that write any tunes."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from abcstudio.corpus.kept_book import joined_tunes
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.files import atomic_write
from abcstudio.messages import reason, unwritable_id
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.controls.target_dialog import ask_target, file_name_of
from abcstudio.ui.exporting.book_dialog import BookDialog
from abcstudio.ui.exporting.score_exporter import say_written
from abcstudio.ui.exporting.sound_dialog import ALL
from abcstudio.ui.words.translation import message
from abcstudio.workers.job import Job, plain_work


class SetExporter(QObject):
    """Asks where to, and writes."""

    def __init__(
        self,
        parts: ComposerParts,
    ) -> None:
        super().__init__(parts.page)
        self._files = parts.files
        self._exporter = parts.exporter
        self._engraver = parts.engraver
        self._studio = parts.studio
        self._window = parts.page

    def write_abc(self, texts: Sequence[str], name: str) -> None:
        """Write tunes to an ABC file."""
        start = Path(self._files.folder()) / f"{file_name_of(name)}.abc"
        kinds = {"abc": self.tr("ABC tunes (*.abc)")}
        path = ask_target(self._window, self.tr("Export the set"), start, kinds)
        if path is None:
            return
        self._studio.will_write_into(path.parent)
        text = f"%abc-2.1\n\n{joined_tunes(texts)}"
        job = Job(plain_work(atomic_write, path, text.encode("utf-8", "replace")))
        job.finished.connect(lambda _nothing: say_written(self._studio, path))
        job.failed.connect(partial(self._on_failed, path))
        self._studio.start(job)

    def ask_pdf(self, texts: Sequence[str], name: str) -> None:
        """Write tunes as one PDF."""
        BookDialog(
            studio=self._studio,
            engraver=self._engraver,
            tunes=_tunes(texts),
            title=name,
            folder=self._files.folder(),
            parent=self._window,
        ).show()

    def ask_midi(self, texts: Sequence[str], name: str) -> None:
        """Write tunes as MIDI files or as sound."""
        tunes = _tunes(texts)
        self._exporter.ask_sound(lambda: (tunes, tunes[0]), name, "mid", ALL)

    def _on_failed(self, path: Path, error: Exception) -> None:
        why = reason(error) if isinstance(error, OSError) else error
        words = message(unwritable_id(path), {"path": path, "reason": why})
        self._studio.notify(words, "error")


def _tunes(texts: Sequence[str]) -> tuple[Tune, ...]:
    return split_tunebook(joined_tunes(texts))
