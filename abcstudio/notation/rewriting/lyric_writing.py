"""Writing `w:` lines anew from the syllables of notes (ABC 2.1, 5.1)."""

from collections.abc import Sequence

from abcstudio.notation.score import Chord, Syllable


def lyric_lines(
    text: str, chords: Sequence[Chord], verses: int, prefix: str, *, keeps_empty: bool = False
) -> list[str]:
    """Return the `w:` lines under a line of music, one a verse; none where nothing is sung.

    Args:
        text: The tune, in which the syllables stand.
        chords: The chords of the line, in order.
        verses: How many verses there are.
        prefix: What a line begins with, such as `w: `.
        keeps_empty: Write a first verse where nothing is sung too: since ABC 2.1 the words of a
            later line would belong to this one as well.
    """
    lines = [_verse(text, chords, verse) for verse in range(1, verses + 1)]
    while len(lines) > keeps_empty and not lines[-1]:
        lines.pop()
    # A verse without words still needs its line, or the next one would be taken for it.
    return [prefix + (line or "*") for line in lines]


def _verse(text: str, chords: Sequence[Chord], verse: int) -> str:
    slots = [
        next((syllable for syllable in chord.syllables if syllable.verse == verse), None)
        for chord in chords
    ]
    while slots and slots[-1] is None:
        slots.pop()
    line = ""
    joins = False
    for slot in slots:
        is_text = slot is not None and bool(slot.text)
        line += ("" if (joins and is_text) or not line else " ") + _written(text, slot)
        joins = slot is not None and slot.hyphen and bool(slot.text)
    return line


def _written(text: str, slot: Syllable | None) -> str:
    if slot is None:
        return "*"
    if slot.extender:
        return "_"
    if not slot.text:
        return "-"
    return slot.span.of(text) + ("-" if slot.hyphen else "")
