"""Work around recordings in the shape that `Job` runs: hearing one, looking for it."""

from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.notation.reader.parser import parse
from abcstudio.recipes.finding.found_place import with_twins
from abcstudio.workers.job import Report
from abcstudio.workers.melodies import MelodyFound, QueryRead

# NumPy takes a while to import: all of this is imported where it is needed.
if TYPE_CHECKING:
    from abcstudio.recipes.finding.source_melodies import SourceMelodies


def read_recording(path: Path, _report: Report) -> QueryRead:
    """Listen to a recording.

    Raises:
        CorpusError: It cannot be heard.
        MidiFileError: It is a MIDI file that cannot be read.
    """
    from abcstudio.recipes.finding.recordings import hear, heard_tune

    return _query(heard_tune(hear(path)))


def find_recording(melodies: "SourceMelodies", path: Path, _report: Report) -> MelodyFound:
    """Look for the tunes that a recording may be.

    Raises:
        CorpusError: It cannot be heard.
        MidiFileError: It is a MIDI file that cannot be read.
        CancelledError: The work is to stop.
    """
    from abcstudio.recipes.finding.recordings import hear

    found = melodies.find_recording(hear(path))
    return MelodyFound(_query(found.text), with_twins(found.places))


def _query(text: str) -> QueryRead:
    from abcstudio.corpus.melody_index.melody import melodies_of

    score = parse(text)
    count = len(next(iter(melodies_of(score)), ()))
    return QueryRead(text=text, score=score, note_count=count, missing=0, is_cut=False)
