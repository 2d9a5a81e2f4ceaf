"""The characters of a network as numbers. No torch."""

from collections.abc import Iterable
from dataclasses import dataclass

from abcstudio.errors import PromptError

MAX_CHARACTERS = 4096
# Going through a whole long text at once would hold Python's lock, and the window with it.
_CHARS_AT_ONCE = 1_000_000


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Distinct characters in ascending order; a character's place is its number.

    Attributes:
        characters: All of them, as one string.
    """

    characters: str

    def __post_init__(self) -> None:
        if list(self.characters) != sorted(set(self.characters)):
            raise ValueError("a vocabulary is made of distinct characters in ascending order")

    @classmethod
    def of(cls, *texts: str) -> "Vocabulary":
        """Return the vocabulary that spells all these texts."""
        found: set[str] = set()
        for text in texts:
            for start in range(0, len(text), _CHARS_AT_ONCE):
                found.update(text[start : start + _CHARS_AT_ONCE])
        return cls("".join(sorted(found)))

    def __len__(self) -> int:
        return len(self.characters)

    def encode(self, text: str) -> list[int]:
        """Return the characters' numbers.

        Raises:
            PromptError: The text holds characters that are not here; the error names them.
        """
        number_of = {character: number for number, character in enumerate(self.characters)}
        try:
            return [number_of[character] for character in text]
        except KeyError:
            raise PromptError(
                "prompt.unknown_characters", characters=" ".join(self.unknown_in(text))
            ) from None

    def decode(self, numbers: Iterable[int]) -> str:
        """Return the text that the numbers spell."""
        return "".join(self.characters[number] for number in numbers)

    def unknown_in(self, text: str) -> str:
        """Return the distinct characters of a text that are not here, in ascending order."""
        return "".join(sorted(set(text) - set(self.characters)))

    def without_unknown(self, text: str) -> str:
        """Return the text without the characters that are not here."""
        return "".join(character for character in text if character in self.characters)
