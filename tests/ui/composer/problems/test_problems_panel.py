"""The panel of all problems: listed, filtered, gone to and fixed, by keys and by clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.problems import fix_session
from abcstudio.ui.composer.problems.problem_rows import FIX_ROLE
from abcstudio.ui.composer.problems.problems_panel import TUNE, ProblemsPanel
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.workers.checking import Piece, TunesFixed, fix_tunes
from abcstudio.workers.job import Report, ShouldStop
from tests.ui.events import deliver_events

pytestmark = pytest.mark.one_window

WAIT_MS = 20_000
HEADER = "X:{0}\nT:{1}\nM:4/4\nL:1/8\nK:G\n"
FIRST = HEADER.format(1, "First") + "+GB+2 A2 B4|!fermta!c2 d2 +Ac+4|;e4 f3|\n"
SECOND = HEADER.format(2, "Second") + "+GB+8|A8|\n"
CLEAN = HEADER.format(3, "Clean") + "A8|\n"
BOOK = "\n".join((FIRST, SECOND, CLEAN))


@pytest.fixture
def page(main_window: MainWindow) -> ComposerPage:
    page = main_window.composer
    page.parts.files.open_text(BOOK, "book")
    page.desk.watch.settle()
    return page


@pytest.fixture
def panel(qtbot: QtBot, main_window: MainWindow, page: ComposerPage) -> ProblemsPanel:
    press(qtbot, main_window, "view.problems")
    assert page.rooms[ProblemsRoom].panel.isVisible()
    return page.rooms[ProblemsRoom].panel


@pytest.fixture
def notices(studio: Studio) -> list[Notice]:
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    return seen


def press(qtbot: QtBot, window: MainWindow, action_id: str) -> None:
    """Press a command's keys."""
    combination = window.registry.action(action_id).shortcut()[0]  # type: ignore[index]
    qtbot.keyClick(window, combination.key(), combination.keyboardModifiers())


def codes(panel: ProblemsPanel) -> list[str]:
    return [row.found.code for row in panel.rows.rows]


def ways(panel: ProblemsPanel) -> list[QPushButton]:
    """Return the buttons that an empty list offers."""
    return [button for button in panel.state.findChildren(QPushButton) if button.isVisible()]


def choose_row(panel: ProblemsPanel, row: int) -> None:
    panel.view.setCurrentIndex(panel.rows.index(row))


def test_the_problems_of_the_tune_are_listed_with_their_places(
    page: ComposerPage, panel: ProblemsPanel
) -> None:
    view = page.desk.watch.view
    assert view is not None
    assert codes(panel) == [found.code for found in view.score.diagnostics]
    assert len(codes(panel)) >= 4
    assert page.parts.side.bar.accessibleTabName(page.parts.side.bar.currentIndex()).endswith(
        str(len(codes(panel)))
    )
    whole = panel.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Line 6, column 1" in whole
    assert "Fix: " in whole


def test_return_and_clicks_lead_to_the_problem(
    qtbot: QtBot, page: ComposerPage, panel: ProblemsPanel
) -> None:
    assert panel.view.hasFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    row = panel.rows.rows[1]
    assert page.desk.editor.selection() == row.span
    assert panel.view.hasFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert page.desk.editor.hasFocus()
    third = panel.rows.index(2)
    qtbot.mouseClick(
        panel.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=panel.view.visualRect(third).topLeft() + panel.view.rect().topLeft(),
    )
    assert page.desk.editor.selection() == panel.rows.rows[2].span


def test_the_button_in_a_row_fixes_it_and_undo_brings_it_back(
    qtbot: QtBot, page: ComposerPage, panel: ProblemsPanel
) -> None:
    index = panel.rows.index(0)
    assert index.data(FIX_ROLE)
    place = panel.painter.button_area(index).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.desk.editor.text() == BOOK.replace("+GB+2", "[GB]2")
    page.desk.editor.undo()
    assert page.desk.editor.text() == BOOK


def test_all_of_one_kind_is_one_step(
    qtbot: QtBot, page: ComposerPage, panel: ProblemsPanel, notices: list[Notice]
) -> None:
    choose_row(panel, 0)
    assert panel.fix_kind.isEnabled()
    with qtbot.waitSignal(page.desk.editor.text_edited, timeout=WAIT_MS):
        qtbot.mouseClick(panel.fix_kind, Qt.MouseButton.LeftButton)
    assert page.desk.editor.text() == BOOK.replace("+GB+2", "[GB]2").replace("+Ac+4", "[Ac]4")
    assert notices[-1].kind == "success"
    page.desk.editor.undo()
    assert page.desk.editor.text() == BOOK


def test_the_key_of_a_fix_says_why_there_is_none(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, notices: list[Notice]
) -> None:
    page.parts.files.open_text("X:1\nM:4/4\nL:1/4\nK:C\nCDEFGA|CDEF|\n", "long")
    page.desk.watch.settle()
    page.desk.editor.setFocus()
    assert page.rooms[ProblemsRoom].strip.problems
    fix = main_window.registry.action("tune.fix_problem")
    assert not fix.isEnabled()
    editor_text = page.desk.editor.text()
    notices.clear()
    for _ in range(2):
        qtbot.keyClick(page.desk.editor, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
        assert notices.pop().text == "No fix is known for the problem at the caret."
    assert not notices
    assert page.desk.editor.text() == editor_text
    # The second takes the place of the first.
    main_window.notices.put_away()
    assert not main_window.notices.isVisible()
    qtbot.keyClick(page.desk.editor, Qt.Key.Key_Escape)
    assert not notices


def test_all_that_can_be_fixed_in_the_tune_is_fixed_by_key(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: ProblemsPanel
) -> None:
    with qtbot.waitSignal(page.desk.editor.text_edited, timeout=WAIT_MS):
        press(qtbot, main_window, "tune.fix_all")
    assert not any(row.found.has_sure_fix for row in panel.rows.rows)
    # The other tunes are as they were.
    assert page.desk.editor.text().endswith("\n".join((SECOND, CLEAN)))
    qtbot.waitUntil(lambda: not main_window.registry.action("tune.fix_all").isEnabled())
    assert main_window.registry.action("tune.fix_all").property("reason")
    assert main_window.notices.notice is not None
    page.desk.editor.undo()
    assert page.desk.editor.text() == BOOK
    assert main_window.notices.notice is None


def test_the_whole_text_is_looked_through_and_fixed(
    qtbot: QtBot, page: ComposerPage, panel: ProblemsPanel
) -> None:
    panel.scope.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len({r.tune.number for r in panel.rows.rows}) == 2, timeout=WAIT_MS)
    last = panel.rows.index(len(panel.rows.rows) - 1)
    assert "Second" in last.data(Qt.ItemDataRole.AccessibleTextRole)
    panel.view.setCurrentIndex(last)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert page.desk.watch.view is not None
    assert page.desk.watch.view.tune.title == "Second"
    with qtbot.waitSignal(page.desk.editor.text_edited, timeout=WAIT_MS):
        qtbot.mouseClick(panel.fix_all, Qt.MouseButton.LeftButton)
    assert "+" not in page.desk.editor.text()
    page.desk.editor.undo()
    assert page.desk.editor.text() == BOOK


def test_looking_through_many_tunes_can_be_stopped_and_goes_on(
    qtbot: QtBot, page: ComposerPage, panel: ProblemsPanel
) -> None:
    many = "\n".join(SECOND.replace("Second", f"No {n}") for n in range(400))
    page.parts.files.open_text(many, "many")
    page.desk.watch.settle()
    panel.scope.setCurrentIndex(1)
    qtbot.waitUntil(panel.stop_button.isVisible, timeout=WAIT_MS)
    qtbot.mouseClick(panel.stop_button, Qt.MouseButton.LeftButton)
    assert page.parts.check.is_stopped
    assert len(panel.rows.rows) < 800
    assert panel.stop_button.isVisible()
    qtbot.mouseClick(panel.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: page.parts.check.done == 400 and not page.parts.check.is_running, timeout=WAIT_MS
    )
    qtbot.waitUntil(lambda: len({r.tune.number for r in panel.rows.rows}) == 400)
    assert not panel.stop_button.isVisible()


def test_fixes_that_come_after_they_were_stopped_are_not_made(
    qtbot: QtBot,
    page: ComposerPage,
    panel: ProblemsPanel,
    studio: Studio,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def too_late_to_stop(
        pieces: tuple[Piece, ...], codes: None, report: Report, _should_stop: ShouldStop
    ) -> TunesFixed:
        return fix_tunes(pieces, codes, report, lambda: False)

    monkeypatch.setattr(fix_session, "fix_tunes", too_late_to_stop)
    panel.scope.setCurrentIndex(1)
    qtbot.waitUntil(
        lambda: page.parts.check.done == 3 and not page.parts.check.is_running, timeout=WAIT_MS
    )
    qtbot.mouseClick(panel.fix_all, Qt.MouseButton.LeftButton)
    assert not panel.fix_all.isEnabled()
    qtbot.mouseClick(panel.stop_button, Qt.MouseButton.LeftButton)
    assert panel.fix_all.isEnabled()
    qtbot.waitUntil(lambda: not studio.is_working, timeout=WAIT_MS)
    deliver_events()
    assert page.desk.editor.text() == BOOK


def test_severities_can_be_hidden(qtbot: QtBot, panel: ProblemsPanel) -> None:
    count = panel.rows.rowCount()
    warnings = sum(row.found.severity == "warning" for row in panel.rows.rows)
    assert 0 < warnings < count
    qtbot.mouseClick(panel.filters["warning"], Qt.MouseButton.LeftButton)
    assert panel.rows.rowCount() == count - warnings
    for severity in ("error", "hint"):
        qtbot.mouseClick(panel.filters[severity], Qt.MouseButton.LeftButton)
    assert panel.stack.currentWidget() is panel.state
    assert "All hidden" in panel.state.title.text()


@pytest.mark.own_window
def test_a_tune_without_problems_says_so(
    qtbot: QtBot, page: ComposerPage, panel: ProblemsPanel
) -> None:
    page.rooms[OutlineRoom].presenter.go_to(2)
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 0)
    assert panel.stack.currentWidget() is panel.state
    assert panel.state.sentence.text() == "Nothing is doubtful in this tune."
    assert not panel.fix_all.isVisible()


@pytest.mark.own_window
def test_a_hint_is_listed_and_warns_of_no_take(
    qtbot: QtBot, page: ComposerPage, panel: ProblemsPanel
) -> None:
    page.parts.files.open_text("X:1\nT:Hint\nM:4/4\nL:1/8\nK:D\nd2^fd A2FA|d8|]\n", "hint")
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 1)
    assert page.desk.watch.view is not None
    assert page.desk.watch.view.facts().problems == 0


@pytest.mark.own_window
def test_a_clean_tune_among_others_does_not_speak_for_them(
    qtbot: QtBot, page: ComposerPage, panel: ProblemsPanel
) -> None:
    page.rooms[OutlineRoom].presenter.go_to(2)
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 0)
    assert page.rooms[ProblemsRoom].strip.sentence() == "No problems in this tune"
    (way,) = ways(panel)
    assert way.text() == "Look in the whole text"
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.rows.rowCount() > 0, timeout=WAIT_MS)
    assert panel.is_of_file
    page.parts.files.open_text(CLEAN, "alone")
    page.desk.watch.settle()
    assert page.rooms[ProblemsRoom].strip.sentence() == "No problems"
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 0, timeout=WAIT_MS)
    panel.scope.setCurrentIndex(panel.scope.findData(TUNE))
    assert not ways(panel)


@pytest.mark.own_window
def test_a_tune_without_notes_is_told_what_to_do(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, panel: ProblemsPanel
) -> None:
    page.parts.files.open_text("", "empty")
    assert page.rooms[ProblemsRoom].strip.sentence() == "No tune yet"
    page.parts.files.open_text(HEADER.format(1, "Silent"), "silent")
    page.desk.watch.settle()
    words = "This tune has no notes. Write them on a line below K:."
    assert page.rooms[ProblemsRoom].strip.sentence() == words
    assert codes(panel) == ["no-notes"]
    page.desk.editor.setFocus()
    press(qtbot, main_window, "tune.next_problem")
    qtbot.keyClick(page.desk.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(page.desk.editor, "A8|")
    page.desk.watch.settle()
    assert page.rooms[ProblemsRoom].strip.sentence() == "No problems"


@pytest.mark.own_window
def test_the_menu_of_a_row_offers_its_fix(page: ComposerPage, panel: ProblemsPanel) -> None:
    choose_row(panel, 0)
    panel.view.customContextMenuRequested.emit(panel.view.visualRect(panel.rows.index(0)).center())
    menu = panel.findChild(QMenu)
    assert isinstance(menu, QMenu)
    words = panel.rows.rows[0].fix_words
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
    assert page.desk.editor.text() == BOOK.replace("+GB+2", "[GB]2")


def test_f8_goes_on_and_shift_f8_back(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage
) -> None:
    view = page.desk.watch.view
    assert view is not None
    starts = [mark.span.start for mark in view.problems()]
    press(qtbot, main_window, "tune.next_problem")
    first = page.desk.editor.selection().start
    assert first in starts
    press(qtbot, main_window, "tune.next_problem")
    assert page.desk.editor.selection().start > first
    press(qtbot, main_window, "tune.previous_problem")
    assert page.desk.editor.selection().start == first


def test_text_that_changed_meanwhile_is_not_overwritten(
    qtbot: QtBot, page: ComposerPage, panel: ProblemsPanel, notices: list[Notice]
) -> None:
    panel.fix_all.click()
    page.desk.editor.insertPlainText("%")
    changed = page.desk.editor.text()
    qtbot.waitUntil(lambda: any("meanwhile" in notice.text for notice in notices), timeout=WAIT_MS)
    assert page.desk.editor.text() == changed


def test_a_text_that_was_closed_meanwhile_is_left_alone(
    qtbot: QtBot, page: ComposerPage, panel: ProblemsPanel, notices: list[Notice]
) -> None:
    page.parts.files.open_text(FIRST, "other")
    other = page.desk.documents.current
    book = next(each for each in page.desk.documents if each.text() == BOOK)
    page.desk.documents.make_current(book)
    panel.fix_all.click()
    assert not panel.fix_all.isEnabled()
    page.desk.documents.remove(book)
    page.desk.documents.make_current(other)
    qtbot.waitUntil(panel.fix_all.isEnabled, timeout=WAIT_MS)
    assert not notices
    assert other.text() == FIRST


@pytest.mark.own_window
def test_a_guess_says_so_and_is_made_only_by_itself(
    main_window: MainWindow, page: ComposerPage, panel: ProblemsPanel
) -> None:
    text = "X:1\nT:A\nM:4/4\nL:1/4\nK:C\nCDEF|GAB|c4|\n"
    page.parts.files.open_text(text, "short")
    page.desk.watch.settle()
    for id_ in ("tune.fix_all", "tune.fix_alike"):
        assert not main_window.registry.action(id_).isEnabled()
    for words, measure in (
        ("Guess: End with B2", "GAB2|"),
        ("Guess: Add the rest z", "GAB z|"),
    ):
        choose_row(panel, 0)
        place = panel.view.visualRect(panel.rows.index(0)).center()
        panel.view.customContextMenuRequested.emit(place)
        menu = panel.findChildren(QMenu)[-1]
        next(action for action in menu.actions() if action.text() == words).trigger()
        menu.close()
        deliver_events()
        assert page.desk.editor.text() == text.replace("GAB|", measure)
        page.desk.editor.undo()
        page.desk.watch.settle()
        assert page.desk.editor.text() == text
