"""A note entered above lyrics sings nothing: the words stay with the notes that they had."""

from abcstudio.notation.editing.writer import Edit, apply_changes
from abcstudio.notation.reader.parser import Read
from abcstudio.notation.score import Chord, Score, Syllable
from abcstudio.notation.spans import Span

Sung = tuple[tuple[str, int, bool, bool], ...]


def with_lyrics_kept(old: Score, changed: Score, new: Span, read: Read) -> Score:
    """Return a changed tune in which the words of a line make room for a new note.

    Args:
        old: The tune before.
        changed: The tune with the note.
        new: What was written for it, in the changed text.
        read: Reads a text of the tune.
    """
    before = [_sung(chord) for chord in _chords(old)]
    if not any(before) or _sung_around(changed, new) == before:
        return changed
    grown = len(changed.text) - len(old.text)
    edits = []
    for syllable in _following(old, new.start):
        place = syllable.span.start + grown
        gap = " " if changed.text[place - 1 : place].isspace() else ""
        edits.append(Edit(Span(place, place), "*" + gap))
    fixed = read(apply_changes(changed.text, edits))
    return fixed if _sung_around(fixed, new) == before else changed


def _following(score: Score, place: int) -> list[Syllable]:
    """Return, for each verse, the first syllable that a note after a place sings."""
    found: dict[int, Syllable] = {}
    for chord in _chords(score):
        if chord.span.start >= place:
            for syllable in chord.syllables:
                found.setdefault(syllable.verse, syllable)
    return list(found.values())


def _sung_around(score: Score, new: Span) -> list[Sung]:
    chords = [c for c in _chords(score) if not new.start <= c.span.start < new.end]
    is_silent = all(not c.syllables for c in _chords(score) if c not in chords)
    return [_sung(chord) for chord in chords] if is_silent else []


def _sung(chord: Chord) -> Sung:
    return tuple((s.text, s.verse, s.hyphen, s.extender) for s in chord.syllables)


def _chords(score: Score) -> list[Chord]:
    chords = [e for voice in score.voices for e in voice.elements if isinstance(e, Chord)]
    return sorted(chords, key=lambda chord: chord.span.start)
