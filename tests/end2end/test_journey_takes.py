"""From eight takes to a set: heard, starred, rewritten, edited, kept, played and written out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from abcstudio.notation.rewriting.measure_regions import regions_of
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.rewriting.room import RewritingRoom
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.takes.takes_model import STAR, TUNE
from abcstudio.ui.documents.document import Document
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow

TAKES = 8
NAME = "Evening"
REMARK = "% slowly"


@pytest.fixture
def page(window: MainWindow) -> Iterator[ComposerPage]:
    """The page with a small form asked for: no take is longer than it must be."""
    page = window.composer
    page.rooms[ComposingRoom].form.wishes.measures.setValue(4)
    yield page
    for document in page.desk.documents:
        document.text_document.setModified(False)


def test_by_mouse(window: MainWindow, page: ComposerPage, hands, tmp_path: Path) -> None:
    hands.click(window.page_bar.tabs["composer"])
    _choose_by_mouse(hands, page.rooms[ComposingRoom].form.rhythm, "reel")
    _choose_by_mouse(hands, page.rooms[ComposingRoom].form.wishes.form, "AABB")
    # So many are usual.
    assert page.rooms[ComposingRoom].form.takes.value() == TAKES
    hands.click(page.rooms[ComposingRoom].form.compose_button)
    _wait_for_takes(page, hands)

    _hear_by_mouse(page, hands, row=3)
    heard = page.desk.documents.current
    place = page.rooms[TakesRoom].list.visualRect(_cell(page, 5, TUNE)).center()
    hands.click_at(page.rooms[TakesRoom].list, place)
    assert page.desk.documents.current is not heard
    assert page.rooms[TakesRoom].list.sounding_row == 3
    hands.click_at(
        page.rooms[TakesRoom].list,
        page.rooms[TakesRoom].list.visualRect(_cell(page, 3, STAR)).center(),
    )
    hands.wait(lambda: heard.is_kept)
    hands.click_row(page.rooms[TakesRoom].list, 3)
    hands.click_action(window.transport, window.transport.commands.stop)

    before = page.desk.editor.text()
    chosen = _fifth_and_sixth(page, hands)
    _drag_over(page, chosen)
    hands.wait(page.rooms[RewritingRoom].offer.isVisible)
    hands.click(page.rooms[RewritingRoom].offer)
    hands.wait(lambda: page.rooms[RewritingRoom].presenter.chooser.count > 1)
    hands.click(page.rooms[RewritingRoom].bar.next_button)
    hands.click(page.rooms[RewritingRoom].bar.keep_button)
    _check_rewritten(page, before, chosen)

    _click_below_the_text(page, hands)
    hands.type(f"{REMARK}\n")

    hands.choose("tune.new_set")
    _name_the_set(hands)
    hands.choose("tune.keep_in_book")
    hands.choose("tune.play_set")
    _wait_for_the_set(window, page, hands)
    hands.click_action(window.transport, window.transport.commands.stop)
    hands.answer_file_dialog(tmp_path / "set.abc")
    hands.choose("file.export_set_abc")
    _check_written(hands, tmp_path / "set.abc", heard)


def test_by_keyboard(window: MainWindow, page: ComposerPage, hands, tmp_path: Path) -> None:
    _compose_by_keyboard(page, hands)

    hands.press("Shift+F2")
    hands.wait(
        lambda: (
            page.rooms[TakesRoom].list.sounding_row
            == page.rooms[TakesRoom].list.takes.row_of(page.desk.documents.current)
        )
    )
    first = page.desk.documents.current
    hands.press("Shift+F2")
    hands.wait(lambda: page.desk.documents.current is not first)
    hands.wait(
        lambda: (
            page.rooms[TakesRoom].list.sounding_row
            == page.rooms[TakesRoom].list.takes.row_of(page.desk.documents.current)
        )
    )
    heard = page.desk.documents.current
    hands.press("Ctrl+D")
    assert heard.is_kept
    hands.press("Esc")

    before = page.desk.editor.text()
    chosen = _fifth_and_sixth(page, hands)
    hands.tab_to(page.desk.editor)
    hands.press("Ctrl+Home")
    for keys, count in (("Right", chosen.start), ("Shift+Right", chosen.end - chosen.start)):
        for _ in range(count):
            hands.press(keys)
    hands.press("F12")
    hands.wait(lambda: page.rooms[RewritingRoom].presenter.chooser.count > 1)
    hands.press("F12")
    hands.press("Return")
    _check_rewritten(page, before, chosen)

    hands.press("Ctrl+End")
    hands.type(f"{REMARK}\n")
    _run_from_the_palette(window, hands, "new set")
    _name_the_set(hands)
    hands.press("Ctrl+B")
    hands.press("Ctrl+G")
    _wait_for_the_set(window, page, hands)
    hands.press("Esc")
    hands.answer_file_dialog(tmp_path / "set.abc", by_keyboard=True)
    _run_from_the_palette(window, hands, "export the chosen set as abc")
    _check_written(hands, tmp_path / "set.abc", heard)


def _compose_by_keyboard(page: ComposerPage, hands) -> None:
    hands.press("Ctrl+3")
    hands.tab_to(page.rooms[ComposingRoom].form.rhythm)
    hands.press("Down")
    hands.tab_to(page.rooms[ComposingRoom].form.takes)
    _type_number(hands, TAKES)
    hands.tab_to(page.rooms[ComposingRoom].form.wishes.form)
    hands.press("Down")
    assert page.rooms[ComposingRoom].form.wishes.form.currentText() == "AABB"
    hands.press("Ctrl+Return")
    _wait_for_takes(page, hands)


def _choose_by_mouse(hands, box: QComboBox, words: str) -> None:
    hands.click(box)
    view = box.view()
    hands.wait(view.isVisible)
    place = view.visualRect(view.model().index(box.findText(words), 0)).center()

    def is_chosen() -> bool:
        # A list that has just opened takes no click for a moment.
        hands.click_at(view, place)
        return not view.isVisible() and box.currentText() == words

    hands.wait(is_chosen)


def _type_number(hands, number: int) -> None:
    hands.press("Ctrl+A")
    hands.type(str(number))
    hands.press("Tab")


def _wait_for_takes(page: ComposerPage, hands) -> None:
    hands.wait(lambda: page.rooms[ComposingRoom].session.is_composing)
    hands.wait(lambda: not page.rooms[ComposingRoom].session.is_composing)
    assert page.rooms[TakesRoom].list.takes.rowCount() == TAKES
    hands.wait(lambda: page.desk.watch.view is not None)


def _hear_by_mouse(page: ComposerPage, hands, row: int) -> None:
    place = page.rooms[TakesRoom].list.visualRect(_cell(page, row, TUNE)).center()
    hands.click_at(page.rooms[TakesRoom].list, place)
    QTest.mouseDClick(page.rooms[TakesRoom].list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    hands.wait(lambda: page.rooms[TakesRoom].list.sounding_row == row)


def _fifth_and_sixth(page: ComposerPage, hands) -> Span:
    """Return where measures 5 and 6 stand in the text."""
    hands.wait(lambda: page.desk.watch.settle() is not None)
    view = page.desk.watch.view
    assert view is not None
    # With what stands before a measure's first note, the sign of a tuplet among it.
    regions = regions_of(view.score)[0]
    spans = [one.music for one in regions if one.measure.number in (5, 6)]
    return Span(spans[0].start, spans[-1].end).moved(view.offset)


def _drag_over(page: ComposerPage, chosen: Span) -> None:
    editor = page.desk.editor
    ends: list[QPoint] = []
    for place in (chosen.end, chosen.start):
        editor.select(Span(place, place))
        ends.append(editor.cursorRect().center())
    assert all(map(editor.viewport().rect().contains, ends))
    QTest.mousePress(editor.viewport(), Qt.MouseButton.LeftButton, pos=ends[1])
    QTest.mouseMove(editor.viewport(), ends[0])
    QTest.mouseRelease(editor.viewport(), Qt.MouseButton.LeftButton, pos=ends[0])
    assert editor.selection() == chosen


def _click_below_the_text(page: ComposerPage, hands) -> None:
    scrolling = page.desk.editor.verticalScrollBar()
    scrolling.setValue(scrolling.maximum())
    hands.click_at(page.desk.editor, page.desk.editor.viewport().rect().bottomLeft())
    assert page.desk.editor.hasFocus()


def _check_rewritten(page: ComposerPage, before: str, chosen: Span) -> None:
    after = page.desk.editor.text()
    assert not page.rooms[RewritingRoom].bar.isVisible()
    assert after != before
    assert after.startswith(before[: chosen.start])
    assert after.endswith(before[chosen.end :])


def _run_from_the_palette(window: MainWindow, hands, words: str) -> None:
    hands.press("Ctrl+K")
    hands.wait(window.rooms[Helpers].palette_view.isVisible)
    hands.type(words)
    hands.press("Return")


def _name_the_set(hands) -> None:
    hands.wait(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    hands.press("Ctrl+A")
    hands.type(f"{NAME}\n")
    # The list takes the name in the next turn.
    hands.wait(lambda: not isinstance(QApplication.focusWidget(), QLineEdit))


def _wait_for_the_set(window: MainWindow, page: ComposerPage, hands) -> None:
    hands.wait(lambda: window.playback.state == "playing")
    assert REMARK in page.desk.editor.text()


def _check_written(hands, path: Path, heard: Document) -> None:
    hands.wait(path.is_file)
    text = path.read_text(encoding="utf-8")
    assert REMARK in text
    assert heard.title in text
    assert "R:reel" in text


def _cell(page: ComposerPage, row: int, name: str) -> QModelIndex:
    return page.rooms[TakesRoom].list.takes.index(
        row, page.rooms[TakesRoom].list.takes.place_of(name)
    )
