"""Where in a tune's text a note can be entered: between notes, in a line of music."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from abcstudio.notation.entry.units import units_of
from abcstudio.notation.lexing.lexer import music_matches
from abcstudio.notation.lexing.lines import Line, LineKind, scan_lines
from abcstudio.notation.score import Chord, Rest, Score, Voice

_CONTINUED = re.compile(r"[ \t]*\\[ \t]*$")
_ALIGNED = frozenset("wsW+")
_WORDS = frozenset({"quoted", "unclosed_quote", "inline_field", "decoration"})


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """A place for a note.

    Attributes:
        offset: The character that it stands before.
        begins_line: A line of its own has to be begun for it.
    """

    offset: int
    begins_line: bool = False


def is_in_music(text: str, caret: int) -> bool:
    """Whether a caret stands where letters are notes: not in a header, in lyrics or in quotes."""
    line = line_at(text, caret)
    if line is None or line.kind is LineKind.BLANK:
        return not _header_goes_on(text, caret)
    if line.kind is not LineKind.MUSIC or caret > line.content_end:
        return False
    return not any(
        kind in _WORDS and match.start() < caret < match.end() + (kind == "unclosed_quote")
        for kind, match in music_matches(text, line.start, line.content_end)
    )


def _header_goes_on(text: str, caret: int) -> bool:
    """Return whether the written line above an empty one is a field before `K:`."""
    above = [line for line in scan_lines(text[:caret]) if line.kind is not LineKind.BLANK]
    return bool(above) and above[-1].kind is LineKind.FIELD and _is_before_key(above[-1])


def _is_before_key(field: Line) -> bool:
    return field.in_header and field.letter != "K"


def entry_place(score: Score, caret: int) -> EntryPlace:
    """Return the place for a note nearest to a caret: in its line of music, or after the music."""
    text = score.text
    lines = tuple(scan_lines(text))
    line = _line_at(lines, caret)
    music = [other for other in lines if other.kind is LineKind.MUSIC]
    if line is not None and line.kind is LineKind.MUSIC:
        return EntryPlace(_in_line(score, line, caret))
    if line is not None and line.kind is LineKind.BLANK:
        # What was written last goes on here.
        above = [o for o in lines if o.start <= caret and o.kind is not LineKind.BLANK]
        if line.start == len(text) and above and _is_music(above[-1]):
            # A line that has just been begun.
            return EntryPlace(len(text))
        line = above[-1] if above else None
    is_field = line is not None and line.kind is LineKind.FIELD and not line.in_header
    if line is not None and is_field and line.letter not in _ALIGNED:
        following = lines[lines.index(line) + 1 :][:1]
        if following and following[0].kind is LineKind.MUSIC:
            return EntryPlace(following[0].start)
        return _after(text, line)
    if music:
        before = [other for other in music if other.start <= caret] or music
        return EntryPlace(music_end(text, before[-1]))
    written = [other for other in lines if other.kind is not LineKind.BLANK]
    return _after(text, written[-1]) if written else EntryPlace(0)


def written_elements(score: Score) -> Iterator[Chord | Rest]:
    """Yield the notes, chords and rests of all voices that stand in the text."""
    for voice in score.voices:
        for element in voice.elements:
            if isinstance(element, Chord | Rest) and element.span.start < element.span.end:
                yield element


def voice_of(score: Score, element: Chord | Rest) -> Voice:
    """Return the voice that an element stands in."""
    return next(voice for voice in score.voices if element in voice.elements)


def music_end(text: str, line: Line) -> int:
    """Return where the music of a line ends: before a comment, or the sign of continuation."""
    content = text[line.start : line.content_end]
    if (match := _CONTINUED.search(content)) is not None:
        return line.start + match.start()
    has_comment = "%" in text[line.content_end : line.end]
    return line.start + len(content.rstrip() if has_comment else content)


def line_at(text: str, place: int) -> Line | None:
    """Return the line that a place belongs to, at its end too; None in an empty text."""
    return _line_at(tuple(scan_lines(text)), place)


def _is_music(line: Line) -> bool:
    """Whether a line holds music, or what belongs to it."""
    is_aligned = line.kind is LineKind.FIELD and line.letter in _ALIGNED and not line.in_header
    return line.kind is LineKind.MUSIC or is_aligned


def _line_at(lines: tuple[Line, ...], place: int) -> Line | None:
    before = [line for line in lines if line.start <= place]
    if before and place == before[-1].end > before[-1].content_end:
        # The empty line at the end of the text.
        return Line(kind=LineKind.BLANK, start=place, content_end=place, end=place)
    return before[-1] if before else None


def _after(text: str, line: Line) -> EntryPlace:
    whole = text[line.start : line.end]
    return EntryPlace(line.start + len(whole.rstrip("\r\n")), begins_line=True)


def _in_line(score: Score, line: Line, caret: int) -> int:
    """Return the place in a line of music at a caret, or after what it stands in."""
    text = score.text
    end = music_end(text, line)
    place = min(max(caret, line.start), end)
    units = tuple(units_of(text, line.start, end))
    for _ in range(2):
        for unit in units:
            if unit.start < place < unit.end:
                place = unit.end
        place = _after_tuplet(score, place)
    return min(place, end)


def _after_tuplet(score: Score, place: int) -> int:
    """Return the place after the tuplet that a place stands in; it is complete."""
    for voice in score.voices:
        for element in voice.elements:
            if not isinstance(element, Chord | Rest) or element.tuplet is None:
                continue
            if element.tuplet.span.start < place <= element.span.start:
                place = element.span.end
    return place
