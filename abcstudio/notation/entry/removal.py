"""Taking back what was entered last, so that the tune is as it would be without it."""

from abcstudio.errors import EditError
from abcstudio.notation.editing.writer import Edit, apply_changes, place_after
from abcstudio.notation.entry.note_entry import Entered, last_before
from abcstudio.notation.entry.pitches import settled
from abcstudio.notation.entry.place import line_at, music_end, voice_of
from abcstudio.notation.entry.units import unit_at
from abcstudio.notation.lexing.lines import LineKind
from abcstudio.notation.reader.parser import Read, parse
from abcstudio.notation.score import BarLine, Chord, Rest, Score
from abcstudio.notation.spans import Span


def take_back(score: Score, caret: int, *, read: Read = parse) -> Entered:
    """Remove what was written last before the caret, with its marks.

    A plain bar line that it made necessary goes too, where no music follows.

    Raises:
        EditError: There is nothing before the caret.
    """
    element = last_before(score, caret)
    if element is None:
        raise EditError("edit.nothing_to_take_back")
    elements = voice_of(score, element).elements
    gone = _region_of(score, element)
    edits = []
    tuplet = element.tuplet
    count = sum(isinstance(e, Chord | Rest) and e.tuplet is tuplet for e in elements)
    if tuplet is not None and count > 1:
        gone = Span(max(gone.start, min(element.span.start, tuplet.span.end)), gone.end)
        edits.append(Edit(tuplet.span, f"({tuplet.p}:{tuplet.q}:{count - 1}"))
    after = elements[elements.index(element) + 1 :]
    following = next((e for e in after if isinstance(e, BarLine | Chord | Rest)), None)
    is_last = not any(isinstance(e, Chord | Rest) for e in after)
    end = gone.end
    if is_last and isinstance(following, BarLine) and following.span.of(score.text) == "|":
        end = following.span.end
    whole = _with_emptied_line(score.text, Span(gone.start, end))
    caret = place_after(edits, whole.start)
    edits.append(Edit(whole, ""))
    changed = read(apply_changes(score.text, edits))
    result = settled(score, changed, {}, gone)
    return Entered(result.text, result.moved(caret))


def _with_emptied_line(text: str, gone: Span) -> Span:
    """Return what goes with the end of its line, where nothing else stands on it."""
    start, end = gone.start, gone.end
    if text[start - 1 : start] != "\n" or text[end : end + 1] != "\n":
        return gone
    above = line_at(text, start - 1)
    if above is not None and above.kind is LineKind.MUSIC:
        return Span(start - 1, end)
    return Span(start, end + 1)


def _region_of(score: Score, element: Chord | Rest) -> Span:
    """Return what goes with an element: its marks, its tie and the blank before it."""
    text = score.text
    line = line_at(text, element.span.start)
    if line is None:
        raise EditError("edit.nothing_to_take_back")
    unit = unit_at(text, line.start, music_end(text, line), element.span.start)
    start = unit.start
    for other in voice_of(score, element).elements:
        if isinstance(other, Chord | Rest) and unit.start <= other.span.start < element.span.start:
            # The other note of a broken rhythm stays, without its sign.
            start = other.span.end
    blank = len(text[:start].rstrip(" \t"))
    if blank > line.start and text[unit.end : unit.end + 1] in ("", "\n", "|", ":", " "):
        start = blank
    return Span(start, unit.end)
