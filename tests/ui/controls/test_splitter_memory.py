"""A splitter finds its place again."""

from PySide6.QtWidgets import QSplitter, QWidget

from abcstudio.ui.controls.splitters import SplitterMemory
from abcstudio.ui.services.studio import Studio


def test_a_splitter_moved_just_before_the_end_keeps_its_place(studio: Studio, qtbot) -> None:
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    for _ in range(2):
        splitter.addWidget(QWidget())
    splitter.resize(400, 100)
    SplitterMemory(studio, splitter, "test", (200, 200))
    splitter.show()
    splitter.moveSplitter(120, 1)
    assert "test" not in studio.settings.window.splitters
    studio.shut_down()
    assert studio.settings.window.splitters["test"] == tuple(splitter.sizes())
