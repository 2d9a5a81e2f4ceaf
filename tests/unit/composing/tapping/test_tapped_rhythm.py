"""Taps become note values, and these the rhythm of a whole tune."""

from fractions import Fraction

import pytest

from abcstudio.composing.clock.wishes import form_of
from abcstudio.composing.rhythm_of import parts_of
from abcstudio.composing.tapping.tapped_rhythm import tapped_lengths, tapped_measures, tune_rhythm

EIGHTH, SIXTEENTH = Fraction(1, 8), Fraction(1, 16)


def lengths(*eighths: float) -> list[Fraction]:
    return [Fraction(one) * EIGHTH for one in eighths]


@pytest.mark.parametrize(
    ("times_ms", "end_ms", "values"),
    [
        ([], 0.0, []),
        ([0], 500, [1]),
        ([0, 210, 400, 600, 1010], 1200, [1, 1, 1, 2, 1]),
        # The hand of a person is no clock.
        ([0, 230, 410, 640, 1020], 1250, [1, 1, 1, 2, 1]),
        # Who thinks long before Return has held the last note.
        ([0, 200, 400], 2000, [1, 1, 8]),
    ],
)
def test_free_taps_are_as_many_of_the_shortest(
    times_ms: list[float], end_ms: float, values: list[float]
) -> None:
    assert tapped_lengths(times_ms, end_ms, EIGHTH) == lengths(*values)


def test_to_a_metronome_each_tap_falls_on_the_grid_and_no_error_adds_up() -> None:
    # Each gap alone would be an eighth note; together they last longer.
    times = [0, 290, 580, 870, 1160, 1450]
    assert tapped_lengths(times, 1740, SIXTEENTH, beat_ms=500) == lengths(1, 1.5, 1, 1, 1.5, 1)


@pytest.mark.parametrize(
    ("eighths", "meter", "measures"),
    [
        ([], "6/8", []),
        ([1, 1, 1, 2, 1, 3, 3], "6/8", ["ooo o2o", "o3 o3"]),
        ([1, 1, 1, 2, 1, 3], "6/8", ["ooo o2o", "o6"]),
        ([3, 6], "C|", ["o3o- o4-", "o8"]),
        ([5, 1, 2], "C", ["o4- ooo2"]),
        ([0.5, 0.5, 1.5, 0.5, 1], "2/4", ["o/o/o3/2o/o"]),
    ],
)
def test_notes_fill_measures_and_are_tied_over_bar_lines(
    eighths: list[float], meter: str, measures: list[str]
) -> None:
    assert tapped_measures(lengths(*eighths), meter) == measures


@pytest.mark.parametrize("meter", ["C", "C|", "2/4", "3/4", "6/8", "9/8", "12/8"])
def test_a_tune_has_the_measures_of_its_form_and_ends_its_parts(meter: str) -> None:
    measures = tapped_measures(lengths(1, 2, 1, 5, 1, 1, 3, 4, 2), meter)
    rhythm = tune_rhythm(measures, meter, form_of("AAB", 6))
    music = parts_of(rhythm).pattern
    assert music.startswith("|:")
    assert music.endswith("|]\n")
    first, second = music.split(":|\n")
    for part in (first.removeprefix("|:"), second.removesuffix("|]\n")):
        assert part.count("|") == 5
        assert not part.endswith("-")
