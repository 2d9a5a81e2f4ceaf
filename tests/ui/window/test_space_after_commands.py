"""After each command that changes the text, Space plays, and what the command left stays.

A person whose caret stood in the text types: there Space writes a blank, and replaces nothing.
"""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.rewriting.room import RewritingRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.services.actions import Command
from abcstudio.ui.window.main_window import MainWindow
from tests.thorough import some
from tests.ui.events import deliver_events
from tests.ui.playing_steps import PATIENCE_MS

pytestmark = pytest.mark.one_window

# The chosen measure has a fault that a fix is known for.
CHOSEN = '"D"d2fd +Ad+dfd'
TEXT = (
    "X:2\nT:The Walk\nM:4/4\nL:1/8\nR:reel\nK:D\n"
    f"|:d2fd Adfd|BGGB d2Bd|{CHOSEN}|Bged cABc:|\n"
    "|:f2af dfaf|gfed cdef|f2af dfaf|gfec d4:|\n\n"
    "X:1\nT:Another\nM:4/4\nL:1/8\nK:G\n|:G2BG dGBG|c2ec gcec:|\n"
)
PLACE = TEXT.index(CHOSEN)
MENUS = ("edit", "tune", "note")
# They compose takes of their own, ask for a rhythm first, or look at the model.
BESIDE_THE_TEXT = {
    "tune.compose", "tune.compose_again", "tune.compose_best",
    "tune.look_inside",
}  # fmt: skip
# It begins a tune, whose title is typed next.
BEGINS_TO_WRITE = "tune.add_below"
SURELY_CHANGE = {
    "note.sharpen", "note.remove", "tune.transpose", "tune.transpose_up", "tune.renumber",
    "tune.duplicate", "tune.delete", "tune.sort_by_title", "tune.move_measures_right",
    "tune.duplicate_measures", "tune.delete_measures", "tune.fix_problem", "tune.rewrite_measures",
    "tune.compose_on", "edit.toggle_comment",
}  # fmt: skip


def in_score(page: ComposerPage) -> QWidget:
    page.desk.editor.select(Span(PLACE, PLACE + len(CHOSEN)))
    return page.parts.score


def in_text(page: ComposerPage) -> QWidget:
    page.desk.editor.select(Span(PLACE + 3, PLACE + 3))
    return page.desk.editor


def in_list(page: ComposerPage) -> QWidget:
    page.parts.side.show_panel("tunes")
    page.desk.editor.select(Span(PLACE + 3, PLACE + 3))
    return page.rooms[OutlineRoom].panel.view


def commands(window: MainWindow) -> Iterator[Command]:
    for command in window.registry.commands():
        is_here = command.page in ("", "composer") and command.menu in MENUS
        if is_here and command.action_id not in BESIDE_THE_TEXT:
            yield command


def begin(qtbot: QtBot, window: MainWindow, place: Callable[[ComposerPage], QWidget]) -> Document:
    page = window.composer
    # Some commands end on another page.
    window.show_page("composer")
    before = list(page.desk.documents)
    page.parts.files.open_text(TEXT, "walk")
    for document in before:
        page.desk.documents.remove(document)
    page.desk.watch.settle()
    window.activateWindow()
    focus = place(page)
    focus.setFocus()
    qtbot.waitUntil(focus.hasFocus, timeout=PATIENCE_MS)
    return page.desk.documents.current


def run(qtbot: QtBot, window: MainWindow, command: Command) -> None:
    """Run a command to its end: agree in its dialog, keep the version that it finds."""
    command.action.trigger()
    deliver_events()
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        agree(qtbot, dialog)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)
    rewriting = window.composer.rooms[RewritingRoom].presenter
    if rewriting.is_on:
        qtbot.waitUntil(lambda: not rewriting.chooser.is_looking, timeout=PATIENCE_MS)
        qtbot.mouseClick(
            window.composer.rooms[RewritingRoom].bar.keep_button, Qt.MouseButton.LeftButton
        )
    deliver_events()
    window.composer.desk.watch.settle()


def agree(qtbot: QtBot, dialog: QDialog) -> None:
    """Choose something else than the dialog proposes, and agree."""
    focus = dialog.focusWidget()
    if focus is not None:
        qtbot.keyClick(focus, Qt.Key.Key_Down)
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    for button in buttons.buttons():
        if buttons.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog.close()
    deliver_events()


def fault(qtbot: QtBot, window: MainWindow, command_id: str, started: QWidget) -> str:
    """Press Space; return what is wrong after that, "" for nothing."""
    page, playback = window.composer, window.playback
    document = page.desk.documents.current
    before = document.text()
    playback.stop()
    focus = QApplication.focusWidget()
    if focus is None:
        return "nothing has the focus"
    caret = page.desk.editor.selection()
    qtbot.keyClick(focus, Qt.Key.Key_Space)
    after = document.text()
    is_typed = focus is page.desk.editor and (
        started is page.desk.editor or command_id == BEGINS_TO_WRITE
    )
    wanted = f"{before[: caret.start]} {before[caret.start :]}" if is_typed else before
    where = f"{type(focus).__name__} {caret.of(before)!r}"
    if after != wanted:
        return f"lost or typed: {where}"
    return "" if is_typed or playback.is_heard else f"silent: {where}"


@pytest.mark.parametrize("place", some([in_score], [in_text, in_list]))
def test_space_plays_after_each_command_that_changes_the_text(
    qtbot: QtBot, main_window: MainWindow, place: Callable[[ComposerPage], QWidget]
) -> None:
    faults: dict[str, str] = {}
    changed: set[str] = set()
    document = begin(qtbot, main_window, place)
    started = QApplication.focusWidget()
    assert started is not None
    for command in commands(main_window):
        if not command.action.isEnabled():
            continue
        was_on = command.action.isChecked()
        run(qtbot, main_window, command)
        is_changed = document.text() != TEXT
        if is_changed and main_window.composer.desk.documents.current is document:
            changed.add(command.action_id)
            if found := fault(qtbot, main_window, command.action_id, started):
                faults[command.action_id] = found
        if command.action.isChecked() != was_on:
            command.action.trigger()
        document = begin(qtbot, main_window, place)
    assert SURELY_CHANGE - changed == set()
    assert faults == {}
