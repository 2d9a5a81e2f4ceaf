"""ABC text to a `Score`: the one door into the reader."""

from abcstudio.notation.collection import uncollected
from abcstudio.notation.score import Score
from abcstudio.notation.tune_reader import TuneReader


@uncollected
def parse(text: str) -> Score:
    """Return the music of one tune's text, with diagnostics; any text at all is read, none raises.

    Only the first tune of a text is read; a tunebook is split first.
    """
    return TuneReader(text).read()
