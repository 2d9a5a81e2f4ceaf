"""Taking a sign that means nothing out of a text, so that what stands around it stays as it is."""

import re

from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.spans import Span

MESSAGE_ID = "notation.fix-remove"
_LOOKED_BACK = 1_000
_LENGTH = re.compile(r"[\d/]*")
_ENDS_A_SIGN = frozenset("ABCDEFGabcdefgzxyZX)]}\"' \t,")
_BEGINS_A_SIGN = frozenset("ABCDEFGabcdefgzx \t\r\n")
_GOES_ON = frozenset("',0123456789/:")
_NO_MUSIC = re.compile(r"[ \t]*(?:[A-Za-z+][ \t]*:|%|[\r\n]|\Z)")


def removal(text: str, start: int, end: int) -> Fix | None:
    """Return the fix that removes a sign; None where the line would be another one without it.

    A length behind the sign goes too, or what stands before would take it as its own. Where the
    signs on both sides could become one, a blank takes its place.
    """
    match = _LENGTH.match(text, end)
    end = match.end() if match else end
    before = re.split("[\r\n]", text[max(0, start - _LOOKED_BACK) : start])[-1]
    if not before.strip() and _NO_MUSIC.match(text, end):
        return None
    is_field_name = before.strip().isalpha() and text[end : end + 1] == ":"
    if is_field_name or before.count("!") % 2:
        return None
    # The end of the text is a line end: what is typed below must not make another fix of it.
    following = text[end : end + 1] or "\n"
    is_field = following.isalpha() and text[end + 1 : end + 2] == ":"
    is_apart = (before[-1:] in _ENDS_A_SIGN and following not in _GOES_ON) or (
        following in _BEGINS_A_SIGN and before[-1:] not in "^_=" and not is_field
    )
    replacement = "" if is_apart or not before else " "
    return Fix(MESSAGE_ID, Span(start, end), replacement, removed=text[start:end])
