"""The criterion of mode: whether the notes are those of the key, and lean on its degrees."""

from collections import Counter
from collections.abc import Iterator

from abcstudio.composing.jury.chances import Chances, Event
from abcstudio.composing.jury.figures import Figures, highest, mean, share
from abcstudio.composing.jury.judged_tune import JudgedNote, JudgedTune

_FAR = 3
MODES = {0: 0, -1: 4, -2: 1, -3: 5}
"""Where the tonic of each usual mode lies in the major scale of its signature."""

# Which sign it is, the step before it (-1 for none), and its step.
_Sign = tuple[str, int, int]


def events(tune: JudgedTune) -> Iterator[Event]:
    """Yield each note, altered or not, with its neighbours; then what the tonic is known by."""
    yield from _neighbours(tune)
    for sign in _signs(tune):
        yield _event(sign, tune.tonic, tune.mode)


def figures(tune: JudgedTune, chances: Chances) -> Figures:
    """Return what is measured of a tune's mode."""
    notes = list(tune.notes)
    altered = [chances.surprise(*event) for event in _neighbours(tune, altered_only=True)]
    signs = Counter(_signs(tune))
    own = _doubt(signs, chances, tune.tonic, tune.mode)
    others = [_doubt(signs, chances, tonic, mode) for tonic, mode in _other_keys(tune)]
    ends = [chances.surprise(f"e{tune.mode}:", f"{degree}e") for degree in _end_degrees(tune)]
    kinds = Counter((tune.degree(note), note.alter) for note in notes if note.alter)
    return {
        "mode.outside": share(kinds.total(), len(notes)),
        "mode.altered": highest(altered),
        "mode.sum": sum(altered),
        "mode.least": -highest([-one for one in altered]) if altered else 0.0,
        "mode.kinds": float(len(kinds)),
        "mode.lone": float(sum(count == 1 for count in kinds.values())),
        "mode.doubt": own,
        "mode.other": own - min(others),
        "mode.ends": mean(ends),
        "mode.final": tune.degree(notes[-1]) + (0.5 if notes[-1].alter else 0.0),
        "mode.tonic": share(sum(tune.degree(note) == 0 for note in notes), len(notes)),
    }


def _neighbours(tune: JudgedTune, *, altered_only: bool = False) -> Iterator[Event]:
    notes = list(tune.notes)
    for place, note in enumerate(notes):
        if altered_only and not note.alter:
            continue
        before = notes[place - 1] if place else None
        after = notes[place + 1] if place + 1 < len(notes) else None
        sign = "=" if not note.alter else "^" if note.alter > 0 else "_"
        degree = tune.degree(note)
        context = f"{tune.mode}:{degree}:{_way(before, note)}{_way(after, note)}"
        yield context, f"{degree}{sign}"


def _signs(tune: JudgedTune) -> Iterator[_Sign]:
    """Yield what a tonic is known by: strong notes, how they follow, beginnings and ends."""
    before = -1
    for measure in tune.measures:
        for note in measure.notes:
            if note.onset % tune.beat == 0 and not note.alter:
                step = note.step % 7
                yield "s" if note.onset else "S", -1, step
                yield "t", before, step
                before = step
    for part in tune.parts:
        yield "e", -1, part[-1].notes[-1].step
        yield "b", -1, part[0].notes[0].step
    yield "l", -1, tune.measures[-1].notes[-1].step


def _event(sign: _Sign, tonic: int, mode: int) -> Event:
    """Return what a sign is if the tonic is this one."""
    kind, before, step = sign
    came_from = "" if before < 0 else (before - tonic) % 7
    return f"{kind}{mode}:{came_from}", f"{(step - tonic) % 7}{kind}"


def _doubt(signs: Counter[_Sign], chances: Chances, tonic: int, mode: int) -> float:
    """Return how unlikely the signs are on the whole if the tonic is this one."""
    doubts = (count * chances.surprise(*_event(sign, tonic, mode)) for sign, count in signs.items())
    return sum(doubts) / signs.total()


def _other_keys(tune: JudgedTune) -> Iterator[tuple[int, int]]:
    """Yield tonic and mode of the other usual keys of the same signature."""
    own = MODES.get(tune.mode, 0)
    for mode, degree in MODES.items():
        if mode != tune.mode:
            yield (tune.tonic + degree - own) % 7, mode


def _end_degrees(tune: JudgedTune) -> list[int]:
    return [tune.degree(part[-1].notes[-1]) for part in tune.parts]


def _way(other: JudgedNote | None, note: JudgedNote) -> str:
    if other is None:
        return "o"
    distance = max(-_FAR, min(_FAR, other.step - note.step))
    return f"{distance:+d}" + ("" if not other.alter else "a")
