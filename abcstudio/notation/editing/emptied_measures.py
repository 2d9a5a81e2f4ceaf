"""Bar lines around measures that lose all their notes: of two that come together, one stays."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Sequence

from abcstudio.notation.editing.writer import Edit, apply_changes
from abcstudio.notation.score import BarLine, Chord, Rest, Score, VariantEnding, Voice
from abcstudio.notation.spans import Span

_STRENGTH = ("invisible", "dotted", "single", "double", "thick-thin", "thin-thick")
_BLANKS = " \t"


def joined_bar_lines(
    score: Score, removed: Collection[int], edits: Iterable[Edit]
) -> Iterator[Edit]:
    """Yield the edits that leave one bar line where a measure between two is emptied.

    The stronger sign stays: a repeat before a double line before a plain one. Where other voices
    have that measure, only bar lines that would be read as one sign are joined. One that stands
    alone in its line stays: an empty line would end the tune.

    Args:
        score: The tune.
        removed: Where the notes and rests begin that are taken away.
        edits: What takes them away.
    """
    going = sorted(edits, key=_start_of)
    gone_starts = frozenset(removed)
    is_only_voice = len(score.voices) == 1
    for voice in score.voices:
        before: BarLine | None = None
        for line, is_emptied in _bar_lines(voice, gone_starts):
            gone = None
            if before is not None and is_emptied:
                left = _left_of(score.text, before.span.end, line.span.start, going)
                if not left or (is_only_voice and "&" not in left):
                    gone = _weaker(score.text, before, line)
                if gone is not None and "\n" in left and _is_alone(score.text, gone, going):
                    gone = None
            if gone is not None:
                insort(going, Edit(gone.span, ""), key=_start_of)
                yield Edit(_with_blanks(score.text, gone.span), "")
            if gone is not line:
                before = line


def _start_of(edit: Edit) -> int:
    return edit.span.start


def _bar_lines(voice: Voice, removed: Collection[int]) -> Iterator[tuple[BarLine, bool]]:
    """Yield the bar lines of a voice, and whether all that sounds since the last one goes."""
    goes, stays = False, False
    for element in voice.elements:
        if isinstance(element, BarLine):
            yield element, goes and not stays
            goes, stays = False, False
        elif isinstance(element, VariantEnding):
            stays = True
        elif isinstance(element, Chord):
            is_gone = all(note.span.start in removed for note in element.notes)
            goes, stays = goes or is_gone, stays or not is_gone
        elif isinstance(element, Rest):
            is_gone = element.span.start in removed
            goes, stays = goes or is_gone, stays or not is_gone


def _left_of(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """Return what edits, in order, leave of a stretch of the text."""
    first, last = (bisect_left(edits, place, key=_start_of) for place in (start, end))
    inside = dict.fromkeys(edit for edit in edits[first:last] if edit.span.end <= end)
    moved = (
        Edit(Span(edit.span.start - start, edit.span.end - start), edit.replacement)
        for edit in inside
    )
    return apply_changes(text[start:end], moved)


def _is_alone(text: str, line: BarLine, edits: Sequence[Edit]) -> bool:
    """Whether edits leave nothing but comments beside a bar line in its line of the text."""
    start, end = text.rfind("\n", 0, line.span.start) + 1, text.find("\n", line.span.end)
    before = _left_of(text, start, line.span.start, edits)
    after = _left_of(text, line.span.end, end if end >= 0 else len(text), edits)
    return not (before + after).partition("%")[0].strip()


def _weaker(text: str, before: BarLine, line: BarLine) -> BarLine | None:
    """Return which of two bar lines can go, None where each says what the other does not."""
    if before.fermatas or line.fermatas:
        return None
    repeats = [(each.closes_repeat, each.opens_repeat) for each in (before, line)]
    if all(map(any, repeats)) and repeats[0] != repeats[1]:
        return None
    if (any(repeats[1]), _STRENGTH.index(line.style)) > (
        any(repeats[0]),
        _STRENGTH.index(before.style),
    ):
        return before
    # An ending's number needs the bar line before it.
    return None if text[line.span.end : line.span.end + 1].isdigit() else line


def _with_blanks(text: str, span: Span) -> Span:
    """Return a bar line with the blanks before it and one after it, where it stands in blanks."""
    start, end = span.start, span.end
    if text[end : end + 1] not in (" ", "\t", "\n", ""):
        return span
    while start and text[start - 1] in _BLANKS:
        start -= 1
    return Span(start, end + 1 if text[end : end + 1] in (" ", "\t") else end)
