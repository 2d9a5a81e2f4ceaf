"""What is read of a MusicXML file, in the order in which it sounds."""

from dataclasses import dataclass, field
from fractions import Fraction

from abcstudio.notation.pitch import Pitch


@dataclass(slots=True)
class Head:
    """One note head.

    Attributes:
        is_signed: An accidental stands before it, needed or not.
        is_tied: A tie leads on from it.
    """

    pitch: Pitch
    is_signed: bool = False
    is_tied: bool = False


@dataclass(frozen=True, slots=True)
class Sung:
    """What a note sings in one verse; `goes_on` says that the next note sings it too."""

    text: str
    hyphen: bool = False
    goes_on: bool = False


@dataclass(slots=True)
class Grace:
    """A group of grace notes: each one or several heads."""

    chords: list[list[Head]] = field(default_factory=list)
    is_slashed: bool = False


@dataclass(slots=True, kw_only=True)
class Moment:
    """A note, chord or rest, in whole notes from the start of its measure.

    Attributes:
        taken: How long it lasts in the file's own divisions, which may be too coarse for it.
        length: How long it lasts.
        ratio: How many notes in the time of how many, when it belongs to a tuplet.
        heads: None of them for a rest.
        tuplet: "start", "stop", both or neither.
        beam: Its first beam goes on to the next note; None where the file shows no beams.
        slurs: The numbers of slurs: "start" and "stop", and "grace" for those that begin at its
            grace notes.
        slur_starts: How many slurs open here, once both ends are known; likewise `slur_ends`.
        is_sung_on: The verses whose line under the last syllable ends here.
    """

    onset: Fraction
    taken: Fraction
    length: Fraction
    ratio: tuple[int, int] = (1, 1)
    heads: list[Head] = field(default_factory=list)
    is_visible: bool = True
    fills_measure: bool = False
    grace: Grace | None = None
    tuplet: frozenset[str] = frozenset()
    beam: bool | None = None
    decorations: list[str] = field(default_factory=list)
    chord_symbols: list[str] = field(default_factory=list)
    annotations: list[str] = field(default_factory=list)
    slurs: dict[str, list[int]] = field(default_factory=dict)
    slur_starts: int = 0
    slur_ends: int = 0
    sung: dict[int, Sung] = field(default_factory=dict)
    is_sung_on: set[int] = field(default_factory=set)

    @property
    def end(self) -> Fraction:
        """When it stops, in the file's own divisions."""
        return self.onset + self.taken


@dataclass(frozen=True, slots=True)
class ReadChange:
    """What holds from a place of a measure on.

    Attributes:
        value: A `KeySignature`, `Meter` or `Clef`, semitones, the value of a `Q:` field, a label.
        kind: "key", "meter", "clef", "transpose", "tempo" or "part".
    """

    onset: Fraction
    value: object
    kind: str


@dataclass(slots=True, kw_only=True)
class ReadBar:
    """What stands at one side of a measure.

    Attributes:
        style: MusicXML's name, "" for none said.
        repeats: How many extra times a repeat sign here plays the music.
        ending: The passes of an ending that begins here, "" for none.
        ends_ending: An ending stops here.
        has_fermata: The pause is on the bar line itself.
    """

    style: str = ""
    repeats: int = 0
    ending: str = ""
    ends_ending: bool = False
    has_fermata: bool = False


@dataclass(slots=True, kw_only=True)
class ReadMeasure:
    """One measure of one part.

    Attributes:
        number: As the file names it.
        length: How long its notes and rests last.
        room: How far the file goes on in it, with nothing there perhaps.
        voices: Moments by voice, in the order of the file.
        changes: By staff; what holds for every staff is at 0.
    """

    number: str
    is_implicit: bool = False
    length: Fraction = Fraction(0)
    room: Fraction = Fraction(0)
    begins_line: bool = False
    left: ReadBar = field(default_factory=ReadBar)
    right: ReadBar = field(default_factory=ReadBar)
    voices: dict[tuple[int, str], list[Moment]] = field(default_factory=dict)
    changes: dict[int, list[ReadChange]] = field(default_factory=dict)

    @property
    def is_silent(self) -> bool:
        """Whether there are only rests."""
        return not any(moment.heads for moments in self.voices.values() for moment in moments)

    def shorten(self, length: Fraction) -> None:
        """Let it last no longer than this: what goes on is cut, what begins later left out."""
        for key, moments in self.voices.items():
            kept = [moment for moment in moments if moment.onset < length]
            for moment in kept:
                moment.taken = min(moment.taken, length - moment.onset)
                moment.length = min(moment.length, moment.taken)
            self.voices[key] = kept
        self.length = min(self.length, length)


@dataclass(slots=True, kw_only=True)
class ReadPart:
    """One part of the file.

    Attributes:
        program: General MIDI's, from 0; None where none is named.
        is_hidden: Its staves are not shown.
    """

    name: str = ""
    short_name: str = ""
    program: int | None = None
    is_hidden: bool = False
    measures: list[ReadMeasure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PartGroup:
    """Parts that a bracket or brace joins, by their indices."""

    first: int
    last: int
    sign: str
    bar_lines_go_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadScore:
    """A whole file.

    Attributes:
        fields: ABC's information fields, letter and text, in the order of a header.
        words: Those after the music.
    """

    fields: list[tuple[str, str]]
    words: list[str]
    parts: list[ReadPart]
    groups: list[PartGroup]
