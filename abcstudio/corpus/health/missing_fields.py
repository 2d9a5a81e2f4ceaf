"""Tunes without a title or a meter: the standard allows it, but who meets them misses it."""

import re
from collections.abc import Iterator

from abcstudio.notation.diagnostics import Diagnostic, Severity
from abcstudio.notation.spans import Span

NO_TITLE = "missing-title"
NO_METER = "missing-meter"

_KEY = re.compile(r"^[ \t]*K[ \t]*:", re.MULTILINE)
_TITLE = re.compile(r"^[ \t]*T[ \t]*:[ \t]*[^\s%]", re.MULTILINE)
_METER = re.compile(r"^[ \t]*M[ \t]*:[ \t]*[^\s%]|\[M:", re.MULTILINE)


def missing_fields(text: str, file_header: str = "") -> Iterator[Diagnostic]:
    """Yield a hint, at a tune's first line, for a title and for a meter that it lacks.

    A text without `K:` is left alone: that is what is wrong with it. `M:none` is a meter.

    Args:
        text: The tune.
        file_header: What holds for every tune of its file; it may give the meter (ABC 2.1, 2.2.2).
    """
    key = _KEY.search(text)
    if key is None:
        return
    header = text[: key.start()]
    first_line = Span(0, len(text.split("\n", 1)[0].rstrip("\r")))
    if not _TITLE.search(header):
        yield Diagnostic(code=NO_TITLE, severity=Severity.HINT, span=first_line)
    if not _METER.search(text) and not _METER.search(file_header):
        yield Diagnostic(code=NO_METER, severity=Severity.HINT, span=first_line)
