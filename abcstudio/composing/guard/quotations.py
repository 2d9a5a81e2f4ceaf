"""What takes have said of known tunes, back to each place that they may go back to."""

from collections.abc import Sequence

from abcstudio.composing.guard.known_ways import KnownWays
from abcstudio.composing.guard.melody_watch import Heard
from abcstudio.learning.sampling.constraint import Mask


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
