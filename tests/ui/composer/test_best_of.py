"""*Best of* in the window: the take says who it is the best of, and is made again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.composing.provenance import Provenance, read_provenance
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_memory import recall_form, remember_form
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.takes.take_cells import KIND_ROLE
from abcstudio.ui.controls.numbers.number_boxes import NumberBox
from abcstudio.ui.documents.lost_texts import origin_data, origin_from
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin
from abcstudio.ui.look.theme import small_font
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import ask_for_short_takes
from tests.ui.events import deliver_events

pytestmark = pytest.mark.one_window

PATIENCE_MS = 240_000
MARKS = JuryMarks(score=0.5, plagiarism=1.0, rhythm=0.25, mode=0.75, melody=0.125)


def type_best(qtbot: QtBot, form: ComposeForm, number: str) -> None:
    if not form.more.is_unfolded:
        qtbot.mouseClick(form.more.button, Qt.MouseButton.LeftButton)
    box = form.options["best"]
    assert isinstance(box, NumberBox)
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, number)


def press_compose(qtbot: QtBot, page: ComposerPage) -> str:
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)
    deliver_events()
    return page.desk.documents.current.text()


def test_a_take_is_the_best_of_so_many_says_so_and_is_made_again(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    form, model = page.rooms[ComposingRoom].form, page.rooms[TakesRoom].list.takes
    type_best(qtbot, form, "3")
    said = []
    page.rooms[ComposingRoom].session.started.connect(
        lambda _documents: said.append(model.index(0, 1).data(KIND_ROLE))
    )
    text = press_compose(qtbot, page)
    assert said == ["Choosing the best of 3…"]
    assert model.index(0, 1).data(KIND_ROLE) != said[0]
    origin = read_provenance(text)
    assert origin is not None
    assert origin.sampling.best == 3
    assert origin.marks is not None
    details = page.rooms[TakesRoom].details
    assert not details.options["best"].isHidden()
    assert details.options["best"].text() == "3"
    score, *numbers = [f"{number:.2f}" for number in origin.marks.data.values()]
    qtbot.waitUntil(
        lambda: page.rooms[TakesRoom].jury.score.text() == f"Jury: {score}", timeout=PATIENCE_MS
    )
    summary = page.rooms[TakesRoom].jury.accessibleDescription().splitlines()[1:]
    assert [line.split()[1] for line in summary] == numbers
    qtbot.mouseClick(form.defaults_button, Qt.MouseButton.LeftButton)
    assert form.sampling().best == 1
    qtbot.mouseClick(details.seed_button, Qt.MouseButton.LeftButton)
    assert form.sampling().best == 3
    assert press_compose(qtbot, page) == text


def test_a_take_without_a_choice_does_not_carry_numbers_of_the_jury(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    ask_for_short_takes(page.rooms[ComposingRoom].form)
    text = press_compose(qtbot, page)
    assert "%%abcstudio jury" not in text
    assert page.rooms[TakesRoom].details.options["best"].isHidden()


def test_the_choice_can_be_stopped_and_the_best_so_far_stays(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    type_best(qtbot, page.rooms[ComposingRoom].form, "64")
    page.rooms[ComposingRoom].form.max_chars.setValue(20_000)
    page.rooms[ComposingRoom].form.stop_at_end.setChecked(False)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.started, timeout=PATIENCE_MS):
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)
        assert page.rooms[ComposingRoom].form.compose_button.text() == "Stopping…"
    assert page.rooms[ComposingRoom].form.compose_button.text() == "Compose"


def test_best_of_is_there_after_a_restart(qtbot: QtBot, studio: Studio) -> None:
    forms = [ComposeForm(studio), ComposeForm(studio)]
    for form in forms:
        qtbot.addWidget(form)
    type_best(qtbot, forms[0], "16")
    asked = forms[0].wish()
    assert asked is not None
    assert asked.sampling.best == 16
    remember_form(forms[0], studio)
    recall_form(forms[1], studio)
    assert forms[1].sampling().best == 16
    assert forms[1].more.is_unfolded


@pytest.mark.parametrize("typed", ["0", "65"])
def test_no_more_than_64_are_chosen_from(qtbot: QtBot, studio: Studio, typed: str) -> None:
    form = ComposeForm(studio)
    qtbot.addWidget(form)
    form.show()
    type_best(qtbot, form, typed)
    asked = form.wish()
    assert asked is None or 1 <= asked.sampling.best <= 64


def test_the_list_has_room_for_the_longest_words(main_window: MainWindow) -> None:
    width = QFontMetrics(small_font()).horizontalAdvance("Choosing the best of 64…")
    assert width <= main_window.composer.rooms[TakesRoom].list.columnWidth(1) - 6


@pytest.mark.parametrize("marks", [MARKS, None])
def test_the_numbers_come_back_from_a_safe_copy(marks: JuryMarks | None) -> None:
    origin = TakeOrigin(
        made=Provenance(
            model="Folk", fingerprint="", prompt="", sampling=SamplingConfig(best=3), marks=marks
        )
    )
    data = origin_data(origin) or {}
    assert origin_from(data) == origin
    read = origin_from({**data, "marks": {"score": 7, "mode": 0.5}})
    assert read is not None
    assert read.made.marks == JuryMarks(mode=0.5)
