"""A chord while it is being read (ABC 2.1, 4.17), and the notes for which it has no room."""

from fractions import Fraction

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.limits import MAX_CHORD_NOTES
from abcstudio.notation.reader.voice.drafts import NoteDraft, TimedDraft
from abcstudio.notation.spans import Span
from abcstudio.notation.values.lengths import product


class ChordGroup:
    """Takes the notes between `[` and `]`.

    Attributes:
        start: Where its `[` stands.
        notes: In the order of the text.
    """

    def __init__(self, start: int) -> None:
        self.start = start
        self.notes: list[NoteDraft] = []
        self._rest: TimedDraft | None = None

    def add(self, note: NoteDraft) -> bool:
        """Take a note; False where there is no room for it."""
        if len(self.notes) >= MAX_CHORD_NOTES:
            return False
        self.notes.append(note)
        return True

    def add_rest(self, rest: TimedDraft) -> None:
        """Take a rest: among notes it sounds nothing and takes no time of its own."""
        self._rest = self._rest or rest

    def tie_last(self, span: tuple[int, int]) -> None:
        """Tie the latest note to what follows the chord."""
        if self.notes:
            self.notes[-1].tied = True
            self.notes[-1].tie_span = span

    @property
    def written_length(self) -> Fraction | None:
        """The length of its first note, or of its rest; None when it is empty."""
        if self.notes:
            return self.notes[0].length
        return None if self._rest is None else self._rest.length

    def finish(self, end: int, written_length: Fraction, factor: Fraction) -> TimedDraft:
        """Return the chord; `factor` is what the length after its `]` multiplies its notes by."""
        draft = TimedDraft(self.start, end, product(written_length, factor), self.notes)
        draft.outer = factor
        draft.visible = bool(self.notes) or self._rest is None or self._rest.visible
        return draft


class LeftOut:
    """The place of notes that a chord or a group has no room for."""

    def __init__(self, log: DiagnosticLog) -> None:
        self._log = log
        self._span: Span | None = None

    def add(self, start: int, end: int) -> None:
        """Take note of one."""
        self._span = Span(self._span.start if self._span is not None else start, end)

    def report(self) -> None:
        """Say once what was left out: said of each note, it would cost more than the music."""
        span, self._span = self._span, None
        if span is not None:
            self._log.error("limit-chord", span.start, span.end, limit=MAX_CHORD_NOTES)
