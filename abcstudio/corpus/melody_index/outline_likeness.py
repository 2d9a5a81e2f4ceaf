"""Which tunes go like another one, in any key and mode, and in which of their notes.

Each measure of the one looks for the stretch of the other that it begins alike with its next ones;
the better they fit the more they count. A tune may be written in measures twice or half as long. A
coarse look at all tunes chooses those that are looked at closely.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.melody_index.index import Progress
from abcstudio.corpus.melody_index.outlines import PLACES, STEPS, Letters, MelodyOutline, Outlines
from abcstudio.stopping import stop_if_asked

Floats = NDArray[np.float32]

LONGEST = 64
"""Of a longer tune so many measures are compared."""

# So many measures in a row are compared, and so many tunes closely.
_STRETCH = 4
_CLOSELY = 300
_COARSE = 4
_BLOCK = 1000
# What likeness in measures of another length counts: it has more ways to come about.
_OTHER_LENGTH = 0.8
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Alike:
    """A tune that goes like another one.

    Attributes:
        tune: Its place among those that are known.
        score: 1 where it goes so from beginning to end; of two tunes that have nothing to do with
            each other seldom more than a quarter.
    """

    tune: int
    score: float


@dataclass(frozen=True, slots=True)
class AlikeNotes:
    """In which notes one tune goes like another.

    Attributes:
        pairs: Each note of the tune asked about with the one that it is in the other tune.
        share: In how many of its measures, 0 to 1.
        stretch: The first and the last note of the likest measures in the other tune.
    """

    pairs: tuple[tuple[int, int], ...]
    share: float
    stretch: tuple[int, int]


def alike_tunes(
    known: Outlines,
    asked: MelodyOutline,
    without: frozenset[int],
    *,
    progress: Progress = lambda _done, _of: None,
) -> list[Alike]:
    """Return the tunes that go like one, the likest first, but for some of them."""
    readings = _readings(asked)
    tunes = np.flatnonzero(np.diff(known.starts))
    if not readings or not len(tunes):
        return []
    coarse = _coarsely([one for one, _ in readings], known, tunes, progress)
    coarse[:, np.isin(tunes, [*without])] = -1
    scores: dict[int, float] = {}
    for (reading, weight), likeness in zip(readings, coarse, strict=True):
        stop_if_asked()
        closely = np.sort(np.argsort(-likeness, kind="stable")[:_CLOSELY])
        some = tunes[closely[likeness[closely] >= 0]]
        for tune, score in zip(some.tolist(), _closely(reading, known, some), strict=True):
            scores[tune] = max(scores.get(tune, 0.0), float(score) * weight)
    found = [Alike(tune, score) for tune, score in scores.items()]
    return sorted(found, key=lambda one: (-one.score, one.tune))


def alike_notes(asked: MelodyOutline, known: MelodyOutline) -> AlikeNotes:
    """Return in which of its notes one tune goes like another one."""
    best, found = -1.0, AlikeNotes((), 0.0, (0, 0))
    for reading, weight in _readings(asked):
        if not len(known):
            break
        alike = _alike(reading.letters, _flags(known.letters))
        stretches = _in_a_row(alike, np.zeros(len(known), np.int64))
        scores = weight * (stretches.max(axis=2) ** 2).mean(axis=1)
        key = int(scores.argmax())
        if scores[key] > best:
            best = float(scores[key])
            found = _notes_of(reading, known, key, alike[key], stretches[key])
    return found


def _readings(asked: MelodyOutline) -> list[tuple[MelodyOutline, float]]:
    """Return a tune as written, and in measures twice and half as long, and what each counts."""
    asked = MelodyOutline(asked.letters[:LONGEST], asked.notes[:LONGEST])
    readings = [(asked, 1.0)] if len(asked) else []
    for offset in (0, 1):
        last = offset + (len(asked) - offset) // 2 * 2
        if last > offset:
            first, second = slice(offset, last, 2), slice(offset + 1, last, 2)
            joined = MelodyOutline(
                np.concatenate([asked.letters[first, ::2], asked.letters[second, ::2]], axis=1),
                np.concatenate([asked.notes[first, ::2], asked.notes[second, ::2]], axis=1),
            )
            readings.append((joined, _OTHER_LENGTH))
    if len(asked):
        halves = MelodyOutline(
            np.repeat(asked.letters, 2, axis=1).reshape(-1, PLACES),
            np.repeat(asked.notes, 2, axis=1).reshape(-1, PLACES),
        )
        readings.append((halves, _OTHER_LENGTH))
    return readings


def _coarsely(
    readings: Sequence[MelodyOutline],
    known: Outlines,
    tunes: NDArray[np.int64],
    progress: Progress,
) -> Floats:
    """Return for each reading about how far all these tunes go like it, measure by measure."""
    result = np.empty((len(readings), len(tunes)), np.float32)
    for first in range(0, len(tunes), _BLOCK):
        progress(first, len(tunes))
        some = tunes[first : first + _BLOCK]
        begins = known.starts[some]
        letters = known.letters[begins[0] : known.starts[some[-1] + 1]]
        others = _flags(letters[:, ::_COARSE])
        for place, reading in enumerate(readings):
            stop_if_asked()
            alike = _alike(reading.letters, others, _COARSE)
            result[place, first : first + _BLOCK] = _score(alike, begins - begins[0])
    return result


def _closely(asked: MelodyOutline, known: Outlines, tunes: NDArray[np.int64]) -> Floats:
    """Return how far each of some tunes goes like one."""
    if not len(tunes):
        return np.zeros(0, np.float32)
    parts = [known.of(tune) for tune in tunes.tolist()]
    counts = np.array([len(part) for part in parts])
    alike = _alike(asked.letters, _flags(np.concatenate(parts)))
    owners = np.repeat(np.arange(len(parts)), counts)
    return _score(_in_a_row(alike, owners), np.cumsum(counts) - counts)


def _score(alike: Floats, begins: NDArray[np.int64]) -> Floats:
    best = np.maximum.reduceat(alike, begins, axis=2)
    score: Floats = np.square(best).mean(axis=1).max(axis=0)
    return score


def _alike(asked: Letters, others: Floats, step: int = 1) -> Floats:
    """Return for each key, measure and measure of the others at what share of places they agree."""
    keys = [_flags((asked[:, ::step] + key) % STEPS) for key in range(STEPS)]
    alike = (np.concatenate(keys) @ others.T) * np.float32(step / PLACES)
    result: Floats = alike.reshape(STEPS, len(asked), len(others))
    return result


def _flags(letters: Letters) -> Floats:
    flags = letters[:, :, None] == np.arange(STEPS, dtype=np.int8)
    result: Floats = flags.reshape(len(letters), letters.shape[1] * STEPS).astype(np.float32)
    return result


def _in_a_row(alike: Floats, owners: NDArray[np.int64]) -> Floats:
    """Return how alike measures are with those that follow them."""
    measures = alike.shape[1]
    total = alike.copy()
    for further in range(1, min(_STRETCH, measures)):
        goes_on = owners[:-further] == owners[further:]
        total[:, :-further, :-further] += alike[:, further:, further:] * goes_on
    # The last ones of a tune have fewer behind them; the very last one alone says little.
    counts = np.minimum(_STRETCH, measures - np.arange(measures)).astype(np.float32)
    stretches: Floats = (total / counts[:, None])[:, : max(measures - 1, 1)]
    return stretches


def _notes_of(
    asked: MelodyOutline, known: MelodyOutline, key: int, alike: Floats, stretches: Floats
) -> AlikeNotes:
    places = stretches.argmax(axis=1)
    if len(asked) > 1:
        places = np.append(places, min(int(places[-1]) + 1, len(known) - 1))
    rows = np.arange(len(places))
    is_alike = alike[rows, places] >= _ALIKE
    pairs: set[tuple[int, int]] = set()
    for row in rows[is_alike].tolist():
        there = int(places[row])
        agree = (asked.letters[row] + key) % STEPS == known.letters[there]
        own, theirs = asked.notes[row][agree], known.notes[there][agree]
        pairs.update(zip(own.tolist(), theirs.tolist(), strict=True))
    # Four measures that are alike say more than two.
    lengths = np.minimum(_STRETCH, len(asked) - np.arange(stretches.shape[0]))
    best = int((stretches.max(axis=1) * lengths).argmax())
    first = int(places[best])
    last = min(first + _STRETCH, len(known)) - 1
    stretch = int(known.notes[first].min()), int(known.notes[last].max())
    return AlikeNotes(tuple(sorted(pairs)), float(is_alike.mean()), stretch)
