"""What the parts of the reader say about the state that they carry from line to line."""

from typing import ClassVar, Protocol


class Carrier(Protocol):
    """A part of the reader whose attributes are carried over the start of a line of music.

    Attributes:
        NOT_CARRIED: Attributes that wire the parts together, are kept apart, or mean nothing
            between two lines.
    """

    NOT_CARRIED: ClassVar[frozenset[str]]
