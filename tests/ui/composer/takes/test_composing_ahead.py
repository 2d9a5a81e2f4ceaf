"""What the first takes would wait for is made ready before anybody asks for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.recipes.mixing import lent_models as shelf
from abcstudio.recipes.mixing.lent_models import lent_models
from abcstudio.recipes.mixing.opened_models import Mix, OpenedModels
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.window.main_window import MainWindow

PATIENCE_MS = 240_000


@pytest.fixture
def page(main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    return main_window.composer


@contextmanager
def nothing_opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(_model: Path, _mix: Mix | None = None) -> OpenedModels:
        raise AssertionError

    with monkeypatch.context() as context:
        context.setattr(shelf, "open_models", refuse)
        yield


def test_the_model_is_at_hand_for_the_first_press_and_nothing_is_seen_of_it(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = main_window.studio.model
    assert model is not None
    ahead, before = page.rooms[ComposingRoom].controller.ahead, len(page.desk.documents)
    ahead.start()
    qtbot.waitUntil(lambda: not ahead.is_running, timeout=PATIENCE_MS)
    assert len(page.desk.documents) == before
    assert not page.rooms[ComposingRoom].session.is_composing
    assert not page.rooms[ComposingRoom].form.has_message
    with nothing_opened(monkeypatch), lent_models(model.path) as opened:
        assert opened.vocabulary.characters


def test_takes_that_are_asked_for_meanwhile_come_first(qtbot: QtBot, page: ComposerPage) -> None:
    ahead = page.rooms[ComposingRoom].controller.ahead
    ahead.start()
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        page.rooms[ComposingRoom].form.compose_button.click()
        assert not ahead.is_running
        ahead.start()
        assert not ahead.is_running
    assert page.desk.documents.current.text().strip()
