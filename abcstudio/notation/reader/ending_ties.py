"""Ties that lead out of the body of a repeat: each of its endings may hold their partner."""

from collections.abc import Iterable

from abcstudio.notation.reader.drafts import NoteDraft


class EndingTies:
    """The notes tied into a first ending, until the last ending has shown which ties hold.

    In `|: c d-|1 d e :|2 d f |]` the tie leads to both notes; in `|: c d-|1 e :|2 d |]` to the
    second one alone.
    """

    def __init__(self) -> None:
        self._waiting: dict[NoteDraft, bool] = {}

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def begin(self, passes: tuple[int, ...], ties: list[NoteDraft]) -> list[NoteDraft]:
        """Note that an ending begins; return the notes that are tied into it from the body.

        Args:
            passes: The passes of the ending.
            ties: What is tied to the next note as the text stands.
        """
        if 1 in passes:
            self._waiting = dict.fromkeys(ties, False)
        return [note for note in self._waiting if note not in ties]

    def find(self, note: NoteDraft) -> None:
        """Note that an ending begins with the partner of a tied note."""
        if note in self._waiting:
            self._waiting[note] = True

    def awaits(self, note: NoteDraft) -> bool:
        """Return whether a later ending may hold the partner of a tied note."""
        return note in self._waiting

    def settle(self) -> Iterable[NoteDraft]:
        """Forget all notes, and return those whose partner no ending held."""
        alone = [note for note, found in self._waiting.items() if not found]
        self._waiting = {}
        return alone
