"""Takes outlive the session: listed again with number, star and origin, and asked for again.

Over 400 lines: each test ends the program and starts it again, by the same steps.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from abcstudio.composing.history.remembered_take import take_data
from abcstudio.composing.history.take_history import change_takes, journal_of, listed_takes
from abcstudio.composing.provenance import Provenance, with_provenance
from abcstudio.composing.takes import make_take
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.paths import bundled_model, takes_dir
from abcstudio.settings import Settings
from abcstudio.ui.composer.desk.tune_watch import facts_of
from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.controls.numbers.number_boxes import NumberBox
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow

TUNE = "X:1\nT:Tune {0}\nR:jig\nM:6/8\nL:1/8\nK:D\nABc def|gfe dcB|"
SAMPLING = SamplingConfig(temperature=0.5, max_chars=77, rng_seed=42, stop_at_tune_end=False)
ORIGIN = Provenance(
    model="Folk",
    fingerprint="0123456789ab",
    prompt="X:1\nT:Tune",
    take=1,
    takes=3,
    sampling=SamplingConfig(temperature=0.5, rng_seed=42),
)
NEWER = ("problems", "facts", "made", "touched", "cut")
Start = Callable[[], MainWindow]


def rows(window: MainWindow) -> int:
    return window.composer.rooms[TakesRoom].list.takes.rowCount()


def shown(window: MainWindow, column: int = 1) -> list[str]:
    takes = window.composer.rooms[TakesRoom].list.takes
    return [takes.data(takes.index(row, column)) for row in range(takes.rowCount())]


def compose(window: MainWindow, tune: str = TUNE) -> Document:
    """Put a take on the list as the composing of one does."""
    history = window.composer.rooms[TakesRoom].history
    number = history.next_numbers()[0]
    take = Document(history.name_of(number), with_provenance(tune.format(number), ORIGIN) + "\n")
    take.provenance.take_number = number
    take.provenance.origin = TakeOrigin(
        made=Provenance(
            model="Folk", fingerprint="", prompt="X:1\nT:Tune", sampling=SAMPLING, take=1, takes=3
        ),
        model_path=bundled_model(),
    )
    window.composer.desk.documents.add(take)
    window.composer.desk.watch.settle()
    history.remember(take, facts_of(take.text()))
    return take


def wait_for_facts(qtbot: QtBot) -> None:
    """Wait until what is found out about all takes is kept."""

    def are_kept() -> bool:
        return all(take.facts is not None for take in listed_takes(takes_dir()).takes)

    qtbot.waitUntil(are_kept, timeout=30_000)


def test_the_ground_beside_a_star_is_the_star(start: Start, qtbot: QtBot) -> None:
    window = start()
    take = compose(window)
    takes = window.composer.rooms[TakesRoom].list
    assert not take.is_kept
    star = takes.visualRect(takes.takes.index(0, 3))
    for place in (star.center(), star.topLeft() + QPoint(-10, star.height() // 2)):
        before = take.is_kept
        qtbot.mouseClick(takes.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert take.is_kept is not before


def test_only_the_tune_of_a_row_has_the_frame_of_the_focus(start: Start) -> None:
    window = start()
    compose(window)
    takes = window.composer.rooms[TakesRoom].list
    for column in range(4):
        index = takes.takes.index(0, column)
        option = QStyleOptionViewItem()
        option.state |= QStyle.StateFlag.State_HasFocus
        delegate = takes.itemDelegateForIndex(index)
        assert isinstance(delegate, QStyledItemDelegate)
        delegate.initStyleOption(option, index)
        has_frame = bool(option.state & QStyle.StateFlag.State_HasFocus)
        assert has_frame is (column == 1)


def test_the_sign_of_a_problem_outlives_the_session(start: Start, qtbot: QtBot) -> None:
    window = start()
    compose(window, TUNE.replace("dcB|", "dc|"))
    window = start()
    takes = window.composer.rooms[TakesRoom].list.takes
    mark = takes.index(0, 2)
    tooltip = takes.data(mark, Qt.ItemDataRole.ToolTipRole)
    assert "Problems: " in tooltip
    # As a take of an older version of the program was kept.
    wait_for_facts(qtbot)
    window.close()
    (take,) = listed_takes(takes_dir()).takes
    change_takes(takes_dir(), {take.key: None})
    kept = {name: value for name, value in take_data(take).items() if name not in NEWER}
    path = takes_dir() / "take-1-0a.json"
    path.write_text(json.dumps(kept), "utf-8")
    window = start()
    takes = window.composer.rooms[TakesRoom].list.takes
    qtbot.waitUntil(lambda: takes.data(takes.index(0, 2), Qt.ItemDataRole.ToolTipRole) == tooltip)
    wait_for_facts(qtbot)
    window.close()
    assert not path.exists()
    (again,) = listed_takes(takes_dir()).takes
    assert again.problems == take.problems > 0
    assert again.facts == take.facts is not None


def test_takes_are_listed_again_after_a_restart(start: Start, qtbot: QtBot) -> None:
    window = start()
    for _ in range(3):
        compose(window)
    window.composer.rooms[TakesRoom].choice.toggle_kept()
    assert shown(window, 0) == ["3", "2", "1"]
    window = start()
    composer = window.composer
    assert shown(window, 0) == ["3", "2", "1"]
    assert shown(window) == ["Tune 3", "Tune 2", "Tune 1"]
    assert len(list(composer.desk.documents)) == 1
    composer.rooms[TakesRoom].list.selectRow(1)
    assert composer.desk.documents.current.label == "Take 2, Tune 2"
    assert window.windowTitle() == "Take 2, Tune 2[*] - ABC Studio"
    assert (
        composer.rooms[TextsRoom].tabs.tabText(composer.rooms[TextsRoom].tabs.currentIndex())
        == "2 · Tune 2"
    )
    assert window.playback.tune.source == "Take 2"
    assert shown(window, 0) == ["3", "2", "1"]
    assert not composer.desk.documents.current.needs_saving
    assert composer.desk.documents.current.provenance.origin == TakeOrigin(
        made=Provenance(
            model="Folk",
            prompt="X:1\nT:Tune",
            sampling=SAMPLING,
            take=1,
            takes=3,
            fingerprint="0123456789ab",
        ),
        model_path=bundled_model(),
    )
    # A number is never given twice, and the star stays at its take.
    compose(window)
    composer.rooms[TakesRoom].list.keep_toggled.emit(
        composer.rooms[TakesRoom].list.takes.take_at(3)
    )
    window = start()
    assert shown(window, 0) == ["4", "3", "2", "1"]
    takes = window.composer.rooms[TakesRoom].list.takes
    assert [takes.take_at(row).is_kept for row in range(4)] == [False, True, False, True]


@pytest.mark.parametrize("title", ["Short", "A long title that no list has room for " * 3])
def test_an_unsaved_take_is_marked_whatever_its_title(start: Start, title: str) -> None:
    window = start()
    take = compose(window)
    take.set_title(title)
    view = window.composer.rooms[TakesRoom].list
    index = view.takes.index(0, 1)
    place = view.visualRect(index)
    before = view.viewport().grab(place).toImage()
    assert "Not saved" not in view.takes.data(index, Qt.ItemDataRole.AccessibleTextRole)
    # No character is seen or told of otherwise.
    take.text_document.setModified(True)
    after = view.viewport().grab(place).toImage()
    assert before != after
    assert view.takes.data(index, Qt.ItemDataRole.AccessibleTextRole).endswith("Not saved")
    take.text_document.setModified(False)


def test_a_take_off_the_list_comes_back_by_undo(start: Start, qtbot: QtBot) -> None:
    window = start()
    said: list[Notice] = []
    window.studio.notice_requested.connect(said.append)
    for _ in range(2):
        compose(window)
    window = start()
    window.studio.notice_requested.connect(said.append)
    view = window.composer.rooms[TakesRoom].list
    view.setFocus()
    view.selectRow(1)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert shown(window, 0) == ["2"]
    assert said[-1].text == "Take 1, Tune 1 is off the list."
    assert said[-1].action is not None
    said[-1].action()
    assert shown(window, 0) == ["2", "1"]
    assert window.close()
    assert [take.number for take in listed_takes(takes_dir()).takes] == [2, 1]


def test_delete_goes_on_with_the_take_that_comes_in_its_place(start: Start, qtbot: QtBot) -> None:
    window = start()
    for _ in range(4):
        compose(window)
    window = start()
    composer, view = window.composer, window.composer.rooms[TakesRoom].list
    view.setFocus()
    view.selectRow(1)
    for left, chosen in ((["4", "2", "1"], 2), (["4", "1"], 1), (["4"], 4)):
        qtbot.keyClick(view, Qt.Key.Key_Delete)
        assert shown(window, 0) == left
        assert composer.desk.documents.current.provenance.take_number == chosen
        assert view.takes.take_at(view.currentIndex().row()) is composer.desk.documents.current
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert shown(window, 0) == []
    assert composer.desk.documents.current.provenance.take_number == 0
    undo = window.registry.action("edit.undo")
    for back, chosen in ((["4"], 4), (["4", "1"], 1), (["4", "2", "1"], 2)):
        assert undo.text() == "&Undo removing a take"
        qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert shown(window, 0) == back
        assert composer.desk.documents.current.provenance.take_number == chosen
        assert view.hasFocus()
    # What was said of the takes that are back is said no more.
    window.notices.put_away()
    assert window.notices.notice is None
    composer.desk.editor.setFocus()
    assert undo.text() == "&Undo"
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(window, 0) == ["4", "2", "1"]
    view.setFocus()
    undo.trigger()
    assert shown(window, 0) == ["4", "3", "2", "1"]
    assert undo.text() == "&Undo"
    assert window.close()


def focus(view: QWidget, qtbot: QtBot) -> None:
    """Put the keyboard there, in a window that may still be about to become active."""
    view.window().activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)


@pytest.mark.parametrize("way", ["by keys", "by the notice"])
def test_a_removed_take_comes_back_with_its_edit(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    window = start()
    said: list[Notice] = []
    window.studio.notice_requested.connect(said.append)
    for _ in range(2):
        compose(window)
    composer, view = window.composer, window.composer.rooms[TakesRoom].list
    focus(view, qtbot)
    view.selectRow(0)
    composed = composer.desk.editor.text()
    edited = composed.replace("T:Tune 2", "T:Mine")
    composer.desk.documents.current.replace_text(edited)
    composer.desk.watch.settle()
    asked: list[str] = []

    def discard(question: str, *_: object) -> int:
        asked.append(question)
        return 1

    monkeypatch.setattr(composer.parts.files, "ask", discard)
    focus(view, qtbot)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert asked == ["Take 2, Mine is not saved."]
    assert shown(window) == ["Tune 1"]
    if way == "by keys":
        qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    else:
        action = said[-1].action
        assert action is not None
        action()
        assert shown(window) == ["Mine", "Tune 1"]
        view.selectRow(0)
    assert shown(window) == ["Mine", "Tune 1"]
    assert composer.desk.editor.text() == edited
    take = composer.desk.documents.current
    assert take.needs_saving
    assert [each for each in composer.desk.documents if each.provenance.take_number == 2] == [take]
    # What was edited can be taken back, and is lost no other time either.
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == composed
    composer.desk.editor.redo()
    focus(view, qtbot)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert composer.desk.editor.text() == edited
    assert len(asked) == 2


def test_a_saved_take_and_its_file_are_one_text(start: Start, tmp_path: Path) -> None:
    window = start()
    compose(window)
    path = tmp_path / "saved.abc"
    assert window.composer.parts.files.save_to(window.composer.desk.documents.current, path)
    for way in ("the row, then the file", "the file, then the row", "the file is gone"):
        window = start()
        composer = window.composer
        if way == "the file, then the row":
            window.open_path(path)
        elif way == "the file is gone":
            path.unlink()
        composer.rooms[TakesRoom].list.selectRow(0)
        assert shown(window) == ["Tune 1"]
        document = composer.desk.documents.current
        assert document.provenance.origin is not None
        if path.exists():
            assert document.path == path
            window.open_path(path)
            assert composer.desk.documents.current is document
            assert len([each for each in composer.desk.documents if each.path == path]) == 1
        else:
            assert document.label == "Take 1, Tune 1"
            assert document.text() == with_provenance(TUNE.format(1), ORIGIN) + "\n"


def test_a_take_that_was_saved_under_another_title_keeps_it(start: Start, tmp_path: Path) -> None:
    window = start()
    take = compose(window)
    take.replace_text(take.text().replace("T:Tune 1", "T:Steeple"))
    window.composer.desk.watch.settle()
    assert window.composer.parts.files.save_to(take, tmp_path / "saved.abc")
    assert shown(start()) == ["Steeple"]


def test_takes_that_cannot_be_read_are_told_of_once(start: Start, qtbot: QtBot) -> None:
    window = start()
    compose(window)
    start()
    folder = takes_dir()
    for number in (7, 8, 9):
        (folder / f"take-{number}-ff.json").write_text("{", encoding="utf-8")
    window = MainWindow(Studio(Settings(theme="light", language="en")))
    said: list[Notice] = []
    window.studio.notice_requested.connect(said.append)
    window.show()
    qtbot.waitUntil(lambda: bool(said) and rows(window) == 1, timeout=10_000)
    (notice,) = said
    assert notice.stays
    assert notice.text.startswith("take-9-ff.json cannot be used: it is damaged. It is kept as")
    assert notice.text.endswith("The same is true of 2 more files of its folder.")
    assert len(list(folder.glob("*.damaged"))) == 3
    assert window.close()
    assert window.studio.shut_down()
    window.deleteLater()


def test_entries_that_are_damaged_are_told_of_and_all_others_are_there(
    start: Start, qtbot: QtBot
) -> None:
    window = start()
    for _ in range(3):
        compose(window)
    window.close()
    journal = journal_of(takes_dir())
    journal.write_bytes(journal.read_bytes().replace(b"Tune 2", b"Tune 7", 1))
    window = MainWindow(Studio(Settings(theme="light", language="en")))
    said: list[Notice] = []
    window.studio.notice_requested.connect(said.append)
    window.show()
    qtbot.waitUntil(lambda: bool(said) and rows(window) == 2, timeout=10_000)
    (notice,) = said
    assert notice.stays
    assert notice.text == (
        "Damaged entries in the history of takes: 1. "
        "They are left out, and kept as takes.journal.damaged; all other takes are here."
    )
    assert shown(window) == ["Tune 3", "Tune 1"]
    assert window.close()
    assert window.studio.shut_down()
    window.deleteLater()


def test_what_is_being_composed_at_the_end_is_kept(start: Start) -> None:
    window = start()
    take = Document("Take 1", TUNE.format(1))
    take.provenance.take_number = window.composer.rooms[TakesRoom].history.next_numbers()[0]
    take.begin_composing()
    window.composer.desk.documents.add(take)
    window.end_without_asking()
    assert [take.title for take in listed_takes(takes_dir()).takes] == ["Tune 1"]


def test_a_history_that_cannot_be_written_is_said_once_and_closing_asks(
    start: Start, qtbot: QtBot, home: Path
) -> None:
    window = start()
    said: list[Notice] = []
    window.studio.notice_requested.connect(said.append)
    takes_dir().parent.mkdir(parents=True, exist_ok=True)
    takes_dir().write_text("in the way", encoding="utf-8")
    take = compose(window)
    qtbot.waitUntil(lambda: bool(said), timeout=5000)
    compose(window)
    qtbot.waitUntil(lambda: not take.provenance.history_key, timeout=5000)
    take.set_kept(True)
    assert take.needs_saving
    assert len([one for one in said if one.kind == "warning"]) == 1
    take.set_kept(False)
    takes_dir().unlink()


def test_a_reopened_file_of_several_tunes_knows_it_in_each(start: Start, tmp_path: Path) -> None:
    composer = start().composer
    path = tmp_path / "several.abc"
    raw = "\n\n".join(TUNE.format(number) for number in (1, 2, 3))
    path.write_text(make_take(1, raw, ORIGIN).text, encoding="utf-8")
    composer.open_path(path)
    for place in range(3):
        composer.rooms[OutlineRoom].presenter.go_to(place)
        composer.desk.watch.settle()
        assert composer.desk.documents.current.provenance.origin is not None
        assert composer.rooms[TakesRoom].details.options["rng_seed"].text() == "42, tune 2 of 3"


def test_a_reopened_file_knows_how_it_was_composed(start: Start, tmp_path: Path) -> None:
    window = start()
    composer = window.composer
    path = tmp_path / "mine.abc"
    path.write_text(with_provenance(TUNE.format(9), ORIGIN) + "\n", encoding="utf-8")
    composer.open_path(path)
    assert composer.rooms[TakesRoom].details.model.text() == "Folk"
    assert composer.rooms[TakesRoom].details.options["rng_seed"].text() == "42, tune 2 of 3"
    assert window.registry.action("tune.compose_again").isEnabled()
    said: list[Notice] = []
    window.studio.notice_requested.connect(said.append)
    composer.rooms[TakesRoom].details.seed_button.click()
    # A model of that name is there, but not the one that composed it.
    assert said[0].text == "The model Folk is not here; Folk composes in its place."
    form = composer.rooms[ComposingRoom].form
    assert (form.rng_seed.value(), form.takes.value()) == (42, 3)
    assert form.temperature.value() == 0.5
    assert form.seed.toPlainText() == "X:1\nT:Tune"
    assert not form.new_each_time.isChecked()
    # It is a file, no take; and a text that says nothing has no origin.
    assert rows(window) == 0
    composer.parts.files.open_text("X:1\nK:C\nC|\n", "plain")
    assert composer.rooms[TakesRoom].details.again_button.isHidden()


def test_dice_are_written_alike_everywhere(start: Start, tmp_path: Path) -> None:
    window = start()
    composer, seed = window.composer, 1430830857
    path = tmp_path / "mine.abc"
    rolled = replace(ORIGIN, sampling=SamplingConfig(temperature=0.5, rng_seed=seed))
    path.write_text(with_provenance(TUNE.format(9), rolled) + "\n", encoding="utf-8")
    composer.open_path(path)
    composer.rooms[TakesRoom].details.seed_button.click()
    dice = window.training.parts.form.config_form.controls["rng_seed"]
    assert isinstance(dice, NumberBox)
    dice.setValue(seed)
    for words in (
        composer.rooms[ComposingRoom].form.rng_seed.text(),
        composer.rooms[TakesRoom].details.options["rng_seed"].text(),
        dice.text(),
        path.read_text(encoding="utf-8"),
    ):
        assert "1430830857" in words
    assert "1,430" not in composer.rooms[ComposingRoom].form.rng_seed.toolTip() + dice.toolTip()
