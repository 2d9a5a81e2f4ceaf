"""Characters that complete a known run, or only lead there."""

from collections.abc import Sequence

from abcstudio.composing.guard.melody_watch import Heard, MelodyWatch
from abcstudio.composing.guard.room_masks import RoomMasks
from abcstudio.corpus.known_runs import KnownRuns
from abcstudio.learning.sampling.constraint import Mask

_FAR = 1 << 20


class KnownWays:
    """Says where streams of one clock would say a known tune.

    Attributes:
        watch: Follows them.
    """

    def __init__(self, room: RoomMasks, known: KnownRuns) -> None:
        self.watch = MelodyWatch(room.clock, known)
        self._masks, self._characters = room.masks, room.clock.characters

    def heard(self, text: str) -> Heard:
        """Return what is heard of a text that the clock lets through."""
        heard = self.watch.start()
        for character in text:
            heard = self.watch.after(heard, character)
        return heard

    def leave_out(self, heard: Heard, row: Mask) -> None:
        """Leave known ways out of what may come next, (vocab_size,).

        Where none would stay, all do.
        """
        if not heard.is_watched:
            return
        known = self._known(heard, row)
        if len(known) < row.sum():
            row[known] = False

    def _known(self, heard: Heard, row: Mask) -> list[int]:
        """Return the numbers of the characters after which a known run is said, or must be."""
        return [
            place
            for place in row.nonzero()[0].tolist()
            if self.watch.is_quotation(heard, self._characters[place])
            or self._is_trap(heard, self._characters[place])
        ]

    def _is_trap(self, heard: Heard, character: str) -> bool:
        after = self.watch.after(heard, character)
        if not after.is_watched:
            return False
        (ways,) = self._masks.allowed([after.state], [_FAR])
        return all(
            self.watch.is_quotation(after, self._characters[place])
            for place in ways.nonzero()[0].tolist()
        )


class Quotations:
    """Listens to takes side by side."""

    def __init__(self, known: KnownWays) -> None:
        self._known = known
        self._heard: list[Heard] = []
        self._marked: dict[tuple[int, int], Heard] = {}

    def begin(self, prompts: Sequence[str]) -> None:
        """Start a take after each prompt, with one mark there."""
        heard = {prompt: self._known.heard(prompt) for prompt in set(prompts)}
        self._heard = [heard[prompt] for prompt in prompts]
        for take in range(len(prompts)):
            self.mark(take, 0)

    def begin_again(self, take: int, prompt: str) -> None:
        """Let a take be a new one, behind a prompt."""
        self._heard[take] = self._known.heard(prompt)
        self.mark(take, 0)

    def read(self, take: int, character: str) -> bool:
        """Take a character; return whether it completes a known run."""
        heard = self._heard[take]
        self._heard[take] = self._known.watch.after(heard, character)
        return self._known.watch.is_quotation(heard, character)

    def leave_out(self, take: int, row: Mask) -> None:
        """Leave out what says a known tune, as long as anything else may come, (vocab_size,)."""
        self._known.leave_out(self._heard[take], row)

    def mark(self, take: int, name: int) -> None:
        """Remember where a take is."""
        self._marked[take, name] = self._heard[take]

    def take_back(self, take: int, name: int) -> None:
        """Go back to a mark of a take."""
        self._heard[take] = self._marked[take, name]
