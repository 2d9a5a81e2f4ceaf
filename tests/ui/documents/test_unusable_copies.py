"""Safety copies that cannot be read or used: what is said of them, and what becomes of them."""

import json
import os
from pathlib import Path

import pytest

from abcstudio.paths import autosave_dir
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.barred_files import barred
from tests.ui.events import deliver_events

AT = 1_760_000_000


@pytest.fixture
def notices(studio: Studio) -> list[Notice]:
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    return seen


def copy_of(content: str) -> Path:
    folder = autosave_dir()
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / "2f9cc09b07f3-2.json"
    copy.write_text(content, encoding="ascii")
    os.utime(copy, (AT, AT))
    return copy


def test_a_damaged_copy_is_called_what_it_was(
    main_window: MainWindow, notices: list[Notice]
) -> None:
    copy = copy_of('{"name": "x", "te')
    main_window.composer.rooms[TextsRoom].recovery.offer()
    deliver_events()
    words = notices[-1].text
    assert words.startswith("The safety copy of ")
    assert " of an unsaved text cannot be used: it is damaged." in words
    assert "/25" in words.split(" of an unsaved text")[0] or "2025" in words
    assert copy.with_name(f"{copy.name}.damaged").is_file()


def test_a_copy_that_cannot_be_read_stays_and_is_offered_later(
    main_window: MainWindow, notices: list[Notice]
) -> None:
    copy = copy_of(json.dumps({"name": "Take", "path": None, "text": "X:1\nK:C\nC\n"}))
    with barred(copy):
        main_window.composer.rooms[TextsRoom].recovery.offer()
        deliver_events()
    words = notices[-1].text
    assert f"of an unsaved text, {copy.name}, cannot be read: " in words
    assert [each.name for each in copy.parent.glob("*.json*")] == [copy.name]
    main_window.composer.rooms[TextsRoom].recovery.offer()
    deliver_events()
    assert "was not saved" in notices[-1].text
