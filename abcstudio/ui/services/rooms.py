"""The rooms of a page: parts that make and connect themselves, found by their class."""

from typing import TypeVar

R = TypeVar("R")


class Rooms:
    """Holds the rooms of a page in the order in which they were made.

    While a room is made it asks only for those made before it.
    """

    def __init__(self) -> None:
        self._made: dict[type, object] = {}

    def add(self, room: object) -> None:
        """Keep a room that has just been made."""
        self._made[type(room)] = room

    def __getitem__(self, kind: type[R]) -> R:
        """Return a room.

        Raises:
            KeyError: It has not been made.
        """
        room = self._made[kind]
        assert isinstance(room, kind)
        return room
