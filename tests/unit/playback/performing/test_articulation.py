"""How long notes sound within their time, and how long all wait: dots, slurs, breaths, fermatas."""

from dataclasses import replace
from fractions import Fraction

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import MUSICIAN, PLAIN, Interpretation
from abcstudio.playback.performance import Performance, TempoMark
from abcstudio.playback.performing.performer import held, perform


def performed(music: str, interpretation: Interpretation = MUSICIAN) -> Performance:
    return perform(parse(f"X:1\nM:4/4\nL:1/4\nQ:1/4=120\nK:C\n{music}\n"), interpretation)


def durations(music: str, interpretation: Interpretation = MUSICIAN) -> list[float]:
    return [float(note.duration_beats) for note in performed(music, interpretation).notes]


def tempos(performance: Performance) -> list[tuple[float, int]]:
    return [(float(mark.onset_beats), int(mark.quarters_per_minute)) for mark in performance.tempos]


def test_dots_and_wedges_shorten_a_note() -> None:
    assert durations(".C !staccato!D !wedge!E F") == [0.5, 0.5, 0.25, 1]


def test_a_dot_does_not_break_a_tie() -> None:
    assert durations(".C-C") == [2]


def test_what_a_slur_joins_runs_together() -> None:
    assert durations("C (D E F) G4") == [0.875, 1, 1, 0.875, 3.875]


def test_without_any_slur_notes_keep_their_length() -> None:
    assert durations("C D E F") == [1, 1, 1, 1]


def test_tenuto_keeps_a_note_long_outside_a_slur() -> None:
    assert durations("(C D) !tenuto!E F") == [1, 0.875, 1, 0.875]


def test_a_breath_is_taken_from_the_note() -> None:
    assert durations("!breath!C !breath!D4 E") == [0.75, 3.5, 1]


def test_all_voices_wait_for_a_fermata_and_no_note_moves() -> None:
    performance = performed("V:1\nC D HE F|\nV:2\nG,4|\n")
    assert tempos(performance) == [(0, 120), (2, 60), (3, 120)]
    assert [(note.voice, float(note.onset_beats)) for note in performance.notes] == [
        (0, 0), (1, 0), (0, 1), (0, 2), (0, 3),
    ]  # fmt: skip
    assert performance.seconds_at(performance.duration_beats) == pytest.approx(2.5)


def test_a_small_pause_follows_a_fermata() -> None:
    assert durations("HC D") == [0.875, 1]


def test_a_fermata_on_a_rest_and_one_in_each_pass_are_held() -> None:
    assert tempos(performed("|:C Hz:|")) == [(0, 120), (1, 60), (2, 120), (3, 60)]


def test_a_fermata_on_the_first_note_does_not_hide_the_tempo() -> None:
    performance = performed("HC D")
    assert tempos(performance) == [(0, 60), (1, 120)]
    assert performance.quarters_per_minute == 120


def test_a_tempo_that_changes_under_a_fermata_is_halved_too() -> None:
    marks = [TempoMark(Fraction(0), Fraction(100)), TempoMark(Fraction(2), Fraction(80))]
    holds = [(Fraction(3), Fraction(4)), (Fraction(1), Fraction(2)), (Fraction(1), Fraction(7, 2))]
    assert held(marks, holds) == (
        TempoMark(Fraction(0), Fraction(100)),
        TempoMark(Fraction(1), Fraction(50)),
        TempoMark(Fraction(2), Fraction(40)),
        TempoMark(Fraction(4), Fraction(80)),
    )


@pytest.mark.parametrize(
    ("switch", "music"),
    [("staccato", ".C D"), ("slurs", "(C D) E"), ("breaths", "!breath!C D"), ("fermatas", "HC D")],
)
def test_each_has_its_switch(switch: str, music: str) -> None:
    off = performed(music, replace(MUSICIAN, **{switch: False}))
    on, plain = performed(music), performed(music, PLAIN)
    assert durations(music) != durations(music, PLAIN)
    assert (off.duration_beats, tempos(off)) == (plain.duration_beats, tempos(plain))
    assert [note.duration_beats for note in off.notes] == [n.duration_beats for n in plain.notes]
    assert on.duration_beats == plain.duration_beats
