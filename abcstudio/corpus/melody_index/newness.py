"""How new a tune is: what it shares beside what human tunes share with each other."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import combining, normalize

from abcstudio.bounded_json import parse_json
from abcstudio.corpus.melody_index.shared_runs import SharedRun
from abcstudio.errors import CorpusError
from abcstudio.guarded_files import read_bytes

ALL = ""
"""The name of all collections together."""

FEWEST_NOTES = 8
FEWEST_MEASURES = 2

_STEPS = 200
_POWER = 3
_APOSTROPHES = "'’‘`´"
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Newness:
    """What a tune shares with known ones.

    Attributes:
        is_too_short: There is too little of it to compare.
        newer_than: For each collection, by its name, the share of its tunes that have more in
            common with others, by `weight_of`; under `ALL` that of all tunes.
        runs: What it shares, the weightiest first.
        same_title: The known tunes with its title.
    """

    is_too_short: bool
    newer_than: Mapping[str, float]
    runs: tuple[SharedRun, ...]
    same_title: tuple[int, ...]


class NewnessScale:
    """How much that weighs which human tunes share with others, for each collection."""

    def __init__(self, weights: Mapping[str, Sequence[float]]) -> None:
        """Take for each collection's name weights in ascending order, evenly spread over it."""
        self._weights = {name: tuple(those) for name, those in weights.items()}

    @classmethod
    def load(cls, path: Path) -> "NewnessScale":
        """Return the scale that a file holds.

        Raises:
            CorpusError: The file is damaged.
            OSError: It cannot be read.
        """
        try:
            data = parse_json(read_bytes(path, _MOST_BYTES))
            if not isinstance(data, dict) or not all(map(_is_ascending, data.values())):
                raise ValueError("no weights in ascending order")
        except ValueError as error:
            raise CorpusError("newness.damaged", path=path) from error
        return cls(data)

    @classmethod
    def of(cls, weights: Mapping[str, Sequence[float]]) -> "NewnessScale":
        """Return the scale of the weights of all tunes of each collection."""
        return cls({name: _spread(sorted(those)) for name, those in weights.items() if those})

    @property
    def weights(self) -> Mapping[str, Sequence[float]]:
        """The weights as they stand in a file."""
        return self._weights

    def newer_than(self, weight: float) -> dict[str, float]:
        """Return the share of each collection whose tunes share more; equals half."""
        return {
            name: 1 - (bisect_left(those, weight) + bisect_right(those, weight)) / 2 / len(those)
            for name, those in self._weights.items()
        }


def weight_of(runs: Sequence[SharedRun]) -> float:
    """Return what all that a tune shares weighs: little more than its weightiest run.

    Of runs that overlap in the tune the weightiest counts. Two of one weight together weigh a
    quarter more than one of them, eight weigh twice as much.

    Args:
        runs: The weightiest first.
    """
    chosen: list[SharedRun] = []
    spans: set[tuple[int, int]] = set()
    for run in runs:
        if run.notes not in spans:
            spans.add(run.notes)
            if not any(run.overlaps(one) for one in chosen):
                chosen.append(run)
    return float(sum(run.weight**_POWER for run in chosen) ** (1 / _POWER))


def plain_title(title: str) -> str:
    """Return what two titles have in common that are one: no article, case, accent or sign."""
    letters = normalize("NFKD", title.casefold().replace("&", " and "))
    plain = (one for one in letters if one not in _APOSTROPHES and not combining(one))
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    words = words[1:] if words[:1] in (["the"], ["an"], ["a"]) else words
    return " ".join(words[:-1] if words[-1:] == ["the"] else words)


def _spread(weights: Sequence[float]) -> list[float]:
    count = min(len(weights), _STEPS)
    return [
        round(weights[(2 * step + 1) * len(weights) // (2 * count)], 3) for step in range(count)
    ]


def _is_ascending(weights: object) -> bool:
    return (
        isinstance(weights, list)
        and bool(weights)
        and all(isinstance(one, int | float) for one in weights)
        and weights == sorted(weights)
    )
