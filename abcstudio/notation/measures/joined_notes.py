"""Which notes of a voice ties and slurs join (ABC 2.1, 4.11)."""

from abcstudio.notation.score import Chord, Note, Rest, TimedElement, Voice


def ties(voice: Voice) -> list[tuple[Note, Note]]:
    """Return the notes that ties join, in the order of the second.

    A tie leads to the notes of the next chord that stand on its line or space. A rest ends it.
    """
    pairs: list[tuple[Note, Note]] = []
    held: dict[int, Note] = {}
    for element in voice.elements:
        if isinstance(element, Rest):
            held = {}
        elif isinstance(element, Chord):
            for note in element.notes if held else ():
                start = held.get(note.pitch.diatonic)
                if start is not None:
                    pairs.append((start, note))
            held = {note.pitch.diatonic: note for note in element.notes if note.tied}
    return pairs


def slurs(voice: Voice) -> list[tuple[TimedElement, TimedElement]]:
    """Return the first and last elements of slurs, in the order of the last.

    A slur that ends at an element ends before another begins there. The one that began last ends
    first. A slur without an end is left out.
    """
    pairs: list[tuple[TimedElement, TimedElement]] = []
    opened: list[TimedElement] = []
    for element in voice.elements:
        if isinstance(element, TimedElement):
            count = min(element.slur_ends, len(opened))
            pairs.extend((opened.pop(), element) for _ in range(count))
            opened.extend(element for _ in range(element.slur_starts))
    return pairs
