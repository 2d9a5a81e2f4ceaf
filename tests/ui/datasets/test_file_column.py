"""The table names the file that a tune of a folder is from, and groups by it."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.ui.datasets.tune_table import TuneTable
from abcstudio.ui.datasets.tune_table_model import FILE, ORIGIN

TUNE = "X:1\nT:{0}\nS:The source\nK:G\nGABc|\n\n"


def test_files_of_a_folder_are_named_sorted_and_found(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("zeta", "sub/alpha"):
        (tmp_path / f"{name}.abc").write_text(TUNE.format("One") + TUNE.format("Two"))
    table = TuneTable()
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.set_tunes(read_tunebook(tmp_path))
    assert not table.isColumnHidden(FILE)
    model = table.model()
    names = [model.index(row, FILE).data() for row in range(4)]
    assert names == ["sub/alpha.abc"] * 2 + ["zeta.abc"] * 2
    table.sortByColumn(FILE, Qt.SortOrder.DescendingOrder)
    assert [tune.file for tune in table.shown] == ["zeta.abc"] * 2 + ["sub/alpha.abc"] * 2
    table.set_filter(TuneFilter(words="alpha two"))
    assert [(tune.file, tune.title) for tune in table.shown] == [("sub/alpha.abc", "Two")]


def test_the_tunes_of_one_file_have_no_such_column(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "one.abc").write_text(TUNE.format("One"))
    table = TuneTable()
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.set_tunes(read_tunebook(tmp_path / "one.abc"))
    assert table.isColumnHidden(FILE)
    assert not table.isColumnHidden(ORIGIN)
