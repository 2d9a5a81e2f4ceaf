"""Prepare: steps with live counts, kept in a file, trained on with the fingerprint shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from abcstudio.corpus.preparation.preparer import StepProgress
from abcstudio.recipes.preparing.prepared_corpus import load_steps
from abcstudio.ui.datasets.health.room import HealthRoom
from abcstudio.ui.datasets.preparing.room import PreparingRoom
from abcstudio.ui.services.corpus_choice import choice_from
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.training.training_corpus import TrainingCorpus
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events
from tests.unit.corpus.health.sick_tunes import SICK

pytestmark = pytest.mark.one_window

WAIT_MS = 60_000
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def preparing(qtbot: QtBot, main_window: MainWindow, tmp_path: Path) -> Iterator[PreparingRoom]:
    """The steps of a small tunebook, made."""
    path = tmp_path / "sick.abc"
    path.write_text(SICK, encoding="utf-8")
    main_window.show_page("datasets")
    page = main_window.datasets
    page.add_source(path)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 6, timeout=WAIT_MS)
    qtbot.keyClick(main_window, Qt.Key.Key_R, ALT_SHIFT)
    assert page.rooms[PreparingRoom].view.isVisible()
    _settle(qtbot, page.rooms[PreparingRoom])
    yield page.rooms[PreparingRoom]
    page.parts.views.tabs.setCurrentIndex(0)
    page.browser.filter_bar.clear()
    page.parts.sources.remove(path)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) > 6, timeout=WAIT_MS)


def _settle(qtbot: QtBot, preparing: PreparingRoom) -> None:
    qtbot.waitUntil(
        lambda: not preparing.presenter.is_busy and preparing.presenter.corpus is not None,
        timeout=WAIT_MS,
    )


def _counts(preparing: PreparingRoom) -> list[str]:
    return [row.count.text() for row in preparing.view.form.rows.values()]


def test_each_step_says_what_it_leaves_while_steps_change(
    qtbot: QtBot, main_window: MainWindow, preparing: PreparingRoom
) -> None:
    form = preparing.view.form
    assert _counts(preparing)[:5] == [
        "6 tunes",
        "6 tunes, changed: 3",
        "6 tunes",
        "6 tunes",
        "4 tunes",
    ]
    form.repeats.setFocus()
    qtbot.keyClick(form.repeats, Qt.Key.Key_Home)
    _settle(qtbot, preparing)
    assert _counts(preparing)[4] == "6 tunes"
    qtbot.mouseClick(form.clean, Qt.MouseButton.LeftButton)
    _settle(qtbot, preparing)
    assert _counts(preparing)[1] == "6 tunes"
    qtbot.mouseClick(form.select, Qt.MouseButton.LeftButton)
    page = main_window.datasets
    assert page.browser.filter_bar.search.hasFocus()
    qtbot.keyClicks(page.browser.filter_bar.search, "first")
    qtbot.keyClick(main_window, Qt.Key.Key_R, ALT_SHIFT)
    _settle(qtbot, preparing)
    assert _counts(preparing)[0] == "3 tunes"


def test_the_corpus_goes_to_training_and_is_found_again(
    qtbot: QtBot, main_window: MainWindow, preparing: PreparingRoom
) -> None:
    preparing.view.form.held_out.setValue(34)
    _settle(qtbot, preparing)
    corpus = preparing.presenter.corpus
    assert corpus is not None
    assert corpus.fingerprint in preparing.view.result.text()
    qtbot.keyClick(main_window, Qt.Key.Key_J, ALT_SHIFT)
    assert main_window.page_name == "training"
    trained_on = main_window.training.parts.corpus
    assert trained_on.tunes == corpus.tunes.training
    assert trained_on.held_out == corpus.tunes.held_out
    assert "prepared" in main_window.training.parts.form.tunes.text()
    kept = choice_from(main_window.studio.settings.training_tunes)
    assert kept.prepared is not None
    assert kept.prepared.steps == corpus.steps
    again = TrainingCorpus(main_window.studio, main_window)
    again.read_tunes()
    qtbot.waitUntil(lambda: bool(again.tunes), timeout=WAIT_MS)
    assert again.tunes == corpus.tunes.training
    assert again.held_out == corpus.tunes.held_out


def test_the_key_of_training_takes_what_is_in_front(
    qtbot: QtBot, main_window: MainWindow, preparing: PreparingRoom
) -> None:
    corpus = preparing.presenter.corpus
    assert corpus is not None
    qtbot.keyClick(main_window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert main_window.page_name == "training"
    assert main_window.training.parts.corpus.tunes == corpus.tunes.training
    main_window.show_page("datasets")
    main_window.datasets.parts.views.tabs.setCurrentIndex(0)
    qtbot.keyClick(main_window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert main_window.training.parts.corpus.tunes == main_window.datasets.browser.table.tunes
    assert main_window.training.parts.corpus.tunes != corpus.tunes.training
    main_window.show_page("datasets")
    main_window.datasets.parts.views.tabs.setCurrentWidget(preparing.view)
    action = main_window.registry.action("datasets.train")
    preparing.view.form.clean.toggle()
    assert not action.isEnabled()
    assert "makes the corpus first" in action.toolTip()
    _settle(qtbot, preparing)
    assert action.isEnabled()


def test_the_focus_goes_with_the_view(
    qtbot: QtBot, main_window: MainWindow, preparing: PreparingRoom
) -> None:
    page = main_window.datasets
    clean = preparing.view.form.clean
    assert main_window.focusWidget() is clean
    for _ in range(2):
        qtbot.keyClick(main_window, Qt.Key.Key_Q, ALT_SHIFT)
        qtbot.waitUntil(lambda: page.rooms[HealthRoom].view.shows_problems, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: main_window.focusWidget() is page.rooms[HealthRoom].view.kinds)
        qtbot.keyClick(main_window, Qt.Key.Key_R, ALT_SHIFT)
        deliver_events()
        assert main_window.focusWidget() is clean
    page.parts.preview.text.setFocus()
    qtbot.keyClick(main_window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert main_window.focusWidget() is clean


def test_steps_are_kept_in_a_file_and_taken_from_it(
    qtbot: QtBot,
    main_window: MainWindow,
    preparing: PreparingRoom,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    form = preparing.view.form
    form.tonic.setCurrentIndex(form.tonic.findData("D"))
    _settle(qtbot, preparing)
    steps, made = preparing.presenter.steps, preparing.presenter.corpus
    target = tmp_path / "steps.json"
    preparing.files.save(target)
    qtbot.waitUntil(target.exists, timeout=WAIT_MS)
    assert load_steps(target) == steps
    form.tonic.setCurrentIndex(0)
    _settle(qtbot, preparing)
    preparing.files.load(target)
    qtbot.waitUntil(lambda: preparing.presenter.steps == steps, timeout=WAIT_MS)
    _settle(qtbot, preparing)
    assert form.tonic.currentText() == "D"
    assert preparing.presenter.corpus == made
    # Where nothing can be written another place is asked for.
    elsewhere, notices = tmp_path / "elsewhere.json", main_window.notices
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(elsewhere), ""))
    preparing.files.save(target / "below a file.json")
    qtbot.waitUntil(lambda: "cannot be written" in notices.text.text(), timeout=WAIT_MS)
    assert notices.action_button.text() == "Save elsewhere…"
    qtbot.mouseClick(notices.action_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(elsewhere.exists, timeout=WAIT_MS)


def test_what_is_left_out_is_left_out_of_the_corpus(
    qtbot: QtBot, main_window: MainWindow, preparing: PreparingRoom
) -> None:
    page = main_window.datasets
    page.parts.views.tabs.setCurrentIndex(0)
    page.browser.table.choose(page.browser.table.shown[1])
    qtbot.keyClick(page.browser.table, Qt.Key.Key_E, ALT_SHIFT)
    left_out = page.browser.table.shown[1].text
    qtbot.keyClick(main_window, Qt.Key.Key_R, ALT_SHIFT)
    _settle(qtbot, preparing)
    assert _counts(preparing)[0] == "5 tunes"
    made = preparing.presenter.corpus
    assert made is not None
    assert left_out not in {tune.text for tune in (*made.tunes.training, *made.tunes.held_out)}
    # A star changes no corpus, undo does.
    page.browser.table.choose(page.browser.table.shown[0])
    qtbot.keyClick(page.browser.table, Qt.Key.Key_S, ALT_SHIFT)
    assert preparing.presenter.corpus is made
    for _ in range(2):
        qtbot.keyClick(main_window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    _settle(qtbot, preparing)
    assert _counts(preparing)[0] == "6 tunes"


def test_stars_and_melodies_can_be_asked_for(
    qtbot: QtBot, main_window: MainWindow, preparing: PreparingRoom, tmp_path: Path
) -> None:
    page = main_window.datasets
    page.parts.views.tabs.setCurrentIndex(0)
    page.browser.table.choose(page.browser.table.shown[2])
    qtbot.keyClick(page.browser.table, Qt.Key.Key_S, ALT_SHIFT)
    for words in ("is:starred", "range:>10"):
        page.browser.filter_bar.search.setText(words)
        qtbot.waitUntil(lambda: 0 < len(page.browser.table.shown) < 6, timeout=WAIT_MS)
        preparing.view.form.repeats.setCurrentIndex(0)
        qtbot.keyClick(main_window, Qt.Key.Key_R, ALT_SHIFT)
        _settle(qtbot, preparing)
        shown = len(page.browser.table.shown)
        assert _counts(preparing)[0] == ("1 tune" if shown == 1 else f"{shown} tunes")
        target = tmp_path / "steps.json"
        preparing.files.save(target)
        qtbot.waitUntil(target.exists, timeout=WAIT_MS)
        assert load_steps(target) == preparing.presenter.steps
        target.unlink()
        page.parts.views.tabs.setCurrentIndex(0)
    qtbot.keyClick(page.browser.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_opened_steps_set_the_filter_and_can_be_put_back(
    qtbot: QtBot, main_window: MainWindow, preparing: PreparingRoom, tmp_path: Path
) -> None:
    page = main_window.datasets
    page.browser.filter_bar.search.setText("first")
    form = preparing.view.form
    form.tonic.setCurrentIndex(form.tonic.findData("D"))
    _settle(qtbot, preparing)
    target = tmp_path / "first.json"
    preparing.files.save(target)
    qtbot.waitUntil(target.exists, timeout=WAIT_MS)
    page.browser.filter_bar.clear()
    form.tonic.setCurrentIndex(0)
    _settle(qtbot, preparing)
    before = preparing.presenter.corpus
    notices: list[Notice] = []
    main_window.studio.notice_requested.connect(notices.append)
    preparing.files.load(target)
    qtbot.waitUntil(lambda: form.tonic.currentText() == "D", timeout=WAIT_MS)
    assert page.browser.filter_bar.search.text() == "first"
    assert notices[-1].text == "The steps of first.json are taken."
    _settle(qtbot, preparing)
    assert _counts(preparing)[0] == "3 tunes"
    undo = notices[-1].action
    assert undo is not None
    undo()
    _settle(qtbot, preparing)
    assert page.browser.filter_bar.search.text() == ""
    assert preparing.presenter.corpus == before


def test_steps_that_are_done_have_their_counts_while_others_are_at_work(
    qtbot: QtBot, preparing: PreparingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    form, told = preparing.view.form, list[list[str]]()
    show = form.show_progress

    def watched(progress: StepProgress) -> None:
        show(progress)
        told.append([progress.step, *_counts(preparing)])

    monkeypatch.setattr(form, "show_progress", watched)
    form.clean.toggle()
    _settle(qtbot, preparing)
    form.clean.toggle()
    _settle(qtbot, preparing)
    at_clean = next(counts for step, *counts in told if step == "clean")
    assert at_clean == ["6 tunes", "0 %", "…", "…", "…", "…"]
    at_split = [counts for step, *counts in told if step == "split"]
    assert all("…" not in counts for counts in at_split)
    assert "…" not in _counts(preparing)


def test_making_it_can_be_given_up(qtbot: QtBot, preparing: PreparingRoom) -> None:
    preparing.view.form.clean.toggle()
    preparing.presenter.cancel()
    assert preparing.view.result.text() == "Cancelled. Change a step to begin again."
    assert not preparing.view.train.isEnabled()
    preparing.view.form.clean.toggle()
    _settle(qtbot, preparing)
    assert preparing.view.train.isEnabled()
