"""A take that has been composed is judged once, whoever wants to know what the jury says."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.composing.history.take_facts import TakeFacts, facts_of_take
from abcstudio.composing.history.take_history import listed_takes
from abcstudio.paths import takes_dir
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import WITH_MUSIC, ask_for_short_takes

PATIENCE_MS = 240_000


def test_each_take_is_judged_once_and_kept_with_what_was_found(
    qtbot: QtBot, main_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged = Counter[str]()

    def counted(text: str, *others: object) -> TakeFacts:
        judged[text] += 1
        return facts_of_take(text, *others)  # type: ignore[arg-type]

    monkeypatch.setattr("abcstudio.workers.takes.facts_of_take", counted)
    main_window.show_page("composer")
    page = main_window.composer
    page.rooms[ComposingRoom].form.seed.setPlainText(WITH_MUSIC)
    ask_for_short_takes(page.rooms[ComposingRoom].form, 120)
    page.rooms[ComposingRoom].form.takes.setValue(4)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)

    def are_kept() -> bool:
        kept = listed_takes(takes_dir()).takes
        return len(kept) == 4 and all(one.facts is not None for one in kept)

    qtbot.waitUntil(are_kept, timeout=PATIENCE_MS)
    texts = {one.text for one in listed_takes(takes_dir()).takes}
    assert {text: count for text, count in judged.items() if text in texts} == dict.fromkeys(
        texts, 1
    )
