"""One voice as MEI, measure by measure: notes, rests, beams, tuplets, and their events."""

from dataclasses import dataclass, field
from functools import partial
from itertools import islice, pairwise

from abcstudio.engraving.mei.mei_head import clef_attributes, key_element, meter_element
from abcstudio.engraving.mei.mei_marks import (
    SPANNERS,
    accidental_attributes,
    annotation_event,
    chord_symbols_event,
    decoration_event,
    head_attributes,
    note_attributes,
    spanner_event,
)
from abcstudio.engraving.mei.mei_text import Ids, plain, tag
from abcstudio.engraving.note_values import has_flags, written_values
from abcstudio.notation.measures.held_syllables import held_syllables
from abcstudio.notation.measures.joined_notes import slurs, ties
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.score import (
    Chord,
    Clef,
    ClefChange,
    Decoration,
    Element,
    GraceNotes,
    KeyChange,
    MeterChange,
    Note,
    Rest,
    Syllable,
    TimedElement,
    Voice,
)
from abcstudio.notation.spans import Span

_ACCIDENTALS = {
    "^": "s", "^^": "x", "_": "f", "__": "ff", "=": "n",
    "^1/2": "1qs", "_1/2": "1qf", "^3/2": "3qs", "_3/2": "3qf", "^/": "1qs", "_/": "1qf",
}  # fmt: skip
_ALTERS = {-2: "ff", -1: "f", 1: "s", 2: "ss"}
_SIGNS = {-2: "ff", -1: "f", 0: "n", 1: "s", 2: "x"}

Change = KeyChange | MeterChange | ClefChange
Atom = Chord | Rest | Change


@dataclass(slots=True)
class LayerContent:
    """A measure of one voice: the layer's content, and events, to which later notes may add."""

    content: str = ""
    events: list[str] = field(default_factory=list)


class LayerWriter:
    """Writes one voice; ties, slurs and hairpins go on from measure to measure."""

    def __init__(self, voice: Voice, staff: int, ids: Ids) -> None:
        self._staff = staff
        self._ids = ids
        self._stem = ""
        self._clef = voice.clef
        self._written = LayerContent()
        # By `id`. Where a curve begins: the XML id there and the events of that measure.
        self._curves: dict[int, tuple[str, list[str]]] = {}
        self._tie_starts = {id(end): id(start) for start, end in ties(voice)}
        self._slur_starts: dict[int, list[int]] = {}
        for start, end in slurs(voice):
            self._slur_starts.setdefault(id(end), []).append(id(start))
        self._spanners: dict[str, tuple[str, list[str]]] = {}
        self._hyphens: dict[int, bool] = {}
        held = held_syllables(voice)
        self._extended = {each.syllable.span for each in held}
        self._extension_ends: dict[Span, list[int]] = {}
        for each in held:
            if each.after is not None:
                ends = self._extension_ends.setdefault(each.after.span, [])
                ends.append(each.syllable.verse)

    def set_clef(self, clef: Clef) -> None:
        """Take a clef that the staff has from this measure on."""
        self._clef = clef

    def write(
        self, elements: tuple[Element, ...], fills_measure: bool, stem: str = ""
    ) -> LayerContent:
        """Return a measure; with `fills_measure` a lone rest in it is a whole measure's.

        `stem` is where all stems point, "up" or "down", where two voices share the staff.
        """
        self._stem = stem
        self._written = LayerContent()
        atoms: list[Atom] = [
            element
            for element in elements
            if isinstance(element, (Chord, Rest, KeyChange, MeterChange, ClefChange))
        ]
        if len(atoms) == 1 and isinstance(atoms[0], Rest) and (fills_measure or atoms[0].measures):
            self._written.content = self._measure_rest(atoms[0])
        else:
            self._written.content = self._layer(atoms)
        return self._written

    def _layer(self, atoms: list[Atom]) -> str:
        opened_at: dict[int, list[tuple[int, str]]] = {}
        tuplets = _tuplet_runs(atoms)
        for start, end in tuplets:
            opened_at.setdefault(start, []).append((end, _tuplet_tag(atoms[start])))
        for start, end in _beams(atoms, tuplets):
            opened_at.setdefault(start, []).append((end, "<beam>"))
        out: list[str] = []
        open_ends: list[tuple[int, str]] = []
        for index, atom in enumerate(atoms):
            # Grace notes before a group's first note stand before the group:
            # Verovio loses them inside.
            if isinstance(atom, Chord) and atom.grace_notes is not None:
                out.append(self._grace(atom.grace_notes))
            # sorted is stable: of two of one length the tuplet is the outer.
            for end, opening in sorted(opened_at.get(index, ()), key=lambda group: -group[0]):
                out.append(opening)
                open_ends.append((end, "</beam>" if opening == "<beam>" else "</tuplet>"))
            out.append(self._atom(atom))
            while open_ends and open_ends[-1][0] == index:
                out.append(open_ends.pop()[1])
        return "".join(out)

    def _atom(self, atom: Atom) -> str:
        if isinstance(atom, Chord):
            return self._chord(atom)
        if isinstance(atom, Rest):
            return self._rest(atom)
        if isinstance(atom, KeyChange):
            return key_element(atom.key, self._clef)
        if isinstance(atom, MeterChange):
            return meter_element(atom.meter)
        self._clef = atom.clef
        return tag("clef", clef_attributes(atom.clef, prefix=""))

    def _chord(self, chord: Chord) -> str:
        values = written_values(chord.notated_duration)
        first_id = last_id = ""
        out: list[str] = []
        held: list[str] = []
        for part, (name, dots, _) in enumerate(values):
            is_first, is_last = part == 0, part == len(values) - 1
            timing: dict[str, object] = {"dur": name, "dots": dots or "", "stem.dir": self._stem}
            if chord.decorations:
                timing |= note_attributes(chord.decorations, is_first)
            verses = self._verses(chord) if is_first else ""
            element_id, note_ids, text = self._heads(chord, timing, verses, is_first)
            # Without a stem there is nothing to cross: the strokes stand under the note.
            is_open = timing.get("stem.mod") and values[0][2] >= 1
            out.append(tag("bTrem", {}, text) if is_open else text)
            for start_id, end_id in zip(held, note_ids, strict=True) if held else ():
                self._written.events.append(_curve("tie", start_id, end_id))
            held = note_ids
            first_id, last_id = first_id or element_id, element_id
            if is_first:
                self._end_ties(chord, note_ids)
            if is_last:
                self._start_ties(chord, note_ids)
        self._events(chord, first_id, last_id)
        return "".join(out)

    def _heads(
        self, chord: Chord, timing: dict[str, object], verses: str, is_first: bool
    ) -> tuple[str, list[str], str]:
        """Return the id to hang events on, the notes' ids and the note or chord itself."""
        note_ids = [self._ids.new("n", note.span.start) for note in chord.notes]
        head = partial(self._head, is_first=is_first, decorations=chord.decorations)
        if len(chord.notes) == 1:
            text = head(chord.notes[0], note_ids[0], timing=timing, verses=verses)
            return note_ids[0], note_ids, text
        element_id = self._ids.new("c", chord.span.start)
        heads = [
            head(note, note_id, timing={}, verses="")
            for note, note_id in zip(chord.notes, note_ids, strict=True)
        ]
        values = {"xml:id": element_id, **timing}
        return element_id, note_ids, tag("chord", values, "".join(heads) + verses)

    def _head(
        self,
        note: Note,
        note_id: str,
        *,
        timing: dict[str, object],
        verses: str,
        is_first: bool,
        decorations: tuple[Decoration, ...],
    ) -> str:
        values: dict[str, object] = {
            "xml:id": note_id, **timing, **_pitch(note.pitch, self._clef),
        }  # fmt: skip
        if not decorations:
            return tag("note", values | _accidental(note, is_first), verses)
        values |= head_attributes(decorations)
        how = accidental_attributes(decorations) if is_first else {}
        if not how:
            return tag("note", values | _accidental(note, is_first), verses)
        sign = _ACCIDENTALS.get(note.accidental) or _SIGNS.get(int(note.pitch.alter), "")
        return tag("note", values, tag("accid", {"accid": sign, **how}) + verses)

    def _grace(self, grace: GraceNotes) -> str:
        sizes = grace.chord_sizes or (1,) * len(grace.notes)
        is_beamed = len(sizes) > 1
        kind = "unacc" if grace.slashed else "acc"
        timing: dict[str, object] = {
            "grace": kind,
            "dur": 16 if is_beamed else 8,
            "stem.mod": "1slash" if grace.slashed and not is_beamed else "",
            "stem.dir": self._stem or "up",
        }
        notes = iter(grace.notes)
        content = "".join(self._grace_heads(tuple(islice(notes, size)), timing) for size in sizes)
        return tag("graceGrp", {"grace": kind}, f"<beam>{content}</beam>" if is_beamed else content)

    def _grace_heads(self, notes: tuple[Note, ...], timing: dict[str, object]) -> str:
        """Return grace notes that sound together: a chord of them, or a single one."""
        own = timing if len(notes) == 1 else {}
        heads = [
            tag("note", {
                "xml:id": self._ids.new("n", note.span.start), **own,
                **_pitch(note.pitch, self._clef), **_accidental(note, is_first=True),
            })
            for note in notes
        ]  # fmt: skip
        return heads[0] if len(notes) == 1 else tag("chord", timing, "".join(heads))

    def _rest(self, rest: Rest) -> str:
        first_id = ""
        out = []
        for name, dots, _ in written_values(rest.notated_duration):
            rest_id = self._ids.new("r", rest.span.start)
            first_id = first_id or rest_id
            values: dict[str, object] = {"xml:id": rest_id, "dur": name, "dots": dots or ""}
            out.append(tag("rest" if rest.visible else "space", values))
        self._events(rest, first_id, first_id)
        return "".join(out)

    def _measure_rest(self, rest: Rest) -> str:
        rest_id = self._ids.new("r", rest.span.start)
        self._events(rest, rest_id, rest_id)
        if not rest.visible:
            return tag("mSpace", {"xml:id": rest_id})
        if rest.measures > 1:
            return tag("multiRest", {"xml:id": rest_id, "num": min(rest.measures, 999)})
        return tag("mRest", {"xml:id": rest_id})

    def _events(self, element: TimedElement, first_id: str, last_id: str) -> None:
        events = self._written.events
        if element.chord_symbols:
            events.append(chord_symbols_event(element.chord_symbols, first_id, self._staff))
        for annotation in element.annotations:
            events.append(annotation_event(annotation, first_id, self._staff))
        for decoration in element.decorations:
            if not self._spanner(decoration.name, first_id):
                events.append(decoration_event(decoration, first_id, self._staff))
        for start in self._slur_starts.get(id(element), ()):
            self._end_curve("slur", start, last_id)
        if element.slur_starts:
            self._curves[id(element)] = (first_id, events)

    def _spanner(self, name: str, element_id: str) -> bool:
        kind = name[:-1]
        if kind not in SPANNERS or name[-1] not in "()":
            return False
        if name.endswith("("):
            self._spanners[kind] = (element_id, self._written.events)
        elif kind in self._spanners:
            start_id, events = self._spanners.pop(kind)
            events.append(spanner_event(kind, start_id, element_id, self._staff))
        return True

    def _start_ties(self, chord: Chord, note_ids: list[str]) -> None:
        for note, note_id in zip(chord.notes, note_ids, strict=True):
            if note.tied:
                self._curves[id(note)] = (note_id, self._written.events)

    def _end_ties(self, chord: Chord, note_ids: list[str]) -> None:
        for note, note_id in zip(chord.notes, note_ids, strict=True):
            self._end_curve("tie", self._tie_starts.get(id(note)), note_id)

    def _end_curve(self, name: str, start: int | None, end_id: str) -> None:
        if start in self._curves:
            start_id, events = self._curves[start]
            events.append(_curve(name, start_id, end_id))

    def _verses(self, chord: Chord) -> str:
        return "".join(
            self._verse(syllable)
            for syllable in chord.syllables
            if syllable.text and not syllable.extender
        ) + self._ends_of_extensions(chord)

    def _ends_of_extensions(self, chord: Chord) -> str:
        """Return empty syllables: Verovio draws a line from a held one up to the next one."""
        verses = self._extension_ends.get(chord.span, ())
        return "".join(tag("verse", {"n": verse}, tag("syl")) for verse in verses)

    def _verse(self, syllable: Syllable) -> str:
        after_hyphen = self._hyphens.get(syllable.verse, False)
        self._hyphens[syllable.verse] = syllable.hyphen
        position = {(0, 1): "i", (1, 1): "m", (1, 0): "t"}.get((after_hyphen, syllable.hyphen), "")
        link = "d" if syllable.hyphen else "u" if syllable.span in self._extended else ""
        values: dict[str, object] = {
            "xml:id": self._ids.new("s", syllable.span.start), "wordpos": position, "con": link,
        }  # fmt: skip
        return tag("verse", {"n": syllable.verse}, tag("syl", values, plain(syllable.text)))


def _pitch(pitch: Pitch, clef: Clef) -> dict[str, object]:
    octave = pitch.octave + clef.drawn_octaves
    return {"pname": pitch.step.lower(), "oct": max(-1, min(octave, 10))}


def _accidental(note: Note, is_first: bool) -> dict[str, object]:
    written = _ACCIDENTALS.get(note.accidental) if is_first else None
    if written:
        return {"accid": written}
    return {"accid.ges": _ALTERS.get(int(note.pitch.alter), "")}


def _curve(name: str, start_id: str, end_id: str) -> str:
    return tag(name, {"startid": f"#{start_id}", "endid": f"#{end_id}"})


def _tuplet_tag(atom: Atom) -> str:
    tuplet = atom.tuplet if isinstance(atom, TimedElement) else None
    if tuplet is None:
        return "<tuplet>"
    return f'<tuplet num="{tuplet.p}" numbase="{tuplet.q}">'


def _tuplet_runs(atoms: list[Atom]) -> list[tuple[int, int]]:
    """Return first and last place of each tuplet's elements."""
    runs: list[tuple[int, int]] = []
    before = None
    for index, atom in enumerate(atoms):
        tuplet = atom.tuplet if isinstance(atom, TimedElement) else None
        if tuplet is not None:
            if tuplet is before:
                runs[-1] = (runs[-1][0], index)
            else:
                runs.append((index, index))
        before = tuplet
    return runs


def _beams(atoms: list[Atom], tuplets: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return first and last place of each beam; none crosses the edge of a tuplet."""
    groups: list[tuple[int, int]] = []
    start = 0
    for index, atom in enumerate(atoms):
        goes_on = (
            index + 1 < len(atoms)
            and isinstance(atom, Chord)
            and atom.beam_continues
            and _has_flags(atom)
            and _has_flags(atoms[index + 1])
        )
        if not goes_on:
            if index > start:
                groups.extend(_cut_at_tuplets((start, index), tuplets))
            start = index + 1
    return groups


def _cut_at_tuplets(
    group: tuple[int, int], tuplets: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    start, end = group
    cuts = {start, end + 1}
    for first, last in tuplets:
        if start < first <= end < last:
            cuts.add(first)
        if first < start <= last < end:
            cuts.add(last + 1)
    ordered = sorted(cuts)
    pieces = pairwise(ordered)
    return [(left, right - 1) for left, right in pieces if right - 1 > left]


def _has_flags(atom: Atom) -> bool:
    return isinstance(atom, Chord) and has_flags(atom.notated_duration)
