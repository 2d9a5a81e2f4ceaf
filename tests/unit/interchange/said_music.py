"""All that a score says that MusicXML can say, for comparing it with what was read back.

Signs that say one thing are one: a tie within a measure and the one longer note, rests in a row,
`z8` and `Z`, `C>D` and `C3/2D/`. Where a repeat goes back to stands in the open in MusicXML, so
repeats are compared by what is played, in which order.
"""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from abcstudio.decoration_table import DECORATIONS
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.pitch import STEPS
from abcstudio.notation.score import (
    BarLine,
    Chord,
    ClefChange,
    Element,
    KeyChange,
    MeterChange,
    PartLabel,
    Rest,
    Score,
    Tempo,
    TempoChange,
    TimedElement,
    TransposeChange,
    VariantEnding,
    Voice,
)
from abcstudio.notation.values.chord_kinds import read_chord_name
from tests.unit.interchange.written_music import as_played, as_scored, difference

_EXPORTED = {row.name: row.exported for row in DECORATIONS}
_HEADER = "TCOARSNHBDFGZP"
Said = tuple[object, ...]


def difference_of(one: Score, other: Score) -> str:
    """Return the first difference between two scores in words, "" for none."""
    how = difference(as_scored(one), as_scored(other)) or difference(
        as_scored(other), as_scored(one)
    )
    if how:
        return how
    if as_played(one) != as_played(other):
        return "another order of play"
    for name, said in (("header", _header), ("structure", _structure), ("marks", _marks)):
        mine, theirs = said(one), said(other)
        if mine != theirs:
            missing, added = mine - theirs, theirs - mine
            return f"{name}: {_shown(missing)} were read as {_shown(added)}"
    return ""


def _shown(said: Counter[Said]) -> list[Said]:
    return list(said)[:4]


def _header(score: Score) -> Counter[Said]:
    found: Counter[Said] = Counter()
    for field in score.fields:
        if field.letter in _HEADER and field.text.strip():
            found[field.letter, " ".join(field.text.split())] += 1
    found["meter", score.meter] += 1
    found["key", _alters(score.key), score.key.highland_pipes == "HP"] += 1
    if score.tempo is not None:
        found["tempo", _rate(score.tempo)] += 1
    found["words", tuple(" ".join(line.split()) for line in score.words if line.strip())] += 1
    return found


def _alters(key: KeySignature) -> tuple[Fraction, ...]:
    return tuple(key.alter_of(step) for step in STEPS)


def _rate(tempo: Tempo) -> Said:
    rate = tempo.beats_per_minute
    return tempo.text, rate and round(float(rate * tempo.beat_duration), 3)


def _structure(score: Score) -> Counter[Said]:
    """Return what changes and where: each once, however many voices say it."""
    found: Counter[Said] = Counter()
    for voice in score.voices:
        for each in _structure_of(voice, score.key):
            found[each] = 1
    return found


def _structure_of(voice: Voice, start: KeySignature) -> Iterator[Said]:
    onset = Fraction(0)
    last = _last_onset(voice)
    key = start
    for element in voice.elements:
        if isinstance(element, TimedElement):
            onset = element.onset + element.duration
        elif isinstance(element, BarLine):
            is_plain = not (element.closes_repeat or element.opens_repeat)
            if is_plain and element.style in ("double", "dotted") and onset < last:
                yield "bar", onset, element.style
        elif isinstance(element, KeyChange):
            if element.key != key and onset < last:
                yield onset, "key", _alters(element.key)
            key = element.key
        elif onset < last and (said := _change(element)) is not None:
            yield (onset, *said)


def _last_onset(voice: Voice) -> Fraction:
    timed = [e for e in voice.elements if isinstance(e, Chord)]
    return timed[-1].onset + timed[-1].duration if timed else Fraction(0)


def _change(element: Element) -> Said | None:
    if isinstance(element, VariantEnding):
        return "ending", element.passes
    if isinstance(element, MeterChange):
        return "meter", element.meter
    if isinstance(element, ClefChange):
        return "clef", element.clef.shape, element.clef.line, element.clef.octave_shift
    if isinstance(element, TransposeChange):
        return "transpose", element.semitones
    if isinstance(element, PartLabel):
        return "part", element.label.strip()
    if isinstance(element, TempoChange) and element.tempo.beats_per_minute:
        return "tempo", _rate(element.tempo)
    return None


def _marks(score: Score) -> Counter[Said]:
    found: Counter[Said] = Counter()
    for voice in score.voices:
        for element in voice.elements:
            if isinstance(element, Chord | Rest):
                found.update((element.onset, *mark) for mark in _marks_of(element))
        if voice.overlay_of is None:
            clef = voice.clef
            found["voice", clef.shape, clef.line, clef.octave_shift, voice.transpose] = 1
    return found


def _marks_of(element: Chord | Rest) -> Iterator[Said]:
    yield from _texts_of(element)
    for decoration in element.decorations:
        if exported := _EXPORTED.get(decoration.name, ""):
            yield "decoration", exported
    for syllable in element.syllables:
        if syllable.text.strip():
            yield "syllable", syllable.verse, " ".join(syllable.text.split()), syllable.hyphen
    if element.grace_notes is not None and isinstance(element, Chord):
        pitches = tuple(note.pitch for note in element.grace_notes.notes)
        yield "grace", pitches, element.grace_notes.slashed, element.grace_notes.chord_sizes
    if element.slur_starts or element.slur_ends:
        yield "slur", element.slur_starts, element.slur_ends


def _texts_of(element: Chord | Rest) -> Iterator[Said]:
    for symbol in element.chord_symbols:
        is_chord = read_chord_name(symbol.text) is not None
        yield ("chord" if is_chord else "words"), " ".join(symbol.text.split())
    for annotation in element.annotations:
        if annotation.text.strip():
            yield "words", " ".join(annotation.text.split())
