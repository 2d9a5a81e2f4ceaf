"""Turning notes into rests and removing them, with all that hangs on a note in the text.

Each function returns the tune's new text. Accidentals that later notes lean on are given to these
notes first, and a change that would move the lyrics or the pitch of another note is declined.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction

from abcstudio.errors import EditError
from abcstudio.notation.editing.emptied_measures import joined_bar_lines
from abcstudio.notation.editing.length_style import LengthStyle
from abcstudio.notation.editing.tie_edits import TIE, tie_spans
from abcstudio.notation.editing.writer import Edit, apply_changes, write
from abcstudio.notation.editing.written_notes import WrittenNote, keep_pitches, written_notes
from abcstudio.notation.lexing.lexer import MUSIC
from abcstudio.notation.measures.places import Place, ScorePlaces
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Rest, Score
from abcstudio.notation.spans import Span
from abcstudio.notation.values.lengths import length_of

_BROKEN_AFTER = re.compile(r"[ \t]*(?:>+|<+)")
_BROKEN_BEFORE = re.compile(r"(?:>+|<+)[ \t]*\Z")
_OUTER_LENGTH = re.compile(r"[\]+](\d*(?:/+\d*)?)\Z")


def as_rests(score: Score, starts: Collection[int]) -> str:
    """Return the text with notes turned into rests as long as they are; chords go as a whole.

    Raises:
        EditError: There is no note, it is a macro's, or lyrics would move.
    """
    places, removed = _without_signs(score, _notes_of_chords(score, starts))
    edits = [edit for element in _unique(places, removed) for edit in _rest_edits(places, element)]
    return _checked(places, removed, edits)


def without(score: Score, starts: Collection[int]) -> str:
    """Return the text without some notes and rests; chord symbols stay for the next note.

    Of two bar lines around a measure that is emptied, one goes.

    Raises:
        EditError: There is nothing to remove, a macro wrote it, or a tuplet or lyrics need it.
    """
    places, removed = _without_signs(score, set(starts))
    edits = [*_grace_removal(places, removed)]
    for element in _unique(places, removed):
        edits += _removal(places, element, removed)
    if not edits:
        raise EditError("edit.no_notes")
    edits = _apart(edits)
    return _checked(places, removed, [*edits, *joined_bar_lines(places.score, removed, edits)])


def _notes_of_chords(score: Score, starts: Collection[int]) -> set[int]:
    """Return the notes of all chords that one of the places belongs to."""
    places = ScorePlaces(score)
    found = set()
    for start in starts:
        place = places.at(start)
        if place is not None and isinstance(place.element, Chord) and not place.is_grace:
            found |= {note.span.start for note in place.element.notes}
    if not found:
        raise EditError("edit.no_notes")
    return found


def _without_signs(score: Score, removed: set[int]) -> tuple[ScorePlaces, set[int]]:
    """Write the notes that go without accidentals, so that no other note leans on them."""
    notes = written_notes(score)
    heads = {
        index: written.letter + written.marks
        for index, written in enumerate(notes)
        if written.note.span.start in removed and written.sign
    }
    places = ScorePlaces(score)
    if not heads:
        return places, removed

    def wanted(index: int, _after: list[WrittenNote]) -> Fraction | None:
        is_free = notes[index].note.span.start in removed
        return None if is_free else notes[index].note.pitch.midi_number

    text = write(score, keep_pitches(score, heads, wanted))
    numbers = [number for number, start in enumerate(places.starts) if start in removed]
    after = ScorePlaces(parse(text))
    return after, {after.starts[number] for number in numbers}


def _unique(places: ScorePlaces, starts: Iterable[int]) -> list[Chord | Rest]:
    """Return the elements that places belong to, grace notes apart, each once."""
    found: dict[int, Chord | Rest] = {}
    for start in sorted(starts):
        place = places.at(start)
        if place is not None and not place.is_grace:
            found[place.element.span.start] = place.element
    return list(found.values())


def _rest_edits(places: ScorePlaces, element: Chord | Rest) -> Iterator[Edit]:
    assert isinstance(element, Chord)
    yield Edit(element.span, f"z{_length_text(places.score.text, element)}")
    yield from _loose_ends(places, element)
    if element.grace_notes is not None:
        yield Edit(element.grace_notes.span, "")


def _length_text(text: str, chord: Chord) -> str:
    written = chord.span.of(text)
    inner = MUSIC.match(text, chord.notes[0].span.start)
    if inner is None or inner.lastgroup != "note":
        raise EditError("edit.note_from_macro")
    if written[:1] not in ("[", "+"):
        return inner["length"]
    outer = _OUTER_LENGTH.search(written)
    factor, more = length_of(inner["length"]), length_of(outer[1] if outer else "")
    if factor is None or more is None:
        raise EditError("edit.bad_length")
    return LengthStyle.of(text).text(factor * more)


def _removal(places: ScorePlaces, element: Chord | Rest, removed: set[int]) -> Iterator[Edit]:
    """Yield the edits that take an element away, or some of the notes of a chord."""
    text = places.score.text
    if isinstance(element, Chord):
        going = [note.span for note in element.notes if note.span.start in removed]
        if len(going) < len(element.notes):
            for span in going:
                tie = TIE.match(text, span.end)
                yield Edit(Span(span.start, tie.end() if tie else span.end), "")
            return
    if element.tuplet is not None:
        raise EditError("edit.in_tuplet")
    yield Edit(element.span, "")
    yield from _loose_ends(places, element)
    yield from _broken_rhythm(places, element)
    spans = [mark.span for mark in element.annotations]
    spans += [mark.span for mark in element.decorations]
    if element.grace_notes is not None:
        spans.append(element.grace_notes.span)
    yield from (Edit(span, "") for span in spans)


def _broken_rhythm(places: ScorePlaces, element: Chord | Rest) -> Iterator[Edit]:
    """Yield the edits that leave no `>` without a note on both sides."""
    text, start = places.score.text, element.span.start
    after = _BROKEN_AFTER.match(text, element.span.end)
    if after is not None:
        yield Edit(Span(element.span.end, after.end()), "")
    first = element.notes[0].span.start if isinstance(element, Chord) else start
    if places.at(first) is not None:
        start = min(start, places.whole(first).start)
    line = text[text.rfind("\n", 0, start) + 1 : start]
    before = _BROKEN_BEFORE.search(line)
    if before is not None:
        yield Edit(Span(start - len(before[0]), start), "")


def _grace_removal(places: ScorePlaces, removed: set[int]) -> Iterator[Edit]:
    groups: dict[Span, list[Span]] = {}
    for start in sorted(removed):
        place = places.at(start)
        if place is None or not place.is_grace or not isinstance(place.element, Chord):
            continue
        grace = place.element.grace_notes
        if grace is not None:
            spans = groups.setdefault(grace.span, [])
            spans.append(place.span)
            if len(spans) == len(grace.notes):
                groups[grace.span] = [grace.span]
    for spans in groups.values():
        yield from (Edit(span, "") for span in spans)


def _loose_ends(places: ScorePlaces, element: Chord | Rest) -> Iterator[Edit]:
    """Yield the edits that take away the ties from and to an element."""
    if not isinstance(element, Chord):
        return
    text = places.score.text
    tie = TIE.match(text, element.span.end)
    if tie is not None:
        yield Edit(Span(*tie.span()), "")
    start = element.notes[0].span.start
    before = places.neighbour(start, -1) if places.at(start) is not None else None
    left = places.at(before) if before is not None else None
    if left is not None and isinstance(left.element, Chord):
        heights = {note.pitch.diatonic for note in element.notes}
        if any(note.tied and note.pitch.diatonic in heights for note in left.element.notes):
            yield from (Edit(span, "") for span in tie_spans(text, left.element))


def _words(places: ScorePlaces, removed: set[int]) -> Iterator[Edit]:
    """Yield the edits that take away what goes with its note, where that is a whole word."""
    text = places.score.text
    for element in _unique(places, removed):
        if isinstance(element, Chord) and not {n.span.start for n in element.notes} <= removed:
            continue
        for syllable in element.syllables:
            start, end = syllable.span.start, syllable.span.end
            if syllable.hyphen or text[start - 1 : start] == "-":
                raise EditError("edit.lyrics_would_change")
            blank = 1 if text[end : end + 1] == " " and text[start - 1] in " :" else 0
            yield Edit(Span(start, end + blank), "")


def _checked(places: ScorePlaces, removed: set[int], edits: Iterable[Edit]) -> str:
    """Return the changed text when all that stays in it sounds and sings as before."""
    edits = _apart([*edits, *_words(places, removed)])
    text = apply_changes(places.score.text, edits)
    kept = _kept_notes(places, removed)
    after = _kept_notes(ScorePlaces(parse(text)), set())
    if [_pitch(place) for place in kept] != [_pitch(place) for place in after]:
        raise EditError("edit.music_would_change")
    if _sung(kept) != _sung(after):
        raise EditError("edit.lyrics_would_change")
    return text


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """Return edits without those that lie in what another one removes."""
    kept: list[Edit] = []
    for edit in sorted(set(edits), key=lambda edit: (edit.span.start, -edit.span.end)):
        if not kept or edit.span.start >= kept[-1].span.end:
            kept.append(edit)
    return kept


def _kept_notes(places: ScorePlaces, removed: set[int]) -> list[Place]:
    """Return the notes that stay; grace notes go with what they lead to."""
    kept = []
    for start in places.starts:
        place = places.at(start)
        if place is None or not isinstance(place.element, Chord) or start in removed:
            continue
        if {note.span.start for note in place.element.notes} <= removed:
            continue
        kept.append(place)
    return kept


def _pitch(place: Place) -> Fraction:
    assert place.note is not None
    return place.note.pitch.midi_number


def _sung(places: list[Place]) -> list[tuple[str, ...]]:
    """Return the words of each chord in order."""
    words: dict[tuple[int, int], tuple[str, ...]] = {}
    for place in places:
        sung = tuple(syllable.text for syllable in place.element.syllables)
        words.setdefault((place.voice, place.index), sung)
    return list(words.values())
