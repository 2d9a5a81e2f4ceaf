"""Where the parts of the reader write their findings."""

from bisect import bisect_left

from abcstudio.notation.diagnostics import MORE, Diagnostic, Fix, Severity
from abcstudio.notation.limits import KEPT_FOR_LIMITS, MAX_DIAGNOSTICS
from abcstudio.notation.spans import Span


class DiagnosticLog:
    """Collects findings up to a limit and gives them back in the order of the text.

    Attributes:
        macro_uses: Where macros are used, as starts and ends; no fix may change the text there.
        is_muted: Nothing is noted: what is read stands in another text.
    """

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self.macro_uses: list[tuple[int, int]] = []
        self.is_muted = False
        self._told_when_full: set[str] = set()

    @property
    def found(self) -> list[Diagnostic]:
        """The findings so far, in the order in which they were made."""
        return self._found

    def error(
        self, code: str, start: int, end: int, fix: Fix | None = None, **what: object
    ) -> None:
        """Note something that cannot be read as written."""
        self._add(code, Severity.ERROR, start, end, fixes=(fix,) if fix else (), what=what)

    def warn(
        self, code: str, start: int, end: int, fix: Fix | None = None, *others: Fix, **what: object
    ) -> None:
        """Note something that can be read but is probably not meant; it may have several fixes."""
        fixes = () if fix is None else (fix, *others)
        self._add(code, Severity.WARNING, start, end, fixes=fixes, what=what)

    def hint(self, code: str, start: int, end: int, fix: Fix | None = None, **what: object) -> None:
        """Note something that is read as meant but could be written better."""
        self._add(code, Severity.HINT, start, end, fixes=(fix,) if fix else (), what=what)

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return the findings in the order of the text."""
        return tuple(sorted(self._found, key=lambda found: (found.span.start, found.span.end)))

    def _add(
        self,
        code: str,
        severity: Severity,
        start: int,
        end: int,
        fixes: tuple[Fix, ...],
        what: dict[str, object],
    ) -> None:
        if self.is_muted:
            return
        span = Span(start, max(start, end))
        if len(self._found) >= MAX_DIAGNOSTICS - KEPT_FOR_LIMITS:
            finding = Diagnostic(code=code, severity=severity, span=span, parameters=what)
            self._add_to_full(finding)
            return
        usable = [fix for fix in fixes if not self._is_in_macro(fix.span)]
        best = usable[0] if usable else None
        self._found.append(
            Diagnostic(
                code=code,
                severity=severity,
                span=span,
                parameters=what,
                fix=best,
                other_fixes=tuple(usable[1:]),
            )
        )

    def _add_to_full(self, finding: Diagnostic) -> None:
        """Keep what names a limit, once for each; of the rest say that there is more."""
        if not finding.code.startswith("limit-"):
            what = {"limit": len(self._found)}
            finding = Diagnostic(
                code=MORE, severity=Severity.HINT, span=finding.span, parameters=what
            )
        if finding.code not in self._told_when_full and len(self._found) < MAX_DIAGNOSTICS:
            self._told_when_full.add(finding.code)
            self._found.append(finding)

    def _is_in_macro(self, span: Span) -> bool:
        """Whether a span touches the use of a macro: what is found there has no text of its own."""
        after = bisect_left(self.macro_uses, (span.end, 0))
        return after > 0 and self.macro_uses[after - 1][1] > span.start
