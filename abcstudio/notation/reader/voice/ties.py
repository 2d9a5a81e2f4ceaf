"""Ties that wait for their partner, also those that lead out of the body of a repeat."""

from collections.abc import Iterable
from typing import ClassVar

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.limits import MAX_CHORD_NOTES
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.reader.removal import removal
from abcstudio.notation.reader.voice.drafts import NoteDraft, TimedDraft
from abcstudio.notation.spans import Span

_LONGEST_FIX = 200


class Ties:
    """The notes of one voice that are tied to what comes next.

    Attributes:
        open: These notes.
        passed_bar: A bar line came after them: their pitch holds for a letter behind it too.
    """

    NOT_CARRIED: ClassVar = frozenset(("_text", "_log", "open", "_ending_ties"))

    def __init__(self, text: str, log: DiagnosticLog) -> None:
        self._text = text
        self._log = log
        self.open: list[NoteDraft] = []
        self.passed_bar = False
        self._passed_repeat = False
        self._ending_ties = _EndingTies()

    @property
    def is_empty(self) -> bool:
        """Whether no tie waits for its partner."""
        return not (self.open or self._ending_ties)

    def add(self, note: NoteDraft, start: int, end: int) -> None:
        """Tie one note to the next of its pitch."""
        if note not in self.open[-MAX_CHORD_NOTES:]:
            self.open.append(note)
        note.tied = True
        note.tie_span = (start, end)

    def pass_bar_line(self, *, is_repeat: bool) -> None:
        """Note that a bar line came."""
        if self.open:
            self.passed_bar = True
            if is_repeat:
                self._passed_repeat = True

    def carried_pitch(self, step: str, octave: int) -> Pitch | None:
        """Return the pitch that a tie over a bar line carries into the new measure."""
        if not self.passed_bar:
            return None
        for note in self.open:
            if note.pitch.step == step and note.pitch.octave == octave:
                return note.pitch
        return None

    def join(self, draft: TimedDraft, last: TimedDraft | None) -> None:
        """Keep the ties that find their pitch in `draft`; the others are no ties.

        Args:
            draft: The chord or rest that comes.
            last: The one before it.
        """
        pitches = [note.pitch for note in draft.notes]
        # One sign may tie several notes of a chord, and must stay where it ties some.
        needed = {note.tie_span for note in self.open if note.pitch in pitches}
        for note in self.open:
            if note.pitch in pitches:
                self._ending_ties.find(note)
            elif not self._passed_repeat and not self._ending_ties.awaits(note):
                note.tied = False
                self._warn(note, draft, last, is_needed=note.tie_span in needed)
        self.open.clear()
        self.passed_bar = self._passed_repeat = False

    def begin_ending(self, passes: tuple[int, ...]) -> None:
        """Begin a variant ending; ties out of the body of the repeat lead into it."""
        if 1 in passes:
            self._settle_endings()
        if tied := self._ending_ties.begin(passes, self.open):
            self.open += tied
            self.passed_bar = True

    def settle(self) -> None:
        """Let go of the ties whose partner does not come."""
        self._settle_endings()
        for note in self.open:
            if note.tied and not self._passed_repeat:
                note.tied = False
                self._warn(note)

    def _settle_endings(self) -> None:
        for note in self._ending_ties.settle():
            note.tied = False
            self._warn(note)

    def _warn(
        self,
        note: NoteDraft,
        follower: TimedDraft | None = None,
        last: TimedDraft | None = None,
        *,
        is_needed: bool = False,
    ) -> None:
        start, end = note.tie_span or (note.start, note.end)
        fix, text = None, self._text
        if is_needed:
            pass
        elif follower is None or not follower.notes:
            if text[start:end].endswith("-"):
                fix = removal(text, start, end)
        elif last is not None:
            # A length behind the sign would be taken for the note's.
            rest = text[end : follower.end].lstrip("0123456789/")
            slur = f"({text[last.start : start]}{rest})"
            if len(slur) < _LONGEST_FIX:
                fix = Fix("notation.fix-slur", Span(last.start, follower.end), slur)
        self._log.warn("tie-without-partner", start, end, fix)


class _EndingTies:
    """The notes tied into a first ending, until the last ending has shown which ties hold.

    In `|: c d-|1 d e :|2 d f |]` the tie leads to both notes; in `|: c d-|1 e :|2 d |]` to the
    second one alone.
    """

    def __init__(self) -> None:
        self._waiting: dict[NoteDraft, bool] = {}

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def begin(self, passes: tuple[int, ...], ties: list[NoteDraft]) -> list[NoteDraft]:
        """Note that an ending begins; return the notes that are tied into it from the body.

        Args:
            passes: The passes of the ending.
            ties: What is tied to the next note as the text stands.
        """
        if 1 in passes:
            self._waiting = dict.fromkeys(ties, False)
        return [note for note in self._waiting if note not in ties]

    def find(self, note: NoteDraft) -> None:
        """Note that an ending begins with the partner of a tied note."""
        if note in self._waiting:
            self._waiting[note] = True

    def awaits(self, note: NoteDraft) -> bool:
        """Return whether a later ending may hold the partner of a tied note."""
        return note in self._waiting

    def settle(self) -> Iterable[NoteDraft]:
        """Forget all notes, and return those whose partner no ending held."""
        alone = [note for note, found in self._waiting.items() if not found]
        self._waiting = {}
        return alone
