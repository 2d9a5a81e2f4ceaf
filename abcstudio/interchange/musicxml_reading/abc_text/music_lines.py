"""Measures as text put together to lines of music, with the words under them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from abcstudio.interchange.musicxml_reading.abc_text.field_values import syllable_text
from abcstudio.interchange.musicxml_reading.abc_text.frames import BarText
from abcstudio.interchange.musicxml_reading.records import Moment


class LyricText:
    """Writes the words of one voice, line by line; lines that are held go on from one to the next.

    Args:
        verses: How many verses the voice has.
    """

    def __init__(self, verses: int) -> None:
        self._verses = verses
        self._held: dict[int, str] = {}

    def lines(self, moments: Sequence[Moment]) -> list[str]:
        """Return the lines under some moments; none where there is no note or are no words."""
        notes = [moment for moment in moments if moment.heads]
        if not notes:
            return []
        verses = [self._verse(notes, verse) for verse in range(1, self._verses + 1)]
        while len(verses) > 1 and not verses[-1]:
            verses.pop()
        # A verse without words still needs its line, or the next one would be taken for it.
        return [f"w: {verse or '*'}" for verse in verses]

    def _verse(self, notes: Sequence[Moment], verse: int) -> str:
        line, waiting, joins = "", "", False
        for note in notes:
            sung = note.sung.get(verse)
            if sung is None:
                sign = self._held.get(verse, "*")
                if sign == "*":
                    waiting += " *"
                else:
                    line += waiting + ("" if joins and sign == "-" else " ") + sign
                    waiting = ""
            else:
                line += waiting + ("" if joins and not waiting else " ")
                waiting = ""
                line += syllable_text(sung.text) + ("-" if sung.hyphen else "")
                self._held[verse] = "-" if sung.hyphen else "_" if sung.goes_on else "*"
            joins = self._held.get(verse) == "-" and not waiting
            if verse in note.is_sung_on:
                self._held.pop(verse, None)
        return line.strip()


_MEASURES_IN_LINE = 4
_MOST_MEASURES_IN_LINE = 12
_LONGEST_LINE = 100
_MOST_RESTS = 999


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenMeasure:
    """A measure as text, and what stands after it.

    Attributes:
        rests: How many whole measures of rest it is; 0 where it is anything else.
        ends_line: A line of the file's score ends with it.
    """

    text: str
    bar: BarText
    moments: Sequence[Moment]
    rests: int = 0
    ends_line: bool = False


def music_lines(
    opening: BarText, measures: Iterable[WrittenMeasure], *, verses: int, keeps_lines: bool
) -> str:
    """Return the lines of a voice.

    Args:
        opening: What stands before the first measure.
        measures: From the first to the last.
        verses: How many verses are sung.
        keeps_lines: Break lines where the file does; else every few measures.
    """
    lyrics = LyricText(verses)
    lines: list[str] = []
    text = " ".join(filter(None, (opening.line, opening.begins)))
    moments: list[Moment] = []
    count = 0
    for measure in _rests_together(measures):
        text = f"{text} {measure.text} {measure.bar.line}".strip()
        moments += measure.moments
        count += 1
        is_full = count >= _MEASURES_IN_LINE or len(text) > _LONGEST_LINE
        if keeps_lines:
            is_full = measure.ends_line or count >= _MOST_MEASURES_IN_LINE
        if is_full and (measure.bar.line or measure.ends_line):
            lines += [text, *lyrics.lines(moments)]
            text, moments, count = "", [], 0
        text = f"{text} {measure.bar.begins}".strip()
    if text:
        lines += [text, *lyrics.lines(moments)]
    return "\n".join(lines) + "\n"


def _rests_together(measures: Iterable[WrittenMeasure]) -> Iterator[WrittenMeasure]:
    """Yield measures, those of rest that nothing parts as one: `Z4`."""
    waiting: WrittenMeasure | None = None
    for measure in measures:
        is_joined = (
            waiting is not None
            and bool(measure.rests)
            and waiting.bar == BarText("|")
            and not waiting.ends_line
            and waiting.rests < _MOST_RESTS
        )
        if is_joined and waiting is not None:
            waiting = replace(measure, rests=waiting.rests + measure.rests)
            continue
        if waiting is not None:
            yield _as_rest(waiting)
        waiting = measure if measure.rests else None
        if waiting is None:
            yield measure
    if waiting is not None:
        yield _as_rest(waiting)


def _as_rest(measure: WrittenMeasure) -> WrittenMeasure:
    return replace(measure, text="Z" if measure.rests == 1 else f"Z{measure.rests}")
