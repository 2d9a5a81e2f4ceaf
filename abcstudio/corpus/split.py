"""Tunes parted into those to train on and those to measure by, variants kept together."""

import random
from collections import defaultdict
from collections.abc import Sequence

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
