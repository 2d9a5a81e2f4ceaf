"""One voice as it is played: its elements in playing order, timed, ties joined note by note."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain, zip_longest

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.measures.sections import ElementRange
from abcstudio.notation.meter import Meter
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.score import (
    BarLine,
    Chord,
    Element,
    KeyChange,
    MeterChange,
    MidiDirective,
    PartLabel,
    Rest,
    Score,
    Tempo,
    TempoChange,
    Voice,
)
from abcstudio.notation.spans import Span
from abcstudio.notation.values.decorations import ways_of_playing
from abcstudio.playback.interpretation import PLAIN, Interpretation
from abcstudio.playback.performing.beats import beats, length_in_parts
from abcstudio.playback.performing.context import Context, contexts
from abcstudio.playback.performing.gestures import Gesture, Gestures, Stroke
from abcstudio.playback.performing.navigation import Navigation, navigated
from abcstudio.playback.performing.repeats import last_times, plays_in_order
from abcstudio.playback.played_voice import (
    Allowance,
    PlayedChordSymbol,
    PlayedMeasure,
    PlayedVoice,
    Sound,
)
from abcstudio.stopping import stoppable

_LOOK_BACK = 256
"""How many of the latest sounds may have to make room for grace notes."""


def play_voice(
    score: Score,
    index: int,
    parts: int,
    interpretation: Interpretation,
    allowance: Allowance,
    labels: Sequence[tuple[str, int]],
    ends: Sequence[int] = (),
    navigation: Navigation | None = None,
) -> PlayedVoice:
    """Play one voice of a score.

    Args:
        score: Any score.
        index: Which of its voices.
        parts: How many parts a beat has.
        interpretation: What the player adds.
        allowance: How far the voice is played; what it takes is taken from it.
        labels: Those of the parts of the voice, with the elements they begin at.
        ends: When the part that is played first ends, the second and so on, where all voices wait
            for each other; none where the voice plays on.
        navigation: The jumps to follow.
    """
    player = _VoicePlayer(score, index, parts, interpretation, allowance=allowance)
    elements = score.voices[index].elements
    plays: Iterable[Iterable[ElementRange]]
    if interpretation.skip_repeats and not score.part_order:
        plays = [last_times(elements)]
    else:
        plays = plays_in_order(elements, score.part_order, labels)
    if navigation is not None:
        plays = [navigated(chain.from_iterable(plays), elements, navigation)]
    for play, end in zip_longest(plays, ends):
        for stretch in play or ():
            if allowance.is_spent:
                return player.result()
            player.play(stretch)
        if end is not None:
            player.wait(end)
    return player.result()


@dataclass(frozen=True, slots=True)
class _Marks:
    """The tempo (None: the one at the start), meter and key that hold from an element on."""

    index: int
    tempo: Tempo | None
    meter: Meter
    key: KeySignature


class _VoicePlayer:
    def __init__(
        self,
        score: Score,
        index: int,
        parts: int,
        interpretation: Interpretation,
        allowance: Allowance,
    ) -> None:
        self._voice: Voice = score.voices[index]
        self._index = index
        self._parts = parts
        self._allowance = allowance
        self._played = PlayedVoice()
        self._sounds = self._played.sounds
        self._onset = 0
        measures: Sequence[Measure] = ()
        if index == 0 or interpretation.metric_stress:
            measures = split_measures(self._voice, score.meter)
        held: Sequence[Context] = ()
        if interpretation != PLAIN:
            held = contexts(
                score,
                self._voice,
                measures,
                parts=parts,
                interpretation=interpretation,
            )
        self._makers = Gestures(self._voice, parts, interpretation, held)
        # Each gesture is made once, however often it is played.
        self._gestures: list[Gesture | None] = [None] * len(self._voice.elements)
        self._heeds_fermatas = interpretation.fermatas
        self._graces_come_before = interpretation.grace_notes_before_beat
        self._last_length = 0
        # By pitch, where in the sounds the one stands that a tie leads on from.
        self._ties: dict[Pitch, int] = {}
        self._next_index = 0
        self._pass_number = 1
        self._marks = _marks(score, self._voice)
        self._mark_places = [mark.index for mark in self._marks]
        self._measure_onset = 0
        self._measure_first: Chord | Rest | None = None
        self._measure_last: Chord | Rest | None = None
        self._written_onsets = [length_in_parts(measure.onset, parts) for measure in measures]
        self._written_numbers = [measure.number for measure in measures]

    def play(self, stretch: ElementRange) -> None:
        stop = self._begin(stretch)
        elements, gestures = self._voice.elements, self._gestures
        for index in stoppable(range(stretch.start, stop)):
            element = elements[index]
            if isinstance(element, (Chord, Rest)):
                gesture = gestures[index] or self._gesture(element, index)
                if element.chord_symbols:
                    self._note_chord_symbols(element)
                if element.decorations and self._heeds_fermatas:
                    self._note_fermata(element, gesture.length)
                if self._measure_first is None:
                    self._measure_first = element
                self._measure_last = element
                if self._ties or gesture.is_tied:
                    self._sound_tied(gesture, element, index)
                elif gesture.strokes:
                    self._sound(gesture.strokes)
                self._onset += gesture.length
                self._last_length = gesture.length
                if self._allowance.notes <= 0:
                    return
            elif isinstance(element, BarLine):
                self._end_measure()
            else:
                self._pass_mark(element)

    def _begin(self, stretch: ElementRange) -> int:
        """Go to a stretch and return how far the allowance lets it be played."""
        if stretch.start != self._next_index:
            self._restore_marks(stretch.start)
        self._pass_number = stretch.pass_number
        self._next_index = stretch.stop
        stop = min(stretch.stop, stretch.start + self._allowance.elements)
        self._allowance.elements -= stop - stretch.start
        return stop

    def wait(self, end: int) -> None:
        """Be silent until a part has ended in every voice."""
        if self._onset >= end:
            return
        self._end_measure()
        self._ties = {}
        measures = self._played.measures
        if measures:
            measures[-1] = measures[-1]._replace(length=end - measures[-1].onset)
        self._onset = self._measure_onset = end

    def result(self) -> PlayedVoice:
        self._end_measure()
        self._played.length = self._onset
        return self._played

    def _gesture(self, element: Chord | Rest, index: int) -> Gesture:
        if element.grace_notes is not None and self._graces_come_before:
            return self._makers.of(element, index, room=self._last_length // 2)
        gesture = self._gestures[index] = self._makers.of(element, index)
        return gesture

    def _note_fermata(self, element: Chord | Rest, length: int) -> None:
        if "fermata" in ways_of_playing(element.decorations):
            stop = beats(self._onset + length, self._parts)
            self._played.fermatas.append((self._now(), stop))

    def _note_chord_symbols(self, element: Chord | Rest) -> None:
        for symbol in element.chord_symbols:
            self._played.chord_symbols.append(
                PlayedChordSymbol(beats(self._onset, self._parts), symbol.text, symbol.span)
            )

    def _sound(self, strokes: Sequence[Stroke]) -> None:
        onset, voice, pass_number = self._onset, self._index, self._pass_number
        if strokes[0].offset < 0:
            self._make_room(onset + strokes[0].offset)
        self._allowance.notes -= len(strokes)
        if self._allowance.notes < 0:
            strokes = strokes[: self._allowance.notes]
        for offset, length, pitch, velocity, span, _, _ in strokes:
            self._sounds.append(
                Sound(onset + offset, voice, pitch, length, velocity, span, pass_number)
            )

    def _make_room(self, stop: int) -> None:
        """End what sounds until now when grace notes begin that are played before the beat."""
        first = max(0, len(self._sounds) - _LOOK_BACK)
        self._sounds[first:] = [
            sound
            if not stop < sound.onset + sound.length <= self._onset
            else sound._replace(length=stop - sound.onset)
            for sound in self._sounds[first:]
            if sound.onset < stop
        ]

    def _sound_tied(self, gesture: Gesture, element: Chord | Rest, index: int) -> None:
        """Sound what a tie leads to or from: notes that are tied to lengthen the ones before."""
        if self._ties:
            gesture = self._makers.of(element, index, after_tie=True)
        ties: dict[Pitch, int] = {}
        continued: set[int] = set()
        for head, note in enumerate(element.notes if isinstance(element, Chord) else ()):
            place = self._continued_tie(note.pitch, bool(note.accidental))
            if place is None:
                continue
            continued.add(head)
            sounds = self._sounds
            length = length_in_parts(note.duration, self._parts)
            if length > 0:
                sounds[place] = sounds[place]._replace(
                    length=self._onset + length - sounds[place].onset
                )
            if note.tied:
                ties[note.pitch] = place
        for stroke in gesture.strokes:
            if stroke.head not in continued and self._allowance.notes > 0:
                self._sound((stroke,))
                if stroke.tied is not None:
                    ties[stroke.tied] = len(self._sounds) - 1
        self._ties = ties

    def _continued_tie(self, pitch: Pitch, has_accidental: bool) -> int | None:
        """Return where the sound stands that a tie leads on from to a pitch; None without one."""
        place = self._ties.pop(pitch, None)
        if place is None and not has_accidental:
            # A tie carries an accidental over the bar line.
            for other in self._ties:
                if other.diatonic == pitch.diatonic:
                    return self._ties.pop(other)
        return place

    def _end_measure(self) -> None:
        first, last = self._measure_first, self._measure_last
        if first is None or last is None:
            return
        if self._index == 0 and self._onset > self._measure_onset:
            written_onset = length_in_parts(first.onset, self._parts)
            place = bisect_right(self._written_onsets, written_onset) - 1
            self._played.measures.append(
                PlayedMeasure(
                    self._measure_onset,
                    self._onset - self._measure_onset,
                    self._written_numbers[place] if place >= 0 else 1,
                    Span(first.span.start, last.span.end),
                    self._pass_number,
                )
            )
        self._measure_onset = self._onset
        self._measure_first = None

    def _pass_mark(self, element: Element) -> None:
        """Note a change of tempo, meter or key and the label of a part."""
        if isinstance(element, TempoChange):
            self._played.tempo_changes.append((self._now(), element.tempo))
        elif isinstance(element, MeterChange):
            self._played.meter_changes[self._now()] = element.meter
        elif isinstance(element, KeyChange):
            self._played.key_changes[self._now()] = element.key
        elif isinstance(element, MidiDirective):
            self._played.directives.append((self._now(), element))
        elif isinstance(element, PartLabel):
            self._played.labels.append((self._onset, element.label))

    def _now(self) -> Fraction:
        return beats(self._onset, self._parts)

    def _restore_marks(self, index: int) -> None:
        """After a jump, bring back the tempo, meter and key that hold at an element."""
        if len(self._marks) == 1:
            return
        mark = self._marks[bisect_right(self._mark_places, index - 1) - 1]
        if self._played.tempo_changes:
            self._played.tempo_changes.append((self._now(), mark.tempo))
        self._played.meter_changes[self._now()] = mark.meter
        self._played.key_changes[self._now()] = mark.key


def _marks(score: Score, voice: Voice) -> list[_Marks]:
    """Return what holds from the start of a voice and from each of its changes on."""
    marks = [_Marks(-1, None, score.meter, score.key)]
    for index, element in enumerate(voice.elements):
        if isinstance(element, (Chord, Rest, BarLine)):
            continue
        if isinstance(element, TempoChange):
            marks.append(replace(marks[-1], index=index, tempo=element.tempo))
        elif isinstance(element, MeterChange):
            marks.append(replace(marks[-1], index=index, meter=element.meter))
        elif isinstance(element, KeyChange):
            marks.append(replace(marks[-1], index=index, key=element.key))
    return marks
