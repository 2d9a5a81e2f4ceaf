"""How a file was decoded is shown beside it for as long as it is open, and can be chosen anew."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.files import TextFile
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.documents.encodings.encoding_words import encoding_words
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

GREEK = "X:1\nT:Ικαριώτικος\nK:C\nC4|\n"
CYRILLIC = "X:1\nT:Веселка\nK:C\nC4|\n"


@pytest.fixture
def composer(main_window: MainWindow) -> ComposerPage:
    return main_window.composer


def opened(composer: ComposerPage, path: Path, text: str, codec: str) -> Path:
    path.write_bytes(text.encode(codec))
    assert composer.open_path(path)
    return path


def choose(composer: ComposerPage, qtbot: QtBot, words: str, *, named: bool = False) -> None:
    qtbot.waitUntil(lambda: composer.parts.files.encodings.dialog is not None, timeout=10_000)
    dialog = composer.parts.files.encodings.dialog
    assert dialog is not None
    assert dialog.choice is not None
    assert dialog.switch is not None
    place = dialog.choice.findText(words, Qt.MatchFlag.MatchStartsWith)
    assert place >= 0
    dialog.choice.setCurrentIndex(place)
    dialog.switch.setChecked(named)
    qtbot.mouseClick(dialog.agree_button, Qt.MouseButton.LeftButton)


def test_a_guess_is_shown_under_the_text_and_in_the_tab(
    composer: ComposerPage, tmp_path: Path
) -> None:
    opened(composer, tmp_path / "plain.abc", "X:1\nT:Löwe\nK:C\nC|\n", "utf-8")
    assert composer.rooms[TextsRoom].encoding_line.isHidden()
    old = opened(composer, tmp_path / "old.abc", CYRILLIC, "cp1251")
    assert composer.rooms[TextsRoom].encoding_line.isVisible()
    assert (
        composer.rooms[TextsRoom].encoding_line.words.text() == "Windows-1251 (Cyrillic), guessed"
    )
    tooltips = [
        composer.rooms[TextsRoom].tabs.tabToolTip(place)
        for place in range(composer.rooms[TextsRoom].tabs.count())
    ]
    assert f"{old}\nWindows-1251 (Cyrillic), guessed" in tooltips
    assert str(tmp_path / "plain.abc") in tooltips


def test_letters_that_may_be_wrong_are_told_until_the_encoding_is_chosen(
    main_window: MainWindow, composer: ComposerPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = opened(composer, tmp_path / "greek.abc", GREEK, "cp1253")
    row = main_window.standing_notice
    assert row.notice is not None
    assert "its encoding is not known" in row.text.text()
    assert (
        composer.rooms[TextsRoom]
        .encoding_line.words.text()
        .startswith("Encoding not known, read as ")
    )
    qtbot.mouseClick(row.action_button, Qt.MouseButton.LeftButton)
    # Each choice shows what it makes of the file.
    choose(composer, qtbot, "Windows-1253 (Greek): Ικαριώτικος")
    qtbot.waitUntil(lambda: composer.desk.editor.text() == GREEK, timeout=10_000)
    assert (
        composer.rooms[TextsRoom].encoding_line.words.text() == "Windows-1253 (Greek), as you chose"
    )
    assert row.isHidden()
    assert not composer.is_modified
    # Undo would bring letters back that the file cannot be saved with.
    composer.desk.editor.undo()
    assert composer.desk.editor.text() == GREEK
    composer.desk.editor.insertPlainText("% Δ\n")
    assert composer.parts.files.save()
    assert path.read_bytes().decode("cp1253") == "% Δ\n" + GREEK


def test_a_chosen_encoding_is_named_in_the_text_on_demand(
    main_window: MainWindow, composer: ComposerPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = opened(composer, tmp_path / "greek.abc", GREEK, "cp1253")
    main_window.registry.action("view.encoding").trigger()
    choose(composer, qtbot, "Windows-1253", named=True)
    named = "%%abc-charset windows-1253\n" + GREEK
    qtbot.waitUntil(lambda: composer.desk.editor.text() == named, timeout=10_000)
    assert composer.parts.files.save()
    composer.parts.files.close(composer.desk.documents.current)
    assert composer.open_path(path)
    assert composer.desk.editor.text() == named
    assert composer.rooms[TextsRoom].encoding_line.isHidden()
    assert main_window.standing_notice.isHidden()


def test_the_notice_goes_with_its_text(
    main_window: MainWindow, composer: ComposerPage, tmp_path: Path
) -> None:
    opened(composer, tmp_path / "greek.abc", GREEK, "cp1253")
    assert main_window.standing_notice.isVisible()
    composer.parts.files.close(composer.desk.documents.current)
    assert main_window.standing_notice.isHidden()


def test_a_text_that_is_not_saved_or_has_no_file_is_not_read_anew(
    main_window: MainWindow, composer: ComposerPage, tmp_path: Path
) -> None:
    action = main_window.registry.action("view.encoding")
    composer.rooms[TextsRoom].begin_text()
    assert not action.isEnabled()
    opened(composer, tmp_path / "old.abc", CYRILLIC, "cp1251")
    assert action.isEnabled()
    composer.desk.editor.insertPlainText("%")
    assert not action.isEnabled()
    assert not composer.rooms[TextsRoom].encoding_line.button.isEnabled()
    composer.desk.editor.undo()
    assert action.isEnabled()


def test_a_large_text_is_tried_while_the_window_lives(
    main_window: MainWindow, composer: ComposerPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "large.abc"
    path.write_bytes((CYRILLIC + "C4|\n" * 20_000).encode("cp1251"))
    composer.open_path(path)
    action = main_window.registry.action("view.encoding")
    qtbot.waitUntil(action.isEnabled, timeout=10_000)
    action.trigger()
    assert composer.parts.files.encodings.dialog is None
    choose(composer, qtbot, "Windows-1251")
    qtbot.waitUntil(
        lambda: composer.rooms[TextsRoom].encoding_line.words.text().endswith("as you chose"),
        timeout=10_000,
    )


def test_no_text_is_kept_that_was_saved_over(
    composer: ComposerPage, tmp_path: Path, qtbot: QtBot
) -> None:
    opened(composer, tmp_path / "old.abc", CYRILLIC, "cp1251")
    document = composer.desk.documents.current

    def files() -> int:
        gc.collect()
        return sum(isinstance(each, TextFile) for each in gc.get_objects())

    before = files()
    for _ in range(5):
        composer.desk.editor.insertPlainText("%")
        assert composer.parts.files.save()
        assert encoding_words(document) == "Windows-1251 (Cyrillic), guessed"
    assert files() <= before + 1


def test_a_button_that_is_off_says_why(composer: ComposerPage, tmp_path: Path) -> None:
    opened(composer, tmp_path / "old.abc", CYRILLIC, "cp1251")
    button = composer.rooms[TextsRoom].encoding_line.button
    assert button.toolTip() == "Read the file with another encoding"
    composer.desk.editor.insertPlainText("%")
    assert button.toolTip() == composer.parts.files.encodings.why_not()
    composer.desk.editor.undo()
