"""The characters of a text, each with its number, how often it stands there, and what it costs.

No torch.
"""

from collections import Counter
from dataclasses import dataclass
from math import log2

from abcstudio.stopping import stop_if_asked

_CHARS_AT_ONCE = 100_000
_CONTEXT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterRow:
    """One character of a vocabulary.

    Attributes:
        number: Its place in the vocabulary: what the network reads in its stead.
        count: How often it stands in the text.
        share: The same as a share of all characters.
        bits: What it costs to say it where only the shares are known: twice as rare, one bit more.
        before: What stands before it where it stands first.
        after: What stands after it there.
    """

    character: str
    number: int
    count: int
    share: float
    bits: float
    before: str
    after: str


def character_rows(text: str) -> tuple[CharacterRow, ...]:
    """Return a row for each distinct character of a text, in ascending order."""
    counts: Counter[str] = Counter()
    for start in range(0, len(text), _CHARS_AT_ONCE):
        stop_if_asked()
        counts.update(text[start : start + _CHARS_AT_ONCE])
    return tuple(
        _row(text, character, number, counts[character])
        for number, character in enumerate(sorted(counts))
    )


def weights_a_character(embedding_dim: int, hidden_size: int) -> int:
    """Return how many weights a network has for one character more: read and predicted."""
    return embedding_dim + hidden_size + 1


def _row(text: str, character: str, number: int, count: int) -> CharacterRow:
    share = count / len(text)
    place = text.index(character)
    return CharacterRow(
        character=character,
        number=number,
        count=count,
        share=share,
        bits=-log2(share),
        before=text[max(0, place - _CONTEXT) : place],
        after=text[place + 1 : place + 1 + _CONTEXT],
    )
