"""What there is to say of a melody that was found."""

from abcstudio.corpus.melody_index.asked_melody import LONGEST_QUERY
from abcstudio.corpus.tune import Tune
from abcstudio.messages import Phrase

# What a query written in a far unit note length costs of a note: nothing that is heard.
_NOTHING = 0.15


def likeness_words(score: float, asked: int) -> Phrase:
    """Return how near a place is to what was looked for.

    Args:
        score: That of the match.
        asked: How many notes were looked for.
    """
    notes = (1 - score) * min(asked, LONGEST_QUERY)
    if notes <= _NOTHING:
        return Phrase("finding.exact")
    if notes < 1:
        return Phrase("finding.rhythm")
    return Phrase("finding.differs", {"count": round(notes)})


def place_words(measures: tuple[int, int], message_id: str = "newness.place") -> Phrase:
    """Return which measures are meant; the pickup before the first has no number."""
    first, last = measures
    if first:
        which = "measure" if first == last else "measures"
    else:
        which = {0: "pickup", 1: "pickup_and_one"}.get(last, "pickup_and_more")
    return Phrase(f"{message_id}.{which}", {"number": first, "first": first, "last": last})


def name_words(tune: Tune) -> Phrase:
    """Return what a tune is called."""
    if not tune.title:
        return Phrase("jury.number", {"number": tune.number})
    return Phrase("jury.title", {"number": tune.number, "title": tune.title})


def pitch_words(transposition: int) -> Phrase:
    """Return how much higher or lower a tune has what was looked for."""
    if not transposition:
        return Phrase("finding.same_pitch")
    message_id = "finding.higher" if transposition > 0 else "finding.lower"
    return Phrase(message_id, {"count": abs(transposition)})
