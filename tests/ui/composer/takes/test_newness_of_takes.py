"""How new the takes are, beside the tunes in the box: in the rows in sight, and as an order."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.composing.history.remembered_take import RememberedTake, take_key
from abcstudio.composing.history.take_history import change_takes, listed_takes
from abcstudio.corpus.sources import read_tunebook
from abcstudio.paths import bundled_tunebook, takes_dir
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.takes.take_cells import FACTS_ROLE, NEWER_ROLE
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.workers.newness import find_newness, known_melodies
from tests.ui.composer.takes.conftest import MUSIC
from tests.ui.events import let_work_end
from tests.ui.playing_steps import PATIENCE_MS

WAIT_MS = 240_000
COPY = 2
"""The number of the take that is a known tune."""


@pytest.fixture
def kept(kept: None) -> None:
    """Leave a known tune in the place of a take."""
    text = read_tunebook(bundled_tunebook())[99].text + "\n"
    take = RememberedTake(key=take_key(COPY, "0a"), number=COPY, text=text, title="Copy")
    change_takes(takes_dir(), {take.key: take})


def newness(page: ComposerPage) -> dict[str, int]:
    model = page.rooms[TakesRoom].list.takes
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return {row.data(): row.data(NEWER_ROLE) for row in rows}


def wait(page: ComposerPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: min(newness(page).values()) >= 0, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not page.rooms[ComposingRoom].listed_newness.is_busy, timeout=WAIT_MS)


def test_rows_say_how_new_takes_are_and_the_history_keeps_it(
    page: ComposerPage, qtbot: QtBot
) -> None:
    wait(page, qtbot)
    found = newness(page)
    assert len(found) == len(MUSIC)
    assert found[str(COPY)] == min(found.values())
    row = list(found).index(str(COPY))
    shown = page.rooms[TakesRoom].list.takes.index(row, 1)
    assert shown.data(FACTS_ROLE)[2] == f"newer than {found[str(COPY)]} %"
    told = shown.data(Qt.ItemDataRole.AccessibleTextRole)
    assert f"Newer than {found[str(COPY)]} % of known tunes" in told

    def kept_newness() -> dict[str, int]:
        takes = listed_takes(takes_dir()).takes
        return {str(take.number): take.facts.newer if take.facts else -1 for take in takes}

    qtbot.waitUntil(lambda: kept_newness() == found, timeout=PATIENCE_MS)


def test_a_take_that_was_off_the_list_meanwhile_is_compared_when_it_is_back(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    begun, may_go_on = Event(), Event()

    def waiting(*arguments: Any) -> dict[str, int]:
        begun.set()
        assert may_go_on.wait(WAIT_MS / 1000)
        return find_newness(*arguments)

    monkeypatch.setattr("abcstudio.ui.composer.takes.listed_newness.find_newness", waiting)
    window: MainWindow = request.getfixturevalue("window")
    page = window.composer
    qtbot.waitUntil(begun.is_set, timeout=PATIENCE_MS)
    page.rooms[TakesRoom].list.selectRow(0)
    page.rooms[TakesRoom].list.setFocus()
    qtbot.keyClick(page.rooms[TakesRoom].list, Qt.Key.Key_Delete)
    may_go_on.set()
    assert len(newness(page)) == len(MUSIC) - 1
    wait(page, qtbot)
    let_work_end(qtbot, window.studio)
    assert len(listed_takes(takes_dir()).takes) == len(MUSIC) - 1
    page.rooms[TakesRoom].choice.undo_removal()
    assert len(newness(page)) == len(MUSIC)
    wait(page, qtbot)


def test_takes_are_listed_by_how_new_they_are(page: ComposerPage, qtbot: QtBot) -> None:
    order = page.rooms[TakesRoom].bar.order
    page.parts.side.show_panel("tunes")
    order.setCurrentIndex(order.findData("newness"))
    assert not page.rooms[TakesRoom].bar.progress.isHidden()
    wait(page, qtbot)
    found = list(newness(page).values())
    assert found == sorted(found, reverse=True)
    assert page.rooms[TakesRoom].bar.progress.isHidden()


def test_an_edited_take_says_how_new_it_is_now(page: ComposerPage, qtbot: QtBot) -> None:
    wait(page, qtbot)
    row = list(newness(page)).index(str(COPY))
    before = newness(page)
    page.rooms[TakesRoom].list.selectRow(row)
    text = page.desk.documents.current.text()
    body = text.index("\n", text.index("K:")) + 1
    page.desk.editor.setFocus()
    page.desk.editor.selectAll()
    page.desk.editor.insertPlainText(text[:body] + "GG^c2 F,2^a2|b2C2 ^D2^g2|^F2b2 _B,2=f2|\n")
    page.rooms[TakesRoom].list.setFocus()
    qtbot.waitUntil(lambda: newness(page)[str(COPY)] > before[str(COPY)], timeout=WAIT_MS)
    page.desk.editor.undo()
    qtbot.waitUntil(lambda: newness(page) == before, timeout=WAIT_MS)


def test_known_tunes_are_read_once_for_each_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "one"))
    first = known_melodies()
    assert known_melodies() is first
    monkeypatch.setenv("ABCSTUDIO_HOME", str(tmp_path / "other"))
    assert known_melodies() is not first
