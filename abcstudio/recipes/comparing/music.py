"""What is counted in the takes of a training run: right measures, and how new they are.

Wherever such figures stand (the curve, the table of runs, variants, files) they are counted here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from abcstudio.composing.history import take_facts
from abcstudio.composing.takes import tunes_in
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.field_values import Whole, kept
from abcstudio.notation.reader.parser import parse
from abcstudio.runs.run_folder import RunFolder

if TYPE_CHECKING:
    from abcstudio.recipes.newness.known_melodies import KnownMelodies

UNKNOWN = -1
_COUNT = Whole(0, 10**6)
# Of a larger corpus its beginning: the index of so many tunes is made in some seconds.
_MOST_TUNES = 20_000
_BLOCKS = re.compile(r"\n{2,}")
_ENDS = ("|", "]", ":")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFigures:
    """What was counted in a take.

    Attributes:
        right: How many measures last as long as they should.
        measures: Of how many.
        newer: Of a hundred known tunes, how many share more with the tunes that the network has
            read; -1 where there is too little music to compare.
    """

    right: int = kept(0, _COUNT)
    measures: int = kept(0, _COUNT)
    newer: int = kept(UNKNOWN, Whole(UNKNOWN, 100))


class ReadTunes:
    """The tunes that a run has read, made ready to be compared with the first take."""

    def __init__(self, run: RunFolder, facts: Mapping[str, Any], scale: Path) -> None:
        """Take what says which tunes there are.

        Args:
            run: The run.
            facts: What its `run.json` says.
            scale: The file of what human tunes share with others.
        """
        self._run, self._facts, self._scale = run, facts, scale
        self._melodies: KnownMelodies | None = None

    def newer_than(self, tune: str) -> int | None:
        """Return of how many of a hundred known tunes a tune is newer; None where it is short.

        Raises:
            CorpusError: The scale cannot be used.
            OSError: The tunes cannot be read.
        """
        if self._melodies is None:
            self._melodies = self._made()
        return self._melodies.newer_than(tune)

    def _made(self) -> "KnownMelodies":
        # NumPy takes a while to import.
        from abcstudio.corpus.melody_index.index import kept_index
        from abcstudio.corpus.melody_index.newness import NewnessScale
        from abcstudio.recipes.newness.known_melodies import KnownMelodies

        text, _ = self._run.texts()
        # The tunes stand first, and then again in other keys, which the index knows anyway.
        most = _tune_count(self._facts) or _MOST_TUNES
        blocks = [block for block in _BLOCKS.split(text) if block.strip()][:most]
        tunes = split_tunebook("\n\n".join(blocks[:_MOST_TUNES]))
        index = kept_index(self._run.path / "milestones" / "melodies.bin", tunes)
        return KnownMelodies(tunes, index, NewnessScale.load(self._scale))


def right_measures(tune: str) -> tuple[int, int]:
    """Return how many measures of a tune last as long as they should, and of how many.

    A take may break off in the middle of a measure: that one does not count.
    """
    right, measures = take_facts.right_measures(parse(tune))
    if measures and not tune.rstrip().endswith(_ENDS):
        # Where any measure is wrong, the one that was broken off is among them.
        right, measures = right if right < measures else right - 1, measures - 1
    return right, measures


def figures_of(tune: str, known: ReadTunes | None = None) -> TakeFigures:
    """Return what is counted in a tune; how new it is only where there is what to compare with.

    Raises:
        CancelledError: Making ready what is known was stopped.
        CorpusError: The scale of newness cannot be used.
        OSError: The tunes that the network has read cannot be read.
    """
    if not tune:
        return TakeFigures()
    right, measures = right_measures(tune)
    newer = None if known is None else known.newer_than(tune)
    return TakeFigures(right=right, measures=measures, newer=UNKNOWN if newer is None else newer)


def right_share(figures: Iterable[TakeFigures]) -> float | None:
    """Return which part of all measures lasts as long as it should; None without measures."""
    counted = tuple(figures)
    measures = sum(one.measures for one in counted)
    return sum(one.right for one in counted) / measures if measures else None


def mean_newness(figures: Iterable[TakeFigures]) -> float | None:
    """Return the mean of how new takes are, 0 to 1; None where all are too short."""
    known = [one.newer for one in figures if one.newer != UNKNOWN]
    return sum(known) / len(known) / 100 if known else None


def tunes_of(takes: Iterable[str]) -> tuple[str, ...]:
    """Return every tune of some texts that a network wrote."""
    return tuple(tune for take in takes for tune in tunes_in(take))


def _tune_count(facts: Mapping[str, Any]) -> int:
    corpus = facts.get("corpus")
    count = corpus.get("tunes") if isinstance(corpus, dict) else 0
    return count if isinstance(count, int) and count > 0 else 0
