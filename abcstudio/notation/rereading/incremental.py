"""Reading a tune again after an edit, at the cost of what the edit changed."""

from bisect import bisect_right
from collections.abc import Sequence

from abcstudio.notation.gc_pause import uncollected
from abcstudio.notation.lexing.lines import LineKind, scan_lines
from abcstudio.notation.limits import MAX_ELEMENTS, MAX_LINES
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rereading.rereading import (
    Reading,
    Rereading,
    StartEarlierError,
    TextChange,
    count_of,
)
from abcstudio.notation.rereading.resume_point import ResumePoint
from abcstudio.notation.score import Score

MAX_CHARACTERS = min(MAX_ELEMENTS, MAX_LINES) - 1
"""The longest text that is read in parts: too short to reach the reader's limits by its length."""


class IncrementalParser:
    """Parses the successive texts of a tune; each result equals `parse(text)`.

    Only the lines around a change are read again, up to where what one line carries over to the
    next is as it was before; the rest is taken over, moved in the text and in time.
    """

    def __init__(self) -> None:
        self._latest: Reading | None = None

    @uncollected
    def update(self, text: str, file_header: str = "") -> Score:
        """Return the music of a text, sooner the more of it is as it was in the last one.

        Below a file header (see `parse`) the whole tune is read each time.
        """
        latest, self._latest = self._latest, None
        if file_header or len(text) > MAX_CHARACTERS:
            return parse(text, file_header)
        if latest is None or latest.score.text != text:
            latest = _read(text, latest)
        self._latest = latest
        return latest.score


def _read(text: str, old: Reading | None) -> Reading:
    """Read a text, taking over from an older reading what is as it was."""
    if old is None or not old.points:
        return Rereading(text).run()
    edit = TextChange(old, text)
    start: int | None = _start(old.points, edit.prefix, text)
    while start is not None:
        try:
            return Rereading(text, edit, start).run()
        except StartEarlierError as error:
            start = _earlier(old.points, start, error)
    return Rereading(text).run()


def _start(points: Sequence[ResumePoint], prefix: int, text: str) -> int:
    """Return the number of the resume point where the text must be read again, -1 for its start."""
    start = bisect_right(points, prefix, key=lambda point: point.offset) - 1
    if start < 0:
        return -1
    line = next(scan_lines(text, points[start].offset), None)
    # What is no line of music may belong to the lines before it.
    return start if line is not None and line.kind is LineKind.MUSIC else start - 1


def _earlier(points: Sequence[ResumePoint], start: int, error: StartEarlierError) -> int | None:
    """Return from where to try again after an error, None to read the whole text on its own."""
    if start < 0 or error.voice_id is None:
        return None
    start -= 1
    while start >= 0 and count_of(points[start], error.voice_id) > error.index:
        start -= 1
    return start
