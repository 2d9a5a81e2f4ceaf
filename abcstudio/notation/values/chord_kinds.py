"""What an accompaniment chord such as `"F#m7b5/A"` means (ABC 2.1, 4.18): root, tones, bass.

A kind is read sign by sign, so that every combination of known signs is understood; a kind with
an unknown sign is read as the triad before it. Words such as "Fine" are no chords.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

MAX_CHORD_NAME = 40
"""Characters of a chord symbol that are read; longer text is no chord."""

_ROOTS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_ALTERS = {"#": 1, "♯": 1, "b": -1, "♭": -1, "=": 0, "♮": 0, "𝄪": 2, "𝄫": -2}
_ALTER = "(##|bb|[#b♯♭=♮𝄪𝄫])?"
_ROOT = re.compile(rf"\s*\(?\s*([A-G]){_ALTER}")
_BASS = re.compile(rf"/\s*([A-Ga-g]){_ALTER}\s*\)?\s*$")
_SILENCE = re.compile(r"\s*\(?\s*(?:n\s*\.?\s*c\s*\.?|no chord|tacet)\s*\)?\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3}")
_WORD_BEGUN = re.compile(r"[^\W\d_]{2}")
_BLANK = re.compile(r"[\s(),]+")

# The signs of a kind, the first that fits; the name of its group says what it does. A minus or
# plus that opens the kind means a triad ("C-7", "C+7"); a later one alters a degree ("C7-5").
_OPENING = re.compile(r"(?P<minor>[-−–](?!5))|(?P<augmented>\+)")
_SIGNS = re.compile(
    r"(?P<half_diminished>[øØ]7?)"
    r"|(?P<diminished>dim|°|º|o(?![a-z]))"
    r"|sus(?P<suspended>24|2|4|(?!\d))"
    r"|add\s*(?P<added>[#b♯♭]?(?:13|11|9|6|5|4|2))"
    r"|(?:no|omit)\s*(?P<omitted>[35])"
    r"|(?P<altered>alt)"
    r"|(?P<delta>[Δ△∆])"
    r"|(?P<major>[Mm]ajor|[Mm]aj|MAJ|[Mm]a(?![a-z])|M(?![a-z]))"
    r"|(?P<dominant>dom)"
    r"|(?P<minor>[Mm]inor|[Mm]in|MIN|mi(?![a-z])|m(?![b-ln-z]))"
    r"|(?P<augmented>aug)"
    r"|(?P<six_nine>6/9|69)"
    r"|(?P<alteration>[#b♯♭+−–-](?:13|11|9|6|5|4))"
    r"|(?P<number>13|11|2|4|5|6|7|9)"
)
_DEGREES = {2: 14, 4: 17, 5: 7, 6: 21, 9: 14, 11: 17, 13: 21}
_SUSPENSIONS = {"": (5,), "2": (2,), "4": (5,), "24": (2, 5)}


@dataclass(frozen=True, slots=True)
class ChordName:
    """A chord by what sounds.

    Attributes:
        root: A pitch class, 0 for C to 11 for B.
        intervals: Semitones above the root, rising from 0; up to 22 for an augmented thirteenth.
        bass: The pitch class of the lowest note; the root unless one stands after a slash.
        kind: The signs after the root as written, without the bass.
    """

    root: int
    intervals: tuple[int, ...]
    bass: int
    kind: str = ""


NO_CHORD = ChordName(0, (), 0)
"""What "N.C." means: the accompaniment is silent."""


@lru_cache(maxsize=1024)
def read_chord_name(text: str) -> ChordName | None:
    """Return what a chord symbol means; `NO_CHORD` for "N.C.", None where it names no chord.

    Args:
        text: The symbol as it stands between the quotes; of several, as in "G;D", the first.
    """
    parts = split_chord_name(text)
    if parts is None:
        return NO_CHORD if _SILENCE.fullmatch(text) else None
    root, kind, bass = parts
    intervals = _intervals(kind)
    return None if intervals is None else ChordName(root, intervals, bass, kind)


@lru_cache(maxsize=1024)
def knows_kind(text: str) -> bool:
    """Return whether every sign of a chord symbol's kind is known, and no word stands there."""
    parts = split_chord_name(text)
    if parts is None:
        return read_chord_name(text) is not None
    kind, place = parts[1], 0
    while place < len(kind):
        match = (_OPENING.match(kind) if place == 0 else None) or _SIGNS.match(kind, place)
        match = match or _BLANK.match(kind, place)
        if match is None and (kind[place] != "/" or not place):
            return False
        place = place + 1 if match is None else match.end()
    return True


def split_chord_name(text: str) -> tuple[int, str, int] | None:
    """Return the root, the signs of the kind as they are, and the bass; None without a root."""
    text = text.split(";", 1)[0]
    match = _ROOT.match(text) if len(text) <= MAX_CHORD_NAME else None
    if match is None:
        return None
    root = (_ROOTS[match[1]] + _alter(match[2])) % 12
    end, bass = len(text), root
    if over := _BASS.search(text, match.end()):
        end, bass = over.start(), (_ROOTS[over[1].upper()] + _alter(over[2])) % 12
    return root, text[match.end() : end].rstrip(), bass


def _alter(signs: str | None) -> int:
    return sum(_ALTERS[sign] for sign in signs or "")


def _intervals(kind: str) -> tuple[int, ...] | None:
    """Return the tones of a kind; None where its letters are a word's."""
    tones = _Tones()
    place = 0
    while place < len(kind):
        if blank := _BLANK.match(kind, place):
            place = blank.end()
            continue
        match = (_OPENING.match(kind) if place == 0 else None) or _SIGNS.match(kind, place)
        if match is not None:
            tones.apply(match.lastgroup or "", match[match.lastgroup or 0])
            place = match.end()
        elif kind[place] == "/" and place:
            place += 1
        elif kind[place] == "." or _is_word(kind, place):
            return None
        else:
            return tones.triad()
    return tones.all()


def _is_word(kind: str, place: int) -> bool:
    """Return whether the rest of a kind is a word, as in "Coda" or "B part", and no sign."""
    is_apart = place > 0 and kind[place - 1] in " \t("
    begun = not is_apart and _WORD_BEGUN.match(kind, place) is not None
    return begun or _WORD.search(kind, place) is not None


class _Tones:
    """The tones of a chord while the signs of its kind are read one by one."""

    def __init__(self) -> None:
        self._third: int | None = 4
        self._fifth: int | None = 7
        self._seventh: int | None = None
        self._natural_seventh = 10
        self._more: set[int] = set()

    def triad(self) -> tuple[int, ...]:
        return tuple(tone for tone in (0, self._third, self._fifth) if tone is not None)

    def all(self) -> tuple[int, ...]:
        seventh = () if self._seventh is None else (self._seventh,)
        return tuple(sorted({*self.triad(), *seventh, *self._more}))

    def apply(self, sign: str, value: str) -> None:
        """Let one sign change the tones; `sign` is the name of its group in `_SIGNS`."""
        if sign == "number":
            self._number(int(value))
        elif sign == "alteration":
            self._alter(int(value[1:]), 1 if value[0] in "#♯+" else -1)
        elif sign == "added":
            degree = int(value.lstrip("#b♯♭"))
            self._more.add(_DEGREES[degree] + _ALTERS.get(value[0], 0))
        elif sign == "suspended":
            self._third = None
            self._more.update(_SUSPENSIONS[value])
        elif sign == "omitted":
            self._omit(int(value))
        elif sign == "six_nine":
            self._more |= {9, 14}
        elif sign == "altered":
            self._fifth, self._seventh = 8, 10
            self._more |= {13, 15}
        else:
            self._set_triad(sign)

    def _set_triad(self, sign: str) -> None:
        if sign == "minor":
            self._third = 3
        elif sign == "diminished":
            self._third, self._fifth, self._natural_seventh = 3, 6, 9
        elif sign == "half_diminished":
            self._third, self._fifth, self._seventh = 3, 6, 10
        elif sign == "augmented":
            self._fifth = 8
        elif sign == "delta":
            self._natural_seventh = self._seventh = 11
        elif sign == "major":
            self._natural_seventh = 11

    def _number(self, number: int) -> None:
        if number == 5:
            self._third = None
        elif number == 6:
            self._more.add(9)
        elif number in (2, 4):
            self._more.add(_DEGREES[number])
        else:
            self._seventh = self._natural_seventh
            self._more.update(_DEGREES[degree] for degree in (9, 11, 13) if degree <= number)

    def _alter(self, degree: int, alter: int) -> None:
        if degree == 5:
            self._fifth = 7 + alter
        else:
            self._more.discard(_DEGREES[degree])
            self._more.add(_DEGREES[degree] + alter)

    def _omit(self, degree: int) -> None:
        if degree == 3:
            self._third = None
        else:
            self._fifth = None
