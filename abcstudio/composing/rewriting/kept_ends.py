"""Which notes of chosen measures may change where the first and the last one stay."""

from collections.abc import Sequence

from abcstudio.composing.rewriting.kept import Kept
from abcstudio.composing.rewriting.melody import is_tied, key_at
from abcstudio.notation.score import Chord, Rest, Score


def between_ends(score: Score, timed: Sequence[Chord | Rest], kept: Kept) -> list[Chord | Rest]:
    """Return the notes and rests that stand between the first note and the last.

    A note that stays keeps those that it is tied to and, where the rhythm may change, the tuplet
    or the broken rhythm that it is in; the last one also what gives it its accidental.
    """
    notes = [place for place, one in enumerate(timed) if isinstance(one, Chord)]
    if not notes:
        return list(timed)
    first, last = notes[0] + 1, notes[-1]
    while first < last and hang_together(score.text, timed[first - 1], timed[first], kept):
        first += 1
    while first < last and (
        hang_together(score.text, timed[last - 1], timed[last], kept)
        or any(is_altered_before(score, one, timed[last:]) for one in timed[last:])
    ):
        last -= 1
    return list(timed[first:last])


def hang_together(text: str, one: Chord | Rest, following: Chord | Rest, kept: Kept) -> bool:
    """Return whether two neighbors must both change or both stay."""
    if isinstance(one, Chord) and is_tied(one):
        return True
    if kept.rhythm:
        return False
    between = text[one.span.end : following.span.start]
    is_broken = bool({*"<>"} & {*between.partition("|")[0]})
    return is_broken or (one.tuplet is not None and one.tuplet is following.tuplet)


def is_altered_before(score: Score, one: Chord | Rest, kept: Sequence[Chord | Rest]) -> bool:
    """Return whether a note has its accidental from one that stands before those that stay."""
    if not isinstance(one, Chord):
        return False
    signs = {
        note.pitch.step
        for each in kept
        if isinstance(each, Chord) and each.onset <= one.onset
        for note in each.notes
        if note.accidental
    }
    return any(
        note.pitch.step not in signs
        and note.pitch.alter != key_at(score, note.span.start).alter_of(note.pitch.step)
        for note in one.notes
    )
