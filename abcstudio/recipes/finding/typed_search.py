"""One search for titles in any spelling and for notes: a ranked list of tunes."""

from collections.abc import Iterable, Iterator, Sequence

from abcstudio.corpus.title_index.title_index import TitleMatch
from abcstudio.corpus.tune import Tune
from abcstudio.messages import Phrase
from abcstudio.recipes.finding.contour_text import is_words
from abcstudio.recipes.finding.found_place import FoundPlace
from abcstudio.recipes.finding.melody_query import MelodyQuery
from abcstudio.recipes.finding.selected_melody import AskedPlace
from abcstudio.recipes.finding.source_melodies import MOST_PLACES, SourceMelodies, missing_notes


def find_typed(
    melodies: SourceMelodies,
    typed: str,
    query: MelodyQuery,
    limit: int = MOST_PLACES,
    *,
    asked: AskedPlace | None = None,
) -> tuple[FoundPlace, ...]:
    """Return the tunes with a title or a melody like what was typed, the likest first, each once.

    Whole titles come first, then melodies, then what is nearly a title.

    Args:
        melodies: The tunes.
        typed: Words or notes.
        query: What was typed, read as notes.
        limit: How many tunes.
        asked: Where the notes were selected; no title is looked for.
    """
    titles = melodies.titles.search(typed, limit) if asked is None else ()
    is_played = not (is_words(typed) or missing_notes(query))
    played = melodies.find(query, limit, asked=asked) if is_played else ()
    whole = [match for match in titles if match.is_whole and not match.letters]
    near = [match for match in titles if match not in whole]
    tunes = melodies.tunes
    ranked = [*_titled(tunes, whole), *played, *_titled(tunes, near)]
    return tuple(_each_once(ranked))[:limit]


def as_found(query: MelodyQuery, places: Sequence[FoundPlace]) -> MelodyQuery:
    """Return what was typed as it is read in the likest place, in that tune's key if that fits."""
    place = next((place for place in places if place.reading is not None), None)
    if place is None or place.reading is None:
        return query
    same_pitch = place.transposition == 0
    key = place.reading.key_like(place.tune.key if same_pitch else "")
    return query.read_as(place.reading, key)


def _titled(tunes: Sequence[Tune], matches: Iterable[TitleMatch]) -> Iterator[FoundPlace]:
    for match in matches:
        tune = tunes[match.tune]
        which = "finding.title" if match.title == tune.title else "finding.other_title"
        if match.letters:
            likeness = Phrase("finding.title_differs", {"count": match.letters})
        else:
            likeness = Phrase("finding.title_whole" if match.is_whole else "finding.title_part")
        yield FoundPlace(
            tune=tune,
            score=match.score,
            likeness=likeness,
            place=Phrase(which, {"title": match.title}),
        )


def _each_once(places: Iterable[FoundPlace]) -> Iterator[FoundPlace]:
    seen: set[int] = set()
    for place in places:
        if id(place.tune) not in seen:
            seen.add(id(place.tune))
            yield place
