"""The score worked on by mouse and keys in the real window: every change is in the text at once.

Over 400 lines: every test needs the same drawn tune and the same hands, and reads as one list.
"""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QCursor, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from abcstudio.errors import EngravingError
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.changes.room import ChangesRoom
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.score.editable_score import EditableScore
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

TUNE = (
    "X:1\nT:Kesh\nC:Trad.\nM:4/4\nL:1/8\nQ:1/4=100\nK:G\n"
    '"G"G2 AB c2 Bc|d2- d2 z2 {g}f2|\n[ceg]4 ^c2 c2|B8|]\nw: one two three-four\n'
)
WAIT_MS = 30_000
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def composer(qtbot: QtBot, main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    show(qtbot, main_window.composer, TUNE)
    return main_window.composer


@pytest.fixture
def notices(studio: Studio) -> list[Notice]:
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    return seen


def show(qtbot: QtBot, page: ComposerPage, text: str) -> None:
    page.parts.files.open_text(text, "tune")
    page.desk.watch.settle()
    drawn(qtbot, page)


def drawn(qtbot: QtBot, page: ComposerPage) -> None:
    """Wait until the score shows the newest text."""
    page.desk.watch.settle()
    qtbot.waitUntil(lambda: page.parts.link.drawn_view() is not None, timeout=WAIT_MS)
    QApplication.processEvents()


def note(page: ComposerPage, part: str, inside: int = 0) -> QPoint:
    """Return where the note of a part of the text stands in the score."""
    marks = page.parts.score.marks
    assert marks is not None
    boxes = marks.boxes_of(page.desk.editor.text().index(part) + inside)
    page.parts.score.ensureVisible(boxes[0].left, boxes[0].top, 10, 10, 60, 60)
    return page.parts.score.mapFromScene(
        QPointF((boxes[0].left + boxes[0].right) / 2, (boxes[0].top + boxes[0].bottom) / 2)
    )


def words(page: ComposerPage, kind: str, part: str) -> QPoint:
    """Return where words stand in the score that are written as a part of the text."""
    marks = page.parts.score.marks
    assert marks is not None
    rect = marks.place_of_text(f"{kind}-{page.desk.editor.text().index(part)}")
    assert rect is not None
    page.parts.score.ensureVisible(rect)
    return page.parts.score.mapFromScene(rect.center())


def move(score: EditableScore, place: QPoint) -> None:
    """Move the mouse with the left button held."""
    viewport = score.viewport()
    point = QPointF(place)
    there = viewport.mapToGlobal(point)
    event = QMouseEvent(QEvent.Type.MouseMove, point, there, LEFT, LEFT, NONE)
    QApplication.sendEvent(viewport, event)


def drag(score: EditableScore, start: QPoint, end: QPoint) -> None:
    press(score, start)
    for share in (0.4, 0.8, 1.5, 1.0):
        move(score, start + (end - start) * share)
    QTest.mouseRelease(score.viewport(), LEFT, NONE, end)


def press(score: EditableScore, place: QPoint) -> None:
    QTest.mousePress(score.viewport(), LEFT, NONE, place)


def click(score: EditableScore, place: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(score.viewport(), LEFT, modifier, place)


def double_click(score: EditableScore, place: QPoint) -> None:
    click(score, place)
    QTest.mouseDClick(score.viewport(), LEFT, NONE, place)
    QTest.mouseRelease(score.viewport(), LEFT, NONE, place)


def pixels(score: EditableScore, steps: int) -> QPoint:
    """Return how far down so many staff positions up are."""
    return QPoint(0, round(-steps * 90 * score.transform().m22()))


def selected(page: ComposerPage) -> str:
    return page.desk.editor.selection().of(page.desk.editor.text())


def keys(qtbot: QtBot, window: MainWindow, action_id: str) -> None:
    """Press the keys of a command where the focus is."""
    combination = window.registry.action(action_id).shortcut()[0]  # type: ignore[index]
    target = QApplication.focusWidget() or window
    qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())


def undo_gives_back(page: ComposerPage, text: str = TUNE) -> None:
    assert page.desk.editor.text() != text
    page.desk.editor.undo()
    assert page.desk.editor.text() == text


def test_a_dragged_note_is_written_and_taken_back(qtbot: QtBot, composer: ComposerPage) -> None:
    score = composer.parts.score
    place = note(composer, "AB c2")
    with qtbot.waitSignal(composer.rooms[ChangesRoom].notes.note_changed) as heard:
        drag(score, place, place + pixels(score, 2))
    assert "G2 cB c2 Bc" in composer.desk.editor.text()
    assert selected(composer) == "c"
    assert heard.args == [72.0]
    undo_gives_back(composer)


def test_a_tied_note_takes_the_other_along_and_a_grace_note_goes_alone(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    score = composer.parts.score
    place = note(composer, "d2- ")
    drag(score, place, place + pixels(score, -1))
    assert "c2- c2 z2" in composer.desk.editor.text()
    undo_gives_back(composer)
    drawn(qtbot, composer)
    place = note(composer, "g}f2")
    drag(score, place, place + pixels(score, 1))
    assert "{a}f2" in composer.desk.editor.text()


def test_one_note_of_a_chord_is_dragged(composer: ComposerPage) -> None:
    place = note(composer, "eg]4")
    drag(composer.parts.score, place, place + pixels(composer.parts.score, -1))
    assert "[cdg]4" in composer.desk.editor.text()
    undo_gives_back(composer)


def test_the_held_note_shows_its_name_and_escape_lets_it_be(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    score = composer.parts.score
    score.setFocus()
    place = note(composer, "AB c2")
    items = len(score.scene().items())
    press(score, place)
    move(score, place + QPoint(0, -8))
    move(score, place + pixels(score, 5))
    shown = {item.text() for item in score.scene().items() if hasattr(item, "text")}
    assert "F♯5, line 5" in shown
    qtbot.keyClick(score, Qt.Key.Key_Escape)
    QTest.mouseRelease(score.viewport(), LEFT, NONE, place + pixels(score, 5))
    assert composer.desk.editor.text() == TUNE
    assert len(score.scene().items()) == items


def test_a_click_that_trembles_is_still_a_click(composer: ComposerPage) -> None:
    place = note(composer, "AB c2")
    press(composer.parts.score, place)
    move(composer.parts.score, place + QPoint(1, 2))
    QTest.mouseRelease(composer.parts.score.viewport(), LEFT, NONE, place + QPoint(1, 2))
    assert composer.desk.editor.text() == TUNE
    assert selected(composer) == "A"


def test_measures_are_swept_over_and_both_show_them(composer: ComposerPage) -> None:
    score = composer.parts.score
    start = (note(composer, "c2 Bc") + note(composer, "Bc|")) / 2
    end = (note(composer, "z2 {g}") + note(composer, "f2|")) / 2
    drag(score, start + QPoint(0, 2), end)
    assert selected(composer) == '"G"G2 AB c2 Bc|d2- d2 z2 {g}f2|'
    marks = score.marks
    assert marks is not None
    assert marks.selected >= {TUNE.index("G2 AB"), TUNE.index("z2 {g}"), TUNE.index("f2|")}


def test_notes_are_swept_over_sideways_and_chosen_with_shift(composer: ComposerPage) -> None:
    score = composer.parts.score
    drag(score, note(composer, "AB c2"), note(composer, "c2 Bc"))
    assert selected(composer) == "AB c2"
    click(score, note(composer, "Bc|"), SHIFT)
    assert selected(composer) == "AB c2 B"
    click(score, note(composer, "z2 {g}"))
    assert selected(composer) == "z2"


def test_a_click_on_empty_ground_chooses_the_measure_and_one_outside_nothing(
    composer: ComposerPage,
) -> None:
    score = composer.parts.score
    between = (note(composer, "c2 Bc") + note(composer, "Bc|")) / 2
    click(score, between)
    assert selected(composer) == '"G"G2 AB c2 Bc|'
    click(score, QPoint(3, 3))
    assert selected(composer) == ""


def test_what_is_chosen_in_the_score_is_cut_moved_and_played(
    qtbot: QtBot,
    main_window: MainWindow,
    composer: ComposerPage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    score = composer.parts.score
    score.setFocus()
    drag(score, note(composer, "AB c2"), note(composer, "c2 Bc"))
    played: list[int] = []
    monkeypatch.setattr(composer.parts.playback, "hear", lambda _tune, first: played.append(first))
    keys(qtbot, main_window, "play.from_caret")
    assert played == [TUNE.index("AB c2")]
    keys(qtbot, main_window, "tune.transpose_octave_up")
    assert "G2 ab c'2 Bc" in composer.desk.editor.text()
    undo_gives_back(composer)
    drawn(qtbot, composer)
    # On the lowest line: between the heads it would be near enough to one of them.
    ground = (note(composer, "^c2") + note(composer, "c2|B8")) / 2 + QPoint(0, 13)
    click(score, ground)
    keys(qtbot, main_window, "edit.cut")
    assert "{g}f2|\nB8|]" in composer.desk.editor.text()
    assert QApplication.clipboard().text() == "[ceg]4 ^c2 c2|"
    undo_gives_back(composer)


def test_what_is_selected_in_the_text_is_lit_in_the_score(composer: ComposerPage) -> None:
    start = TUNE.index("AB c2")
    composer.desk.editor.select(Span(start, start + 5))
    marks = composer.parts.score.marks
    assert marks is not None
    assert marks.selected == {start, start + 1, start + 3}
    composer.desk.editor.select(Span(start, start))
    assert marks.selected == {start}
    composer.desk.editor.select(Span(0, 0))
    assert marks.selected == frozenset()


def test_the_keys_walk_from_note_to_note(qtbot: QtBot, composer: ComposerPage) -> None:
    score = composer.parts.score
    score.setFocus()
    click(score, note(composer, "AB c2"))
    for key, modifier, expected in (
        (Qt.Key.Key_Right, NONE, "B"),
        (Qt.Key.Key_Right, SHIFT, "B c2"),
        (Qt.Key.Key_Left, SHIFT, "B"),
        (Qt.Key.Key_Left, SHIFT, "AB"),
        (Qt.Key.Key_End, NONE, "f2"),
        (Qt.Key.Key_PageDown, NONE, "B8"),
        (Qt.Key.Key_Home, NONE, "[ceg]4"),
        (Qt.Key.Key_PageUp, NONE, "G2"),
    ):
        qtbot.keyClick(score, key, modifier)
        assert selected(composer) == expected
    qtbot.keyClick(score, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert selected(composer) == "B8"
    qtbot.keyClick(score, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert selected(composer) == TUNE[TUNE.index('"G"G2') : TUNE.index("|]")]
    qtbot.keyClick(score, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is composer.desk.editor


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_Up, NONE, "Bc"),
        (Qt.Key.Key_Down, NONE, "GA"),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier, "ab"),
        (Qt.Key.Key_Plus, NONE, "^A^B"),
        (Qt.Key.Key_Minus, NONE, "_A_B"),
    ],
)
def test_keys_of_the_score_change_the_pitch_as_those_of_note_entry_do(
    qtbot: QtBot,
    composer: ComposerPage,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    expected: str,
) -> None:
    score = composer.parts.score
    score.setFocus()
    drag(score, note(composer, "AB c2"), note(composer, "B c2"))
    qtbot.keyClick(score, key, modifier)
    assert selected(composer) == expected
    undo_gives_back(composer)


@pytest.mark.parametrize(
    ("action_id", "expected"),
    [
        ("note.step_up", "G2 Bc c2 Bc"),
        ("note.step_down", "G2 GA c2 Bc"),
        ("note.sharpen", "G2 ^A^B c2 =Bc"),
        ("note.flatten", "G2 _A_B c2 =Bc"),
        ("note.longer", "G2 A2B2 c2 Bc"),
        ("note.shorter", "G2 A/B/ c2 Bc"),
        ("note.dot", "G2 A3/2B3/2 c2 Bc"),
    ],
)
def test_keys_change_the_selected_notes_and_keep_them_selected(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, action_id: str, expected: str
) -> None:
    start = TUNE.index("AB c2")
    composer.desk.editor.select(Span(start, start + 2), focus=True)
    keys(qtbot, main_window, action_id)
    assert expected in composer.desk.editor.text()
    assert selected(composer) == expected.split()[1]
    undo_gives_back(composer)


def test_undo_selects_what_was_changed_so_that_the_next_change_takes_it_again(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    click(composer.parts.score, note(composer, "AB c2"))
    chosen = composer.desk.editor.selection()
    keys(qtbot, main_window, "note.step_up")
    once = composer.desk.editor.text()
    undo_gives_back(composer)
    assert composer.desk.editor.selection() == chosen
    keys(qtbot, main_window, "note.step_up")
    assert composer.desk.editor.text() == once


@pytest.mark.parametrize(
    ("part", "inside", "action_id", "expected", "caret"),
    [
        ("AB c2", 0, "note.step_up", "G2 BB c2", 3),
        ("Bc|d2", 2, "note.longer", "c2 Bc2|d2", 6),
        ("[ceg]4", 6, "note.shorter", "[ceg]2 ^c2", 6),
    ],
)
def test_a_caret_stays_one_so_that_typing_writes_over_nothing(
    qtbot: QtBot,
    main_window: MainWindow,
    composer: ComposerPage,
    part: str,
    inside: int,
    action_id: str,
    expected: str,
    caret: int,
) -> None:
    place = TUNE.index(part) + inside
    composer.desk.editor.select(Span(place, place), focus=True)
    keys(qtbot, main_window, action_id)
    changed = composer.desk.editor.text()
    assert expected in changed
    there = changed.index(expected) + caret
    assert composer.desk.editor.selection() == Span(there, there)
    undo_gives_back(composer)


def test_ties_rests_and_removal(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage
) -> None:
    text = TUNE[: TUNE.index("w:")]
    show(qtbot, composer, text)
    score = composer.parts.score
    score.setFocus()
    click(score, note(composer, "^c2"))
    keys(qtbot, main_window, "note.tie")
    assert "^c2- c2|" in composer.desk.editor.text()
    undo_gives_back(composer, text)
    drawn(qtbot, composer)
    click(score, note(composer, "^c2"))
    keys(qtbot, main_window, "note.rest")
    assert "z2 ^c2|" in composer.desk.editor.text()
    assert selected(composer) == "z2"
    undo_gives_back(composer, text)
    drawn(qtbot, composer)
    click(score, note(composer, "eg]4"))
    qtbot.keyClick(score, Qt.Key.Key_Delete)
    assert "[cg]4" in composer.desk.editor.text()
    undo_gives_back(composer, text)


def test_deleting_a_pickup_leaves_the_repeat_alone(qtbot: QtBot, composer: ComposerPage) -> None:
    text = "X:1\nM:4/4\nL:1/4\nK:G\n|:B|A3B|cdef:|\n"
    show(qtbot, composer, text)
    composer.parts.score.setFocus()
    click(composer.parts.score, note(composer, "B|A"))
    qtbot.keyClick(composer.parts.score, Qt.Key.Key_Delete)
    assert composer.desk.editor.text() == text.replace("|:B|", "|:")
    undo_gives_back(composer, text)


def test_what_cannot_be_done_is_said(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, notices: list[Notice]
) -> None:
    composer.desk.editor.select(Span(0, 0), focus=True)
    keys(qtbot, main_window, "note.longer")
    assert "no note here" in notices[-1].text
    start = TUNE.index("c2|B8")
    composer.desk.editor.select(Span(start, start + 2))
    keys(qtbot, main_window, "note.tie")
    assert "another pitch" in notices[-1].text
    keys(qtbot, main_window, "note.rest")
    assert "lyrics" in notices[-1].text


@pytest.mark.parametrize(
    ("kind", "anchor", "typed", "old", "new"),
    [
        ("f", "Kesh", "The Kesh Jig", "T:Kesh", "T:The Kesh Jig"),
        ("f", "Trad.", "Anon.", "C:Trad.", "C:Anon."),
        ("q", "Q:", "1/4=80", "1/4=100", "1/4=80"),
        ("h", '"G"', "Em", '"G"', '"Em"'),
        ("s", "two", "zwei", "two", "zwei"),
    ],
)
def test_words_are_edited_where_they_stand(
    qtbot: QtBot, composer: ComposerPage, kind: str, anchor: str, typed: str, old: str, new: str
) -> None:
    double_click(composer.parts.score, words(composer, kind, anchor))
    box = composer.parts.score.text_box
    assert box is not None
    assert box.hasFocus()
    qtbot.keyClicks(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert composer.parts.score.text_box is None
    assert composer.desk.editor.text() == TUNE.replace(old, new, 1)
    assert QApplication.focusWidget() is composer.parts.score
    undo_gives_back(composer)


def test_f2_edits_the_words_of_the_chosen_note_or_the_title(
    qtbot: QtBot, composer: ComposerPage, notices: list[Notice]
) -> None:
    score = composer.parts.score
    score.setFocus()
    click(score, note(composer, "G2 AB"))
    for part, expected in (("G2 AB", "G"), ("^c2", "two"), ("X:1", "Kesh")):
        start = TUNE.index(part)
        composer.desk.editor.select(Span(start, start))
        qtbot.keyClick(score, Qt.Key.Key_F2)
        assert score.text_box is not None
        assert score.text_box.text() == expected
        qtbot.keyClick(score.text_box, Qt.Key.Key_Escape)
    start = TUNE.index("AB c2")
    composer.desk.editor.select(Span(start, start))
    qtbot.keyClick(score, Qt.Key.Key_F2)
    assert score.text_box is None
    assert "no chord symbol" in notices[-1].text


def test_escape_leaves_words_and_going_elsewhere_keeps_them(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    score = composer.parts.score
    double_click(score, words(composer, "f", "Kesh"))
    assert score.text_box is not None
    qtbot.keyClicks(score.text_box, "nothing")
    qtbot.keyClick(score.text_box, Qt.Key.Key_Escape)
    assert composer.desk.editor.text() == TUNE
    double_click(score, words(composer, "f", "Kesh"))
    assert score.text_box is not None
    qtbot.keyClicks(score.text_box, "Other")
    composer.desk.editor.setFocus()
    assert "T:Other\n" in composer.desk.editor.text()
    assert QApplication.focusWidget() is composer.desk.editor


def test_a_character_that_cannot_stand_there_is_named(
    qtbot: QtBot, composer: ComposerPage, notices: list[Notice]
) -> None:
    double_click(composer.parts.score, words(composer, "h", '"G"'))
    assert composer.parts.score.text_box is not None
    qtbot.keyClicks(composer.parts.score.text_box, 'A"m')
    qtbot.keyClick(composer.parts.score.text_box, Qt.Key.Key_Return)
    assert 'The character "' in notices[-1].text
    assert composer.desk.editor.text() == TUNE


def test_a_sign_leads_to_its_field_and_a_title_to_its_words(composer: ComposerPage) -> None:
    marks = composer.parts.score.marks
    assert marks is not None
    signs = {sign.kind: sign.box for sign in marks.index.signs}
    for kind, value in (("key", "G"), ("meter", "4/4"), ("clef", "G")):
        box = signs[kind]
        middle = QPointF((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        double_click(composer.parts.score, composer.parts.score.mapFromScene(middle))
        assert selected(composer) == value
    click(composer.parts.score, words(composer, "f", "Trad."))
    assert selected(composer) == "Trad."


def menu_of(page: ComposerPage) -> QMenu:
    (menu,) = [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
    return menu


def entry(menu: QMenu, action_id: str) -> QAction:
    found = menu.findChild(QAction, action_id)
    if found is None:
        found = next(action for action in menu.actions() if action.objectName() == action_id)
    return found


def test_the_menu_of_a_note_shows_how_it_is_and_changes_it(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    score = composer.parts.score
    score.setFocus()
    place = note(composer, "^c2")
    score.menu_requested.emit(TUNE.index("^c2"), score.viewport().mapToGlobal(place))
    menu = menu_of(composer)
    assert selected(composer) == "^c2"
    assert entry(menu, "note.length_4").isChecked()
    assert entry(menu, "note.sharp").isChecked()
    assert not entry(menu, "note.dot").isChecked()
    entry(menu, "note.length_2").trigger()
    menu.close()
    assert "^c4 c2|" in composer.desk.editor.text()
    undo_gives_back(composer)


def test_the_menu_key_opens_the_menu_of_what_is_chosen(
    qtbot: QtBot, composer: ComposerPage
) -> None:
    score = composer.parts.score
    score.setFocus()
    click(score, note(composer, "z2 {g}"))
    QApplication.sendEvent(
        score.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QCursor.pos()),
    )
    menu = menu_of(composer)
    assert entry(menu, "note.length_4").isChecked()
    assert menu.findChild(QAction, "note.tie") is None
    menu.close()


def test_doubtful_places_are_marked_and_explained(qtbot: QtBot, composer: ComposerPage) -> None:
    show(qtbot, composer, TUNE.replace("c2|B8|", "c|B8 @|"))
    score = composer.parts.score
    marks = score.marks
    assert marks is not None
    assert len(marks.waves) == 2
    assert "short" in score.mouse.words_at(note(composer, "^c2"))
    assert "@" in score.mouse.words_at(note(composer, "B8"))
    assert score.mouse.words_at(note(composer, "z2 {g}")) == "quarter rest"
    assert score.mouse.words_at(note(composer, "f2|")) == "F♯5, quarter"


def test_a_score_that_cannot_be_drawn_leaves_the_last_one_and_says_so(
    composer: ComposerPage,
) -> None:
    assert "could not be drawn" not in composer.parts.score.accessibleDescription()
    composer.parts.link.engraving.failed.emit(EngravingError("engraving.unreadable"))
    assert composer.parts.score.marks is not None
    assert composer.parts.score.stale_sign.isVisible()
    assert "could not be drawn" in composer.parts.score.accessibleDescription()


@pytest.mark.parametrize(
    "broken",
    ["[ceg4 d4|", 'c2 "Am d2|e4', "(3abc", "c999999 d|", "!unknown d|", "{gab c4|", "c2 € d2|"],
)
def test_a_mistake_never_takes_the_score_away(
    qtbot: QtBot, composer: ComposerPage, broken: str
) -> None:
    text = TUNE.replace("B8|]", f"B8|{broken}\nG8|]")
    show(qtbot, composer, text)
    marks = composer.parts.score.marks
    assert marks is not None
    assert marks.boxes_of(text.index("G2 AB"))
    assert marks.boxes_of(text.index("G8|]"))


def test_larger_smaller_and_fitting_work_from_anywhere_and_are_kept(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, studio: Studio
) -> None:
    composer.desk.editor.setFocus()
    keys(qtbot, main_window, "view.score_larger")
    keys(qtbot, main_window, "view.score_larger")
    assert composer.parts.score.zoom > 1.3
    assert main_window.datasets.parts.preview.score.zoom == composer.parts.score.zoom
    keys(qtbot, main_window, "view.score_smaller")
    qtbot.waitUntil(lambda: studio.settings.score_zoom == composer.parts.score.zoom, timeout=5000)
    keys(qtbot, main_window, "view.score_fit")
    assert composer.parts.score.zoom == 1


def test_the_lines_may_fill_the_width(
    qtbot: QtBot, main_window: MainWindow, composer: ComposerPage, studio: Studio
) -> None:
    action = main_window.registry.action("view.score_lines")
    assert action.isChecked()
    show(qtbot, composer, "X:1\nL:1/8\nK:C\nc8|\nd8|\ne8|\nf8|\n")
    scene = composer.parts.score.score_scene
    assert scene is not None
    assert len(scene.engraved.systems) == 4
    with qtbot.waitSignal(composer.parts.link.score_shown, timeout=WAIT_MS):
        action.trigger()
    assert studio.settings.score_fills_lines
    scene = composer.parts.score.score_scene
    assert scene is not None
    assert len(scene.engraved.systems) < 4


@pytest.mark.own_window
def test_size_and_lines_are_as_they_were_left(
    studio: Studio, request: pytest.FixtureRequest
) -> None:
    studio.update_settings(score_zoom=1.5, score_fills_lines=True)
    window = request.getfixturevalue("main_window")
    assert window.composer.parts.score.zoom == 1.5
    assert not window.registry.action("view.score_lines").isChecked()


def test_the_pointer_tells_what_can_be_done(composer: ComposerPage) -> None:
    score = composer.parts.score
    viewport = score.viewport()
    for place, shape in (
        (words(composer, "f", "Kesh"), Qt.CursorShape.IBeamCursor),
        (note(composer, "AB c2"), Qt.CursorShape.PointingHandCursor),
        (QPoint(3, 3), Qt.CursorShape.ArrowCursor),
    ):
        point = QPointF(place)
        there = viewport.mapToGlobal(point)
        none = Qt.MouseButton.NoButton
        QApplication.sendEvent(
            viewport, QMouseEvent(QEvent.Type.MouseMove, point, there, none, none, NONE)
        )
        assert viewport.cursor().shape() == shape


def test_keys_that_mean_nothing_in_the_score_are_left_to_others(composer: ComposerPage) -> None:
    score = composer.parts.score
    for key, modifiers in ((Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier), (Qt.Key.Key_F9, NONE)):
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
        score.keyPressEvent(event)
        assert not event.isAccepted()
