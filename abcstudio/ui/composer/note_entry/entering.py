"""What a key, the piano or a MIDI keyboard writes: a new note, or another one for the chosen."""

from dataclasses import replace

from abcstudio.notation.entry.changes import add_to_chord, with_rest, with_tone
from abcstudio.notation.entry.note_entry import Entered, Wish, enter, last_before, note_at
from abcstudio.notation.entry.pitches import Tone
from abcstudio.notation.reader.parser import Read
from abcstudio.notation.score import Chord, Score
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.note_entry.state import EntryState
from abcstudio.ui.composer.note_entry.writer import Change


def entering(state: EntryState, tones: tuple[Tone, ...], *, joins: bool) -> Change:
    """Return what enters a rest, a note or a chord, once in the place of what is chosen.

    Args:
        state: What a new note is like. A note that is chosen keeps its own length.
        tones: What sounds; none for a rest.
        joins: A single tone sounds with the note before the caret, if there is one.
    """

    def change(score: Score, span: Span, read: Read) -> Entered:
        chosen = note_at(score, span) if span.start < span.end else None
        is_single = len(tones) == 1
        if joins and is_single and isinstance(last_before(score, span.end), Chord):
            entered = add_to_chord(score, span.end, tones[0], read=read)
        elif isinstance(chosen, Chord) and not tones:
            entered = with_rest(score, chosen, read=read)
        elif chosen is not None and is_single:
            entered = with_tone(score, chosen, tones[0], read=read)
        else:
            wish = Wish(tones, state.length, is_triplet=state.triplet_left > 0)
            return enter(score, span.end, wish, read=read)
        return replace(entered, triplet_left=state.triplet_left)

    return change
