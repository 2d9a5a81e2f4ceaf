"""With few tunes training continues from the model in the box, unless the person says not to."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.learning.checkpoint import read_header
from abcstudio.learning.presets import PRESETS
from abcstudio.paths import bundled_model
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.services.corpus_choice import CorpusChoice
from abcstudio.ui.training.training_page import TrainingPage
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.training.small_runs import RUN_MS, TUNES

pytestmark = pytest.mark.one_window


@pytest.fixture
def page(main_window: MainWindow) -> TrainingPage:
    main_window.show_page("training")
    page = main_window.training
    page.parts.form.set_wanted_device("cpu")
    page.parts.form.set_config(PRESETS["quick"])
    main_window.studio.train_on(TUNES, "Own tunes", CorpusChoice(source="/some/tunes.abc"))
    return page


def test_the_model_in_the_box_is_proposed_and_trained_further(
    qtbot: QtBot, page: TrainingPage
) -> None:
    line, form = page.parts.form.base, page.parts.form
    assert line.isVisible()
    assert line.words.text() == "Few tunes: continues from Folk, which can already write tunes."
    assert "held-out" not in line.words.toolTip()
    network = PRESETS["quick"].with_network_of(read_header(bundled_model()).config)
    assert form.config().hidden_size == network.hidden_size == 512
    assert form.config().steps < PRESETS["quick"].steps
    assert form.config().learning_rate < PRESETS["quick"].learning_rate
    form.config_form.controls["steps"].setValue(1)
    form.config_form.controls["batch_size"].setValue(1)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        qtbot.mouseClick(page.start, Qt.MouseButton.LeftButton)
    folder = page.session.folder
    assert folder is not None
    assert RunFolder(folder).facts()["start_from"] == str(bundled_model().resolve())


def test_a_new_network_is_one_click_away_and_the_way_back_is_too(
    qtbot: QtBot, page: TrainingPage
) -> None:
    line, form = page.parts.form.base, page.parts.form
    qtbot.mouseClick(line.leave, Qt.MouseButton.LeftButton)
    assert form.config() == PRESETS["quick"]
    assert page.parts.base.path is None
    assert line.isVisible()
    assert not line.leave.isVisible()
    assert "A new network" in line.words.text()
    qtbot.mouseClick(line.take, Qt.MouseButton.LeftButton)
    assert page.parts.base.path == bundled_model()
    assert "continues from Folk" in line.words.text()
    assert form.config().hidden_size == 512


def test_what_the_person_changed_stays_without_the_model(qtbot: QtBot, page: TrainingPage) -> None:
    page.parts.form.config_form.controls["steps"].setValue(77)
    qtbot.mouseClick(page.parts.form.base.leave, Qt.MouseButton.LeftButton)
    config = page.parts.form.config()
    assert config.steps == 77
    assert config.learning_rate == PRESETS["quick"].learning_rate
    assert config.hidden_size == PRESETS["quick"].hidden_size


def test_no_model_is_proposed_for_many_tunes(
    qtbot: QtBot, page: TrainingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("abcstudio.ui.training.models.training_base.FEW_TUNES", len(TUNES) - 4)
    page.train_on(TUNES[:-1], "Many")
    assert page.parts.base.path is None
    assert not page.parts.form.base.isVisible()
    assert page.parts.form.config() == PRESETS["quick"]
    page.train_on(TUNES[:5], "Few")
    assert page.parts.base.path == bundled_model()


def test_tunes_of_the_box_are_said_to_be_known(main_window: MainWindow, page: TrainingPage) -> None:
    main_window.studio.train_on(TUNES[:9], "Nine", CorpusChoice(numbers=(1, 2)))
    assert "has learned these tunes" in page.parts.form.base.words.toolTip()
