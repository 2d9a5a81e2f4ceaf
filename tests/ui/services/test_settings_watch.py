"""A preference wakes what depends on it, and nothing else."""

from abcstudio.settings import Settings, WindowState
from abcstudio.ui.services.studio import Studio


def test_only_what_depends_on_a_preference_hears_of_it(studio: Studio) -> None:
    heard: list[Settings] = []
    studio.on_change(heard.append, "metronome", "count_in")
    studio.update_settings(window=WindowState(splitters={"columns": (200, 400)}))
    assert not heard
    # Both at once are one change.
    studio.update_settings(metronome=True, count_in=True)
    assert [settings.metronome for settings in heard] == [True]


def test_a_preference_changed_by_what_hears_of_another_is_the_one_that_is_told(
    studio: Studio,
) -> None:
    told: list[bool] = []
    studio.on_change(lambda: studio.update_settings(count_in=True), "metronome")
    studio.on_change(lambda settings: told.append(settings.count_in), "metronome", "count_in")
    studio.update_settings(metronome=True)
    assert set(told) == {True}
