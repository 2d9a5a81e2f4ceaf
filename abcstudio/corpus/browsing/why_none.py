"""Why no tune has all that is asked for: what each part of it finds, alone and left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from abcstudio.corpus.browsing.query import Term
from abcstudio.corpus.browsing.tune_index import TuneIndex


@dataclass(frozen=True, slots=True)
class PartCount:
    """One part of what is asked for.

    Attributes:
        alone: How many tunes have it.
        without: How many tunes have all the rest.
    """

    term: Term
    alone: int
    without: int


def part_counts(index: TuneIndex, terms: Sequence[Term]) -> tuple[PartCount, ...]:
    """Return what each of the terms finds."""
    return tuple(
        PartCount(
            term,
            index.count([term]),
            index.count([*terms[:place], *terms[place + 1 :]]),
        )
        for place, term in enumerate(terms)
    )
