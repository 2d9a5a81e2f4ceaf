"""The composer with a real network, a real engraving process, real files and real keys.

Over 400 lines: every test needs the same page with its services, and reads as one list of promises.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from abcstudio.composing.provenance import Provenance
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.options.sampling_controls import show_value
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin
from abcstudio.ui.exporting.sound_dialog import SoundDialog
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import ask_for_one_take
from tests.ui.events import deliver_events

KESH = "X:1\nT:Kesh\nM:6/8\nL:1/8\nK:G\nG3 GAB|A3 ABd|\n"
TWO = KESH + "\nX:2\nT:Other\nM:4/4\nL:1/8\nK:D\nDEFG A4|d8|\n"
WAIT_MS = 240_000


@pytest.fixture
def page(qtbot: QtBot, studio: Studio, engraver: Engraver) -> Iterator[ComposerPage]:
    window = QMainWindow()
    playback = PlaybackController(studio)
    made = ComposerPage(studio, Actions(window, {}), playback, engraver)
    # Not the subject here, and the longer part of composing a few characters.
    show_value(made.rooms[ComposingRoom].form.options["guard"], False)
    ask_for_one_take(made.rooms[ComposingRoom].form)
    window.setCentralWidget(made)
    window.resize(1280, 700)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    yield made
    studio.closing.emit()
    assert studio.shut_down()
    playback.close()
    window.deleteLater()
    deliver_events()


@pytest.fixture
def notices(studio: Studio) -> list[Notice]:
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    return seen


def open_text(page: ComposerPage, text: str, name: str = "tune") -> None:
    page.parts.files.open_text(text, name)
    page.desk.watch.settle()


def key(qtbot: QtBot, page: ComposerPage, name: str) -> None:
    """Press keys the way a person does, wherever the focus is."""
    action = next(c for c in page.window().actions() if c.shortcut().toString() == name)
    combination = action.shortcut()[0]  # type: ignore[index]
    qtbot.keyClick(page.window(), combination.key(), combination.keyboardModifiers())


def compose(qtbot: QtBot, page: ComposerPage, seed: str, max_chars: int = 120) -> str:
    page.rooms[ComposingRoom].form.seed.setPlainText(seed)
    page.rooms[ComposingRoom].form.max_chars.setValue(max_chars)
    page.rooms[ComposingRoom].form.new_each_time.setChecked(False)
    page.rooms[ComposingRoom].form.rng_seed.setValue(7)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=WAIT_MS):
        page.rooms[ComposingRoom].controller.compose()
    return page.desk.editor.text()


def answer(monkeypatch: pytest.MonkeyPatch, verb: str) -> list[str]:
    """Click the button with these words on the next question; return the questions asked."""
    asked: list[str] = []

    def click(box: QMessageBox) -> int:
        asked.append(box.text())
        next(b for b in box.buttons() if b.text() == verb).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", click)
    return asked


def test_the_first_start_shows_a_tune_that_can_be_heard_and_is_never_asked_about(
    qtbot: QtBot, page: ComposerPage
) -> None:
    assert "T:Haste to the Wedding" in page.desk.editor.text()
    assert page.main_focus is page.rooms[ComposingRoom].form.compose_button
    assert not page.is_modified
    assert page.may_close()
    qtbot.waitUntil(lambda: page.parts.playback.is_playable, timeout=WAIT_MS)
    open_text(page, KESH)
    assert len(list(page.desk.documents)) == 1


def test_the_welcome_tune_stays_when_it_was_edited(page: ComposerPage) -> None:
    page.desk.editor.insertPlainText("%")
    open_text(page, KESH)
    assert len(list(page.desk.documents)) == 2


def test_a_finished_take_stands_at_its_top_and_ends_in_its_origin(
    qtbot: QtBot, page: ComposerPage
) -> None:
    text = compose(qtbot, page, "X:1\nT:", max_chars=600)
    assert text.rstrip().splitlines()[-1].startswith("%%abcstudio")
    assert page.desk.editor.caret() == 0
    assert page.desk.editor.verticalScrollBar().value() == 0
    bar = page.parts.score.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.minimum(), timeout=WAIT_MS)


def test_takes_are_told_apart_by_title_and_kind(page: ComposerPage) -> None:
    take = Document("Take 1", KESH)
    take.provenance.take_number = 1
    take.provenance.origin = TakeOrigin(
        made=Provenance(model="model", fingerprint="", prompt="X:1"), model_path=Path("model")
    )
    page.desk.documents.add(take)
    page.desk.watch.settle()
    takes = page.rooms[TakesRoom].list.takes
    row = takes.row_of(take)
    words = takes.data(takes.index(row, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert words.splitlines()[0] == takes.data(takes.index(row, 1))
    assert "measure" in words.splitlines()[1]


def test_the_empty_page_says_what_to_do_and_compose_has_the_focus(page: ComposerPage) -> None:
    page.parts.files.new()
    assert page.main_focus is page.rooms[ComposingRoom].form.compose_button
    assert "Compose" in page.parts.score.accessibleDescription()
    assert not page.is_modified
    assert page.may_close()


@pytest.mark.parametrize("seed", ["X:1\nT:", "", "X:1\nT:Night\nR:reel\nM:4/4\nL:1/8\nK:Em\n"])
def test_composing_shows_a_take_that_begins_with_the_seed(
    qtbot: QtBot, page: ComposerPage, seed: str
) -> None:
    text = compose(qtbot, page, seed)
    assert text.startswith("X:1\n" if seed else "X:")
    for line in seed.splitlines()[1:]:
        assert line in text
    document = page.desk.documents.current
    assert document.provenance.origin is not None
    assert document.provenance.origin.made.prompt == seed
    assert not page.is_modified
    assert not page.desk.editor.isReadOnly()
    assert page.rooms[ComposingRoom].form.compose_button.text() == "Compose"


def test_the_same_number_draws_the_same_take(qtbot: QtBot, page: ComposerPage) -> None:
    assert compose(qtbot, page, "X:1\nT:") == compose(qtbot, page, "X:1\nT:")
    assert page.rooms[TakesRoom].list.takes.rowCount() == 2


def test_characters_arrive_before_the_take_is_done_and_stop_keeps_them(
    qtbot: QtBot, page: ComposerPage
) -> None:
    open_text(page, KESH)
    mine = page.desk.documents.current
    page.rooms[ComposingRoom].form.max_chars.setValue(20_000)
    page.rooms[ComposingRoom].form.stop_at_end.setChecked(False)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.characters_arrived, timeout=WAIT_MS):
        page.rooms[ComposingRoom].form.compose_button.click()
    qtbot.waitUntil(lambda: page.desk.editor.text().count("|") > 3, timeout=WAIT_MS)
    assert page.rooms[ComposingRoom].session.is_composing
    assert page.desk.editor.isReadOnly()
    assert page.rooms[ComposingRoom].form.compose_button.text() == "Stop"
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=WAIT_MS):
        page.rooms[ComposingRoom].form.compose_button.click()
    drawn = page.desk.editor.text()
    assert drawn.startswith("X:1\nT:")
    assert 6 < len(drawn) < 20_000
    assert mine.text() == KESH


@pytest.mark.parametrize("before", ["", KESH])
def test_a_take_stopped_before_its_first_note_does_not_stay(
    qtbot: QtBot, page: ComposerPage, notices: list[Notice], before: str
) -> None:
    if before:
        open_text(page, before)
    text = page.desk.editor.text()
    page.rooms[ComposingRoom].form.takes.setValue(2)
    page.rooms[ComposingRoom].form.seed.setPlainText("X:1\nK:D\n|:dAFA|")
    page.rooms[ComposingRoom].form.compose_button.click()
    page.rooms[ComposingRoom].session.stop()
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=WAIT_MS):
        pass
    assert page.rooms[TakesRoom].list.takes.rowCount() == 0
    said = [notice.text for notice in notices]
    assert "Stopped before the first note: there is no take to keep." in said
    assert page.desk.editor.text() == text
    assert len(page.desk.documents) == 1


def test_a_header_that_the_network_did_not_write_is_named(
    qtbot: QtBot, page: ComposerPage, notices: list[Notice]
) -> None:
    compose(qtbot, page, "X:1\nK:D\ndAFA DFAd|", max_chars=10)
    assert not [one for one in notices if "header" in one.text]
    compose(qtbot, page, "X:1\nT:The", max_chars=10)
    silent = [one.text for one in notices if "no music" in one.text]
    assert len(silent) == 1
    assert "The program put in: K:C." in silent[0]
    compose(qtbot, page, "X:1\ndAFA DFAd|", max_chars=10)
    (said,) = [one for one in notices if "header" in one.text]
    assert "K:C" in said.text
    assert said.kind == "info"


def test_several_takes_are_listed_and_each_keeps_its_edits(
    qtbot: QtBot, page: ComposerPage
) -> None:
    page.rooms[ComposingRoom].form.takes.setValue(3)
    compose(qtbot, page, "X:1\nT:", 60)
    takes = page.rooms[TakesRoom].list.takes
    assert takes.rowCount() == 3
    first = page.desk.documents.current
    # In the order that they have after a restart, too.
    assert [takes.index(row, 0).data() for row in range(3)] == ["3", "2", "1"]
    other = (takes.row_of(first) + 1) % 3
    before = first.text()
    page.desk.editor.select(Span(3, 3))
    qtbot.keyClicks(page.desk.editor, "z")
    page.rooms[TakesRoom].list.selectRow(other)
    assert page.desk.documents.current is takes.take_at(other)
    assert page.desk.documents.current.text() != first.text()
    page.rooms[TakesRoom].list.selectRow(takes.row_of(first))
    assert page.desk.editor.text() == first.text() != before
    page.desk.editor.undo()
    assert page.desk.editor.text() == before


def test_unknown_characters_are_named_and_dropped_on_request(
    qtbot: QtBot, page: ComposerPage
) -> None:
    page.rooms[ComposingRoom].form.seed.setPlainText("X:1\nT:a☃b")
    assert "☃" in page.rooms[ComposingRoom].form.message.text()
    page.rooms[ComposingRoom].controller.compose()
    assert not page.rooms[ComposingRoom].session.is_composing
    page.rooms[ComposingRoom].form.max_chars.setValue(60)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=WAIT_MS):
        page.rooms[ComposingRoom].form.drop_button.click()
    assert "T:ab" in page.desk.editor.text()
    assert page.rooms[ComposingRoom].form.message.text() == ""


def test_again_like_this_uses_the_settings_and_another_number(
    qtbot: QtBot, page: ComposerPage
) -> None:
    page.rooms[ComposingRoom].form.temperature.setValue(0.5)
    compose(qtbot, page, "X:1\nT:", 60)
    page.rooms[ComposingRoom].form.temperature.setValue(1.5)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=WAIT_MS):
        page.rooms[TakesRoom].details.again_button.click()
    origin = page.desk.documents.current.provenance.origin
    assert origin is not None
    assert origin.made.sampling.temperature == 0.5
    assert origin.made.sampling.rng_seed != 7


def test_again_like_this_keeps_the_number_of_takes(qtbot: QtBot, page: ComposerPage) -> None:
    compose(qtbot, page, "X:1\nT:", 60)
    page.rooms[ComposingRoom].form.takes.setValue(2)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=WAIT_MS):
        page.rooms[TakesRoom].details.again_button.click()
    assert page.rooms[ComposingRoom].form.takes.value() == 2
    assert page.rooms[TakesRoom].list.takes.rowCount() == 3


def test_the_score_follows_the_text_and_a_clicked_note_selects_its_text(
    qtbot: QtBot, page: ComposerPage
) -> None:
    with qtbot.waitSignal(page.parts.link.engraving.score_ready, timeout=WAIT_MS):
        open_text(page, KESH)
    page.parts.score.note_clicked.emit(KESH.index("A3"))
    selected = page.desk.editor.selection()
    assert selected.of(KESH) == "A3"


def test_a_short_measure_is_underlined_named_and_reached_with_f8(
    qtbot: QtBot, page: ComposerPage
) -> None:
    open_text(page, KESH.replace("A3 ABd", "A3 AB") + "B3 BAG|\n")
    assert page.rooms[ProblemsRoom].strip.problems
    page.desk.editor.setFocus()
    key(qtbot, page, "F8")
    assert page.desk.editor.selection() == page.rooms[ProblemsRoom].strip.problems[0].span


def test_the_tune_under_the_caret_is_played_and_drawn(qtbot: QtBot, page: ComposerPage) -> None:
    open_text(page, TWO)
    assert page.parts.playback.tune.title == "Kesh"
    place = TWO.index("DEFG")
    page.desk.editor.select(Span(place, place))
    assert page.parts.playback.tune.title == "Other"
    assert page.parts.playback.text == TWO[TWO.index("X:2") :].rstrip("\n")


def test_sounding_notes_are_lit_in_the_text(page: ComposerPage) -> None:
    open_text(page, TWO)
    place = TWO.index("DEFG")
    page.desk.editor.select(Span(place, place))
    view = page.desk.watch.view
    assert view is not None
    page.parts.playback.sounding.changed.emit(frozenset({place - view.offset}))
    lit = [mark.cursor.selectedText() for mark in page.desk.editor.extraSelections()]
    assert "D" in lit


def test_transposing_is_one_step_back(qtbot: QtBot, page: ComposerPage) -> None:
    open_text(page, TWO)
    page.desk.editor.setFocus()
    key(qtbot, page, "Ctrl+Shift+PgUp")
    assert "g3 gab|a3 abd'|" in page.desk.editor.text()
    assert page.desk.editor.text().endswith("DEFG A4|d8|\n")
    page.desk.editor.undo()
    assert page.desk.editor.text() == TWO


def test_opening_editing_saving_and_opening_again(
    qtbot: QtBot, page: ComposerPage, tmp_path: Path, studio: Studio
) -> None:
    path = tmp_path / "kesh.abc"
    data = KESH.replace("\n", "\r\n").encode("utf-16")
    path.write_bytes(data)
    assert page.open_path(path)
    assert page.document_name == "kesh.abc"
    assert studio.settings.recent_files[0] == str(path)
    page.desk.editor.setFocus()
    key(qtbot, page, "Ctrl+S")
    assert path.read_bytes() == data
    page.desk.editor.select(Span(4, 4))
    qtbot.keyClicks(page.desk.editor, "%")
    assert page.is_modified
    key(qtbot, page, "Ctrl+S")
    assert path.read_bytes().decode("utf-16") == "X:1\r\n%" + KESH.replace("\n", "\r\n")[5:]
    assert not page.is_modified
    assert page.open_path(path)
    assert len(list(page.desk.documents)) == 1


def test_save_as_takes_the_title_for_a_name(
    page: ComposerPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_text(page, KESH)
    offered: list[str] = []

    def choose(_parent: object, title: str, start: str, _kinds: str) -> tuple[str, str]:
        offered.extend((title, Path(start).name))
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    assert page.parts.files.save()
    # Of several that are saved at the end, each dialog names the one it is about.
    assert offered == ["Save Kesh", "Kesh.abc"]
    assert (tmp_path / "mine.abc").read_text(encoding="utf-8") == KESH


@pytest.mark.skipif(os.name == "nt", reason="a folder in a file's place fails otherwise there")
def test_a_failing_save_names_the_path_and_keeps_the_text(
    qtbot: QtBot, page: ComposerPage, tmp_path: Path, notices: list[Notice]
) -> None:
    open_text(page, KESH)
    qtbot.keyClicks(page.desk.editor, "%")
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not page.parts.files.save_to(page.desk.documents.current, tmp_path / "file" / "kesh.abc")
    assert notices[-1].kind == "error"
    assert str(tmp_path / "file") in notices[-1].text
    assert page.is_modified


def test_closing_asks_about_unsaved_text_with_verbs(
    qtbot: QtBot, page: ComposerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_text(page, KESH, "Kesh")
    assert page.may_close()
    qtbot.keyClicks(page.desk.editor, "%")
    asked = answer(monkeypatch, "Cancel")
    assert not page.may_close()
    assert asked == ["Kesh is not saved."]
    answer(monkeypatch, "Discard")
    assert page.may_close()


def test_only_a_changed_take_is_asked_about_by_the_name_that_the_list_gives_it(
    qtbot: QtBot, page: ComposerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    compose(qtbot, page, "X:1\nT:", 40)
    assert page.may_close()
    page.desk.editor.setFocus()
    key(qtbot, page, "Ctrl+D")
    # Its star and its text are in the history.
    assert page.may_close()
    page.desk.editor.insertPlainText("%")
    asked = answer(monkeypatch, "Cancel")
    assert not page.may_close()
    assert asked == [f"Take 1, {page.desk.documents.current.title} is not saved."]
    answer(monkeypatch, "Discard")
    assert page.may_close()


def test_a_file_changed_by_another_program_is_not_overwritten_unasked(
    qtbot: QtBot, page: ComposerPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kesh.abc"
    path.write_text(KESH, encoding="utf-8")
    page.open_path(path)
    qtbot.keyClicks(page.desk.editor, "%")
    path.write_text("theirs", encoding="utf-8")
    asked = answer(monkeypatch, "Cancel")
    assert not page.parts.files.save()
    assert asked
    assert path.read_text(encoding="utf-8") == "theirs"
    answer(monkeypatch, "Replace")
    assert page.parts.files.save()
    assert path.read_text(encoding="utf-8") == "%" + KESH


def test_text_of_a_session_that_died_is_offered_and_recovered(
    qtbot: QtBot, page: ComposerPage, home: Path, notices: list[Notice]
) -> None:
    folder = home / "data" / "autosave"
    folder.mkdir(parents=True)
    copy = folder / "dead-1.json"
    copy.write_text('{"name": "Untitled", "path": null, "text": "X:9\\n"}', encoding="ascii")
    page.rooms[TextsRoom].recovery.offer()
    assert notices[-1].action_text == "Recover"
    assert page.desk.documents.current.is_welcome
    assert notices[-1].action is not None
    notices[-1].action()
    assert page.desk.editor.text() == "X:9\n"
    assert page.is_modified
    assert not copy.exists()
    assert len(list(folder.glob("*.json"))) == 1


@pytest.mark.parametrize(("suffix", "start"), [("mid", b"MThd"), ("wav", b"RIFF")])
def test_exporting_writes_in_the_background_and_tells(
    qtbot: QtBot,
    page: ComposerPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    notices: list[Notice],
    suffix: str,
    start: bytes,
) -> None:
    open_text(page, KESH)
    target = tmp_path / f"kesh.{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    key(qtbot, page, "Ctrl+Shift+M" if suffix == "mid" else "Ctrl+Shift+W")
    (dialog,) = page.findChildren(SoundDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(notices), timeout=WAIT_MS)
    assert notices[-1].kind == "success", notices[-1].text
    assert target.read_bytes().startswith(start)


def test_focus_mode_leaves_score_and_text(page: ComposerPage) -> None:
    page.set_focus_mode(True)
    assert not page.rooms[ComposingRoom].form.isVisible()
    assert not page.rooms[TakesRoom].list.isVisible()
    assert page.desk.editor.isVisible()
    assert page.parts.score.isVisible()
    page.set_focus_mode(False)
    assert page.rooms[ComposingRoom].form.isVisible()


def test_every_control_has_a_name_and_a_tooltip(page: ComposerPage) -> None:
    form = page.rooms[ComposingRoom].form
    for widget in (
        form.seed,
        form.rhythm,
        form.meter,
        form.key,
        form.temperature,
        form.temperature_slider,
        form.max_chars,
        form.stop_at_end,
        form.takes,
        form.rng_seed,
        form.new_each_time,
        form.dice,
        form.compose_button,
        form.drop_button,
        page.rooms[TakesRoom].list,
        page.parts.score,
        page.rooms[TakesRoom].details.again_button,
        page.rooms[TakesRoom].details.seed_button,
    ):
        assert widget.toolTip(), widget
        assert widget.accessibleName() or widget.text(), widget


def test_the_keyboard_alone_reaches_compose_and_the_editor(
    qtbot: QtBot, page: ComposerPage
) -> None:
    page.rooms[ComposingRoom].form.seed.setFocus()
    seen = set()
    for _ in range(30):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    assert {
        page.rooms[ComposingRoom].form.compose_button,
        page.desk.editor,
        page.rooms[TakesRoom].list,
        page.parts.score,
    } <= seen


def test_esc_stops_composing_closes_the_find_line_and_keeps_the_text(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    main_window.show_page("composer")
    page.rooms[ComposingRoom].form.max_chars.setValue(20_000)
    page.rooms[ComposingRoom].form.stop_at_end.setChecked(False)
    with qtbot.waitSignals(
        [page.rooms[ComposingRoom].session.characters_arrived] * 2, timeout=WAIT_MS
    ):
        qtbot.keyClick(main_window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=WAIT_MS):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    drawn = page.desk.editor.text()
    assert drawn.startswith("X:1\nT:")
    qtbot.keyClick(main_window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.rooms[TextsRoom].find_bar.isVisible()
    qtbot.keyClick(page.rooms[TextsRoom].find_bar.line, Qt.Key.Key_Escape)
    assert not page.rooms[TextsRoom].find_bar.isVisible()
    assert page.desk.editor.text() == drawn


def test_the_window_names_the_document_and_marks_it_as_changed(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "kesh.abc"
    path.write_text(KESH, encoding="utf-8")
    main_window.open_path(path)
    assert main_window.windowTitle().startswith("kesh.abc")
    assert not main_window.isWindowModified()
    qtbot.keyClicks(main_window.composer.desk.editor, "%")
    assert main_window.isWindowModified()
    main_window.composer.desk.editor.undo()
    assert not main_window.isWindowModified()
