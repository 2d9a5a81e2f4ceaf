"""Ties in the text: where they stand, and tying a note to the next one."""

import re

from abcstudio.errors import EditError
from abcstudio.notation.editing.writer import Edit
from abcstudio.notation.measures.places import ScorePlaces
from abcstudio.notation.score import Chord, Score
from abcstudio.notation.spans import Span

TIE = re.compile(r"\.?-")
_TIES_INSIDE = re.compile(r"(?<=[\dA-Ga-g,'/])\.?-")


def tied_or_parted(score: Score, start: int) -> tuple[Edit, ...]:
    """Return the edits that tie a note or its chord to the next, or take its ties away.

    Raises:
        EditError: The next note has another pitch, or there is no note.
    """
    places = ScorePlaces(score)
    place = places.at(start)
    if place is None or not isinstance(place.element, Chord) or place.is_grace:
        raise EditError("edit.no_notes")
    chord = place.element
    if any(note.tied for note in chord.notes):
        return tuple(Edit(span, "") for span in tie_spans(score.text, chord))
    after = places.neighbour(start, 1)
    follower = places.at(after) if after is not None else None
    heights: set[int] = set()
    if follower is not None and isinstance(follower.element, Chord):
        heights = {note.pitch.diatonic for note in follower.element.notes}
    tied = [note for note in chord.notes if note.pitch.diatonic in heights]
    if not tied:
        raise EditError("edit.nothing_to_tie")
    is_whole = len(tied) == len(chord.notes)
    ends = [chord.span.end] if is_whole else [note.span.end for note in tied]
    return tuple(Edit(Span(end, end), "-") for end in ends)


def tie_spans(text: str, chord: Chord) -> list[Span]:
    """Return where the ties stand that lead from a chord."""
    inside = _TIES_INSIDE.finditer(text, chord.notes[0].span.start, chord.span.end)
    spans = [Span(*match.span()) for match in inside]
    after = TIE.match(text, chord.span.end)
    return [*spans, Span(*after.span())] if after is not None else spans
