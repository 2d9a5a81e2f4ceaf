"""Tunes that are nearly one another: suspected by their shapes, proved note by note.

Comparing each tune with all others would take minutes. So only those are laid over each other that
have some shapes in common, see `abcstudio.corpus.similarity`: a tenth of the shorter one's are
enough, less than a family needs.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

from abcstudio.corpus.similarity import Contour, quick_contours, with_common_shapes
from abcstudio.corpus.tune import Tune
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.stopping import ShouldStop, in_turns

Pair = tuple[int, int]

SUSPECTED = 0.1
"""So much of the shorter tune's shapes the longer one must have to be compared with it."""

# A tune that is that much shorter is a part of the other one.
_LIKE_LONG = 0.6


def near_pairs(
    tunes: Sequence[Tune],
    contours: Sequence[Contour] | None = None,
    should_stop: ShouldStop = bool,
    report: Callable[[int, int], object] = lambda _done, _of: None,
    is_asked: Callable[[Pair], bool] = lambda _pair: True,
) -> dict[Pair, bool]:
    """Return which tunes share half of the shorter one's measures or more, in any key.

    Args:
        tunes: In any order.
        contours: Their melodies, where they are known.
        should_stop: Asked many times a second.
        report: Called with how many tunes have been compared, and of how many.
        is_asked: Which pairs are looked at.

    Returns:
        For each pair, the earlier place first, whether the two are of about one length.

    Raises:
        CancelledError: `should_stop` said so.
    """
    if contours is None:
        contours = quick_contours([tune.text for tune in tunes], should_stop)
    suspects: dict[int, list[int]] = defaultdict(list)
    for first, second in with_common_shapes(contours, SUSPECTED, should_stop):
        if is_asked((first, second)):
            shorter = second if len(contours[second]) <= len(contours[first]) else first
            suspects[shorter].append(first + second - shorter)
    found: dict[Pair, bool] = {}
    for done, (shorter, others) in enumerate(in_turns([*suspects.items()], should_stop)):
        report(done, len(suspects))
        for other in _having(tunes[shorter], others, tunes):
            pair = min(shorter, other), max(shorter, other)
            length = len(contours[shorter]) / max(len(contours[other]), 1)
            found[pair] = length >= _LIKE_LONG
    return found


def _having(tune: Tune, others: Sequence[int], tunes: Sequence[Tune]) -> list[int]:
    """Return which other tunes have half of a tune's measures."""
    # They bring NumPy, and the window starts without.
    from abcstudio.corpus.melody_index.melody import full_measure, lines_of, melodies_of
    from abcstudio.corpus.melody_index.notes import NoteCollector
    from abcstudio.corpus.melody_index.shared_runs import RunFinder

    score = parse(tune.text, tune.file_header)
    melodies = melodies_of(score)
    if not melodies:
        return []
    collector = NoteCollector()
    for other in others:
        for line in lines_of(tunes[other].text, tunes[other].file_header):
            collector.add(other, line)
    finder = RunFinder(collector.notes(), len(tunes))
    relatives = finder.relatives(melodies[0], full_measure(score), frozenset())
    return [one.tune for one in relatives if one.is_same_tune]
