"""Health: problems by kind, the fix shown as a difference, fixed, undone, written elsewhere."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from abcstudio.corpus.health.problem import OTHER_VERSIONS
from abcstudio.corpus.sources import read_tunebook
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from abcstudio.ui.datasets.health.room import HealthRoom
from abcstudio.ui.window.main_window import MainWindow
from tests.unit.corpus.health.sick_tunes import SICK

pytestmark = pytest.mark.one_window

WAIT_MS = 60_000
CTRL = Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def health(qtbot: QtBot, main_window: MainWindow, tmp_path: Path) -> Iterator[HealthRoom]:
    """The problems of a small tunebook, listed."""
    path = tmp_path / "sick.abc"
    path.write_text(SICK, encoding="utf-8")
    main_window.show_page("datasets")
    page = main_window.datasets
    page.add_source(path)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 6, timeout=WAIT_MS)
    qtbot.keyClick(main_window, Qt.Key.Key_Q, ALT_SHIFT)
    assert page.rooms[HealthRoom].view.isVisible()
    assert page.rooms[HealthRoom].view.summary.text() == ""
    _settle(qtbot, page.rooms[HealthRoom])
    yield page.rooms[HealthRoom]
    page.parts.views.tabs.setCurrentIndex(0)
    page.parts.sources.remove(path)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) > 6, timeout=WAIT_MS)


def _settle(qtbot: QtBot, health: HealthRoom) -> None:
    qtbot.waitUntil(lambda: not health.presenter.is_busy, timeout=WAIT_MS)


def _go_to(qtbot: QtBot, health: HealthRoom, kind: str) -> None:
    kinds = health.view.kinds
    kinds.setFocus()
    qtbot.keyClick(kinds, Qt.Key.Key_Home)
    while kinds.kind is not None and kinds.kind.kind != kind:
        qtbot.keyClick(kinds, Qt.Key.Key_Down)


def _kinds(health: HealthRoom) -> list[str]:
    return [kind.kind for kind in health.view.kinds.kinds]


def _difference(health: HealthRoom) -> list[str]:
    return [f"{line.sign}{line.text}" for line in health.view.difference.lines]


def test_a_fix_is_shown_made_by_key_and_undone(
    qtbot: QtBot, main_window: MainWindow, health: HealthRoom
) -> None:
    _go_to(qtbot, health, "missing-reference-number")
    qtbot.waitUntil(lambda: bool(health.view.difference.lines), timeout=WAIT_MS)
    assert _difference(health)[0] == "+X:7"
    assert health.view.sentence.text() == (
        "The tune has no X: field. Every tune begins with X: and a number."
    )
    assert main_window.datasets.parts.preview.tune is not None
    assert main_window.datasets.parts.preview.tune.title == "No number"
    before = _kinds(health)
    qtbot.keyClick(health.view.kinds, Qt.Key.Key_X, ALT_SHIFT)
    qtbot.waitUntil(lambda: "missing-reference-number" not in _kinds(health), timeout=WAIT_MS)
    assert health.view.summary.text().endswith("1 tune changed")
    undo = main_window.registry.action("datasets.undo")
    assert undo.text() == "Und&o: Tunes without a number (X:)"
    qtbot.keyClick(health.view.kinds, Qt.Key.Key_Z, CTRL)
    _settle(qtbot, health)
    assert _kinds(health) == before
    assert not undo.text().startswith("&Undo")


def test_what_cannot_be_seen_is_named_in_the_difference(qtbot: QtBot, health: HealthRoom) -> None:
    _go_to(qtbot, health, "odd-character")
    qtbot.waitUntil(lambda: bool(health.view.difference.lines), timeout=WAIT_MS)
    shown = health.view.difference.toPlainText()
    # A letter of another alphabet stands in it, too.
    assert "- a2c2‹U+200B›|\u04352a2|a2|\n+ a2c2|e2a2|a2|" in shown
    gone, come = (line for line in health.view.difference.lines if line.sign in "-+")
    assert gone.text[gone.start : gone.end] == "\u200b|\u0435"
    assert come.text[come.start : come.end] == "|e"


def test_a_kind_without_room_stands_in_two_lines(qtbot: QtBot, health: HealthRoom) -> None:
    kinds = health.view.kinds
    heights = [kinds.rowHeight(row) for row in range(kinds.rowCount())]
    health.view.across.setSizes([150, 500])
    qtbot.waitUntil(
        lambda: max(kinds.rowHeight(row) for row in range(kinds.rowCount())) > max(heights),
        timeout=WAIT_MS,
    )


def test_all_of_a_kind_are_fixed_by_mouse_and_a_tune_is_left_out(
    qtbot: QtBot, main_window: MainWindow, health: HealthRoom
) -> None:
    _go_to(qtbot, health, "odd-character")
    assert health.view.fix_kind.text() == "Fix the only one"
    qtbot.mouseClick(health.view.fix_kind, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "odd-character" not in _kinds(health), timeout=WAIT_MS)
    _settle(qtbot, health)
    _go_to(qtbot, health, "measure-short")
    # Its fix would guess, so that it is made for this one only.
    assert health.view.sentence.text().endswith("The fix is a guess: check it before you make it.")
    qtbot.waitUntil(lambda: bool(health.view.difference.lines), timeout=WAIT_MS)
    assert _difference(health)[-1] == "+a2c2|e2a2|a4|"
    assert health.view.fix.isEnabled()
    assert not health.view.fix_kind.isEnabled()
    assert health.view.fix_kind.toolTip() == "No fix is known for this kind of problem."
    qtbot.mouseClick(health.view.leave_out, Qt.MouseButton.LeftButton)
    _settle(qtbot, health)
    assert "measure-short" not in _kinds(health)
    assert 5 not in health.presenter.book.kept


def test_from_a_kind_that_is_fixed_the_focus_goes_to_the_next(
    qtbot: QtBot, health: HealthRoom
) -> None:
    view = health.view
    _go_to(qtbot, health, "odd-character")
    following = _kinds(health)[view.kinds.currentRow() + 1]
    view.fix_kind.setFocus()
    qtbot.keyClick(view.fix_kind, Qt.Key.Key_Space)
    _settle(qtbot, health)
    assert "odd-character" not in _kinds(health)
    qtbot.waitUntil(view.kinds.hasFocus, timeout=WAIT_MS)
    assert view.kinds.kind is not None
    assert view.kinds.kind.kind == following
    # Where one is not at the button, one stays where one is.
    _go_to(qtbot, health, "same-text")
    view.problems.setFocus()
    qtbot.keyClick(view.problems, Qt.Key.Key_C, ALT_SHIFT)
    _settle(qtbot, health)
    assert "same-text" not in _kinds(health)
    assert view.problems.hasFocus()


def test_a_kind_of_which_some_stay_is_passed_by(qtbot: QtBot, health: HealthRoom) -> None:
    kinds = health.view.kinds
    _go_to(qtbot, health, _kinds(health)[0])
    kinds.go_past("another kind")
    assert kinds.currentRow() == 0
    kinds.go_past(_kinds(health)[0])
    assert kinds.currentRow() == 1
    last = _kinds(health)[-1]
    _go_to(qtbot, health, last)
    kinds.go_past(last)
    assert kinds.currentRow() == len(_kinds(health)) - 1


def test_the_cleaned_tunebook_is_written_and_nothing_else(
    qtbot: QtBot,
    main_window: MainWindow,
    health: HealthRoom,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _go_to(qtbot, health, "same-text")
    qtbot.keyClick(health.view.kinds, Qt.Key.Key_C, ALT_SHIFT)
    qtbot.waitUntil(lambda: "same-text" not in _kinds(health), timeout=WAIT_MS)
    target = tmp_path / "clean.abc"
    health.export.write(target)
    qtbot.waitUntil(target.exists, timeout=WAIT_MS)
    assert "by another name" not in target.read_text(encoding="utf-8")
    assert (tmp_path / "sick.abc").read_text(encoding="utf-8") == SICK
    qtbot.waitUntil(
        lambda: main_window.notices.text.text() == "5 tunes are written to clean.abc.",
        timeout=WAIT_MS,
    )
    # Where nothing can be written another place is asked for.
    target = tmp_path / "clean.abc" / "below a file.abc"
    health.export.write(target)
    notices = main_window.notices
    qtbot.waitUntil(lambda: "cannot be written" in notices.text.text(), timeout=WAIT_MS)
    elsewhere = tmp_path / "elsewhere.abc"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(elsewhere), ""))
    assert notices.action_button.text() == "Save elsewhere…"
    qtbot.mouseClick(notices.action_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(elsewhere.exists, timeout=WAIT_MS)


def test_looking_can_be_given_up_and_begun_again(
    qtbot: QtBot, main_window: MainWindow, health: HealthRoom
) -> None:
    health.presenter.cancel()
    assert not health.view.shows_problems
    assert health.view.state.title.text() == "Are these tunes well?"
    health.presenter.scan()
    assert health.view.state.title.text() == "Looking for problems…"
    _settle(qtbot, health)
    assert health.view.shows_problems


def test_away_from_health_undo_brings_sources_back_and_the_preview_shows_the_table(
    qtbot: QtBot, main_window: MainWindow, health: HealthRoom
) -> None:
    page = main_window.datasets
    _go_to(qtbot, health, "same-text")
    qtbot.keyClick(health.view.kinds, Qt.Key.Key_X, ALT_SHIFT)
    _settle(qtbot, health)
    assert main_window.registry.action("datasets.undo").isEnabled()
    page.parts.views.tabs.setCurrentIndex(0)
    assert main_window.registry.action("datasets.undo").text().startswith("&Bring back")
    assert page.parts.preview.tune is page.browser.table.tune


def test_the_look_shows_how_far_it_is(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("datasets")
    page = main_window.datasets
    health = page.rooms[HealthRoom]
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) > 1000, timeout=WAIT_MS)
    qtbot.keyClick(main_window, Qt.Key.Key_Q, ALT_SHIFT)
    bar = health.view.state.bar
    qtbot.waitUntil(lambda: bar.isVisible() and bar.value() > 100, timeout=WAIT_MS)
    assert bar.maximum() == len(page.browser.table.tunes)
    assert health.view.state.title.text() == "Looking for problems…"
    health.presenter.cancel()
    assert not bar.isVisible()
    page.parts.views.tabs.setCurrentIndex(0)


def test_the_list_stays_while_problems_are_looked_for_again_and_no_key_is_passed_over(
    qtbot: QtBot, main_window: MainWindow, health: HealthRoom, tmp_path: Path
) -> None:
    page, view, count = main_window.datasets, health.view, 3_000
    path = tmp_path / "many.abc"
    # With its remark each tune is read whole, so that looking takes a while.
    tune = "X:1\nT:One of many\nL:1/8\nK:G\nGABc dedB|GABc dedB| % read whole\n\n"
    path.write_text(tune * count, encoding="utf-8")
    page.add_source(path)
    qtbot.waitUntil(lambda: len(health.presenter.problems) >= 2 * (count - 1), timeout=WAIT_MS)
    _go_to(qtbot, health, "repeated-number")
    qtbot.keyClick(view.kinds, Qt.Key.Key_C, ALT_SHIFT)
    qtbot.waitUntil(lambda: view.summary.text().endswith("of 3000 tunes"), timeout=WAIT_MS)
    assert view.summary.text().startswith("Looking for problems… ")
    assert view.shows_problems
    qtbot.keyClick(view.kinds, Qt.Key.Key_C, ALT_SHIFT)
    words = "Problems are being looked for: fix more once it is done."
    assert main_window.notices.text.text() == words
    _settle(qtbot, health)
    assert "repeated-number" not in _kinds(health)
    assert view.summary.text().endswith(" problems, 2999 tunes changed")
    page.parts.sources.remove(path)


def test_all_problems_are_fixed_at_once_shown_tune_by_tune_and_undone_in_one_step(
    qtbot: QtBot, main_window: MainWindow, health: HealthRoom
) -> None:
    before = _kinds(health)
    assert "changed" not in before
    qtbot.mouseClick(health.view.fix_all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "changed" in _kinds(health), timeout=WAIT_MS)
    _settle(qtbot, health)
    kept = {"near-copy", "variant", "measure-short", "changed"}
    assert set(_kinds(health)) <= kept
    # What has changed is in front: a row a tune, the lines below.
    assert health.view.kinds.kind is not None
    assert health.view.kinds.kind.kind == "changed"
    changed = health.presenter.book.changed
    assert [problem.place for problem in health.view.problems.problems] == [*changed]
    assert len(changed) > 3
    assert health.view.sentence.text() == "This tune is left out."
    assert _difference(health)[0] == "-X:2"
    assert not health.view.leave_out.isEnabled()
    health.view.problems.setFocus()
    qtbot.keyClick(health.view.problems, Qt.Key.Key_End)
    assert health.view.sentence.text() == "Fixes have changed this tune as shown."
    assert "+a2c2|e2a2|a2|" in _difference(health)
    assert health.view.difference.placeholderText() == ""
    qtbot.keyClick(health.view.kinds, Qt.Key.Key_Z, CTRL)
    _settle(qtbot, health)
    assert _kinds(health) == before
    assert health.presenter.book.changed == ()
    assert not health.history.can_undo


def test_duplicates_are_a_command(
    qtbot: QtBot, main_window: MainWindow, health: HealthRoom
) -> None:
    main_window.datasets.parts.views.tabs.setCurrentIndex(0)
    main_window.registry.action("datasets.duplicates").trigger()
    assert health.view.isVisible()
    _settle(qtbot, health)
    assert health.view.kinds.kind is not None
    assert health.view.kinds.kind.kind == "same-text"


def _header_and_music(text: str) -> tuple[str, str]:
    start = text.index("\n", text.index("\nK:") + 1) + 1
    return text[:start], text[start:]


def test_thirty_broken_tunes_of_three_hundred_are_fixed_in_one_step(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path
) -> None:
    whole = [tune.text for tune in read_tunebook(bundled_tunebook())[:2400:8]]
    broken = [text for text in whole if parse(text).diagnostics == ()][:300:10]
    faults = itertools.cycle(
        (
            lambda header, music: header.partition("\n")[2] + music,
            lambda header, music: header + music.replace("|", "?|", 1),
            lambda header, music: (
                header + re.sub(r"([A-Ga-g])(\d?) ", r"[\1\1,\2 ", music, count=1)
            ),
            lambda header, music: f'{header}"Am {music.replace(chr(34), "")}',
            lambda header, music: header.replace("\nK:", "\nwords\nK:") + music,
            lambda header, music: header.replace("\nT:", "\n T:") + music + "(",
        )
    )
    faulty = {text: next(faults)(*_header_and_music(text)) for text in broken}
    path = tmp_path / "messy.abc"
    path.write_text("\n\n".join(faulty.get(text, text) for text in whole), encoding="utf-8")
    main_window.show_page("datasets")
    page, health = main_window.datasets, main_window.datasets.rooms[HealthRoom]
    page.add_source(path)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == len(whole), timeout=WAIT_MS)
    main_window.registry.action("datasets.health").trigger()
    _settle(qtbot, health)
    before = {problem.place for problem in health.presenter.problems if problem.can_fix}
    assert before >= {whole.index(text) for text in broken}
    qtbot.mouseClick(health.view.fix_all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "changed" in _kinds(health), timeout=WAIT_MS)
    _settle(qtbot, health)
    book = health.presenter.book
    assert {whole.index(text) for text in broken} <= {*book.changed}
    for place in map(whole.index, broken):
        assert parse(book.texts[place] or "").diagnostics == ()
    for problem in health.presenter.problems:
        assert problem.is_guess or not problem.can_fix or problem.kind in OTHER_VERSIONS
    qtbot.keyClick(health.view.kinds, Qt.Key.Key_Z, CTRL)
    _settle(qtbot, health)
    assert health.presenter.book.changed == ()
    page.parts.views.tabs.setCurrentIndex(0)
    page.parts.sources.remove(path)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) > len(whole), timeout=WAIT_MS)
