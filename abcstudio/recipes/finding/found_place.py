"""A search hit: the tune, and the notes or the title that match."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """Where a melody stands in a tune, what a relative shares with a tune, or a title that fits.

    Attributes:
        tune: The tune that was found.
        notes: The first characters of the notes there, in its text; none of a title.
        own_notes: Those of the tune that was asked about, of a relative.
        ends: The first characters of the first and the last note that are played.
        measures: The first and the last measure of these, a pickup is 0; of a title both are.
        transposition: By how many semitones the tune lies above what was looked for.
        score: 1 for what is literally there, less for each note that differs; of a relative, how
            much of the tune it has.
        likeness: How near that is, in words.
        place: Which measures or which title, in words.
        pitch: How much higher or lower the tune has it, in words; None of a title.
        is_own: It is the tune in which the melody was selected, at another place.
        reading: How what was typed is read there; None of what was not typed as notes.
        others: The same tune in other files.
    """

    tune: Tune
    notes: tuple[int, ...] = ()
    own_notes: tuple[int, ...] = ()
    ends: tuple[int, int] = (0, 0)
    measures: tuple[int, int] = (0, 0)
    transposition: int = 0
    score: float
    likeness: Phrase
    place: Phrase
    pitch: Phrase | None = None
    is_own: bool = False
    reading: QueryReading | None = None
    others: tuple[Tune, ...] = ()

    @property
    def is_title(self) -> bool:
        """Whether its title was found, and no notes."""
        return self.pitch is None

    @property
    def files(self) -> tuple[str, ...]:
        """The files with this tune; empty if the source is a single file."""
        return tuple(dict.fromkeys(tune.file for tune in (self.tune, *self.others) if tune.file))


def with_twins(places: Iterable[FoundPlace]) -> tuple[FoundPlace, ...]:
    """Merge the hits of a tune that several files have."""
    each: dict[tuple[str, ...], FoundPlace] = {}
    for number, place in enumerate(places):
        # Tunes of a single file are never merged.
        key = (_music(place.tune),) if place.tune.file else ("", str(number))
        first = each.get(key)
        if first is None:
            each[key] = place
        elif place.tune.file in first.files:
            each[*key, str(number)] = place
        else:
            each[key] = replace(first, others=(*first.others, place.tune))
    return tuple(each.values())


def _music(tune: Tune) -> str:
    """Return the text of a tune without its number."""
    lines = (line.rstrip() for line in tune.standalone_text.splitlines())
    return "\n".join(line for line in lines if not line.startswith("X:"))
