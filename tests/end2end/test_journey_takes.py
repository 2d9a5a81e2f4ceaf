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
from abcstudio.ui.composer.takes.takes_model import STAR, TUNE
from abcstudio.ui.documents.document import Document
from abcstudio.ui.window.main_window import MainWindow

TAKES = 8
NAME = "Evening"
REMARK = "% slowly"


@pytest.fixture
def page(window: MainWindow) -> Iterator[ComposerPage]:
    """The page with a small form asked for: no take is longer than it must be."""
    page = window.composer
    page.form.wishes.measures.setValue(4)
    yield page
    for document in page.documents:
        document.text_document.setModified(False)


def test_by_mouse(window: MainWindow, page: ComposerPage, hands, tmp_path: Path) -> None:
    hands.click(window.page_bar.tabs["composer"])
    _choose_by_mouse(hands, page.form.rhythm, "reel")
    _choose_by_mouse(hands, page.form.wishes.form, "AABB")
    # So many are usual.
    assert page.form.takes.value() == TAKES
    hands.click(page.form.compose_button)
    _wait_for_takes(page, hands)

    _hear_by_mouse(page, hands, row=3)
    heard = page.documents.current
    place = page.takes.visualRect(_cell(page, 5, TUNE)).center()
    hands.click_at(page.takes, place)
    assert page.documents.current is not heard
    assert page.takes.sounding_row == 3
    hands.click_at(page.takes, page.takes.visualRect(_cell(page, 3, STAR)).center())
    hands.wait(lambda: heard.is_kept)
    hands.click_row(page.takes, 3)
    hands.click_action(window.transport, window.transport.commands.stop)

    before = page.editor.text()
    chosen = _fifth_and_sixth(page, hands)
    _drag_over(page, chosen)
    hands.wait(page.rewriting_offer.isVisible)
    hands.click(page.rewriting_offer)
    hands.wait(lambda: page.rewriting.chooser.count > 1)
    hands.click(page.rewriting_bar.next_button)
    hands.click(page.rewriting_bar.keep_button)
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
    hands.wait(lambda: page.takes.sounding_row == page.takes.takes.row_of(page.documents.current))
    first = page.documents.current
    hands.press("Shift+F2")
    hands.wait(lambda: page.documents.current is not first)
    hands.wait(lambda: page.takes.sounding_row == page.takes.takes.row_of(page.documents.current))
    heard = page.documents.current
    hands.press("Ctrl+D")
    assert heard.is_kept
    hands.press("Esc")

    before = page.editor.text()
    chosen = _fifth_and_sixth(page, hands)
    hands.tab_to(page.editor)
    hands.press("Ctrl+Home")
    for keys, count in (("Right", chosen.start), ("Shift+Right", chosen.end - chosen.start)):
        for _ in range(count):
            hands.press(keys)
    hands.press("F12")
    hands.wait(lambda: page.rewriting.chooser.count > 1)
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
    hands.tab_to(page.form.rhythm)
    hands.press("Down")
    hands.tab_to(page.form.takes)
    _type_number(hands, TAKES)
    hands.tab_to(page.form.wishes.form)
    hands.press("Down")
    assert page.form.wishes.form.currentText() == "AABB"
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
    hands.wait(lambda: page.session.is_composing)
    hands.wait(lambda: not page.session.is_composing)
    assert page.takes.takes.rowCount() == TAKES
    hands.wait(lambda: page.watch.view is not None)


def _hear_by_mouse(page: ComposerPage, hands, row: int) -> None:
    place = page.takes.visualRect(_cell(page, row, TUNE)).center()
    hands.click_at(page.takes, place)
    QTest.mouseDClick(page.takes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    hands.wait(lambda: page.takes.sounding_row == row)


def _fifth_and_sixth(page: ComposerPage, hands) -> Span:
    """Return where measures 5 and 6 stand in the text."""
    hands.wait(lambda: page.watch.settle() is not None)
    view = page.watch.view
    assert view is not None
    # With what stands before a measure's first note, the sign of a tuplet among it.
    regions = regions_of(view.score)[0]
    spans = [one.music for one in regions if one.measure.number in (5, 6)]
    return Span(spans[0].start, spans[-1].end).moved(view.offset)


def _drag_over(page: ComposerPage, chosen: Span) -> None:
    editor = page.editor
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
    scrolling = page.editor.verticalScrollBar()
    scrolling.setValue(scrolling.maximum())
    hands.click_at(page.editor, page.editor.viewport().rect().bottomLeft())
    assert page.editor.hasFocus()


def _check_rewritten(page: ComposerPage, before: str, chosen: Span) -> None:
    after = page.editor.text()
    assert not page.rewriting_bar.isVisible()
    assert after != before
    assert after.startswith(before[: chosen.start])
    assert after.endswith(before[chosen.end :])


def _run_from_the_palette(window: MainWindow, hands, words: str) -> None:
    hands.press("Ctrl+K")
    hands.wait(window.palette_view.isVisible)
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
    assert REMARK in page.editor.text()


def _check_written(hands, path: Path, heard: Document) -> None:
    hands.wait(path.is_file)
    text = path.read_text(encoding="utf-8")
    assert REMARK in text
    assert heard.title in text
    assert "R:reel" in text


def _cell(page: ComposerPage, row: int, name: str) -> QModelIndex:
    return page.takes.takes.index(row, page.takes.takes.place_of(name))
