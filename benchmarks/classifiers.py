"""Two classifiers in NumPy for tell_apart.py: logistic regression, and boosted trees."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Bands = NDArray[np.intp]
Classifier = Callable[[Numbers, Numbers, Numbers], Numbers]
"""Takes rows to learn from, what they are, and rows to judge; returns their log odds."""

_BANDS = 16
_ROUNDS = 100
_RATE = 0.1
_DEPTH = 3
_LEAST = 12
_SHRINKING = 3.0


def logistic(rows: Numbers, wanted: Numbers, judged: Numbers) -> Numbers:
    """Return log odds by a penalized logistic regression on standardized features."""
    middle, width = rows.mean(axis=0), rows.std(axis=0) + 1e-9

    def standardized(one: Numbers) -> Numbers:
        inside = np.clip((one - middle) / width, -4, 4)
        return np.hstack([np.ones((len(one), 1)), inside])

    known = standardized(rows)
    weights = np.zeros(known.shape[1])
    penalty = np.diag([1e-6] + [10.0] * rows.shape[1])
    for _ in range(15):
        chances = 1 / (1 + np.exp(-np.clip(known @ weights, -30, 30)))
        slope = known.T @ (wanted - chances) - penalty @ weights
        curve = (known * (chances * (1 - chances))[:, None]).T @ known + penalty
        weights += np.linalg.solve(curve, slope)
    return np.asarray(standardized(judged) @ weights)


def boosted(rows: Numbers, wanted: Numbers, judged: Numbers) -> Numbers:
    """Return log odds by gradient boosting of small trees on banded features."""
    levels = np.arange(1, _BANDS) / _BANDS
    edges = [np.unique(np.quantile(column, levels)) for column in rows.T]
    known, new = _banded(rows, edges), _banded(judged, edges)
    odds, found = np.zeros(len(rows)), np.zeros(len(judged))
    for _ in range(_ROUNDS):
        chances = 1 / (1 + np.exp(-odds))
        slopes = _Slopes(known, wanted - chances, chances * (1 - chances))
        own, other = np.zeros(len(rows)), np.zeros(len(judged))
        _grow(slopes, new, (own, other), (np.arange(len(rows)), np.arange(len(judged))), _DEPTH)
        odds += _RATE * own
        found += _RATE * other
    return found


@dataclass(frozen=True, slots=True)
class _Slopes:
    """Banded rows with first and second derivatives of the loss."""

    bands: Bands
    first: Numbers
    second: Numbers


def _banded(rows: Numbers, edges: list[Numbers]) -> Bands:
    columns = [
        np.searchsorted(own, column, side="right")
        for own, column in zip(edges, rows.T, strict=True)
    ]
    return np.stack(columns, axis=1).astype(np.intp)


def _grow(
    slopes: _Slopes, new: Bands, results: tuple[Numbers, Numbers], places: tuple[Bands, Bands],
    depth: int,
) -> None:  # fmt: skip
    """Add a tree's answers to the results at the places that reach this node."""
    here, there = places
    first, second = slopes.first[here], slopes.second[here]
    feature, band = _best_cut(slopes.bands[here], first, second) if depth else (-1, 0)
    if feature < 0:
        answer = first.sum() / (second.sum() + _SHRINKING)
        results[0][here] += answer
        results[1][there] += answer
        return
    left, new_left = slopes.bands[here, feature] <= band, new[there, feature] <= band
    _grow(slopes, new, results, (here[left], there[new_left]), depth - 1)
    _grow(slopes, new, results, (here[~left], there[~new_left]), depth - 1)


def _best_cut(bands: Bands, first: Numbers, second: Numbers) -> tuple[int, int]:
    """Return the feature and the band after which a cut gains most; -1 where none gains."""
    count, width = bands.shape
    slots = (bands + np.arange(width) * _BANDS).ravel()

    def below(values: Numbers) -> Numbers:
        sums = np.bincount(slots, np.repeat(values, width), width * _BANDS)
        return np.cumsum(sums.reshape(width, _BANDS), axis=1)

    slope, curve, number = below(first), below(second), below(np.ones(count))
    whole, all_curve = first.sum(), second.sum()
    gain = (
        slope**2 / (curve + _SHRINKING)
        + (whole - slope) ** 2 / (all_curve - curve + _SHRINKING)
        - whole**2 / (all_curve + _SHRINKING)
    )
    gain[(number < _LEAST) | (count - number < _LEAST)] = 0.0
    best = int(np.argmax(gain))
    return (best // _BANDS, best % _BANDS) if gain.flat[best] > 1e-6 else (-1, 0)
