"""What there is to say of how new a tune is."""

from collections import Counter
from collections.abc import Iterator, Mapping

from abcstudio.corpus.melody_index.melody import melodies_of
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
    """Return in a sentence which measures stand where in which known tune, and in how many."""
    holders = Phrase("newness.holders", {"count": run.holders})
    return _words("newness.run", run, known, {"tune": known.name_of(run.tune), "holders": holders})


def row_words(run: SharedRun, known: KnownMelodies) -> Phrase:
    """Return the same in few words, for a list."""
    tunes = Phrase("newness.tunes", {"count": run.holders})
    return _words("newness.row", run, known, {"title": known.tunes[run.tune].title, "tunes": tunes})


def _words(
    message_id: str, run: SharedRun, known: KnownMelodies, names: Mapping[str, object]
) -> Phrase:
    first, last = run.measures
    parameters: dict[str, object] = {
        **names,
        "there": _measures(measures_there(run, known)),
    }
    if first == last:
        return Phrase(f"{message_id}_of_one", {"number": first, **parameters})
    return Phrase(message_id, {"first": first, "last": last, **parameters})


def measures_there(run: SharedRun, known: KnownMelodies) -> tuple[int, int]:
    """Return the first and the last measure of a run in the known tune, each at least by half."""
    tune = known.tunes[run.tune]
    melody = melodies_of(parse(tune.text, tune.file_header))[run.line]
    first, last = run.known_notes
    whole = Counter(note.measure for note in melody)
    taken = Counter(note.measure for note in melody[first : last + 1])
    numbers = [number for number, count in taken.items() if 2 * count >= whole[number]] or [*taken]
    return min(numbers), max(numbers)


def _measures(span: tuple[int, int]) -> Phrase:
    first, last = span
    if first == last:
        return Phrase("newness.measure", {"number": first})
    return Phrase("newness.measures", {"first": first, "last": last})
