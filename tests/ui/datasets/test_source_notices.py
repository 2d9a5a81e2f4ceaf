"""What is said of a source goes with it, and its row says where it cannot be read."""

from pathlib import Path

from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import let_work_end

BOOK = "X:1\nT:{title}\nK:G\nGABc dedB|\n"
READ_MS = 20_000
_TEXT = QStyle.SubElement.SE_ItemViewItemText


def test_what_is_said_of_a_source_goes_when_another_is_chosen(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path
) -> None:
    old, other = tmp_path / "old.abc", tmp_path / "other.abc"
    old.write_bytes(BOOK.format(title="Веселка").encode("cp1251"))
    other.write_text(BOOK.format(title="Another") * 2, encoding="utf-8")
    said: list[Notice] = []
    gone: list[Notice] = []
    main_window.studio.notice_requested.connect(said.append)
    main_window.studio.notice_withdrawn.connect(gone.append)
    main_window.show_page("datasets")
    page = main_window.datasets
    page.add_source(old)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 1, timeout=READ_MS)
    (guess,) = (notice for notice in said if "old.abc" in notice.text)
    # Its button asks about the source that is chosen.
    assert guess.action_text == "Another…"
    assert gone == []
    page.add_source(other)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 2, timeout=READ_MS)
    assert gone == [guess]


def test_a_search_begun_while_tunes_are_read_is_typed_once_they_are_there(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path
) -> None:
    book = tmp_path / "book.abc"
    book.write_text(BOOK.format(title="Kesh"), encoding="utf-8")
    main_window.show_page("datasets")
    page = main_window.datasets
    page.add_source(book)
    assert page.parts.views.currentWidget() is page.parts.views.state
    main_window.registry.action("datasets.search").trigger()
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 1, timeout=READ_MS)
    qtbot.waitUntil(page.browser.filter_bar.search.hasFocus)
    # It was wanted once.
    page.browser.table.setFocus()
    page.add_source(tmp_path)
    qtbot.waitUntil(
        lambda: page.parts.views.currentWidget() is page.parts.views.tabs, timeout=READ_MS
    )
    assert not page.browser.filter_bar.search.hasFocus()


def test_the_row_of_a_source_says_that_it_cannot_be_read(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "letter.abc"
    path.write_text("Dear tune, where are you?", encoding="utf-8")
    main_window.show_page("datasets")
    page = main_window.datasets
    page.add_source(path)
    qtbot.waitUntil(lambda: page.parts.views.state.title.text() == "These tunes cannot be read")
    item = page.parts.source_list.list.currentItem()
    assert item.text() == "letter.abc\nCannot be read"
    assert "holds no tune" in item.toolTip()
    path.write_text(BOOK.format(title="Here"), encoding="utf-8")
    let_work_end(qtbot, main_window.studio)
    way = page.parts.views.state.first_way
    assert way is not None
    assert way.text() == "Try again"
    way.click()
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 1, timeout=READ_MS)
    assert page.parts.source_list.list.currentItem().text() == "letter.abc\n1 tune"


def test_a_name_without_room_stands_in_two_lines(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "Tunes of Galway.abc"
    path.write_text(BOOK.format(title="Kesh"), encoding="utf-8")
    main_window.show_page("datasets")
    page = main_window.datasets
    page.add_source(path)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 1, timeout=READ_MS)
    sources = page.parts.source_list.list
    row = sources.currentItem()
    total = sum(page.columns.sizes())
    page.columns.setSizes([400, total - 800, 400])
    qtbot.waitUntil(lambda: row.text().startswith("Tunes of Galway.abc\n"))
    low = sources.visualItemRect(row).height()
    page.columns.setSizes([0, total - 400, 400])
    qtbot.waitUntil(lambda: row.text().startswith("Tunes of\nGalway.abc\n"))
    # Each line is drawn in full, and the row has room for all three.
    option = QStyleOptionViewItem()
    sources.initViewItemOption(option)
    index = sources.indexFromItem(row)
    option.rect = sources.visualItemRect(row)
    delegate = sources.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, index)
    place = sources.style().subElementRect(_TEXT, option, sources)
    margin = 1 + sources.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option)
    letters = sources.fontMetrics()
    for line in row.text().split("\n"):
        assert letters.horizontalAdvance(line) <= place.width() - 2 * margin
    assert place.height() >= 3 * letters.lineSpacing()
    assert option.rect.height() > low
