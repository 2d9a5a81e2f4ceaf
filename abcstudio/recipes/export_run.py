"""Writing the tunes of several tunebooks: all is read and checked before the first is written."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from abcstudio.corpus.source_reading.source_files import tunebook_files
from abcstudio.corpus.sources import SourceReading, read_source
from abcstudio.corpus.tune import Tune
from abcstudio.errors import CorpusError
from abcstudio.recipes.export import ExportResult, TuneExporter
from abcstudio.recipes.export_options import ExportOptions
from abcstudio.recipes.tune_files import prepare_folder
from abcstudio.stopping import stop_if_asked

_NAMELESS = "tunes"


class Source(NamedTuple):
    """A tunebook that was read.

    Attributes:
        stem: What the names of its files begin with.
    """

    path: Path
    tunes: Sequence[Tune]
    stem: str


class Sources(NamedTuple):
    """The tunebooks of a run, and all files that they were to be read from."""

    books: Sequence[Source]
    files: Sequence[Path]


def read_sources(
    paths: Iterable[Path],
    refuse: Callable[[CorpusError], object],
    remark: Callable[[Path, SourceReading], object] = lambda _path, _reading: None,
) -> Sources:
    """Read tunebooks, files or folders.

    Args:
        paths: Where they are.
        refuse: Called with the error of each that cannot be used; the others are read.
        remark: Called with each that was read, and how.
    """
    books: list[Source] = []
    files: list[Path] = []
    for path in paths:
        stop_if_asked()
        try:
            files += tunebook_files(path)
            reading = read_source(path, allow_stream=True)
        except CorpusError as error:
            refuse(error)
        else:
            remark(path, reading)
            # A folder may be called "..".
            stem = path.resolve().name or _NAMELESS if path.is_dir() else path.stem
            books.append(Source(path, reading.tunes, stem))
    return Sources(books, files)


class ExportRun:
    """The tunes of several tunebooks on their way into files.

    Attributes:
        tune_count: How many tunes there are.
    """

    def __init__(
        self,
        paths: Iterable[Path],
        format: str,
        out_dir: Path,
        options: ExportOptions | None = None,
        refuse: Callable[[CorpusError], object] = lambda _error: None,
        remark: Callable[[Path, SourceReading], object] = lambda _path, _reading: None,
    ) -> None:
        """Read and check all that is needed; no tune is written yet.

        Args:
            paths: Tunebooks, files or folders.
            format: One of `FORMATS`.
            out_dir: Where to; made if it is missing.
            options: How.
            refuse: Called with the error of each tunebook that cannot be used.
            remark: Called with each tunebook that was read, and how.

        Raises:
            ExportError: There is no such format or instrument, nothing can be written into the
                folder, or a tunebook would be replaced by one of its tunes.
            SoundError: The sound font cannot be read.
        """
        self._books, files = read_sources(paths, refuse, remark)
        self._out_dir = Path(out_dir)
        self._exporter = TuneExporter(format, options, files)
        for book in self._books:
            self._exporter.check(book.tunes, book.stem, self._out_dir)
        if self._books:
            prepare_folder(self._out_dir)
        self.tune_count = sum(len(book.tunes) for book in self._books)

    def write(self, report: Callable[[Path, ExportResult], object]) -> None:
        """Write every tune: STEM.mid; STEM-2.mid and so on where a tunebook holds several.

        Further sheets of a picture are STEM-p2.png, STEM-2-p2.png and so on. A name that this run
        has given already gets the next free number.

        A tune that cannot be written does not stop the others; its result names the error.

        Args:
            report: Called with a tunebook's path and the result of each of its tunes, at once.

        Raises:
            ExportError: Nothing can be written into the folder any more.
            CancelledError: The work is to stop; files written until then stay.
        """
        for path, tunes, stem in self._books:
            self._exporter.write_tunes(tunes, stem, self._out_dir, partial(report, path))
