"""What is wrong or doubtful in a tune's text: code, severity, place and, where known, a fix."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from abcstudio.notation.spans import Span

MORE = "limit-diagnostics"
"""The code of the finding that stands for all that are not kept."""


class Severity(StrEnum):
    """How much a diagnostic matters."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that fixes what a diagnostic found: put `replacement` in place of `span`.

    Attributes:
        message_id: Names the edit to the person; a key of `abcstudio.messages.ENGLISH`.
        removed: The sign or words that it takes away, where it is named by them.
        is_guess: Another edit may have been meant. It is made only where a person asks for it.
    """

    message_id: str
    span: Span
    replacement: str
    removed: str = ""
    is_guess: bool = False

    @property
    def thing(self) -> str:
        """What stands for {text} in its message: what it removes, else what it writes."""
        return self.removed or self.replacement


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding.

    Attributes:
        code: Kebab-case name, for example `measure-length`. Its sentence is the message
            `notation.<code>` of `abcstudio.messages.ENGLISH`.
        severity: How much it matters.
        span: Where, in characters of the parsed text.
        parameters: What the sentence's placeholders stand for.
        fix: An edit that fixes it, where there is one.
        other_fixes: Edits that would fix it, too.
    """

    code: str
    severity: Severity
    span: Span
    parameters: Mapping[str, object] = field(default_factory=dict)
    fix: Fix | None = None
    other_fixes: tuple[Fix, ...] = ()

    @property
    def has_sure_fix(self) -> bool:
        """Whether its fix is no guess, so that it is made when all are fixed."""
        return self.fix is not None and not self.fix.is_guess


def problem_count(found: Iterable[Diagnostic]) -> int:
    """Return the number of errors and warnings; hints do not count."""
    return sum(one.severity is not Severity.HINT for one in found)
