"""Which tunes a recording is, and where in them it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from abcstudio.corpus.hearing.even_steps import TuneSteps, classes_of
from abcstudio.corpus.hearing.pitches import HeardPitches
from abcstudio.corpus.hearing.step_alignment import Laid, lay
from abcstudio.corpus.hearing.step_index import StepIndex
from abcstudio.corpus.melody_index.notes import Notes

SHORTEST_SECONDS = 2.0
"""In less than that no tune is found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingMatch:
    """Where a recording stands in a tune.

    Attributes:
        tune: The tune's place among those of the index.
        line: Which of its voices that have notes, from 0.
        runs: The first and the last note of each stretch that was played, as `melodies_of` counts
            them, in the order of time.
        transposition: By how many semitones the tune lies above the recording, -5 to 6.
        score: 1 where all that was heard is there.
        step: A length of the tune, in whole notes, of which most of its notes are multiples.
        step_seconds: How long it lasts in the recording.
    """

    tune: int
    line: int
    runs: tuple[tuple[int, int], ...]
    transposition: int
    score: float
    step: float
    step_seconds: float


class RecordingSearch:
    """Finds recordings in the tunes of an index."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._index = StepIndex(TuneSteps.of(notes))

    def search(self, heard: HeardPitches, limit: int = 20) -> tuple[RecordingMatch, ...]:
        """Return the tunes that a recording may be, the likeliest first, each once."""
        if heard.seconds < SHORTEST_SECONDS:
            return ()
        classes = classes_of(heard)
        candidates = self._index.candidates(classes)
        laid = lay(self._index.steps, candidates, classes)
        matches: dict[int, RecordingMatch] = {}
        for one in laid:
            match = self._match(one)
            matches.setdefault(match.tune, match)
        return tuple([*matches.values()][:limit])

    def _match(self, laid: Laid) -> RecordingMatch:
        steps = self._index.steps
        line = int(steps.lines[laid.candidate.row])
        tune, start = int(self._notes.tunes[line]), int(self._notes.starts[line])
        return RecordingMatch(
            tune=tune,
            line=line - int(self._notes.tunes.searchsorted(tune)),
            runs=tuple(
                (int(steps.notes[first]) - start, int(steps.notes[last]) - start)
                for first, last in laid.runs
            ),
            transposition=(laid.candidate.transposition + 5) % 12 - 5,
            score=laid.score,
            step=float(steps.units[laid.candidate.row]),
            step_seconds=laid.candidate.step_seconds,
        )


def longest_run(runs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the stretch with most notes, the first of those."""
    return max(runs, key=lambda run: run[1] - run[0])
