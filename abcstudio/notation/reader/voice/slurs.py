"""Slurs of one voice while they are open (ABC 2.1, 4.11)."""

from typing import ClassVar

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.reader.removal import removal
from abcstudio.notation.reader.voice.drafts import TimedDraft
from abcstudio.notation.spans import Span
from abcstudio.stopping import stoppable


class Slurs:
    """The slurs that have begun.

    Attributes:
        open: Where those stand that have not closed yet.
        starts: How many begin at the next chord or rest.
    """

    NOT_CARRIED: ClassVar = frozenset(("_text", "_log", "open"))

    def __init__(self, text: str, log: DiagnosticLog) -> None:
        self._text = text
        self._log = log
        self.open: list[tuple[int, int]] = []
        self.starts = 0

    def start(self, start: int, end: int) -> None:
        """Open a slur before the next note."""
        self.starts += 1
        self.open.append((start, end))

    def end(self, start: int, end: int, last: TimedDraft | None) -> None:
        """Close a slur after the latest note."""
        if not self.open or (last is None and not self.starts):
            self._log.warn("slur-not-opened", start, end, removal(self._text, start, end))
            return
        self.open.pop()
        if self.starts:
            self.starts -= 1
            return
        assert last is not None
        last.slur_ends += 1

    def give_to(self, draft: TimedDraft) -> None:
        """Let the slurs that wait begin at a chord or rest."""
        draft.slur_starts = self.starts
        self.starts = 0

    def settle(self) -> None:
        """Report the slurs that never close."""
        for start, end in stoppable(self.open):
            fix = Fix("notation.fix-remove", Span(start, end), "", removed="(")
            self._log.warn("slur-not-closed", start, end, fix)
