"""Putting a changed tune in the place of the old one: one step that can be undone."""

from typing import TYPE_CHECKING

from abcstudio.notation.spans import Span
from abcstudio.ui.tune_watch import TuneView

if TYPE_CHECKING:
    from abcstudio.ui.composer_page import ComposerPage


def put_tune(
    page: "ComposerPage", view: TuneView | None, text: str, selection: Span, *, beyond: int = 0
) -> None:
    """Write a tune and select a place in it.

    Args:
        page: The composer.
        view: The tune as it was; None for a text that is empty so far.
        text: What it is now.
        selection: In the tune.
        beyond: How many characters after the tune as it was are replaced too.
    """
    document = page.documents.current
    if view is not None:
        start, end = view.offset, view.end + beyond
    else:
        start, end = 0, len(document.text())
    document.replace_part(start, end, text)
    page.editor.select(Span(selection.start + start, selection.end + start))


def own_span(view: TuneView, selection: Span) -> Span:
    """Return a selection of the document as a place in the tune's text."""
    start, end = (
        min(max(0, place - view.offset), len(view.text))
        for place in (selection.start, selection.end)
    )
    return Span(start, end)
