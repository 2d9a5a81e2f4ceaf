"""The words of a song leave the window as a text file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

SONG = "X:1\nT:The Lass\nL:1/4\nK:D\nDEFG|\nw:O who will shoe\n"


@pytest.fixture
def notices(studio: Studio) -> list[Notice]:
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    return seen


def export(qtbot: QtBot, window: MainWindow, notices: list[Notice], text: str) -> None:
    window.show_page("composer")
    window.composer.parts.files.open_text(text, "song")
    window.composer.desk.watch.settle()
    window.registry.action("file.export_words").trigger()
    qtbot.waitUntil(lambda: bool(notices) and notices[-1].kind != "info", timeout=20_000)


def test_the_words_of_the_tune_become_a_file(
    qtbot: QtBot, main_window: MainWindow, notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    asked: list[str] = []

    def choose(_window: object, _title: str, start: str, *_kinds: object) -> tuple[str, str]:
        asked.append(Path(start).name)
        return str(tmp_path / "lass"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    export(qtbot, main_window, notices, SONG)
    assert asked == ["The Lass.txt"]
    assert (tmp_path / "lass.txt").read_text("utf-8") == "The Lass\n\nO who will shoe\n"
    assert notices[-1].kind == "success"


def test_a_tune_without_words_is_told_where_to_type_them(
    qtbot: QtBot, main_window: MainWindow, notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    target = tmp_path / "reel.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))
    export(qtbot, main_window, notices, SONG.partition("w:")[0])
    assert "This tune has no words" in notices[-1].text
    assert not target.exists()
