"""Keys, meters, clefs and transpositions as MusicXML's `attributes`."""

from fractions import Fraction
from xml.etree.ElementTree import Element

from abcstudio.interchange.xml_text import add, decimal
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import Clef

ACCIDENTALS = {
    Fraction(0): "natural", Fraction(1): "sharp", Fraction(-1): "flat",
    Fraction(2): "double-sharp", Fraction(-2): "flat-flat",
    Fraction(1, 2): "quarter-sharp", Fraction(-1, 2): "quarter-flat",
    Fraction(3, 2): "three-quarters-sharp", Fraction(-3, 2): "three-quarters-flat",
}  # fmt: skip
"""MusicXML's name of the accidental that alters by so many semitones."""

_SHARPS, _FLATS = "FCGDAEB", "BEADGCF"
_MOST_FIFTHS = 7
_USUAL_LINES = 5
_SYMBOLS = {"C": "common", "C|": "cut"}
_SIGNS = {"perc": "percussion"}
# Staff steps under the semitones of an octave, from none to a seventh.
_DIATONIC = (0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6)


def add_attributes(
    measure: Element,
    *,
    divisions: int = 0,
    key: KeySignature | None = None,
    meter: Meter | None = None,
    clef: Clef | None = None,
    transpose: int | None = None,
    lines: int = 0,
    is_shown: bool = True,
) -> None:
    """Add what holds from here on; nothing where nothing changes.

    Args:
        measure: Where to.
        divisions: Of a quarter note; 0 for no change.
        key: None for no change.
        meter: None for no change.
        clef: None for no change.
        transpose: Semitones that all sounds higher; None for no change.
        lines: Of the staff; 0 for no change.
        is_shown: Whether the staff is to be seen.
    """
    if not (divisions or key or meter or clef) and transpose is None:
        return
    attributes = add(measure, "attributes")
    if divisions:
        add(attributes, "divisions", divisions)
    if key is not None:
        _add_key(attributes, key)
    if meter is not None:
        _add_time(attributes, meter)
    if clef is not None:
        _add_clef(attributes, clef)
    if lines not in (0, _USUAL_LINES) or not is_shown:
        details = add(attributes, "staff-details", print_object=None if is_shown else "no")
        if lines not in (0, _USUAL_LINES):
            add(details, "staff-lines", lines)
    if transpose is not None:
        _add_transpose(attributes, transpose)


def _add_key(attributes: Element, key: KeySignature) -> None:
    """Add a key; the Highland pipes' `K:HP` has its sharps without showing them."""
    hidden = "no" if key.highland_pipes == "HP" else None
    element = add(attributes, "key", print_object=hidden)
    if not key.explicit and abs(key.fifths) <= _MOST_FIFTHS:
        add(element, "fifths", key.fifths)
        if key.mode:
            add(element, "mode", key.mode)
        return
    for step, alter in _altered_steps(key):
        add(element, "key-step", step)
        add(element, "key-alter", decimal(alter))
        if alter in ACCIDENTALS:
            add(element, "key-accidental", ACCIDENTALS[alter])


def _altered_steps(key: KeySignature) -> list[tuple[str, Fraction]]:
    """Return what a key signature shows, flats before sharps, each in its usual order."""
    explicit = {step for step, _ in key.explicit}
    shown = [(step, key.alter_of(step)) for step in _FLATS if key.alter_of(step) < 0]
    shown += [(step, key.alter_of(step)) for step in _SHARPS if key.alter_of(step) > 0]
    shown += [
        (step, Fraction(0)) for step in _SHARPS if step in explicit and not key.alter_of(step)
    ]
    return shown


def _add_time(attributes: Element, meter: Meter) -> None:
    if meter.is_free:
        add(add(attributes, "time"), "senza-misura")
        return
    element = add(attributes, "time", symbol=_SYMBOLS.get(meter.symbol))
    add(element, "beats", "+".join(str(beat) for beat in meter.beats))
    add(element, "beat-type", meter.beat_unit)


def _add_clef(attributes: Element, clef: Clef) -> None:
    element = add(attributes, "clef")
    add(element, "sign", _SIGNS.get(clef.shape, clef.shape))
    if clef.shape in "GFC":
        add(element, "line", clef.line)
    if clef.octave_shift:
        add(element, "clef-octave-change", clef.octave_shift)


def _add_transpose(attributes: Element, semitones: int) -> None:
    octaves, rest = divmod(abs(semitones), 12)
    direction = 1 if semitones > 0 else -1
    element = add(attributes, "transpose")
    add(element, "diatonic", direction * _DIATONIC[rest])
    add(element, "chromatic", direction * rest)
    if octaves:
        add(element, "octave-change", direction * octaves)
