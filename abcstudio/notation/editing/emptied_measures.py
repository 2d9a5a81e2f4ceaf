"""Bar lines around measures that lose all their notes: of two that come together, one stays."""

from collections.abc import Collection, Iterable, Iterator

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
    have that measure, only bar lines that would be read as one sign are joined.

    Args:
        score: The tune.
        removed: Where the notes and rests begin that are taken away.
        edits: What takes them away.
    """
    edits = tuple(edits)
    is_only_voice = len(score.voices) == 1
    for voice in score.voices:
        before: BarLine | None = None
        for line, is_emptied in _bar_lines(voice, removed):
            gone = None
            if before is not None and is_emptied:
                left = _left_between(score.text, before, line, edits)
                if not left or (is_only_voice and "&" not in left):
                    gone = _weaker(score.text, before, line, is_same_line="\n" not in left)
            if gone is not None:
                yield Edit(_with_blanks(score.text, gone.span), "")
            if gone is not line:
                before = line


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
            is_gone = {note.span.start for note in element.notes} <= set(removed)
            goes, stays = goes or is_gone, stays or not is_gone
        elif isinstance(element, Rest):
            is_gone = element.span.start in removed
            goes, stays = goes or is_gone, stays or not is_gone


def _left_between(text: str, before: BarLine, line: BarLine, edits: Iterable[Edit]) -> str:
    """Return what stays between two bar lines."""
    start, end = before.span.end, line.span.start
    inside = (
        Edit(Span(edit.span.start - start, edit.span.end - start), edit.replacement)
        for edit in edits
        if start <= edit.span.start and edit.span.end <= end
    )
    return apply_changes(text[start:end], inside)


def _weaker(text: str, before: BarLine, line: BarLine, *, is_same_line: bool) -> BarLine | None:
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
        head = text[text.rfind("\n", 0, before.span.start) + 1 : before.span.start]
        return before if is_same_line or head.strip() else None
    rest = text[line.span.end :].partition("\n")[0]
    if rest[:1].isdigit() or not (is_same_line or rest.partition("%")[0].strip()):
        # An ending needs it; or its line would be empty, and end the tune.
        return None
    return line


def _with_blanks(text: str, span: Span) -> Span:
    """Return a bar line with the blanks before it and one after it, where it stands in blanks."""
    start, end = span.start, span.end
    if text[end : end + 1] not in (" ", "\t", "\n", ""):
        return span
    while start and text[start - 1] in _BLANKS:
        start -= 1
    return Span(start, end + 1 if text[end : end + 1] in (" ", "\t") else end)
