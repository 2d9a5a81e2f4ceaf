"""Real tunes put together in the wrong way, and tunes that are copies."""

import random

from abcstudio.composing.jury.fitting.changes import (
    halves,
    mapped,
    near,
    refilled,
    wandering,
    whole,
    with_measures,
)
from abcstudio.composing.jury.judged_tune import JudgedTune

# Structure


def shuffled_measures(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """The measures stand in another order."""
    fillings = whole(tune)
    chance.shuffle(fillings)
    return refilled(tune, fillings)


def joined_parts(tune: JudgedTune, other: JudgedTune, _chance: random.Random) -> JudgedTune:
    """After the first half follow the last parts of another tune of that meter, mode and key."""
    first, second = halves(tune)[0], halves(other)[1]
    return with_measures(tune, (*first, *second))


def too_much_of_the_same(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """From some place on two measures come again and again, except where a part ends."""
    fillings = whole(tune)
    start = chance.randrange(max(1, len(fillings) // 3))
    unit = fillings[start : start + chance.choice((1, 2))]
    for place in range(start, len(fillings) - 1):
        fillings[place] = unit[(place - start) % len(unit)]
    return refilled(tune, fillings)


def nothing_returns(tune: JudgedTune, _other: JudgedTune, chance: random.Random) -> JudgedTune:
    """What came before comes with other notes of the mode."""
    seen: set[tuple[int, ...]] = set()
    fillings = []
    for measure in whole(tune):
        shape = tuple(note.step for note in measure.notes)
        if shape in seen:
            measure = wandering(measure, chance, 0.6)
        seen.add(shape)
        fillings.append(measure)
    changed = refilled(tune, fillings)
    return changed if changed != tune else mapped(tune, lambda note: near(note, chance, 0.4))


# Plagiarism


def copied(_tune: JudgedTune, known: JudgedTune, chance: random.Random) -> JudgedTune:
    """A known tune in another key."""
    steps = chance.choice((-3, -2, -1, 1, 2, 3))
    pitches = steps * 2
    return mapped(
        known, lambda note: note._replace(step=note.step + steps, pitch=note.pitch + pitches)
    )


def copied_with_changes(_tune: JudgedTune, known: JudgedTune, chance: random.Random) -> JudgedTune:
    """A known tune, one note of sixteen changed."""
    return mapped(known, lambda note: near(note, chance, 1 / 16))


def copied_part(tune: JudgedTune, known: JudgedTune, _chance: random.Random) -> JudgedTune:
    """The first half is a known tune's."""
    return with_measures(known, (*halves(known)[0], *halves(tune)[1]))
