"""Scales fitted to examples: an additive logistic model over bands of each figure."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from abcstudio.composing.jury.figures import Figures
from abcstudio.composing.jury.scale import LEVELS, Scale, Weighing

_FOLDS = 2
_BANDS = 10
_ROUGHNESS = 6.0
_SIZE = 0.3
_STEPS = 8

Numbers = NDArray[np.float64]


def fitted(real: Sequence[Figures], worse: Sequence[Sequence[Figures]]) -> Scale:
    """Return the scale that best tells real tunes from worse ones; their kinds count alike.

    Neighbouring bands are held together, so that a band that few tunes lie in follows the others.
    What real tunes score is taken from scales that were fitted to other real tunes.
    """
    scores: list[float] = []
    for fold in range(_FOLDS):
        scale = _weighed(_without(real, fold), [_without(kind, fold) for kind in worse])
        scores += map(scale.score, real[fold::_FOLDS])
    places = np.quantile(np.array(scores), LEVELS)
    whole = _weighed(real, worse)
    return Scale(whole.weighings, tuple(round(float(one), 6) for one in places))


def _without(examples: Sequence[Figures], fold: int) -> list[Figures]:
    return [one for place, one in enumerate(examples) if place % _FOLDS != fold]


def _weighed(real: Sequence[Figures], worse: Sequence[Sequence[Figures]]) -> Scale:
    """Return a scale that knows weights, but no scores yet."""
    names = sorted({name for figures in real for name in figures})
    kinds = [real, *worse]
    edges = {name: _edges(name, kinds) for name in names}
    rows = np.concatenate([_rows(one, edges) for one in kinds])
    is_real = np.concatenate([np.full(len(one), float(one is real)) for one in kinds])
    each = np.concatenate(
        [np.full(len(one), 1.0 if one is real else 1 / len(worse)) for one in kinds]
    )
    weights = _logistic(rows, is_real, each, _penalty([len(edges[name]) + 1 for name in names]))
    return Scale(_weighings(edges, weights, real), ())


def auc(real: Sequence[float], worse: Sequence[float]) -> float:
    """Return how often a real tune has the higher number, a tie counting half."""
    values = np.concatenate([np.asarray(real), np.asarray(worse)])
    _, ranks, counts = np.unique(values, return_inverse=True, return_counts=True)
    middles = np.cumsum(counts) - (counts - 1) / 2
    total = float(middles[ranks[: len(real)]].sum())
    return (total - len(real) * (len(real) + 1) / 2) / (len(real) * len(worse))


def _edges(name: str, kinds: Sequence[Sequence[Figures]]) -> tuple[float, ...]:
    found = [np.array([one[name] for one in kind if name in one]) for kind in kinds]
    levels = np.arange(1, _BANDS) / _BANDS
    edges: set[float] = set()
    for numbers in (found[0], np.concatenate(found[1:])):
        if len(numbers):
            edges.update(round(float(one), 4) for one in np.quantile(numbers, levels))
    lowest = min(float(one.min()) for one in found if len(one))
    return tuple(sorted(one for one in edges if one > lowest))


def _rows(examples: Sequence[Figures], edges: dict[str, tuple[float, ...]]) -> Numbers:
    """Return a row an example: a one for the band of each figure, and for the constant."""
    blocks = [np.ones((len(examples), 1))]
    for name, own in edges.items():
        block = np.zeros((len(examples), len(own) + 1))
        numbers = np.array([one.get(name, np.nan) for one in examples])
        there = np.flatnonzero(~np.isnan(numbers))
        block[there, np.searchsorted(np.array(own), numbers[there], side="right")] = 1.0
        blocks.append(block)
    return np.hstack(blocks)


def _penalty(sizes: Sequence[int]) -> Numbers:
    """Return the quadratic form that keeps weights small and neighbours alike."""
    whole = np.zeros((sum(sizes) + 1, sum(sizes) + 1))
    start = 1
    for size in sizes:
        steps = np.diff(np.eye(size), axis=0)
        block = _ROUGHNESS * steps.T @ steps + _SIZE * np.eye(size)
        whole[start : start + size, start : start + size] = block
        start += size
    return whole


def _logistic(rows: Numbers, wanted: Numbers, each: Numbers, penalty: Numbers) -> Numbers:
    """Return the weights of a penalized logistic regression, by Newton's steps."""
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (each * (wanted - chances)) - penalty @ weights
        curve = (rows * (each * chances * (1 - chances))[:, None]).T @ rows + penalty
        weights += np.linalg.solve(curve + 1e-9 * np.eye(len(weights)), slope)
    return weights


def _weighings(
    edges: Mapping[str, tuple[float, ...]], weights: Numbers, real: Sequence[Figures]
) -> dict[str, Weighing]:
    weighings = {}
    start = 1
    for name, own in edges.items():
        bands = np.searchsorted(
            np.array(own), [one[name] for one in real if name in one], side="right"
        )
        counts = np.bincount(bands, minlength=len(own) + 1)
        stretch = weights[start : start + len(own) + 1]
        # What is usual adds nothing, so that what is missing adds nothing either.
        centered = stretch - float(counts @ stretch) / max(1, counts.sum())
        weighings[name] = Weighing(
            own, tuple(round(float(one), 3) for one in centered), int(np.argmax(counts))
        )
        start += len(own) + 1
    return weighings
