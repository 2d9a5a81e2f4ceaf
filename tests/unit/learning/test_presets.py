"""Which preset a config is nearest to."""

from dataclasses import replace

from abcstudio.learning.presets import PRESETS, nearest_preset


def test_the_nearest_preset_is_named_with_what_differs():
    for name, preset in PRESETS.items():
        assert nearest_preset(preset) == (name, ())
        own = replace(preset, hidden_size=77, steps=5)
        assert nearest_preset(own) == (name, ("hidden_size", "steps"))


def test_settings_without_an_effect_are_no_difference():
    own = replace(PRESETS["lab"], pointer_width=64, pointer_reach=100)
    assert nearest_preset(own) == ("lab", ())
    assert nearest_preset(replace(own, pointer_heads=1))[1] == (
        "pointer_heads", "pointer_width", "pointer_reach",
    )  # fmt: skip
