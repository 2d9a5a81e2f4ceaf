"""Tooltips of whole sentences: in lines of a readable length, with `<` and `&` as they are."""

import html
import textwrap

_LINE = 72


def plain_tooltip(*sentences: str) -> str:
    """Return sentences as a tooltip, each beginning a line; "" for none.

    Left to itself Qt takes `<` for markup and breaks sentences into very short lines.
    """
    lines = [line for sentence in sentences for line in textwrap.wrap(sentence, _LINE)]
    if not lines:
        return ""
    return f"<p style='white-space:pre'>{html.escape(chr(10).join(lines))}</p>"
