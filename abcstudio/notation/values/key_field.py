"""Values of `K:` fields, liberally: `G`, `amin`, `Dm^c`, `D exp _b`, `HP` (ABC 2.1, 3.1.14)."""

import re
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.notation.key_signature import KeySignature, fifths_of
from abcstudio.notation.values.clef_words import parse_clef, staff_words
from abcstudio.notation.values.staff_properties import StaffProperties

NO_KEY = KeySignature()

TONIC = re.compile(r"([A-Ga-g])(##|bb|#|b|♯|♭)?")
_MODES = {
    "maj": "major", "ion": "ionian", "mix": "mixolydian", "dor": "dorian", "min": "minor",
    "aeo": "aeolian", "phr": "phrygian", "loc": "locrian", "lyd": "lydian", "m": "minor",
    "": "major",
}  # fmt: skip
_MODE_NAMES = ("major", "ionian", "mixolydian", "dorian", "minor", "aeolian", "phrygian",
               "locrian", "lydian")  # fmt: skip
_MODE_WORD = re.compile(r"[A-Za-z]+")
_MODE_LETTERS = 3
ACCIDENTAL = re.compile(r"(\^\^?|__?|=)(?:(\d{1,3})/(\d{1,3}))?([A-Ga-g])")
_NATURAL = re.compile(r"=[A-Ga-g](?![A-Za-z])")
_SIGNS = {"^": 1, "^^": 2, "_": -1, "__": -2, "=": 0}
_MAX_FIFTHS = 14


@dataclass(frozen=True, slots=True)
class KeyReading:
    """What a `K:` value means.

    Attributes:
        key: None when the value names no key, as in `K:clef=bass`.
        staff: Clef, octave and transposition, where the value names them.
        unknown: The first word that means nothing, with its place in the value.
        misspelt: A mode that is read by its first letters though it is no name of one.
    """

    key: KeySignature | None
    staff: StaffProperties
    unknown: tuple[str, int, int] | None = None
    misspelt: tuple[str, int, int] | None = None


def parse_key(value: str) -> KeyReading:
    """Return what a `K:` value means; never fails, what is not understood is `unknown`."""
    tonic, mode, explicit_only, position = _tonic_and_mode(value)
    explicit: dict[str, Fraction] = {}
    staff = StaffProperties()
    unknown: tuple[str, int, int] | None = None
    for name, word, start, end in staff_words(value[position:]):
        if name == "" and (signs := _accidentals(word)):
            explicit.update(signs)
        elif not staff.take(name, word) and name == "" and unknown is None:
            unknown = (word, position + start, position + end)
    key = _key(tonic, mode, explicit_only, tuple(sorted(explicit.items())))
    if key is None and unknown is None and staff == StaffProperties():
        key = NO_KEY
    misspelt = _misspelt(value, position) if tonic and mode and not explicit_only else None
    return KeyReading(key, staff, unknown, misspelt)


def _misspelt(value: str, stop: int) -> tuple[str, int, int] | None:
    """Return the word behind the tonic where it only begins like a mode, as in `Amini`.

    The standard reads no more than three letters (ABC 2.1, 3.1.14), so that any shorter form of a
    name is right: `Amin`, `Amixo`.
    """
    tonic = TONIC.search(value)
    word = _MODE_WORD.search(value, tonic.end(), stop) if tonic else None
    if word is None or len(word[0]) <= _MODE_LETTERS or _begins_mode(word[0]):
        return None
    return word[0], word.start(), word.end()


def mode_letters(word: str) -> str:
    """Return the letters of a misspelt mode that are those of a mode's name."""
    return next(word[:size] for size in range(len(word), 0, -1) if _begins_mode(word[:size]))


def _begins_mode(word: str) -> bool:
    return any(name.startswith(word.lower()) for name in _MODE_NAMES)


def _tonic_and_mode(value: str) -> tuple[str, str, bool, int]:
    """Return tonic, mode, whether only written accidentals count, and where the rest begins."""
    start = len(value) - len(value.lstrip())
    stripped = value[start:].rstrip()
    if stripped.lower().startswith("none"):
        return "none", "", False, start + 4
    if stripped[:2] in ("HP", "Hp"):
        return stripped[:2], "", False, start + 2
    match = TONIC.match(value, start)
    word = _MODE_WORD.match(value, start)
    is_clef = word and ((parse_clef(word[0]) and len(word[0]) > 1) or _is_property(value, word))
    if not match or is_clef:
        return "", "", False, start
    tonic = match[1].upper() + (match[2] or "").replace("♯", "#").replace("♭", "b")
    return tonic, *_mode(value, match.end())


def _is_property(value: str, word: re.Match[str]) -> bool:
    """Whether a word is the name of a property such as `clef=bass`; `Dmix=c` is none."""
    if value[word.end() : word.end() + 1] != "=":
        return False
    return word[0] == "m" or not _NATURAL.match(value, word.end())


def _mode(value: str, position: int) -> tuple[str, bool, int]:
    start = position + len(value[position:]) - len(value[position:].lstrip())
    word = _MODE_WORD.match(value, start)
    if not word or (_is_property(value, word) and (word[0] != "m" or start > position)):
        return "major", False, position
    short = word[0].lower()
    if short[:3] == "exp":
        return "", True, word.end()
    mode = _MODES.get(short) or _MODES.get(short[:3])
    if mode is None:
        return "major", False, position
    return mode, False, word.end()


def _accidentals(word: str) -> dict[str, Fraction]:
    """Return the alters of a word such as `^f_b`; empty when it is another word."""
    found: dict[str, Fraction] = {}
    position = 0
    while match := ACCIDENTAL.match(word, position):
        alter = Fraction(_SIGNS[match[1]])
        if match[2] and int(match[3]):
            alter *= Fraction(int(match[2]), int(match[3]))
        found[match[4].upper()] = alter
        position = match.end()
    return found if position == len(word) else {}


def _key(
    tonic: str, mode: str, explicit_only: bool, explicit: tuple[tuple[str, Fraction], ...]
) -> KeySignature | None:
    if tonic == "none":
        return KeySignature(explicit=explicit)
    if tonic in ("HP", "Hp"):
        return KeySignature("A", "mixolydian", 2, explicit, tonic)
    if tonic == "":
        return KeySignature(explicit=explicit) if explicit else None
    if explicit_only:
        return KeySignature(tonic, "", 0, explicit)
    fifths = fifths_of(tonic, mode)
    if abs(fifths) > _MAX_FIFTHS:
        return None
    return KeySignature(tonic, mode, fifths, explicit)
