"""Writing tunes as ABC, MIDI, MusicXML, words, sound or a score, one file a tune."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from abcstudio.corpus.tune import Tune, with_file_header
from abcstudio.decoding import declaring_utf8
from abcstudio.errors import AbcStudioError, CancelledError, ExportError, FolderError
from abcstudio.files import atomic_write_pieces
from abcstudio.interchange.musicxml import musicxml_text
from abcstudio.interchange.song_words import song_words
from abcstudio.messages import Phrase
from abcstudio.notation.reader.parser import parse
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.recipes.export_options import PLAYED_FORMATS, ExportOptions
from abcstudio.recipes.played_files import PlayedFiles
from abcstudio.recipes.remarks import unread
from abcstudio.recipes.score_files import SCORE_FORMATS, score_files
from abcstudio.recipes.tune_files import (
    Remark,
    Targets,
    TuneFile,
    TuneFiles,
    is_end,
    prepare_folder,
    unwritable,
)
from abcstudio.stopping import stop_if_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportResult:
    """What became of one tune of a file.

    Attributes:
        number: Its place in the file, from 1.
        path: What was written; None when nothing was.
        error: Why nothing was written, or not all of it.
        more_paths: The other sheets of a picture, or the other voices.
        remarks: What should be said although it was written.
    """

    number: int
    title: str
    path: Path | None
    error: AbcStudioError | None = None
    more_paths: tuple[Path, ...] = ()
    remarks: Sequence[Remark] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """All files that were written."""
        return () if self.path is None else (self.path, *self.more_paths)


def export_tune(
    text: str,
    format: str,
    target: Path,
    options: ExportOptions | None = None,
    file_header: str = "",
    tell: Callable[[Remark], object] = lambda _remark: None,
) -> Path:
    """Write one tune, and return where: STEM.png for the first sheet, STEM-p2.png for the second.

    Args:
        text: The tune.
        format: One of `FORMATS`.
        target: Its file.
        options: How.
        file_header: What holds for every tune of its file.
        tell: Called with each remark on the tune when it is written.

    Raises:
        ExportError: There is no such format or instrument, no notes for MIDI or sound, the tune
            lasts too long, or the file cannot be written.
        SoundError: The sound font cannot be read.
        EngravingError: The score cannot be drawn.
        CancelledError: The work is to stop; nothing was written.
    """
    exporter = TuneExporter(format, options)
    with _enough_memory():
        files, remarks = exporter.files(text, file_header)
        first, *_ = exporter.write(files, Path(target))
    for remark in remarks:
        tell(remark)
    return first


def export_tunes(
    tunes: Sequence[Tune],
    stem: str,
    format: str,
    out_dir: Path,
    options: ExportOptions | None = None,
    report: Callable[[ExportResult], object] = lambda _result: None,
) -> tuple[ExportResult, ...]:
    """Write tunes: STEM.mid for the first, STEM-2.mid for the second and so on, by their numbers.

    A tune that cannot be written does not stop the others; its result names the error.

    Args:
        tunes: The tunes.
        stem: What the names of the files begin with.
        format: One of `FORMATS`.
        out_dir: Where to; made if it is missing.
        options: How.
        report: Called with the result of each tune as soon as it is known.

    Raises:
        ExportError: There is no such format or instrument, or nothing can be written into the
            folder, not even any more; files written until then stay.
        SoundError: The sound font cannot be read.
        CancelledError: The work is to stop; files written until then stay.
    """
    exporter = TuneExporter(format, options)
    stop_if_asked()
    prepare_folder(Path(out_dir))
    return exporter.write_tunes(tunes, stem, Path(out_dir), report)


class TuneExporter:
    """Writes tunes in one format, each to files of its own."""

    def __init__(
        self, format: str, options: ExportOptions | None = None, inputs: Iterable[Path] = ()
    ) -> None:
        """Make it, and read what all tunes need.

        Args:
            format: One of `FORMATS`.
            options: How tunes are written.
            inputs: Files that are never replaced, since tunes come from them.

        Raises:
            ExportError: There is no such format or instrument, or no sound font for sound.
            SoundError: The sound font cannot be read.
        """
        options = options or ExportOptions()
        if format not in FORMATS:
            raise ExportError("export.format_unknown", format=format, formats=", ".join(FORMATS))
        if options.instrument not in INSTRUMENTS:
            raise ExportError(
                "export.instrument_unknown",
                name=options.instrument,
                instruments=", ".join(INSTRUMENTS),
            )
        self._format = format
        self._options = options
        self._targets = Targets(inputs)
        self._played: PlayedFiles | None = None
        if format in PLAYED_FORMATS:
            self._played = PlayedFiles(format, options)

    def check(self, tunes: Sequence[Tune], stem: str, out_dir: Path) -> None:
        """Make sure that `write_tunes` would replace no file that is read.

        Raises:
            ExportError: It would.
        """
        for tune in tunes:
            self._targets.check(self._target(tune, stem, out_dir))

    def write_tunes(
        self,
        tunes: Sequence[Tune],
        stem: str,
        out_dir: Path,
        report: Callable[[ExportResult], object],
    ) -> tuple[ExportResult, ...]:
        """Write tunes as `export_tunes` does, which tells what is raised.

        A file that was written before by the same exporter is not replaced: the next free number
        is added to the name.
        """
        results = []
        for tune in tunes:
            stop_if_asked()
            result = self._result(tune, self._target(tune, stem, out_dir))
            is_stopped = isinstance(result.error, CancelledError)
            if result.paths or not (is_stopped or is_end(result.error)):
                report(result)
            if result.error is not None and is_stopped:
                raise result.error
            if result.error is not None and is_end(result.error):
                facts = result.error.parameters
                raise FolderError(
                    "export.ended", path=facts["path"], reason=facts["reason"]
                ) from result.error
            results.append(result)
        return tuple(results)

    def files(self, text: str, file_header: str = "") -> TuneFiles:
        """Return the files that a tune makes.

        Raises:
            AbcStudioError: It makes none; see `export_tune`.
        """
        if self._played is not None:
            return self._played.of(with_file_header(text, file_header))
        if self._format in TEXT_FORMATS:
            return TEXT_FORMATS[self._format](with_file_header(text, file_header))
        if self._options.score is None:
            raise ExportError("export.no_fonts")
        return score_files(text, file_header, self._format, self._options.score)

    def write(self, files: Sequence[TuneFile], target: Path) -> Iterator[Path]:
        """Write the files of a tune, and yield where as soon as each is there.

        Raises:
            ExportError: One cannot be written, or would replace one that is read.
        """
        paths = self._targets.free(target, [file.ending for file in files])
        for path, file in zip(paths, files, strict=True):
            try:
                atomic_write_pieces(path, file.pieces, file.size)
            except OSError as error:
                raise unwritable(path, error) from error
            self._targets.add(path)
            yield path

    def _target(self, tune: Tune, stem: str, out_dir: Path) -> Path:
        suffix = "" if tune.number == 1 else f"-{tune.number}"
        return out_dir / f"{stem}{suffix}.{self._format}"

    def _result(self, tune: Tune, target: Path) -> ExportResult:
        paths: list[Path] = []
        error: AbcStudioError | None = None
        remarks: Sequence[Remark] = ()
        try:
            with _enough_memory():
                files, remarks = self.files(tune.text, tune.file_header)
                for path in self.write(files, target):
                    # What is there when a later one fails counts.
                    paths.append(path)  # noqa: PERF402
        except AbcStudioError as caught:
            error = caught
        first = paths[0] if paths else None
        return ExportResult(
            number=tune.number,
            title=tune.title,
            path=first,
            error=error,
            more_paths=tuple(paths[1:]),
            remarks=remarks,
        )


def _abc(text: str) -> TuneFiles:
    ended = text if text.endswith("\n") else text + "\n"
    return _whole(declaring_utf8(ended).encode("utf-8", "surrogateescape"))


def _musicxml(text: str) -> TuneFiles:
    score = parse(text)
    return _whole(musicxml_text(score).encode(), list(unread(score)))


def _words(text: str) -> TuneFiles:
    score = parse(text)
    if not (words := song_words(score)):
        raise ExportError("export.no_words")
    lost = [each for each in score.diagnostics if each.code == "lyrics-too-long"]
    remarks = [Remark(Phrase(f"notation.{each.code}", each.parameters)) for each in lost[:1]]
    return _whole(words.encode(), [*unread(score), *remarks])


def _whole(data: bytes, remarks: Sequence[Remark] = ()) -> TuneFiles:
    return TuneFiles([TuneFile("", (data,), len(data))], remarks)


TEXT_FORMATS: Mapping[str, Callable[[str], TuneFiles]] = {
    "abc": _abc, "musicxml": _musicxml, "txt": _words,
}  # fmt: skip
"""What makes the file of a tune, by the file's ending, where its text decides all of it."""

FORMATS = (*TEXT_FORMATS, *PLAYED_FORMATS, *SCORE_FORMATS)


@contextmanager
def _enough_memory() -> Iterator[None]:
    try:
        yield
    except MemoryError as error:
        raise ExportError("export.no_memory") from error
