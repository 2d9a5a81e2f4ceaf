"""A tune as it is played, in files: MIDI or sound, whole or a voice each."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from abcstudio.errors import ExportError
from abcstudio.messages import Phrase
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performance import Performance, TempoMark
from abcstudio.playback.performing.performer import MAX_MINUTES, perform
from abcstudio.playback.performing.timed_marks import (
    MAX_QUARTERS_PER_MINUTE,
    MIN_QUARTERS_PER_MINUTE,
)
from abcstudio.playback.sound.mastering import (
    LOSSY_TRUE_PEAK,
    TRUE_PEAK,
    Level,
    export_level,
)
from abcstudio.playback.sound.mix import gains_of, mixed, on_instrument
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.synth import Synth, frame_count
from abcstudio.playback.sound.wav_file import sound_pieces, wav_size
from abcstudio.recipes.export_options import SOUND_FORMATS, ExportOptions
from abcstudio.recipes.remarks import lacking_notes, losses
from abcstudio.recipes.tune_files import Remark, TuneFile, TuneFiles


class PlayedFiles:
    """Makes the MIDI or sound files of tunes; keeps the font and its tones from tune to tune."""

    def __init__(self, format: str, options: ExportOptions) -> None:
        """Make it, and read the font where it is needed.

        Args:
            format: One of `PLAYED_FORMATS`.
            options: How tunes are written.

        Raises:
            ExportError: There is no sound font for sound.
            SoundError: It cannot be read.
        """
        self._format = format
        self._options = options
        self._synth: Synth | None = None
        if format in SOUND_FORMATS:
            if options.sound_font is None:
                raise ExportError("export.no_sound_font")
            self._synth = Synth(SoundFont.read(options.sound_font))

    def of(self, text: str) -> TuneFiles:
        """Return the files of a tune that can stand alone.

        Raises:
            ExportError: It has no notes that are heard, or it lasts too long.
        """
        score = parse(text)
        performance = self._performance(score)
        voices = _voices(performance) if self._options.per_voice else {"": performance}
        files = self._sounds(self._synth, voices) if self._synth else self._midi(voices)
        return TuneFiles(files, list(self._remarks(score, performance)))

    def _remarks(self, score: Score, performance: Performance) -> Iterator[Remark]:
        yield from losses(score, performance, _name(performance))
        options = self._options
        if options.plain and self._synth is None:
            # It names no instrument.
            return
        strips = {} if options.plain else options.strips
        gains = gains_of(strips)
        others = [track for track in strips if strips[track].instrument or not gains[track]]
        yield from lacking_notes(score, options.instrument, others)

    def _sounds(self, synth: Synth, voices: Mapping[str, Performance]) -> list[TuneFile]:
        program = INSTRUMENTS[self._options.instrument].program
        sounds = [partial(synth.blocks, part, program) for part in voices.values()]
        if self._options.is_levelled:
            most = LOSSY_TRUE_PEAK if self._format == "ogg" else TRUE_PEAK
            level = export_level(sounds, most)
        else:
            level = Level(synth.gain(list(voices.values()), program))
        files = []
        for (ending, part), sound in zip(voices.items(), sounds, strict=True):
            length = frame_count(part)
            size = wav_size(length) if self._format == "wav" else 0
            pieces = sound_pieces(level.applied(sound()), length, self._format)
            files.append(TuneFile(ending, pieces, size))
        return files

    def _midi(self, voices: Mapping[str, Performance]) -> list[TuneFile]:
        data = {ending: midi_bytes(part) for ending, part in voices.items()}
        return [TuneFile(ending, (each,), len(each)) for ending, each in data.items()]

    def _performance(self, score: Score) -> Performance:
        options = self._options
        interpretation = PLAIN if options.plain else options.interpretation
        performance = perform(score, interpretation)
        if not performance.notes:
            raise ExportError("export.no_notes", title=_name(performance))
        if not options.plain:
            performance = mixed(performance, options.strips)
            if not performance.notes:
                raise ExportError("export.silent", title=_name(performance))
        if options.quarters_per_minute:
            performance = _at_tempo(performance, options.quarters_per_minute)
        if not options.plain:
            performance = on_instrument(performance, options.instrument)
        return performance


def _name(performance: Performance) -> object:
    return performance.title or Phrase("export.this_tune")


def _voices(performance: Performance) -> dict[str, Performance]:
    """Return each voice that has notes, and each part of the backing, as a performance.

    They are named by their numbers in the tune, "-v1" and so on, whether others have notes or not.
    """
    parts = {}
    for number, track in enumerate(performance.tracks):
        notes = tuple(note._replace(voice=0) for note in performance.notes if note.voice == number)
        if notes:
            parts[f"-v{number + 1}"] = replace(performance, notes=notes, tracks=(track,))
    return parts


def _at_tempo(performance: Performance, quarters_per_minute: float) -> Performance:
    """Return a performance as much faster or slower as makes its first tempo the one wished for.

    Raises:
        ExportError: It would last longer than a performance can.
    """
    written = performance.quarters_per_minute
    factor = type(written)(quarters_per_minute).limit_denominator(1000) / written
    tempos = tuple(
        TempoMark(
            mark.onset_beats,
            max(
                MIN_QUARTERS_PER_MINUTE,
                min(MAX_QUARTERS_PER_MINUTE, mark.quarters_per_minute * factor),
            ),
        )
        for mark in performance.tempos
    )
    performance = replace(performance, tempos=tempos)
    if round(performance.seconds_at(performance.duration_beats)) > 60 * MAX_MINUTES:
        raise ExportError("export.too_long", title=_name(performance), limit=MAX_MINUTES)
    return performance
