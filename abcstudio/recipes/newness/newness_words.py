"""What there is to say of how new a tune is."""

from collections import Counter
from collections.abc import Iterator

from abcstudio.corpus.melody_index.melody import melodies_of
from abcstudio.corpus.melody_index.newness import ALL, Newness
from abcstudio.corpus.melody_index.shared_runs import SharedRun
from abcstudio.messages import Phrase
from abcstudio.notation.reader.parser import parse
from abcstudio.recipes.finding.found_place import place_words
from abcstudio.recipes.newness.known_melodies import KnownMelodies


def verdict_on(newness: Newness) -> Phrase:
    """Return in one sentence how new a tune is."""
    if newness.is_too_short:
        return Phrase("newness.too_short")
    share = round(100 * newness.newer_than[ALL])
    if not newness.runs:
        return Phrase("newness.nothing", {"share": share})
    return Phrase("newness.newer", {"share": share})


def sentences(
    newness: Newness, known: KnownMelodies, title: str, most_runs: int = 3
) -> Iterator[Phrase]:
    """Yield the verdict, then the weightiest runs, then who has the title."""
    yield verdict_on(newness)
    for run in newness.runs[:most_runs]:
        yield run_words(run, known)
    named = title_words(newness, known, title)
    if named is not None:
        yield named


def title_words(newness: Newness, known: KnownMelodies, title: str) -> Phrase | None:
    """Return which known tune has a title, to the letter or nearly; None where none has."""
    if not newness.same_title:
        return None
    same = [place for place in newness.same_title if known.tunes[place].title == title]
    message_id = "newness.title" if same else "newness.similar_title"
    return Phrase(message_id, {"tune": known.name_of((same or newness.same_title)[0])})


def run_words(run: SharedRun, known: KnownMelodies) -> Phrase:
    """Return in a sentence which measures stand where in which known tune, and in how many."""
    holders = (
        Phrase("newness.holders", {"count": run.holders})
        if run.holders > 1
        else Phrase("newness.no_other_holder")
    )
    names = {"tune": known.name_of(run.tune), "holders": holders}
    message_id = "newness.run_of_one" if run.measures[0] == run.measures[1] else "newness.run"
    return Phrase(message_id, {**_places(run, known), **names})


def row_words(run: SharedRun, known: KnownMelodies) -> Phrase:
    """Return the same in few words, for a list."""
    tunes = (
        Phrase("newness.tunes", {"count": run.holders})
        if run.holders > 1
        else Phrase("newness.nowhere_else")
    )
    names = {"title": known.tunes[run.tune].title, "tunes": tunes}
    return Phrase("newness.row", {**_places(run, known), **names})


def _places(run: SharedRun, known: KnownMelodies) -> dict[str, object]:
    return {
        "place": place_words(run.measures, "newness.begins_with"),
        "there": place_words(measures_there(run, known)),
    }


def measures_there(run: SharedRun, known: KnownMelodies) -> tuple[int, int]:
    """Return the first and the last measure of a run in the known tune, each at least by half."""
    tune = known.tunes[run.tune]
    melody = melodies_of(parse(tune.text, tune.file_header))[run.line]
    first, last = run.known_notes
    whole = Counter(note.measure for note in melody)
    taken = Counter(note.measure for note in melody[first : last + 1])
    numbers = [number for number, count in taken.items() if 2 * count >= whole[number]] or [*taken]
    return min(numbers), max(numbers)
