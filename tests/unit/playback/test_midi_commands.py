"""What `%%MIDI` lines do, in the header and the body, for one voice and for all."""

import io
from typing import Any

import mido
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.backing.drums import MAX_HITS
from abcstudio.playback.interpretation import MUSICIAN, PLAIN
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performance import Performance
from abcstudio.playback.performing.performer import perform
from tests.thorough import tries


def performed(body: str, header: str = "", *, plain: bool = False) -> Performance:
    text = f"X:1\nM:4/4\nL:1/4\n{header}K:C\n{body}\n"
    return perform(parse(text), PLAIN if plain else MUSICIAN)


def pitches(performance: Performance, track: int = 0) -> list[int]:
    return [int(note.pitch) for note in performance.notes if note.voice == track]


def hits(performance: Performance) -> list[tuple[float, float, int, int]]:
    return [
        (float(n.onset_beats), float(n.duration_beats), int(n.pitch), n.velocity)
        for n in performance.notes
        if performance.tracks[n.voice].is_backing
    ]


def messages(performance: Performance, kind: str) -> list[tuple[int, Any]]:
    """Return the messages of one kind in a MIDI file, each with its tick."""
    found = []
    for track in mido.MidiFile(file=io.BytesIO(midi_bytes(performance)), charset="utf-8").tracks:
        now = 0
        for message in track:
            now += message.time
            if message.type == kind:
                found.append((now, message))
    return found


# Instruments


@pytest.mark.parametrize(
    ("header", "body", "programs"),
    [
        ("", "%%MIDI program 40\nC4|", [40]),
        ("%%MIDI program 40\n", "C4|", [40]),
        ("", "%%MIDI program 3 40\nC4|", [40]),
        ("%%MIDI program 40\n", "V:1\nC4|\nV:2\nC4|", [40, 40]),
        ("V:1\n%%MIDI program 40\nV:2\n%%MIDI program 71\n", "V:1\nC4|\nV:2\nC4|", [40, 71]),
        ("%%MIDI program 1 40\n%%MIDI program 2 71\n", "V:1\nC4|\nV:2\nC4|", [40, 71]),
        ("%%MIDI program 40\n", "V:1\nC4|\nV:2\n%%MIDI program 71\nC4|", [40, 71]),
        ("%%MIDI voice 2 instrument=59\n", "V:1\nC4|\nV:2\nC4|", [None, 58]),
        ("", "%%MIDI program 200\nC4|", [None]),
        ("", "%%MIDI program\nC4|", [None]),
        ("", "[I:MIDI program 40]C4|", [40]),
        ("", "[I:MIDI transpose 2 MIDI program 40]C4|", [40]),
    ],
)
def test_the_instrument_of_a_voice(header: str, body: str, programs: list[int | None]) -> None:
    assert [track.program for track in performed(body, header, plain=True).tracks] == programs


def test_an_instrument_can_change_within_the_tune() -> None:
    performance = performed("%%MIDI program 40\nC4|[I:MIDI program 71]D4|", plain=True)
    assert [(float(c.onset_beats), c.program) for c in performance.tracks[0].changes] == [(4, 71)]
    found = messages(performance, "program_change")
    assert [(tick, message.program) for tick, message in found] == [(0, 40), (1920, 71)]


def test_a_voice_gets_the_channel_that_it_asks_for_and_no_other_voice_does() -> None:
    performance = performed("V:1\nC4|\nV:2\n%%MIDI channel 1\nE4|\nV:3\nG4|")
    found = messages(performance, "note_on")
    assert {message.note: message.channel for _, message in found} == {60: 1, 64: 0, 67: 2}


def test_a_voice_on_the_tenth_channel_strikes_drums() -> None:
    body = "%%MIDI channel 10\n%%MIDI transpose 5\n%%MIDI drummap C 36\n%%MIDI drummap ^c 42\n"
    performance = performed(body + "C^cDE|")
    assert pitches(performance) == [36, 42, 62, 64]
    assert {message.channel for _, message in messages(performance, "note_on")} == {9}


def test_a_voice_can_be_muted() -> None:
    performance = performed("V:1\nC4|\nV:2\nE4|", "%%MIDI voice 2 mute\n")
    assert [note.voice for note in performance.notes] == [0]


def test_a_comment_after_a_command_is_no_part_of_it() -> None:
    performance = performed("%%MIDI program 40 % 2 fiddles\nC4|", plain=True)
    assert performance.tracks[0].program == 40


def test_music_without_bar_lines_keeps_accidentals_to_their_notes() -> None:
    assert pitches(performed("%%MIDI nobarlines\n^CC[I:MIDI barlines]^CC|")) == [61, 60, 61, 61]


# Loudness


@pytest.mark.parametrize(
    ("lines", "velocities"),
    [
        ("", [88, 80, 80, 84, 80, 80]),
        ("%%MIDI beat 100 90 70 2\n", [100, 70, 70, 90, 70, 70]),
        ("%%MIDI beat 100 90 70 2\n%%MIDI beatmod 10\n", [110, 80, 80, 100, 80, 80]),
        ("%%MIDI beatmod -20\n", [68, 60, 60, 64, 60, 60]),
        ("%%MIDI beat 100 90 70 2\n%%MIDI beatstring fpmp\n", [100, 70, 70, 90, 70, 70]),
        ("%%MIDI beat 100 90 70\n%%MIDI beatstring ffpp\n", [100, 70, 100, 70, 70, 70]),
        ("%%MIDI nobeataccents\n", [84, 84, 84, 84, 84, 84]),
        ("%%MIDI beat 100 90 70 1\n%%MIDI beat\n", [100, 70, 90, 90, 70, 90]),
    ],
)
def test_the_places_of_a_measure_are_as_loud_as_asked(lines: str, velocities: list[int]) -> None:
    for header, body in ((lines, ""), ("", lines)):
        performance = performed(body + "C/2C/2CC/2C/2C|", header)
        assert [note.velocity for note in performance.notes] == velocities
    plain = performed(lines + "C4|", plain=True)
    assert [note.velocity for note in plain.notes] == [80]


def test_beats_are_louder_from_where_the_line_stands_and_signs_add_to_them() -> None:
    performance = performed("C2C2|[I:MIDI beat 100 90 70 2]C2C2|!p!C2C2|")
    assert [note.velocity for note in performance.notes] == [88, 84, 100, 90, 76, 66]


# Grace notes


@pytest.mark.parametrize(
    ("lines", "lengths"),
    [
        ("", [0.125, 0.125, 1.75]),
        ("%%MIDI grace 1/2\n", [0.5, 0.5, 1]),
        ("%%MIDI grace 3/4\n", [0.75, 0.75, 0.5]),
        ("%%MIDI gracedivider 4\n", [0.25, 0.25, 1.5]),
        ("%%MIDI grace 1/2\n%%MIDI gracedivider 2\n", [0.5, 0.5, 1]),
        ("%%MIDI gracedivider 1\n", [0.5, 0.5, 1]),
        ("%%MIDI grace 2/1\n%%MIDI grace 1/0\n%%MIDI gracedivider 0\n", [0.125, 0.125, 1.75]),
    ],
)
def test_grace_notes_are_as_long_as_asked(lines: str, lengths: list[float]) -> None:
    for header, body in ((lines, ""), ("", lines)):
        performance = performed(body + "{CD}E2z2|", header)
        assert [float(note.duration_beats) for note in performance.notes] == lengths


# Transposition


@pytest.mark.parametrize(
    ("header", "body", "sounding"),
    [
        ("", "%%MIDI transpose 2\nC4|", [62]),
        ("%%MIDI transpose -12\n", "C4|", [48]),
        ("", "C4|[I:MIDI transpose 3]C4|[I:MIDI rtranspose -1]C4|[I:MIDI transpose 0]C4|",
         [60, 63, 62, 60]),
        ("", "%%MIDI c 72\nC4|", [72]),
        ("", "%%MIDI c 48\n%%MIDI transpose 2\nC4|", [50]),
        ("", "%%MIDI transpose 60\nC2c2|", [120]),
        ("", "%%MIDI transpose nonsense\nC4|", [60]),
        ("", "|:C4|[I:MIDI transpose 2]D4:|", [60, 64, 62, 64]),
    ],
)  # fmt: skip
def test_transposition_is_heard(header: str, body: str, sounding: list[int]) -> None:
    assert pitches(performed(body, header)) == sounding


def test_a_players_transposition_is_not_written() -> None:
    text = "%%MIDI transpose 2\nC4|"
    assert pitches(performed(text, plain=True)) == [60]
    assert pitches(performed(text)) == [62]


def test_transposition_belongs_to_its_voice() -> None:
    performance = performed("V:1\nC4|\nV:2 transpose=-12\n%%MIDI transpose 2\nC4|")
    assert pitches(performance, 0) == [60]
    assert pitches(performance, 1) == [50]


# Drums


def test_a_drum_pattern_fills_each_measure_while_it_is_on() -> None:
    performance = performed(
        "%%MIDI drum d2zdd 35 38 39 100 50 60\n%%MIDI drumon\nC4|C4|[I:MIDI drumoff]C4|"
    )
    assert hits(performance) == [
        (0, 1.6, 35, 100), (2.4, 0.8, 38, 50), (3.2, 0.8, 39, 60),
        (4, 1.6, 35, 100), (6.4, 0.8, 38, 50), (7.2, 0.8, 39, 60),
    ]  # fmt: skip
    (drums,) = [track for track in performance.tracks if track.is_backing]
    assert (drums.name, drums.channel) == ("Drums", 9)


def test_drums_wait_for_their_switch_and_have_defaults() -> None:
    assert hits(performed("%%MIDI drum dd 35 38\nC4|")) == []
    assert hits(performed("%%MIDI drum dd\n%%MIDI drumon\nC4|")) == [
        (0, 2, 35, 80), (2, 2, 35, 80),
    ]  # fmt: skip


def test_a_drum_pattern_can_go_over_several_measures() -> None:
    performance = performed(
        "%%MIDI drum dzzd 36 38\n%%MIDI drumbars 2\n%%MIDI drumon\nC4|C4|C4|C4|"
    )
    assert [hit[0] for hit in hits(performance)] == [0, 6, 8, 14]


def test_a_pickup_gets_the_end_of_the_pattern() -> None:
    performance = performed("%%MIDI drum dddd 35 36 37 38\n%%MIDI drumon\nC|C4|")
    assert [(hit[0], hit[2]) for hit in hits(performance)] == [
        (0, 38), (1, 35), (2, 36), (3, 37), (4, 38),
    ]  # fmt: skip


def test_each_voice_can_have_a_drummer_and_the_header_has_one_for_all() -> None:
    header = "%%MIDI drum d 35\n%%MIDI drumon\n"
    performance = performed("V:1\nC4|\nV:2\n%%MIDI drum dd 40 40\n%%MIDI drumon\nC4|", header)
    assert [(hit[0], hit[2]) for hit in hits(performance)] == [(0, 35), (0, 40), (2, 40)]


# Drone


def test_a_drone_sounds_from_on_to_off() -> None:
    performance = performed(
        "C4|[I:MIDI droneon]C4|C4|[I:MIDI droneoff]C4|[I:MIDI drone 109 48 60 70 50]C4|"
        "[I:MIDI droneon]C4|"
    )
    assert hits(performance) == [
        (4, 8, 33, 80), (4, 8, 45, 80), (20, 4, 48, 70), (20, 4, 60, 50),
    ]  # fmt: skip
    drone = performance.tracks[1]
    assert (drone.name, drone.program) == ("Drone", 70)
    assert [(float(c.onset_beats), c.program) for c in drone.changes] == [(16, 109)]


def test_nothing_of_the_backing_is_in_the_plain_export() -> None:
    body = '%%MIDI drum dd\n%%MIDI drumon\n%%MIDI droneon\n"C"C4|'
    assert len(performed(body).tracks) == 5
    assert len(performed(body, plain=True).tracks) == 1


# Whatever stands there

_WORDS = st.sampled_from(
    [
        *("program", "channel", "transpose", "rtranspose", "c", "drum", "drumon", "drumoff"),
        *("drumbars", "drone", "droneon", "droneoff", "gchord", "gchordon", "gchordoff"),
        *("gchordbars", "chordprog", "bassprog", "chordvol", "bassvol", "chordname", "drummap"),
        *(
            "grace",
            "gracedivider",
            "1/2",
            "beat",
            "beatmod",
            "beatstring",
            "voice",
            "MIDI",
            "mute",
            "instrument=5",
            "octave=1",
        ),
        *("control", "pitchbend", "nobarlines", "-1", "0", "1", "2", "9", "10", "16", "35", "127"),
        *("128", "999999", "99999999999", "fzc2", "d2zd", "ghij", "zzz", "C", "^c", "m7", "²"),
    ]
)
_LINES = st.lists(_WORDS, max_size=8).map(lambda words: "%%MIDI " + " ".join(words) + "\n")


@settings(max_examples=tries(50), deadline=None)
@given(st.lists(_LINES, max_size=8), st.lists(_LINES, max_size=8))
def test_no_line_raises_and_what_is_played_stays_bounded(
    header: list[str], body: list[str]
) -> None:
    music = '"C"CDEF|"G7"GABc|[M:3/4]"Am"c3|'
    performance = performed("".join(body) + music + "\n" + "".join(body) + music, "".join(header))
    assert len(performance.notes) <= 18 + MAX_HITS
    for note in performance.notes:
        assert 0 <= note.onset_beats < performance.duration_beats
        assert note.onset_beats + note.duration_beats <= performance.duration_beats
        assert 0 <= note.pitch <= 127
    mido.MidiFile(file=io.BytesIO(midi_bytes(performance)), charset="utf-8")
