from abcstudio.paths import bundled_model
from abcstudio.recipes.inspect import InspectRequest, inspect_model

TUNE = "X:1\nT:The First\nR:reel\nM:4/4\nL:1/8\nK:D\n" + "|:dAFA DFAd|fdcd FAdf|\n" * 4


def test_the_model_in_the_box_has_units_that_follow_the_text():
    result = inspect_model(InspectRequest(bundled_model(), TUNE))
    assert len(result.inspection.readings) == len(TUNE)
    assert 0.2 < result.inspection.mean_surprise < 2.5
    header = result.units["in_header"]
    assert len(header) == 5
    assert abs(header[0].correlation) > 0.5


def test_a_text_without_characters_has_nothing_to_show():
    result = inspect_model(InspectRequest(bundled_model(), ""))
    assert result.inspection.readings == ()
    assert result.units == {}


def test_what_the_model_has_never_seen_can_be_passed_over():
    known = inspect_model(InspectRequest(bundled_model(), TUNE))
    text = TUNE.replace("The", "\u0422The") + "%%abcstudio words\n"
    result = inspect_model(InspectRequest(bundled_model(), text))
    assert result.reading.unknown == ("\u0422",)
    assert result.reading.has_own_lines
    assert "".join(text[place] for place in result.places) == TUNE
    assert result.inspection.mean_surprise == known.inspection.mean_surprise
    assert not result.is_cut


def test_of_a_very_long_text_only_the_beginning_is_read(monkeypatch):
    monkeypatch.setattr("abcstudio.learning.inspection.MAX_INSPECTED_CHARS", 50)
    result = inspect_model(InspectRequest(bundled_model(), TUNE))
    assert result.is_cut
    assert result.places == tuple(range(50))


def test_a_header_alone_follows_no_measure():
    result = inspect_model(InspectRequest(bundled_model(), "X:1\nK:D\n"))
    assert all(one.correlation == 0 for one in result.units["measure_position"])
