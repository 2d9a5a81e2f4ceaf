"""Fixing many problems of a text in the background, as one step to undo."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from abcstudio.corpus.tune import Tune
from abcstudio.notation.editing.fixing import FixResult
from abcstudio.notation.editing.writer import Edit, apply_changes
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.desk.file_check import piece_of
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.documents.change_notice import ChangeNotice
from abcstudio.ui.documents.document import Document
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.workers.checking import TunesFixed, fix_tunes


class FixSession(QObject):
    """Fixes the problems of some tunes of a text and says what became of them.

    Signals:
        changed: The work began or ended.
        progressed: More tunes have been looked through.
    """

    changed = Signal()
    progressed = Signal()

    def __init__(self, desk: TuneDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._studio = desk.studio
        self._job = LatestJob(desk.studio)
        self._done = self._total = 0

    @property
    def is_running(self) -> bool:
        """Whether problems are being fixed."""
        return self._job.is_running

    @property
    def done(self) -> int:
        """How many tunes have been looked through."""
        return self._done

    @property
    def total(self) -> int:
        """How many tunes have such problems."""
        return self._total

    def start(
        self, document: Document, tunes: Sequence[Tune], codes: Collection[str] | None
    ) -> None:
        """Fix the problems of some tunes, unless others are being fixed.

        Args:
            document: The text that the tunes stand in.
            tunes: As they stand there now.
            codes: The kinds of problems; None for all that have a fix.
        """
        if self.is_running or document.is_composing or not tunes:
            return
        self._done, self._total = 0, len(tunes)
        work = partial(fix_tunes, tuple(map(piece_of, tunes)), codes)
        on_fixed = partial(self._on_fixed, document, document.text(), tunes)
        self._job.run(work, on_fixed, self._on_failed, self._on_progressed)
        self.changed.emit()

    def stop(self) -> None:
        """Leave the text as it is."""
        if self.is_running:
            self._job.cancel()
            self.changed.emit()

    def _on_progressed(self, report: TunesFixed) -> None:
        self._done = report.done
        self.progressed.emit()

    def _on_failed(self, _error: Exception) -> None:
        self.changed.emit()

    def _on_fixed(
        self, document: Document, text: str, tunes: Sequence[Tune], result: TunesFixed
    ) -> None:
        if self._desk.is_open(document):
            self._write(document, text, tunes, result.results)
        self.changed.emit()

    def _write(
        self,
        document: Document,
        text: str,
        tunes: Sequence[Tune],
        results: Sequence[FixResult],
    ) -> None:
        if document.text() != text:
            self._studio.notify(
                self.tr("The text has changed meanwhile, so nothing was fixed."), "info"
            )
            return
        edits = [
            Edit(Span(tune.offset, tune.offset + len(tune.text)), fixed.text)
            for tune, fixed in zip(tunes, results, strict=True)
            if fixed.text != tune.text
        ]
        if self._desk.rewrite_document(document, apply_changes(text, edits)):
            document.large.when_whole(partial(self._tell, document, results))

    def _tell(self, document: Document, results: Sequence[FixResult]) -> None:
        """Say what became of as many problems as the button promised, and of those beside them."""
        fixed = sum(one.fixed for one in results)
        left = sum(one.left for one in results)
        gone_too = sum(one.gone_too for one in results)
        # The first of each is for languages without plural forms on file, English before all.
        one = self.tr("1 problem is fixed.")
        many = self.tr("%Ln problems are fixed.", "", fixed)
        sentences = [one if fixed == 1 else many]
        if gone_too:
            one = self.tr("This fix removed 1 other problem too.")
            many = self.tr("These fixes removed %Ln other problems too.", "", gone_too)
            sentences.append(one if gone_too == 1 else many)
        if left:
            one = self.tr("1 stays: its fix would not help here.")
            many = self.tr("%Ln stay: their fixes would not help here.", "", left)
            sentences.append(one if left == 1 else many)
        notice = self._studio.notify(" ".join(sentences), "success" if fixed else "info")
        ChangeNotice(self._studio, document, notice)
