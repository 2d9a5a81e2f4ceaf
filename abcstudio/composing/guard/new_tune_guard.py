"""The guard of takes that say no four measures in a row of a known tune."""

from collections.abc import Sequence

from abcstudio.composing.clock.step_table import StepTable
from abcstudio.composing.guard.known_ways import KnownWays
from abcstudio.composing.guard.measure_guard import MeasureGuard
from abcstudio.composing.guard.melody_watch import Heard
from abcstudio.composing.guard.room_masks import RoomMasks
from abcstudio.corpus.known_runs import KnownRuns
from abcstudio.learning.sampling.constraint import Mask

# A particle with nowhere else to go is left behind by all others of its take.
_LOST = -1000.0


class NewTuneGuard(MeasureGuard):
    """Leaves out what completes a known run, and what only leads there."""

    def __init__(
        self,
        table: StepTable,
        room: RoomMasks,
        particles: int,
        rng_seeds: Sequence[int],
        known: KnownRuns,
    ) -> None:
        """Make a guard.

        Args:
            table: What may be; it may have been used before.
            room: What may come near the end of a text's room; that of the whole work.
            particles: How many each take has.
            rng_seeds: One a take; they decide what is resampled.
            known: What must not be said again.
        """
        super().__init__(table, room, particles, rng_seeds)
        self._known = KnownWays(room, known)
        self._heard: list[Heard] = []
        self._lost: set[int] = set()

    def begin(self, prompts: Sequence[str], max_chars: int) -> None:
        """Start a stream after each prompt, none of which `refusal` refuses."""
        super().begin(prompts, max_chars)
        heard = {prompt: self._known.heard(prompt) for prompt in set(prompts)}
        self._heard = [heard[prompt] for prompt in prompts]

    def allowed(self, streams: Sequence[int]) -> Mask:
        """Return what may come next in some streams, (streams, vocab_size)."""
        mask = super().allowed(streams)
        self._lost = set()
        for row, stream in enumerate(streams):
            if not self._known.leave_out(self._heard[stream], mask[row]):
                self._lost.add(stream)
        return mask

    def read(
        self, streams: Sequence[int], characters: Sequence[str], log_kept: Sequence[float]
    ) -> None:
        """Take a character that was sampled in each of some streams."""
        weights = [
            log + _LOST * (stream in self._lost)
            for stream, log in zip(streams, log_kept, strict=True)
        ]
        super().read(streams, characters, weights)
        for stream, character in zip(streams, characters, strict=True):
            self._heard[stream] = self._known.watch.after(self._heard[stream], character)

    def resampled(self) -> Sequence[int] | None:
        """Return for each stream the one that it goes on from; None where all stay."""
        sources = super().resampled()
        if sources is not None:
            self._heard = [self._heard[source] for source in sources]
        return sources
