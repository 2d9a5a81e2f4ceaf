"""Earlier runs: listed, told apart, chosen, deleted."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.learning.config import config_data
from abcstudio.learning.presets import PRESETS
from abcstudio.paths import runs_dir
from abcstudio.runs.history import RunSummary
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.training.runs.run_row import fitting
from abcstudio.ui.training.runs.run_rows import ROW_ROLE
from abcstudio.ui.training.table.runs_table import RunsTable
from abcstudio.ui.training.training_page import TrainingPage
from tests.ui.events import deliver_events, let_work_end
from tests.ui.training.small_runs import (
    LONG,
    RUN_MS,
    TINY,
    page_again,
    stop_a_run,
    train,
    wait_for_runs,
)


def test_chosen_run_shows_its_curve_and_takes(shown, qtbot) -> None:
    page = shown.page
    train(page, qtbot)
    second = replace(TINY, rng_seed=1)
    page.parts.form.set_config(second)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.start_training()
    wait_for_runs(page, qtbot, 2)
    names = sorted(page.parts.runs.list.item(row).text().splitlines()[0] for row in range(2))
    assert names == ["Own 1", "Own 2"]
    other = next(
        row
        for row in range(2)
        if page.parts.runs.list.item(row).data(Qt.ItemDataRole.UserRole).folder
        != page.session.folder
    )
    page.parts.runs.list.setCurrentRow(other)
    qtbot.waitUntil(lambda: "Own 1" in page.parts.plot.legend)
    assert (page.parts.plot.front.step_count, len(page.parts.plot.front.val(0, 30)[0])) == (30, 3)
    chosen = RunFolder(page.parts.runs.run.folder)
    assert list(page.parts.plot.front.losses[:30]) == list(chosen.losses())
    first_texts = _sample_texts(page)
    assert len(first_texts) == 3
    page.parts.runs.list.setCurrentRow(1 - other)
    qtbot.waitUntil(lambda: "Own 1" not in page.parts.plot.legend)
    assert page.parts.plot.front is page.parts.plot.live
    assert len(_sample_texts(page)) == 3
    assert _sample_texts(page) != first_texts


def _sample_texts(page: TrainingPage) -> list[str]:
    steps = page.parts.takes.samples.steps
    return [steps.item(row).data(Qt.ItemDataRole.UserRole) for row in range(steps.count())]


def test_an_earlier_run_stays_in_front_while_another_one_trains(shown, qtbot) -> None:
    page = shown.page
    train(page, qtbot)
    page.parts.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(lambda: page.parts.takes.samples.steps.count() >= 1, timeout=RUN_MS)
    _wait_until_listed(page, qtbot, "Own 1")
    qtbot.waitUntil(lambda: "Own 1" in page.parts.plot.legend)
    assert "Own 2" in page.parts.plot.legend
    earlier = _sample_texts(page)
    reached = page.parts.plot.point_count
    qtbot.waitUntil(lambda: page.parts.plot.point_count > reached + 20, timeout=RUN_MS)
    assert _sample_texts(page) == earlier
    page.parts.runs.choose_none()
    assert page.parts.plot.front is page.parts.plot.live
    assert len(_sample_texts(page)) >= 1
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()


def _wait_until_listed(page: TrainingPage, qtbot: QtBot, name: str) -> None:
    """Choose a run as soon as the list has it."""

    def is_chosen() -> bool:
        for row in range(page.parts.runs.list.count()):
            if page.parts.runs.list.item(row).data(Qt.ItemDataRole.UserRole).name == name:
                page.parts.runs.list.setCurrentRow(row)
                return True
        return False

    qtbot.waitUntil(is_chosen)


def test_a_run_is_deleted_at_once_and_brought_back_by_the_notice(shown, studio, qtbot) -> None:
    page = shown.page
    train(page, qtbot)
    folder: Path = page.session.folder
    notices: list[Any] = []
    studio.notice_requested.connect(notices.append)
    page.parts.runs.list.setCurrentRow(0)
    qtbot.mouseClick(page.parts.runs.delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.parts.runs.list.count() == 0)
    assert not folder.exists()
    assert all(model.path.parent != folder for model in studio.models)
    assert page.parts.plot.point_count == 0
    assert page.parts.plot.stack.currentIndex() == 0
    assert page.parts.takes.samples.steps.count() == 0
    assert (notices[-1].text, notices[-1].action_text) == ("Own 1 is deleted.", "Undo")
    notices[-1].action()
    qtbot.waitUntil(lambda: page.parts.runs.list.count() == 1)
    assert RunFolder(folder).facts()["state"] == "finished"
    assert page.parts.runs.run.folder == folder
    qtbot.waitUntil(lambda: page.parts.plot.legend.startswith("Own 1"))
    assert page.parts.takes.samples.steps.count() > 0


def test_the_table_brings_back_what_was_deleted_on_the_page(shown, studio, qtbot) -> None:
    page = shown.page
    train(page, qtbot)
    withdrawn, failures = list[Any](), list[Exception]()
    studio.notice_withdrawn.connect(withdrawn.append)
    page.rooms[RunsTable].changes.failed.connect(failures.append)
    page.parts.runs.list.setCurrentRow(0)
    qtbot.mouseClick(page.parts.runs.delete, Qt.MouseButton.LeftButton)
    page.rooms[RunsTable].changes.undo()
    assert failures == []
    assert [notice.text for notice in withdrawn] == ["Own 1 is deleted."]
    qtbot.waitUntil(lambda: page.parts.runs.list.count() == 1)


def test_nothing_is_said_of_a_stopped_run_once_it_is_deleted(shown, qtbot) -> None:
    page = shown.page
    stop_a_run(page, qtbot)
    assert "you can resume" in page.parts.progress.line.text()
    page.parts.catalog.changes.delete([page.session.folder])
    assert page.parts.progress.line.text().startswith(f"Press {page.start.text()}:")
    assert page.parts.progress.bar.value() == 0


def test_deleting_the_network_that_composes_is_said(shown, studio, qtbot) -> None:
    page = shown.page
    train(page, qtbot)
    notices: list[Any] = []
    studio.notice_requested.connect(notices.append)
    page.parts.runs.list.setCurrentRow(0)
    qtbot.mouseClick(page.parts.runs.use, Qt.MouseButton.LeftButton)
    folder = page.session.folder
    assert studio.model.path.parent == folder
    qtbot.mouseClick(page.parts.runs.delete, Qt.MouseButton.LeftButton)
    assert [notice.text for notice in notices] == ["Own 1 is deleted. Folk composes now."]
    studio.tell_lost_model()
    assert len(notices) == 1
    notices[-1].action()
    assert studio.model.path.parent == folder
    # As at a start after the file went.
    studio.update_settings(model="/none/waltzes.safetensors")
    studio.tell_lost_model()
    assert notices[-1].text == "The model waltzes is no longer there: Folk composes now."


def test_the_network_of_a_run_stays_chosen_when_the_run_comes_to_a_better_one(
    shown, studio, qtbot
) -> None:
    train(shown.page, qtbot)
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
    page = page_again(studio, qtbot)
    qtbot.waitUntil(page.parts.runs.unread.isVisible)
    assert page.parts.runs.unread.text() == "1 run cannot be read"
    assert str(runs_dir() / "bad") in page.parts.runs.unread.toolTip()
    qtbot.mouseClick(page.parts.runs.unread, Qt.MouseButton.LeftButton)
    assert opened == [str(runs_dir() / "bad")]
    (runs_dir() / "worse" / "run.json").write_text("{}", encoding="utf-8")
    page.parts.catalog.refresh()
    qtbot.waitUntil(lambda: page.parts.runs.unread.text() == "2 runs cannot be read")
    studio.closing.emit()
    # The page reads the tunebook, which on a busy machine takes longer than the studio waits.
    let_work_end(qtbot, studio)


def test_runs_can_be_told_apart_by_their_lines(shown, qtbot) -> None:
    page = shown.page
    page.parts.form.set_config(replace(PRESETS["quick"], steps=2, hidden_size=16))
    train(page, qtbot)
    lines = page.parts.runs.list.item(0).text().splitlines()
    assert lines[0] == "Quick 1: Hidden units 16"
    row = page.parts.runs.list.item(0).data(ROW_ROLE)
    assert (row.name, row.settings) == ("Quick 1", ("Hidden units 16", "Steps 2"))
    assert "Finished: step 2 of 2" in lines
    assert "Some tunes" in lines
    assert any(line.startswith("Processor, ") and "characters/s" in line for line in lines)
    assert any(line.startswith("Validation loss ") and ", training loss " in line for line in lines)


def test_a_run_that_has_just_ended_is_never_called_interrupted(
    shown, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown.page
    page.parts.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(lambda: page.parts.runs.list.count() == 1, timeout=RUN_MS)
    with monkeypatch.context() as reading:
        # As where many runs take a while to read: what is listed was read while it trained.
        reading.setattr(page.parts.catalog, "refresh", lambda: None)
        with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
            page.session.stop()
        page.session.paused_changed.emit()
        assert "Training now" in page.parts.runs.list.item(0).text()
    page.parts.catalog.refresh()
    qtbot.waitUntil(lambda: "Stopped" in page.parts.runs.list.item(0).text(), timeout=RUN_MS)


def _listed(number: int, **facts: Any) -> RunSummary:
    run = RunSummary(
        folder=Path(f"run-{number}"), name=f"Own {number}", state="finished",
        created=f"2026-11-{number:02d}T10:00:00", step=600, steps=600, best_val_loss=1.25,
        config=config_data(replace(PRESETS["quick"], hidden_size=128, steps=600, dropout=0.5)),
        model=None, corpus_name="mine.abc", tune_count=24, device="cpu", chars_per_second=912.0,
    )  # fmt: skip
    return replace(run, **facts)


def test_a_row_of_a_run_has_four_lines_and_no_setting_is_cut(shown) -> None:
    panel = shown.page.parts.runs
    heard = _listed(2, verdict="verdict.by_heart", name="Quick 3: Steps 700")
    panel.set_runs([heard, _listed(1), _listed(3, state="stopped", step=12, corpus_name="")])
    metrics = panel.list.fontMetrics()
    heights = {panel.list.visualItemRect(panel.list.item(row)).height() for row in range(3)}
    assert max(heights) <= 4 * metrics.height() + 2 * GRID
    assert "Quick with Hidden units 128, Dropout 0.5, Steps 600" in panel.list.item(1).text()
    assert "Dropout 0.5" in panel.list.item(1).toolTip()
    row = panel.list.item(1).data(ROW_ROLE)
    assert (row.name, row.standings, row.tunes) == ("Own 1", ("1.250",), "24 tunes")
    assert row.settings == ("Quick with Hidden units 128", "Dropout 0.5", "Steps 600")
    assert row.devices == ("Processor, 912 characters/s", "Processor, 912/s")
    assert fitting(row.settings, lambda words: len(words) < 45) == (
        "Quick with Hidden units 128 and 2 more", 1,
    )  # fmt: skip
    assert panel.list.item(0).data(ROW_ROLE).standings == ("By heart, 1.250", "1.250")
    assert panel.list.item(2).data(ROW_ROLE).standings[0] == "Stopped at 12, 1.250"
    for width in (80, 200, 900):
        panel.list.resize(width, 400)
        assert not panel.list.grab().isNull()


def test_a_stopped_run_without_held_out_tunes_awaits_no_validation(shown) -> None:
    panel = shown.page.parts.runs
    stopped = _listed(1, state="stopped", best_val_loss=None, train_loss=0.119, held_out=0)
    panel.set_runs([stopped, replace(stopped, folder=Path("run-2"), held_out=2)])
    none, some = (panel.list.item(row).toolTip() for row in range(2))
    assert "No validation, training loss 0.119" in none
    assert "No validation yet, training loss 0.119" in some


def test_a_row_says_that_settings_are_left_out() -> None:
    settings = ("Quick with Learning rate 0.005", "Dropout 0.5", "Steps 600", "Layers 3")
    with_count = "Quick with Learning rate 0.005 and 3 more"
    assert fitting(settings, lambda words: len(words) <= len(with_count))[0] == with_count
    said = fitting(settings, lambda words: len(words) < len(with_count))
    assert said == ("Quick with Learning rate 0.005, …", 0)
    assert fitting(settings, lambda _words: False) == said
    assert fitting(settings[:1], lambda _words: False) == (settings[0], 0)
    assert fitting((), lambda _words: False) == ("", 0)


def test_every_row_of_a_run_paints_its_device_and_speed(shown) -> None:
    panel = shown.page.parts.runs
    fast = _listed(2, device="cuda", chars_per_second=184_000.0)
    panel.list.resize(30 * GRID, 60 * GRID)
    pictures = []
    for run in (_listed(1, folder=fast.folder, name=fast.name, created=fast.created), fast):
        panel.set_runs([run])
        pictures.append(panel.list.visualRect(panel.list.model().index(0, 0)))
        pictures.append(panel.list.grab().toImage())
    assert pictures[0] == pictures[2]
    assert pictures[1] != pictures[3]


def test_the_keys_reach_all_settings_of_a_run_and_its_date(shown, qtbot) -> None:
    panel = shown.page.parts.runs
    many = config_data(replace(PRESETS["quick"], hidden_size=96, num_layers=3, dropout=0.3,
                               batch_size=16, seq_len=80, steps=600))  # fmt: skip
    with qtbot.waitSignal(shown.page.parts.catalog.read):
        shown.page.parts.catalog.refresh()
    panel.set_runs([*(_listed(number) for number in range(1, 28)), _listed(28, config=many)])
    assert not panel.facts.isVisible()
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_End)
    settings, date = panel.facts.text().splitlines()
    for words in ("Hidden units 96", "Layers 3", "Dropout 0.3", "Batch size 16", "Steps 600"):
        assert words in settings
    assert "10:00" in date
    assert panel.facts.accessibleName()
    deliver_events()
    last = panel.list.visualItemRect(panel.list.item(27))
    assert panel.list.viewport().rect().contains(last)
    panel.choose_none()
    assert not panel.facts.isVisible()


def test_lines_of_a_run_begin_with_a_capital(shown) -> None:
    panel = shown.page.parts.runs
    panel.set_runs([_listed(1, verdict="verdict.by_heart"), _listed(2, best_val_loss=None)])
    for row in range(2):
        lines = panel.list.item(row).toolTip().splitlines()[1:]
        begun = [line for line in lines if line[:1].islower()]
        assert begun == ["mine.abc", f"run-{row + 1}"], lines


def test_a_row_names_first_what_tells_the_runs_apart(shown) -> None:
    config = replace(PRESETS["quick"], embedding_dim=8, batch_size=16, warmup_steps=3, steps=60)
    panel = shown.page.parts.runs
    panel.set_runs(
        [
            _listed(number, config=config_data(replace(config, learning_rate=rate)))
            for number, rate in ((1, 0.1), (2, 0.005), (3, 0.02))
        ]
    )
    for row, rate in enumerate(("0.1", "0.005", "0.02")):
        first = panel.list.item(row).data(ROW_ROLE).settings[0]
        assert first == f"Quick with Learning rate {rate}", first


def _runs_of_two(page: TrainingPage, qtbot: QtBot) -> tuple[str, str]:
    """Let one run end and stop another; return their names, the later one first."""
    train(page, qtbot)
    stop_a_run(page, qtbot)
    wait_for_runs(page, qtbot, 2)
    qtbot.waitUntil(lambda: page.parts.runs.run is not None)
    later, earlier = page.parts.catalog.runs
    return later.name, earlier.name


def test_what_is_said_over_the_curve_is_of_the_run_whose_curve_it_is(shown, qtbot) -> None:
    page = shown.page
    later, earlier = _runs_of_two(page, qtbot)
    assert page.parts.progress.title.text() == later
    assert page.parts.progress.line.text().startswith("Stopped.")
    page.parts.runs.list.setCurrentRow(1)
    assert page.parts.progress.title.text() == earlier
    assert page.parts.progress.figures.values["step"].text() == "30 of 30"
    assert page.parts.progress.figures.values["loss"].text() != "–"
    assert page.parts.progress.bar.value() == page.parts.progress.bar.maximum()
    page.parts.runs.list.setCurrentRow(0)
    assert page.parts.progress.title.text() == later
    assert page.parts.progress.line.text().startswith("Stopped.")
    assert page.parts.progress.bar.value() < page.parts.progress.bar.maximum()
    page.parts.runs.list.setCurrentRow(1)
    page.start_training()
    qtbot.waitUntil(lambda: page.parts.plot.point_count > 0, timeout=RUN_MS)
    assert page.parts.progress.title.text().endswith(", training now")
    page.parts.runs.choose(page.parts.catalog.runs[-1].folder)
    assert page.parts.progress.title.text() == earlier
    reached = page.parts.plot.live.step_count
    qtbot.waitUntil(lambda: page.parts.plot.live.step_count > reached + 20, timeout=RUN_MS)
    assert page.parts.progress.title.text() == earlier
    assert page.parts.progress.figures.values["step"].text() == "30 of 30"
    assert page.parts.progress.figures.values["loss"].text() != "–"
    page.parts.runs.choose_none()
    assert page.parts.progress.title.text().endswith(", training now")
    assert "characters/s" in page.parts.progress.line.text()


def test_the_next_run_takes_the_place_of_a_deleted_one_and_the_focus(shown, qtbot) -> None:
    page = shown.page
    _later, earlier = _runs_of_two(page, qtbot)
    page.parts.runs.choose(page.parts.catalog.runs[0].folder)
    page.start.setFocus()
    # A click gives the button no focus.
    qtbot.mouseClick(page.parts.runs.delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.parts.runs.list.count() == 1)
    assert page.parts.runs.run is not None
    assert page.parts.runs.run.name == earlier
    assert page.parts.progress.title.text() == earlier
    assert shown.window.focusWidget() is page.parts.runs.list


def test_a_run_that_another_page_has_made_is_listed_and_chosen(shown, studio, qtbot) -> None:
    page = shown.page
    made = RunFolder(studio.runs_folder / "own-code")
    facts = {
        "name": "own code", "created": "2026-01-01T10:00:00", "state": "failed", "step": 0,
        "best_val_loss": None, "config": {"steps": 4}, "own_code": ["12"],
        "corpus": {"name": "small.abc", "tunes": 9},
    }  # fmt: skip
    made.create(facts, "", "")
    assert page.parts.runs.list.currentRow() < 0
    studio.run_requested.emit(made.path)
    qtbot.waitUntil(lambda: page.parts.runs.run is not None)
    assert page.parts.runs.run.folder == made.path
