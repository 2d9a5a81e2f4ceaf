"""Which tunes are the same melody, whatever the key, the unit note length and the bar lines.

A melody is read as a contour: its pitches at even steps of time, a step being its commonest note
length. Two contours are compared by the shapes they share: all runs of twelve steps, each relative
to its first pitch.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING

from abcstudio.corpus.melody_reader import can_read, read_melody
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import BarLine, Chord, Element, Rest, Score
from abcstudio.stopping import in_turns

if TYPE_CHECKING:
    from abcstudio.corpus.shared_shapes import SharedShapes

Contour = tuple[int, ...]
Shape = bytes

_SHAPE_STEPS = 12
_INCIPIT_STEPS = 16
_LONGEST_NOTE_STEPS = 8
_SAME_TUNE = 0.75
_SAME_FAMILY = 0.3


def contour(score: Score) -> Contour:
    """Return a tune's melody as pitches at even steps of time, from its first full measure on."""
    return _at_even_steps(_notes(score.voices[0].elements, score.meter.measure_duration))


def quick_contours(texts: Iterable[str]) -> tuple[Contour, ...]:
    """Return the contours of tunes, without scores where their text is plain enough."""
    return tuple(_quick_contour(text) for text in in_turns(texts))


@lru_cache(maxsize=50_000)
def _quick_contour(text: str) -> Contour:
    return _at_even_steps(read_melody(text)) if can_read(text) else contour(parse(text))


def fingerprint(score: Score) -> str:
    """Return a short text that is the same for the same melody in any key and notation."""
    steps = contour(score)
    relative = ",".join(str(pitch - steps[0]) for pitch in steps)
    return blake2b(relative.encode("ascii"), digest_size=8).hexdigest()


def contours_of(texts: Sequence[str]) -> tuple[Contour, ...]:
    """Return the contours of tunes given as ABC text."""
    return tuple(contour(parse(text)) for text in texts)


def likeness(own: Contour, others: Iterable[Contour]) -> float:
    """Return how much of a melody stands in one other of these, 0 to 1: the similarity index."""
    shapes = _shapes(own)
    return max((len(shapes & _shapes(other)) / len(shapes) for other in others), default=0.0)


def duplicates(contours: Sequence[Contour], shared: "SharedShapes | None" = None) -> dict[int, int]:
    """Return for each place that repeats an earlier melody the place of that melody.

    Args:
        contours: The melodies.
        shared: What `shapes_in_common` returns for them, where it is known.
    """
    found: dict[int, int] = {}
    exact: dict[Contour, int] = {}
    for place, steps in enumerate(contours):
        relative = tuple(pitch - steps[0] for pitch in steps)
        first = exact.setdefault(relative, place)
        if first != place:
            found[place] = first
    shared = shared or shapes_in_common(contours)
    for first, second in shared.pairs(shared.of_both >= _SAME_TUNE):
        if first not in found:
            found.setdefault(second, first)
    return found


def shapes_in_common(contours: Sequence[Contour]) -> "SharedShapes":
    """Return which melodies have shapes in common: of 60,000 tunes it takes some ten seconds."""
    # It brings NumPy, and the window starts without.
    from abcstudio.corpus.shared_shapes import shared_shapes

    return shared_shapes(contours, _SHAPE_STEPS)


def families(
    contours: Sequence[Contour],
    kin: Iterable[tuple[int, int]] = (),
    shared: "SharedShapes | None" = None,
) -> tuple[int, ...]:
    """Return a family number for each tune: variants, and tunes that begin alike, share one.

    Args:
        contours: The melodies.
        kin: Pairs that are known to be of one family.
        shared: What `shapes_in_common` returns for them, where it is known.
    """
    parents = list(range(len(contours)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    shared = shared or shapes_in_common(contours)
    for first, second in shared.pairs(shared.of_shorter >= _SAME_FAMILY):
        parents[root(second)] = root(first)
    incipits: dict[Contour, int] = {}
    for place, steps in enumerate(contours):
        incipit = tuple(pitch - steps[0] for pitch in steps[:_INCIPIT_STEPS])
        parents[root(place)] = root(incipits.setdefault(incipit, place))
    for one, other in kin:
        parents[root(one)] = root(other)
    return tuple(root(place) for place in range(len(contours)))


def _at_even_steps(notes: Sequence[tuple[int, Fraction]] | Sequence[tuple[int, int]]) -> Contour:
    lengths = Counter(duration for _, duration in notes if duration)
    if not lengths:
        return tuple(pitch for pitch, _ in notes)
    step = max(lengths, key=lambda duration: (lengths[duration], duration))
    counts = {
        duration: min(max(round(duration / step), 1), _LONGEST_NOTE_STEPS) for duration in lengths
    }
    steps: list[int] = []
    for pitch, duration in notes:
        steps += (pitch,) * counts.get(duration, 1)
    return tuple(steps)


def _notes(elements: Sequence[Element], measure: Fraction) -> list[tuple[int, Fraction]]:
    """Return pitch and length of each note, rests added to the note before, pick-up left out."""
    notes: list[tuple[int, Fraction]] = []
    tied = False
    first_bar_seen = False
    for element in elements:
        if isinstance(element, BarLine) and notes and not first_bar_seen:
            first_bar_seen = True
            if sum((length for _, length in notes), Fraction(0)) < measure:
                notes = []
        elif isinstance(element, Chord) and element.notes:
            pitch = int(max(note.pitch.midi_number for note in element.notes))
            if tied and notes and notes[-1][0] == pitch:
                notes[-1] = (pitch, notes[-1][1] + element.duration)
            else:
                notes.append((pitch, element.duration))
            tied = any(note.tied for note in element.notes)
        elif isinstance(element, Rest) and notes:
            notes[-1] = (notes[-1][0], notes[-1][1] + element.duration)
    return notes


def _shapes(steps: Contour) -> frozenset[Shape]:
    """Return all runs of steps, each as the intervals in it."""
    intervals = bytes((after - before) % 256 for before, after in pairwise(steps))
    count = max(len(steps) - _SHAPE_STEPS + 1, 1)
    return frozenset(intervals[start : start + _SHAPE_STEPS - 1] for start in range(count))
