"""The page of training: form, run, stop, resume, samples, earlier runs."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot
from torch import Tensor

from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.learning.config import TrainingConfig, config_data, hyper_parameters
from abcstudio.learning.model import CharLSTM
from abcstudio.learning.presets import PRESETS
from abcstudio.learning.training.gradients import Gradients
from abcstudio.messages import Phrase
from abcstudio.paths import runs_dir
from abcstudio.runs.history import RunSummary
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.corpus_choice import CorpusChoice
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.runs.run_row import fitting
from abcstudio.ui.training.runs.run_rows import ROW_ROLE
from abcstudio.ui.training.training_outcome import trained_longer
from abcstudio.ui.training.training_page import TrainingPage
from tests.ui.events import deliver_events


def _melody(number: int) -> str:
    notes = random.Random(number)
    return "|".join("".join(notes.choices("CDEFGABcdefg", k=8)) for _ in range(8))


# Unlike each other: tunes of one family are never parted into training and validation.
TUNES = split_tunebook(
    "\n\n".join(f"X:{n}\nT:Tune {n}\nM:4/4\nL:1/8\nK:G\n{_melody(n)}|]" for n in range(1, 25))
)
TINY = TrainingConfig(
    embedding_dim=8,
    hidden_size=16,
    steps=30,
    batch_size=4,
    seq_len=50,
    evaluate_every=10,
    checkpoint_every=10,
)
LONG = replace(TINY, steps=100_000)
RUN_MS = 20_000


@pytest.fixture
def shown(qtbot: QtBot, studio: Studio) -> Iterator[SimpleNamespace]:
    window = QMainWindow()
    actions = Actions(window, {})
    page = TrainingPage(studio, actions)
    page.train_on(TUNES, "Some tunes")
    page.form.set_config(TINY)
    page.form.set_wanted_device("cpu")
    window.setCentralWidget(page)
    window.resize(1280, 700)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield SimpleNamespace(page=page, actions=actions, window=window)
    page.close_page()
    qtbot.waitUntil(lambda: not page.session.is_running, timeout=RUN_MS)
    window.close()
    window.deleteLater()
    deliver_events()


def _train(page: TrainingPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    _wait_for_runs(page, qtbot, 1)


def _wait_for_runs(page: TrainingPage, qtbot: QtBot, count: int) -> None:
    def texts() -> list[str]:
        return [page.runs.list.item(row).text() for row in range(page.runs.list.count())]

    qtbot.waitUntil(
        lambda: len(texts()) == count and not any("Training now" in text for text in texts())
    )


def test_form_has_a_control_for_every_hyper_parameter_within_its_range(shown) -> None:
    controls = shown.page.form.config_form.controls
    assert set(controls) == set(hyper_parameters())
    controls["hidden_size"].setValue(10_000)
    assert shown.page.form.config().hidden_size == 2048
    controls["learning_rate"].setValue(0.0)
    assert shown.page.form.config().learning_rate == pytest.approx(1e-5)


def test_numbers_are_shown_without_zeros_at_their_end(shown) -> None:
    shown.page.form.set_config(PRESETS["lab"])
    assert shown.page.form.config_form.controls["learning_rate"].text() == "0.005"
    assert shown.page.form.config_form.controls["dropout"].text() == "0"


def test_preset_fills_the_form_and_a_change_leaves_it(shown, qtbot) -> None:
    presets = shown.page.form.presets
    qtbot.mouseClick(presets.buttons["lab"], Qt.MouseButton.LeftButton)
    assert shown.page.form.config() == PRESETS["lab"]
    assert presets.buttons["lab"].isChecked()
    shown.page.form.config_form.controls["hidden_size"].setValue(77)
    assert shown.page.form.config() == replace(PRESETS["lab"], hidden_size=77)
    assert not presets.buttons["lab"].isChecked()


def test_run_grows_a_curve_writes_samples_and_offers_its_model(shown, studio, qtbot) -> None:
    page = shown.page
    notices: list[Any] = []
    studio.notice_requested.connect(notices.append)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        qtbot.keyClick(shown.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
        assert page.session.is_running
        assert not page.start.isEnabled()
        assert page.stop.isEnabled()
    assert page.plot.point_count >= 3
    assert page.samples.steps.count() == 3
    assert page.samples.text.toPlainText().startswith("X:1")
    assert page.start.isEnabled()
    _wait_for_runs(page, qtbot, 1)
    assert "Finished: step 30 of 30" in page.runs.list.item(0).text()
    # What the line says is not said again in a notice.
    assert page.progress.line.text().startswith("Training is done in")
    assert not [one for one in notices if "Training" in one.text]
    assert page.progress.way.text() == "Compose with it"
    pages: list[str] = []
    studio.page_requested.connect(pages.append)
    qtbot.mouseClick(page.progress.way, Qt.MouseButton.LeftButton)
    assert pages == ["composer"]
    assert studio.model is not None
    assert studio.model.step in (10, 20, 30)
    assert studio.model.path.parent == page.session.folder


def test_stopped_run_is_kept_and_goes_on(shown, qtbot) -> None:
    page = shown.page
    page.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(lambda: page.samples.steps.count() >= 2, timeout=RUN_MS)
    with qtbot.waitSignal(page.session.ended, timeout=10_000):
        qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    assert "you can resume" in page.progress.line.text()
    # The run that is spoken of is chosen, so that "Resume" is at hand.
    qtbot.waitUntil(page.runs.resume.isEnabled)
    assert page.runs.resume.text() == "Resume"
    reached = page.plot.point_count
    before = list(page.plot.live.losses[:reached])
    qtbot.mouseClick(page.runs.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.plot.point_count > reached)
    assert page.form.config() == LONG
    assert list(page.plot.live.losses[:reached]) == before


def test_a_run_that_came_to_its_end_trains_longer(shown, qtbot) -> None:
    page = shown.page
    _train(page, qtbot)
    qtbot.waitUntil(page.runs.resume.isEnabled)
    assert page.runs.resume.text() == "Train longer"
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        qtbot.mouseClick(page.runs.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Finished: step 60 of 60" in page.runs.list.item(0).text())
    assert page.form.config() == replace(TINY, steps=60)
    assert page.plot.point_count == 60


def test_a_run_that_gained_nothing_more_trains_longer_without_patience() -> None:
    longer = trained_longer(replace(TINY, steps=1000, patience=2), 40)
    assert (longer.steps, longer.patience) == (80, 0)


def _put_a_file_in_the_place_of(folder: Path) -> None:
    """Move a folder to "aside-0"; a run that saves just then makes another one, moved away too."""
    for number in range(9):
        folder.rename(folder.with_name(f"aside-{number}"))
        try:
            folder.write_bytes(b"")
        except IsADirectoryError:
            continue
        return
    raise AssertionError(f"{folder} is made again and again")


def test_run_waits_for_a_folder_that_cannot_be_written_to(shown, qtbot) -> None:
    page = shown.page
    page.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(lambda: page.samples.steps.count() >= 1, timeout=RUN_MS)
    checkpoints = page.session.folder / "checkpoints"
    _put_a_file_in_the_place_of(checkpoints)
    qtbot.waitUntil(lambda: "Training waits" in page.progress.line.text(), timeout=RUN_MS)
    assert str(checkpoints) in page.progress.line.text()
    reached = page.plot.point_count
    checkpoints.unlink()
    checkpoints.with_name("aside-0").rename(checkpoints)
    qtbot.waitUntil(lambda: page.plot.point_count > reached, timeout=RUN_MS)
    assert "Training waits" not in page.progress.line.text()
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
    assert "you can resume" in page.progress.line.text()


def test_too_little_text_is_said_inline_with_the_way_out(shown, qtbot) -> None:
    page = shown.page
    page.train_on(TUNES[:1], "One tune")
    page.form.set_config(replace(TINY, seq_len=500))
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    assert "sequence length smaller" in page.progress.line.text()
    assert page.progress.line.property("error") is True
    assert page.start.isEnabled()


def test_a_run_that_went_wrong_goes_on_more_carefully(shown, qtbot, monkeypatch) -> None:
    page = shown.page
    page.form.set_config(replace(TINY, learning_rate=0.02))
    compute = Gradients.compute

    def spoiled(gradients: Gradients, step: int) -> Tensor:
        loss = compute(gradients, step)
        return loss * float("nan") if step == 15 else loss

    with monkeypatch.context() as patch:
        patch.setattr(Gradients, "compute", spoiled)
        with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
            page.start_training()
    assert "no longer a number" in page.progress.line.text()
    assert page.progress.line.property("error") is True
    assert page.progress.way.isVisible()
    spoiled_run = page.session.folder
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        qtbot.mouseClick(page.progress.way, Qt.MouseButton.LeftButton)
        assert not page.progress.way.isVisible()
        assert page.form.config().learning_rate == pytest.approx(0.005)
        assert page.form.config().gradient_clip == 1.0
    assert page.session.folder != spoiled_run
    assert "Training is done" in page.progress.line.text()


def test_a_run_that_ends_early_says_why_and_what_to_do(shown, qtbot, monkeypatch) -> None:
    page = shown.page
    monkeypatch.setattr("abcstudio.learning.training.trainer.evaluate", lambda *_a, **_k: 2.0)
    page.form.set_config(replace(TINY, steps=1000, patience=2))
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    sentence = page.progress.line.text()
    assert "ended by itself at step 30" in sentence
    assert "raise Patience" in sentence


def test_too_little_memory_is_said_while_the_run_goes_on(shown, qtbot, monkeypatch) -> None:
    page = shown.page
    forward = CharLSTM.forward

    def short(network: CharLSTM, inputs: Tensor, *arguments: Any) -> tuple[Tensor, Any]:
        if len(inputs) > 2:
            raise RuntimeError("DefaultCPUAllocator: not enough memory")
        return forward(network, inputs, *arguments)

    monkeypatch.setattr(CharLSTM, "forward", short)
    sentences = []
    page.session.reported.connect(lambda _report: sentences.append(page.progress.line.text()))
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    assert any("2 pieces of text are read at once" in sentence for sentence in sentences)
    assert "Training is done" in page.progress.line.text()


def test_the_device_is_remembered(shown, studio, qtbot) -> None:
    shown.page.close_page()
    assert studio.settings.training_device == "cpu"
    again = TrainingPage(studio, Actions(QMainWindow(), {}))
    assert again.form.wanted_device() == "cpu"
    again.close_page()
    studio.replace_settings(replace(studio.settings, training_device="abacus"))
    again = TrainingPage(studio, Actions(QMainWindow(), {}))
    assert again.form.wanted_device() == "auto"
    again.close_page()


def test_chosen_run_shows_its_curve_and_takes(shown, qtbot) -> None:
    page = shown.page
    _train(page, qtbot)
    second = replace(TINY, rng_seed=1)
    page.form.set_config(second)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    _wait_for_runs(page, qtbot, 2)
    names = sorted(page.runs.list.item(row).text().splitlines()[0] for row in range(2))
    assert names == ["Own 1", "Own 2"]
    other = next(
        row
        for row in range(2)
        if page.runs.list.item(row).data(Qt.ItemDataRole.UserRole).folder != page.session.folder
    )
    page.runs.list.setCurrentRow(other)
    qtbot.waitUntil(lambda: "Own 1" in page.plot.legend)
    assert (page.plot.front.step_count, len(page.plot.front.val(0, 30)[0])) == (30, 3)
    chosen = RunFolder(page.runs.run.folder)
    assert list(page.plot.front.losses[:30]) == list(chosen.losses())
    first_texts = _sample_texts(page)
    assert len(first_texts) == 3
    page.runs.list.setCurrentRow(1 - other)
    qtbot.waitUntil(lambda: "Own 1" not in page.plot.legend)
    assert page.plot.front is page.plot.live
    assert len(_sample_texts(page)) == 3
    assert _sample_texts(page) != first_texts


def _sample_texts(page: TrainingPage) -> list[str]:
    steps = page.samples.steps
    return [steps.item(row).data(Qt.ItemDataRole.UserRole) for row in range(steps.count())]


def test_an_earlier_run_stays_in_front_while_another_one_trains(shown, qtbot) -> None:
    page = shown.page
    _train(page, qtbot)
    page.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(lambda: page.samples.steps.count() >= 1, timeout=RUN_MS)
    _wait_until_listed(page, qtbot, "Own 1")
    qtbot.waitUntil(lambda: "Own 1" in page.plot.legend)
    assert "Own 2" in page.plot.legend
    earlier = _sample_texts(page)
    reached = page.plot.point_count
    qtbot.waitUntil(lambda: page.plot.point_count > reached + 20, timeout=RUN_MS)
    assert _sample_texts(page) == earlier
    page.runs.choose_none()
    assert page.plot.front is page.plot.live
    assert len(_sample_texts(page)) >= 1
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()


def _wait_until_listed(page: TrainingPage, qtbot: QtBot, name: str) -> None:
    """Choose a run as soon as the list has it."""

    def is_chosen() -> bool:
        for row in range(page.runs.list.count()):
            if page.runs.list.item(row).data(Qt.ItemDataRole.UserRole).name == name:
                page.runs.list.setCurrentRow(row)
                return True
        return False

    qtbot.waitUntil(is_chosen)


def test_the_wheel_never_loses_the_curve_and_two_clicks_show_all(shown, qtbot) -> None:
    page = shown.page
    _train(page, qtbot)
    box = page.plot.plot.getViewBox()
    whole = box.viewRange()
    assert not page.plot.whole.isEnabled()
    for _ in range(40):
        _turn_wheel(page, Qt.KeyboardModifier.NoModifier, 120)
    assert box.viewRange() == whole
    for _ in range(40):
        _turn_wheel(page, Qt.KeyboardModifier.ControlModifier, 120)
    (first, last), (low, high) = box.viewRange()
    assert 0 <= first < last <= 31
    assert last - first < whole[0][1] - whole[0][0]
    inside = page.plot.front.raw(first, last)[1]
    assert low <= inside.min()
    assert high >= inside.max()
    assert page.plot.whole.isEnabled()
    for _ in range(400):
        _turn_wheel(page, Qt.KeyboardModifier.ControlModifier, -120)
    assert box.viewRange()[0][0] >= 0
    assert box.viewRange()[0][1] <= 31
    qtbot.mouseDClick(page.plot.plot.viewport(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.plot.whole.isEnabled())
    _turn_wheel(page, Qt.KeyboardModifier.ControlModifier, 120)
    assert page.plot.whole.isEnabled()
    shown.actions.action("training.whole_curve").trigger()
    assert not page.plot.whole.isEnabled()


def _turn_wheel(page: TrainingPage, keys: Qt.KeyboardModifier, angle: int) -> None:
    viewport = page.plot.plot.viewport()
    middle = QPointF(viewport.rect().center())
    turned = QWheelEvent(
        middle, viewport.mapToGlobal(middle), QPoint(), QPoint(0, angle),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, turned)


def test_a_run_without_held_out_tunes_says_so(shown, qtbot) -> None:
    page = shown.page
    page.form.set_config(replace(TINY, validation_share=0.0))
    _train(page, qtbot)
    assert "no validation: the held-out share is 0" in page.runs.list.item(0).text()


def test_stopping_before_the_first_step_promises_nothing(shown, qtbot, monkeypatch) -> None:
    page = shown.page
    monkeypatch.setattr(
        "abcstudio.learning.training.trainer.Trainer._is_over", lambda _trainer: False
    )
    page.start_training()
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
    assert "nothing to resume" in page.progress.line.text()
    assert not page.runs.resume.isEnabled()


def test_a_run_without_samples_promises_some_only_while_it_goes_on(shown) -> None:
    samples = shown.page.samples
    assert "watch it learn" in samples.text.placeholderText()
    samples.set_takes((), is_over=True)
    assert "ended before it wrote" in samples.text.placeholderText()
    samples.clear()
    assert "watch it learn" in samples.text.placeholderText()


def test_run_is_deleted_after_a_question_that_names_the_verbs(shown, studio, qtbot) -> None:
    page = shown.page
    _train(page, qtbot)
    folder: Path = page.session.folder
    page.runs.list.setCurrentRow(0)
    qtbot.mouseClick(page.runs.delete, Qt.MouseButton.LeftButton)
    question = page.findChild(QMessageBox)
    assert sorted(button.text() for button in question.buttons()) == ["Delete run", "Keep run"]
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    deliver_events()
    assert RunFolder(folder).facts()["state"] == "finished"
    qtbot.mouseClick(page.runs.delete, Qt.MouseButton.LeftButton)
    question = page.findChild(QMessageBox)
    delete = next(b for b in question.buttons() if b.text() == "Delete run")
    qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.runs.list.count() == 0)
    assert not folder.exists()
    assert all(model.path.parent != folder for model in studio.models)
    assert page.plot.point_count == 0
    assert page.plot.stack.currentIndex() == 0
    assert page.samples.steps.count() == 0


def test_nothing_is_said_of_a_stopped_run_once_it_is_deleted(shown, qtbot) -> None:
    page = shown.page
    page.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(lambda: page.samples.steps.count() >= 1, timeout=RUN_MS)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
    assert "you can resume" in page.progress.line.text()
    with qtbot.waitSignal(page.catalog.deleted, timeout=RUN_MS):
        page.catalog.delete(page.session.folder)
    assert page.progress.line.text().startswith(f"Press {page.start.text()}:")
    assert page.progress.bar.value() == 0


def test_deleting_the_network_that_composes_is_said(shown, studio, qtbot) -> None:
    page = shown.page
    _train(page, qtbot)
    notices: list[Any] = []
    studio.notice_requested.connect(notices.append)
    page.runs.list.setCurrentRow(0)
    qtbot.mouseClick(page.runs.use, Qt.MouseButton.LeftButton)
    assert studio.model.path.parent == page.session.folder
    qtbot.mouseClick(page.runs.delete, Qt.MouseButton.LeftButton)
    question = page.findChild(QMessageBox)
    assert "You compose with its network now" in question.informativeText()
    delete = next(b for b in question.buttons() if b.text() == "Delete run")
    qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(notices))
    assert notices[-1].text == "The model Own 1 is no longer there: Folk composes now."
    assert studio.settings.model == ""
    studio.refresh_models()
    studio.tell_lost_model()
    assert len(notices) == 1
    # As at a start after the file went.
    studio.update_settings(model="/none/waltzes.safetensors")
    studio.tell_lost_model()
    assert notices[-1].text == "The model waltzes is no longer there: Folk composes now."


def test_the_network_of_a_run_stays_chosen_when_the_run_comes_to_a_better_one(
    shown, studio, qtbot
) -> None:
    _train(shown.page, qtbot)
    folder = shown.page.session.folder
    best = RunFolder(folder).best_model
    best.rename(folder / "aside")
    studio.refresh_models()
    studio.choose_model(RunFolder(folder).last_model)
    (folder / "aside").rename(best)
    studio.refresh_models()
    assert studio.model.path == best


def test_runs_that_cannot_be_read_are_told_quietly(studio, qtbot, monkeypatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "abcstudio.ui.training.runs.runs_panel.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()),
    )
    for name in ("bad", "worse"):
        (runs_dir() / name).mkdir(parents=True)
    (runs_dir() / "bad" / "run.json").write_text('{"format": 1, ', encoding="utf-8")
    page = _page_again(studio, qtbot)
    qtbot.waitUntil(page.runs.unread.isVisible)
    assert page.runs.unread.text() == "1 run cannot be read"
    assert str(runs_dir() / "bad") in page.runs.unread.toolTip()
    qtbot.mouseClick(page.runs.unread, Qt.MouseButton.LeftButton)
    assert opened == [str(runs_dir() / "bad")]
    (runs_dir() / "worse" / "run.json").write_text("{}", encoding="utf-8")
    page.catalog.refresh()
    qtbot.waitUntil(lambda: page.runs.unread.text() == "2 runs cannot be read")
    page.close_page()


def test_form_is_locked_while_a_run_is_under_way(shown, qtbot) -> None:
    page = shown.page
    page.form.set_config(LONG)
    page.start_training()
    assert not page.form.config_form.isEnabled()
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
    assert page.form.config_form.isEnabled()


def test_sample_opens_in_the_composer(shown, studio, qtbot) -> None:
    page = shown.page
    page.samples.set_takes([(100, "X:1\nK:C\nC|"), (200, "X:1\nK:C\nD|")])
    page.samples.steps.setCurrentRow(0)
    with qtbot.waitSignal(studio.open_text_requested) as signal:
        qtbot.mouseClick(page.samples.open, Qt.MouseButton.LeftButton)
    assert signal.args == ["X:1\nK:C\nC|", "Sample of step 100"]


def test_page_reads_the_bundled_tunes_by_itself(qtbot, studio) -> None:
    window = QMainWindow()
    page = TrainingPage(studio, Actions(window, {}))
    window.setCentralWidget(page)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: "tunes" in page.form.tunes.text(), timeout=20_000)
    assert page.form.tunes.text().startswith("Bundled tunebook, ")
    page.close_page()


@pytest.mark.parametrize(
    ("ends", "kind", "words"),
    [
        ("good", "success", "nearly as well"),
        ("by_heart", "warning", "learned its tunes by heart"),
        ("unmeasured", "info", "No tunes were held out"),
    ],
)
def test_only_a_good_end_has_a_tick(shown, studio, qtbot, monkeypatch, ends, kind, words) -> None:
    page = shown.page
    notices: list[Any] = []
    studio.notice_requested.connect(notices.append)
    found = Phrase(f"verdict.{ends}")
    monkeypatch.setattr("abcstudio.recipes.train.verdict", lambda _facts: found)
    page.hide()  # As when another page is in front: the notice is for those who look there.
    _train(page, qtbot)
    assert notices[-1].kind == kind
    assert words in page.progress.line.text()
    assert ("learned by heart" in page.runs.list.item(0).text()) == (ends == "by_heart")


def test_a_short_run_is_barely_better_than_guessing(shown, studio, qtbot) -> None:
    page = shown.page
    notices: list[Any] = []
    studio.notice_requested.connect(notices.append)
    page.form.set_config(replace(TINY, steps=2, learning_rate=1e-5))
    page.hide()  # As when another page is in front: the notice is for those who look there.
    _train(page, qtbot)
    assert "guessing has ln" in page.progress.line.text()
    assert notices[-1].kind == "warning"
    assert "better than guessing" in page.runs.list.item(0).text()


def test_runs_can_be_told_apart_by_their_lines(shown, qtbot) -> None:
    page = shown.page
    page.form.set_config(replace(PRESETS["quick"], steps=2, hidden_size=16))
    _train(page, qtbot)
    lines = page.runs.list.item(0).text().splitlines()
    assert lines[0] == "Quick 1: Hidden units 16, Steps 2"
    row = page.runs.list.item(0).data(ROW_ROLE)
    assert (row.name, row.settings) == ("Quick 1", ("Hidden units 16", "Steps 2"))
    assert "Finished: step 2 of 2" in lines
    assert "Some tunes" in lines
    assert any(line.startswith("Processor, ") and "characters/s" in line for line in lines)
    assert any("validation" in line and "training" in line for line in lines)


def _listed(number: int, **facts: Any) -> RunSummary:
    run = RunSummary(
        folder=Path(f"run-{number}"), name=f"Own {number}", state="finished",
        created=f"2026-11-{number:02d}T10:00:00", step=600, steps=600, best_val_loss=1.25,
        config=config_data(replace(PRESETS["quick"], hidden_size=128, steps=600, dropout=0.5)),
        model=None, corpus_name="mine.abc", tune_count=24, device="cpu", chars_per_second=912.0,
    )  # fmt: skip
    return replace(run, **facts)


def test_a_row_of_a_run_has_three_lines_and_no_setting_is_cut(shown) -> None:
    panel = shown.page.runs
    heard = _listed(2, verdict="verdict.by_heart", name="Quick 3: Steps 700")
    panel.set_runs([heard, _listed(1), _listed(3, state="stopped", step=12, corpus_name="")])
    metrics = panel.list.fontMetrics()
    heights = {panel.list.visualItemRect(panel.list.item(row)).height() for row in range(3)}
    assert max(heights) <= 3 * metrics.height() + 2 * GRID
    assert "Quick with Hidden units 128, Dropout 0.5, Steps 600" in panel.list.item(1).text()
    assert "Dropout 0.5" in panel.list.item(1).toolTip()
    row = panel.list.item(1).data(ROW_ROLE)
    assert (row.name, row.standings, row.tunes) == ("Own 1", ("1.250",), "24 tunes")
    assert row.settings == ("Quick with Hidden units 128", "Dropout 0.5", "Steps 600")
    assert row.devices == ("Processor, 912/s", "912/s")
    assert fitting(row.settings, lambda words: len(words) < 45) == (
        "Quick with Hidden units 128 and 2 more", 1,
    )  # fmt: skip
    assert panel.list.item(0).data(ROW_ROLE).standings == ("By heart, 1.250", "1.250")
    assert panel.list.item(2).data(ROW_ROLE).standings[0] == "Stopped at 12, 1.250"
    for width in (80, 200, 900):
        panel.list.resize(width, 400)
        assert not panel.list.grab().isNull()


def test_a_row_names_first_what_tells_the_runs_apart(shown) -> None:
    config = replace(PRESETS["quick"], embedding_dim=8, batch_size=16, warmup_steps=3, steps=60)
    panel = shown.page.runs
    panel.set_runs(
        [
            _listed(number, config=config_data(replace(config, learning_rate=rate)))
            for number, rate in ((1, 0.1), (2, 0.005), (3, 0.02))
        ]
    )
    for row, rate in enumerate(("0.1", "0.005", "0.02")):
        first = panel.list.item(row).data(ROW_ROLE).settings[0]
        assert first == f"Quick with Learning rate {rate}", first


def test_own_settings_are_named_by_the_preset_they_come_from(shown) -> None:
    shown.page.form.set_config(replace(PRESETS["studio"], hidden_size=77))
    sentence = shown.page.form.presets.sentence.text()
    assert sentence == "Own settings: Studio with Hidden units 77."
    shown.page.form.set_config(replace(LONG, dropout=0.5, weight_dropout=0.5, optimizer="sgd"))
    sentence = shown.page.form.presets.sentence.text()
    assert re.fullmatch(r"Own settings: Lab with .*, .* and \d more\.", sentence)
    assert len(sentence) < 90


def test_the_tunes_of_last_time_are_there_again(shown, studio, qtbot, tmp_path) -> None:
    source = tmp_path / "mine.abc"
    source.write_text("\n\n".join(tune.text for tune in TUNES), encoding="utf-8")
    choice = CorpusChoice(str(source), len(TUNES), TuneFilter(words="tune 1"))
    some = choice.of(TUNES)
    assert 1 < len(some) < len(TUNES)
    shown.page.train_on(some, choice.name("mine.abc", len(some)), choice)
    again = _page_again(studio, qtbot)
    qtbot.waitUntil(lambda: bool(again.corpus.tunes))
    assert [tune.text for tune in again.corpus.tunes] == [tune.text for tune in some]
    assert again.form.tunes.text() == f"mine.abc: {len(some)} of 24, “tune 1”, held out: 1"
    again.close_page()
    selected = replace(choice, asked=TuneFilter(), numbers=(2, 5))
    shown.page.train_on(selected.of(TUNES), "", selected)
    again = _page_again(studio, qtbot)
    qtbot.waitUntil(lambda: len(again.corpus.tunes) == 2)
    assert again.form.tunes.text() == "mine.abc: 2 of 24, selected"
    again.close_page()
    source.unlink()
    again = _page_again(studio, qtbot)
    qtbot.waitUntil(lambda: again.form.tunes_note.isVisible())
    assert "no longer there" in again.form.tunes_note.text()
    assert str(source) in again.form.tunes_note.text()
    qtbot.waitUntil(
        lambda: again.form.tunes.text().startswith("Bundled tunebook, "), timeout=20_000
    )
    assert again.form.tunes_note.isVisible()
    again.close_page()


def _page_again(studio: Studio, qtbot: QtBot) -> TrainingPage:
    window = QMainWindow()
    page = TrainingPage(studio, Actions(window, {}))
    window.setCentralWidget(page)
    qtbot.addWidget(window, before_close_func=lambda _window: page.close_page())
    keeper: Any = page
    keeper.keeper = window
    window.show()
    return page


def test_a_start_before_the_tunes_are_read_waits_for_them(studio, qtbot, tmp_path) -> None:
    source = tmp_path / "mine.abc"
    source.write_text("\n\n".join(tune.text for tune in TUNES), encoding="utf-8")
    studio.update_settings(training_tunes=CorpusChoice(str(source), len(TUNES)).data())
    page = _page_again(studio, qtbot)
    page.form.set_config(TINY)
    page.form.set_wanted_device("cpu")
    page.start_training()
    assert not page.session.is_running
    qtbot.waitUntil(lambda: page.session.folder is not None, timeout=RUN_MS)
    qtbot.waitUntil(lambda: not page.session.is_running, timeout=RUN_MS)
    assert page.session.folder is not None
    assert RunFolder(page.session.folder).facts()["corpus"]["name"] == "mine.abc"


def test_a_resumed_run_shows_its_own_tunes(shown, qtbot) -> None:
    page = shown.page
    page.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(lambda: page.samples.steps.count() >= 1, timeout=RUN_MS)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
    _wait_for_runs(page, qtbot, 1)
    page.train_on(TUNES[:5], "Five others")
    page.runs.list.setCurrentRow(0)
    qtbot.waitUntil(page.runs.resume.isEnabled)
    qtbot.mouseClick(page.runs.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.session.is_running)
    assert page.form.tunes.text() == "Some tunes"
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
    assert page.form.tunes.text() == "Five others, 5 tunes"


def test_form_and_run_count_the_same_tunes_and_those_held_out(shown, qtbot) -> None:
    page = shown.page
    assert page.form.tunes.text() == "Some tunes, 24 tunes, held out: 2"
    _train(page, qtbot)
    item = page.runs.list.item(0)
    assert item.data(ROW_ROLE).tunes == "24 tunes"
    assert "Tunes: 24, held out: 2" in item.text().splitlines()
    page.form.config_form.controls["validation_share"].setValue(0.0)
    assert page.form.tunes.text() == "Some tunes, 24 tunes"
    qtbot.mouseClick(page.form.presets.buttons["lab"], Qt.MouseButton.LeftButton)
    assert page.form.tunes.text() == "Some tunes, 24 tunes, held out: 2"


def _runs_of_two(page: TrainingPage, qtbot: QtBot) -> tuple[str, str]:
    """Let one run end and stop another; return their names, the later one first."""
    _train(page, qtbot)
    page.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(lambda: page.samples.steps.count() >= 1, timeout=RUN_MS)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
    _wait_for_runs(page, qtbot, 2)
    qtbot.waitUntil(lambda: page.runs.run is not None)
    later, earlier = page.catalog.runs
    return later.name, earlier.name


def test_what_is_said_over_the_curve_is_of_the_run_whose_curve_it_is(shown, qtbot) -> None:
    page = shown.page
    later, earlier = _runs_of_two(page, qtbot)
    assert page.progress.title.text() == later
    assert page.progress.line.text().startswith("Stopped.")
    page.runs.list.setCurrentRow(1)
    assert page.progress.title.text() == earlier
    assert page.progress.line.text().startswith("Step 30 of 30   ·   training loss ")
    assert page.progress.bar.value() == page.progress.bar.maximum()
    page.runs.list.setCurrentRow(0)
    assert page.progress.title.text() == later
    assert page.progress.line.text().startswith("Stopped.")
    assert page.progress.bar.value() < page.progress.bar.maximum()
    page.runs.list.setCurrentRow(1)
    page.start_training()
    qtbot.waitUntil(lambda: page.plot.point_count > 0, timeout=RUN_MS)
    assert page.progress.title.text().endswith(", training now")
    page.runs.choose(page.catalog.runs[-1].folder)
    assert page.progress.title.text().endswith(", training now")


def test_the_legend_names_only_what_is_drawn(shown, qtbot) -> None:
    plot = shown.page.plot
    plot.begin("Some run")
    plot.add(2, [3.0, 2.9], None)
    assert plot.legend == "Training"
    plot.add(3, [2.8], 2.7)
    assert "Validation" in plot.legend
    plot.show_earlier("Other", [3.0, 2.0], [])
    assert "Validation" not in plot.legend


def test_the_next_run_takes_the_place_of_a_deleted_one_and_the_focus(shown, qtbot) -> None:
    page = shown.page
    _later, earlier = _runs_of_two(page, qtbot)
    page.runs.choose(page.catalog.runs[0].folder)
    page.start.setFocus()
    # A click gives the button no focus.
    qtbot.mouseClick(page.runs.delete, Qt.MouseButton.LeftButton)
    question = page.findChild(QMessageBox)
    delete = next(b for b in question.buttons() if b.text() == "Delete run")
    qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.runs.list.count() == 1)
    assert page.runs.run is not None
    assert page.runs.run.name == earlier
    assert page.progress.title.text() == earlier
    assert shown.window.focusWidget() is page.runs.list


def test_a_run_that_was_stopped_promises_no_sample_any_more(shown, qtbot) -> None:
    page = shown.page
    page.form.set_config(replace(LONG, evaluate_every=100_000, checkpoint_every=10))
    page.start_training()
    qtbot.waitUntil(lambda: page.plot.point_count > 0, timeout=RUN_MS)
    assert "watch it learn" in page.samples.text.placeholderText()
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
    assert "ended before it wrote" in page.samples.text.placeholderText()
