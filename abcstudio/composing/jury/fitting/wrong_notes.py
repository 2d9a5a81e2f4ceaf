"""Real tunes with wrong rhythms, accidentals, leaps and melodies."""

import random
from collections.abc import Callable
from dataclasses import replace

from abcstudio.composing.jury.fitting.changes import (
    mapped,
    moved,
    near,
    some_measures,
    with_measures,
)
from abcstudio.composing.jury.judged_tune import JudgedNote, JudgedTune
from abcstudio.composing.jury.mode import MODES

# Rhythm


def uneven(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """In every third measure a note begins half its length early or late."""
    return some_measures(tune, chance, 1 / 3, lambda notes: _shifted(notes, chance))


def very_uneven(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """In two of three measures two notes begin early or late."""
    return some_measures(
        tune, chance, 2 / 3, lambda notes: _shifted(_shifted(notes, chance), chance)
    )


def shuffled_lengths(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """Every measure has its lengths in another order; one of even notes gets uneven ones."""

    def change(notes: list[JudgedNote]) -> list[JudgedNote]:
        lengths = [note.length for note in notes]
        if len(set(lengths)) == 1:
            return _shifted(notes, chance)
        chance.shuffle(lengths)
        onset = notes[0].onset
        result = []
        for note, length in zip(notes, lengths, strict=True):
            result.append(note._replace(onset=onset, length=length))
            onset += length
        return result

    return some_measures(tune, chance, 1.0, change)


def _shifted(notes: list[JudgedNote], chance: random.Random) -> list[JudgedNote]:
    """Let one note begin half of it, or of the one before, later or earlier."""
    if len(notes) < 2:
        return notes
    place = chance.randrange(1, len(notes))
    before, note = notes[place - 1], notes[place]
    ticks = note.length // 2 if chance.random() < 0.5 else -(before.length // 2)
    notes[place - 1] = before._replace(length=before.length + ticks)
    notes[place] = note._replace(onset=note.onset + ticks, length=note.length - ticks)
    return notes


# Mode


def one_accidental(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """One note gets an accidental, or loses the one that it has."""
    return _altered(tune, chance, 1)


def some_accidentals(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """One note of twelve gets an accidental."""
    return _altered(tune, chance, max(2, sum(1 for _ in tune.notes) // 12))


def other_tonic(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """The notes stay, another degree is called the tonic: `K:Am` over a tune in C."""
    mode = chance.choice([one for one in MODES if one != tune.mode])
    steps = MODES[mode] - MODES.get(tune.mode, 0)
    return replace(tune, tonic=(tune.tonic + steps) % 7, mode=mode)


def _altered(tune: JudgedTune, chance: random.Random, count: int) -> JudgedTune:
    total = sum(1 for _ in tune.notes)
    chosen = set(chance.sample(range(total), min(count, total)))
    numbers = iter(range(total))

    def change(note: JudgedNote) -> JudgedNote:
        if next(numbers) not in chosen:
            return note
        alter = 0 if note.alter else chance.choice((-1, 1))
        return note._replace(alter=alter, pitch=note.pitch + alter - note.alter)

    return mapped(tune, change)


# Range


def octave_measures(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """Two measures in a row stand an octave higher or lower."""
    chosen = chance.randrange(max(1, len(tune.measures) - 1))
    steps = chance.choice((-7, 7))
    return _transposed(tune, lambda place: steps if chosen <= place < chosen + 2 else 0)


def moved_measures(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """Every third measure is moved by a fourth to a ninth."""
    return _transposed(
        tune,
        lambda _: chance.choice((-1, 1)) * chance.randint(3, 8) if chance.random() < 1 / 3 else 0,
    )


def leaping_notes(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """One note of sixteen, two at least, stands an octave off."""
    total = sum(1 for _ in tune.notes)
    chosen = set(chance.sample(range(total), min(total, max(2, total // 16))))
    numbers = iter(range(total))
    return mapped(
        tune,
        lambda note: moved(note, chance.choice((-7, 7))) if next(numbers) in chosen else note,
    )


def hardly_moving(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """The melody keeps to three or four neighbouring steps."""
    lowest = next(tune.notes).step - chance.randint(0, 2)
    width = chance.choice((3, 4))

    def change(note: JudgedNote) -> JudgedNote:
        return moved(note, lowest + (note.step - lowest) % width - note.step)

    return mapped(tune, change)


def _transposed(tune: JudgedTune, steps_at: Callable[[int], int]) -> JudgedTune:
    measures = []
    for place, one in enumerate(tune.measures):
        steps = steps_at(place)
        measures.append(replace(one, notes=tuple(moved(note, steps) for note in one.notes)))
    return with_measures(tune, measures)


# Melody


def shuffled_notes(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """In each measure the pitches stand in another order."""

    def change(notes: list[JudgedNote]) -> list[JudgedNote]:
        sources = list(notes)
        chance.shuffle(sources)
        return [
            note._replace(step=source.step, pitch=source.pitch, alter=source.alter)
            for note, source in zip(notes, sources, strict=True)
        ]

    return some_measures(tune, chance, 1.0, change)


def wandering_notes(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """Three notes of ten stand one to three steps off."""
    return mapped(tune, lambda note: near(note, chance, 0.3))


def wrong_cadences(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """Each part ends on another degree, which the note before it leads to."""
    ends = _part_ends(tune)
    measures = []
    for place, one in enumerate(tune.measures):
        notes = list(one.notes)
        if place in ends:
            off = chance.choice((-3, -2, -1, 1, 2, 3))
            notes[-2:] = [moved(note, off) for note in notes[-2:]]
        measures.append(replace(one, notes=tuple(notes)))
    return with_measures(tune, measures)


def going_in_circles(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """The melody goes up and down the scale around the place where it began: likely, and dull."""
    first = next(tune.notes)
    width = chance.randint(2, 5)
    height, way = 0, 1

    def change(note: JudgedNote) -> JudgedNote:
        nonlocal height, way
        result = moved(first, height)
        height += way
        if height in (0, width):
            way = -way
        return note._replace(step=result.step, pitch=result.pitch, alter=0)

    return mapped(tune, change)


def staying(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """Most notes, or all, have the pitch of the note before."""
    often = chance.choice((0.6, 0.8, 1.0))
    before = next(tune.notes)

    def change(note: JudgedNote) -> JudgedNote:
        nonlocal before
        if chance.random() < often:
            note = note._replace(step=before.step, alter=before.alter, pitch=before.pitch)
        before = note
        return note

    return mapped(tune, change)


def _part_ends(tune: JudgedTune) -> set[int]:
    measures = tune.measures
    begins = {place for place, one in enumerate(measures) if one.begins_part}
    return {place - 1 for place in begins if place} | {len(measures) - 1}
