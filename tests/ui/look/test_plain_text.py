"""A title may be a line of megabytes: no label, tooltip or row ever gets all of it."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.ui.documents.long_lines import MOST_IN_LINE
from abcstudio.ui.look.plain_text import MOST_SHOWN, Label, fitted, in_lines, tooltip, window_title
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import let_work_end

# A line may be as long as what the Composer still takes.
LONG = ("Title of a tune " * 20_000)[: MOST_IN_LINE - len("T:")]
# Sentences stand around what is cut.
MOST = MOST_SHOWN + 200
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def test_whatever_is_shown_is_cut(qapp: QApplication) -> None:
    label = Label(LONG)
    label.setText(LONG)
    for words in (label.text(), tooltip(LONG), in_lines(LONG), window_title(LONG)):
        assert MOST_SHOWN // 2 < len(words) <= MOST_SHOWN
        assert words.startswith("Title of a tune")
    assert len(fitted(QFontMetrics(qapp.font()), LONG, 10**6)) == MOST_SHOWN
    label.deleteLater()


def test_words_that_fit_in_whole_pixels_are_not_cut(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    names = ("4/4", "C|", "Dmix", "unknown", "more than 64", "slip jig", "Statistics", "strathspey")
    assert [fitted(metrics, name, metrics.horizontalAdvance(name)) for name in names] == [*names]


def test_odd_bytes_of_a_name_are_seen_in_the_title_of_a_window() -> None:
    assert window_title(os.fsdecode(b"m\xfcsik [*].abc")) == "m\ufffdsik [*][*].abc"


def said(widget: QWidget) -> list[str]:
    words = [widget.toolTip(), widget.accessibleName(), widget.windowTitle()]
    if isinstance(widget, QLabel):
        words.append(widget.text())
    if isinstance(widget, QTabBar):
        words += [widget.tabText(index) for index in range(widget.count())]
    if isinstance(widget, QAbstractItemView):
        words += rows_of(widget.model())
    return words


def rows_of(model: QAbstractItemModel | None) -> list[str]:
    if model is None:
        return []
    # The columns of a list are its own affair, in Qt.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    cells = [
        model.index(row, column) for row in range(model.rowCount()) for column in range(columns)
    ]
    return [str(cell.data(role)) for cell in cells for role in ROLES]


@pytest.mark.one_window
@pytest.mark.parametrize("page", ["composer", "datasets"])
def test_no_part_of_the_window_gets_a_whole_long_title(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path, page: str
) -> None:
    text = f"X:1\nT:{LONG}\nC:{LONG}\nR:{LONG}\nO:{LONG}\nK:C\nCDEF|\n"
    main_window.show_page(page)
    if page == "composer":
        main_window.composer.parts.files.open_text(text, "long")
        view = main_window.composer.desk.watch.settle
        qtbot.waitUntil(lambda: view() is not None, timeout=20_000)
    else:
        book = tmp_path / "book.abc"
        book.write_text(text, encoding="utf-8")
        main_window.studio.source_requested.emit(book)
        preview = main_window.datasets.parts.preview
        qtbot.waitUntil(
            lambda: preview.tune is not None and LONG.strip() in preview.tune.text, timeout=20_000
        )
    let_work_end(qtbot, main_window.studio)
    found = [
        (widget, words) for widget in main_window.findChildren(QWidget) for words in said(widget)
    ]
    found += [(main_window, words) for words in said(main_window)]
    assert any("Title of a tune" in words for _, words in found)
    assert [
        (type(widget), widget.accessibleName(), words[:40], len(words))
        for widget, words in found
        if len(words) > MOST
    ] == []
