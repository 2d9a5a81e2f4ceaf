"""A control that greys or hides itself hands the focus on to where the person can go on."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.notation.spans import Span
from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.focus_handover import can_take_focus
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS
from tests.ui.events import deliver_events, let_work_end
from tests.ui.training.small_runs import LONG, RUN_MS, TUNES, wait_for_runs

WAIT_MS = 20_000
DOUBTFUL = "X:1\nT:Doubtful\nM:4/4\nL:1/8\nK:G\n+GB+2 A2 B4|!fermta!c2 d2 +Ac+4|;A8|\n"


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def buttons_of(page: QWidget) -> list[QAbstractButton]:
    """Return all that are in sight, those too that can do nothing now, such as "Resume"."""
    return [
        button
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and button.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def is_part_of(page: QWidget, widget: QWidget) -> bool:
    return widget is page or page.isAncestorOf(widget)


@pytest.mark.parametrize("name", PAGE_IDS)
def test_the_focus_stays_on_the_page(qtbot: QtBot, main_window: MainWindow, name: str) -> None:
    main_window.show_page(name)
    page = main_window.pages.widget_of(name)
    if name == "composer":
        main_window.composer.parts.files.open_text(DOUBTFUL, "doubtful")
        main_window.composer.desk.watch.settle()
        main_window.composer.parts.side.show_panel("problems")
    let_work_end(qtbot, main_window.studio)
    buttons = buttons_of(page)
    assert buttons or not page.findChildren(QAbstractButton)
    if name == "training":
        assert {main_window.training.stop, main_window.training.parts.runs.resume} <= set(buttons)
    for button in buttons:
        was_enabled = button.isEnabled()
        button.setEnabled(True)
        for change in (button.setEnabled, button.setVisible):
            button.setFocus()
            assert button.hasFocus()
            change(False)
            deliver_events()
            words = button.accessibleName() or button.text()
            assert is_part_of(page, focus()), (words, focus())
            assert can_take_focus(focus()), words
            change(True)
        button.setEnabled(was_enabled)


def test_fix_all_leaves_the_keys_where_undo_works(
    qtbot: QtBot, main_window: MainWindow, studio: Studio
) -> None:
    page = main_window.composer
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    page.parts.files.open_text(DOUBTFUL, "doubtful")
    page.desk.watch.settle()
    page.desk.editor.select(Span(20, 20))
    page.parts.side.show_panel("problems")
    panel = page.rooms[ProblemsRoom].panel
    before = panel.rows.rowCount()
    promised = sum(row.found.fix is not None for row in panel.rows.rows)
    assert panel.fix_all.text() == f"Fix all ({promised})"
    panel.fix_all.setFocus()
    with qtbot.waitSignal(page.desk.editor.text_edited, timeout=WAIT_MS):
        qtbot.keyClick(panel.fix_all, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not panel.fix_all.isEnabled() or not panel.fix_all.isVisible())
    deliver_events()
    assert panel.isAncestorOf(focus()) or focus() is page.desk.editor
    assert not isinstance(focus(), QAbstractButton)
    assert str(promised) in seen[-1].text
    assert before - panel.rows.rowCount() == promised
    assert page.desk.editor.caret() == 20
    qtbot.keyClick(focus(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.desk.editor.text() == DOUBTFUL
    assert page.desk.editor.caret() == 20


@pytest.mark.parametrize("begun_from", ["button", "field"])
def test_start_gives_to_stop_and_stop_never_to_start(
    qtbot: QtBot, main_window: MainWindow, monkeypatch: pytest.MonkeyPatch, begun_from: str
) -> None:
    """With the session's state set by hand, so that no run is listed: here samples do."""
    main_window.show_page("training")
    page = main_window.training
    page.parts.takes.show_samples()
    running = {"is": False}
    monkeypatch.setattr(type(page.session), "is_running", property(lambda _: running["is"]))
    field = page.parts.form.config_form.controls["dropout"]
    begins = page.start if begun_from == "button" else field
    begins.setFocus()
    qtbot.waitUntil(begins.hasFocus)
    running["is"] = True
    page.session.started.emit()
    qtbot.waitUntil(page.stop.hasFocus)
    running["is"] = False
    page.session.ended.emit()
    deliver_events()
    assert page.parts.takes.samples.steps.hasFocus()


def test_resume_gives_to_stop_as_start_does(
    qtbot: QtBot, main_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the session's state set by hand, and the buttons of a chosen run shown."""
    main_window.show_page("training")
    page = main_window.training
    resume = page.parts.runs.resume
    for shown in (page.parts.runs.list, resume):
        hidden: QWidget | None = shown
        while hidden is not None and not hidden.isVisible():
            hidden.show()
            hidden = hidden.parentWidget()
    page.parts.runs.list.setEnabled(True)
    main_window.registry.action("training.resume").setEnabled(True)
    resume.setFocus()
    qtbot.waitUntil(resume.hasFocus)
    monkeypatch.setattr(type(page.session), "is_running", property(lambda _: True))
    page.session.started.emit()
    qtbot.waitUntil(page.stop.hasFocus)


def test_a_run_begun_from_a_field_is_shown_instead_of_the_run_chosen_before(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    main_window.show_page("training")
    page = main_window.training
    page.train_on(TUNES, "Some tunes")
    page.parts.base.leave()
    page.parts.form.set_config(replace(LONG, steps=20))
    page.parts.form.set_wanted_device("cpu")
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    wait_for_runs(page, qtbot, 1)
    page.parts.form.set_config(LONG)
    row = page.parts.runs.list.visualItemRect(page.parts.runs.list.item(0)).center()
    qtbot.mouseClick(page.parts.runs.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    page.parts.runs.list.setFocus()
    field = page.parts.form.config_form.controls["hidden_size"]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.keyClick(focus(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.stop.hasFocus)
    qtbot.waitUntil(lambda: page.parts.runs.list.count() == 2, timeout=RUN_MS)
    assert page.parts.runs.run is None
    assert page.parts.plot.front is page.parts.plot.live
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
    wait_for_runs(page, qtbot, 2)
    assert page.parts.runs.run is not None
    assert page.parts.runs.run.folder == page.session.folder


@pytest.mark.parametrize("ends", ["stopped", "by itself"])
def test_the_row_of_a_run_takes_the_focus_from_stop(
    qtbot: QtBot, main_window: MainWindow, ends: str
) -> None:
    main_window.show_page("training")
    page = main_window.training
    page.train_on(TUNES, "Some tunes")
    page.parts.base.leave()
    # Rare checkpoints: they take longer than the steps.
    whole = replace(LONG, steps=200, evaluate_every=100, checkpoint_every=100)
    page.parts.form.set_config(LONG if ends == "stopped" else whole)
    page.parts.form.set_wanted_device("cpu")
    page.start.setFocus()
    qtbot.keyClick(page.start, Qt.Key.Key_Space)
    qtbot.waitUntil(page.stop.hasFocus)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        if ends == "stopped":
            qtbot.waitUntil(lambda: page.parts.runs.list.count() == 1, timeout=RUN_MS)
            qtbot.keyClick(page.stop, Qt.Key.Key_Space)
    qtbot.waitUntil(page.parts.runs.list.hasFocus)
    wait_for_runs(page, qtbot, 1)
    assert page.parts.runs.list.hasFocus()
    assert page.parts.runs.run is not None
    assert page.parts.runs.run.folder == page.session.folder
    assert page.parts.runs.list.selectedItems() == [page.parts.runs.list.currentItem()]
    qtbot.keyClick(focus(), Qt.Key.Key_Space)
    deliver_events()
    assert not page.session.is_running
    assert main_window.page_name == "training"


def test_compose_becomes_stop_and_back(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("composer")
    form = main_window.composer.rooms[ComposingRoom].form
    form.compose_button.setFocus()
    for is_busy in (True, False):
        form.set_busy(is_busy)
        deliver_events()
        assert form.compose_button.hasFocus() or focus() is main_window.composer.main_focus


def test_what_a_notice_took_goes_back(
    qtbot: QtBot, main_window: MainWindow, studio: Studio
) -> None:
    main_window.show_page("composer")
    editor = main_window.composer.desk.editor
    editor.setFocus()
    studio.notify("A tune was not saved.", "warning", "Recover", lambda: None)
    button = main_window.notices.action_button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(editor.hasFocus)


def test_recovered_text_has_the_focus(qtbot: QtBot, main_window: MainWindow, home: Path) -> None:
    page = main_window.composer
    folder = home / "data" / "autosave"
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / "dead-1.json"
    copy.write_text('{"name": "Untitled", "path": null, "text": "X:9\\n"}', encoding="ascii")
    main_window.show_page("training")
    page.rooms[TextsRoom].recovery.offer()
    button = main_window.standing_notice.action_button
    assert button.text() == "Recover"
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(page.desk.editor.hasFocus)
    assert page.desk.editor.text() == "X:9\n"


def test_a_better_place_is_left_alone(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("composer")
    page = main_window.composer
    page.rooms[ComposingRoom].form.more.unfold()
    page.rooms[ComposingRoom].form.dice.setFocus()
    page.rooms[ComposingRoom].form.dice.setEnabled(False)
    page.rooms[TakesRoom].list.setFocus()
    deliver_events()
    assert page.rooms[TakesRoom].list.hasFocus()
    page.rooms[ComposingRoom].form.dice.setEnabled(True)


def test_a_new_text_has_the_focus(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("composer")
    page = main_window.composer
    page.rooms[ComposingRoom].form.more.unfold()
    for place in (page.rooms[ComposingRoom].form.seed, page.rooms[OutlineRoom].panel.search):
        page.parts.side.show_panel("tunes")
        place.setFocus()
        main_window.registry.action("file.new").trigger()
        assert page.desk.editor.hasFocus()
        qtbot.keyClicks(page.desk.editor, "X:1")
        assert page.desk.editor.text() == "X:1"
        page.desk.documents.current.text_document.setModified(False)


def test_composing_shows_the_takes(main_window: MainWindow) -> None:
    main_window.show_page("composer")
    page = main_window.composer
    for panel in ("problems", "tunes", "inspection"):
        page.parts.side.show_panel(panel)
        assert page.parts.side.front == panel
        page.rooms[ComposingRoom].session.started.emit(tuple(page.desk.documents))
        assert page.parts.side.front == "takes"
        page.rooms[ComposingRoom].session.ended.emit(())


def test_a_notice_lies_on_top(qtbot: QtBot, main_window: MainWindow, studio: Studio) -> None:
    main_window.show_page("datasets")
    studio.notify("Something is said.")
    notices = main_window.notices
    for change in (
        lambda: main_window.show_page("composer"),
        lambda: main_window.resize(1100, 700),
        lambda: main_window.show_page("training"),
        lambda: main_window.resize(1280, 800),
        lambda: main_window.registry.action("view.piano").trigger(),
    ):
        change()
        deliver_events()
        qtbot.waitUntil(lambda: notices.is_at_rest)
        centre = notices.mapTo(main_window, notices.rect().center())
        on_top = main_window.childAt(centre)
        assert on_top is not None
        assert is_part_of(notices, on_top)
        ground = main_window.training.parentWidget()
        assert ground is not None
        bottom = notices.mapTo(main_window, notices.rect().bottomLeft()).y()
        assert bottom <= ground.mapTo(main_window, ground.rect().bottomLeft()).y()
