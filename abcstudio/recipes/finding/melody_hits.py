"""Matches of a typed melody in any of the ways to read it."""

from dataclasses import dataclass

from abcstudio.corpus.melody_index.index import MelodyIndex
from abcstudio.corpus.melody_index.match import KnownPlace, Match
from abcstudio.notation.stopping import ShouldStop
from abcstudio.recipes.finding.melody_query import MelodyQuery
from abcstudio.recipes.finding.read_as import QueryReading

# Where more than three notes of ten differ it is another melody, whatever the lengths are.
_MOST_WRONG = 0.3
# With so many wrong notes a tune is what was typed, and nobody guesses what else may be meant.
_NEARLY = 1


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a melody stands, and the way to read it that stands there.

    Attributes:
        match: The place.
        reading: The way.
        are_octaves_wrong: Its notes are there in other octaves than those typed.
    """

    match: Match
    reading: QueryReading
    are_octaves_wrong: bool


def hits(
    index: MelodyIndex,
    query: MelodyQuery,
    limit: int,
    should_stop: ShouldStop,
    *,
    known: KnownPlace | None,
) -> tuple[Hit, ...]:
    """Return where a melody stands in any of the ways to read it, the likest place first.

    Raises:
        CancelledError: `should_stop` said so.
    """
    found = list[Hit]()
    for way in query.ways:
        is_there = any(hit.match.wrong_notes <= _NEARLY for hit in found)
        if way.is_guess and (is_there or known is not None):
            continue
        found += [
            Hit(match, way.each[match.variant], are_octaves_wrong=way.is_guess)
            for match in index.find(way.melody, limit, should_stop, known=known)
            if match.wrong_notes <= _MOST_WRONG * way.melody.note_count
        ]
    found.sort(key=lambda hit: hit.match.rank)
    likest: dict[int, Hit] = {}
    for hit in found:
        likest.setdefault(hit.match.tune, hit)
    return tuple(likest.values())[:limit]
