"""How a tune writes its bar lines and lines, so that what is entered looks like the rest."""

from dataclasses import dataclass

from abcstudio.notation.lexing.lexer import music_matches
from abcstudio.notation.lexing.lines import LineKind, scan_lines
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.score import BarLine, Score

_USUAL_MEASURES = 4
_ALIGNED = frozenset("ws+")


@dataclass(frozen=True, slots=True)
class LineStyle:
    """A tune's habits.

    Attributes:
        bar: A bar line at the end of a measure, with the blank before it if that is usual.
        after_bar: The blank after a bar line, if that is usual.
        pickups: Where the bar lines behind its pickups begin.
    """

    bar: str = "|"
    after_bar: str = ""
    pickups: frozenset[int] = frozenset()

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
            _ends_of_pickups(score),
        )

    def wraps_at(self, text: str, place: int) -> bool:
        """Whether a line that ends at a place has as many measures as the line before it.

        Pickups do not count.
        """
        lines = tuple(scan_lines(text))
        music = [line for line in lines if line.kind is LineKind.MUSIC and line.start <= place]
        if not music or text[place : music[-1].content_end].strip():
            return False
        following = next((line for line in lines if line.start >= music[-1].end), None)
        if following is not None and following.letter in _ALIGNED:
            # Its words would come to stand under the wrong line.
            return False
        before = music[-2] if len(music) > 1 else None
        usual = self._measures(text, before.start, before.content_end) if before else 0
        return self._measures(text, music[-1].start, place) >= (usual or _USUAL_MEASURES)

    def _measures(self, text: str, start: int, end: int) -> int:
        """Return how many measures of a line end with a bar line."""
        count = 0
        has_music = False
        for kind, match in music_matches(text, start, end):
            if kind in ("note", "rest", "measure_rest", "chord_end"):
                has_music = True
            elif kind == "bar_line":
                count += has_music and match.start() not in self.pickups
                has_music = False
        return count


def _ends_of_pickups(score: Score) -> frozenset[int]:
    measures = (one for voice in score.voices for one in split_measures(voice, score.meter))
    ends = (one.right for one in measures if one.is_pickup)
    return frozenset(end.span.start for end in ends if end is not None)
