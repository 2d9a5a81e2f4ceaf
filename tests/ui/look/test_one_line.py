"""A name of a file, a run or a model is one line wherever the window shows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QMessageBox,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from abcstudio.learning.config import TrainingConfig, config_data
from abcstudio.paths import bundled_model, runs_dir
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.look.plain_text import Label, one_line, window_title, without_access_key
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import let_work_end

NAME = "first\nsecond\tthird"
SHOWN = "first second third"
READ_MS = 20_000
BROKEN = tuple(f"first{sign}second" for sign in "\n\t")
TUNE = "X:1\nT:A tune\nM:4/4\nL:1/8\nK:C\nCDEF GABc|\n"


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\t", "\0", "\x1b", "\x85", "\u2028", "\n\n"])
def test_signs_that_break_a_line_become_a_blank(sign: str) -> None:
    assert one_line(f"one{sign}two") == "one two"
    assert window_title(f"one{sign}two") == "one two"
    assert without_access_key(f"one{sign}two & three") == "one two && three"


def test_a_name_of_one_line_is_left_as_it_is() -> None:
    for name in ("Mo  Ghile Mear.abc", " \u00a0 ", "", "Ще одна мелодія", "שלום"):
        assert one_line(name) == name


@pytest.mark.parametrize("mark", ["\u202e", "\u202b", "\u2066", "\u2069"])
def test_a_mark_of_direction_is_shown_and_turns_nothing(mark: str, qtbot: QtBot) -> None:
    label = Label(f"“The {mark}Kesh” is printed.")
    qtbot.addWidget(label)
    assert label.text() == "“The \ufffdKesh” is printed."
    assert one_line(f"The {mark}Kesh") == "The \ufffdKesh"


def said(widget: QWidget) -> Iterator[str]:
    """Yield what a widget shows, and what it says to those who cannot see it."""
    yield from (widget.windowTitle(), widget.accessibleName())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QMessageBox):
        yield widget.informativeText()
    if isinstance(widget, QTabBar):
        for index in range(widget.count()):
            yield from (widget.tabText(index), widget.accessibleTabName(index))
    if isinstance(widget, QMenu):
        yield widget.title()
    yield from (action.text() for action in widget.actions())
    if isinstance(widget, QAbstractItemView | QComboBox):
        yield from rows_of(widget.model())


def rows_of(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(index.data(role) or "")


def _place(widget: QWidget) -> str:
    above = widget.parentWidget()
    return f"{type(widget).__name__} {widget.accessibleName()[:40]!r} in {type(above).__name__}"


def broken() -> list[tuple[str, str]]:
    """Return what of all that the program's windows hold has a name in two lines."""
    return [
        (_place(widget), words)
        for widget in QApplication.allWidgets()
        for words in said(widget)
        if any(part in words for part in BROKEN)
    ]


@pytest.fixture
def named_home(studio: Studio, tmp_path: Path) -> Path:
    """Fill all that a window reads at its start with names of two lines; return a file of tunes."""
    book = tmp_path / f"{NAME}.abc"
    book.write_text(TUNE, encoding="utf-8")
    facts = {
        "name": NAME,
        "created": "2026-01-01T00:00:00",
        "state": "stopped",
        "config": config_data(TrainingConfig()),
        "corpus": {"name": NAME, "tunes": 1, "characters": 1},
        "step": 1,
        "best_val_loss": 1.0,
    }
    run = RunFolder(runs_dir() / NAME)
    run.create(facts, "training", "validation")
    run.append_metrics({"step": 1, "train_loss": 1.0, "val_loss": 1.0})
    run.best_model.write_bytes(bundled_model().read_bytes())
    studio.update_settings(sources=(str(book),), recent_files=(str(book),))
    studio.refresh_models()
    return book


def look_through_training(window: MainWindow, qtbot: QtBot, found: set[tuple[str, str]]) -> None:
    window.show_page("training")
    page = window.training
    window.datasets.train_on_tunes()
    qtbot.waitUntil(lambda: page.parts.runs.list.count() == 1, timeout=READ_MS)
    page.parts.runs.list.setCurrentRow(0)
    qtbot.waitUntil(lambda: "first" in page.parts.plot.legend, timeout=READ_MS)
    page.parts.runs.use.click()
    found.update(broken())
    page.parts.runs.delete.click()
    found.update(broken())
    page.parts.catalog.changes.undo()


def test_no_widget_shows_a_name_in_two_lines(
    named_home: Path, main_window: MainWindow, qtbot: QtBot
) -> None:
    window = main_window
    found: set[tuple[str, str]] = set()
    window.show_page("datasets")
    window.datasets.add_source(named_home)
    qtbot.waitUntil(lambda: len(window.datasets.browser.table.tunes) == 1, timeout=READ_MS)
    found.update(broken())
    look_through_training(window, qtbot, found)
    window.open_path(named_home)
    qtbot.waitUntil(lambda: window.composer.document_name == f"{SHOWN}.abc", timeout=READ_MS)
    window.composer.parts.files.open_text(TUNE, NAME)
    for file in (named_home, named_home.with_name(f"{NAME}-none.abc")):
        window.open_path(file)
        let_work_end(qtbot, window.studio)
    found.update(broken())
    window.composer.desk.editor.insertPlainText("% more\n")
    window.composer.desk.watch.settle()
    for index in range(window.composer.parts.side.bar.count()):
        window.composer.parts.side.bar.setCurrentIndex(index)
    window.transport.mixer_button.click()
    window.rooms[Helpers].dialogs.open_preferences()
    window.rooms[Helpers].menus.recent.aboutToShow.emit()
    found.update(broken())
    assert found == set()
