"""Small changes of tunes, of which corruptions are made."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from abcstudio.composing.jury.judged_tune import JudgedMeasure, JudgedNote, JudgedTune


def moved(note: JudgedNote, steps: int) -> JudgedNote:
    """Return a note so many steps higher in the mode."""
    return note._replace(step=note.step + steps, pitch=note.pitch + round(steps * 12 / 7))


def mapped(tune: JudgedTune, change: Callable[[JudgedNote], JudgedNote]) -> JudgedTune:
    """Return a tune with each note changed."""
    return with_measures(
        tune, [replace(one, notes=tuple(map(change, one.notes))) for one in tune.measures]
    )


def with_measures(tune: JudgedTune, measures: Sequence[JudgedMeasure]) -> JudgedTune:
    """Return a tune of other measures."""
    return replace(tune, measures=tuple(measures))


def refilled(tune: JudgedTune, fillings: Sequence[JudgedMeasure]) -> JudgedTune:
    """Return a tune whose whole measures hold the notes of others, in order."""
    notes = iter(fillings)
    return with_measures(
        tune,
        [one if one.is_pickup else replace(one, notes=next(notes).notes) for one in tune.measures],
    )


def whole(tune: JudgedTune) -> list[JudgedMeasure]:
    """Return the measures that are no pickups."""
    return [one for one in tune.measures if not one.is_pickup]


def in_key_of(tune: JudgedTune, wanted: JudgedTune) -> JudgedTune:
    """Return a tune moved to the tonic of another, by the shorter way."""
    steps = (wanted.tonic - tune.tonic + 3) % 7 - 3
    return replace(mapped(tune, lambda note: moved(note, steps)), tonic=wanted.tonic)


def some_measures(
    tune: JudgedTune,
    chance: random.Random,
    often: float,
    change: Callable[[list[JudgedNote]], list[JudgedNote]],
) -> JudgedTune:
    """Return a tune with the notes of some measures changed."""
    measures = [
        replace(one, notes=tuple(change(list(one.notes)))) if chance.random() < often else one
        for one in tune.measures
    ]
    return with_measures(tune, measures)


def near(note: JudgedNote, chance: random.Random, often: float) -> JudgedNote:
    """Return a note, often one to three steps off."""
    if chance.random() >= often:
        return note
    return moved(note, chance.choice((-3, -2, -1, 1, 2, 3)))


def wandering(measure: JudgedMeasure, chance: random.Random, often: float) -> JudgedMeasure:
    """Return a measure, its notes often one to three steps off."""
    return replace(measure, notes=tuple(near(note, chance, often) for note in measure.notes))


def halves(tune: JudgedTune) -> tuple[list[JudgedMeasure], list[JudgedMeasure]]:
    """Return a tune cut where the part begins that is nearest to its middle."""
    measures = list(tune.measures)
    begins = [place for place, one in enumerate(measures) if one.begins_part and place]
    middle = len(measures) // 2
    at = min(begins, key=lambda place: abs(place - middle), default=middle)
    second = measures[at:]
    if second:
        second[0] = replace(second[0], begins_part=True)
    return measures[:at], second
