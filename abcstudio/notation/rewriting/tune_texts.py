"""A text of several tunes cut at its `X:` fields, for edits that go tune by tune."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

from abcstudio.errors import EditError
from abcstudio.notation.editing.sounding import ONE, sound_of
from abcstudio.notation.lexing.lines import LineKind, scan_lines
from abcstudio.notation.reader.parser import parse


def tune_texts(text: str) -> list[str]:
    """Return the pieces of a text, one a tune; joined they are the text.

    The first piece is what stands before the first `X:`, often nothing; it is the whole text where
    there is no `X:`.
    """
    starts = [
        line.start
        for line in scan_lines(text)
        if line.kind is LineKind.FIELD and line.letter == "X"
    ]
    places = [0, *starts, len(text)]
    return [text[start:end] for start, end in pairwise(places)]


def tune_by_tune(text: str, change: Callable[[str], str]) -> str:
    """Return a text with every tune changed for itself; a file header stays."""
    header, *tunes = tune_texts(text)
    if not tunes:
        return change(header)
    return header + "".join(change(tune) for tune in tunes)


def require_same_sound(before: str, after: str, *, stretch: Fraction = ONE) -> None:
    """Make sure that a change of one tune kept its music.

    Args:
        before: The tune as it was.
        after: The tune changed.
        stretch: What the change multiplied every written length by.

    Raises:
        EditError: The music is another; the change is not to be made.
    """
    if sound_of(parse(before), stretch=stretch) != sound_of(parse(after)):
        raise EditError("edit.music_would_change")
