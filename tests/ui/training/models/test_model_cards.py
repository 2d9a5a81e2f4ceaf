"""The card of a model through the window: looked at, heard, measured, shared, deleted, trained."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from abcstudio.learning.checkpoint import read_header
from abcstudio.paths import bundled_model, models_dir
from abcstudio.recipes.cards.card import read_facts
from abcstudio.recipes.models import available_models
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.training.models.card_words import fact_rows
from abcstudio.ui.training.models.model_card import ModelCard
from abcstudio.ui.window.late.late_pages import LatePages
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events
from tests.ui.training.small_runs import TINY, TUNES
from tests.unit.recipes.untrained_model import untrained_model

pytestmark = pytest.mark.one_window

WAIT_MS = 120_000
CHARACTERS = "X:1\nTMLKabcdefgABCDEFG|[]/2348 "


@pytest.fixture
def own(main_window: MainWindow) -> Path:
    """A model of the person's own."""
    models_dir().mkdir(parents=True, exist_ok=True)
    path = untrained_model(models_dir(), CHARACTERS)
    main_window.studio.refresh_models()
    return path


@pytest.fixture
def card(main_window: MainWindow, own: Path) -> ModelCard:
    """The card of the model in the box, opened from beside the list of models."""
    main_window.show_page("composer")
    main_window.page_bar.about_model.click()
    found = main_window.rooms[LatePages].training_side.model_cards.card
    assert found is not None
    assert found.isVisible()
    return found


@pytest.fixture
def notices(main_window: MainWindow) -> list[Notice]:
    said: list[Notice] = []
    main_window.studio.notice_requested.connect(said.append)
    return said


def press(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def facts(card: ModelCard) -> dict[str, str]:
    found = {}
    for value in card.findChildren(Label):
        label = card.facts.labelForField(value)
        if label is not None:
            found[value.accessibleName()] = value.text()
    return found


def choose(qtbot: QtBot, card: ModelCard, name: str) -> None:
    """Choose a model by keys."""
    card.models.setFocus()
    steps = card.models.findText(name) - card.models.currentIndex()
    for _ in range(abs(steps)):
        qtbot.keyClick(card.models, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    deliver_events()
    assert card.models.currentText() == name


def test_the_card_says_what_is_known_of_each_model(qtbot: QtBot, card: ModelCard) -> None:
    header = read_header(bundled_model())
    found = facts(card)
    assert header.corpus.name in found["Learned from"]
    assert header.corpus.fingerprint in found["Learned from"]
    assert found["Network"].replace(",", "").endswith("parameters: 3555198")
    assert "validation loss" in found["Training"]
    assert str(bundled_model()) in found["File"]
    assert not card.delete.isEnabled()
    assert "came with the studio" in card.delete.toolTip()
    choose(qtbot, card, "Small")
    assert facts(card)["Learned from"] == "Its file does not say."
    assert card.delete.isEnabled()


def test_the_sizes_of_a_large_network_are_written_as_a_language_writes_numbers() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    known = read_facts(bundled_model())
    config = replace(known.header.config, hidden_size=2048, embedding_dim=1024)
    large = replace(known, header=replace(known.header, config=config))
    words = dict(fact_rows(large))["Network"]
    QLocale.setDefault(before)
    assert "hidden units: 2,048, embedding: 1,024" in words


@pytest.mark.own_window
def test_a_tune_of_the_model_is_played_with_one_key_and_stopped_with_it(
    qtbot: QtBot, main_window: MainWindow, card: ModelCard
) -> None:
    heard: list[tuple[str, str]] = []
    main_window.rooms[LatePages].training_side.model_cards.hear_requested.connect(
        lambda tune, name: heard.append((tune, name))
    )
    assert card.hear.hasFocus()
    qtbot.keyClick(card.hear, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(heard) == 1, timeout=WAIT_MS)
    assert heard[0][1] == "Folk"
    qtbot.waitUntil(lambda: main_window.playback.is_heard, timeout=WAIT_MS)
    qtbot.keyClick(card.hear, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not main_window.playback.is_heard, timeout=WAIT_MS)
    assert heard[1] == heard[0]


def test_takes_are_measured_in_the_background_and_known_from_then_on(
    qtbot: QtBot, card: ModelCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("abcstudio.ui.training.models.model_cards.MEASURED_TAKES", 2)
    press(qtbot, card.measure)
    assert card.progress.isVisible()
    qtbot.waitUntil(lambda: "Right measures" in card.quality.text(), timeout=WAIT_MS)
    assert not card.progress.isVisible()
    assert "of 2" in card.quality.text()
    words = card.quality.text()
    choose(qtbot, card, "Small")
    assert card.quality.text() == ""
    choose(qtbot, card, "Folk")
    assert card.quality.text() == words


def test_measuring_can_be_stopped(qtbot: QtBot, card: ModelCard) -> None:
    press(qtbot, card.measure)
    assert card.stop.isVisible()
    press(qtbot, card.stop)
    assert card.measure.isVisible()
    assert not card.progress.isVisible()
    assert card.quality.text() == ""


def test_the_own_model_is_deleted_and_brought_back(
    qtbot: QtBot, main_window: MainWindow, card: ModelCard, own: Path, notices: list[Notice]
) -> None:
    studio, back = main_window.studio, main_window.registry.action("model.bring_back")
    choose(qtbot, card, "Small")
    press(qtbot, card.use)
    assert studio.model is not None
    assert studio.model.path == own
    assert not back.isEnabled()
    press(qtbot, card.delete)
    assert not own.exists()
    assert [model.name for model in studio.models] == ["Folk"]
    assert [notice.text for notice in notices] == ["Small is deleted. Folk composes now."]
    assert card.models.currentText() == "Folk"
    back.trigger()
    assert own.exists()
    assert studio.model.path == own
    assert not back.isEnabled()


def test_a_model_is_shared_as_one_file_that_says_the_same(
    qtbot: QtBot,
    card: ModelCard,
    own: Path,
    tmp_path: Path,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    offered: list[str] = []

    def answer(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(tmp_path / "given"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    choose(qtbot, card, "Small")
    press(qtbot, card.share)
    qtbot.waitUntil(lambda: bool(notices), timeout=WAIT_MS)
    assert offered == ["Small.safetensors"]
    assert notices[-1].kind == "success"
    target = tmp_path / "given.safetensors"
    assert target.read_bytes() == own.read_bytes()
    assert next(model.name for model in available_models(target, tmp_path, tmp_path)) == "Small"


def test_training_goes_on_from_the_model_with_its_sizes(
    qtbot: QtBot, main_window: MainWindow, card: ModelCard, own: Path
) -> None:
    page = main_window.training
    before = page.parts.form.config()
    choose(qtbot, card, "Small")
    press(qtbot, card.train)
    assert not card.isVisible()
    assert main_window.page_name == "training"
    assert page.parts.form.base.isVisible()
    assert "Small" in page.parts.form.base.words.text()
    assert page.parts.form.config() == before.with_network_of(read_header(own).config)
    assert main_window.focusWidget() is page.parts.form.choose_tunes
    page.parts.form.set_config(replace(TINY, steps=1))
    page.train_on(TUNES, "Own tunes")
    assert "Small" in page.parts.form.base.words.text()
    with qtbot.waitSignal(page.session.ended, timeout=WAIT_MS):
        press(qtbot, page.start)
        qtbot.waitUntil(lambda: page.session.starts_from == own, timeout=WAIT_MS)
        small = next(model for model in main_window.studio.models if model.path == own)
        assert "goes on from it" in main_window.rooms[
            LatePages
        ].training_side.model_keeper.why_not_delete(small)
    folder = page.session.folder
    assert folder is not None
    assert RunFolder(folder).facts()["start_from"] == str(own.resolve())
    trained = read_header(folder / "best.safetensors")
    assert set(CHARACTERS) < set(trained.vocabulary.characters)
    assert trained.config.hidden_size == read_header(own).config.hidden_size == 16
    press(qtbot, page.parts.form.base.leave)
    # So few tunes are better learned by a network that knows some: that stays one click away.
    assert page.parts.form.base.take.isVisible()
    assert page.parts.base.path is None
    assert page.session.starts_from is None


def test_a_model_whose_file_went_away_leaves_its_card_and_the_form(
    qtbot: QtBot, main_window: MainWindow, card: ModelCard, own: Path
) -> None:
    choose(qtbot, card, "Small")
    press(qtbot, card.train)
    main_window.page_bar.about_model.click()
    choose(qtbot, card, "Small")
    own.unlink()
    main_window.studio.refresh_models()
    assert card.models.currentText() == "Folk"
    assert facts(card)["Training"]
    assert main_window.training.parts.base.path is None
    assert "Small" not in main_window.training.parts.form.base.words.text()


def test_a_model_that_is_taken_in_from_the_card_is_shown_on_it(
    qtbot: QtBot,
    main_window: MainWindow,
    card: ModelCard,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = untrained_model(tmp_path, CHARACTERS + "xyz")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(source), ""))
    press(qtbot, card.take_in)
    characters = str(len(read_header(source).vocabulary))
    qtbot.waitUntil(lambda: facts(card)["Characters"].startswith(characters), timeout=WAIT_MS)
    assert main_window.studio.model is not None
    assert main_window.studio.model.path.parent == models_dir()


def test_what_is_no_model_is_refused_and_the_card_stays(
    qtbot: QtBot,
    card: ModelCard,
    tmp_path: Path,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hostile = tmp_path / "hostile.safetensors"
    hostile.write_bytes((2**40).to_bytes(8, "little") + b"{}")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(hostile), ""))
    press(qtbot, card.take_in)
    qtbot.waitUntil(lambda: bool(notices) and notices[-1].kind == "error", timeout=WAIT_MS)
    assert card.models.currentText() == "Folk"
    assert {path.name for path in models_dir().glob("*")} == {"small.safetensors"}


@pytest.mark.own_window
def test_the_card_of_a_run_is_opened_from_its_list(qtbot: QtBot, main_window: MainWindow) -> None:
    page = main_window.training
    main_window.show_page("training")
    assert not page.parts.runs.card.isEnabled()
    page.parts.form.set_config(replace(TINY, steps=10))
    page.train_on(TUNES, "Own tunes")
    page.parts.base.leave()
    with qtbot.waitSignal(page.session.ended, timeout=WAIT_MS):
        press(qtbot, page.start)
    qtbot.waitUntil(lambda: page.parts.runs.card.isEnabled(), timeout=WAIT_MS)
    page.parts.runs.card.click()
    card = main_window.rooms[LatePages].training_side.model_cards.card
    assert card is not None
    assert "Own tunes" in facts(card)["Learned from"]
    assert "delete that on the Training page" in card.delete.toolTip()
