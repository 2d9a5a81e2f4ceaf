from abcstudio.paths import bundled_model
from abcstudio.recipes.inspect import InspectRequest, inspect_model

TUNE = "X:1\nT:The First\nR:reel\nM:4/4\nL:1/8\nK:D\n" + "|:dAFA DFAd|fdcd FAdf|\n" * 4


def test_the_model_in_the_box_has_units_that_follow_the_text():
    result = inspect_model(InspectRequest(bundled_model(), TUNE), lambda: False)
    assert len(result.inspection.readings) == len(TUNE)
    assert 0.2 < result.inspection.mean_surprise < 2.5
    header = result.units["in_header"]
    assert len(header) == 5
    assert abs(header[0].correlation) > 0.5


def test_a_text_without_characters_has_nothing_to_show():
    result = inspect_model(InspectRequest(bundled_model(), ""), lambda: False)
    assert result.inspection.readings == ()
    assert result.units == {}
