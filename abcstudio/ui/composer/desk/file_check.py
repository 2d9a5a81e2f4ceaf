"""What is doubtful in all tunes of the current text, found in the background, each tune once."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.tune import Tune
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.checking import Findings, Piece, TunesChecked, check_tunes

_MANY = 2
"""How many times more findings are kept than the text has tunes, for undo and other texts."""


class FileCheck(QObject):
    """Keeps the findings of the tunes that were read; reads the others while they are wanted.

    Signals:
        changed: More is known, or the work began, ended or was stopped.
    """

    changed = Signal()

    def __init__(
        self, studio: Studio, tunes: Callable[[], Sequence[Tune]], parent: QObject | None = None
    ) -> None:
        """Check the tunes that the text has whenever they are wanted.

        Args:
            studio: Starts the work.
            tunes: Returns the tunes of the text as it is now, none while they are not known.
            parent: What it belongs to.
        """
        super().__init__(parent)
        self._tunes = tunes
        self._known: dict[Piece, Findings] = {}
        self._wishes: set[str] = set()
        self._is_stopped = False
        self._job = LatestJob(studio)

    @property
    def is_running(self) -> bool:
        """Whether tunes are being looked through."""
        return self._job.is_running

    @property
    def is_stopped(self) -> bool:
        """Whether the person stopped it before its end."""
        return self._is_stopped

    @property
    def done(self) -> int:
        """How many tunes of the text are known."""
        return sum(piece_of(tune) in self._known for tune in self._tunes())

    def found(self, tune: Tune) -> Findings | None:
        """Return what is doubtful in a tune, None while it is not known."""
        return self._known.get(piece_of(tune))

    def look_again(self) -> None:
        """Take note that the text has changed."""
        self._start()

    def learn(self, tune: Tune, found: Findings) -> None:
        """Store what was found in a tune elsewhere."""
        self._known[piece_of(tune)] = found

    def set_wanted(self, by: str, is_wanted: bool) -> None:
        """Begin to look through all tunes, or stop when no panel needs it any more."""
        if is_wanted == (by in self._wishes):
            return
        self._wishes ^= {by}
        self._is_stopped = False
        if self._wishes:
            self._start()
        else:
            self._job.cancel()

    def stop(self) -> None:
        """Stop at the person's wish, until `go_on`."""
        self._is_stopped = True
        self._job.cancel()
        self.changed.emit()

    def go_on(self) -> None:
        """Look through the tunes that are not known yet."""
        self._is_stopped = False
        self._start()
        self.changed.emit()

    def _start(self) -> None:
        if not self._wishes or self._is_stopped or self._job.is_running:
            return
        pieces = {piece_of(tune): None for tune in self._tunes()}
        missing = tuple(piece for piece in pieces if piece not in self._known)
        if not missing:
            return
        if len(self._known) > _MANY * len(pieces) + 100:
            self._known = {piece: self._known[piece] for piece in pieces if piece in self._known}
        work = partial(check_tunes, missing)
        self._job.run(work, self._on_finished, self._on_failed, self._on_progressed)
        self.changed.emit()

    def _on_progressed(self, report: TunesChecked) -> None:
        self._known.update(report.found)
        self.changed.emit()

    def _on_finished(self, _nothing: None) -> None:
        # The text may have changed meanwhile.
        self._start()
        self.changed.emit()

    def _on_failed(self, _error: Exception) -> None:
        # Tried again by the person alone: it would fail for ever.
        self._is_stopped = True
        self.changed.emit()


def piece_of(tune: Tune) -> Piece:
    """Return what a tune's findings depend on."""
    return tune.text, tune.file_header
