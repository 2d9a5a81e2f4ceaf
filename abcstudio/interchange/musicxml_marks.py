"""Decorations, annotations, tempos and part labels as MusicXML's notations and directions."""

from collections.abc import Iterable
from fractions import Fraction
from xml.etree.ElementTree import Element

from abcstudio.interchange.musicxml_durations import type_of
from abcstudio.interchange.xml_text import add, decimal
from abcstudio.notation.note_values import note_values
from abcstudio.notation.score import Annotation, Decoration, Tempo

_Marks = dict[str, tuple[str, dict[str, str]]]
_ORNAMENTS: _Marks = {
    "trill": ("trill-mark", {}), "trill(": ("trill-mark", {}),
    "lowermordent": ("mordent", {}), "uppermordent": ("inverted-mordent", {}),
    "turn": ("turn", {}), "turnx": ("turn", {"slash": "yes"}),
    "invertedturn": ("inverted-turn", {}), "invertedturnx": ("inverted-turn", {"slash": "yes"}),
    # MusicXML has no roll; the score draws it as a turn too.
    "roll": ("turn", {}), "irishroll": ("turn", {}),
}  # fmt: skip
_ARTICULATIONS: _Marks = {
    "staccato": ("staccato", {}), "accent": ("accent", {}), "tenuto": ("tenuto", {}),
    "wedge": ("staccatissimo", {}), "marcato": ("strong-accent", {"type": "up"}),
    "breath": ("breath-mark", {}), "shortphrase": ("breath-mark", {}),
    "mediumphrase": ("breath-mark", {}), "longphrase": ("caesura", {}), "slide": ("scoop", {}),
}  # fmt: skip
_TECHNICAL: _Marks = {
    "upbow": ("up-bow", {}), "downbow": ("down-bow", {}), "open": ("open-string", {}),
    "thumb": ("thumb-position", {}), "plus": ("stopped", {}), "snap": ("snap-pizzicato", {}),
}  # fmt: skip
_DIRECT: _Marks = {
    "fermata": ("fermata", {"type": "upright"}),
    "invertedfermata": ("fermata", {"type": "inverted"}), "arpeggio": ("arpeggiate", {}),
}  # fmt: skip
_TREMOLOS = {"/": 1, "//": 2, "///": 3, "////": 4}
_FINGERS = frozenset("012345")
_WAVY = {"trill(": "start", "trill)": "stop"}
DYNAMICS = frozenset(
    ("pppp", "ppp", "pp", "p", "mp", "mf", "f", "ff", "fff", "ffff", "sf", "sfz", "rfz", "fp")
)
_NOTE_HEADS = {
    "style=rhythm": "slash", "style=harmonic": "diamond", "style=x": "x",
    "style=triangle": "triangle",
}  # fmt: skip
_BEFORE = {
    "crescendo(": ("wedge", {"type": "crescendo"}),
    "diminuendo(": ("wedge", {"type": "diminuendo"}),
    "ped": ("pedal", {"type": "start", "line": "no"}),
    "ped(": ("pedal", {"type": "start", "line": "no"}),
    "segno": ("segno", {}), "coda": ("coda", {}),
}  # fmt: skip
_AFTER = {
    "crescendo)": ("wedge", {"type": "stop"}), "diminuendo)": ("wedge", {"type": "stop"}),
    "ped)": ("pedal", {"type": "stop", "line": "no"}),
    "ped-up": ("pedal", {"type": "stop", "line": "no"}),
    "ped-end": ("pedal", {"type": "stop", "line": "no"}),
}  # fmt: skip
_DA_CAPO, _DAL_SEGNO = {"dacapo": "yes"}, {"dalsegno": "segno"}
_WORDS: dict[str, tuple[str, dict[str, str]]] = {
    "D.C.": ("D.C.", _DA_CAPO), "dacapo": ("Da Capo", _DA_CAPO),
    "D.C.alcoda": ("D.C. al Coda", _DA_CAPO), "D.C.alfine": ("D.C. al Fine", _DA_CAPO),
    "D.S.": ("D.S.", _DAL_SEGNO), "dalsegno": ("D.S.", _DAL_SEGNO),
    "D.S.alcoda": ("D.S. al Coda", _DAL_SEGNO), "D.S.alfine": ("D.S. al Fine", _DAL_SEGNO),
    "dacoda": ("To Coda", {"tocoda": "coda"}), "fine": ("Fine", {"fine": "yes"}),
}  # fmt: skip
_OCTAVE_WORDS = {"8va(": "8va", "8vb(": "8vb", "15ma(": "15ma", "15mb(": "15mb"}
_SOUNDS = {"segno": {"segno": "segno"}, "coda": {"coda": "coda"}}
_UNSEEN = frozenset(
    ("courtesy", "editorial", "nil", "style=normal", "8va)", "8vb)", "15ma)", "15mb)", "ghost",
     "stemless", "invisible")
)  # fmt: skip
_MAX_BEATS = 16


def add_note_marks(notations: Element, decorations: Iterable[Decoration]) -> None:
    """Add the decorations that belong to the note itself."""
    for decoration in decorations:
        name = decoration.name
        for group, table in (
            ("ornaments", _ORNAMENTS), ("articulations", _ARTICULATIONS), ("technical", _TECHNICAL),
        ):  # fmt: skip
            if name in table:
                tag, values = table[name]
                add(add(notations, group), tag, **values)
        if name in _DIRECT:
            tag, values = _DIRECT[name]
            add(notations, tag, **values)
        elif name in _TREMOLOS:
            add(add(notations, "ornaments"), "tremolo", _TREMOLOS[name], type="single")
        elif name in _FINGERS:
            add(add(notations, "technical"), "fingering", name)
        elif _is_strange(name):
            add(notations, "other-notation", name, type="single")
        if name in _WAVY:
            add(add(notations, "ornaments"), "wavy-line", type=_WAVY[name], number=1)


def _is_strange(name: str) -> bool:
    """Whether MusicXML has no sign for a decoration, so that its name stands for it."""
    known = (
        _ORNAMENTS, _ARTICULATIONS, _TECHNICAL, _DIRECT, _TREMOLOS, _FINGERS, _WAVY, DYNAMICS,
        _NOTE_HEADS, _BEFORE, _AFTER, _WORDS, _OCTAVE_WORDS, _UNSEEN,
    )  # fmt: skip
    return not any(name in table for table in known)


def add_note_head(note: Element, decorations: Iterable[Decoration]) -> None:
    """Add stem and note head where a decoration asks for other ones than usual."""
    names = {decoration.name for decoration in decorations}
    if "stemless" in names:
        add(note, "stem", "none")
    shape = next((_NOTE_HEADS[name] for name in _NOTE_HEADS if name in names), "")
    if "ghost" in names:
        add(note, "notehead", shape or "normal", parentheses="yes")
    elif shape:
        add(note, "notehead", shape)


def accidental_use(decorations: Iterable[Decoration]) -> dict[str, str]:
    """Return the attributes of the accidentals of a note with these decorations."""
    names = {decoration.name for decoration in decorations}
    uses = (("courtesy", "cautionary"), ("editorial", "editorial"))
    return {attribute: "yes" for name, attribute in uses if name in names}


def add_directions_before(measure: Element, decorations: Iterable[Decoration]) -> None:
    """Add the decorations that are signs of their own and begin with the note."""
    for decoration in decorations:
        name = decoration.name
        if name in DYNAMICS:
            add(add(_direction_type(measure, "below"), "dynamics"), name)
        elif name in _BEFORE:
            tag, values = _BEFORE[name]
            kind = _direction_type(measure, "below" if tag in ("wedge", "pedal") else "above")
            add(kind, tag, **values)
            if name in _SOUNDS:
                add(measure[-1], "sound", **_SOUNDS[name])
        elif name in _OCTAVE_WORDS:
            add(_direction_type(measure, "above"), "words", _OCTAVE_WORDS[name])


def add_directions_after(measure: Element, decorations: Iterable[Decoration]) -> None:
    """Add the decorations that end with the note, or send the player elsewhere after it."""
    for decoration in decorations:
        name = decoration.name
        if name in _AFTER:
            tag, values = _AFTER[name]
            add(_direction_type(measure, "below"), tag, **values)
        elif name in _WORDS:
            words, sound = _WORDS[name]
            add(_direction_type(measure, "above"), "words", words)
            add(measure[-1], "sound", **sound)


def add_words(measure: Element, text: str, placement: str = "above") -> None:
    """Add words beside the staff."""
    if text.strip():
        add(_direction_type(measure, placement), "words", text)


def add_annotation(measure: Element, annotation: Annotation) -> None:
    """Add an annotation; those beside a note stand above it."""
    add_words(measure, annotation.text, "below" if annotation.placement == "_" else "above")


def add_part_label(measure: Element, label: str) -> None:
    """Add a part's label as a rehearsal mark."""
    if label.strip():
        add(_direction_type(measure, "above"), "rehearsal", label)


def add_tempo(measure: Element, tempo: Tempo) -> None:
    """Add a tempo: its text, what a beat is, and how fast it sounds."""
    if not tempo.text and not tempo.beats_per_minute:
        return
    direction = add(measure, "direction", placement="above")
    if tempo.text:
        add(add(direction, "direction-type"), "words", tempo.text)
    if tempo.beats_per_minute:
        _add_metronome(direction, tempo.beat_duration, tempo.beats_per_minute)
        quarters = tempo.beats_per_minute * tempo.beat_duration * 4
        add(direction, "sound", tempo=decimal(quarters))


def _add_metronome(direction: Element, beat: Fraction, rate: Fraction) -> None:
    values = note_values(beat.numerator, beat.denominator, 8, 1024)[:_MAX_BEATS]
    if sum((value.duration for value in values), Fraction(0)) != beat:
        add(add(direction, "direction-type"), "words", f"{beat} = {decimal(rate)}")
        return
    metronome = add(add(direction, "direction-type"), "metronome")
    for index, value in enumerate(values):
        parent = metronome if index == 0 else add(metronome, "beat-unit-tied")
        add(parent, "beat-unit", type_of(value.base))
        for _ in range(value.dots):
            add(parent, "beat-unit-dot")
    add(metronome, "per-minute", decimal(rate))


def _direction_type(measure: Element, placement: str) -> Element:
    return add(add(measure, "direction", placement=placement), "direction-type")
