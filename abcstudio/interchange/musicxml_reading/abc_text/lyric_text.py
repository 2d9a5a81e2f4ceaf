"""The `w:` lines under a line of music (ABC 2.1, 5.1)."""

from collections.abc import Sequence

from abcstudio.interchange.musicxml_reading.abc_text.field_values import syllable_text
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
