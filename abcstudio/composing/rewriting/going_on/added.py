"""A tune with room for what is to come in it."""

from dataclasses import dataclass

from abcstudio.notation.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A tune with more in it, or with a place from which it goes on.

    Attributes:
        text: The tune.
        old: What of the tune as it was gives way; an empty place where all of it stays.
        new: Where in `text` the music stands that is to be composed.
        ends_on_tonic: The last note of that is the tonic.
        is_varied: A variation of what stood before it is to stand there, not other music.
    """

    text: str
    old: Span
    new: Span
    ends_on_tonic: bool = False
    is_varied: bool = False

    @property
    def is_new(self) -> bool:
        """Whether nothing of the tune gives way."""
        return self.old.start == self.old.end


def with_words(text: str, place: int, words: str, *, is_end: bool, line: int = 0) -> Added:
    """Return a tune with words at a place, all of them to be composed.

    Args:
        text: The tune.
        place: Where the music goes on.
        words: What is put in.
        is_end: It ends on the tonic.
        line: Where the line at the place has ended with all that stands behind its music, so that
            what of the words stands in new lines follows there; 0 for at the place itself.
    """
    size = words.find("\n") if line else -1
    within = words if size < 0 else words[:size].rstrip("\r")
    lines = words[len(within) :]
    between = text[place : max(place, line)]
    whole = f"{text[:place]}{within}{between}{lines}{text[max(place, line) :]}"
    new = Span(place, place + len(within) + len(between) + len(lines))
    return Added(text=whole, old=Span(place, place), new=new, ends_on_tonic=is_end)
