"""The table names the file that a tune of a folder is from, and groups by it."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.corpus.browsing.query import TuneColumn
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.ui.datasets.tune_table import TuneTable
from tests.ui.tables import column_of

FILE, MEASURES, METER = TuneColumn.FILE, TuneColumn.MEASURES, TuneColumn.METER
ORIGIN, TITLE = TuneColumn.ORIGIN, TuneColumn.TITLE
TUNE = "X:1\nT:{0}\nS:The source\nK:G\nGABc|\n\n"


def test_files_of_a_folder_are_named_sorted_and_found(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("zeta", "sub/alpha"):
        (tmp_path / f"{name}.abc").write_text(TUNE.format("One") + TUNE.format("Two"))
    table = TuneTable()
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.set_tunes(read_tunebook(tmp_path))
    assert not table.isColumnHidden(column_of(table, FILE))
    model = table.model()
    names = [model.index(row, column_of(table, FILE)).data() for row in range(4)]
    assert names == ["sub/alpha.abc"] * 2 + ["zeta.abc"] * 2
    table.sortByColumn(column_of(table, FILE), Qt.SortOrder.DescendingOrder)
    assert [tune.file for tune in table.shown] == ["zeta.abc"] * 2 + ["sub/alpha.abc"] * 2
    table.set_filter(TuneFilter(words="alpha two"))
    assert [(tune.file, tune.title) for tune in table.shown] == [("sub/alpha.abc", "Two")]


def test_titles_keep_their_room_in_a_narrow_table(qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("zeta", "alpha"):
        (tmp_path / f"{name}.abc").write_text(TUNE.format("The Humours of Ballyloughlin"))
    table = TuneTable()
    qtbot.addWidget(table)
    table.set_tunes(read_tunebook(tmp_path))
    table.show()
    hidden = {}
    for width in (900, 560, 460, 420, 900):
        table.resize(width, 300)
        hidden[width] = [
            table.isColumnHidden(column_of(table, one)) for one in (ORIGIN, MEASURES, METER)
        ]
        assert table.columnWidth(column_of(table, TITLE)) >= 100
        assert table.horizontalScrollBar().maximum() == 0
    assert hidden[900] == [False, False, False]
    assert hidden[460] == [True, True, False]
    assert hidden[420] == [True, True, True]
    # A column that orders the rows stays in sight.
    table.sortByColumn(column_of(table, MEASURES), Qt.SortOrder.AscendingOrder)
    table.resize(440, 300)
    assert [table.isColumnHidden(column_of(table, one)) for one in (MEASURES, METER)] == [
        False,
        True,
    ]


def test_the_tunes_of_one_file_have_no_such_column(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "one.abc").write_text(TUNE.format("One"))
    table = TuneTable()
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.set_tunes(read_tunebook(tmp_path / "one.abc"))
    assert table.isColumnHidden(column_of(table, FILE))
    assert not table.isColumnHidden(column_of(table, ORIGIN))
