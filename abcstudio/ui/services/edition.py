"""What the edition without torch leaves out of the window, said in one sentence."""

from abcstudio.learning.devices import has_torch
from abcstudio.ui.words.translation import message


def why_no_torch() -> str:
    """Return why nothing can be trained or checked here and how to get what can, "" where it can.

    The edition Player has no torch.
    """
    return "" if has_torch() else message("edition.player", {})
