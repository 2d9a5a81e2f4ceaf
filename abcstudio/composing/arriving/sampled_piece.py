"""Characters that arrive of a text, in place of some that had arrived before."""

from typing import NamedTuple


class SampledPiece(NamedTuple):
    """What becomes of one of several texts: some characters go, others come.

    Attributes:
        number: Which of the texts.
        text: What comes at its end.
        taken_back: So many of its last characters go before that.
    """

    number: int
    text: str
    taken_back: int = 0

    @classmethod
    def between(cls, number: int, before: str, after: str) -> "SampledPiece":
        """Return what makes one text of another."""
        if after.startswith(before):
            return cls(number, after[len(before) :])
        same = next(
            (
                place
                for place, (one, other) in enumerate(zip(before, after, strict=False))
                if one != other
            ),
            min(len(before), len(after)),
        )
        return cls(number, after[same:], len(before) - same)

    def then(self, piece: "SampledPiece") -> "SampledPiece":
        """Return what becomes of the same text with this, and then with another one."""
        beyond = max(0, piece.taken_back - len(self.text))
        text = piece._replace(taken_back=piece.taken_back - beyond).after(self.text)
        return SampledPiece(self.number, text, self.taken_back + beyond)

    def after(self, text: str) -> str:
        """Return what a text is with this."""
        return text[: len(text) - self.taken_back] + self.text
