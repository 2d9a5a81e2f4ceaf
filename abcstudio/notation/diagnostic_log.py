"""Where the parts of the reader write their findings."""

from abcstudio.notation.diagnostics import Diagnostic, Fix, Severity
from abcstudio.notation.limits import MAX_DIAGNOSTICS
from abcstudio.notation.spans import Span


class DiagnosticLog:
    """Collects findings up to a limit and gives them back in the order of the text."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def error(
        self, code: str, start: int, end: int, fix: Fix | None = None, **what: object
    ) -> None:
        """Note something that cannot be read as written."""
        self._add(code, Severity.ERROR, start, end, fix, what)

    def warn(self, code: str, start: int, end: int, fix: Fix | None = None, **what: object) -> None:
        """Note something that can be read but is probably not meant."""
        self._add(code, Severity.WARNING, start, end, fix, what)

    def hint(self, code: str, start: int, end: int, fix: Fix | None = None, **what: object) -> None:
        """Note something that is read as meant but could be written better."""
        self._add(code, Severity.HINT, start, end, fix, what)

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return the findings in the order of the text."""
        return tuple(sorted(self._found, key=lambda found: (found.span.start, found.span.end)))

    def _add(
        self,
        code: str,
        severity: Severity,
        start: int,
        end: int,
        fix: Fix | None,
        what: dict[str, object],
    ) -> None:
        if len(self._found) < MAX_DIAGNOSTICS:
            self._found.append(Diagnostic(code, severity, Span(start, max(start, end)), what, fix))
