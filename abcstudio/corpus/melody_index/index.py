"""One index of the melodies of many tunes: where in them a few notes stand, and in which."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import islice
from pathlib import Path

import numpy as np

from abcstudio.corpus.melody_index.asked_melody import SHORTEST_QUERY, AskedMelody
from abcstudio.corpus.melody_index.match import KnownPlace, Match
from abcstudio.corpus.melody_index.melody import Line, lines_of
from abcstudio.corpus.melody_index.melody_search import MelodySearch
from abcstudio.corpus.melody_index.notes import NoteCollector, Notes, packed
from abcstudio.corpus.melody_index.plain_tunes import PlainTunes
from abcstudio.corpus.tune import Tune
from abcstudio.files import atomic_write
from abcstudio.guarded_files import read_bytes
from abcstudio.stopping import stop_if_asked

_A_REPORT = 200

Progress = Callable[[int, int], object]
"""Called with how many tunes are done, and of how many."""

log = logging.getLogger(__name__)

_FORMAT = b"abcstudio melodies"
# Another one: what a note is has changed, or how it is kept.
_VERSION = b"1"
_MOST_BYTES = 200_000_000
_DIGEST = 16
_LONGEST_LINE = 200


def fingerprint(tunes: Iterable[Tune]) -> str:
    """Return a short text that is the same for the same tunes in the same order."""
    digest = blake2b(digest_size=_DIGEST)
    for tune in tunes:
        for part in (tune.file_header, tune.text):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def save_notes(path: Path, notes: Notes, tunes_fingerprint: str) -> None:
    """Write the notes of tunes to a file.

    Raises:
        OSError: It cannot be written.
    """
    arrays = (notes.pitches, notes.lengths, notes.starts, notes.tunes)
    body = b"".join(array.tobytes() for array in arrays)
    path.parent.mkdir(parents=True, exist_ok=True)
    head = _head(tunes_fingerprint, len(notes.pitches), len(notes.tunes))
    atomic_write(path, head + blake2b(body, digest_size=_DIGEST).digest() + body)


def load_notes(path: Path, tunes_fingerprint: str) -> Notes | None:
    """Return the notes that a file keeps of these tunes; None where it is none that can be used."""
    try:
        data = read_bytes(path, _MOST_BYTES)
    except OSError as error:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            log.warning("%s cannot be read: %s", path, error)
        return None
    head, _, _ = data[:_LONGEST_LINE].partition(b"\n")
    words = head.split(b"\t")
    if len(words) != 5 or not all(word.isdigit() for word in words[3:]):
        return None
    count, lines = int(words[3]), int(words[4])
    start = len(head) + 1 + _DIGEST
    digest = blake2b(memoryview(data)[start:], digest_size=_DIGEST).digest()
    if not data.startswith(_head(tunes_fingerprint, count, lines) + digest):
        return None
    if len(data) != start + 2 * count + 4 * (2 * lines + 1):
        return None
    bounds = start + count, start + 2 * count, start + 2 * count + 4 * (lines + 1)
    return Notes.of_arrays(
        np.frombuffer(data[start : bounds[0]], np.int8),
        np.frombuffer(data[bounds[0] : bounds[1]], np.int8),
        np.frombuffer(data[bounds[1] : bounds[2]], np.int32),
        np.frombuffer(data[bounds[2] :], np.int32),
    )


def _head(tunes_fingerprint: str, count: int, lines: int) -> bytes:
    numbers = [str(number).encode("ascii") for number in (count, lines)]
    return b"\t".join((_FORMAT, _VERSION, tunes_fingerprint.encode("ascii"), *numbers)) + b"\n"


class MelodyIndex:
    """The melodies of tunes; see `stored_index.py` for how they are kept in a file."""

    def __init__(self, notes: Notes, tune_count: int) -> None:
        self.notes = notes
        self.tune_count = tune_count

    @classmethod
    def of_tunes(
        cls,
        tunes: Sequence[Tune],
        progress: Progress = lambda _done, _of: None,
    ) -> "MelodyIndex":
        """Read tunes, in a second some ten thousand."""
        collector, plain = NoteCollector(), PlainTunes()
        for first in range(0, len(tunes), _A_REPORT):
            progress(first, len(tunes))
            some = tunes[first : first + _A_REPORT]
            stop_if_asked()
            found = plain.read(["V:" if tune.file_header else tune.text for tune in some])
            pitches, steps = packed(found.pitches, found.lengths)
            starts = found.starts.tolist()
            for place, is_plain in enumerate(found.is_plain.tolist()):
                if is_plain:
                    start, end = starts[place], starts[place + 1]
                    collector.add_packed(first + place, pitches[start:end], steps[start:end])
                    continue
                stop_if_asked()
                for line in lines_of(some[place].text, some[place].file_header):
                    collector.add(first + place, line)
        progress(len(tunes), len(tunes))
        return cls(collector.notes(), len(tunes))

    def search(
        self, query: Line, limit: int = 20, *, known: KnownPlace | None = None
    ) -> tuple[Match, ...]:
        """Return the tunes that have a query, the likest first, each once.

        Args:
            query: Pitch and length of each note, in any key and unit note length.
            limit: How many tunes.
            known: Where it is known to stand, which is passed over.
        """
        return self.find(AskedMelody.of_line(query), limit, known=known)

    def find(
        self, asked: AskedMelody, limit: int = 20, *, known: KnownPlace | None = None
    ) -> tuple[Match, ...]:
        """Return the tunes that have a melody in one of its ways to be read, as `search` does.

        A melody with a known place was cut from that tune.
        """
        if not asked.variants or asked.note_count < SHORTEST_QUERY or not len(self.notes):
            return ()
        if known is not None:
            asked = replace(asked, is_typed=False)
        matches = MelodySearch(self.notes, asked).matches(known)
        return tuple(islice(matches, limit))


def kept_index(
    path: Path,
    tunes: Sequence[Tune],
    progress: Progress = lambda _done, _of: None,
) -> MelodyIndex:
    """Return the index of tunes that a file keeps; else make it, and keep it there if possible."""
    which = fingerprint(tunes)
    notes = load_notes(path, which)
    if notes is not None:
        return MelodyIndex(notes, len(tunes))
    index = MelodyIndex.of_tunes(tunes, progress)
    try:
        save_notes(path, index.notes, which)
    except OSError as error:
        log.info("The melodies cannot be kept in %s: %s", path, error)
    return index
