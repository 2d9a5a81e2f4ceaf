"""What a command of the page of tunes is about."""

from dataclasses import dataclass

from abcstudio.corpus.tune import Tune


@dataclass(frozen=True, slots=True)
class ChosenTunes:
    """The tunes that are chosen on the page now.

    Attributes:
        tunes: The selected tunes when there are several, else all that the filter shows.
        name: What their source is called.
        shown: The tune whose score is shown, None for none.
    """

    tunes: tuple[Tune, ...]
    name: str
    shown: Tune | None
