"""What people type into the command palette, and the command that they mean."""

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.palette.command_synonyms import SYNONYMS
from tests.ui.window.palette_steps import first_for

pytestmark = pytest.mark.one_window

FIRST = {
    "set": "tune.new_set",
    "new set": "tune.new_set",
    "parts": "tune.compose_part",
    "part": "tune.compose_part",
    "chord": "play.interpretation",
    "chords": "play.interpretation",
    "volume": "play.voices",
    "loud": "play.voices",
    "mixer": "play.voices",
    "print": "file.print",
    "paper": "file.print",
    "quick": "play.faster",
    "faster": "play.faster",
    "slow": "play.slower",
    "save": "file.save",
    "measure": "tune.measures_per_line",
    "original": "tune.newness",
    "duplicates": "datasets.duplicates",
    "fix": "tune.fix_problem",
    "settings": "training.keep_preset",
    "options": "file.preferences",
    "higher": "tune.transpose",
    "exit": "file.quit",
    "zoom": "view.score_larger",
    "shortcuts": "help.keys",
    "tutorial": "help.first_steps",
    "audio": "file.export_wav",
    "musescore": "file.export_musicxml",
    "lyrics": "file.export_words",
    "generate": "tune.compose",
    "medley": "tune.new_set",
    "comp": "tune.compose",
    "compose": "tune.compose",
    "play": "play.toggle",
    "night": "view.theme_dark",
    "similar": "tune.relatives",
    "continue": "tune.compose_on",
    "export midi": "file.export_midi",
    "trup": "tune.transpose_up",
}

AMONG_THREE = {
    "bar": "tune.rewrite_measures",
    "bars": "tune.rewrite_measures",
    "measures": "tune.rewrite_measures",
    "duplicate": "tune.duplicate",
    "tempo": "play.faster",
    "svg": "file.export_score",
    "delete": "tune.delete",
    "mistake": "edit.undo",
    "problems": "view.problems",
    "set": "tune.play_set",
}


def test_the_command_that_is_meant_is_first(main_window: MainWindow, qtbot: QtBot) -> None:
    found = {typed: first_for(main_window, qtbot, typed)[:1] for typed in FIRST}
    assert found == {typed: [command] for typed, command in FIRST.items()}


def test_where_words_mean_several_it_is_among_three(main_window: MainWindow, qtbot: QtBot) -> None:
    found = {typed: first_for(main_window, qtbot, typed)[:3] for typed in AMONG_THREE}
    assert not {each: rows for each, rows in found.items() if AMONG_THREE[each] not in rows}


def test_synonyms_are_of_commands_that_there_are(main_window: MainWindow) -> None:
    known = {command.action_id for command in main_window.registry.commands()}
    assert set(SYNONYMS) <= known
