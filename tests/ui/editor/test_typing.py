"""Typing in the composer: the score follows each key, and is the one that the whole tune gives."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver_tasks import TuneSource
from abcstudio.engraving.drawing.svg_reader import read_svg
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions, draw
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.spans import Span
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import let_work_end

pytestmark = pytest.mark.one_window

LINES = "GABc dedB|dedB dedB|\nc2ec B2dB|A2A2 AFDF|\n"
TUNE = "X:1\nT:Typed\nR:reel\nM:4/4\nL:1/8\nK:G\n" + LINES * 8
BOOK = "".join(f"X:{n}\nT:Tune {n}\nM:4/4\nL:1/8\nK:D\n{LINES}\n" for n in range(1, 30))


def shown_scores(
    main_window: MainWindow, qtbot: QtBot, text: str
) -> list[tuple[EngravedScore, str]]:
    """Open a text in the composer and return where its scores arrive."""
    main_window.show_page("composer")
    composer = main_window.composer
    scores: list[tuple[EngravedScore, str]] = []
    composer.parts.link.engraving.score_ready.connect(
        lambda engraved, shown: scores.append((engraved, shown))
    )
    composer.parts.files.open_text(text, "typed")
    qtbot.waitUntil(lambda: bool(scores) and scores[-1][1] in text, timeout=20_000)
    composer.desk.editor.setFocus()
    return scores


def _is_shown(scores: list[tuple[EngravedScore, str]], text: str) -> bool:
    return scores[-1][1] == text


def test_each_key_changes_the_score_as_the_whole_tune_would(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    scores = shown_scores(main_window, qtbot, TUNE)
    editor = main_window.composer.desk.editor
    place = TUNE.index("A2A2", len(TUNE) // 2)
    editor.select(Span(place, place))
    for key in "g2|^c\b":
        if key == "\b":
            qtbot.keyClick(editor, Qt.Key.Key_Backspace)
        else:
            qtbot.keyClicks(editor, key)
        text = editor.text().rstrip()
        qtbot.waitUntil(partial(_is_shown, scores, text), timeout=20_000)
        engraved, _ = scores[-1]
        width = EngravingOptions(score_width=round(engraved.width / 10))
        assert engraved.items == read_svg(draw(mei_of(parse(text)), width)).items
    shared = {piece.drawing for piece in scores[-1][0].pieces}
    assert len(shared & {piece.drawing for piece in scores[-2][0].pieces}) > 10


def test_a_change_is_drawn_once_and_before_it_is_read(
    qtbot: QtBot, main_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    scores = shown_scores(main_window, qtbot, TUNE)
    composer = main_window.composer
    asked: list[tuple[str, str]] = []
    engrave = composer.parts.link.engraving.engrave

    def watched(source: TuneSource) -> None:
        view = composer.desk.watch.view
        asked.append((source.text, view.text if view else ""))
        engrave(source)

    monkeypatch.setattr(composer.parts.link.engraving, "engrave", watched)
    before = composer.desk.editor.text().rstrip()
    place = before.index("A2A2")
    composer.desk.editor.select(Span(place, place))
    qtbot.keyClicks(composer.desk.editor, "g")
    after = composer.desk.editor.text().rstrip()
    qtbot.waitUntil(lambda: scores[-1][1] == after, timeout=20_000)
    view = composer.desk.watch.view
    assert view is not None
    assert view.text == after
    let_work_end(qtbot, main_window.studio)
    assert asked == [(after, before)]


def test_a_note_after_the_change_still_leads_to_its_text(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    scores = shown_scores(main_window, qtbot, TUNE)
    composer = main_window.composer
    composer.desk.editor.select(Span(TUNE.index("GABc"), TUNE.index("GABc")))
    qtbot.keyClicks(composer.desk.editor, "g")
    text = composer.desk.editor.text()
    qtbot.waitUntil(lambda: scores[-1][1] == text.rstrip(), timeout=20_000)
    offset = text.rindex("F|")
    box = next(note.box for note in scores[-1][0].notes if note.offset == offset)
    bar = composer.parts.score.verticalScrollBar()
    bar.setValue(bar.maximum())
    place = composer.parts.score.mapFromScene(
        (box.left + box.right) / 2, (box.top + box.bottom) / 2
    )
    qtbot.mouseClick(composer.parts.score.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert composer.desk.editor.selection() == Span(offset, offset + 1)


def test_in_a_tunebook_the_tune_at_the_caret_is_followed(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    scores = shown_scores(main_window, qtbot, BOOK)
    composer = main_window.composer
    place = BOOK.index("A2A2", BOOK.index("T:Tune 20\n"))
    composer.desk.editor.select(Span(place, place))
    qtbot.waitUntil(lambda: "T:Tune 20\n" in scores[-1][1], timeout=20_000)
    qtbot.keyClicks(composer.desk.editor, "b")
    qtbot.waitUntil(lambda: "bA2A2" in scores[-1][1], timeout=20_000)
    view = composer.desk.watch.view
    assert view is not None
    assert (view.tune.number, view.offset) == (20, BOOK.index("X:20"))
    assert composer.desk.watch.count == 29
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "bA2A2" not in scores[-1][1], timeout=20_000)
    last = BOOK.rindex("GABc")
    composer.desk.editor.select(Span(last, last))
    view = composer.desk.watch.settle()
    assert view is not None
    assert view.tune.number == 29
