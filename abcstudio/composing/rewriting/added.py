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


def with_words(text: str, place: int, words: str, *, is_end: bool) -> Added:
    """Return a tune with words at a place, all of them to be composed."""
    new = Span(place, place + len(words))
    old = Span(place, place)
    return Added(text=text[:place] + words + text[place:], old=old, new=new, ends_on_tonic=is_end)
