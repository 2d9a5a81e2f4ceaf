"""What people type in Ukrainian into the command palette, and the command that they mean."""

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.ui.window.main_window import MainWindow
from tests.ui.shared_windows import bring_up
from tests.ui.window.palette_steps import first_for

pytestmark = pytest.mark.one_window

FIRST = {
    "сет": "tune.new_set",
    "частина": "tune.compose_part",
    "частини": "tune.compose_part",
    "акорд": "play.interpretation",
    "акорди": "play.interpretation",
    "гучність": "play.voices",
    "гучніше": "play.voices",
    "друк": "file.print",
    "надрукувати": "file.print",
    "папір": "file.print",
    "швидко": "play.faster",
    "швидше": "play.faster",
    "повільно": "play.slower",
    "зберегти": "file.save",
    "дублікати": "datasets.health",
    "згенерувати": "tune.compose",
    "скласти": "tune.compose",
    "створити": "file.new",
    "параметри": "file.preferences",
    "мова": "file.preferences",
    "тональність": "tune.transpose",
    "завершити": "file.quit",
    "масштаб": "view.score_larger",
    "посібник": "help.first_steps",
    "аудіо": "file.export_wav",
    "партитура": "file.export_musicxml",
    "грати": "play.toggle",
    "пауза": "play.toggle",
    "знову": "play.loop",
    "чорний": "view.theme_dark",
    "схожі": "tune.relatives",
    "доповнити": "tune.compose_on",
    "export midi": "file.export_midi",
    "print": "file.print",
    "мікшер": "play.voices",
}
AMONG_THREE = {
    "такт": "tune.measures_per_line",
    "такти": "tune.duplicate_measures",
    "темп": "play.faster",
    "виправити": "tune.fix_problem",
    "помилки": "view.problems",
    "збірка": "tune.keep_in_book",
}


def test_the_command_that_is_meant_is_first(window: MainWindow, qtbot: QtBot) -> None:
    bring_up(window, qtbot)
    found = {typed: first_for(window, qtbot, typed)[:1] for typed in FIRST}
    assert found == {typed: [command] for typed, command in FIRST.items()}


def test_where_words_mean_several_it_is_among_three(window: MainWindow, qtbot: QtBot) -> None:
    bring_up(window, qtbot)
    found = {typed: first_for(window, qtbot, typed)[:3] for typed in AMONG_THREE}
    assert not {each: rows for each, rows in found.items() if AMONG_THREE[each] not in rows}
