"""Tabs that stay readable, and lists whose words stay where they are."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QFontMetrics, QPainter
from pytestqt.qtbot import QtBot

from abcstudio.composing.provenance import Provenance
from abcstudio.ui.composer.desk.tune_facts import TuneFacts
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events

NAMES = (
    "Morrison's Jig and others from Kerry",
    "Morpeth Rant",
    "The Mountain Road, in three parts",
    "Merrily Kiss the Quaker",
    "Maid Behind the Bar, The",
)


def open_all(window: MainWindow) -> None:
    window.show_page("composer")
    for name in NAMES:
        window.composer.parts.files.open_text(f"X:1\nT:{name}\nM:4/4\nK:G\nGABc dedB|\n", name)
        window.composer.desk.watch.settle()
        window.composer.desk.editor.insertPlainText("%")


@pytest.mark.one_window
def test_five_texts_can_be_told_apart_by_their_tabs(qtbot: QtBot, main_window: MainWindow) -> None:
    open_all(main_window)
    tabs = main_window.composer.rooms[TextsRoom].tabs
    for size in ((1280, 800), (1024, 700), (1920, 1080)):
        main_window.resize(*size)
        deliver_events()
        for index in range(tabs.count()):
            name = tabs.tabText(index)
            whole = tabs.tabSizeHint(index).width()
            cut = whole - tabs.tabRect(index).width()
            words = QFontMetrics(tabs.font()).horizontalAdvance(name) - max(0, cut)
            seen = QFontMetrics(tabs.font()).horizontalAdvance(name[:7])
            assert words >= seen, (size, name)


@pytest.mark.one_window
def test_side_tabs_keep_their_shape(qtbot: QtBot, main_window: MainWindow) -> None:
    open_all(main_window)
    side = main_window.composer.parts.side
    for size in ((1280, 800), (1024, 700), (1920, 1080)):
        main_window.resize(*size)
        deliver_events()
        side.show_panel("takes")
        before = [side.bar.tabRect(index) for index in range(side.bar.count())]
        for name in ("tunes", "problems"):
            side.show_panel(name)
            for count in (0, 7, 200):
                side.set_count("problems", count)
                shapes = [side.bar.tabRect(index) for index in range(side.bar.count())]
                assert shapes == before
                assert side.bar.width() <= side.width()
        metrics = QFontMetrics(side.bar.font())
        for index, shape in enumerate(before):
            word = side.bar.tabText(index)
            assert word
            assert metrics.horizontalAdvance(word) < shape.width(), (size, word)


@pytest.mark.one_window
def test_line_numbers_are_not_grouped(qtbot: QtBot, main_window: MainWindow) -> None:
    composer = main_window.composer
    main_window.show_page("composer")
    composer.parts.files.open_text("X:1\nK:C\n" + "C|\n" * 1100, "long")
    composer.desk.editor.scroll_to_end()
    drawn: list[str] = []

    class Ink:
        """Takes what is drawn, as a painter does."""

        def __getattr__(self, name: str):
            return lambda *args: drawn.append(args[-1]) if name == "drawText" else None

    composer.desk.editor.paint_numbers(cast(QPainter, Ink()), 60)
    assert "1102" in drawn
    assert all(number.isdigit() for number in drawn)


@pytest.mark.one_window
def test_a_saved_take_is_listed_by_its_title(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path
) -> None:
    composer = main_window.composer
    title = "The Lass of Somewhere, as the Old Man Had It"
    document = Document("Take 1", f"X:1\nT:{title}\nM:4/4\nK:G\nGABc dedB|\n")
    document.provenance.origin = TakeOrigin(
        made=Provenance(model="m", fingerprint="", prompt=""), model_path=Path("m")
    )
    document.set_title(title)
    composer.rooms[TakesRoom].list.takes.add(document, TuneFacts(title))
    path = tmp_path / "lass.abc"
    document.save(path)
    index = composer.rooms[TakesRoom].list.takes.index(
        composer.rooms[TakesRoom].list.takes.row_of(document), 1
    )
    assert index.data() == title
    assert str(path) in index.data(3)


@pytest.mark.one_window
def test_the_words_of_the_palette_do_not_jump(qtbot: QtBot, main_window: MainWindow) -> None:
    palette = main_window.rooms[Helpers].palette_view
    palette.open()
    table = palette.table
    widths = set()
    for typed in ("", "t", "tr", "export"):
        palette.search.setText(typed)
        widths.add(table.columnWidth(1))
        for row in range(table.rowCount()):
            assert not table.item(row, 0).icon().isNull(), table.item(row, 0).text()
    assert len(widths) == 1
    palette.go_away()
