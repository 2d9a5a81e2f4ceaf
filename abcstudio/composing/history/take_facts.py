"""What can be found out about a tune: form, right measures, range, newness, the jury's numbers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from abcstudio.composing.jury.jury import Jury
from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.field_values import Record, String, Whole, fitting, kept
from abcstudio.messages import Phrase
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Score

WRONG_MEASURES = frozenset({"measure-short", "measure-long", "bar-line-missing"})

_COUNT = Whole(0, 10**9)
_WORD = String(64)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST_PARTS = 8
_MIDDLE_OCTAVE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFacts:
    """What was found out about a tune.

    Attributes:
        form: A letter a part, written twice where the part is repeated, such as AABB.
        right: How many measures last as long as they should.
        measures: Of how many, in all voices; pickups and free meter do not count.
        low, high: The lowest and the highest note, as ABC writes them; "" without notes.
        marks: What the jury says.
        newer: Of a hundred known tunes, how many share more with others; -1 where that is not
            known.
    """

    form: str = kept("", _WORD)
    right: int = kept(0, _COUNT)
    measures: int = kept(0, _COUNT)
    low: str = kept("", _WORD)
    high: str = kept("", _WORD)
    marks: JuryMarks = kept(JuryMarks(), Record(JuryMarks))  # noqa: RUF009 - a field
    newer: int = kept(-1, Whole(-1, 100))


def facts_from(data: Any) -> TakeFacts | None:
    """Return the facts that some data tells, None where it tells none."""
    if not isinstance(data, dict):
        return None
    return TakeFacts(**fitting(TakeFacts, data))


def facts_of_take(text: str, jury: Jury) -> TakeFacts:
    """Return what can be found out about the first tune of a text."""
    return judged_take(text, jury).facts


class JudgedTake(NamedTuple):
    """What was found out about a tune, with the jury's sentence to each of its numbers."""

    facts: TakeFacts
    sentences: Mapping[str, Phrase]


def judged_take(text: str, jury: Jury, name_of: Callable[[int], object] = str) -> JudgedTake:
    """Return what can be found out about the first tune of a text, and what its numbers mean.

    Args:
        text: The text.
        jury: Who judges.
        name_of: What the known tune of a number, from 0, is called.
    """
    tunes = split_tunebook(text)
    if not tunes:
        return JudgedTake(TakeFacts(), {})
    score = parse(tunes[0].text, tunes[0].file_header)
    right, counted = right_measures(score)
    low, high = _range(score)
    verdict = jury.judge(score, name_of)
    facts = TakeFacts(
        form=_form(split_measures(score.voices[0], score.meter)),
        right=right,
        measures=counted,
        low=low,
        high=high,
        marks=JuryMarks.of(verdict),
    )
    return JudgedTake(facts, verdict.sentences)


def right_measures(score: Score) -> tuple[int, int]:
    """Return how many measures last as long as they should, and of how many, in all voices.

    Pickups and free meter do not count.
    """
    counted = sum(_count(split_measures(voice, score.meter)) for voice in score.voices)
    wrong = sum(one.code in WRONG_MEASURES for one in score.diagnostics)
    return max(0, counted - wrong), counted


def _count(measures: Sequence[Measure]) -> int:
    """Return how many measures there are, pickups left out; two halves are one."""
    return len({one.number for one in measures if one.number and one.expected})


def _range(score: Score) -> tuple[str, str]:
    pitches = [
        note.pitch
        for voice in score.voices
        for element in voice.elements
        if isinstance(element, Chord)
        for note in element.notes
    ]
    if not pitches:
        return "", ""
    return (
        _written(min(pitches, key=lambda pitch: pitch.diatonic)),
        _written(max(pitches, key=lambda pitch: pitch.diatonic)),
    )


def _written(pitch: Pitch) -> str:
    """Return the note of a pitch's line or space, as ABC writes it."""
    octaves = pitch.octave - _MIDDLE_OCTAVE
    return pitch.step.lower() + "'" * (octaves - 1) if octaves > 0 else pitch.step + "," * -octaves


def _form(measures: Sequence[Measure]) -> str:
    """Return the letters of a tune's parts.

    A part has the letter of an earlier one when most of its measures are that one's.
    """
    parts: list[list[Measure]] = []
    for measure in measures:
        is_later_ending = measure.ending is not None and 1 not in measure.ending.passes
        if not parts or (measure.starts_section and not is_later_ending):
            parts.append([])
        parts[-1].append(measure)
    letters, known = "", list[tuple[str, ...]]()
    for part in [part for part in parts if any(not measure.is_pickup for measure in part)]:
        if len(letters) >= 2 * _MOST_PARTS:
            break
        music = tuple(_music(measure) for measure in part if not measure.is_pickup)
        place = next((i for i, other in enumerate(known) if _are_alike(music, other)), len(known))
        if place == len(known):
            known.append(music)
        is_repeated = any(m.right is not None and m.right.closes_repeat for m in part)
        letters += _LETTERS[place % len(_LETTERS)] * (2 if is_repeated else 1)
    return letters


def _are_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    same = sum(a == b for a, b in zip(one, other, strict=False))
    return 2 * same > max(len(one), len(other))


def _music(measure: Measure) -> str:
    """Return what is equal for measures that sound alike."""
    return " ".join(
        f"{element.duration}:{'.'.join(str(note.pitch.midi_number) for note in element.notes)}"
        for element in measure.elements
        if isinstance(element, Chord)
    )
