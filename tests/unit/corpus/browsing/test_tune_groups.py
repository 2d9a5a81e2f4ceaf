"""Rows of a table under headings that fold."""

from abcstudio.corpus.browsing.query import TuneColumn, read_query
from abcstudio.corpus.browsing.tune_groups import GroupedRows, TuneGroup, grouped
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.tunebook import split_tunebook

BOOK = "".join(
    f"X:{number}\nT:Tune {number}\nR:{rhythm}\nK:{key}\nC|\n\n"
    for number, (rhythm, key) in enumerate(
        [("reel", "D"), ("jig", "Dmajor"), ("", "Em"), ("reel", "D")], start=1
    )
)
INDEX = TuneIndex(split_tunebook(BOOK))


def _groups(column: TuneColumn, query: str = "", *, is_falling: bool = False) -> list[TuneGroup]:
    mask = INDEX.mask(read_query(query))
    order = INDEX.order(TuneColumn.NUMBER)
    return grouped(INDEX, column, order, mask, is_falling=is_falling)


def _numbers(groups: list[TuneGroup]) -> dict[str, list[int]]:
    return {group.value: [tune.number for tune in group.tunes] for group in groups}


def test_groups_stand_in_the_order_of_their_values_without_one_last() -> None:
    assert _numbers(_groups(TuneColumn.RHYTHM)) == {"jig": [2], "reel": [1, 4], "": [3]}
    assert [group.value for group in _groups(TuneColumn.RHYTHM)] == ["jig", "reel", ""]
    falling = _groups(TuneColumn.RHYTHM, is_falling=True)
    assert [group.value for group in falling] == ["", "reel", "jig"]


def test_keys_are_one_group_however_they_are_written() -> None:
    assert _numbers(_groups(TuneColumn.KEY)) == {"D": [1, 2, 4], "Em": [3]}


def test_a_group_has_only_what_passes_the_filter() -> None:
    assert _numbers(_groups(TuneColumn.KEY, "R:reel")) == {"D": [1, 4]}


def test_folding_takes_the_rows_and_keeps_what_is_shown() -> None:
    rows = GroupedRows(groups=_groups(TuneColumn.RHYTHM), folded=())
    shown = rows.shown
    assert len(rows) == 7
    assert rows.heading_of(4) == rows.heading_of(2) == 2
    rows.fold(2)
    reels = rows[2]
    assert isinstance(reels, TuneGroup)
    assert rows.is_folded(reels)
    assert len(rows) == 5
    assert rows.shown == shown
    assert rows.row_of(reels.tunes[1]) == 2
    rows.unfold(2)
    assert rows.row_of(reels.tunes[1]) == 4
    assert [rows[row] for row in range(len(rows))][3:5] == list(reels.tunes)


def test_what_was_folded_stays_so_in_new_rows() -> None:
    rows = GroupedRows(groups=_groups(TuneColumn.KEY), folded={"D", "no such key"})
    assert [isinstance(rows[row], TuneGroup) for row in range(len(rows))] == [True, True, False]


def test_a_heading_stands_for_its_tunes_and_none_is_there_twice() -> None:
    rows = GroupedRows(groups=_groups(TuneColumn.RHYTHM), folded={"reel"})
    assert [tune.number for tune in rows.tunes_of([0, 1, 2])] == [2, 1, 4]


def test_without_groups_each_row_is_a_tune() -> None:
    rows = GroupedRows(INDEX.tunes)
    assert len(rows) == 4
    assert rows.heading_of(3) == -1
    assert rows.row_of(INDEX.tunes[2]) == 2
    (other,) = split_tunebook("X:1\nK:C\nC|\n")
    assert rows.row_of(other) == -1
