"""The options of the bar over the text, kept over a restart."""

from collections.abc import Callable

from abcstudio.ui.composer.rewriting.rewriting_options import RewritingOptions, recalled_options
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow


def test_options_are_there_after_a_restart(start: Callable[[], MainWindow]) -> None:
    window = start()
    bar = window.composer.rewriting_bar
    assert bar.options() == RewritingOptions()
    bar.kept.rhythm.trigger()
    bar.kept.ends.trigger()
    bar.temperature.setValue(1.25)
    bar.hear.click()
    kept = window.studio.settings
    again = start()
    again.studio.replace_settings(kept)
    assert recalled_options(again.studio) == RewritingOptions(
        keeps_rhythm=True, keeps_ends=True, temperature=1.25, is_heard=False
    )


def test_what_does_not_fit_is_the_default(studio: Studio) -> None:
    studio.update_settings(
        rewriting={"temperature": -3, "keeps_rhythm": "yes", "is_heard": False, "other": 1}
    )
    assert recalled_options(studio) == RewritingOptions(is_heard=False)
