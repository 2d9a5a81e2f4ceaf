"""What the accompaniment plays, stroke by stroke."""

from fractions import Fraction

import pytest

from abcstudio.notation.meter import Meter
from abcstudio.notation.reader.parser import parse
from abcstudio.playback.backing.accompaniment import MAX_STROKES
from abcstudio.playback.backing.stroke_patterns import pattern_of
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.performance import Performance
from abcstudio.playback.performing.performer import perform

COMMON = "M:4/4\nL:1/4\n"


def performed(body: str, header: str = COMMON) -> Performance:
    return perform(parse(f"X:1\n{header}K:C\n{body}\n"))


def strokes(performance: Performance, name: str) -> str:
    """Return a track as `onset+length:pitch,pitch ...`."""
    by_time: dict[tuple[float, float], list[str]] = {}
    for note in performance.notes:
        if performance.tracks[note.voice].name == name:
            when = (float(note.onset_beats), float(note.duration_beats))
            by_time.setdefault(when, []).append(str(int(note.pitch)))
    return " ".join(f"{at:g}+{beats:g}:{','.join(n)}" for (at, beats), n in by_time.items())


@pytest.mark.parametrize(
    ("header", "body", "bass", "chords"),
    [
        ("M:4/4\nL:1/4\n", '"C"CDEF|', "0+1:48 2+1:43", "1+0.8:55,60,64 3+0.8:55,60,64"),
        ("M:C|\nL:1/4\n", '"C"CDEF|', "0+1:48 2+1:43", "1+0.8:55,60,64 3+0.8:55,60,64"),
        ("M:2/4\nL:1/4\n", '"C"CD|',
         "0+0.5:48 1+0.5:43", "0.5+0.4:55,60,64 1.5+0.4:55,60,64"),
        ("M:3/4\nL:1/4\n", '"C"CDE|FGA|', "0+1:48 3+1:43",
         "1+0.8:55,60,64 2+0.8:55,60,64 4+0.8:55,60,64 5+0.8:55,60,64"),
        ("M:3/2\nL:1/2\n", '"C"CDE|', "0+1:48 2+1:43 4+1:48",
         "1+0.8:55,60,64 3+0.8:55,60,64 5+0.8:55,60,64"),
        ("M:6/8\nL:1/8\n", '"C"CDEFGA|', "0+1:48 1.5+1:43", "1+0.4:55,60,64 2.5+0.4:55,60,64"),
        ("M:9/8\nL:1/8\n", '"C"C3D3E3|', "0+1:48 1.5+1:43 3+1:48",
         "1+0.4:55,60,64 2.5+0.4:55,60,64 4+0.4:55,60,64"),
        ("M:12/8\nL:1/8\n", '"C"C6D6|', "0+1:48 1.5+1:43 3+1:48 4.5+1:43",
         "1+0.4:55,60,64 2.5+0.4:55,60,64 4+0.4:55,60,64 5.5+0.4:55,60,64"),
        ("M:5/8\nL:1/8\n", '"C"C3D2|', "0+1:48 1.5+0.5:43", "1+0.4:55,60,64 2+0.4:55,60,64"),
        ("M:2+3/8\nL:1/8\n", '"C"C2D3|', "0+0.5:48 1+1:43", "0.5+0.4:55,60,64 2+0.4:55,60,64"),
        ("M:7/8\nL:1/8\n", '"C"C3D2E2|', "0+1:48 1.5+0.5:43 2.5+0.5:48",
         "1+0.4:55,60,64 2+0.4:55,60,64 3+0.4:55,60,64"),
        ("M:none\nL:1/4\n", '"C"CDE"F"F2G2|',
         "0+3:48 3+4:41", "0+3:55,60,64 3+4:57,60,65"),
        ("R:slow air\nM:4/4\nL:1/4\n", '"C"CDEF|', "0+2:48", "0+2:55,60,64 2+2:55,60,64"),
        ("R:Slow-Airs\nM:4/4\nL:1/4\n", '"C"CDEF|', "0+2:48", "0+2:55,60,64 2+2:55,60,64"),
        ("R:fair\nM:4/4\nL:1/4\n", '"C"CDEF|', "0+1:48 2+1:43",
         "1+0.8:55,60,64 3+0.8:55,60,64"),
    ],
)  # fmt: skip
def test_the_pattern_fits_the_meter(header: str, body: str, bass: str, chords: str) -> None:
    performance = performed(body, header)
    assert strokes(performance, "Bass") == bass
    assert strokes(performance, "Chords") == chords


def test_accompaniment_has_tracks_of_its_own_and_none_in_the_plain_export() -> None:
    score = parse('X:1\nM:4/4\nL:1/4\nK:C\n"C"CDEF|\n')
    assert [track.name for track in perform(score).tracks] == ["", "Bass", "Chords"]
    assert [track.is_backing for track in perform(score).tracks] == [False, True, True]
    assert len(perform(score, PLAIN).tracks) == 1
    assert len(performed("CDEF|").tracks) == 1


def test_a_new_chord_begins_with_its_bass_wherever_it_stands() -> None:
    performance = performed('"C"CC"D"CC|"Em"C"F"CC2|')
    assert strokes(performance, "Bass") == "0+1:48 2+1:50 4+1:40 5+0.8:41 6+1:41"
    assert strokes(performance, "Chords") == (
        "1+0.8:55,60,64 3+0.8:54,57,62 5+0.8:53,57,60 7+0.8:53,57,60"
    )


def test_a_chord_between_two_strokes_is_struck_too() -> None:
    performance = performed('"C"C>"F"C "G"C2|')
    assert strokes(performance, "Bass") == "0+1:48 1.5+0.5:41 2+1:43"
    assert strokes(performance, "Chords") == "1+0.5:55,60,64 1.5+0.5:57,60,65 3+0.8:55,59,62"


def test_the_bass_after_a_slash_stays() -> None:
    performance = performed('"G7/B"CDEF|')
    assert strokes(performance, "Bass") == "0+1:47 2+1:47"
    assert strokes(performance, "Chords") == "1+0.8:55,59,62,65 3+0.8:55,59,62,65"


def test_chords_move_as_little_as_possible() -> None:
    performance = performed('"G"C4|"D"C4|"Em"C4|"C"C4|')
    heard = [chord.split(":")[1] for chord in strokes(performance, "Chords").split()[::2]]
    assert heard == ["55,59,62", "54,57,62", "55,59,64", "55,60,64"]


def test_no_chord_is_silence_until_the_next_chord() -> None:
    performance = performed('"C"C4|"N.C."C4|C4|"G"C4|')
    assert strokes(performance, "Bass") == "0+1:48 2+1:43 12+1:43 14+1:50"


def test_text_that_is_no_chord_changes_nothing() -> None:
    assert strokes(performed('"C"C4|"Fine"C4|'), "Bass") == "0+1:48 2+1:43 4+1:48 6+1:43"


def test_a_pickup_ends_where_a_measure_would() -> None:
    performance = performed('"G"C|"C"CCCC|"G"CCC:|')
    assert strokes(performance, "Bass") == (
        "0+0.8:43 1+1:48 3+1:43 5+1:43 7+1:50 9+1:48 11+1:43 13+1:43 15+1:50"
    )


def test_a_measure_that_a_repeat_sign_parts_is_one_measure() -> None:
    performance = performed('"C"C4|C2|:C2|C4|')
    assert strokes(performance, "Bass") == "0+1:48 2+1:43 4+1:48 6+1:43 8+1:48 10+1:43"
    assert [float(n.onset_beats) for n in performance.notes if int(n.pitch) == 64] == [
        1, 3, 5, 7, 9, 11,
    ]  # fmt: skip


def test_a_repeat_brings_back_the_chord_that_held_at_its_start() -> None:
    performance = performed('"G"C4|:C4|"D"C4:|')
    roots = strokes(performance, "Bass").split()[::2]
    assert [root.split(":")[1] for root in roots] == ["43", "43", "50", "43", "50"]


def test_the_second_ending_goes_on_from_the_chord_that_was_played_before_it() -> None:
    performance = performed('|:"G"C4|1"D"C4:|2C4|]')
    roots = strokes(performance, "Bass").split()[::2]
    assert [root.split(":")[1] for root in roots] == ["43", "50", "43", "43"]


def test_the_accompaniment_stops_with_the_tune() -> None:
    performance = performed('"C"CDE|')
    assert performance.duration_beats == 3
    assert max(note.onset_beats + note.duration_beats for note in performance.notes) <= 3


def test_one_guitarist_follows_the_chords_of_all_voices() -> None:
    both = performed('V:1\n"C"C4|"G"C4|\nV:2\n"C"E4|"G"E4|\n')
    one = performed('V:1\n"C"C4|"G"C4|\nV:2\nE4|E4|\n')
    assert strokes(both, "Bass") == strokes(one, "Bass") == "0+1:48 2+1:43 4+1:43 6+1:50"
    muted = performed('V:1\n[I:MIDI gchordoff]"C"C4|\nV:2\n"F"E4|\n')
    assert strokes(muted, "Bass") == "0+1:41 2+1:48"


def test_a_written_pattern_is_played_as_it_stands() -> None:
    performance = performed('%%MIDI gchord fzc2\n"C/E"C4|"Am"C4|')
    assert strokes(performance, "Bass") == "0+1:40 4+1:45"
    assert strokes(performance, "Chords") == "2+2:55,60,64 6+2:57,60,64"


def test_a_written_pattern_can_break_the_chord_up() -> None:
    performance = performed('%%MIDI gchord ghijGHIb\n"C"C4|')
    assert strokes(performance, "Chords") == (
        "0+0.5:48 0.5+0.5:52 1+0.5:55 1.5+0.5:60 2+0.5:36 2.5+0.5:40 3+0.5:43 3.5+0.5:55,60,64"
    )
    assert strokes(performance, "Bass") == "3.5+0.5:48"


def test_a_written_pattern_can_go_over_several_measures() -> None:
    performance = performed('%%MIDI gchord fzzzczzz\n%%MIDI gchordbars 2\n"C"C4|C4|C4|')
    assert strokes(performance, "Bass") == "0+1:48 8+1:48"
    assert strokes(performance, "Chords") == "4+1:55,60,64"


def test_another_meter_gets_its_own_pattern_again() -> None:
    performance = performed('%%MIDI gchord fzzz\n"C"C4|[M:3/4]C3|')
    assert strokes(performance, "Bass") == "0+1:48 4+1:48"
    assert strokes(performance, "Chords") == "5+0.8:55,60,64 6+0.8:55,60,64"


def test_the_accompaniment_can_be_switched_off_and_on_within_the_tune() -> None:
    performance = performed('"C"C4|[I:MIDI gchordoff]C4|[I:MIDI gchordon]C4|')
    assert strokes(performance, "Bass") == "0+1:48 2+1:43 8+1:48 10+1:43"


def test_the_accompaniment_swings_with_the_tune() -> None:
    body = '%%MIDI gchord fccc\n"C"CDEFGABc|'
    pattern = "M:2/4\nL:1/16\nR:{}\n"
    assert strokes(performed('"C"CDEF|', COMMON + "R:hornpipe\n"), "Bass") == "0+1:48 2+1:43"
    even = performed(body, pattern.format("polka"))
    assert [float(n.onset_beats) for n in even.notes if n.voice == 2][::3] == [0.5, 1, 1.5]
    swung = performed('%%MIDI gchord fccc\n"C"C2D2E2F2|', pattern.format("hornpipe"))
    assert [n.onset_beats for n in swung.notes if n.voice == 2][::3] == [
        Fraction(2, 3), 1, Fraction(5, 3),
    ]  # fmt: skip
    assert [n.onset_beats for n in swung.notes if n.voice == 0][1] == Fraction(2, 3)


def test_a_chord_can_be_defined_by_the_tune() -> None:
    performance = performed('%%MIDI chordname power 0 7\n"Cpower"C4|')
    assert strokes(performance, "Chords") == "1+0.8:55,60 3+0.8:55,60"


def test_instruments_and_loudness_can_be_chosen_and_changed() -> None:
    performance = performed(
        '%%MIDI chordprog 0 octave=1\n%%MIDI bassprog 32\n%%MIDI chordvol 90\n%%MIDI bassvol 100\n'
        '"C"C4|[I:MIDI chordprog 25]C4|'
    )  # fmt: skip
    bass, chords = performance.tracks[1:]
    assert (bass.program, bass.changes) == (32, ())
    assert (chords.program, [change.program for change in chords.changes]) == (0, [25])
    assert [float(change.onset_beats) for change in chords.changes] == [4]
    assert strokes(performance, "Chords").split()[0] == "1+0.8:67,72,76"
    assert {note.velocity for note in performance.notes if note.voice == 1} == {100}
    assert {note.velocity for note in performance.notes if note.voice == 2} == {90}


def test_a_very_long_tune_is_accompanied_up_to_the_limit() -> None:
    performance = performed('"C"' + "Z999|" * 40)
    assert sum(note.voice == 1 for note in performance.notes) <= MAX_STROKES


def test_swing_leaves_every_stroke_some_time() -> None:
    performance = perform(parse('R:hornpipe\n[M:1/64]"D"d'))
    assert any(note.voice == 1 for note in performance.notes)
    assert all(note.duration_beats > 0 for note in performance.notes)


def test_a_pattern_lasts_a_measure() -> None:
    patterns = [
        ((2,), 2, "0f 1c 2f 3c"),
        ((4,), 4, "0f 1c 2f 3c"),
        ((3,), 2, "0f 1c 2f 3c 4f 5c"),
        ((3,), 4, "0f 1c 2c"),
        ((5,), 4, "0f 1c 2c 3f 4c"),
        ((7,), 8, "0f 1c 3/2f 2c 5/2f 3c"),
    ]
    for beats, unit, strokes_of_it in patterns:
        pattern = pattern_of(Meter(beats, unit))
        assert " ".join(f"{one.offset}{one.sounds}" for one in pattern) == strokes_of_it
        assert max(stroke.offset for stroke in pattern) < Fraction(4 * sum(beats), unit)


@pytest.mark.parametrize(("signs", "bass"), [("z4", ""), ("qq", "0+1:48 2+1:43")])
def test_a_pattern_of_rests_is_silence_and_one_without_signs_is_none(signs: str, bass: str) -> None:
    performance = performed(f'%%MIDI gchord {signs}\n"C"CDEF|')
    assert strokes(performance, "Bass") == bass
