"""Kept tunes and sets: kept by a key, ordered, named, played, written, undone, found again."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from abcstudio.corpus.kept_book import KeptBook
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.paths import tunebook_file
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.outline.tune_rows import KIND_ROLE, NUMBER_ROLE
from abcstudio.ui.composer.score_commands import ScoreCommands
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.composer.tunebook.book_panel import BookPanel
from abcstudio.ui.composer.tunebook.room import TunebookRoom
from abcstudio.ui.exporting.book_dialog import BookDialog
from abcstudio.ui.exporting.sound_dialog import SoundDialog
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events, let_work_end

pytestmark = pytest.mark.one_window

WAIT_MS = 240_000
TUNE = "X:{0}\nT:{1}\nM:4/4\nL:1/8\nQ:1/4=400\nK:{2}\nG2A2|\n"
BOOK = "\n".join(
    TUNE.format(number, title, key)
    for number, title, key in ((1, "Kesh", "G"), (2, "Banish", "Em"), (3, "Butterfly", "D"))
)
Start = Callable[[], MainWindow]


@pytest.fixture
def page(main_window: MainWindow) -> ComposerPage:
    page = main_window.composer
    page.rooms[TunebookRoom].kept.change(lambda _book: KeptBook())
    page.parts.files.open_text(BOOK, "book")
    page.desk.watch.settle()
    return page


@pytest.fixture
def panel(qtbot: QtBot, main_window: MainWindow, page: ComposerPage) -> BookPanel:
    press(qtbot, main_window, "view.tunebook")
    assert page.rooms[TunebookRoom].panel.isVisible()
    return page.rooms[TunebookRoom].panel


def press(qtbot: QtBot, window: MainWindow, action_id: str) -> None:
    combination = window.registry.action(action_id).shortcut()[0]  # type: ignore[index]
    qtbot.keyClick(window, combination.key(), combination.keyboardModifiers())


def listed(panel: BookPanel) -> list[str]:
    return [panel.rows.index(row).data() for row in range(panel.rows.rowCount())]


def keep_all(qtbot: QtBot, window: MainWindow) -> None:
    page = window.composer
    for index in range(3):
        page.rooms[OutlineRoom].presenter.go_to(index)
        press(qtbot, window, "tune.keep_in_book")


def make_set(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Begin a set and type its name."""
    window.registry.action("tune.new_set").trigger()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, name)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    deliver_events()


def test_a_tune_is_kept_by_one_key(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: BookPanel
) -> None:
    assert panel.stack.currentWidget() is panel.state
    page.rooms[TextsRoom].focus_text()
    press(qtbot, main_window, "tune.keep_in_book")
    assert listed(panel) == ["Kesh"]
    assert page.desk.editor.hasFocus()
    row = panel.rows.index(0)
    assert (row.data(NUMBER_ROLE), row.data(KIND_ROLE)) == ("1", "G, 4/4")
    press(qtbot, main_window, "tune.keep_in_book")
    assert listed(panel) == ["Kesh"]
    page.rooms[OutlineRoom].presenter.go_to(1)
    press(qtbot, main_window, "tune.keep_in_book")
    assert listed(panel) == ["Kesh", "Banish"]
    let_work_end(qtbot, main_window.studio)
    written = split_tunebook(page.rooms[TunebookRoom].kept.path.read_text("utf-8"))
    assert [(tune.reference_number, tune.title) for tune in written] == [
        ("1", "Kesh"),
        ("2", "Banish"),
    ]
    assert page.desk.editor.text() == BOOK


def test_an_empty_book_names_the_way_out(
    main_window: MainWindow, page: ComposerPage, panel: BookPanel
) -> None:
    assert not main_window.registry.action("tune.play_set").isEnabled()
    assert "Choose a tune" in main_window.registry.action("tune.play_set").toolTip()
    panel.state.focus_way()
    button = QApplication.focusWidget()
    assert button is not None
    button.click()  # type: ignore[attr-defined]
    assert listed(panel) == ["Kesh"]


def test_tunes_are_gathered_into_sets_by_keys_and_undone(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: BookPanel
) -> None:
    keep_all(qtbot, main_window)
    make_set(qtbot, main_window, "Friday")
    assert listed(panel) == ["Kesh", "Banish", "Butterfly", "Friday"]
    assert panel.view.hasFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Home)
    for _ in range(3):
        qtbot.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert listed(panel) == ["Banish", "Butterfly", "Friday", "Kesh"]
    assert panel.row == 3
    assert panel.view.hasFocus()
    page.rooms[OutlineRoom].presenter.go_to(1)
    # What is kept next goes into the chosen set.
    page.desk.editor.insertPlainText("X:9\nT:New\nK:G\nGABc|\n\n")
    page.desk.watch.settle()
    page.rooms[OutlineRoom].presenter.go_to(1)
    press(qtbot, main_window, "tune.keep_in_book")
    assert listed(panel) == ["Banish", "Butterfly", "Friday", "Kesh", "New"]
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert listed(panel) == ["Banish", "Butterfly", "Friday", "Kesh"]
    qtbot.keyClick(
        panel.view,
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert listed(panel)[-1] == "New"
    let_work_end(qtbot, main_window.studio)
    written = page.rooms[TunebookRoom].kept.path.read_text("utf-8")
    assert '%%abcstudio-set {"name": "Friday", "tunes": [1, 4]}' in written


def test_selected_tunes_become_a_set_and_are_removed_together(
    qtbot: QtBot, main_window: MainWindow, panel: BookPanel
) -> None:
    keep_all(qtbot, main_window)
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Home)
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, shift)
    assert panel.selected == {0, 1}
    make_set(qtbot, main_window, "Friday")
    assert listed(panel) == ["Butterfly", "Friday", "Kesh", "Banish"]
    assert panel.row == 1
    assert panel.selected == {1}
    for row, modifier in ((0, Qt.KeyboardModifier.NoModifier), (2, shift)):
        place = panel.view.visualRect(panel.rows.index(row)).center()
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    assert panel.selected == {0, 1, 2}
    told: list[Notice] = []
    main_window.studio.notice_requested.connect(told.append)
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    (notice,) = told
    assert notice.text.startswith("2 tunes are removed from the tunebook. 1 set")
    assert listed(panel) == ["Banish"]
    qtbot.keyClick(panel.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert listed(panel) == ["Butterfly", "Friday", "Kesh", "Banish"]


def test_rows_are_dragged_renamed_and_removed(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: BookPanel
) -> None:
    keep_all(qtbot, main_window)
    make_set(qtbot, main_window, "Friday")
    rows = panel.rows
    data = rows.mimeData([rows.index(1)])
    rows.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    qtbot.waitUntil(lambda: listed(panel) == ["Kesh", "Butterfly", "Friday", "Banish"])
    data = rows.mimeData([rows.index(0)])
    rows.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    qtbot.waitUntil(lambda: listed(panel) == ["Butterfly", "Friday", "Kesh", "Banish"])
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Banish Misfortune")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    deliver_events()
    assert listed(panel)[3] == "Banish Misfortune"
    # The key that ends the name opens nothing.
    assert panel.view.hasFocus()
    assert page.desk.documents.current.name == "book"
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert listed(panel) == ["Butterfly", "Friday", "Kesh"]
    main_window.registry.action("tune.renumber_book").trigger()
    assert [rows.index(row).data(NUMBER_ROLE) for row in (0, 2)] == ["1", "2"]
    for _ in range(2):
        qtbot.keyClick(panel.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert listed(panel)[3] == "Banish Misfortune"


def test_a_set_opens_as_one_text_and_a_change_is_kept(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: BookPanel
) -> None:
    make_set(qtbot, main_window, "Friday")
    keep_all(qtbot, main_window)
    panel.go_to(2)
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert page.desk.documents.label_of(page.desk.documents.current) == "Friday"
    assert [tune.title for tune in page.desk.watch.tunes] == ["Kesh", "Banish", "Butterfly"]
    assert page.rooms[OutlineRoom].presenter.current() == 1
    assert page.desk.editor.hasFocus()
    page.desk.editor.insertPlainText("%")
    page.desk.editor.undo()
    text = page.desk.editor.text()
    page.desk.documents.current.replace_text(text.replace("T:Banish", "T:Banished"))
    page.desk.watch.settle()
    page.rooms[OutlineRoom].presenter.go_to(1)
    press(qtbot, main_window, "tune.keep_in_book")
    assert listed(panel) == ["Friday", "Kesh", "Banished", "Butterfly"]


def test_a_set_is_played_through(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: BookPanel
) -> None:
    make_set(qtbot, main_window, "Friday")
    keep_all(qtbot, main_window)
    panel.go_to(0)
    heard: list[str] = []
    main_window.playback.tune_changed.connect(lambda tune: heard.append(tune.title))
    with qtbot.waitSignal(page.rooms[TunebookRoom].player.ended, timeout=WAIT_MS):
        press(qtbot, main_window, "tune.play_set")
        assert page.rooms[TunebookRoom].player.is_on
    assert list(dict.fromkeys(heard)) == ["Kesh", "Banish", "Butterfly"]
    assert page.rooms[OutlineRoom].presenter.current() == 2
    assert not main_window.playback.is_heard


def set_times(qtbot: QtBot, window: MainWindow, times: int) -> None:
    """Ask for the number, and type it."""
    window.registry.action("tune.set_times").trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QInputDialog)
    box = dialog.findChild(QSpinBox)
    assert box is not None
    box.selectAll()
    qtbot.keyClicks(box, str(times))
    qtbot.keyClick(box, Qt.Key.Key_Return)
    deliver_events()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)


def test_a_tune_is_played_as_often_as_its_set_says(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: BookPanel
) -> None:
    action = main_window.registry.action("tune.set_times")
    press(qtbot, main_window, "tune.keep_in_book")
    panel.go_to(0)
    assert not action.isEnabled()
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    make_set(qtbot, main_window, "Friday")
    keep_all(qtbot, main_window)
    panel.go_to(0)
    set_times(qtbot, main_window, 2)
    panel.go_to(3)
    set_times(qtbot, main_window, 1)
    kinds = [panel.rows.index(row).data(KIND_ROLE) for row in (1, 2, 3)]
    assert [kind.endswith("2 times") for kind in kinds] == [True, True, False]
    begun: list[int] = []
    page.rooms[TunebookRoom].player.tune_begun.connect(lambda _document, place: begun.append(place))
    panel.go_to(0)
    with qtbot.waitSignal(page.rooms[TunebookRoom].player.ended, timeout=WAIT_MS):
        press(qtbot, main_window, "tune.play_set")
    assert begun == [0, 0, 1, 1, 2]
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [tune.times for tune in page.rooms[TunebookRoom].kept.book.tunes] == [2, 2, 2]


def test_what_is_open_is_printed_a_set_whole(
    qtbot: QtBot,
    main_window: MainWindow,
    page: ComposerPage,
    panel: BookPanel,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    make_set(qtbot, main_window, "Friday")
    keep_all(qtbot, main_window)
    panel.go_to(2)
    set_times(qtbot, main_window, 3)
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    press(qtbot, main_window, "file.print_preview")
    preview = page.rooms[ScoreCommands].preview
    assert preview is not None
    qtbot.waitUntil(lambda: len(preview.sheets) == 1, timeout=WAIT_MS)
    assert [place.title for place in preview.sheets[0].places] == [
        "Kesh",
        "Banish (×3)",
        "Butterfly",
    ]
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "set.pdf"), "")
    )
    qtbot.mouseClick(preview.save_button, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(BookDialog)
    qtbot.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    let_work_end(qtbot, main_window.studio)
    document = pypdfium2.PdfDocument(tmp_path / "set.pdf")
    assert len(document) == 1
    document.close()
    preview.close()
    page.parts.files.open_text(BOOK, "book")
    page.desk.watch.settle()
    main_window.registry.action("file.print_preview").trigger()
    qtbot.waitUntil(lambda: len(preview.sheets[0].places) == 1)
    preview.close()


def test_stopping_ends_the_set(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: BookPanel
) -> None:
    make_set(qtbot, main_window, "Friday")
    keep_all(qtbot, main_window)
    panel.go_to(1)
    press(qtbot, main_window, "tune.play_set")
    decoration = panel.rows.index(1).data(Qt.ItemDataRole.DecorationRole)
    assert decoration is not None
    with qtbot.waitSignal(page.rooms[TunebookRoom].player.ended, timeout=WAIT_MS):
        main_window.playback.stop()
    assert panel.rows.index(1).data(Qt.ItemDataRole.DecorationRole) is None


def test_a_set_is_written_by_the_dialogs_that_write_any_tunes(
    qtbot: QtBot,
    main_window: MainWindow,
    page: ComposerPage,
    panel: BookPanel,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    make_set(qtbot, main_window, "Friday")
    keep_all(qtbot, main_window)
    target = tmp_path / "Friday.abc"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    main_window.registry.action("file.export_set_abc").trigger()
    let_work_end(qtbot, main_window.studio)
    titles = [tune.title for tune in split_tunebook(target.read_text("utf-8"))]
    assert titles == ["Kesh", "Banish", "Butterfly"]
    for action_id, kind in (
        ("file.export_set_pdf", BookDialog),
        ("file.export_set_midi", SoundDialog),
    ):
        main_window.registry.action(action_id).trigger()
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
        (dialog,) = [each for each in dialogs if each.isVisible()]
        dialog.close()


def test_what_another_program_wrote_is_read_before_a_change(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: BookPanel
) -> None:
    press(qtbot, main_window, "tune.keep_in_book")
    let_work_end(qtbot, main_window.studio)
    page.rooms[TunebookRoom].kept.path.write_text("X:5\nT:Theirs\nK:G\nGABc|\n")
    page.rooms[OutlineRoom].presenter.go_to(1)
    press(qtbot, main_window, "tune.keep_in_book")
    assert listed(panel) == ["Theirs", "Banish"]


@pytest.mark.own_window
def test_the_book_survives_a_restart_and_damage_is_put_aside(qtbot: QtBot, start: Start) -> None:
    window = start()
    window.composer.parts.files.open_text(BOOK, "book")
    window.composer.desk.watch.settle()
    window.registry.action("tune.keep_in_book").trigger()
    window.registry.action("tune.new_set").trigger()
    # Ended at once: what is not written yet is written then.
    window = start()
    panel = window.composer.rooms[TunebookRoom].panel
    window.registry.action("view.tunebook").trigger()
    assert listed(panel) == ["Kesh", "Set 1"]
    tunebook_file().write_bytes(b"\0\1\2" * 100)
    window = start()
    window.registry.action("view.tunebook").trigger()
    assert listed(window.composer.rooms[TunebookRoom].panel) == []
    assert tunebook_file().with_name("tunebook.abc.damaged").exists()
