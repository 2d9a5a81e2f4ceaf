"""What can be written where: the entries that the editor's completion chooses from."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from abcstudio.messages import Phrase
from abcstudio.notation.explaining.explained_directives import directive_purpose, midi_purpose
from abcstudio.notation.explaining.explained_fields import (
    field_purpose,
    key_signature_words,
    meter_sentence,
)
from abcstudio.notation.explaining.explained_marks import decoration_meaning
from abcstudio.notation.explaining.pitch_words import length_words
from abcstudio.notation.key_signature import fifths_of
from abcstudio.notation.values.decorations import NAMES
from abcstudio.notation.values.key_field import parse_key
from abcstudio.notation.values.meter_field import parse_meter
from abcstudio.notation.values.midi_words import FOLLOWED, WITHOUT_VALUES

_HEADER_FIELDS = "XTCRMLQKVPOSZNUBDFGHAImr"
_BODY_FIELDS = "wKMLQPVWsTRNrIUm"
_FIRST_KEYS = (
    "G", "D", "A", "C", "F", "E", "Bb", "Em", "Am", "Bm", "Dm", "Gm", "Ador", "Edor", "Ddor",
    "Gdor", "Amix", "Dmix", "Gmix", "Emix",
)  # fmt: skip
_MODES = (("", "major"), ("m", "minor"), ("dor", "dorian"), ("mix", "mixolydian"),
          ("phr", "phrygian"), ("lyd", "lydian"), ("loc", "locrian"))  # fmt: skip
_TONICS = ("C", "G", "D", "A", "E", "B", "F#", "C#", "F", "Bb", "Eb", "Ab", "Db", "Gb", "Cb",
           "G#", "D#", "A#")  # fmt: skip
_METERS = ("4/4", "6/8", "3/4", "2/4", "C", "C|", "9/8", "12/8", "3/8", "3/2", "2/2", "5/4",
           "5/8", "7/8", "none")  # fmt: skip
_UNITS = ("1/8", "1/4", "1/16", "1/2", "1/1", "1/32")
_RATES = (60, 72, 80, 92, 100, 112, 120, 140, 160, 180, 200)
_FIRST_DECORATIONS = (
    "trill", "roll", "fermata", "accent", "staccato", "tenuto", "slide", "turn", "lowermordent",
    "uppermordent", "p", "mp", "mf", "f", "ff", "pp", "crescendo(", "crescendo)", "diminuendo(",
    "diminuendo)", "segno", "coda", "fine", "D.C.", "D.S.", "upbow", "downbow", "breath",
)  # fmt: skip
_DIRECTIVES = (
    "MIDI", "score", "staves", "text", "center", "begintext", "propagate-accidentals", "linebreak",
    "abc-charset", "abc-version", "decoration",
)  # fmt: skip
_CLEFS = ("treble", "bass", "alto", "tenor", "soprano", "treble-8", "treble+8", "perc", "none")


@dataclass(frozen=True, slots=True)
class Completion:
    """Something that can be written.

    Attributes:
        text: What is put in the place of what has been typed of it.
        meaning: What it means, for the list; None where it speaks for itself.
        name: What the list shows; "" for the text itself.
    """

    text: str
    meaning: Phrase | None = None
    name: str = ""


Entries = tuple[Completion, ...]


def fields(*, in_header: bool) -> Entries:
    """Return the fields that can begin a line."""
    letters = _HEADER_FIELDS if in_header else _BODY_FIELDS
    return tuple(
        Completion(f"{letter}:", field_purpose(letter, in_header=in_header)) for letter in letters
    )


@cache
def keys() -> Entries:
    """Return the keys of every mode, those of many tunes first."""
    found = dict.fromkeys(_FIRST_KEYS)
    for short, mode in _MODES:
        signs = sorted((abs(fifths_of(tonic, mode)), tonic) for tonic in _TONICS)
        found |= dict.fromkeys(f"{tonic}{short}" for count, tonic in signs if count <= 7)
    named = tuple(Completion(name, key_signature_words(parse_key(name).key)) for name in found)
    pipes = Completion("HP", Phrase("explain.key-pipes"))
    return (*named, Completion("none", Phrase("explain.key-none")), pipes)


def key_words() -> Entries:
    """Return what can follow the tonic of a key: modes, and what a staff has."""
    modes = tuple(Completion(mode, Phrase(f"explain.mode.{mode}")) for _, mode in _MODES)
    return (*modes, *staff_words())


def staff_words() -> Entries:
    """Return what can be said about a staff."""
    clefs = (Completion(f"clef={clef}", _clef_meaning(clef)) for clef in _CLEFS)
    return (
        *clefs,
        *(Completion(f"{word}=", Phrase(f"explain.word.{word}"))
          for word in ("octave", "transpose", "middle", "stafflines")),
    )  # fmt: skip


def voice_words() -> Entries:
    """Return what can follow the name of a voice."""
    names = (
        Completion(f'{word}="', Phrase(f"explain.word.{word}")) for word in ("name", "subname")
    )
    return (*names, *staff_words())


def meters() -> Entries:
    """Return the usual meters."""
    return tuple(
        Completion(value, meter_sentence(meter, value))
        for value in _METERS
        if (meter := parse_meter(value)) is not None
    )


def unit_note_lengths() -> Entries:
    """Return the usual unit note lengths."""
    return tuple(
        Completion(value, Phrase("explain.unit-short", {"length": length_words(Fraction(value))}))
        for value in _UNITS
    )


def tempos(beat: Fraction) -> Entries:
    """Return tempos for beats of one length."""
    length = length_words(beat)
    return tuple(
        Completion(
            f"{beat.numerator}/{beat.denominator}={rate}",
            Phrase("explain.tempo-short", {"rate": rate, "length": length}),
        )
        for rate in _RATES
    )


def plain(values: Iterable[str]) -> Entries:
    """Return words that speak for themselves, each once."""
    return tuple(Completion(value) for value in dict.fromkeys(values))


@cache
def decorations() -> Entries:
    """Return the decorations with their closing sign, those of many tunes first."""
    names = dict.fromkeys((*_FIRST_DECORATIONS, *sorted(NAMES)))
    return tuple(
        Completion(f"{name}!", meaning, name)
        for name in names
        if (meaning := decoration_meaning(name)) is not None
    )


def user_symbols() -> Entries:
    """Return letters with the decorations that people give them."""
    pairs = (("T", "trill"), ("~", "roll"), ("M", "lowermordent"), ("P", "uppermordent"),
             ("H", "fermata"), ("L", "accent"), ("W", "wedge"), ("S", "segno"), ("O", "coda"),
             ("J", "slide"), ("R", "turn"), ("Q", "tenuto"))  # fmt: skip
    return tuple(Completion(f"{sign} = !{name}!", decoration_meaning(name)) for sign, name in pairs)


def directives() -> Entries:
    """Return the directives that are followed."""
    return tuple(Completion(f"{name} ", directive_purpose(name), name) for name in _DIRECTIVES)


def midi_words() -> Entries:
    """Return the commands after `%%MIDI` that are followed."""
    return tuple(
        Completion(word if word in WITHOUT_VALUES else f"{word} ", midi_purpose(word), word)
        for word in FOLLOWED
    )


def programs() -> Entries:
    """Return instruments of folk music by their General MIDI numbers."""
    numbers = (0, 21, 22, 24, 25, 32, 40, 42, 45, 46, 56, 68, 71, 72, 73, 74, 75, 78, 79, 105, 109,
               110)  # fmt: skip
    return tuple(Completion(str(number), Phrase(f"explain.program.{number}")) for number in numbers)


def annotations() -> Entries:
    """Return the signs that make a text in quotes an annotation."""
    places = (("^", "above"), ("_", "below"), ("<", "left"), (">", "right"), ("@", "free"))
    return tuple(Completion(sign, Phrase(f"explain.place.{place}")) for sign, place in places)


def _clef_meaning(clef: str) -> Phrase:
    shapes = {"treble": "G2", "bass": "F4", "alto": "C3", "tenor": "C4", "soprano": "C1",
              "perc": "perc", "none": "none"}  # fmt: skip
    if clef in shapes:
        return Phrase(f"explain.clef.{shapes[clef]}")
    return Phrase("explain.sounds-octave-up" if "+" in clef else "explain.sounds-octave-down")
