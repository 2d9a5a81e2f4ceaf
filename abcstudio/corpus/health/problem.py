"""One thing that is wrong with a tune of a source, or with one of its files."""

from dataclasses import dataclass

from abcstudio.messages import Phrase
from abcstudio.notation.diagnostics import Severity
from abcstudio.notation.spans import Span

SAME_TEXT = "same-text"
SAME_MELODY = "same-melody"
NEAR_COPY = "near-copy"
VARIANT = "variant"
REPEATED_NUMBER = "repeated-number"
NO_NUMBER = "missing-reference-number"
ODD_CHARACTER = "odd-character"
EMPTY_LINE = "text-after-tune"
ENCODING = "encoding"
SKIPPED_FILE = "skipped-file"
LOST_SIGNS = "lost-signs"
LAB_COUNT = "lab-count"
CHANGED = "changed"

REPEATS = (SAME_TEXT, SAME_MELODY, NEAR_COPY, VARIANT)
"""Kinds that are fixed by leaving the tune out: an earlier one stays."""

OTHER_VERSIONS = (NEAR_COPY, VARIANT)
"""Those of them that may be worth keeping beside the earlier one."""

OF_FILES = (ENCODING, SKIPPED_FILE, LOST_SIGNS, LAB_COUNT)
"""Kinds that concern a file, not one of its tunes."""

OWN_FIXES = (*REPEATS, REPEATED_NUMBER, NO_NUMBER, ODD_CHARACTER, EMPTY_LINE)
"""Kinds whose fix is no part of reading a tune; the fix of any other is its diagnostic's."""

NO_TUNE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthProblem:
    """One finding.

    Attributes:
        kind: The code of a diagnostic, or one of the names above. What it is called is the message
            `health.<kind>`.
        severity: How much it matters.
        words: Its sentence.
        place: The tune's place in the source, from 0; `NO_TUNE` where it concerns a file.
        span: Where in the tune's text, None where it concerns the whole tune.
        can_fix: Whether a fix is known.
        is_guess: Whether that fix is a guess, made for this problem only.
    """

    kind: str
    severity: Severity
    words: Phrase
    place: int = NO_TUNE
    span: Span | None = None
    can_fix: bool = False
    is_guess: bool = False

    @property
    def concerns_file(self) -> bool:
        """Whether it is about a file, not about a tune."""
        return self.place == NO_TUNE
