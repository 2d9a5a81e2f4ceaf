"""What is wrong with a model's file, in the words that stand in brackets in the sentence."""

from abcstudio.errors import AbcStudioError
from abcstudio.messages import english

_MOST = 120


def damage_detail(error: Exception) -> str:
    """Return what an error says of a file, printable and without what could be done about it."""
    if isinstance(error, AbcStudioError):
        words = english(error.message_id, error.parameters).split(". ")[0].rstrip(".")
    elif isinstance(error, KeyError):
        words = str(error.args[0])
    else:
        words = str(error)
    plain = (sign if " " <= sign <= "~" else ascii(sign)[1:-1] for sign in words[:_MOST])
    return "".join(plain)[:_MOST]
