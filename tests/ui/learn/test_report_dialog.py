"""The report's dialog: filled, kept, written, from the page by mouse and by key."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

from abcstudio.own_files import pass_over
from abcstudio.paths import report_dir, runs_dir
from abcstudio.reports.own_words import OwnWords, read_own_words, write_own_words
from abcstudio.ui.learn.report.report_commands import ReportCommands
from abcstudio.ui.learn.report.report_dialog import ReportDialog
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from tests.ui.events import let_work_end
from tests.unit.reports.made_runs import make_run

WRITE_MS = 60_000


@pytest.fixture
def window(qtbot: QtBot, studio: Studio) -> Iterator[SimpleNamespace]:
    window = QMainWindow()
    actions = Actions(window, {})
    ReportCommands(actions, studio, lambda: "uk", window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    notices: list[str] = []
    studio.notice_requested.connect(lambda notice: notices.append(notice.text))
    yield SimpleNamespace(window=window, actions=actions, notices=notices)
    window.close()
    window.deleteLater()


def opened(qtbot: QtBot, studio: Studio, window: QMainWindow) -> ReportDialog:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_F10, modifiers)
    qtbot.waitUntil(lambda: bool(window.findChildren(ReportDialog)))
    dialog = window.findChildren(ReportDialog)[-1]
    let_work_end(qtbot, studio)
    return dialog


def test_the_report_is_filled_kept_and_written(
    qtbot: QtBot,
    studio: Studio,
    window: SimpleNamespace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_run(runs_dir(), "base", 1)
    make_run(runs_dir(), "fast", 2, learning_rate=0.02)
    dialog = opened(qtbot, studio, window.window)
    # In the language of the lessons, the caret where one begins.
    assert dialog.language.currentData() == "uk"
    assert dialog.author.hasFocus()
    assert set(dialog.runs.names) == {"base", "fast"}
    assert dialog.status.text().startswith("Not filled in yet: Мета роботи; Аналіз тренування")
    qtbot.keyClicks(dialog.author, "Somebody")
    dialog.boxes.fields["aim"].setFocus()
    qtbot.keyClicks(dialog.boxes.fields["aim"], "To hear tunes")
    assert "Мета роботи" not in dialog.status.text()
    dialog.runs.main.setCurrentIndex(dialog.runs.main.findData("fast"))
    assert dialog.runs.names == ("fast", "base")
    target = tmp_path / "report.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(dialog.finished, timeout=WRITE_MS):
        qtbot.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    assert target.stat().st_size > 10_000
    assert window.notices[-1].startswith("report.docx is written. Not filled in yet: Аналіз")
    words = read_own_words(report_dir(), pass_over)
    assert (words.author, words.aim, words.runs) == ("Somebody", "To hear tunes", ("fast", "base"))


def test_it_opens_as_it_was_left_and_says_what_is_missing(
    qtbot: QtBot, studio: Studio, window: SimpleNamespace
) -> None:
    write_own_words(report_dir(), OwnWords(language="en", effort="Much work", tells_hints=True))
    dialog = opened(qtbot, studio, window.window)
    assert dialog.status.text().startswith("No training run is there yet")
    assert dialog.boxes.fields["effort"].toPlainText() == "Much work"
    assert dialog.tells_hints.isChecked()
    assert dialog.boxes.fields["aim"].accessibleName() == "Aim"
    dialog.language.setCurrentIndex(dialog.language.findData("uk"))
    assert dialog.boxes.fields["aim"].accessibleName() == "Мета роботи"
    qtbot.keyClicks(dialog.group, "12")
    qtbot.waitUntil(lambda: read_own_words(report_dir(), pass_over).group == "12")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert read_own_words(report_dir(), pass_over).language == "uk"
