"""Reading a source of tunes in the shape that `Job` runs."""

from dataclasses import dataclass
from pathlib import Path

from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.given_text import FileRemark
from abcstudio.corpus.tune import Tune
from abcstudio.notation.stopping import stop_if
from abcstudio.workers.job import Report, ShouldStop
from abcstudio.workers.reading import reading_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TunesRead:
    """A source and its tunes.

    Attributes:
        index: The tunes with their columns.
        skipped: Files of a folder that nothing was read from, each with the reason.
        guessed: Files whose encoding was guessed, each with the guess.
        others: How many files of a folder were not looked at, for they are neither ABC by their
            names nor MusicXML.
        left_out: MusicXML files with what ABC has no sign for.
    """

    path: Path
    tunes: tuple[Tune, ...]
    index: TuneIndex
    skipped: tuple[FileRemark, ...] = ()
    guessed: tuple[FileRemark, ...] = ()
    others: int = 0
    left_out: tuple[FileRemark, ...] = ()


def read_source(path: Path, _report: Report, should_stop: ShouldStop) -> TunesRead:
    """Read a file or folder of tunes.

    Raises:
        CorpusError: There is nothing to read there.
        CancelledError: `should_stop` said so.
    """
    reading = reading_of(path, should_stop)
    stop_if(should_stop)
    return TunesRead(
        path=path,
        tunes=reading.tunes,
        index=TuneIndex(reading.tunes, should_stop),
        skipped=reading.skipped,
        guessed=reading.guessed,
        others=reading.others,
        left_out=reading.left_out,
    )
