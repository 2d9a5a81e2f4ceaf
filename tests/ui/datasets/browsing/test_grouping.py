"""The table of tunes in groups: chosen in the menu, folded by keys and clicks."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from abcstudio.corpus.browsing.query import TuneColumn
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.ui.datasets.browsing.room import GroupingCommands
from abcstudio.ui.datasets.tune_table import TuneTable
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from tests.ui.tables import column_of

BOOK = "".join(
    f"X:{number}\nT:{rhythm} {number}\nR:{rhythm}\nK:C\nC|\n\n"
    for number, rhythm in enumerate(["reel", "jig", "reel", "jig", "reel"], start=1)
)
GROUPED = ["jig: 2 tunes", "jig 2", "jig 4", "reel: 3 tunes", "reel 1", "reel 3", "reel 5"]


@pytest.fixture
def shown(qtbot: QtBot, studio: Studio) -> SimpleNamespace:
    window = QMainWindow()
    table = TuneTable()
    actions = Actions(window, {})
    commands = GroupingCommands(actions, table, studio)
    window.setCentralWidget(table)
    window.resize(800, 500)
    qtbot.addWidget(window)
    window.show()
    table.set_tunes(split_tunebook(BOOK))
    return SimpleNamespace(table=table, actions=actions, commands=commands, studio=studio)


def _titles(table: TuneTable) -> list[str]:
    model = table.model()
    return [
        model.index(row, column_of(table, TuneColumn.TITLE)).data()
        for row in range(model.rowCount())
    ]


def _row(table: TuneTable) -> int:
    return table.currentIndex().row()


def test_groups_have_counts_and_the_choice_is_kept(shown: SimpleNamespace) -> None:
    table, actions = shown.table, shown.actions
    assert not actions.action("datasets.fold_groups").isEnabled()
    actions.action("datasets.group_rhythm").trigger()
    assert _titles(table) == GROUPED
    assert shown.studio.settings.tunes_grouped_by == "rhythm"
    assert actions.action("datasets.group_rhythm").isChecked()
    # The tune that was chosen is so still.
    assert table.tune.title == "reel 1"
    assert _row(table) == 4
    actions.action("datasets.group_none").trigger()
    assert _titles(table) == [f"{tune.title}" for tune in table.tunes]
    assert table.tune.title == "reel 1"


def test_keys_fold_as_in_a_tree(shown: SimpleNamespace, qtbot: QtBot) -> None:
    table = shown.table
    shown.actions.action("datasets.group_rhythm").trigger()
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert _row(table) == 3
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert _titles(table) == GROUPED[:4]
    assert table.tune.title == "reel 1"
    assert len(table.shown) == 5
    # A heading stands for its tunes.
    assert [tune.title for tune in table.selected()] == ["reel 1", "reel 3", "reel 5"]
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert _titles(table) == GROUPED
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert _titles(table) == GROUPED[:4]
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert table.tune.title == "jig 4"


def test_clicks_fold(shown: SimpleNamespace, qtbot: QtBot) -> None:
    table = shown.table
    shown.actions.action("datasets.group_rhythm").trigger()

    def place(row: int, name: str) -> QPoint:
        return table.visualRect(table.model().index(row, column_of(table, name))).center()

    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(table.viewport(), left, pos=place(0, TuneColumn.NUMBER))
    assert _titles(table) == [GROUPED[0], *GROUPED[3:]]
    qtbot.mouseClick(table.viewport(), left, pos=place(1, TuneColumn.TITLE))
    qtbot.mouseDClick(table.viewport(), left, pos=place(1, TuneColumn.TITLE))
    assert _titles(table) == [GROUPED[0], GROUPED[3]]


def test_all_are_folded_and_a_tune_is_found_below(shown: SimpleNamespace) -> None:
    table, actions = shown.table, shown.actions
    actions.action("datasets.group_rhythm").trigger()
    actions.action("datasets.fold_groups").trigger()
    assert _titles(table) == [GROUPED[0], GROUPED[3]]
    # Nobody chose the tunes of a group by folding it.
    assert table.selected() == ()
    assert table.tune.title == "reel 1"
    table.set_filter(TuneFilter(words="jig"))
    assert _titles(table) == GROUPED[:1]
    assert table.tune.title == "jig 2"
    table.set_filter(TuneFilter())
    assert _titles(table) == [GROUPED[0], GROUPED[3]]
    table.choose(table.tunes[2])
    assert table.tune.title == "reel 3"
    assert _titles(table) == [GROUPED[0], *GROUPED[3:]]
    actions.action("datasets.unfold_groups").trigger()
    assert _titles(table) == GROUPED


def test_a_heading_says_so_to_who_cannot_see_it(shown: SimpleNamespace) -> None:
    table = shown.table
    shown.actions.action("datasets.group_rhythm").trigger()
    heading = table.model().index(0, column_of(table, TuneColumn.TITLE))
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == "jig: 2 tunes, unfolded"
    shown.actions.action("datasets.fold_groups").trigger()
    heading = table.model().index(0, column_of(table, TuneColumn.TITLE))
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == "jig: 2 tunes, folded"
