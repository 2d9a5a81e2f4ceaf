"""Takes as they are sampled and, where each is the best of several candidates, chosen."""

from collections.abc import Callable

from abcstudio.composing.arrivals import Arrivals, SampledPiece
from abcstudio.composing.candidates import Candidate, Candidates
from abcstudio.composing.take_batches import TakeBatches
from abcstudio.stopping import stop_if_asked


class ChosenTakes:
    """Samples all candidates, and passes on the characters of takes.

    Attributes:
        characters: How many were sampled that stand.
    """

    def __init__(
        self,
        batches: TakeBatches,
        candidates: Candidates,
        arrivals: Arrivals,
    ) -> None:
        """Make the work.

        Args:
            batches: Sample the candidates.
            candidates: New; choose among them.
            arrivals: Take the characters of takes. Those of a take that is the best of several
                come once it is chosen.
        """
        self._batches, self._candidates = batches, candidates
        self._arrivals, self._best = arrivals, candidates.best
        self.characters = 0

    def sample(
        self,
        read: Callable[[int], object],
        judged: Callable[[int, int], object],
        whole: Callable[[int, Candidate], object],
    ) -> None:
        """Sample and choose.

        Args:
            read: Told from time to time how many characters of a batch's longest prompt have been
                read.
            judged: Told how many candidates of how many the jury has heard.
            whole: Told each take that is whole, and what it is, after its characters.

        Raises:
            CancelledError: The work is to stop; asked before characters are passed on, and before
                each judgement.
        """
        for take, prompt in enumerate(self._batches.prompts):
            self._arrivals.add(SampledPiece(take, prompt))
        # A person who waits for a take sees its first character as soon as it is there, whichever
        # of the takes was the first.
        self._arrivals.hurry()

        def end(take: int) -> None:
            self._arrivals.flush()
            whole(take, self._candidates.chosen(take))

        def ended(numbers: range) -> None:
            self._choose(numbers, judged, end)

        alone = end if self._best == 1 else _pass_over
        for piece in self._batches.sampled(read, alone, ended):
            stop_if_asked()
            self.characters += len(piece.text) - piece.taken_back
            self._candidates.add(piece)
            if self._best == 1:
                self._arrivals.add(piece)

    def chosen(self) -> list[Candidate]:
        """Return each take as far as it has come."""
        self._arrivals.flush()
        return [self._candidates.chosen(take) for take in range(len(self._batches.prompts))]

    def _choose(
        self,
        numbers: range,
        judged: Callable[[int, int], object],
        end: Callable[[int], object],
    ) -> None:
        if self._best == 1:
            return
        prompts = self._batches.prompts
        for number in numbers:
            stop_if_asked()
            self._candidates.judge(number)
            take, place = divmod(number, self._best)
            if place == self._best - 1:
                text = self._candidates.chosen(take).text[len(prompts[take]) :]
                self._arrivals.add(SampledPiece(take, text))
                end(take)
            judged(number + 1, len(prompts) * self._best)


def _pass_over(_candidate: int) -> None:
    """Pass over a candidate: its take is whole once it is chosen."""
