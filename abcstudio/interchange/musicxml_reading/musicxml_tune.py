"""A MusicXML file as an ABC tune: a voice for each line of its parts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from abcstudio.interchange.abc_measures import best_unit
from abcstudio.interchange.midi_voices import Strike
from abcstudio.interchange.musicxml_reading.abc_text.field_values import (
    clef_text,
    field_text,
    key_text,
    quoted_text,
)
from abcstudio.interchange.musicxml_reading.abc_text.frames import frames_of
from abcstudio.interchange.musicxml_reading.abc_text.staff_order import PlacedVoice, staff_order
from abcstudio.interchange.musicxml_reading.abc_text.voice_settings import (
    staff_setting,
    tempos_of,
    with_tempos,
)
from abcstudio.interchange.musicxml_reading.abc_text.voice_text import VoiceSetting, VoiceText
from abcstudio.interchange.musicxml_reading.joining import join
from abcstudio.interchange.musicxml_reading.lines import ReadLine, StaffLines, staves_of
from abcstudio.interchange.musicxml_reading.records import (
    ReadChange,
    ReadMeasure,
    ReadPart,
    ReadScore,
)
from abcstudio.interchange.musicxml_reading.remarks import Remarks
from abcstudio.interchange.musicxml_reading.score_reader import read_musicxml
from abcstudio.messages import Phrase
from abcstudio.notation.score import Clef


@dataclass(frozen=True, slots=True)
class MusicXmlTune:
    """A tune made from a MusicXML file.

    Attributes:
        text: ABC, one tune.
        remarks: What of the file cannot be said in ABC, with the measures where it stands.
    """

    text: str
    title: str
    remarks: tuple[Phrase, ...]


@dataclass(slots=True, kw_only=True)
class TuneVoice:
    """One voice of the tune: its music, where it stands, and what holds at its start."""

    number: int
    part: int
    staff: int
    line: ReadLine
    setting: VoiceSetting
    transpose: int = 0
    is_first_of_part: bool = False
    overlays: list[ReadLine] = field(default_factory=list)


def tune_from_musicxml(data: bytes, name: str = "") -> MusicXmlTune:
    """Return the tune of a MusicXML file.

    Args:
        data: The bytes of a `.musicxml`, `.xml` or `.mxl` file.
        name: What the tune is called when the file does not say, such as the file's name.

    Raises:
        MusicXmlError: The bytes are no such file, hold no notes, or more than the limits of
            `score_reader`, `xml_tree` and `container`.
    """
    remarks = Remarks()
    return _Maker(read_musicxml(data, remarks), name, remarks).tune()


class _Maker:
    def __init__(self, score: ReadScore, name: str, remarks: Remarks) -> None:
        self._score = score
        self._remarks = remarks
        titles = [text for letter, text in score.fields if letter == "T"]
        self._title = titles[0] if titles else name or "Untitled"
        self._frames = frames_of(score.parts)
        self._voices = self._find_voices()

    def tune(self) -> MusicXmlTune:
        """Return the whole tune."""
        first = self._voices[0]
        body = [self._voice(voice) for voice in self._voices]
        words = [f"W: {field_text(line)}".rstrip() for line in self._score.words]
        text = "\n".join([*self._header(first), ""]) + "".join(body)
        text += "".join(f"{line}\n" for line in words)
        return MusicXmlTune(text, self._title, self._remarks.phrases())

    def _header(self, first: TuneVoice) -> Iterator[str]:
        fields = dict.fromkeys(self._score.fields)
        numbers = [text for letter, text in fields if letter == "X" and text.isdecimal()]
        yield f"X:{numbers[0][:9] if numbers else 1}"
        if not any(letter == "T" for letter, _ in fields):
            yield f"T:{field_text(self._title)}"
        for letter, text in fields:
            if letter not in "XP":
                yield f"{letter}:{field_text(text)}"
        for letter, text in fields:
            if letter == "P":
                yield f"P:{field_text(text)}"
        setting = first.setting
        yield f"M:{setting.meter.written}"
        yield f"L:1/{setting.unit.denominator}"
        if self._tempo:
            yield f"Q:{self._tempo}"
        placed = [PlacedVoice(each.number, each.part, each.staff) for each in self._voices]
        order = staff_order(placed, self._score.parts, self._score.groups)
        if order:
            yield f"%%score {order}"
        key = f"K:{key_text(setting.key)}"
        yield key if len(self._voices) > 1 else key + _staff_words(first)

    def _voice(self, voice: TuneVoice) -> str:
        part = self._score.parts[voice.part]
        head = ""
        if len(self._voices) > 1:
            name = (
                f' name="{quoted_text(part.name)}"'
                if part.name and not part.name.isdecimal()
                else ""
            )
            short = f' snm="{quoted_text(part.short_name)}"' if part.short_name else ""
            names = name + short if voice.is_first_of_part else ""
            head = f"V:{voice.number}{names}{_staff_words(voice)}\n"
        if part.program:
            head += f"%%MIDI program {part.program}\n"
        text = VoiceText(self._frames, voice.setting, voice.line, voice.overlays)
        return head + text.text(self._end_of(voice))

    def _end_of(self, voice: TuneVoice) -> int:
        """Return how many measures a voice has; the first has all."""
        if voice.number == 1:
            return len(self._frames)
        lines = (voice.line, *voice.overlays)
        seen = [
            index + 1
            for line in lines
            for index, moments in enumerate(line.measures)
            if any(moment.heads or moment.is_visible for moment in moments)
        ]
        return max(seen, default=1)

    def _find_voices(self) -> list[TuneVoice]:
        staves = [
            (index, staff)
            for index, part in enumerate(self._score.parts)
            for staff in self._staves(part)
        ]
        unit = best_unit(_strikes(staff for _, staff in staves))
        keeps_lines = any(frame.begins_line for frame in self._frames)
        settings = [staff_setting(self._score.parts[i], staff.number) for i, staff in staves]
        voices: list[TuneVoice] = []
        for (index, staff), own in zip(staves, settings, strict=True):
            for place, line in enumerate(staff.voices):
                voices.append(
                    TuneVoice(
                        number=len(voices) + 1,
                        part=index,
                        staff=staff.number,
                        line=line,
                        setting=own.for_voice(unit, settings[0], keeps_lines=keeps_lines),
                        transpose=own.transpose,
                        is_first_of_part=not any(each.part == index for each in voices),
                        overlays=staff.overlays if place == 0 else [],
                    )
                )
        tempos = tempos_of(self._score.parts)
        self._tempo = _first_tempo(tempos)
        voices[0].setting.changes = with_tempos(voices[0].setting.changes, tempos)
        return voices

    def _staves(self, part: ReadPart) -> list[StaffLines]:
        """Return the staves of a part, their lines joined."""
        for index in range(len(part.measures), len(self._frames)):
            part.measures.append(ReadMeasure(number=self._frames[index].number))
        for frame, own in zip(self._frames, part.measures, strict=True):
            if own.length > frame.length:
                own.shorten(frame.length)
        staves, left_out = staves_of(part)
        for measure in left_out:
            self._remarks.note("overlap", part.measures[measure].number)
        lines = [line for staff in staves for line in (*staff.voices, *staff.overlays)]
        join(lines, part.measures, self._remarks)
        return staves


def _first_tempo(tempos: dict[int, list[ReadChange]]) -> str:
    """Return the tempo at the very start, "" for none, and take it from the changes."""
    for change in tempos.get(0, ()):
        if change.kind == "tempo" and change.onset == 0:
            tempos[0].remove(change)
            return str(change.value)
    return ""


def _staff_words(voice: TuneVoice) -> str:
    words = ""
    if voice.setting.clef != Clef():
        words += f" clef={clef_text(voice.setting.clef)}"
    if voice.transpose:
        words += f" transpose={voice.transpose}"
    return words


def _strikes(staves: Iterable[StaffLines]) -> Iterator[Strike]:
    for staff in staves:
        for line in (*staff.voices, *staff.overlays):
            for moment in line.moments:
                if moment.heads and moment.ratio[0] == moment.ratio[1]:
                    yield Strike(Fraction(0), 4 * moment.length, ())
