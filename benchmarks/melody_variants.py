"""Tunes that are known ones in other words: in another key, halved, with other notes, re-barred."""

import random
import re

from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.notation.score import Chord


def with_other_notes(text: str, rng: random.Random) -> str:
    """Return a tune of which a tenth of the notes are others."""
    head, key, body = text.partition("\nK:")
    notes = [
        rng.choice("ABcdefg") if letter in "ABcdefg" and rng.random() < 0.1 else letter
        for letter in body
    ]
    first, end, _ = body.partition("\n")
    return head + key + first + end + "".join(notes)[len(first) + len(end) :]


def disguised(text: str, rng: random.Random) -> str:
    """Return a tune that is the same tune, though little of its text is."""
    moved = transpose(text, rng.choice([-5, -3, -2, 2, 3, 5]))
    score = parse(moved)
    notes = [
        element
        for element in score.voices[0].elements
        if isinstance(element, Chord)
        and len(element.notes) == 1
        and not element.notes[0].accidental
    ]
    letters = list(moved)
    for chord in rng.sample(notes, min(3, len(notes))):
        place = chord.span.start
        letters[place] = rng.choice([one for one in "ABcdef" if one != letters[place]])
    changed = re.sub(
        r"^L:1/(\d+)", lambda unit: f"L:1/{2 * int(unit[1])}", "".join(letters), flags=re.M
    )
    changed = re.sub(r"^T:.*\n", "", changed, flags=re.M)
    changed = re.sub(
        r"^M:(\d+)/(\d+)", lambda one: f"M:{one[1]}/{2 * int(one[2])}", changed, flags=re.M
    )
    head, key, body = changed.partition("\nK:")
    name, end, music = body.partition("\n")
    parts = re.split(r"(?<=:\|)\s*(?=\|:)", music)
    if rng.random() < 0.5 and "C" not in text.split("\nM:")[1][:2]:
        # Two measures in one.
        parts = [
            re.sub(r"(?<![:|\[])\|(?![:|\]\d])([^|:\n]*)(\|)", r" \1\2", part) for part in parts
        ]
    return head + key + name + end + "\n".join(reversed(parts))


def backwards(text: str) -> str:
    """Return a tune that is none: another one from its last note to its first, in its rhythm."""
    score = parse(text)
    notes = [
        element
        for element in score.voices[0].elements
        if isinstance(element, Chord) and len(element.notes) == 1
    ]
    letters = [re.match(r"[_^=]*[A-Ga-g][,']*", text[note.span.start :]) for note in notes]
    places = [
        (note.span.start, letter[0])
        for note, letter in zip(notes, letters, strict=True)
        if letter is not None
    ]
    made, end = [], 0
    for (start, old), (_, new) in zip(places, reversed(places), strict=True):
        made += [text[end:start], new]
        end = start + len(old)
    return "".join(made) + text[end:]
