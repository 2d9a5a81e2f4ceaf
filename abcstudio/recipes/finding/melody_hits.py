"""Search hits of a typed melody, in all of its readings."""

from dataclasses import dataclass

from abcstudio.corpus.melody_index.index import MelodyIndex
from abcstudio.corpus.melody_index.match import KnownPlace, Match
from abcstudio.recipes.finding.melody_query import MelodyQuery
from abcstudio.recipes.finding.read_as import QueryReading

# Where more than three notes of ten differ it is another melody, whatever the lengths are.
_MOST_WRONG = 0.3
# A tune with at most this many wrong notes is what was typed; no typing mistakes are assumed.
_NEARLY = 1


@dataclass(frozen=True, slots=True)
class Hit:
    """A match and the reading that it matches.

    Attributes:
        match: The match.
        reading: The reading.
        are_octaves_wrong: The tune has the notes in other octaves than typed.
    """

    match: Match
    reading: QueryReading
    are_octaves_wrong: bool


def hits(
    index: MelodyIndex, query: MelodyQuery, limit: int, *, known: KnownPlace | None
) -> tuple[Hit, ...]:
    """Return the best hit of each tune, in any reading, the best first."""
    found = list[Hit]()
    for way in query.ways:
        is_there = any(hit.match.wrong_notes <= _NEARLY for hit in found)
        if way.is_guess and (is_there or known is not None):
            continue
        found += [
            Hit(match, way.each[match.variant], are_octaves_wrong=way.is_guess)
            for match in index.find(way.melody, limit, known=known)
            if match.wrong_notes <= _MOST_WRONG * way.melody.note_count
        ]
    found.sort(key=lambda hit: hit.match.rank)
    likest: dict[int, Hit] = {}
    for hit in found:
        likest.setdefault(hit.match.tune, hit)
    return tuple(likest.values())[:limit]
