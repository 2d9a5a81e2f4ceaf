"""The window where torch is not installed: it composes, and offers nothing that it cannot do."""

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.learn.learn_page import LearnPage
from abcstudio.ui.words.translation import message

LONG_MS = 120_000


def test_it_composes_and_says_what_the_other_edition_has(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr("abcstudio.learning.devices.find_spec", lambda _name: None)
    window = request.getfixturevalue("main_window")
    sentence, page = message("edition.player", {}), window.composer
    page.rooms[ComposingRoom].form.max_chars.setValue(60)
    page.rooms[ComposingRoom].form.takes.setValue(1)
    window.show_page("composer")
    window.registry.action("tune.compose").trigger()
    qtbot.waitUntil(lambda: page.rooms[ComposingRoom].session.is_composing, timeout=LONG_MS)
    qtbot.waitUntil(lambda: not page.rooms[ComposingRoom].session.is_composing, timeout=LONG_MS)
    assert page.desk.editor.toPlainText().startswith("X:")
    window.show_page("training")
    assert window.training.parts.cost.text() == sentence
    # Nothing invites to press what cannot be pressed.
    assert window.training.parts.progress.line.text() == sentence
    assert not window.registry.action("training.start").isEnabled()
    window.show_page("learn")
    learn = window.pages.page(LearnPage)
    qtbot.waitUntil(lambda: learn.lessons.lesson is not None, timeout=LONG_MS)
    assert learn.work.verdict.sentence.text() == sentence
    assert not window.registry.action("learn.check").isEnabled()
