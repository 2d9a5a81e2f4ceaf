"""The rows of a table of tunes: one a tune, or groups of them under headings that fold."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from abcstudio.corpus.browsing.query import TuneColumn
from abcstudio.corpus.browsing.tune_index import Mask, TuneIndex
from abcstudio.corpus.tune import Tune


@dataclass(frozen=True, slots=True, eq=False)
class TuneGroup:
    """Tunes that say the same in one column.

    Attributes:
        value: What they say, keys in the short writing; "" where they say nothing.
        tunes: One or more, in the table's order.
    """

    value: str
    tunes: tuple[Tune, ...]


Row = Tune | TuneGroup


class GroupedRows:
    """Tunes, or groups with their tunes below them unless they are folded.

    Attributes:
        shown: All tunes in this order, those of folded groups too.
        groups: The groups, none where the tunes are not grouped.
    """

    def __init__(
        self,
        shown: Iterable[Tune] = (),
        groups: Iterable[TuneGroup] = (),
        folded: Collection[str] = (),
    ) -> None:
        """Show tunes, or groups in their place, of which some are folded, by their values."""
        self.groups = tuple(groups)
        in_groups = chain.from_iterable(group.tunes for group in self.groups)
        self.shown = tuple(in_groups if self.groups else shown)
        self._folded = {group.value for group in self.groups if group.value in folded}
        rows: Iterable[Row] = (row for group in self.groups for row in self._of(group))
        self._rows: list[Row] = list(rows if self.groups else self.shown)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, row: int) -> Row:
        return self._rows[row]

    def is_folded(self, group: TuneGroup) -> bool:
        """Whether only the heading of a group is among the rows."""
        return group.value in self._folded

    def row_of(self, tune: Tune) -> int:
        """Return the row of a tune, or of the folded group that it is in; -1 for another tune."""
        row = _place(tune, self._rows)
        if row >= 0 or not self._folded:
            return row
        folded = (group for group in self.groups if self.is_folded(group))
        group = next((one for one in folded if _place(tune, one.tunes) >= 0), None)
        return -1 if group is None else _place(group, self._rows)

    def heading_of(self, row: int) -> int:
        """Return the row of the heading that a row stands below or is, -1 for none."""
        if not self.groups:
            return -1
        while not isinstance(self._rows[row], TuneGroup):
            row -= 1
        return row

    def tunes_of(self, rows: Iterable[int]) -> tuple[Tune, ...]:
        """Return the tunes of some rows, a heading standing for all of its group, each once."""
        found: dict[int, Tune] = {}
        for row in rows:
            one = self._rows[row]
            tunes = one.tunes if isinstance(one, TuneGroup) else (one,)
            found.update((id(tune), tune) for tune in tunes)
        return tuple(found.values())

    def fold(self, row: int) -> None:
        """Take the tunes below a heading from the rows."""
        group = self._group(row)
        self._folded.add(group.value)
        del self._rows[row + 1 : row + 1 + len(group.tunes)]

    def unfold(self, row: int) -> None:
        """Put the tunes of a folded group below its heading."""
        group = self._group(row)
        self._folded.discard(group.value)
        self._rows[row + 1 : row + 1] = group.tunes

    def _group(self, row: int) -> TuneGroup:
        group = self._rows[row]
        if not isinstance(group, TuneGroup):
            raise TypeError(f"row {row} is no heading")
        return group

    def _of(self, group: TuneGroup) -> tuple[Row, ...]:
        return (group,) if group.value in self._folded else (group, *group.tunes)


def grouped(
    index: TuneIndex, column: TuneColumn, order: Iterable[int], mask: Mask, *, is_falling: bool
) -> list[TuneGroup]:
    """Return the tunes that fit in groups, these in the order of their values.

    Args:
        index: The tunes.
        column: What they are grouped by.
        order: Their places, in the order that they have within a group.
        mask: Which of them fit.
        is_falling: The last value comes first.
    """
    values, places = index.groups(column)
    found: list[list[Tune]] = [[] for _ in values]
    for tune in order:
        if mask[tune]:
            found[places[tune]].append(index.tunes[tune])
    groups = [
        TuneGroup(value, tuple(tunes)) for value, tunes in zip(values, found, strict=True) if tunes
    ]
    return groups[::-1] if is_falling else groups


def _place(wanted: Row, rows: Sequence[Row]) -> int:
    return next((place for place, row in enumerate(rows) if row is wanted), -1)
