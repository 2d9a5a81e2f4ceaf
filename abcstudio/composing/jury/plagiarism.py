"""The criterion of plagiarism: how much of a tune stands in one known tune, in any key."""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.composing.jury.figures import Figures, share
from abcstudio.composing.jury.judged_tune import JudgedTune
from abcstudio.corpus.quotations import PlacedNote, run_digest

_UNIT_MEASURES = 2
_DIGEST = 3
# Of a tune of more units, the first are known: its number of units is one byte.
_MAX_UNITS = 255
_MOST_HOLDERS = 60


@dataclass(frozen=True, slots=True)
class Copied:
    """What a tune has from one known tune.

    Attributes:
        source: The known tune's number, from 0; -1 where there is nothing.
        measures: Which measures, counted from 0 without pickups.
        of: How many measures the tune has.
    """

    source: int
    measures: frozenset[int]
    of: int

    @property
    def figures(self) -> Figures:
        """What is measured: the share that is copied, and the longest run of measures."""
        run = longest = 0
        for place in range(self.of):
            run = run + 1 if place in self.measures else 0
            longest = max(longest, run)
        return {
            "plagiarism.share": share(len(self.measures), self.of),
            "plagiarism.run": float(longest),
        }


class KnownTunes:
    """Units of two measures of known tunes, every second one; where a unit is looked for, all are.

    So whatever three measures in a row a tune has from a known one, one unit of them is found.
    """

    def __init__(self, tunes: Iterable[bytes]) -> None:
        """Take the digests of each tune's units, one after the other."""
        self._tunes = tuple(tunes)
        self._holders: dict[bytes, list[int]] = {}
        for source, digests in enumerate(self._tunes):
            for start in range(0, len(digests), _DIGEST):
                self._holders.setdefault(digests[start : start + _DIGEST], []).append(source)

    @classmethod
    def of(cls, tunes: Iterable[JudgedTune]) -> "KnownTunes":
        """Return the index of tunes."""
        return cls(
            b"".join([unit for place, unit in _units(tune) if place % 2 == 0][:_MAX_UNITS])
            for tune in tunes
        )

    @classmethod
    def read(cls, text: str) -> "KnownTunes":
        """Return the index that `written` was made of.

        Raises:
            ValueError: The text is none.
        """
        data = b64decode(text, validate=True)
        tunes, place = [], 0
        while place < len(data):
            end = place + 1 + data[place] * _DIGEST
            tunes.append(data[place + 1 : end])
            place = end
        if place != len(data):
            raise ValueError("the known tunes are cut off")
        return cls(tunes)

    @property
    def written(self) -> str:
        """The index as text, which `read` takes."""
        data = b"".join(bytes([len(one) // _DIGEST]) + one for one in self._tunes)
        return b64encode(data).decode("ascii")

    def copied(self, tune: JudgedTune, without: frozenset[int] = frozenset()) -> Copied:
        """Return what a tune has from the known tune that it has most of.

        Args:
            tune: Any tune.
            without: Known tunes that do not count.
        """
        found: dict[int, set[int]] = {}
        for place, unit in _units(tune):
            for source in self._holders.get(unit, ())[:_MOST_HOLDERS]:
                if source not in without:
                    found.setdefault(source, set()).update(range(place, place + _UNIT_MEASURES))
        of = sum(not measure.is_pickup for measure in tune.measures)
        if not found:
            return Copied(-1, frozenset(), of)
        source = max(found, key=lambda one: (len(found[one]), -one))
        return Copied(source, frozenset(found[source]), of)


def _units(tune: JudgedTune) -> Iterator[tuple[int, bytes]]:
    """Yield the place and the digest of every two measures that say something."""
    notes: list[list[PlacedNote]] = [
        [(note.pitch, Fraction(note.onset, tune.length or tune.beat * 4)) for note in measure.notes]
        for measure in tune.measures
        if not measure.is_pickup
    ]
    for start in range(len(notes) - _UNIT_MEASURES + 1):
        if digest := run_digest(notes[start : start + _UNIT_MEASURES]):
            yield start, digest[:_DIGEST]
