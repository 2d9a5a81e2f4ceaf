"""Applying the fix of one finding, and making sure that it fixes and does not break."""

from collections import Counter
from collections.abc import Sequence

from abcstudio.errors import EditError
from abcstudio.notation.diagnostics import Diagnostic
from abcstudio.notation.editing.sounding import sound_of
from abcstudio.notation.editing.writer import apply_changes
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score

CHANGES_SOUND = frozenset(
    f"notation.fix-{name}"
    for name in (
        "close-repeat", "open-repeat", "end-tune", "add-bar-line",
        "twin", "last-note", "add-rest", "close-chord", "close-quote",
    )
)  # fmt: skip
"""Fixes of what is played how often, how long, and of what was not read for lack of a sign."""


def fixed_text(score: Score, found: Diagnostic, file_header: str = "") -> str:
    """Return the text of a tune with the fix of a finding applied.

    Raises:
        EditError: The problem would stay, another would come, or the music would be another. A fix
            is made for the place it stands at; in a text that is broken all over, what is around
            can make something else of it.
    """
    assert found.fix is not None
    text = apply_changes(score.text, [found.fix])
    after = parse(text, file_header)
    if not are_fixed(Counter([found.code]), score.diagnostics, after.diagnostics):
        raise EditError("edit.fix_would_harm")
    if found.fix.message_id not in CHANGES_SOUND and sound_of(after) != sound_of(score):
        raise EditError("edit.fix_would_harm")
    return text


def are_fixed(
    codes: Counter[str], before: Sequence[Diagnostic], after: Sequence[Diagnostic]
) -> bool:
    """Return whether so many findings of these codes are gone, and no others have come."""
    old, new = (Counter(found.code for found in findings) for findings in (before, after))
    return not new - (old - codes)
