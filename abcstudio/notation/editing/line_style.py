"""How a tune writes its bar lines and lines, so that what is entered looks like the rest."""

from dataclasses import dataclass

from abcstudio.notation.lexing.lexer import music_matches
from abcstudio.notation.lexing.lines import LineKind, scan_lines
from abcstudio.notation.score import BarLine, Score

_USUAL_MEASURES = 4
_ALIGNED = frozenset("ws+")


@dataclass(frozen=True, slots=True)
class LineStyle:
    """A tune's habits.

    Attributes:
        bar: A bar line at the end of a measure, with the blank before it if that is usual.
        after_bar: The blank after a bar line, if that is usual.
    """

    bar: str = "|"
    after_bar: str = ""

    @classmethod
    def of(cls, score: Score) -> "LineStyle":
        """Return the habits of a tune."""
        text = score.text
        inner = [
            element.span
            for voice in score.voices
            for element in voice.elements
            if isinstance(element, BarLine) and element.span.of(text) == "|"
        ]
        before = sum(text[span.start - 1 : span.start] == " " for span in inner)
        following = [text[span.end : span.end + 1] for span in inner]
        followed = [sign for sign in following if sign not in ("", "\n", "\r")]
        return cls(
            " |" if 2 * before > len(inner) else "|",
            " " if 2 * followed.count(" ") > len(followed) else "",
        )

    def wraps_at(self, text: str, place: int) -> bool:
        """Whether a line that ends at a place has as many measures as the line before it."""
        lines = tuple(scan_lines(text))
        music = [line for line in lines if line.kind is LineKind.MUSIC and line.start <= place]
        if not music or text[place : music[-1].content_end].strip():
            return False
        following = next((line for line in lines if line.start >= music[-1].end), None)
        if following is not None and following.letter in _ALIGNED:
            # Its words would come to stand under the wrong line.
            return False
        usual = _measures(text, music[-2].start, music[-2].content_end) if len(music) > 1 else 0
        return _measures(text, music[-1].start, place) >= (usual or _USUAL_MEASURES)


def _measures(text: str, start: int, end: int) -> int:
    """Return how many measures of a line end with a bar line."""
    count = 0
    has_music = False
    for kind, _ in music_matches(text, start, end):
        if kind in ("note", "rest", "measure_rest", "chord_end"):
            has_music = True
        elif kind == "bar_line":
            count += has_music
            has_music = False
    return count
