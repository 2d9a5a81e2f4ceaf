"""One index of the melodies of many tunes: where in them a few notes stand, and in which."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from abcstudio.corpus.melody_index.asked_melody import SHORTEST_QUERY, AskedMelody
from abcstudio.corpus.melody_index.match import KnownPlace, Match
from abcstudio.corpus.melody_index.melody import Line, lines_of
from abcstudio.corpus.melody_index.melody_search import MelodySearch
from abcstudio.corpus.melody_index.notes import NoteCollector, Notes, packed
from abcstudio.corpus.melody_index.plain_tunes import PlainTunes
from abcstudio.corpus.melody_index.stored_index import fingerprint, load_notes, save_notes
from abcstudio.corpus.tune import Tune
from abcstudio.stopping import stop_if_asked

log = logging.getLogger(__name__)

_A_REPORT = 200

Progress = Callable[[int, int], object]
"""Called with how many tunes are done, and of how many."""


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
