"""What stands around a note head in MusicXML: accidentals, slurs, ornaments, lyrics, beams."""

from fractions import Fraction
from xml.etree.ElementTree import Element

from abcstudio.interchange.musicxml_reading.mark_names import note_decoration
from abcstudio.interchange.musicxml_reading.records import Head, Moment, Sung
from abcstudio.interchange.musicxml_reading.remarks import Remarks
from abcstudio.interchange.musicxml_reading.values import child_words, decimal_of, integer, words_of
from abcstudio.notation.pitch import STEPS, Pitch

_GROUPS = ("ornaments", "articulations", "technical")
_STARTS = ("start", "stop")
_GOES_ON = ("begin", "continue")
_HEADS = {
    "slash": "style=rhythm", "diamond": "style=harmonic", "x": "style=x",
    "triangle": "style=triangle",
}  # fmt: skip
_PLAIN_HEADS = ("", "normal", "none")
_SILENT = (
    "tied", "tuplet", "dynamics", "footnote", "level", "accidental-mark", "fingering", "string",
    "hammer-on", "pull-off", "handbell", "non-arpeggiate",
)  # fmt: skip
_MOST_VERSES = 32
_OCTAVES = range(-1, 11)


def head_of(note: Element, remarks: Remarks) -> Head | None:
    """Return the head of a note; None for a rest, or where its pitch is none."""
    pitch = _pitch(note, remarks)
    if pitch is None:
        return None
    ties = {each.get("type") for each in (*note.iter("tie"), *note.iter("tied"))}
    is_signed = bool((note.findtext("accidental") or "").strip())
    return Head(pitch, is_signed, "start" in ties)


def _pitch(note: Element, remarks: Remarks) -> Pitch | None:
    place, prefix = note.find("pitch"), ""
    if place is None:
        place, prefix = note.find("unpitched"), "display-"
        if place is None:
            return None
        remarks.note("percussion")
    step = child_words(place, f"{prefix}step").upper() or "B"
    octave = integer(place.findtext(f"{prefix}octave"), 4)
    alter = decimal_of(place.findtext("alter")) or Fraction(0)
    if step not in STEPS or octave not in _OCTAVES or abs(alter) > 3:
        return None
    if alter.denominator not in (1, 2, 3, 4):
        remarks.note("quarter_tone")
        alter = Fraction(round(2 * alter), 2)
    return Pitch(step, alter, octave)


class NoteSigns:
    """Gives the signs of note elements to the moment that they belong to."""

    def __init__(self, remarks: Remarks, *, is_ours: bool) -> None:
        self._remarks = remarks
        self._is_ours = is_ours
        self._verses: dict[str, int] = {}

    def take(self, note: Element, moment: Moment) -> None:
        """Take what stands at one of the notes of a moment, other than its head."""
        self._take_head(note, moment)
        for notations in note.iter("notations"):
            for sign in notations:
                self._take_notation(sign, moment)
        self._take_beam(note, moment)
        for lyric in note.iter("lyric"):
            self._take_lyric(lyric, moment)

    def _take_head(self, note: Element, moment: Moment) -> None:
        sign = note.find("accidental")
        if sign is not None:
            if "yes" in (sign.get("cautionary"), sign.get("parentheses")):
                _add(moment, "courtesy")
            elif sign.get("editorial") == "yes":
                _add(moment, "editorial")
        if child_words(note, "stem") == "none" and moment.heads:
            _add(moment, "stemless")
        head = note.find("notehead")
        if head is None:
            return
        if head.get("parentheses") == "yes":
            _add(moment, "ghost")
        shape = words_of(head.text)
        if shape in _HEADS:
            _add(moment, _HEADS[shape])
        elif shape not in _PLAIN_HEADS:
            self._remarks.note("notehead")

    def _take_notation(self, sign: Element, moment: Moment) -> None:
        if sign.tag in _GROUPS:
            for each in sign:
                self._take_notation(each, moment)
        elif sign.tag == "slur":
            self._take_slur(sign, moment)
        elif sign.tag == "tuplet":
            moment.tuplet |= {sign.get("type", "")} & {*_STARTS}
        elif name := note_decoration(sign, is_ours=self._is_ours):
            if name == "trill(" and "trill" in moment.decorations:
                moment.decorations.remove("trill")
            _add(moment, name)
        elif sign.tag in ("glissando", "slide"):
            self._remarks.note("glissando")
        elif sign.tag == "tremolo":
            self._remarks.note("tremolo")
        elif sign.tag not in _SILENT:
            self._remarks.note("other_sign")

    def _take_slur(self, sign: Element, moment: Moment) -> None:
        kind = sign.get("type", "")
        number = integer(sign.get("number"), 1)
        numbers = moment.slurs.setdefault(kind, [])
        if kind in _STARTS and number not in numbers:
            numbers.append(number)

    def _take_beam(self, note: Element, moment: Moment) -> None:
        beam = next((b for b in note.iter("beam") if integer(b.get("number"), 1) == 1), None)
        if beam is not None and not moment.beam:
            moment.beam = words_of(beam.text) in _GOES_ON

    def _take_lyric(self, lyric: Element, moment: Moment) -> None:
        verse = self._verse(lyric)
        if not verse:
            self._remarks.note("lyrics")
            return
        text = "".join(_pieces(lyric))
        extend = lyric.find("extend")
        if not text:
            if extend is not None and extend.get("type") in ("stop", "continue"):
                moment.is_sung_on.add(verse)
            return
        hyphen = [words_of(each.text) for each in lyric.iter("syllabic")][-1:]
        is_hyphened = bool(hyphen) and hyphen[0] in ("begin", "middle")
        moment.sung.setdefault(verse, Sung(text, is_hyphened, extend is not None))

    def _verse(self, lyric: Element) -> int:
        """Return the verse of a lyric, from 1; 0 where there are too many.

        Its name may be any: those that are no small number are counted as they come.
        """
        name = lyric.get("number", "1")
        number = integer(name)
        if 1 <= number <= _MOST_VERSES:
            return number
        free = 1 + max(self._verses.values(), default=0)
        verse = self._verses.setdefault(name, free)
        return verse if verse <= _MOST_VERSES else 0


def _pieces(lyric: Element) -> list[str]:
    """Return the texts of one syllable, and the signs that join words sung on one note."""
    pieces = []
    for each in lyric:
        if each.tag == "text":
            pieces.append(words_of(each.text))
        elif each.tag == "elision":
            pieces.append(" ")
    return pieces


def _add(moment: Moment, name: str) -> None:
    if name not in moment.decorations:
        moment.decorations.append(name)
