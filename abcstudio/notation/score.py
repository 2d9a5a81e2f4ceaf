"""The music that a tune's text means: voices of elements, each with its place in the text.

Durations are in whole notes (`Fraction(1, 4)` is a quarter note). Everything is as written:
repeats are not unrolled and ties not joined; that is `abcstudio.playback.performance`'s part.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from abcstudio.notation.diagnostics import Diagnostic
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.spans import Span
from abcstudio.notation.staff_layout import StaffLayout
from abcstudio.notation.text_strings import decode_text


@dataclass(frozen=True, slots=True)
class InformationField:
    """A field such as `T:title` (ABC 2.1, section 3): letter, trimmed value and both places."""

    letter: str
    value: str
    span: Span
    value_span: Span

    @property
    def text(self) -> str:
        """The value as it is meant to be read: accents and entities decoded (ABC 2.1, 8.2)."""
        return decode_text(self.value)


@dataclass(frozen=True, slots=True)
class Tempo:
    """A `Q:` field (ABC 2.1, 3.1.8).

    Attributes:
        beats_per_minute: How many `beat_duration` fit into a minute; None with only a text.
        beat_duration: In whole notes; the sum where several lengths are given.
        text: What is printed, for example "Allegro".
    """

    beats_per_minute: Fraction | None
    beat_duration: Fraction
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Clef:
    """A clef (ABC 2.1, 4.6): shape ("G", "F", "C", "none", "perc"), line, octave shift.

    Attributes:
        drawn_octaves: Octaves by which notes are drawn away from their pitch (`middle=`).
    """

    shape: str = "G"
    line: int = 2
    octave_shift: int = 0
    drawn_octaves: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """One note head.

    Attributes:
        span: From the accidental to the length.
        pitch: As it sounds in the score: key, accidentals, clef and `octave=` applied.
        accidental: The written one, "^", "^^", "_", "__", "=" a microtone ("^1/2") or "".
        duration: As it sounds; in a chord a note may be longer or shorter than the chord.
        tied: A tie leads from this note to the next one of its pitch.
    """

    span: Span
    pitch: Pitch
    accidental: str
    duration: Fraction
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Decoration:
    """A decoration by its full name, for example "trill" (ABC 2.1, 4.14)."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class ChordSymbol:
    """An accompaniment chord such as `"Am7"` (ABC 2.1, 4.18)."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Annotation:
    """Text beside a note (ABC 2.1, 4.19): "^" above, "_" below, "<" left, ">" right, "@" free."""

    text: str
    placement: str
    span: Span


@dataclass(frozen=True, slots=True)
class GraceNotes:
    """A group `{gfe}`; `slashed` is the acciaccatura `{/g}` (ABC 2.1, 4.12).

    Attributes:
        chord_sizes: How many of the notes sound together, in order; empty when each is alone.
    """

    notes: tuple[Note, ...]
    slashed: bool
    span: Span
    chord_sizes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tuplet:
    """A tuplet `(p:q:r`: p notes in the time of q, over r notes (ABC 2.1, 4.13).

    Each element of the tuplet holds this same object.
    """

    p: int
    q: int
    r: int
    span: Span


@dataclass(frozen=True, slots=True)
class Syllable:
    """What one note sings in one verse (ABC 2.1, 5.1); `hyphen` leads on, `extender` is `_`."""

    text: str
    verse: int
    span: Span
    hyphen: bool = False
    extender: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedElement:
    """What takes time in a voice.

    Attributes:
        span: The notes themselves, without decorations and grace notes before them.
        onset: From the start of the voice, as written.
        duration: As it sounds: tuplets and broken rhythm applied.
        notated_duration: What the note head and dots show: broken rhythm applied, the tuplet not.
        beam_continues: No blank separates it from the next timed element.
        slur_starts: How many slurs open before it.
        slur_ends: How many slurs close after it.
    """

    span: Span
    onset: Fraction
    duration: Fraction
    notated_duration: Fraction
    tuplet: Tuplet | None = None
    beam_continues: bool = False
    slur_starts: int = 0
    slur_ends: int = 0
    decorations: tuple[Decoration, ...] = ()
    chord_symbols: tuple[ChordSymbol, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    grace_notes: GraceNotes | None = None
    syllables: tuple[Syllable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chord(TimedElement):
    """Notes that begin together; a single note is one too. Its duration is its first note's."""

    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest(TimedElement):
    """A rest `z`, an invisible one `x`, or `Z`/`X` for `measures` whole measures (ABC 2.1, 4.5)."""

    visible: bool = True
    measures: int = 0


BarLineStyle = Literal["single", "double", "thin-thick", "thick-thin", "dotted", "invisible"]


@dataclass(frozen=True, slots=True)
class BarLine:
    """A bar line (ABC 2.1, 4.8).

    Attributes:
        style: How the line itself looks.
        closes_repeat: How many extra times the music before it is played: 1 for `:|`, 2 for `::|`.
        opens_repeat: Likewise for the music after it.
        fermatas: Those over the line itself (ABC 2.1, 4.14): here the music rests, or ends.
    """

    span: Span
    style: BarLineStyle
    closes_repeat: int = 0
    opens_repeat: int = 0
    fermatas: tuple[Decoration, ...] = ()


@dataclass(frozen=True, slots=True)
class VariantEnding:
    """The start of an ending, with its passes: `[1`, `|2`, `[1,3` (ABC 2.1, 4.9, 4.10)."""

    span: Span
    passes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KeyChange:
    """A `K:` in the tune body."""

    span: Span
    key: KeySignature


@dataclass(frozen=True, slots=True)
class MeterChange:
    """An `M:` in the tune body."""

    span: Span
    meter: Meter


@dataclass(frozen=True, slots=True)
class TempoChange:
    """A `Q:` in the tune body."""

    span: Span
    tempo: Tempo


@dataclass(frozen=True, slots=True)
class ClefChange:
    """A clef that comes with a `K:` or `V:` in the tune body."""

    span: Span
    clef: Clef


@dataclass(frozen=True, slots=True)
class TransposeChange:
    """A `transpose=` of a `K:` or `V:` in the tune body: how many semitones higher all sounds."""

    span: Span
    semitones: int


@dataclass(frozen=True, slots=True)
class PartLabel:
    """A `P:` in the tune body: the music after it belongs to this part."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line of music that is also a line of the score."""

    span: Span


@dataclass(frozen=True, slots=True)
class MidiDirective:
    """A `%%MIDI` line, kept as its words."""

    span: Span
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Directive:
    """A stylesheet directive `%%name value` or `I:name value`, kept as written (ABC 2.1, 11)."""

    name: str
    value: str
    span: Span


Element = (
    Chord
    | Rest
    | BarLine
    | VariantEnding
    | KeyChange
    | MeterChange
    | TempoChange
    | ClefChange
    | TransposeChange
    | PartLabel
    | LineBreak
    | MidiDirective
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One line of music.

    Attributes:
        voice_id: What stands after `V:`; "" for a tune without voices.
        name: What is printed before its first system.
        clef: Its clef at the start.
        short_name: What is printed before its other systems.
        staff_lines: How many lines its staff has.
        transpose: Semitones added when it sounds (`transpose=`).
        overlay_of: The voice over whose staff this one is drawn (`&`), else None.
        elements: In the order of the text.
    """

    voice_id: str
    elements: tuple[Element, ...]
    name: str = ""
    clef: Clef = Clef()
    transpose: int = 0
    overlay_of: str | None = None
    short_name: str = ""
    staff_lines: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One tune as music.

    Attributes:
        text: The very text that was parsed; every span points into it.
        fields: The tune header's fields in order.
        key: At the start.
        meter: At the start.
        unit_note_length: At the start (`L:` or its default), in whole notes.
        tempo: The header's `Q:`, else None.
        part_order: The header's `P:` expanded to labels, bounded; empty when there is none.
        voices: At least one.
        words: The `W:` lines.
        diagnostics: In the order of the text.
        directives: The `%%` lines and `I:` fields, such as `%%score`, in the order of the text.
        body_fields: The fields after the header, inline ones too, in the order of the text.
        layout: Which voices stand on which staves, where the tune says so; a voice that is not
            named there is not shown.
    """

    text: str
    fields: tuple[InformationField, ...]
    key: KeySignature
    meter: Meter
    unit_note_length: Fraction
    tempo: Tempo | None
    part_order: tuple[str, ...]
    voices: tuple[Voice, ...]
    words: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    directives: tuple[Directive, ...] = ()
    body_fields: tuple[InformationField, ...] = ()
    layout: StaffLayout | None = None

    def field_values(self, letter: str) -> tuple[str, ...]:
        """Return the values of the header's fields of one letter, in order."""
        return tuple(field.value for field in self.fields if field.letter == letter)

    @property
    def title(self) -> str:
        """The first title, its accents decoded, "" when there is none."""
        titles = self.field_values("T")
        return decode_text(titles[0]) if titles else ""
