"""What comes from files and people is shown as it is, everywhere, and opens nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_strings import MARK, Decoy, misread
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QToolTip
from pytestqt.qtbot import QtBot

from abcstudio.learning.config import TrainingConfig, config_data
from abcstudio.paths import runs_dir
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.players import Players
from tests.ui.events import deliver_events

READ_MS = 20_000


@pytest.fixture
def decoy(tmp_path: Path) -> Iterator[Decoy]:
    made = Decoy(tmp_path)
    yield made
    made.close()


def tunebook(strings: tuple[str, ...]) -> str:
    return "\n\n".join(
        f"X:{number}\nT:{words}\nC:{words}\nR:{words}\nO:{words}\nM:4/4\nL:1/8\n"
        f'V:1 name="{words.replace(chr(34), "")}"\nK:{words} C\nV:1\n'
        f'"{MARK}<i>"!{MARK}!CDEF {words}|'
        for number, words in enumerate(strings, start=1)
    )


@pytest.fixture
def hostile_home(studio: Studio, decoy: Decoy, tmp_path: Path) -> Path:
    """Fill all that a window reads at its start; return a file of tunes."""
    book = tmp_path / f"{MARK} <b>[*] <img src='decoy.svg'>.abc"
    book = book.with_name(book.name.replace("/", ""))
    book.write_text(tunebook(decoy.strings()), encoding="utf-8")
    facts = {
        "name": decoy.strings()[0],
        "created": "2026-01-01T00:00:00",
        "state": "failed",
        "error": decoy.strings()[1],
        "config": config_data(TrainingConfig()),
        "corpus": {"name": decoy.strings()[1], "tunes": 1, "characters": 1},
        "step": 1,
        "best_val_loss": 1.0,
    }
    run = RunFolder(runs_dir() / f"{MARK} <b>run")
    run.create(facts, "training", "validation")
    run.append_metrics({"step": 1, "train_loss": 1.0, "val_loss": 1.0})
    run.keep_take(1, tunebook(decoy.strings()))
    studio.update_settings(
        sources=(str(book), str(tmp_path / f"{MARK}<b>missing")),
        recent_files=(str(book),),
        midi_output=f"<b>{MARK}",
        midi_input=f"<b>{MARK}",
    )
    return book


def check(decoy: Decoy) -> None:
    assert misread() == []
    assert decoy.openings() == 0


def hover_rows(view, decoy: Decoy) -> None:
    """Let the mouse rest on rows of a list, as Qt tells it."""
    for row in range(min(4, view.model().rowCount())):
        place = view.visualRect(view.model().index(row, 0)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), event)
    QToolTip.hideText()


def test_the_gate_sees_what_qt_misreads(qtbot: QtBot, decoy: Decoy) -> None:
    from PySide6.QtWidgets import QLabel, QPushButton

    label, button = QLabel(decoy.strings()[0]), QPushButton(MARK)
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    label.show()
    label.grab()
    assert decoy.openings() > 0 or not decoy.is_watched
    assert len([words for words in misread() if MARK in words]) == 2


def look_through_datasets(
    window: MainWindow, hostile_home: Path, decoy: Decoy, qtbot: QtBot
) -> None:
    window.show_page("datasets")
    window.datasets.add_source(hostile_home)
    qtbot.waitUntil(lambda: len(window.datasets.browser.table.tunes) == 4, timeout=READ_MS)
    for tune in window.datasets.browser.table.tunes:
        window.datasets.browser.table.choose(tune)
        check(decoy)
    hover_rows(window.datasets.browser.table, decoy)
    hover_rows(window.datasets.parts.source_list.list, decoy)
    for view in range(window.datasets.parts.views.tabs.count()):
        window.datasets.parts.views.tabs.setCurrentIndex(view)
    check(decoy)


def test_no_page_takes_a_hostile_string_for_anything_else(
    hostile_home: Path, main_window: MainWindow, decoy: Decoy, qtbot: QtBot, monkeypatch
) -> None:
    window, studio = main_window, main_window.studio
    QToolTip.showText(QPoint(5, 5), decoy.strings()[0], window)
    assert decoy.openings() == 0
    look_through_datasets(window, hostile_home, decoy, qtbot)
    window.show_page("training")
    window.datasets.train_on_tunes()
    qtbot.waitUntil(lambda: window.training.parts.runs.list.count() == 1, timeout=READ_MS)
    window.training.parts.runs.list.setCurrentRow(0)
    hover_rows(window.training.parts.runs.list, decoy)
    deliver_events()
    check(decoy)
    window.open_path(hostile_home)
    qtbot.waitUntil(lambda: window.composer.document_name == hostile_home.name, timeout=READ_MS)
    check(decoy)
    assert "[*]" in window.windowTitle().replace("[*][*]", "")
    for command in window.registry.commands():
        if command.action_id.startswith(("view.problems", "view.tunes", "play.midi_output")):
            command.action.trigger()
    window.composer.desk.watch.settle()
    window.rooms[Players].midi_sender.menu.close()
    window.transport.mixer_button.click()
    check(decoy)
    qtbot.waitUntil(window.transport.mixer.isVisible)
    deliver_events()
    check(decoy)
    for words in decoy.strings():
        studio.notify(words, "error", "Undo", int)
        studio.notify(words, "warning", "Undo", int, stays=True)
        check(decoy)
        window.notices.put_away()
        window.standing_notice.put_away()
    window.rooms[Helpers].dialogs.open_preferences()
    check(decoy)
    window.composer.desk.editor.insertPlainText("% more\n")
    monkeypatch.setattr(QMessageBox, "exec", lambda box: look_at(box, decoy))
    window.close()


def look_at(box: QMessageBox, decoy: Decoy) -> int:
    box.show()
    box.grab()
    assert MARK in box.text() + box.informativeText()
    check(decoy)
    next(button for button in box.buttons() if "ancel" in button.text()).click()
    return 0
