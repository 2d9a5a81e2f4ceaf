"""Takes of a few characters, for tests to which it does not matter what is composed."""

from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_wish import DEFAULT_WISH
from abcstudio.ui.composer.takes.options.sampling_controls import show_value

WITH_MUSIC = "X:1\nT:Mine\nM:4/4\nL:1/8\nK:D\nd2A2d2A2|"
"""A seed from which every take can be played, whatever the network writes on this machine."""


def ask_for_one_take(form: ComposeForm) -> None:
    """Compose one take where a test does not ask for more: the usual eight take longer."""
    if form.takes.value() == DEFAULT_WISH.takes:
        form.takes.setValue(1)


def ask_for_short_takes(form: ComposeForm, characters: int = 60) -> None:
    """Ask for so many characters of one take, full measures or not.

    To look for whole measures in so little room takes ten times as long as to compose without.
    """
    ask_for_one_take(form)
    form.max_chars.setValue(characters)
    show_value(form.options["guard"], False)
