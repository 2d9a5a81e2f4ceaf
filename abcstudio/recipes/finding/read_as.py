"""One way to read what was typed, and the key in which it is read."""

from dataclasses import dataclass
from enum import Enum

from abcstudio.notation.values.key_field import parse_key


class ReadAs(Enum):
    """What typed notes are."""

    ABC = "abc"
    NAMES = "names"
    DEGREES = "degrees"
    MIDI = "midi"
    INTERVALS = "intervals"
    CONTOUR = "contour"


@dataclass(frozen=True, slots=True)
class QueryReading:
    """One way to read what was typed.

    Attributes:
        kind: What it is read as.
        text: The tune that it is then.
        keys: The keys in which it is that, the likeliest first; none where a key was typed.
    """

    kind: ReadAs
    text: str
    keys: tuple[str, ...] = ()

    def key_like(self, written_key: str) -> str:
        """Return the key of these that a tune of another `K:` would be read in; "" for none."""
        other = parse_key(written_key).key
        for key in self.keys:
            own = parse_key(key).key
            if other is not None and own is not None and own.fifths == other.fifths:
                return written_key
        return self.keys[0] if self.keys else ""
