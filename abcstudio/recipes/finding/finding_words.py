"""What there is to say of a melody that was found."""

from abcstudio.corpus.melody_index.match import Match
from abcstudio.corpus.tune import Tune
from abcstudio.messages import Phrase
from abcstudio.recipes.finding.read_as import QueryReading, ReadAs

_WITHOUT_PITCH = (ReadAs.DEGREES, ReadAs.INTERVALS, ReadAs.CONTOUR)


def likeness_words(
    match: Match, reading: QueryReading, *, are_octaves_wrong: bool = False
) -> Phrase:
    """Return how near a place is to what was looked for.

    Args:
        match: The place.
        reading: How what was typed is read there.
        are_octaves_wrong: The notes are in other octaves than typed.
    """
    if match.wrong_notes:
        which = "finding.steps_differ" if reading.kind is ReadAs.CONTOUR else "finding.differs"
        return Phrase(which, {"count": match.wrong_notes})
    if reading.kind is ReadAs.CONTOUR:
        return Phrase("finding.contour")
    if are_octaves_wrong:
        return Phrase("finding.other_octaves")
    if match.wrong_lengths > 1:
        return Phrase("finding.other_rhythm")
    return Phrase("finding.rhythm" if match.wrong_lengths else "finding.exact")


def reading_words(reading: QueryReading, key: str) -> Phrase:
    """Return how what was typed was read.

    Args:
        reading: The way.
        key: The name of the key, where it was read in one that was not typed.
    """
    if reading.kind is ReadAs.ABC:
        return Phrase("finding.read.key", {"key": key})
    return Phrase(f"finding.read.{reading.kind.value}")


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
    if tune.file:
        words = {"number": tune.number, "title": tune.title, "file": tune.file}
        return Phrase("finding.titled" if tune.title else "finding.untitled", words)
    if not tune.title:
        return Phrase("jury.number", {"number": tune.number})
    return Phrase("jury.title", {"number": tune.number, "title": tune.title})


def pitch_words(transposition: int, kind: ReadAs = ReadAs.ABC) -> Phrase:
    """Return how much higher or lower a tune has what was looked for."""
    if kind in _WITHOUT_PITCH:
        return Phrase("finding.any_pitch")
    if not transposition:
        return Phrase("finding.same_pitch")
    message_id = "finding.higher" if transposition > 0 else "finding.lower"
    return Phrase(message_id, {"count": abs(transposition)})
