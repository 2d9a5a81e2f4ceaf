"""Tunes parted into those to learn from and those to measure by, so that none is nearly another."""

import random
from collections import defaultdict
from collections.abc import Callable, Sequence

from abcstudio.corpus.kinship.near_tunes import near_pairs
from abcstudio.corpus.similarity import families, quick_contours
from abcstudio.corpus.tune import Tune


def split_by_family(
    tunes: Sequence[Tune],
    share: float,
    rng_seed: int,
) -> tuple[tuple[Tune, ...], tuple[Tune, ...]]:
    """Part tunes by family, so that no variant of a validation tune is ever trained on.

    Args:
        tunes: In any order; both results keep it.
        share: The part for validation, 0 to 1; reached up to one family.
        rng_seed: The same seed parts the same tunes the same way.

    Returns:
        The tunes to train on, the tunes for validation.
    """
    members: dict[int, list[int]] = defaultdict(list)
    contours = quick_contours([tune.text for tune in tunes])
    for place, family in enumerate(families(contours)):
        members[family].append(place)
    groups = sorted(members.values())
    random.Random(rng_seed).shuffle(groups)
    wanted = round(len(tunes) * min(max(share, 0.0), 1.0))
    chosen: set[int] = set()
    for group in groups:
        # A big family stays on the training side when it does not fit.
        if len(chosen) + len(group) <= wanted:
            chosen.update(group)
    train = tuple(tune for place, tune in enumerate(tunes) if place not in chosen)
    return train, tuple(tunes[place] for place in sorted(chosen))


def split_apart(
    tunes: Sequence[Tune],
    share: float,
    rng_seed: int,
    report: Callable[[int, int], object] = lambda _done, _of: None,
) -> tuple[tuple[Tune, ...], tuple[Tune, ...]]:
    """Part tunes by family, then learn from those that are nearly one that is learned from, too.

    Args:
        tunes: In any order; both results keep it.
        share: The part for validation, 0 to 1, less those that were moved.
        rng_seed: The same seed parts the same tunes the same way.
        report: Called with how many tunes have been compared, and of how many.

    Returns:
        The tunes to train on, the tunes for validation.
    """
    training, validation = split_by_family(tunes, share, rng_seed)
    if not training or not validation:
        return training, validation
    held = set(map(id, validation))
    is_held = [id(tune) in held for tune in tunes]
    contours = quick_contours([tune.text for tune in tunes])
    # With a tune that is moved, those that are near it are moved, too.
    pairs = near_pairs(
        tunes, contours, report, is_asked=lambda pair: is_held[pair[0]] or is_held[pair[1]]
    )
    moved = True
    while moved:
        moved = False
        for first, second in pairs:
            if is_held[first] != is_held[second]:
                is_held[first] = is_held[second] = False
                moved = True
    return (
        tuple(tune for tune, held_out in zip(tunes, is_held, strict=True) if not held_out),
        tuple(tune for tune, held_out in zip(tunes, is_held, strict=True) if held_out),
    )
