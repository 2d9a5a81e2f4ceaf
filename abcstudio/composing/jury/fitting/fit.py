"""Scales fitted to examples: for each kind of worse tunes an additive model over bands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from abcstudio.composing.jury.figures import Figures
from abcstudio.composing.jury.scale import LEVELS, Kind, Scale, Weighing

_FOLDS = 2
_BANDS = 6
_ROUGHNESS = 12.0
_SIZE = 2.0
_STEPS = 6
_ROUNDS = 30
_LEAST_SHARE = 0.1

Numbers = NDArray[np.float64]


def fitted(real: Sequence[Figures], worse: Mapping[str, Sequence[Figures]]) -> Scale:
    """Return the scale that tells real tunes from worse ones.

    Each kind of worse tunes is told from real ones by itself. Then the kinds share what counts so
    that the one which is hardest to notice is noticed as well as can be. Shares, and what real
    tunes score, are taken from what was learned of other tunes.
    """
    shares = np.full(len(worse), 1 / len(worse))
    real_odds, worse_odds = _crossed(real, worse)
    for _ in range(_ROUNDS):
        own = mixed(real_odds, shares)
        missed = np.array([1 - auc(own, mixed(odds, shares)) for odds in worse_odds])
        shares = shares * np.sqrt(np.maximum(missed, 1e-4) / max(missed.mean(), 1e-4))
        shares = np.maximum(shares / shares.sum(), _LEAST_SHARE)
        shares /= shares.sum()
    places = np.quantile(mixed(real_odds, shares), LEVELS)
    kinds = {
        name: replace(told_from(real, kind), share=round(float(share), 4))
        for (name, kind), share in zip(worse.items(), shares, strict=True)
    }
    return Scale(kinds, tuple(round(float(one), 6) for one in places))


def mixed(odds: Numbers, shares: Numbers) -> Numbers:
    """Return the log odds of a real tune against all kinds, from those against each kind."""
    return np.asarray(-np.log(np.exp(-odds) @ shares))


def _crossed(
    real: Sequence[Figures], worse: Mapping[str, Sequence[Figures]]
) -> tuple[Numbers, list[Numbers]]:
    """Return the log odds against each kind, a column each: of real tunes, and of each kind's."""
    rows: list[list[Numbers]] = [[] for _ in range(1 + len(worse))]
    for fold in range(_FOLDS):
        others = _without(real, fold)
        kinds = [told_from(others, _without(kind, fold)) for kind in worse.values()]
        for own, examples in zip(rows, (real, *worse.values()), strict=True):
            own.append(
                np.array([[kind.odds(one) for kind in kinds] for one in examples[fold::_FOLDS]])
            )
    first, *others_rows = (np.concatenate(own) for own in rows)
    return first, others_rows


def _without(examples: Sequence[Figures], fold: int) -> list[Figures]:
    return [one for place, one in enumerate(examples) if place % _FOLDS != fold]


def told_from(real: Sequence[Figures], worse: Sequence[Figures]) -> Kind:
    """Return how real tunes differ from worse ones, as many of which count as there are real."""
    names = sorted({name for figures in real for name in figures})
    bands = {name: _Bands.of(name, real, worse) for name in names}
    rows = np.concatenate([_rows(one, bands) for one in (real, worse)])
    is_real = np.concatenate([np.ones(len(real)), np.zeros(len(worse))])
    each = np.where(is_real == 1, 1.0, len(real) / len(worse))
    weights = _logistic(rows, is_real, each, _penalty([len(one.shares) for one in bands.values()]))
    return _kind(bands, weights)


def auc(real: Sequence[float] | Numbers, worse: Sequence[float] | Numbers) -> float:
    """Return how often a real tune has the higher number, a tie counting half."""
    values = np.concatenate([np.asarray(real), np.asarray(worse)])
    _, ranks, counts = np.unique(values, return_inverse=True, return_counts=True)
    middles = np.cumsum(counts) - (counts - 1) / 2
    total = float(middles[ranks[: len(real)]].sum())
    return (total - len(real) * (len(real) + 1) / 2) / (len(real) * len(worse))


@dataclass(frozen=True, slots=True)
class _Bands:
    """Where the bands of a figure end, and the shares of real tunes that lie in them."""

    edges: tuple[float, ...]
    shares: Numbers

    @classmethod
    def of(cls, name: str, real: Sequence[Figures], worse: Sequence[Figures]) -> "_Bands":
        """Return bands in which about as many real tunes lie, or as many worse ones."""
        found = [np.array([one[name] for one in kind if name in one]) for kind in (real, worse)]
        levels = np.arange(1, _BANDS) / _BANDS
        edges: set[float] = set()
        for numbers in found:
            if len(numbers):
                edges.update(round(float(one), 4) for one in np.quantile(numbers, levels))
        lowest = min(float(one.min()) for one in found if len(one))
        kept = tuple(sorted(one for one in edges if one > lowest))
        counts = np.bincount(
            np.searchsorted(np.array(kept), found[0], side="right"), minlength=len(kept) + 1
        )
        return cls(kept, counts / counts.sum())


def _rows(examples: Sequence[Figures], bands: Mapping[str, _Bands]) -> Numbers:
    """Return a row an example: a one for the band of each figure, and for the constant.

    A figure that is missing is spread over its bands as those of real tunes are.
    """
    blocks = [np.ones((len(examples), 1))]
    for name, own in bands.items():
        numbers = np.array([one.get(name, np.nan) for one in examples])
        there = np.flatnonzero(~np.isnan(numbers))
        block = np.tile(own.shares, (len(examples), 1))
        block[there] = 0.0
        block[there, np.searchsorted(np.array(own.edges), numbers[there], side="right")] = 1.0
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


def _kind(bands: Mapping[str, _Bands], weights: Numbers) -> Kind:
    weighings = {}
    start, constant = 1, float(weights[0])
    for name, own in bands.items():
        stretch = weights[start : start + len(own.shares)]
        # What is usual adds nothing, so that what is missing adds nothing either.
        middle = float(own.shares @ stretch)
        found = tuple(round(float(one), 3) for one in stretch - middle)
        weighings[name] = Weighing(own.edges, found, int(np.argmax(own.shares)))
        constant += middle
        start += len(own.shares)
    return Kind(1.0, round(constant, 3), weighings)
