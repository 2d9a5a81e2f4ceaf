"""The steps of the lab: characters, numbers, a batch, and a network that has learned nothing."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.recipes.lessons.untrained import read_lab_text
from abcstudio.ui.datasets.lab.lab_view import LabView
from abcstudio.ui.datasets.lab.room import UntrainedPresenter
from abcstudio.ui.services.studio import Studio

TUNES = split_tunebook("X:1\nT:Hello\nM:6/8\nK:G\nZ:§\nGAG GAB|^A4B2|\n")


@pytest.fixture
def lab(qtbot: QtBot, studio: Studio) -> LabView:
    view = LabView(studio)
    qtbot.addWidget(view)
    view.resize(620, 600)
    view.show()
    view.show_text(read_lab_text(TUNES))
    return view


def _row(table, row: int) -> list[str]:
    return [table.item(row, column).text() for column in range(table.columnCount())]


def test_each_character_has_a_number_a_count_and_a_place(lab) -> None:
    table = lab.characters.table
    assert table.rowCount() == len(lab.vocabulary)
    place = lab.vocabulary.characters.index("^")
    number, character, count, share, bits, where = _row(table, place)
    assert (number, character, count) == (str(place), "'^'", "1")
    assert share.endswith(" %")
    assert float(bits) > 5
    assert "GAG GAB|▸^◂A4B2|↵" in where


def test_a_text_becomes_numbers_as_one_types(lab, qtbot) -> None:
    numbers = lab.numbers
    numbers.text.clear()
    qtbot.keyClicks(numbers.text, "GAB")
    expected = lab.vocabulary.encode("GAB")
    assert numbers.vector.toPlainText() == f"[{', '.join(map(str, expected))}]"
    assert not numbers.unknown.isVisibleTo(numbers)
    qtbot.keyClicks(numbers.text, "§")
    assert "'§'" in numbers.unknown.text()
    assert _row(numbers.table, 3) == ["3", "'§'", "–"]
    assert numbers.vector.toPlainText() == f"[{', '.join(map(str, expected))}]"


def test_a_batch_shows_its_rows_and_the_steps_of_the_chosen_one(lab, qtbot) -> None:
    batch = lab.batch
    assert batch.rows.rowCount() == batch.batch_size.value() == 4
    batch.length.setValue(5)
    assert batch.steps.rowCount() == 5
    batch.rows.setFocus()
    qtbot.keyClick(batch.rows, Qt.Key.Key_Down)
    chosen = batch.batch[1]
    assert [_row(batch.steps, step)[1].split("   ")[1] for step in range(5)] == [
        repr(character) if character != " " else "' '" for character in chosen.given
    ]
    before = batch.batch
    batch.another.click()
    assert batch.batch != before


def test_hello_becomes_hell_and_ello(lab, qtbot) -> None:
    qtbot.keyClicks(lab.batch.word, "Hello")
    assert _row(lab.batch.rows, 0) == ["1", "–", "Hell", "ello"]
    assert lab.batch.steps.rowCount() == 4
    assert not lab.batch.another.isEnabled()
    lab.batch.word.clear()
    assert lab.batch.rows.rowCount() == 4


def test_an_untrained_network_guesses(lab, studio, qtbot) -> None:
    UntrainedPresenter(lab, studio)
    lab.setCurrentWidget(lab.untrained)
    assert "No network was asked" in lab.untrained.outcome.text()
    lab.untrained.ask.click()
    assert not lab.untrained.ask.isEnabled()
    qtbot.waitUntil(lambda: lab.untrained.steps.rowCount() == 8, timeout=60_000)
    words = lab.untrained.outcome.text()
    assert words.startswith("Loss: ")
    assert f"ln({len(lab.vocabulary)})" in words
    # Another batch is another question.
    lab.batch.another.click()
    assert lab.untrained.steps.rowCount() == 0


def test_nothing_to_read_is_said(lab, studio, qtbot) -> None:
    UntrainedPresenter(lab, studio)
    lab.batch.word.setText("H")
    lab.untrained.ask.click()
    assert "There is no text to read" in lab.untrained.outcome.text()
