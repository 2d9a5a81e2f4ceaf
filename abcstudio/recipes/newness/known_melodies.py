"""The melodies of a tunebook, and what is new beside them; made ready once, asked often."""

from collections.abc import Callable, Sequence
from pathlib import Path

from abcstudio.corpus.melody_index.index import MelodyIndex, kept_index
from abcstudio.corpus.melody_index.melody import LineNote, full_measure, melodies_of
from abcstudio.corpus.melody_index.newness import (
    ALL,
    FEWEST_MEASURES,
    FEWEST_NOTES,
    Newness,
    NewnessScale,
    plain_title,
    weight_of,
)
from abcstudio.corpus.melody_index.shared_runs import RunFinder, SharedRun
from abcstudio.corpus.sources import read_source
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.messages import Phrase
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score

MOST_RUNS = 20


class KnownMelodies:
    """The tunes of a tunebook by their melodies.

    Attributes:
        tunes: The tunes, in the order of the index.
        index: Finds a few notes in them.
    """

    def __init__(self, tunes: Sequence[Tune], index: MelodyIndex, scale: NewnessScale) -> None:
        self.tunes, self.index = tunes, index
        self._scale = scale
        self._finder = RunFinder(index.notes, len(tunes))
        self._titles: dict[str, list[int]] = {}
        for place, tune in enumerate(tunes):
            self._titles.setdefault(plain_title(tune.title), []).append(place)

    @classmethod
    def load(
        cls,
        tunebook: Path,
        kept: Path,
        scale: Path,
        progress: Callable[[int, int], object] = lambda _done, _of: None,
    ) -> "KnownMelodies":
        """Read a tunebook, and its index from a file, which is written where there is none.

        Args:
            tunebook: The tunes.
            kept: The file of their index.
            scale: The file of what human tunes share.
            progress: Called with how many tunes of how many are done.

        Raises:
            CorpusError: The tunebook or the scale cannot be used.
        """
        tunes = read_source(tunebook).tunes
        index = kept_index(kept, tunes, progress)
        return cls(tunes, index, NewnessScale.load(scale))

    def newness(self, score: Score, title: str, without: frozenset[int] = frozenset()) -> Newness:
        """Return how new a tune is; of several voices the first.

        Args:
            score: The tune.
            title: What it is called.
            without: Known tunes that do not count.
        """
        melody = next(iter(melodies_of(score)), ())
        named = self._titles.get(plain_title(title), ()) if plain_title(title) else ()
        same_title = tuple(place for place in named if place not in without)
        if is_too_short(melody):
            return Newness(is_too_short=True, newer_than={}, runs=(), same_title=same_title)
        runs = self.runs(score, melody, without)
        return Newness(
            is_too_short=False,
            newer_than=self._scale.newer_than(weight_of(runs)),
            runs=runs[:MOST_RUNS],
            same_title=same_title,
        )

    def newer_than(self, text: str) -> int | None:
        """Return of how many of a hundred known tunes a text's first tune is newer.

        None where there is too little to compare.
        """
        tunes = split_tunebook(text)
        if not tunes:
            return None
        newness = self.newness(parse(tunes[0].text, tunes[0].file_header), tunes[0].title)
        return None if newness.is_too_short else round(100 * newness.newer_than[ALL])

    def runs(
        self, score: Score, melody: Sequence[LineNote], without: frozenset[int]
    ) -> tuple[SharedRun, ...]:
        """Return what a melody of a tune shares with known tunes."""
        return self._finder.runs(melody, full_measure(score), without)

    def name_of(self, place: int) -> Phrase:
        """Return what a known tune is called."""
        tune = self.tunes[place]
        if not tune.title:
            return Phrase("jury.number", {"number": tune.number})
        return Phrase("jury.title", {"number": tune.number, "title": tune.title})


def is_too_short(melody: Sequence[LineNote]) -> bool:
    """Whether there is too little of a melody to compare."""
    measures = {note.measure for note in melody}
    return len(melody) < FEWEST_NOTES or len(measures) < FEWEST_MEASURES
