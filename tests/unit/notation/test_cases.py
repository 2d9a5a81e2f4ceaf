"""What ABC text sounds like, case by case: the files in `cases/` against parse and perform."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import mido
import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.midi.midi_file import TICKS_PER_BEAT, midi_bytes
from abcstudio.playback.performance import Performance
from abcstudio.playback.performing.performer import perform

FOLDER = Path(__file__).parent / "cases"
_PITCH = re.compile(r"([A-G])(#{0,2}|b{0,2})(-?\d)([+-]\d+/\d+)?")
_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
Sounding = tuple[Fraction, Fraction, Fraction]
"""Onset and length in quarter notes, and the MIDI number; a fraction for a microtone."""


@dataclass
class Case:
    """One block of a case file; README.md of the folder says what its lines mean."""

    topic: str
    name: str = ""
    says: str = ""
    lines: list[str] = field(default_factory=list)
    voices: list[str] = field(default_factory=list)
    tempo: str = ""
    ends: str = ""
    codes: str = ""

    @property
    def text(self) -> str:
        """The tune."""
        return "\n".join(self.lines) + "\n"

    def expected(self) -> list[list[Sounding]]:
        """What each voice sounds."""
        return [sorted(_notes(voice)) for voice in self.voices]


def _notes(voice: str) -> Iterator[Sounding]:
    for item in voice.split(","):
        onset_text, length_text, *pitches = item.split()
        onset, length = Fraction(onset_text), Fraction(length_text)
        for pitch in pitches:
            yield onset, length, _midi_number(pitch)
            onset += length


def _midi_number(written: str) -> Fraction:
    match = _PITCH.fullmatch(written)
    assert match, f"no pitch: {written}"
    step, signs, octave, microtone = match.groups()
    alter = signs.count("#") - signs.count("b") + Fraction(microtone or 0)
    return 12 * (int(octave) + 1) + _STEPS[step] + alter


def _read(path: Path) -> Iterator[Case]:
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        case = Case(path.stem)
        for line in block.splitlines():
            key, _, value = line.partition(":")
            if line.startswith(">"):
                case.lines.append(line[2:])
            elif line.startswith(" "):
                case.voices[-1] += line
            elif key == "notes":
                case.voices.append(value)
            else:
                assert key in ("name", "says", "tempo", "ends", "codes"), line
                setattr(case, key, value.strip())
        yield case


CASES = [case for path in sorted(FOLDER.glob("*.case")) for case in _read(path)]


def heard(performance: Performance) -> list[list[Sounding]]:
    """Return what each voice sounds."""
    voices: list[list[Sounding]] = [[] for _ in performance.tracks]
    for note in performance.notes:
        voices[note.voice].append((note.onset_beats, note.duration_beats, Fraction(note.pitch)))
    return [sorted(voice) for voice in voices]


TOPICS = sorted({case.topic for case in CASES})


@pytest.mark.parametrize("topic", TOPICS)
def test_what_is_heard_is_what_the_cases_say(topic: str) -> None:
    cases = [case for case in CASES if case.topic == topic]
    assert {case.name: _found(case) for case in cases} == {
        case.name: _wanted(case) for case in cases
    }


def _found(case: Case) -> list[object]:
    """Return what a case sounds, and what else of it the case names."""
    score = parse(case.text)
    performance = perform(score, PLAIN)
    found: list[object] = [
        _shown(heard(performance)), [each.code for each in score.diagnostics],
    ]  # fmt: skip
    if case.tempo:
        found.append([(mark.onset_beats, mark.quarters_per_minute) for mark in performance.tempos])
    if case.ends:
        found.append(performance.duration_beats)
    return found


def _wanted(case: Case) -> list[object]:
    """Return what `_found` should be."""
    wanted: list[object] = [_shown(case.expected()), case.codes.split()]
    if case.tempo:
        words = [item.split() for item in case.tempo.split(",")]
        wanted.append([(Fraction(onset), Fraction(quarters)) for onset, quarters in words])
    if case.ends:
        wanted.append(Fraction(case.ends))
    return wanted


def _shown(voices: list[list[Sounding]]) -> list[list[str]]:
    """Return what voices sound as lines that are easy to compare by eye."""
    return [[" ".join(str(number) for number in sounding) for sounding in v] for v in voices]


WHOLE_TONES = [
    case
    for case in CASES
    if all(pitch.denominator == 1 for voice in case.expected() for _, _, pitch in voice)
]


@pytest.mark.parametrize("topic", TOPICS)
def test_a_midi_file_holds_what_the_cases_say(topic: str) -> None:
    cases = [case for case in WHOLE_TONES if case.topic == topic]
    assert {case.name: _written(case) for case in cases} == {
        case.name: _wanted_in_midi(case) for case in cases
    }


Ticks = tuple[int, int, int]
"""Onset and end in ticks, and the MIDI number."""


def _written(case: Case) -> list[Ticks]:
    return _of_midi(midi_bytes(perform(parse(case.text), PLAIN)))


def _wanted_in_midi(case: Case) -> list[Ticks]:
    return sorted(
        (_ticks(onset), _ticks(onset + length), int(pitch))
        for voice in case.expected()
        for onset, length, pitch in voice
    )


def _ticks(beats: Fraction) -> int:
    return round(beats * TICKS_PER_BEAT)


def _of_midi(data: bytes) -> list[Ticks]:
    """Return onset, end and note of everything that sounds in a MIDI file, in ticks."""
    sounding: list[Ticks] = []
    for track in mido.MidiFile(file=io.BytesIO(data)).tracks:
        begun: dict[int, list[int]] = {}
        now = 0
        for message in track:
            now += message.time
            if message.type == "note_on" and message.velocity:
                begun.setdefault(message.note, []).append(now)
            elif message.type in ("note_on", "note_off"):
                sounding.append((begun[message.note].pop(0), now, message.note))
    return sorted(sounding)


def test_every_case_is_whole() -> None:
    names = [(case.topic, case.name) for case in CASES]
    assert len(set(names)) == len(names) >= 150
    for case in CASES:
        assert all((case.name, case.says, case.lines, case.voices)), case.name
