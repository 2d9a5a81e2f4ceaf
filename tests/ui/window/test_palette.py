"""The command palette: every command by a few letters, by keyboard alone."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from abcstudio.ui.controls.fuzzy import fuzzy_score
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.palette.command_palette import CommandPalette


class PaletteWindow(QMainWindow):
    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self.resize(900, 600)
        self.done: list[str] = []
        self.registry = Actions(self, {})
        self.field = QLineEdit()
        self.setCentralWidget(self.field)
        for action_id, text, keys in (
            ("a.compose", "&Compose", "Ctrl+Return"),
            ("a.again", "Compose &again like this", ""),
            ("a.up", "Transpose &up a semitone", "Alt+Up"),
            ("a.stop", "&Stop", "Esc"),
        ):
            do = partial(self.done.append, action_id)
            self.add(CommandSpec(action_id, text, text.replace("&", ""), do=do, keys=keys))
        self.palette_view = CommandPalette(self, self.registry, studio)

    def add(self, spec: CommandSpec) -> None:
        self.registry.add(spec, context="")

    def rows(self) -> list[tuple[str, str]]:
        table = self.palette_view.table
        return [
            (table.item(row, 0).text(), table.item(row, 1).text())
            for row in range(table.rowCount())
        ]


@pytest.fixture
def window(qtbot: QtBot, studio: Studio) -> PaletteWindow:
    made = PaletteWindow(studio)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.setFocus()
    made.palette_view.open()
    return made


def test_it_lists_every_command_with_its_key(window: PaletteWindow) -> None:
    assert window.rows() == [
        ("Compose", "Ctrl+Return"),
        ("Compose again like this", ""),
        ("Transpose up a semitone", "Alt+Up"),
        ("Stop", "Esc"),
    ]


def test_letters_find_and_enter_runs(window: PaletteWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.palette_view.search, "trup")
    assert window.rows()[0][0] == "Transpose up a semitone"
    qtbot.keyClick(window.palette_view.search, Qt.Key.Key_Return)
    assert window.done == ["a.up"]
    assert not window.palette_view.isVisible()


def test_arrows_choose(window: PaletteWindow, qtbot: QtBot) -> None:
    search = window.palette_view.search
    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Up)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert window.done == ["a.again"]


def test_escape_closes_and_gives_the_focus_back(window: PaletteWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.palette_view.search, Qt.Key.Key_Escape)
    assert not window.palette_view.isVisible()
    assert window.field.hasFocus()
    assert window.done == []  # Escape is also the key of "Stop".


def test_a_disabled_command_is_shown_last_and_does_nothing(
    window: PaletteWindow, qtbot: QtBot
) -> None:
    window.registry.action("a.compose").setEnabled(False)
    qtbot.keyClicks(window.palette_view.search, "compose")
    assert [row[0] for row in window.rows()] == ["Compose again like this", "Compose"]
    qtbot.keyClick(window.palette_view.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.palette_view.search, Qt.Key.Key_Return)
    assert window.done == []


def test_what_begins_a_name_is_first_also_where_it_is_off(
    window: PaletteWindow, qtbot: QtBot
) -> None:
    search = window.palette_view.search
    window.registry.action("a.up").setEnabled(False)
    words = "Set ornaments past"
    window.add(CommandSpec("a.spray", words, words, do=window.update))
    window.palette_view.go_away()
    window.palette_view.open()
    qtbot.keyClicks(search, "trans")
    assert window.rows()[0][0] == "Transpose up a semitone"
    search.clear()
    window.registry.action("a.stop").setEnabled(False)
    qtbot.keyClicks(search, "stop")
    assert [row[0] for row in window.rows()] == ["Stop", "Set ornaments past"]


def test_nothing_found_is_said(window: PaletteWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.palette_view.search, "xyzzy")
    assert window.palette_view.nothing.isVisible()
    qtbot.keyClick(window.palette_view.search, Qt.Key.Key_Return)
    assert window.done == []


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("ex", "Export MIDI", "Next in the list"),
        ("em", "Export MIDI", "Remove this"),
        ("copy", "Copy", "Compose in a copy"),
        ("dark", "Dark colours", "Add a mark"),
    ],
)
def test_starts_of_words_fit_better(typed: str, better: str, worse: str) -> None:
    one, other = fuzzy_score(typed, better), fuzzy_score(typed, worse)
    assert one is not None
    assert other is None or one > other


def test_letters_must_stand_in_order() -> None:
    assert fuzzy_score("vsae", "Save") is None
    assert fuzzy_score("", "Save") == 0
    assert fuzzy_score("s a v", "Save") is not None


def test_words_of_the_sentence_count_too(window: PaletteWindow, qtbot: QtBot) -> None:
    window.add(CommandSpec("b.dark", "Dark colours", "The theme of the window", do=window.update))
    window.palette_view.open()
    qtbot.keyClicks(window.palette_view.search, "theme")
    assert [row[0] for row in window.rows()] == ["Dark colours"]


def test_a_field_that_has_gone_meanwhile_gets_no_focus_back(
    qtbot: QtBot, window: PaletteWindow
) -> None:
    gone = window.takeCentralWidget()
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    qtbot.keyClicks(window.palette_view.search, "transpose")
    qtbot.keyClick(window.palette_view.search, Qt.Key.Key_Return)
    assert window.done == ["a.up"]
    assert not window.palette_view.isVisible()
