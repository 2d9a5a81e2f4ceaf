"""Search by melody in the background: loading the melodies, finding a typed or recorded one."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.corpus.tune import Tune
from abcstudio.learning.freed_memory import give_back_freed_by
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score
from abcstudio.paths import melodies_of_source
from abcstudio.recipes.finding.found_place import FoundPlace, with_twins
from abcstudio.workers.job import Report

# NumPy takes a while to import: all of this is imported where it is needed.
if TYPE_CHECKING:
    from abcstudio.recipes.finding.melody_query import MelodyQuery
    from abcstudio.recipes.finding.read_as import QueryReading
    from abcstudio.recipes.finding.selected_melody import AskedPlace
    from abcstudio.recipes.finding.source_melodies import SourceMelodies


@dataclass(frozen=True, slots=True)
class MelodiesRead:
    """How many tunes have been read, or compared with another one, and of how many."""

    done: int
    total: int
    compares: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryRead:
    """A melody as it was typed.

    Attributes:
        text: The tune that it was read as.
        score: That tune.
        note_count: How many notes it has.
        missing: How many more are needed to look for it.
        is_cut: It is longer than what is looked for.
        file_header: What holds for every tune of its file.
        reading: How it was read, with the key; None where no key is known.
    """

    text: str
    score: Score
    note_count: int
    missing: int
    is_cut: bool
    file_header: str = ""
    reading: "QueryReading | None" = None


@dataclass(frozen=True, slots=True)
class MelodyFound:
    """Where a melody stands."""

    query: QueryRead
    places: tuple[FoundPlace, ...]


def load_melodies(source: Path, tunes: tuple[Tune, ...], report: Report) -> "SourceMelodies":
    """Make the melodies of a source ready."""
    from abcstudio.recipes.finding.kept_melodies import forget_old
    from abcstudio.recipes.finding.source_melodies import SourceMelodies

    kept = melodies_of_source(source)
    melodies = SourceMelodies.load(tunes, kept, lambda done, of: report(MelodiesRead(done, of)))
    forget_old(kept)
    give_back_freed_by(len(tunes))
    return melodies


def read_melody(typed: str) -> QueryRead:
    """Read a melody as it was typed."""
    from abcstudio.recipes.finding.melody_query import read_query

    query = read_query(typed)
    read = _query_read(typed, query)
    # In which key it fits is known once it was found.
    return replace(read, reading=None) if query.has_open_key else read


def find_melody(melodies: "SourceMelodies", typed: str, asked: "AskedPlace | None") -> MelodyFound:
    """Look for a title or a melody as it was typed, but not where it was selected."""
    from abcstudio.recipes.finding.melody_query import read_query
    from abcstudio.recipes.finding.typed_search import as_found, find_typed

    query = read_query(typed)
    places = find_typed(melodies, typed, query, asked=asked)
    return MelodyFound(_query_read(typed, as_found(query, places)), with_twins(places))


def find_relatives(melodies: "SourceMelodies", tune: Tune, report: Report) -> MelodyFound:
    """Look for the relatives of a tune."""
    try:
        places = melodies.relatives(
            tune,
            progress=lambda done, of: report(MelodiesRead(done, of)),
            compared=lambda done, of: report(MelodiesRead(done, of, compares=True)),
        )
    finally:
        # 65 MB of sixty thousand tunes.
        give_back_freed_by(len(melodies.tunes))
    return MelodyFound(read_tune(tune), with_twins(places))


def read_tune(tune: Tune) -> QueryRead:
    """Read a tune whose relatives are looked for."""
    from abcstudio.corpus.melody_index.melody import melodies_of
    from abcstudio.corpus.melody_index.seeds import SEED_NOTES

    score = parse(tune.text, tune.file_header)
    count = len(next(iter(melodies_of(score)), ()))
    return QueryRead(
        text=tune.text,
        score=score,
        note_count=count,
        missing=max(SEED_NOTES - count, 0),
        is_cut=False,
        file_header=tune.file_header,
    )


def read_recording(path: Path) -> QueryRead:
    """Listen to a recording.

    Raises:
        CorpusError: It cannot be heard.
        MidiFileError: It is a MIDI file that cannot be read.
    """
    from abcstudio.recipes.finding.recordings import hear, heard_tune

    return _recording(heard_tune(hear(path)))


def find_recording(melodies: "SourceMelodies", path: Path) -> MelodyFound:
    """Look for the tunes that a recording may be.

    Raises:
        CorpusError: It cannot be heard.
        MidiFileError: It is a MIDI file that cannot be read.
    """
    from abcstudio.recipes.finding.recordings import hear

    found = melodies.find_recording(hear(path))
    return MelodyFound(_recording(found.text), with_twins(found.places))


def _recording(text: str) -> QueryRead:
    from abcstudio.corpus.melody_index.melody import melodies_of

    score = parse(text)
    count = len(next(iter(melodies_of(score)), ()))
    return QueryRead(text=text, score=score, note_count=count, missing=0, is_cut=False)


def _query_read(typed: str, query: "MelodyQuery") -> QueryRead:
    from abcstudio.corpus.melody_index.asked_melody import LONGEST_QUERY
    from abcstudio.recipes.finding.contour_text import is_words
    from abcstudio.recipes.finding.source_melodies import missing_notes

    is_title = is_words(typed)
    count = 0 if is_title else len(query.notes)
    return QueryRead(
        text=query.text,
        score=query.score,
        note_count=count,
        missing=0 if is_title else missing_notes(query),
        is_cut=count > LONGEST_QUERY,
        reading=None if is_title else query.reading,
    )
