"""How much is drawn: beyond it a tune gets a sentence instead of a score.

What the reader lets through is more than Verovio can draw: its work grows with all there is on the
score, and with the square of what stands in one measure and of the lines of text under the music.
Each limit is many times what the largest tune of the box needs and is drawn in about two seconds.
"""

from abcstudio.errors import EngravingError
from abcstudio.notation.score import Score

MAX_DRAWN_ELEMENTS = 30_000
"""Elements of music in a score that is still written as MEI."""

MAX_SIGNS = 30_000
"""Signs of MEI in a score: notes, bar lines, slurs, syllables, words, and what holds them."""

MAX_MEASURE_SIGNS = 2_000
"""Signs of one measure, all its staves together."""

MAX_WORDS_SIGNS = 8_000
"""Signs outside the measures: titles, words and the definitions of staves."""

QUICK_SIGNS, QUICK_MEASURE_SIGNS = 2_000, 400
"""Up to where drawing takes less than a tenth of a second, for which a signal may wait."""


def check_score(score: Score) -> None:
    """Say so when a score holds too much for its MEI to be written.

    Raises:
        EngravingError: It does.
    """
    count = sum(len(voice.elements) for voice in score.voices)
    if count > MAX_DRAWN_ELEMENTS:
        raise EngravingError("engraving.too_large", count=count, limit=MAX_DRAWN_ELEMENTS)


def check_work(mei: str) -> None:
    """Say so when a document would take too long to draw.

    Raises:
        EngravingError: It would.
    """
    signs = mei.count("<")
    if signs > MAX_SIGNS:
        raise EngravingError("engraving.too_large", count=signs, limit=MAX_SIGNS)
    inside, longest = _measures(mei)
    if longest > MAX_MEASURE_SIGNS:
        raise EngravingError("engraving.long_measure", count=longest, limit=MAX_MEASURE_SIGNS)
    if signs - inside > MAX_WORDS_SIGNS:
        raise EngravingError("engraving.many_words", limit=MAX_WORDS_SIGNS)


def is_quick(mei: str) -> bool:
    """Return whether a document is drawn in no noticeable time."""
    return mei.count("<") <= QUICK_SIGNS and _measures(mei)[1] <= QUICK_MEASURE_SIGNS


def _measures(mei: str) -> tuple[int, int]:
    """Return how many signs all measures have, and the longest one."""
    counts = [part.partition("</measure>")[0].count("<") for part in mei.split("<measure ")[1:]]
    # Each has a sign that begins it and one that ends it.
    return sum(counts) + 2 * len(counts), max(counts, default=0)
