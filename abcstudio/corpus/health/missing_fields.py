"""Hints at tunes without a title (`T:`) or a meter (`M:`)."""

import re
from collections.abc import Iterator

from abcstudio.corpus.tunebook import body_of, header_fields
from abcstudio.notation.diagnostics import Diagnostic, Severity
from abcstudio.notation.spans import Span

NO_TITLE = "missing-title"
NO_METER = "missing-meter"

_METER_CHANGE = re.compile(r"^[ \t]*M[ \t]*:|\[M:", re.MULTILINE)


def missing_fields(text: str, file_header: str = "") -> Iterator[Diagnostic]:
    """Yield a hint for each of `T:` and `M:` that a tune lacks, at its first line.

    `M:none` counts as a meter. A tune without `K:` gets no hint: reading it reports an error.

    Args:
        text: The tune.
        file_header: The header of its file, which may set the meter (ABC 2.1, 2.2.2).
    """
    fields = list(header_fields(text))
    if "K" not in dict(fields):
        return
    given = {letter for letter, value in (*fields, *header_fields(file_header)) if value}
    first_line = Span(0, len(text.split("\n", 1)[0].rstrip("\r")))
    if "T" not in given:
        yield Diagnostic(code=NO_TITLE, severity=Severity.HINT, span=first_line)
    if "M" not in given and not _METER_CHANGE.search(body_of(text)):
        yield Diagnostic(code=NO_METER, severity=Severity.HINT, span=first_line)
