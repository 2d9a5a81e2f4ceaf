"""All sources are looked through as one: chosen in a box, offered where nothing is found."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from abcstudio.ui.datasets.finding.places_model import ORIGIN, TITLE
from abcstudio.ui.datasets.finding.room import FindingRoom
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.tables import column_of

WAIT_MS = 240_000
# No tune in the box begins so.
MELODY = "C^FcB_ED^c^A"
ODD = f"X:1\nT:The Odd One\nM:4/4\nL:1/8\nK:C\n{MELODY}|C^FcB _ED^c^A|C8|\n"


@pytest.fixture
def finding(qtbot: QtBot, main_window: MainWindow, tmp_path: Path) -> FindingRoom:
    """The search over the tunebook in the box; another source has the odd tune."""
    page = main_window.datasets
    (tmp_path / "odd.abc").write_text(ODD, encoding="utf-8")
    main_window.show_page("datasets")
    page.add_source(tmp_path / "odd.abc")
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 1, timeout=WAIT_MS)
    page.parts.sources.show_bundled()
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) > 1000, timeout=WAIT_MS)
    main_window.registry.action("edit.find_melody").trigger()
    settle(qtbot, page.rooms[FindingRoom])
    return page.rooms[FindingRoom]


def settle(qtbot: QtBot, finding: FindingRoom) -> None:
    qtbot.waitUntil(lambda: finding.keeper.melodies is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not finding.presenter.is_busy, timeout=WAIT_MS)


def hits(finding: FindingRoom) -> list[tuple[str, str]]:
    table = finding.view.table
    model = table.model()
    title, origin = column_of(table, TITLE), column_of(table, ORIGIN)
    return [
        (model.index(row, title).data(), model.index(row, origin).data())
        for row in range(model.rowCount())
    ]


def offers(finding: FindingRoom) -> list[QPushButton]:
    buttons = finding.view.findChildren(QPushButton)
    return [each for each in buttons if each.isVisible() and each.text() == "Look in all sources"]


def test_where_nothing_is_found_all_sources_are_offered(
    qtbot: QtBot, main_window: MainWindow, finding: FindingRoom
) -> None:
    finding.view.query.field.write("The Odd One")
    settle(qtbot, finding)
    assert hits(finding) == []
    (button,) = offers(finding)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ("The Odd One", "odd.abc") in hits(finding), timeout=WAIT_MS)
    assert finding.view.query.source.box.currentText() == "All sources"
    assert offers(finding) == []


def test_where_no_tune_fits_exactly_all_sources_are_offered_beside_what_was_found(
    qtbot: QtBot, main_window: MainWindow, finding: FindingRoom
) -> None:
    finding.view.query.field.write("The Keshh Jig")
    qtbot.waitUntil(lambda: bool(hits(finding)), timeout=WAIT_MS)
    settle(qtbot, finding)
    (button,) = offers(finding)
    finding.view.query.field.write("Kesh Jig, The")
    qtbot.waitUntil(lambda: not offers(finding), timeout=WAIT_MS)
    finding.view.query.field.write("The Keshh Jig")
    qtbot.waitUntil(lambda: offers(finding) == [button], timeout=WAIT_MS)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle(qtbot, finding)
    # A hidden button would hand the focus on to the list of sources.
    assert main_window.focusWidget() is finding.view.query.field
    assert finding.view.query.source.box.currentText() == "All sources"
    assert offers(finding) == []


def test_all_sources_are_chosen_in_a_box_and_a_hit_opens(
    qtbot: QtBot, main_window: MainWindow, finding: FindingRoom
) -> None:
    box = finding.view.query.source.box
    names = [box.itemText(row) for row in range(box.count())]
    assert names == ["Bundled tunebook", "odd.abc", "All sources"]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End)
    box.activated.emit(box.currentIndex())
    settle(qtbot, finding)
    finding.view.query.field.write(MELODY)
    qtbot.waitUntil(lambda: hits(finding)[:1] == [("The Odd One", "odd.abc")], timeout=WAIT_MS)
    finding.view.table.selectRow(0)
    main_window.registry.action("datasets.open_found").trigger()
    qtbot.waitUntil(lambda: main_window.page_name == "composer", timeout=WAIT_MS)
    assert main_window.composer.desk.editor.text() == ODD.strip() + "\n"
