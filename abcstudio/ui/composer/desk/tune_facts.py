"""What the lists of takes and of tunes say of a tune: title, key, rhythm, length, problems."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TuneFacts:
    """A tune in a row of a list.

    Attributes:
        problems: How many; None while it is not known.
    """

    title: str = ""
    key: str = ""
    rhythm: str = ""
    measures: int = 0
    problems: int | None = None
