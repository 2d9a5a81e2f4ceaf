"""What the keys of takes say and do where there is no take yet."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.playing_steps import PATIENCE_MS

pytestmark = pytest.mark.one_window


def test_the_next_take_is_asked_for_where_there_is_none(main_window: MainWindow) -> None:
    said: list[Notice] = []
    main_window.show_page("composer")
    main_window.studio.notice_requested.connect(said.append)
    main_window.registry.action("tune.audition").trigger()
    assert [notice.text for notice in said] == [
        "There is no take yet: Compose writes the first one."
    ]


@pytest.mark.own_window
def test_a_take_that_is_still_on_its_way_is_not_denied(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    page = main_window.composer
    main_window.show_page("composer")
    said: list[str] = []
    main_window.studio.notice_requested.connect(lambda notice: said.append(notice.text))
    page.rooms[ComposingRoom].form.compose_button.click()
    qtbot.waitUntil(lambda: page.desk.documents.current.is_composing, timeout=PATIENCE_MS)
    main_window.registry.action("tune.audition").trigger()
    assert said == ["The next takes are still being composed: press again in a moment."]
    page.rooms[ComposingRoom].session.stop()
    qtbot.waitUntil(lambda: not page.rooms[ComposingRoom].session.is_composing, timeout=PATIENCE_MS)


def test_a_text_that_is_no_take_gets_no_star(main_window: MainWindow) -> None:
    main_window.show_page("composer")
    keep = main_window.registry.action("tune.keep")
    assert not keep.isEnabled()
    assert "kept in the tunebook" in keep.toolTip()


def test_the_key_that_compares_takes_is_not_the_one_of_the_words_of_a_score(
    main_window: MainWindow, qtbot: QtBot
) -> None:
    main_window.show_page("composer")
    score = main_window.composer.parts.score
    main_window.composer.desk.documents.add(Document("Mine", "X:1\nK:G\nGABc d4|]\n"))
    qtbot.waitUntil(lambda: score.marks is not None, timeout=PATIENCE_MS)
    asked: list[None] = []
    score.words_requested.connect(lambda: asked.append(None))
    far = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(score, Qt.Key.Key_F2, far)
    assert not asked
    qtbot.keyClick(score, Qt.Key.Key_F2)
    assert len(asked) == 1
