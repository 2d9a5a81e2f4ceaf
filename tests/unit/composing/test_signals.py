import math

from abcstudio.recipes.inspect import signals_of

TUNE = 'X:1\nT:One\nM:6/8\nL:1/8\nK:D\nA|"D"def [Ad]2 (3B/A/F/|\n'


def at(signal, part, place=0):
    return signals_of(TUNE)[signal][TUNE.index(part) + place]


def test_each_signal_has_a_number_a_character():
    for name, signal in signals_of(TUNE).items():
        assert len(signal) == len(TUNE), name
    assert all(signal == () for signal in signals_of("").values())


def test_the_text_is_followed():
    assert at("in_header", "T:One") == at("in_header", "One") == 1.0
    assert at("in_header", 'A|"D"') == 0.0
    assert at("in_quotes", '"D"', 1) == 1.0
    assert at("in_quotes", "def") == 0.0
    assert [at("in_chord", "[Ad]2 (", place) for place in range(-1, 6)] == [0, 1, 1, 1, 1, 1, 0]
    assert at("line_position", "T:One") == 0.0
    assert at("line_position", "T:One", 5) == 1.0


def test_the_music_is_followed():
    assert at("measure_position", 'A|"D"') == 5 / 6
    assert [at("measure_position", letter) for letter in ("def", "ef ", "f [")] == [0, 1 / 6, 2 / 6]
    assert at("on_beat", "def") == at("on_beat", "[Ad]") == 1.0
    assert at("on_beat", "ef ") == 0.0
    assert math.isnan(at("on_beat", "T:One"))
    assert math.isnan(at("measure_position", '"D"'))
