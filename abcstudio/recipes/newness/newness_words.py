"""What there is to say of how new a tune is."""

from collections.abc import Iterator

from abcstudio.corpus.melody_index.melody import place_of
from abcstudio.corpus.melody_index.newness import ALL, Newness
from abcstudio.corpus.melody_index.shared_runs import SharedRun
from abcstudio.messages import Phrase
from abcstudio.notation.reader.parser import parse
from abcstudio.recipes.newness.known_melodies import KnownMelodies


def verdict_on(newness: Newness) -> Phrase:
    """Return in one sentence how new a tune is."""
    if newness.is_too_short:
        return Phrase("newness.too_short")
    share = round(100 * newness.newer_than[ALL])
    if not newness.runs:
        return Phrase("newness.nothing", {"share": share})
    return Phrase("newness.newer", {"share": share})


def sentences(newness: Newness, known: KnownMelodies, most_runs: int = 3) -> Iterator[Phrase]:
    """Yield the verdict, then the weightiest runs, then who has the title."""
    yield verdict_on(newness)
    for run in newness.runs[:most_runs]:
        yield run_words(run, known)
    for place in newness.same_title[:1]:
        yield Phrase("newness.title", {"tune": known.name_of(place)})


def run_words(run: SharedRun, known: KnownMelodies) -> Phrase:
    """Return which measures stand where in which known tune, and how many have them."""
    first, last = run.measures
    parameters: dict[str, object] = {
        "tune": known.name_of(run.tune),
        "there": _measures(measures_there(run, known)),
        "holders": Phrase("newness.holders", {"count": run.holders}),
    }
    if first == last:
        return Phrase("newness.run_of_one", {"number": first, **parameters})
    return Phrase("newness.run", {"first": first, "last": last, **parameters})


def measures_there(run: SharedRun, known: KnownMelodies) -> tuple[int, int]:
    """Return the first and the last measure of a run in the known tune."""
    tune = known.tunes[run.tune]
    place = place_of(parse(tune.text, tune.file_header), run.line, *run.known_notes)
    return place.measures if place else (1, 1)


def _measures(span: tuple[int, int]) -> Phrase:
    first, last = span
    if first == last:
        return Phrase("newness.measure", {"number": first})
    return Phrase("newness.measures", {"first": first, "last": last})
