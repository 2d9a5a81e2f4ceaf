"""Tunes that are nearly one another: suspected by their shapes, proved note by note.

Comparing each tune with all others would take minutes. So only those are laid over each other that
have some shapes in common, see `abcstudio.corpus.similarity`: a tenth of the shorter one's are
enough, less than a family needs.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from abcstudio.corpus.similarity import Contour, quick_contours, shapes_in_common
from abcstudio.corpus.tune import Tune
from abcstudio.stopping import in_turns

if TYPE_CHECKING:
    from abcstudio.corpus.shared_shapes import SharedShapes

Pair = tuple[int, int]

SUSPECTED = 0.1
"""So much of the shorter tune's shapes the longer one must have to be compared with it."""

# A tune that is that much shorter is a part of the other one.
_LIKE_LONG = 0.6


def near_pairs(
    tunes: Sequence[Tune],
    contours: Sequence[Contour] | None = None,
    report: Callable[[int, int], object] = lambda _done, _of: None,
    is_asked: Callable[[Pair], bool] = lambda _pair: True,
    *,
    shared: "SharedShapes | None" = None,
) -> dict[Pair, bool]:
    """Return which tunes share half of the shorter one's measures or more, in any key.

    Args:
        tunes: In any order.
        contours: Their melodies, where they are known.
        report: Called with how many tunes have been compared, and of how many.
        is_asked: Which pairs are looked at.
        shared: What `shapes_in_common` returns for the melodies, where it is known.

    Returns:
        For each pair, the earlier place first, whether the two are of about one length.
    """
    # It brings NumPy, and the window starts without.
    from abcstudio.corpus.kinship.compared_tunes import ComparedTunes

    if contours is None:
        contours = quick_contours([tune.text for tune in tunes])
    shared = shared or shapes_in_common(contours)
    suspects: dict[int, list[int]] = defaultdict(list)
    for first, second in shared.pairs(shared.of_shorter >= SUSPECTED):
        if is_asked((first, second)):
            shorter = second if len(contours[second]) <= len(contours[first]) else first
            suspects[shorter].append(first + second - shorter)
    compared = ComparedTunes(tunes, {*suspects}.union(*suspects.values()))
    found: dict[Pair, bool] = {}
    for done, (shorter, others) in enumerate(in_turns([*suspects.items()])):
        report(done, len(suspects))
        for other in compared.having(shorter, others):
            pair = min(shorter, other), max(shorter, other)
            length = len(contours[shorter]) / max(len(contours[other]), 1)
            found[pair] = length >= _LIKE_LONG
    return found
