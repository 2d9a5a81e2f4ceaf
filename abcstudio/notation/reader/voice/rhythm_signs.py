"""Tuplets and broken rhythm while they wait for their notes (ABC 2.1, 4.4 and 4.13)."""

import re
from fractions import Fraction
from typing import ClassVar

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.limits import MAX_TUPLET
from abcstudio.notation.reader.removal import removal
from abcstudio.notation.reader.voice.drafts import ONE, TimedDraft
from abcstudio.notation.score import Tuplet
from abcstudio.notation.spans import Span
from abcstudio.notation.values.lengths import fraction, product
from abcstudio.notation.values.spelling import length_text

_NOTE = re.compile(r"((?:\^\^?|__?|=)?[A-Ga-g][,']*|[zx])[\d/]*")
_NEXT_SIGN = re.compile(r"[ \t]*[<>]")


class RhythmSigns:
    """The signs of one voice that change the length of notes which have not come yet.

    Attributes:
        notes_left: How many notes the tuplet still waits for.
        broken: The signs of a broken rhythm and where they stand; None where none waits.
    """

    NOT_CARRIED: ClassVar = frozenset(("_text", "_log", "_tuplet", "notes_left", "broken"))

    def __init__(self, text: str, log: DiagnosticLog) -> None:
        self._text = text
        self._log = log
        self._tuplet: Tuplet | None = None
        self.notes_left = 0
        self.broken: tuple[str, int, int] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no sign waits for a note."""
        return not (self.broken or self.notes_left)

    def start_tuplet(self, tuplet: Tuplet) -> None:
        """Let the next `r` notes be a tuplet."""
        if self.notes_left:
            self._log.warn("tuplet-nested", tuplet.span.start, tuplet.span.end)
        self._tuplet = tuplet
        self.notes_left = min(tuplet.r, MAX_TUPLET)

    def break_rhythm(self, signs: str, start: int, end: int, *, after_note: bool) -> None:
        """Lengthen the latest note and shorten the next (`>`), or the other way round (`<`)."""
        if not after_note or self.broken is not None:
            self._report_alone(start, end)
            return
        self.broken = (signs[:6], start, end)

    def take_into_tuplet(self, draft: TimedDraft, last: TimedDraft | None, near: bool) -> None:
        """Make a chord or rest the next one of the tuplet.

        Args:
            draft: The chord or rest.
            last: The one before it.
            near: No bar line stands between them.
        """
        tuplet = self._tuplet
        assert tuplet is not None
        if last is not None and last.tuplet is tuplet and not near:
            self._log.warn("tuplet-over-bar", tuplet.span.start, tuplet.span.end)
        draft.tuplet = tuplet
        draft.scale = fraction(tuplet.q, tuplet.p)
        self.notes_left -= 1

    def apply_broken(
        self, left: TimedDraft, right: TimedDraft, near: bool, unit_note_length: Fraction
    ) -> None:
        """Change the lengths of the notes on both sides of the broken rhythm that waits."""
        assert self.broken is not None
        signs, start, end = self.broken
        self.broken = None
        shorter = fraction(1, 2 ** len(signs))
        first, second = 2 - shorter, shorter
        if signs[0] == "<":
            first, second = second, first
        code = ""
        if left.length != right.length:
            code = "broken-rhythm-unequal"
        elif not near:
            code = "broken-rhythm-over-bar"
        if code:
            fix = _written_out(
                self._text,
                left,
                right,
                sign=Span(start, end),
                factors=(first, second),
                unit_note_length=unit_note_length,
            )
            self._log.warn(code, start, end, fix)
        left.broken = product(left.broken, first)
        right.broken = product(right.broken, second)

    def end(self) -> None:
        """Report what still waits where no note can follow."""
        if self.broken is not None:
            self._report_alone(self.broken[1], self.broken[2])
            self.broken = None
        if self.notes_left and self._tuplet is not None:
            tuplet = self._tuplet
            count = min(tuplet.r, MAX_TUPLET) - self.notes_left
            fix = _counted(self._text, tuplet, count)
            self._log.warn("tuplet-short", tuplet.span.start, tuplet.span.end, fix)
            self.notes_left = 0

    def _report_alone(self, start: int, end: int) -> None:
        """Report a broken rhythm that is not between two notes and so does nothing."""
        self._log.error("broken-rhythm-alone", start, end, removal(self._text, start, end))


def _counted(text: str, tuplet: Tuplet, count: int) -> Fix | None:
    """Return the fix that says how many notes a tuplet has; one without any can go."""
    span = tuplet.span
    if not count:
        return removal(text, span.start, span.end)
    return Fix("notation.fix-count-notes", span, f"({tuplet.p}:{tuplet.q}:{count}")


def _written_out(
    text: str, left: TimedDraft, right: TimedDraft, sign: Span, factors: tuple[Fraction, Fraction],
    unit_note_length: Fraction,
) -> Fix | None:  # fmt: skip
    """Return the fix that gives two notes their own lengths instead of a sign between them.

    None where one of them is no single note, or a part of another broken rhythm.
    """
    first = _NOTE.fullmatch(text, left.start, left.end)
    second = _NOTE.fullmatch(text, right.start, right.end)
    is_chain = left.broken != ONE or _NEXT_SIGN.match(text, right.end) is not None
    between = text[left.end : sign.start] + text[sign.end : right.start]
    # A second sign at this place says something else.
    is_doubled = "<" in between or ">" in between
    if first is None or second is None or is_chain or is_doubled:
        return None
    lengths = [
        length_text(length * factor / unit_note_length)
        for length, factor in zip((left.length, right.length), factors, strict=True)
    ]
    written = f"{first[1]}{lengths[0]}{between}{second[1]}{lengths[1]}"
    return Fix("notation.fix-write-out", Span(left.start, right.end), written)
