"""Writing tunes as ABC, MIDI, MusicXML, sound or a score, one file a tune."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune import Tune, with_file_header
from abcstudio.errors import AbcStudioError, CancelledError, ExportError
from abcstudio.files import atomic_write
from abcstudio.interchange.musicxml import musicxml_text
from abcstudio.notation.parser import parse
from abcstudio.playback.instruments import DEFAULT_INSTRUMENT, INSTRUMENTS
from abcstudio.playback.interpretation import MUSICIAN, PLAIN, Interpretation
from abcstudio.playback.midi_file import midi_bytes
from abcstudio.playback.mix import Strip, mixed, with_program
from abcstudio.playback.performance import Performance, TempoMark
from abcstudio.playback.performer import perform
from abcstudio.playback.sound_file import sound_bytes
from abcstudio.playback.sound_font import SoundFont
from abcstudio.playback.synth import Synth
from abcstudio.recipes.score_files import SCORE_FORMATS, ScoreOptions, score_files

SOUND_FORMATS = ("wav", "flac", "ogg")
PLAYED_FORMATS = ("mid", *SOUND_FORMATS)
FORMATS = ("abc", "mid", "musicxml", *SOUND_FORMATS, *SCORE_FORMATS)


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How tunes are written.

    Attributes:
        plain: As written, nothing that a player adds: no grace notes, swing or accompaniment.
        instrument: A key of `INSTRUMENTS`, for sound, and for MIDI unless plain.
        sound_font: The .sf2 for sound; without one no sound is written.
        interpretation: What a player adds where the tune is not written plain.
        strips: What is heard of each track where the tune is not written plain; see `mixed`.
        quarters_per_minute: Another tempo than the tune's own at its start; None keeps that.
        score: How SVG, PDF and PNG are drawn; without it none is written.
        per_voice: MIDI and sound are written as a file for each voice: STEM-v1.mid, STEM-v2.mid.
    """

    plain: bool = False
    instrument: str = DEFAULT_INSTRUMENT
    sound_font: Path | None = None
    interpretation: Interpretation = MUSICIAN
    strips: Mapping[int, Strip] = field(default_factory=dict)
    quarters_per_minute: float | None = None
    score: ScoreOptions | None = None
    per_voice: bool = False


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What became of one tune of a file.

    Attributes:
        number: Its place in the file, from 1.
        path: What was written; None when nothing was.
        error: Why nothing was written.
        more_paths: The other sheets of a picture, or the other voices.
    """

    number: int
    title: str
    path: Path | None
    error: AbcStudioError | None = None
    more_paths: tuple[Path, ...] = ()


def export_tune(
    text: str,
    format: str,
    target: Path,
    options: ExportOptions | None = None,
    should_stop: Callable[[], bool] = bool,
    file_header: str = "",
) -> Path:
    """Write one tune, and return where: STEM.png for the first sheet, STEM-p2.png for the second.

    Raises:
        ExportError: There is no such format or instrument, no notes for MIDI or sound, or the file
            cannot be written.
        SoundError: The sound font cannot be read.
        EngravingError: The score cannot be drawn.
        CancelledError: `should_stop` said so; nothing was written.
    """
    exporter = _Exporter(format, options or ExportOptions(), should_stop)
    return exporter.write(text, Path(target), file_header)[0]


def export_file(
    path: Path,
    format: str,
    out_dir: Path,
    options: ExportOptions | None = None,
    report: Callable[[ExportResult], object] = lambda _result: None,
    should_stop: Callable[[], bool] = bool,
) -> tuple[ExportResult, ...]:
    """Write every tune of a tunebook: STEM.mid; STEM-2.mid and so on where it holds several.

    Further sheets of a picture are STEM-p2.png, STEM-2-p2.png and so on.

    A tune that cannot be written does not stop the others; its result names the error.

    Args:
        path: A tunebook.
        format: One of `FORMATS`.
        out_dir: Where to; made if it is missing.
        options: How.
        report: Called with the result of each tune as soon as it is known.
        should_stop: Asked between tunes and while sound is made.

    Raises:
        CorpusError: The tunebook cannot be read or holds no tune.
        ExportError: There is no such format or instrument.
        CancelledError: `should_stop` said so; files written until then stay.
    """
    tunes = read_tunebook(path)
    return export_tunes(tunes, Path(path).stem, format, out_dir, options, report, should_stop)


def export_tunes(
    tunes: Sequence[Tune],
    stem: str,
    format: str,
    out_dir: Path,
    options: ExportOptions | None = None,
    report: Callable[[ExportResult], object] = lambda _result: None,
    should_stop: Callable[[], bool] = bool,
) -> tuple[ExportResult, ...]:
    """Write tunes as `export_file` does those of a file.

    Args:
        tunes: The tunes.
        stem: What the names of the files begin with.
        format: One of `FORMATS`.
        out_dir: Where to; made if it is missing.
        options: How.
        report: Called with the result of each tune as soon as it is known.
        should_stop: Asked between tunes and while sound is made.

    Raises:
        ExportError: There is no such format or instrument.
        CancelledError: `should_stop` said so; files written until then stay.
    """
    exporter = _Exporter(format, options or ExportOptions(), should_stop)
    results = []
    for tune in tunes:
        if should_stop():
            raise CancelledError
        suffix = "" if tune.number == 1 else f"-{tune.number}"
        result = exporter.result(tune, Path(out_dir) / f"{stem}{suffix}.{format}")
        report(result)
        results.append(result)
    return tuple(results)


class _Exporter:
    def __init__(
        self, format: str, options: ExportOptions, should_stop: Callable[[], bool]
    ) -> None:
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
        self._should_stop = should_stop
        self._synth: Synth | None = None

    def result(self, tune: Tune, target: Path) -> ExportResult:
        try:
            paths = self.write(tune.text, target, tune.file_header)
        except CancelledError:
            raise
        except AbcStudioError as error:
            return ExportResult(tune.number, tune.title, None, error)
        return ExportResult(tune.number, tune.title, paths[0], more_paths=paths[1:])

    def write(self, text: str, target: Path, file_header: str = "") -> tuple[Path, ...]:
        paths = []
        for number, data in enumerate(self._files(text, file_header), start=1):
            path = self._path(target, number)
            try:
                atomic_write(path, data)
            except OSError as error:
                reason = error.strerror or str(error)
                raise ExportError("file.unwritable", path=path, reason=reason) from error
            paths.append(path)
        return tuple(paths)

    def _path(self, target: Path, number: int) -> Path:
        """Return where the file of a number goes, from 1: of a sheet, or of a voice."""
        if self._format in PLAYED_FORMATS and self._options.per_voice:
            return target.with_stem(f"{target.stem}-v{number}")
        return target if number == 1 else target.with_stem(f"{target.stem}-p{number}")

    def _files(self, text: str, file_header: str) -> list[bytes]:
        if self._format in PLAYED_FORMATS:
            performance = self._performance(with_file_header(text, file_header))
            parts = _voices(performance) if self._options.per_voice else [performance]
            return [self._played(part) for part in parts]
        if self._format not in SCORE_FORMATS:
            return [self._data(with_file_header(text, file_header))]
        if self._options.score is None:
            raise ExportError("export.no_fonts")
        return score_files(text, file_header, self._format, self._options.score)

    def _data(self, text: str) -> bytes:
        if self._format == "abc":
            ended = text if text.endswith("\n") else text + "\n"
            return ended.encode("utf-8", "surrogateescape")
        return musicxml_text(parse(text)).encode()

    def _played(self, performance: Performance) -> bytes:
        if self._format == "mid":
            return midi_bytes(performance)
        program = INSTRUMENTS[self._options.instrument].program
        frames = self._sampler().render(performance, program, should_stop=self._should_stop)
        return sound_bytes(frames, self._format)

    def _performance(self, text: str) -> Performance:
        score = parse(text)
        options = self._options
        performance = perform(score, PLAIN if options.plain else options.interpretation)
        if not performance.notes:
            raise ExportError("export.no_notes", title=score.title)
        if not options.plain:
            performance = mixed(performance, options.strips)
            if not performance.notes:
                raise ExportError("export.silent", title=score.title)
        if options.quarters_per_minute:
            performance = replace(
                performance, tempos=_tempos_from(performance, options.quarters_per_minute)
            )
        if not options.plain:
            instrument = INSTRUMENTS[options.instrument]
            performance = with_program(performance, instrument.midi_program)
        return performance

    def _sampler(self) -> Synth:
        if self._synth is None:
            if self._options.sound_font is None:
                raise ExportError("export.no_sound_font")
            self._synth = Synth(SoundFont.read(self._options.sound_font))
        return self._synth


def _voices(performance: Performance) -> list[Performance]:
    """Return each voice that has notes, and each part of the backing, as a performance."""
    parts = []
    for number, track in enumerate(performance.tracks):
        notes = tuple(note._replace(voice=0) for note in performance.notes if note.voice == number)
        if notes:
            parts.append(replace(performance, notes=notes, tracks=(track,)))
    return parts


def _tempos_from(performance: Performance, quarters_per_minute: float) -> tuple[TempoMark, ...]:
    """Return the tempo marks, each faster or slower so that the first is the one wished for."""
    written = performance.quarters_per_minute
    factor = type(written)(quarters_per_minute).limit_denominator(1000) / written
    return tuple(
        TempoMark(mark.onset_beats, mark.quarters_per_minute * factor)
        for mark in performance.tempos
    )
