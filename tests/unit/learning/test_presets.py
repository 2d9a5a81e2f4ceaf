"""Which preset a config is nearest to."""

from dataclasses import replace

from abcstudio.learning.presets import PRESETS, nearest_preset


def test_the_nearest_preset_is_named_with_what_differs():
    for name, preset in PRESETS.items():
        assert nearest_preset(preset) == (name, ())
        own = replace(preset, hidden_size=77, steps=5)
        assert nearest_preset(own) == (name, ("hidden_size", "steps"))
