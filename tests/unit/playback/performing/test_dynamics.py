"""How loud the notes are: loudness signs, hairpins, accents and the pulse of the meter."""

from dataclasses import replace

import pytest

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import MUSICIAN, PLAIN, Interpretation
from abcstudio.playback.performing.performer import perform

UNSTRESSED = replace(MUSICIAN, metric_stress=False)


def velocities(
    music: str, interpretation: Interpretation = UNSTRESSED, meter: str = "4/4"
) -> list[int]:
    score = parse(f"X:1\nM:{meter}\nL:1/4\nK:C\n{music}\n")
    return [note.velocity for note in perform(score, interpretation).notes]


@pytest.mark.parametrize(
    ("sign", "velocity"),
    [("pppp", 24), ("ppp", 32), ("pp", 44), ("p", 56), ("mp", 68), ("mf", 80), ("f", 96),
     ("ff", 110), ("fff", 120), ("ffff", 126)],
)  # fmt: skip
def test_a_loudness_sign_holds_until_the_next(sign: str, velocity: int) -> None:
    assert velocities(f"C !{sign}!D E|F !mf!G") == [80, velocity, velocity, velocity, 80]


def test_a_repeat_is_as_loud_as_the_first_time() -> None:
    assert velocities("|:C D !f!E F:|") == [80, 80, 96, 96] * 2


def test_a_crescendo_leads_to_the_sign_after_it() -> None:
    music = "!p!C !crescendo(!D E F|G !crescendo)!A !f!B"
    assert velocities(music) == [56, 56, 66, 76, 86, 96, 96]


def test_a_diminuendo_without_a_sign_after_it_is_one_and_a_half_steps() -> None:
    assert velocities("!f!C !>(!D E F !>)!G A") == [96, 96, 88, 80, 72, 72]


def test_a_hairpin_goes_by_time_not_by_notes() -> None:
    assert velocities("!p!C !<(!D2 E F !<)! !f!G")[1:] == [56, 76, 86, 96]


def test_a_hairpin_that_no_sign_closes_ends_at_the_next_loudness() -> None:
    assert velocities("!p!!<(!C D E F !f!G") == [56, 66, 76, 86, 96]
    assert velocities("!<(!C D E F") == [80] * 4


def test_one_hairpin_follows_another() -> None:
    assert velocities("!p!!<(!C D !<)!!>(!E F !>)!G A") == [56, 68, 80, 68, 56, 56]


def test_loudness_stays_within_what_midi_can_say() -> None:
    assert max(velocities("!ffff!!<(!C D !<)!E", MUSICIAN)) <= 127
    assert min(velocities("!pppp!!>(!C D !>)!E", MUSICIAN)) >= 1


@pytest.mark.parametrize("sign", ["L", "!>!", "!accent!", "!emphasis!", "!sfz!", "!marcato!"])
def test_an_accent_is_louder_than_its_neighbours(sign: str) -> None:
    assert velocities(f"C {sign}D E") == [80, 96, 80]


def test_fortepiano_is_an_accent_and_then_soft() -> None:
    assert velocities("C !fp!D E F") == [80, 96, 56, 56]


@pytest.mark.parametrize(
    ("meter", "music", "gains"),
    [
        ("4/4", "CDEF|", [8, 0, 4, 0]),
        ("C|", "CDEF|", [8, 0, 4, 0]),
        ("3/4", "CDE|", [8, 0, 0]),
        ("2/4", "CD|", [8, 0]),
        ("6/8", "C/D/E/F/G/A/|", [8, 0, 0, 4, 0, 0]),
        ("9/8", "C/D/E/F/G/A/B/c/d/|", [8, 0, 0, 4, 0, 0, 4, 0, 0]),
        ("(2+3)/8", "C/D/E/F/G/|", [8, 0, 4, 0, 0]),
        ("none", "C|DE|", [8, 8, 0]),
        ("4/4", "C|DEFG|", [0, 8, 0, 4, 0]),
        ("4/4", "zCDE|", [0, 4, 0]),
        ("4/4", "CDEF|[M:3/4]CDE|", [8, 0, 4, 0, 8, 0, 0]),
    ],
)
def test_the_pulse_of_the_meter(meter: str, music: str, gains: list[int]) -> None:
    stressed = replace(PLAIN, metric_stress=True)
    assert velocities(music, stressed, meter) == [80 + gain for gain in gains]


@pytest.mark.parametrize(
    ("switch", "music"),
    [("dynamics", "C !p!D"), ("dynamics", "!<(!C D !<)!E"), ("accents", "C LD")],
)
def test_each_kind_has_its_switch(switch: str, music: str) -> None:
    off = replace(UNSTRESSED, **{switch: False})
    assert set(velocities(music, off)) == {80}
    assert set(velocities(music)) != {80}


def test_a_plain_performance_is_even() -> None:
    assert set(velocities("!ff!C LD !<(!E !<)!F", PLAIN)) == {80}


def test_many_hairpins_are_read_once() -> None:
    assert len(velocities("!<(!C/ !<)!z/" * 5_000)) == 5_000
