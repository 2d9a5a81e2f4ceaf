"""ABC text to a `Score`: the entry point of the reader."""

from collections.abc import Callable

from abcstudio.notation.gc_pause import uncollected
from abcstudio.notation.reader.tune_reader import TuneReader
from abcstudio.notation.score import Score

Read = Callable[[str], Score]
"""What reads a tune's text, as `parse` does."""


@uncollected
def parse(text: str, file_header: str = "") -> Score:
    """Return the music of one tune's text, with diagnostics; any text at all is read, none raises.

    Args:
        text: The tune. Only the first one of a text is read; a tunebook is split first.
        file_header: The fields and directives at the start of its file, which hold for every tune
            that does not say otherwise (ABC 2.1, 2.2.2). They have no place in `text`: their spans
            are empty, and what is wrong in them is not reported here.
    """
    return TuneReader(text, file_header).read()
