"""One voice as ABC, measure by measure, with what is laid over it and what changes in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from abcstudio.interchange.musicxml_reading.abc_text.accidentals import Accidentals
from abcstudio.interchange.musicxml_reading.abc_text.field_values import clef_text, key_text
from abcstudio.interchange.musicxml_reading.abc_text.frames import Frame, bar_between
from abcstudio.interchange.musicxml_reading.abc_text.measure_text import (
    Group,
    MeasureText,
    groups_of,
)
from abcstudio.interchange.musicxml_reading.abc_text.music_lines import WrittenMeasure, music_lines
from abcstudio.interchange.musicxml_reading.lines import ReadLine
from abcstudio.interchange.musicxml_reading.records import Moment, ReadChange
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import Clef

_COMPOUND_BEAT, _BEAT = Fraction(3, 8), Fraction(1, 4)


@dataclass(slots=True, kw_only=True)
class VoiceSetting:
    """What holds at the start of a voice, and what changes in it.

    Attributes:
        changes: By the index of the measure, in order of time.
        keeps_lines: Whether the file says where lines of the score break.
    """

    unit: Fraction
    key: KeySignature
    meter: Meter
    clef: Clef
    changes: dict[int, list[ReadChange]] = field(default_factory=dict)
    keeps_lines: bool = False


class VoiceText:
    """Writes one voice and what is laid over it."""

    def __init__(
        self,
        frames: Sequence[Frame],
        setting: VoiceSetting,
        line: ReadLine,
        overlays: Sequence[ReadLine] = (),
    ) -> None:
        self._frames = frames
        self._setting = setting
        self._meter = setting.meter
        self._lines = (line, *overlays)
        self._accidentals = [Accidentals(setting.key) for _ in self._lines]
        for each in self._accidentals:
            each.take_clef(setting.clef)
        self._writers = [
            MeasureText(setting.unit, each, has_beams=_has_beams(own))
            for each, own in zip(self._accidentals, self._lines, strict=True)
        ]

    def text(self, until: int) -> str:
        """Return the voice up to a measure."""
        main = self._lines[0]
        return music_lines(
            bar_between(None, self._frames[0]),
            self._measures(until),
            verses=max((verse for moment in main.moments for verse in moment.sung), default=0),
            keeps_lines=self._setting.keeps_lines,
        )

    def _measures(self, until: int) -> Iterator[WrittenMeasure]:
        goes_on = False
        for index in range(until):
            frame = self._frames[index]
            after = self._frames[index + 1] if index + 1 < len(self._frames) else None
            if not goes_on:
                for each in self._accidentals:
                    each.begin_measure()
            changes = self._setting.changes.get(index, [])
            texts = [self._main(self._lines[0].measures[index], frame, changes)]
            for line, writer in zip(self._lines[1:], self._writers[1:], strict=True):
                texts += _overlay(line.measures[index], writer, self._beat())
            is_rest = len(texts) == 1 and not changes and self._is_rest(index)
            bar = bar_between(frame, after)
            goes_on = not bar.line
            yield WrittenMeasure(
                text=" & ".join(texts),
                bar=bar,
                moments=self._lines[0].measures[index],
                rests=int(is_rest),
                ends_line=after is not None and after.begins_line,
            )

    def _main(self, moments: Sequence[Moment], frame: Frame, changes: Sequence[ReadChange]) -> str:
        words = _Words(self._writers[0], self._beat())
        waiting = sorted(changes, key=lambda change: change.onset)
        for group in groups_of(moments):
            onset = group.moments[0].onset
            while waiting and waiting[0].onset <= onset:
                words.fill(min(waiting[0].onset, onset))
                words.put(self._take(waiting.pop(0)))
            words.fill(onset)
            words.add(group)
        for change in waiting:
            words.fill(min(change.onset, frame.length))
            words.put(self._take(change))
        words.fill(frame.length)
        return words.text

    def _take(self, change: ReadChange) -> str:
        """Let a change hold, and return its inline field."""
        value = change.value
        if isinstance(value, KeySignature):
            for each in self._accidentals:
                each.take_key(value)
            return f"[K:{key_text(value)}]"
        if isinstance(value, Meter):
            self._meter = value
            return f"[M:{value.written}]"
        if isinstance(value, Clef):
            for each in self._accidentals:
                each.take_clef(value)
            return f"[K:clef={clef_text(value)}]"
        if change.kind == "transpose":
            return f"[K:transpose={value}]"
        return f"[{'Q' if change.kind == 'tempo' else 'P'}:{value}]"

    def _beat(self) -> Fraction:
        if self._meter.is_compound:
            return _COMPOUND_BEAT
        return 2 * _BEAT if self._meter.measure_duration == 1 else _BEAT

    def _is_rest(self, index: int) -> bool:
        """Return whether a measure is nothing but a rest that a `Z` says."""
        length = self._frames[index].length
        moments = self._lines[0].measures[index]
        if self._meter.is_free or length != self._meter.measure_duration or len(moments) != 1:
            return False
        rest = moments[0]
        is_marked = bool(rest.chord_symbols or rest.annotations or rest.decorations)
        return not rest.heads and rest.is_visible and not is_marked and rest.length == length


class _Words:
    """The music of one measure on its way."""

    def __init__(self, writer: MeasureText, beat: Fraction) -> None:
        self._writer = writer
        self._beat = beat
        self._words: list[str] = []
        self._place = Fraction(0)
        self._last: Moment | None = None

    @property
    def text(self) -> str:
        return " ".join(self._words)

    def fill(self, onset: Fraction) -> None:
        """Add silence up to a time."""
        if onset > self._place:
            self._words.append(self._writer.silence(onset - self._place))
            self._place = onset
            self._last = None

    def put(self, field_text: str) -> None:
        """Add an inline field."""
        self._words.append(field_text)
        self._last = None

    def add(self, group: Group) -> None:
        """Add a note or a tuplet."""
        first, last = group.moments[0], group.moments[-1]
        text = self._writer.group(group)
        if self._last is not None and self._writer.is_beamed(self._last, first, self._beat):
            self._words[-1] += text
        else:
            self._words.append(text)
        self._last = last
        self._place = last.end


def _overlay(moments: Sequence[Moment], writer: MeasureText, beat: Fraction) -> list[str]:
    """Return what is laid over a measure, nothing where nothing of it is seen."""
    if not any(moment.heads or moment.is_visible for moment in moments):
        return []
    words = _Words(writer, beat)
    for group in groups_of(moments):
        words.fill(group.moments[0].onset)
        words.add(group)
    return [words.text]


def _has_beams(line: ReadLine) -> bool:
    return any(moment.beam is not None for moment in line.moments)
