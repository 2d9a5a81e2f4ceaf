"""Each ornament and grace note as the exact notes that are played."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import MUSICIAN, PLAIN, Interpretation
from abcstudio.playback.performance import Performance
from abcstudio.playback.performing.performer import perform
from abcstudio.playback.played_voice import MAX_NOTES
from tests.thorough import tries

OCTAVE = ("C", "^C", "D", "^D", "E", "F", "^F", "G", "^G", "A", "^A", "B")
NAMES = dict(enumerate((*OCTAVE, *(name.lower() for name in OCTAVE)), start=60))
HEADER = "X:1\nT:Test\nM:none\nL:1/4\nK:G\n"


def played(music: str, interpretation: Interpretation = MUSICIAN) -> list[tuple[str, str, str]]:
    """Return pitch, onset and duration of each note."""
    performance = perform(parse(f"{HEADER}{music}\n"), interpretation)
    return [
        (NAMES[int(note.pitch)], str(note.onset_beats), str(note.duration_beats))
        for note in performance.notes
    ]


def test_a_long_roll_is_the_note_a_cut_to_it_and_a_tap_to_it() -> None:
    assert played("~A3/2B/") == [
        ("A", "0", "1/2"), ("B", "1/2", "1/8"), ("A", "5/8", "3/8"), ("G", "1", "1/8"),
        ("A", "9/8", "3/8"), ("B", "3/2", "1/2"),
    ]  # fmt: skip


def test_a_roll_on_a_quarter_is_as_long_as_the_quarter() -> None:
    assert played("!roll!F G") == [
        ("^F", "0", "1/3"), ("G", "1/3", "1/8"), ("^F", "11/24", "5/24"), ("E", "2/3", "1/8"),
        ("^F", "19/24", "5/24"), ("G", "1", "1"),
    ]  # fmt: skip


def test_a_roll_on_a_half_note_is_held_to_its_end() -> None:
    assert played("!irishroll!G2")[-1] == ("G", "9/8", "7/8")


def test_a_roll_on_an_eighth_is_a_cut() -> None:
    assert played("~B/ A/") == [("c", "0", "1/8"), ("B", "1/8", "3/8"), ("A", "1/2", "1/2")]


def test_a_trill_turns_with_the_note_above_and_ends_on_its_own() -> None:
    assert played("TE/ F/") == [
        ("E", "0", "1/8"), ("^F", "1/8", "1/8"), ("E", "1/4", "1/4"), ("^F", "1/2", "1/2"),
    ]  # fmt: skip
    assert [name for name, _, _ in played("TE")] == ["E", "^F"] * 3 + ["E"]


def test_a_long_trill_goes_on_to_its_end() -> None:
    notes = played("!trill(!E/ A/ !trill)!B/ c/")
    assert [name for name, _, _ in notes] == ["E", "^F", "E", "A", "B", "A", "B", "c", "B", "c"]
    assert notes[-1] == ("c", "3/2", "1/2")


@pytest.mark.parametrize(
    ("sign", "names"),
    [
        ("!turn!", "BAGA"),
        ("!turnx!", "BAGA"),
        ("!invertedturn!", "GABA"),
        ("!invertedturnx!", "GABA"),
        ("P", "ABA"),
        ("!pralltriller!", "ABA"),
        ("M", "AGA"),
        ("!mordent!", "AGA"),
    ],
)
def test_turns_and_mordents_are_quick_and_the_last_note_is_held(sign: str, names: str) -> None:
    notes = played(f"{sign}A")
    assert "".join(name for name, _, _ in notes) == names
    assert [duration for _, _, duration in notes[:-1]] == ["1/8"] * (len(names) - 1)
    assert sum(Fraction(duration) for _, _, duration in notes) == 1


def test_the_neighbour_of_a_note_is_in_the_key_that_holds_there() -> None:
    assert played("PE [K:C] PE")[1::3] == [("^F", "1/8", "1/8"), ("F", "9/8", "1/8")]


def test_a_slide_comes_from_a_semitone_below() -> None:
    assert played("!slide!A") == [("^G", "0", "1/8"), ("A", "1/8", "7/8")]


def test_a_broken_chord_enters_from_the_lowest_note_and_ends_as_one() -> None:
    assert played("!arpeggio![dGB]") == [
        ("G", "0", "1"), ("B", "1/16", "15/16"), ("d", "1/8", "7/8"),
    ]  # fmt: skip


def test_tremolo_strokes_repeat_the_note() -> None:
    assert played("!/!A") == [("A", "0", "9/20"), ("A", "1/2", "1/2")]
    assert len(played("!///!A2")) == 16


def test_grace_notes_on_the_beat_take_their_time_from_their_note() -> None:
    assert played("A{Bc}A") == [
        ("A", "0", "1"), ("B", "1", "1/8"), ("c", "9/8", "1/8"), ("A", "5/4", "3/4"),
    ]  # fmt: skip


def test_an_acciaccatura_is_shorter() -> None:
    assert played("{/B}A") == [("B", "0", "1/12"), ("A", "1/12", "11/12")]


def test_grace_notes_before_the_beat_take_their_time_from_the_note_before() -> None:
    before = replace(MUSICIAN, grace_notes_before_beat=True)
    assert played("A{Bc}A", before) == [
        ("A", "0", "3/4"), ("B", "3/4", "1/8"), ("c", "7/8", "1/8"), ("A", "1", "1"),
    ]  # fmt: skip
    assert played("z{/B}A", before) == [("B", "11/12", "1/12"), ("A", "1", "1")]
    # Nothing is before the first note.
    assert played("{B}A", before) == [("B", "0", "1/8"), ("A", "1/8", "7/8")]


def test_grace_notes_before_the_beat_end_an_ornament_and_a_tied_note_early() -> None:
    before = replace(MUSICIAN, grace_notes_before_beat=True, repeated_notes=False)
    assert played("A-A/{B}A", before)[:2] == [("A", "0", "11/8"), ("B", "11/8", "1/8")]
    assert played("TA/{Bc}A", before) == [
        ("A", "0", "1/8"), ("B", "1/8", "1/8"), ("B", "1/4", "1/8"), ("c", "3/8", "1/8"),
        ("A", "1/2", "1"),
    ]  # fmt: skip


def test_a_note_that_outlasts_its_chord_is_held_after_the_ornament() -> None:
    assert played("P[CE2]") == [
        ("C", "0", "1/8"), ("E", "0", "1/8"), ("D", "1/8", "1/8"), ("^F", "1/8", "1/8"),
        ("C", "1/4", "3/4"), ("E", "1/4", "7/4"),
    ]  # fmt: skip


def test_grace_notes_leave_room_for_the_shortest_note_of_a_chord() -> None:
    assert played("{BA}[C2E/4]") == [
        ("B", "0", "1/16"), ("A", "1/16", "1/16"), ("C", "1/8", "15/8"), ("E", "1/8", "1/8"),
    ]  # fmt: skip


def test_the_last_note_of_an_ornament_is_tied_on() -> None:
    assert played("PA-A") == [("A", "0", "1/8"), ("B", "1/8", "1/8"), ("A", "1/4", "7/4")]


def test_an_ornament_follows_its_grace_notes() -> None:
    assert played("{B}PA") == [
        ("B", "0", "1/8"), ("A", "1/8", "1/8"), ("B", "1/4", "1/8"), ("A", "3/8", "5/8"),
    ]  # fmt: skip


def test_every_note_of_an_ornament_lights_up_its_written_note() -> None:
    score = parse(f"{HEADER}G ~A2 {{B}}A\n")
    spans = [note.span.of(score.text) for note in perform(score).notes]
    assert spans == ["G", *["A2"] * 5, "B", "A"]


@pytest.mark.parametrize(
    ("switch", "music"),
    [
        ("rolls", "~A2"),
        ("trills", "TA2"),
        ("trills", "!turn!A2"),
        ("trills", "MA2"),
        ("slides", "!slide!A2"),
        ("arpeggios", "!arpeggio![Ac]2"),
        ("tremolos", "!//!A2"),
        ("grace_notes", "{B}A2"),
    ],
)
def test_each_ornament_has_its_switch(switch: str, music: str) -> None:
    assert played(music) != played(music, PLAIN)
    assert played(music, replace(MUSICIAN, **{switch: False})) == played(music, PLAIN)


def test_ornaments_take_from_the_notes_that_a_tune_may_have() -> None:
    trills = parse("X:1\nQ:1/4=1000\nL:1/4\nK:C\n" + "TC16|" * 900)
    performance = perform(trills, replace(PLAIN, trills=True))
    assert len(performance.notes) == MAX_NOTES
    assert performance.notes[-1].onset_beats < performance.duration_beats


def test_a_trill_of_any_length_is_bounded() -> None:
    assert len(played("TA256")) <= 127
    assert len(played("!////!A256")) <= 127


SIGNS = ["", "~", "T", "M", "P", "!turn!", "!slide!", "!//!", "!arpeggio!", ".", "{B}", "{/AB}"]
MUSIC = st.lists(
    st.tuples(
        st.sampled_from([*SIGNS, "!fermata!", "!breath!", "!trill(!", "!trill)!", "(", "!<(!"]),
        st.sampled_from(["A", "c", "[GBd]", "[E2G]", "z", "|", ":|", "|1", ":|2", ")"]),
        st.sampled_from(["", "2", "3/2", "/", "/4", "/64", "/3", "12", "-", "<"]),
    ).map("".join),
    max_size=24,
).map(" ".join)


def windows(performance: Performance) -> dict[tuple[int, int], list[tuple[Fraction, Fraction]]]:
    """Return from when to when each written note sounds, by its place in the text."""
    found: dict[tuple[int, int], list[tuple[Fraction, Fraction]]] = {}
    for note in performance.notes:
        stop = note.onset_beats + note.duration_beats
        found.setdefault((note.voice, note.span.start), []).append((note.onset_beats, stop))
    return found


@settings(max_examples=tries(60), deadline=None)
@given(MUSIC, st.sampled_from(["4/4", "6/8", "none"]))
def test_no_ornament_leaves_its_written_note(music: str, meter: str) -> None:
    score = parse(f"X:1\nM:{meter}\nL:1/4\nK:D\n{music}\nV:2\nA4 ~B4|\n")
    written = perform(score, PLAIN)
    own = windows(written)
    performance = perform(score, MUSICIAN)
    assert performance.duration_beats == written.duration_beats
    assert performance.measures == written.measures
    onsets = [note.onset_beats for note in performance.notes]
    assert onsets == sorted(onsets)
    for note in performance.notes:
        stop = note.onset_beats + note.duration_beats
        assert note.duration_beats > 0
        assert 1 <= note.velocity <= 127
        inside = own.get((note.voice, note.span.start), [(Fraction(0), written.duration_beats)])
        assert any(first <= note.onset_beats and stop <= last for first, last in inside)


@settings(max_examples=tries(40), deadline=None)
@given(MUSIC)
def test_grace_notes_before_the_beat_move_no_other_note(music: str) -> None:
    score = parse(f"X:1\nM:4/4\nL:1/4\nK:D\n{music}\n")
    on_beat = perform(score, replace(MUSICIAN, grace_notes=False))
    before = perform(score, replace(MUSICIAN, grace_notes_before_beat=True))
    assert before.duration_beats == on_beat.duration_beats
    assert all(note.duration_beats > 0 and note.onset_beats >= 0 for note in before.notes)
    onsets = [note.onset_beats for note in before.notes]
    assert onsets == sorted(onsets)
