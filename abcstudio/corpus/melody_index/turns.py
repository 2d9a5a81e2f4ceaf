"""Ornaments that are written out, taken back to the note that they adorn."""

from collections.abc import Sequence

from abcstudio.corpus.melody_index.melody import LineNote


def without_turns(melody: Sequence[LineNote]) -> tuple[tuple[LineNote, ...], tuple[int, ...]]:
    """Return a melody without turns, and which note of the full one each note is.

    A turn leaves a note for another and comes back to it within a measure, or says it again in its
    stead, the first two of its three notes shorter than most notes of the melody, such as `A/B/A`,
    `(3ABA` or `A/A/A` for `A2`.
    """
    lengths = [note.length for note in melody]
    usual = max(set(lengths), key=lengths.count, default=0)
    notes: list[LineNote] = []
    places: list[int] = []
    place = 0
    while place < len(melody):
        three = melody[place : place + 3]
        note = three[0]
        places.append(place)
        if _is_turn(three, usual):
            note = note._replace(length=sum(one.length for one in three))
            place += 2
        notes.append(note)
        place += 1
    return tuple(notes), tuple(places)


def _is_turn(three: Sequence[LineNote], usual: int) -> bool:
    return (
        len(three) == 3
        and three[0].pitch == three[2].pitch
        and three[0].measure == three[2].measure
        and max(three[0].length, three[1].length) < usual
    )
