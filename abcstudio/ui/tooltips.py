"""Tooltips of words that may hold `<` and `&`, which Qt would take for markup."""

import html


def plain_tooltip(*sentences: str) -> str:
    """Return sentences as a tooltip that shows them as they are; "" for none."""
    return "".join(f"<p>{html.escape(sentence)}</p>" for sentence in sentences if sentence)
