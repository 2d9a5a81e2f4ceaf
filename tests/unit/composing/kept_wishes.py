"""Which wishes a tune does not keep, by what the reader of `notation` finds in it."""

from collections.abc import Iterator
from functools import cache

from abcstudio.composing.clock.wishes import FormSection
from abcstudio.composing.rhythm_of import rhythm_of
from abcstudio.composing.tune_wishes import TuneWishes
from abcstudio.corpus.known_runs import KnownRuns
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, KeyChange, MeterChange, Note, Score
from abcstudio.paths import bundled_runs
from tests.unit.composing.faults import faults


def broken_wishes(tune: str, wished: TuneWishes) -> list[str]:
    """Return the names of the wishes that a tune does not keep; "reader" where it is not right."""
    score, wishes = parse(tune), wished.for_clock()
    chords = [one for one in score.voices[0].elements if isinstance(one, Chord)]
    notes = list(_notes(chords))
    header = tune.partition("\nK:")[0] + "\nK:" + tune.partition("\nK:")[2].partition("\n")[0]
    changes = {type(one) for one in score.voices[0].elements}
    kept = {
        "reader": not faults(tune),
        "form": not wishes.form or _form(score) == wishes.form,
        "pickup": not wishes.pickup
        or split_measures(score.voices[0], score.meter)[0].is_pickup == (wishes.pickup == "with"),
        "range": wishes.compass is None
        or all(wishes.compass.low <= note.pitch.diatonic <= wishes.compass.high for note in notes),
        "meter": not wishes.meter
        or (f"M:{wishes.meter}" in header.split("\n") and MeterChange not in changes),
        "key": not wishes.key
        or (f"K:{wishes.key}" in header.split("\n") and KeyChange not in changes),
        "rhythm": not wishes.rhythm or f"R:{wishes.rhythm}" in header.split("\n"),
        "accidentals": wishes.has_accidentals or not any(note.accidental for note in notes),
        "rhythm_of": not wished.rhythm_of
        or rhythm_of(tune) == f"M:{wishes.meter}\nL:{wishes.unit}\n{wishes.pattern}",
        "new": not wished.new or not _known_runs().quoted(score),
        "ends_on_tonic": not wishes.ends_on_tonic or _is_tonic(chords[-1], score),
    }
    return [name for name, is_kept in kept.items() if not is_kept]


@cache
def _known_runs() -> KnownRuns:
    return KnownRuns.load(bundled_runs())


def _notes(chords: list[Chord]) -> Iterator[Note]:
    for chord in chords:
        yield from chord.notes
        yield from chord.grace_notes.notes if chord.grace_notes else ()


def _is_tonic(last: Chord, score: Score) -> bool:
    keys = [one.key for one in score.voices[0].elements if isinstance(one, KeyChange)]
    key = [score.key, *keys][-1]
    (note,) = last.notes
    step = key.tonic[0]
    return (note.pitch.step, note.pitch.alter) == (step, key.alter_of(step))


def _form(score: Score) -> tuple[FormSection, ...]:
    """Return the sections with the measures of the first time through, pickups aside."""
    sections, measures, in_second = [], list[Measure](), False
    for measure in split_measures(score.voices[0], score.meter):
        ending = measure.ending.passes if measure.ending else ()
        in_second = in_second or ending == (2,)
        if not measure.is_pickup and not in_second:
            measures.append(measure)
        assert measure.right is not None
        is_first_ending = any(one.ending and one.ending.passes == (1,) for one in measures)
        if measure.ends_section and not measure.is_pickup and (not is_first_ending or in_second):
            repeated = bool(measures[-1].right and measures[-1].right.closes_repeat)
            sections.append(FormSection(len(measures), repeated))
            measures, in_second = [], False
    return tuple(sections)
