"""Edits of a tunebook, after each of which it is split as a new one is."""

from abcstudio.corpus.edited_tunebook import EditedTunebook
from abcstudio.corpus.tunebook import split_tunebook

Edit = tuple[int, int, str, bool]
"""Where, how many characters go, what is typed, and whether all tunes are looked at behind it."""


def edited(text: str, edits: list[Edit]) -> EditedTunebook:
    """Return a text's tunebook after some edits; it agrees with a new one all the time."""
    book = EditedTunebook(text)
    for wished, removed, typed, looks in edits:
        place = min(wished, len(text))
        removed = min(removed, len(text) - place)
        text = text[:place] + typed + text[place + removed :]
        book.edit(place, removed, len(typed), text)
        assert len(book) == len(split_tunebook(text))
        if looks:
            assert book.tunes() == split_tunebook(text)
    assert book.tunes() == split_tunebook(text)
    return book
