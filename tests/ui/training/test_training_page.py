"""The page of training: form, run, stop, resume, samples.

Over 400 lines: what concerns the whole page; its parts and earlier runs have files of their own.
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from torch import Tensor
from typing_extensions import override

from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.errors import CancelledError
from abcstudio.learning.config import hyper_parameters
from abcstudio.learning.devices import Device
from abcstudio.learning.model import CharLSTM
from abcstudio.learning.presets import PRESETS
from abcstudio.learning.training.gradients import Gradients
from abcstudio.messages import Phrase
from abcstudio.runs.history import RunSummary
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.corpus_choice import CorpusChoice
from abcstudio.ui.training.runs.run_rows import ROW_ROLE
from abcstudio.ui.training.training_outcome import standing_sentence, trained_longer
from abcstudio.ui.training.training_page import TrainingPage
from abcstudio.ui.words.translation import message
from tests.ui.events import deliver_events
from tests.ui.training.small_runs import (
    LONG,
    RUN_MS,
    TINY,
    TUNES,
    page_again,
    stop_a_run,
    train,
    wait_for_runs,
)


def test_form_has_a_control_for_every_hyper_parameter_within_its_range(shown) -> None:
    controls = shown.page.parts.form.config_form.controls
    assert set(controls) == set(hyper_parameters())
    controls["hidden_size"].setValue(10_000)
    assert shown.page.parts.form.config().hidden_size == 2048
    controls["learning_rate"].setValue(0.0)
    assert shown.page.parts.form.config().learning_rate == pytest.approx(1e-5)


def test_every_setting_says_what_it_means_its_range_and_what_presets_choose(shown) -> None:
    controls = shown.page.parts.form.config_form.controls
    for name, control in controls.items():
        words = control.toolTip()
        assert words.startswith(message(f"hyperparameter.{name}.help")), name
        assert ("From " in words) != isinstance(control, ChoiceBox), name
        assert "preset" in words.casefold(), name
    words = controls["learning_rate"].toolTip()
    assert words.endswith("From 0.00001 to 0.1. Presets: Quick 0.006, Studio 0.004, Lab 0.005.")
    assert controls["optimizer"].toolTip().endswith("Presets: Quick AdamW, Studio AdamW, Lab Adam.")
    assert controls["rng_seed"].toolTip().endswith("In every preset: 0.")


def test_numbers_are_shown_without_zeros_at_their_end(shown) -> None:
    shown.page.parts.form.set_config(PRESETS["lab"])
    assert shown.page.parts.form.config_form.controls["learning_rate"].text() == "0.005"
    assert shown.page.parts.form.config_form.controls["dropout"].text() == "0"


def test_settings_of_heads_are_grey_without_heads(shown) -> None:
    controls = shown.page.parts.form.config_form.controls
    heads, width = controls["pointer_heads"], controls["pointer_width"]
    heads.setValue(0)
    assert not width.isEnabled()
    heads.setValue(2)
    assert width.isEnabled()
    shown.page.parts.form.set_config(PRESETS["lab"])
    assert not width.isEnabled()


def test_preset_fills_the_form_and_a_change_leaves_it(shown, qtbot) -> None:
    presets = shown.page.parts.form.presets
    qtbot.mouseClick(presets.buttons["lab"], Qt.MouseButton.LeftButton)
    assert shown.page.parts.form.config() == PRESETS["lab"]
    assert presets.buttons["lab"].isChecked()
    shown.page.parts.form.config_form.controls["hidden_size"].setValue(77)
    assert shown.page.parts.form.config() == replace(PRESETS["lab"], hidden_size=77)
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
    assert page.parts.plot.point_count >= 3
    assert page.parts.takes.samples.steps.count() == 3
    assert page.parts.takes.samples.text.toPlainText().startswith("X:1")
    assert page.start.isEnabled()
    wait_for_runs(page, qtbot, 1)
    assert "Finished: step 30 of 30" in page.parts.runs.list.item(0).text()
    # What the line says is not said again in a notice.
    assert page.parts.progress.line.text().startswith("Training is done in")
    assert not [one for one in notices if "Training" in one.text]
    assert page.parts.progress.way.text() == "Compose with it"
    pages: list[str] = []
    studio.page_requested.connect(pages.append)
    qtbot.mouseClick(page.parts.progress.way, Qt.MouseButton.LeftButton)
    assert pages == ["composer"]
    assert studio.model is not None
    assert studio.model.step in (10, 20, 30)
    assert studio.model.path.parent == page.session.folder


def test_stopped_run_is_kept_and_goes_on(shown, qtbot) -> None:
    page = shown.page
    page.parts.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(lambda: page.parts.takes.samples.steps.count() >= 2, timeout=RUN_MS)
    with qtbot.waitSignal(page.session.ended, timeout=10_000):
        qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    assert "you can resume" in page.parts.progress.line.text()
    # The run that is spoken of is chosen, so that "Resume" is at hand.
    qtbot.waitUntil(page.parts.runs.resume.isEnabled)
    assert page.parts.runs.resume.text() == "Resume"
    reached = page.parts.plot.point_count
    before = list(page.parts.plot.live.losses[:reached])
    qtbot.mouseClick(page.parts.runs.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.parts.plot.point_count > reached)
    assert page.parts.form.config() == LONG
    assert list(page.parts.plot.live.losses[:reached]) == before


def test_a_run_that_came_to_its_end_trains_longer(shown, qtbot) -> None:
    page = shown.page
    train(page, qtbot)
    qtbot.waitUntil(page.parts.runs.resume.isEnabled)
    assert page.parts.runs.resume.text() == "Resume"
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        qtbot.mouseClick(page.parts.runs.resume, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: page.session.is_running)
        assert page.parts.form.config() == replace(TINY, steps=60)
    qtbot.waitUntil(lambda: "Finished: step 60 of 60" in page.parts.runs.list.item(0).text())
    assert page.parts.form.config() == TINY
    assert page.parts.plot.point_count == 60


def test_a_run_that_gained_nothing_more_trains_longer_without_patience() -> None:
    config = replace(TINY, steps=1000, patience=2)
    run = RunSummary(
        folder=Path(),
        name="run",
        state="finished",
        created="2026-01-01T00:00:00",
        step=40,
        steps=1000,
        best_val_loss=1.0,
        config={},
        model=None,
    )
    assert trained_longer(config, run).patience == 2
    assert "Patience" not in standing_sentence(run)
    impatient = replace(run, ended_by_patience=True)
    longer = trained_longer(config, impatient)
    assert (longer.steps, longer.patience) == (80, 0)
    assert "Ended by Patience: “Resume” goes on" in standing_sentence(impatient)


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
    page.parts.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(lambda: page.parts.takes.samples.steps.count() >= 1, timeout=RUN_MS)
    checkpoints = page.session.folder / "checkpoints"
    _put_a_file_in_the_place_of(checkpoints)
    qtbot.waitUntil(lambda: "Training waits" in page.parts.progress.line.text(), timeout=RUN_MS)
    assert str(checkpoints) in page.parts.progress.line.text()
    reached = page.parts.plot.point_count
    checkpoints.unlink()
    checkpoints.with_name("aside-0").rename(checkpoints)
    qtbot.waitUntil(lambda: page.parts.plot.point_count > reached, timeout=RUN_MS)
    assert "Training waits" not in page.parts.progress.line.text()
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
    assert "you can resume" in page.parts.progress.line.text()


def test_too_little_text_is_said_inline_with_the_way_out(shown, qtbot) -> None:
    page = shown.page
    page.train_on(TUNES[:1], "One tune")
    page.parts.base.leave()
    page.parts.form.set_config(replace(TINY, seq_len=500))
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    assert "sequence length smaller" in page.parts.progress.line.text()
    assert page.parts.progress.line.property("error") is True
    assert page.start.isEnabled()


def test_a_run_that_went_wrong_goes_on_more_carefully(shown, qtbot, monkeypatch) -> None:
    page = shown.page
    page.parts.form.set_config(replace(TINY, learning_rate=0.02))
    compute = Gradients.compute

    def spoiled(gradients: Gradients, step: int) -> Tensor:
        loss = compute(gradients, step)
        return loss * float("nan") if step == 15 else loss

    with monkeypatch.context() as patch:
        patch.setattr(Gradients, "compute", spoiled)
        with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
            page.start_training()
    assert "no longer a number" in page.parts.progress.line.text()
    assert page.parts.progress.line.property("error") is True
    assert page.parts.progress.way.isVisible()
    spoiled_run = page.session.folder
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        qtbot.mouseClick(page.parts.progress.way, Qt.MouseButton.LeftButton)
        assert not page.parts.progress.way.isVisible()
        assert page.parts.form.config().learning_rate == pytest.approx(0.005)
        assert page.parts.form.config().gradient_clip == 1.0
    assert page.session.folder != spoiled_run
    assert "Training is done" in page.parts.progress.line.text()


def test_a_run_that_ends_early_says_why_and_what_to_do(shown, qtbot, monkeypatch) -> None:
    page = shown.page
    monkeypatch.setattr("abcstudio.learning.training.trainer.evaluate", lambda *_a, **_k: 2.0)
    page.parts.form.set_config(replace(TINY, steps=1000, patience=2))
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    sentence = page.parts.progress.line.text()
    assert "ended by itself at step 30" in sentence
    assert "do not hold together yet: give it more hidden units" in sentence
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
    page.session.reported.connect(lambda _report: sentences.append(page.parts.progress.line.text()))
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    assert any("2 pieces of text are read at once" in sentence for sentence in sentences)
    assert "Training is done" in page.parts.progress.line.text()


def test_the_device_is_remembered(shown, studio, qtbot) -> None:
    studio.closing.emit()
    assert studio.settings.training_device == "cpu"
    again = TrainingPage(studio, Actions(QMainWindow(), {}))
    assert again.parts.form.wanted_device() == "cpu"
    studio.closing.emit()
    studio.replace_settings(replace(studio.settings, training_device="abacus"))
    again = TrainingPage(studio, Actions(QMainWindow(), {}))
    assert again.parts.form.wanted_device() == "auto"
    studio.closing.emit()


def test_one_of_several_cards_is_chosen_by_its_name(shown, studio, qtbot, monkeypatch) -> None:
    two = [
        Device(name, "device.cuda", {"name": model, "memory": 12})
        for name, model in (("cuda", "RTX 3060"), ("cuda:1", "RTX 4090"))
    ]
    monkeypatch.setattr("abcstudio.ui.training.training_parts.cards", lambda: two)
    form = shown.page.parts.form
    shown.page.show_device(two[0])
    qtbot.waitUntil(lambda: form.device.count() == 4)
    offered = [form.device.itemText(row) for row in range(4)]
    assert offered == ["Automatic", "1. RTX 3060, 12 GB", "2. RTX 4090, 12 GB", "Processor"]
    form.device.setCurrentIndex(2)
    assert form.wanted_device() == "cuda:1"
    studio.closing.emit()
    assert studio.settings.training_device == "cuda:1"
    again = TrainingPage(studio, Actions(QMainWindow(), {}))
    assert again.parts.form.device.currentText() == "Graphics card 2"
    again.show_device(two[0])
    qtbot.waitUntil(lambda: again.parts.form.device.currentText() == "2. RTX 4090, 12 GB")
    studio.closing.emit()


def test_the_second_card_is_offered_where_the_first_does_not_work(
    shown, qtbot, monkeypatch
) -> None:
    second = Device("cuda:1", "device.cuda", {"name": "RTX 4090", "memory": 24})
    monkeypatch.setattr("abcstudio.ui.training.training_parts.cards", lambda: (second,))
    form = shown.page.parts.form
    shown.page.show_device(Device("cpu", "device.cpu", {"threads": 2}))
    qtbot.waitUntil(lambda: form.device.count() == 4)
    assert form.device.itemText(2) == "2. RTX 4090, 24 GB"


def test_the_wheel_never_loses_the_curve_and_two_clicks_show_all(shown, qtbot) -> None:
    page = shown.page
    train(page, qtbot)
    box = page.parts.plot.plot.getViewBox()
    whole = box.viewRange()
    assert not page.parts.plot.whole.isEnabled()
    for _ in range(40):
        _turn_wheel(page, Qt.KeyboardModifier.NoModifier, 120)
    assert box.viewRange() == whole
    for _ in range(40):
        _turn_wheel(page, Qt.KeyboardModifier.ControlModifier, 120)
    (first, last), (low, high) = box.viewRange()
    assert 0 <= first < last <= 31
    assert last - first < whole[0][1] - whole[0][0]
    inside = page.parts.plot.front.raw(first, last)[1]
    assert low <= inside.min()
    assert high >= inside.max()
    assert page.parts.plot.whole.isEnabled()
    for _ in range(400):
        _turn_wheel(page, Qt.KeyboardModifier.ControlModifier, -120)
    assert box.viewRange()[0][0] >= 0
    assert box.viewRange()[0][1] <= 31
    qtbot.mouseDClick(page.parts.plot.plot.viewport(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.parts.plot.whole.isEnabled())
    _turn_wheel(page, Qt.KeyboardModifier.ControlModifier, 120)
    assert page.parts.plot.whole.isEnabled()
    shown.actions.action("training.whole_curve").trigger()
    assert not page.parts.plot.whole.isEnabled()


def _turn_wheel(page: TrainingPage, keys: Qt.KeyboardModifier, angle: int) -> None:
    viewport = page.parts.plot.plot.viewport()
    middle = QPointF(viewport.rect().center())
    turned = QWheelEvent(
        middle, viewport.mapToGlobal(middle), QPoint(), QPoint(0, angle),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, turned)


def test_a_run_without_held_out_tunes_says_so(shown, qtbot) -> None:
    page = shown.page
    page.parts.form.set_config(replace(TINY, validation_share=0.0))
    train(page, qtbot)
    assert "No validation: the held-out share is 0" in page.parts.runs.list.item(0).text()


def test_stopping_before_the_first_step_promises_nothing(shown, qtbot, monkeypatch) -> None:
    page = shown.page

    def never_end(_gradients: Gradients, _number: int) -> Tensor:
        raise CancelledError

    monkeypatch.setattr(Gradients, "compute", never_end)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    # The list may have been read while the run went on.
    wait_for_runs(page, qtbot, 1)
    qtbot.waitUntil(lambda: getattr(page.parts.runs.run, "state", "") == "stopped", timeout=RUN_MS)
    assert "nothing to resume" in page.parts.progress.line.text()
    assert not page.parts.runs.resume.isEnabled()


def test_a_run_that_fails_before_its_first_report_is_chosen(shown, qtbot, monkeypatch) -> None:
    page = shown.page

    def refuse(_gradients: Gradients, _number: int) -> Tensor:
        raise MemoryError

    monkeypatch.setattr(Gradients, "compute", refuse)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    qtbot.waitUntil(lambda: page.parts.runs.run is not None, timeout=RUN_MS)
    assert page.parts.runs.run.state == "failed"
    assert page.parts.runs.run.folder == page.session.folder
    assert "memory" in page.parts.progress.line.text()
    assert page.parts.progress.way.isVisible()


def test_a_run_without_samples_promises_some_only_while_it_goes_on(shown) -> None:
    samples = shown.page.parts.takes.samples
    assert "watch it learn" in samples.text.placeholderText()
    samples.set_takes((), is_over=True)
    assert "ended before it wrote" in samples.text.placeholderText()
    samples.clear()
    assert "watch it learn" in samples.text.placeholderText()


class _PaintWatch(QObject):
    """Keeps the rectangles that are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QRect] = []

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.painted.append(event.region().boundingRect())
        return False


def test_a_shorter_hint_leaves_nothing_of_the_longer_one(shown, qtbot) -> None:
    samples = shown.page.parts.takes.samples
    shown.page.parts.takes.show_samples()
    deliver_events()
    ground = samples.text.viewport()
    watch = _PaintWatch()
    ground.installEventFilter(watch)
    samples.set_takes((), is_over=True)
    qtbot.waitUntil(lambda: bool(watch.painted))
    assert watch.painted[0] == ground.rect()


def test_form_is_locked_while_a_run_is_under_way(shown, qtbot) -> None:
    page = shown.page
    page.parts.form.set_config(LONG)
    page.start_training()
    assert not page.parts.form.config_form.isEnabled()
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
    assert page.parts.form.config_form.isEnabled()


def test_sample_opens_in_the_composer(shown, studio, qtbot) -> None:
    page = shown.page
    page.parts.takes.samples.set_takes([(100, "X:1\nK:C\nC|"), (200, "X:1\nK:C\nD|")])
    page.parts.takes.samples.steps.setCurrentRow(0)
    with qtbot.waitSignal(studio.open_text_requested) as signal:
        qtbot.mouseClick(page.parts.takes.samples.open, Qt.MouseButton.LeftButton)
    assert signal.args == ["X:1\nK:C\nC|", "Sample of step 100"]


def test_page_reads_the_bundled_tunes_by_itself(qtbot, studio) -> None:
    window = QMainWindow()
    page = TrainingPage(studio, Actions(window, {}))
    window.setCentralWidget(page)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: "tunes" in page.parts.form.tunes.text(), timeout=20_000)
    assert page.parts.form.tunes.text().startswith("Bundled tunebook, ")
    studio.closing.emit()


@pytest.mark.parametrize(
    ("ends", "kind", "words"),
    [
        ("good", "success", "nearly as well"),
        ("by_heart", "warning", "learned its tunes by heart"),
        ("unmeasured", "info", "No tunes were held out"),
        ("unripe", "warning", "do not hold together yet"),
    ],
)
def test_only_a_good_end_has_a_tick(shown, studio, qtbot, monkeypatch, ends, kind, words) -> None:
    page = shown.page
    notices: list[Any] = []
    studio.notice_requested.connect(notices.append)
    parts = {"loss": 1.68, "limit": 1.50, "advice": Phrase("verdict.more_steps")}
    found = Phrase(f"verdict.{ends}", parts)
    monkeypatch.setattr("abcstudio.recipes.train.verdict", lambda _facts: found)
    page.hide()  # As when another page is in front: the notice is for those who look there.
    train(page, qtbot)
    assert notices[-1].kind == kind
    assert words in page.parts.progress.line.text()
    assert ("Learned by heart" in page.parts.runs.list.item(0).text()) == (ends == "by_heart")
    assert ("Its tunes do not hold" in page.parts.runs.list.item(0).text()) == (ends == "unripe")


def test_a_short_run_is_barely_better_than_guessing(shown, studio, qtbot) -> None:
    page = shown.page
    notices: list[Any] = []
    studio.notice_requested.connect(notices.append)
    page.parts.form.set_config(replace(TINY, steps=2, learning_rate=1e-5))
    page.hide()  # As when another page is in front: the notice is for those who look there.
    train(page, qtbot)
    assert "guessing has ln" in page.parts.progress.line.text()
    assert notices[-1].kind == "warning"
    assert "better than guessing" in page.parts.runs.list.item(0).text()


def test_own_settings_are_named_by_the_preset_they_come_from(shown) -> None:
    shown.page.parts.form.set_config(replace(PRESETS["studio"], hidden_size=77))
    sentence = shown.page.parts.form.presets.sentence.text()
    assert sentence == "Own settings: Studio with Hidden units 77."
    shown.page.parts.form.set_config(
        replace(LONG, dropout=0.5, weight_dropout=0.5, optimizer="sgd")
    )
    sentence = shown.page.parts.form.presets.sentence.text()
    assert re.fullmatch(r"Own settings: Lab with .*, .* and \d more\.", sentence)
    assert len(sentence) < 90


def test_the_tunes_of_last_time_are_there_again(shown, studio, qtbot, tmp_path) -> None:
    source = tmp_path / "mine.abc"
    source.write_text("\n\n".join(tune.text for tune in TUNES), encoding="utf-8")
    choice = CorpusChoice(str(source), len(TUNES), TuneFilter(words="tune 1"))
    some = choice.of(TUNES)
    assert 1 < len(some) < len(TUNES)
    shown.page.train_on(some, choice.name("mine.abc", len(some)), choice)
    shown.page.parts.base.leave()
    again = page_again(studio, qtbot)
    qtbot.waitUntil(lambda: bool(again.parts.corpus.tunes))
    assert [tune.text for tune in again.parts.corpus.tunes] == [tune.text for tune in some]
    assert again.parts.form.tunes.text() == f"mine.abc: {len(some)} of 24, “tune 1”, held out: 1"
    studio.closing.emit()
    selected = replace(choice, asked=TuneFilter(), numbers=(2, 5))
    shown.page.train_on(selected.of(TUNES), "", selected)
    shown.page.parts.base.leave()
    again = page_again(studio, qtbot)
    qtbot.waitUntil(lambda: len(again.parts.corpus.tunes) == 2)
    assert again.parts.form.tunes.text() == "mine.abc: 2 of 24, selected"
    studio.closing.emit()
    source.unlink()
    again = page_again(studio, qtbot)
    qtbot.waitUntil(lambda: again.parts.form.tunes_note.isVisible())
    assert "no longer there" in again.parts.form.tunes_note.text()
    assert str(source) in again.parts.form.tunes_note.text()
    qtbot.waitUntil(
        lambda: again.parts.form.tunes.text().startswith("Bundled tunebook, "), timeout=20_000
    )
    assert again.parts.form.tunes_note.isVisible()
    studio.closing.emit()


def test_a_start_before_the_tunes_are_read_waits_for_them(studio, qtbot, tmp_path) -> None:
    source = tmp_path / "mine.abc"
    source.write_text("\n\n".join(tune.text for tune in TUNES), encoding="utf-8")
    studio.update_settings(training_tunes=CorpusChoice(str(source), len(TUNES)).data())
    page = page_again(studio, qtbot)
    page.parts.form.set_config(TINY)
    page.parts.form.set_wanted_device("cpu")
    page.start_training()
    assert not page.session.is_running
    qtbot.waitUntil(lambda: page.session.folder is not None, timeout=RUN_MS)
    qtbot.waitUntil(lambda: not page.session.is_running, timeout=RUN_MS)
    assert page.session.folder is not None
    assert RunFolder(page.session.folder).facts()["corpus"]["name"] == "mine.abc"


def test_a_resumed_run_shows_its_own_tunes(shown, qtbot) -> None:
    page = shown.page
    stop_a_run(page, qtbot)
    wait_for_runs(page, qtbot, 1)
    page.train_on(TUNES[:5], "Five others")
    page.parts.base.leave()
    page.parts.runs.list.setCurrentRow(0)
    qtbot.waitUntil(page.parts.runs.resume.isEnabled)
    qtbot.mouseClick(page.parts.runs.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.session.is_running)
    assert page.parts.form.tunes.text() == "Some tunes"
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
    assert page.parts.form.tunes.text() == "Five others, 5 tunes"


@pytest.mark.parametrize("ends", ["stopped", "with the studio"])
def test_own_settings_come_back_after_a_resumed_run(shown, studio, qtbot, ends: str) -> None:
    page = shown.page
    stop_a_run(page, qtbot)
    wait_for_runs(page, qtbot, 1)
    own = replace(TINY, hidden_size=20)
    page.parts.form.set_config(own)
    page.parts.runs.list.setCurrentRow(0)
    qtbot.waitUntil(page.parts.runs.resume.isEnabled)
    qtbot.mouseClick(page.parts.runs.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.session.is_running)
    assert page.parts.form.config() == LONG
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        if ends == "stopped":
            page.session.stop()
        else:
            studio.closing.emit()
    assert page.parts.form.config() == own
    studio.closing.emit()
    assert studio.settings.training_config["hidden_size"] == 20


def test_form_and_run_count_the_same_tunes_and_those_held_out(shown, qtbot) -> None:
    page = shown.page
    assert page.parts.form.tunes.text() == "Some tunes, 24 tunes, held out: 2"
    train(page, qtbot)
    item = page.parts.runs.list.item(0)
    assert item.data(ROW_ROLE).tunes == "24 tunes"
    assert "Tunes: 24, held out: 2" in item.text().splitlines()
    page.parts.form.config_form.controls["validation_share"].setValue(0.0)
    assert page.parts.form.tunes.text() == "Some tunes, 24 tunes"
    qtbot.mouseClick(page.parts.form.presets.buttons["lab"], Qt.MouseButton.LeftButton)
    assert page.parts.form.tunes.text() == "Some tunes, 24 tunes, held out: 2"


def test_the_legend_names_only_what_is_drawn(shown, qtbot) -> None:
    plot = shown.page.parts.plot
    plot.begin("Some run")
    plot.add(2, [3.0, 2.9], None)
    assert plot.legend == "Training"
    plot.add(3, [2.8], 2.7)
    assert "Validation" in plot.legend
    plot.show_earlier("Other", [3.0, 2.0], [])
    assert plot.legend == "Other  Some run  Validation"


def test_a_run_that_was_stopped_promises_no_sample_any_more(shown, qtbot) -> None:
    page = shown.page
    page.parts.form.set_config(replace(LONG, evaluate_every=100_000, checkpoint_every=10))
    page.start_training()
    qtbot.waitUntil(lambda: page.parts.plot.point_count > 0, timeout=RUN_MS)
    assert "watch it learn" in page.parts.takes.samples.text.placeholderText()
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
    assert "ended before it wrote" in page.parts.takes.samples.text.placeholderText()
