"""The outline of a text with several tunes: found, gone to, moved, copied, added, removed."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.outline.tune_rows import KIND_ROLE, NUMBER_ROLE
from abcstudio.ui.composer.outline.tunes_panel import TunesPanel
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

WAIT_MS = 20_000
TUNE = "X:{0}\nT:{1}\nR:{2}\nM:6/8\nL:1/8\nK:{3}\n{4}\n"
BOOK = "\n".join(
    TUNE.format(number, title, rhythm, key, music)
    for number, title, rhythm, key, music in (
        (1, "Kesh", "jig", "G", "G3 GAB|A3 ABd|"),
        (2, "Banish", "jig", "Em", "EDB EBE|GFG B|"),
        (5, "Butterfly", "slip jig", "Em", "B2E G2E|"),
    )
)


@pytest.fixture
def page(main_window: MainWindow) -> ComposerPage:
    page = main_window.composer
    page.parts.files.open_text(BOOK, "book")
    page.desk.watch.settle()
    return page


@pytest.fixture
def panel(qtbot: QtBot, main_window: MainWindow, page: ComposerPage) -> TunesPanel:
    press(qtbot, main_window, "view.tunes")
    assert page.rooms[OutlineRoom].panel.isVisible()
    return page.rooms[OutlineRoom].panel


def press(qtbot: QtBot, window: MainWindow, action_id: str) -> None:
    combination = window.registry.action(action_id).shortcut()[0]  # type: ignore[index]
    qtbot.keyClick(window, combination.key(), combination.keyboardModifiers())


def titles(page: ComposerPage) -> list[str]:
    return [tune.title for tune in page.desk.watch.tunes]


def shown(panel: TunesPanel) -> list[str]:
    return [panel.rows.index(row).data() for row in range(panel.rows.rowCount())]


def current(page: ComposerPage) -> str:
    assert page.desk.watch.view is not None
    return page.desk.watch.view.tune.title


def test_the_tunes_are_listed_in_the_order_of_the_text(
    qtbot: QtBot, page: ComposerPage, panel: TunesPanel
) -> None:
    assert shown(panel) == ["Kesh", "Banish", "Butterfly"]
    index = panel.rows.index(2)
    assert index.data(NUMBER_ROLE) == "5"
    assert index.data(KIND_ROLE) == "Em, slip jig"
    # The second has a short measure; that is found in the background.
    qtbot.waitUntil(
        lambda: panel.rows.index(1).data(Qt.ItemDataRole.DecorationRole) is not None,
        timeout=WAIT_MS,
    )
    assert "Problems: 1" in panel.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert panel.rows.index(0).data(Qt.ItemDataRole.DecorationRole) is None
    assert page.parts.side.bar.accessibleTabName(page.parts.side.bar.currentIndex()) == "Tunes 3"


def test_the_mark_follows_the_caret_and_keys_lead_to_tunes(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: TunesPanel
) -> None:
    assert panel.view.currentIndex().row() == 0
    press(qtbot, main_window, "view.next_tune")
    assert current(page) == "Banish"
    assert panel.view.currentIndex().row() == 1
    press(qtbot, main_window, "view.previous_tune")
    assert current(page) == "Kesh"
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_End)
    assert current(page) == "Butterfly"
    assert panel.view.hasFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert page.desk.editor.hasFocus()
    index = panel.rows.index(1)
    place = panel.view.visualRect(index).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert current(page) == "Banish"


def test_a_right_click_deletes_the_tune_under_it_and_no_other(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: TunesPanel
) -> None:
    assert current(page) == "Kesh"
    place = panel.view.visualRect(panel.rows.index(1)).center()
    qtbot.mousePress(panel.view.viewport(), Qt.MouseButton.RightButton, pos=place)
    panel.view.customContextMenuRequested.emit(place)
    assert current(page) == "Banish"
    (menu,) = panel.findChildren(QMenu)
    delete = main_window.registry.action("tune.delete")
    assert delete in menu.actions()
    menu.close()
    delete.trigger()
    assert titles(page) == ["Kesh", "Butterfly"]


def test_words_find_a_tune(qtbot: QtBot, page: ComposerPage, panel: TunesPanel) -> None:
    assert panel.search.hasFocus()
    qtbot.keyClicks(panel.search, "em slip")
    assert shown(panel) == ["Butterfly"]
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.view.hasFocus()
    assert current(page) == "Butterfly"
    qtbot.keyClicks(panel.search, "zzz")
    assert panel.stack.currentWidget() is panel.state
    panel.search.setFocus()
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.search.text() == ""
    assert panel.search.hasFocus()
    assert len(shown(panel)) == 3


def test_a_tune_changes_places_by_key_as_one_step(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: TunesPanel
) -> None:
    press(qtbot, main_window, "tune.move_down")
    assert titles(page) == ["Banish", "Kesh", "Butterfly"]
    assert current(page) == "Kesh"
    assert shown(panel) == ["Banish", "Kesh", "Butterfly"]
    press(qtbot, main_window, "tune.move_up")
    assert page.desk.editor.text() == BOOK
    page.desk.editor.undo()
    page.desk.editor.undo()
    assert page.desk.editor.text() == BOOK
    assert not page.desk.editor.document().isUndoAvailable()


def test_a_dropped_tune_goes_where_it_was_dropped(
    qtbot: QtBot, page: ComposerPage, panel: TunesPanel
) -> None:
    rows = panel.rows
    data = rows.mimeData([rows.index(2)])
    rows.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    qtbot.waitUntil(lambda: titles(page) == ["Butterfly", "Kesh", "Banish"])
    data = rows.mimeData([rows.index(0)])
    rows.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    qtbot.waitUntil(lambda: page.desk.editor.text() == BOOK)


def test_filtered_rows_are_not_dragged(panel: TunesPanel) -> None:
    assert panel.rows.flags(panel.rows.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    panel.search.setText("jig")
    assert not panel.rows.flags(panel.rows.index(0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_tunes_are_copied_added_and_deleted(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: TunesPanel
) -> None:
    press(qtbot, main_window, "tune.duplicate")
    assert titles(page) == ["Kesh", "Kesh", "Banish", "Butterfly"]
    assert page.desk.watch.view is not None
    assert page.desk.watch.view.tune.reference_number == "6"
    press(qtbot, main_window, "tune.add_below")
    assert page.desk.editor.hasFocus()
    qtbot.keyClicks(page.desk.editor, "New one")
    page.desk.watch.settle()
    assert titles(page) == ["Kesh", "Kesh", "New one", "Banish", "Butterfly"]
    press(qtbot, main_window, "tune.delete")
    assert titles(page) == ["Kesh", "Kesh", "Banish", "Butterfly"]
    page.desk.editor.undo()
    page.desk.watch.settle()
    assert "New one" in titles(page)


def test_the_notice_of_a_deletion_goes_when_it_is_undone(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: TunesPanel
) -> None:
    for undo in (page.desk.editor.undo, main_window.notices.action_button.click):
        press(qtbot, main_window, "tune.delete")
        assert main_window.notices.notice is not None
        assert main_window.notices.notice.text == "Kesh is deleted."
        undo()
        assert page.desk.editor.text() == BOOK
        assert main_window.notices.notice is None
        page.desk.watch.settle()


def test_without_numbers_the_commands_say_why_not(
    main_window: MainWindow, page: ComposerPage
) -> None:
    page.parts.files.open_text("ABc|\n", "loose")
    page.desk.watch.settle()
    action = main_window.registry.action("tune.duplicate")
    assert not action.isEnabled()
    assert "X:" in action.toolTip()
    assert not main_window.registry.action("view.next_tune").isEnabled()


def test_thousands_of_tunes_are_listed_and_found(
    page: ComposerPage, panel: TunesPanel, qtbot: QtBot
) -> None:
    many = "\n".join(TUNE.format(n, f"Tune {n}", "reel", "D", "d3 def|") for n in range(1, 3001))
    # The tunes of the short text are being looked through; those of the long one shall not be read
    # for that while it opens.
    qtbot.waitUntil(lambda: not page.parts.check.is_running, timeout=WAIT_MS)
    with qtbot.waitSignal(page.desk.documents.current_changed, timeout=WAIT_MS):
        page.parts.files.open_text(many, "many")
    assert page.desk.editor.text() == many
    assert not page.desk.watch.knows_tunes
    assert panel.rows.rowCount() == 0
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 3000, timeout=20_000)
    panel.search.setText("2999")
    assert shown(panel) == ["Tune 2999"]


def test_a_first_tune_without_its_number_is_listed_and_gets_one(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: TunesPanel
) -> None:
    bare = "".join(TUNE.format(1, "Bare", "jig", "G", "G3 GAB|A3 ABd|").splitlines(True)[1:])
    page.parts.files.open_text("%X:1\n" + bare + "\n" + BOOK, "bare")
    page.desk.watch.settle()
    qtbot.waitUntil(
        lambda: shown(panel) == ["Bare", "Kesh", "Banish", "Butterfly"], timeout=WAIT_MS
    )
    view = page.desk.watch.settle()
    assert view is not None
    (problem,) = view.problems()
    assert problem.code == "missing-reference-number"
    assert problem.span.start == len("%X:1\n")
    page.desk.editor.select(problem.span, focus=True)
    press(qtbot, main_window, "tune.fix_problem")
    assert page.desk.editor.text().startswith("%X:1\nX:1\nT:Bare\n")
    view = page.desk.watch.settle()
    assert view is not None
    assert (view.tune.title, view.problems()) == ("Bare", ())
    page.desk.editor.undo()
    assert page.desk.editor.text().startswith("%X:1\nT:Bare\n")
