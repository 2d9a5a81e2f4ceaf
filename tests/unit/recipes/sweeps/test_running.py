"""Cells are trained once each, also when the sweep is stopped between and within them."""

from dataclasses import replace
from pathlib import Path

import pytest

from abcstudio.errors import CancelledError, SweepError
from abcstudio.recipes.sweeps.outcome import SweepRow, sweep_outcome
from abcstudio.recipes.sweeps.running import SweepReport, run_sweep
from abcstudio.runs.history import find_runs
from abcstudio.runs.loggers.kinds import LOG_KINDS
from abcstudio.runs.loggers.run_logger import RunLogger
from abcstudio.runs.run_folder import RunFolder
from abcstudio.runs.sweeps.cells import CellState
from abcstudio.runs.sweeps.sweep_folder import SweepFolder
from abcstudio.stopping import stopping
from tests.unit.recipes.small_training import ignore
from tests.unit.recipes.sweeps.small_sweep import small_sweep


def losses(sweep: SweepFolder) -> list[list[float]]:
    return [list(sweep.run_of(cell).losses()) for cell in sweep.cells.read()]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> SweepFolder:
    sweep = small_sweep(tmp_path_factory.mktemp("sweeps") / "whole")
    run_sweep(sweep, ignore)
    return sweep


def test_every_cell_becomes_a_run(trained: SweepFolder) -> None:
    assert [cell.state for cell in trained.cells.read()] == [CellState.DONE] * 4
    assert [len(each) for each in losses(trained)] == [6] * 4
    assert len({tuple(each) for each in losses(trained)}) == 4
    found = find_runs(trained.path.parent)
    assert found.unread == ()
    assert {run.sweep for run in found.runs} == {trained.path}
    assert {run.held_out for run in found.runs} == {2}
    assert {run.tune_count for run in found.runs} == {10}


def test_a_sweep_that_is_stopped_again_and_again_has_the_same_losses(
    trained: SweepFolder, tmp_path: Path
) -> None:
    sweep = small_sweep(tmp_path / "stopped")
    stops = 0
    for at in range(3, 60, 5):
        asked = 0

        def should_stop(at: int = at) -> bool:
            nonlocal asked
            asked += 1
            return asked > at

        try:
            with stopping(should_stop):
                run_sweep(sweep, ignore)
            break
        except CancelledError:
            stops += 1
            assert all(cell.state is not CellState.RUNNING for cell in sweep.cells.read())
    else:
        run_sweep(sweep, ignore)
    assert stops > 3
    assert losses(sweep) == losses(trained)


def test_a_run_that_had_finished_is_not_trained_again(trained: SweepFolder) -> None:
    trained.cells.move(2, CellState.DONE, CellState.RUNNING)
    reports: list[SweepReport] = []
    run_sweep(trained, reports.append)
    assert [(one.cell.number, one.training) for one in reports] == [(2, None), (2, None)]
    assert reports[-1].ended == 4


def test_a_cell_that_cannot_be_trained_does_not_end_the_sweep(tmp_path: Path) -> None:
    sweep = small_sweep(tmp_path / "failing", learning_rate=["1e-2", "1e-3"])
    for name in ("training.abc", "validation.abc"):
        (sweep.path / name).write_text("X:1\nK:D\nABc|\n", encoding="utf-8")
    cells = run_sweep(sweep, ignore)
    assert [cell.state for cell in cells] == [CellState.FAILED] * 2
    words = " ".join(map(str, sweep_outcome(sweep).paragraph))
    assert "2 networks could not be trained" in words
    assert sweep.run_of(cells[0]).facts()["state"] == "failed"


def test_a_sweep_goes_into_no_folder_that_is_used(trained: SweepFolder, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear", encoding="utf-8")
    for folder, message_id in (
        (trained.path, "sweep.folder_in_use"),
        (tmp_path, "sweep.file_in_way"),
    ):
        with pytest.raises(SweepError) as caught:
            small_sweep(folder)
        assert caught.value.message_id == message_id
    with pytest.raises(SweepError) as caught:
        run_sweep(SweepFolder(tmp_path), ignore)
    assert caught.value.message_id == "sweep.not_a_sweep"


def test_a_new_sweep_takes_the_place_of_one_that_was_killed_while_it_was_made(
    tmp_path: Path,
) -> None:
    sweep = small_sweep(tmp_path / "cut")
    (sweep.path / "sweep.json").unlink()
    assert len(small_sweep(tmp_path / "cut").cells.read()) == 4


def test_the_table_and_the_paragraph_are_of_the_figures(trained: SweepFolder) -> None:
    outcome = sweep_outcome(trained)
    losses_found = [row.loss or 0.0 for row in outcome.rows]
    best = min(losses_found)
    assert best > 0
    assert outcome.best
    assert outcome.best.loss == best
    means = {(one.name, one.value): one.loss for one in outcome.effects}
    assert means["hidden_size", 8] == pytest.approx(sum(losses_found[:2]) / 2)
    assert means["learning_rate", 0.01] == pytest.approx(sum(losses_found[1::2]) / 2)
    words = " ".join(map(str, outcome.paragraph))
    assert words.startswith("4 networks were trained on Tunes")
    assert f"{best:.3f}" in words
    assert "may be chance" in words


def test_what_makes_training_faster_is_told_with_the_slower_value(
    trained: SweepFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = trained.cells.read()[0].values["hidden_size"]

    def speed(row: SweepRow) -> float:
        return 8000.0 if row.cell.values["hidden_size"] == first else 100.0

    monkeypatch.setattr(SweepRow, "speed", property(speed))
    (told,) = (
        phrase
        for phrase in sweep_outcome(trained).paragraph
        if phrase.message_id == "sweep.words.speed"
    )
    assert told.parameters["value"] == first
    assert told.parameters["other"] != first
    assert told.parameters["times"] == 80


def test_one_network_is_told_as_one(tmp_path: Path) -> None:
    sweep = small_sweep(tmp_path / "one", rng_seed=["1", "2"])
    done = 0

    def should_stop() -> bool:
        return done > 0

    def count(report: SweepReport) -> None:
        nonlocal done
        done = report.ended

    with pytest.raises(CancelledError), stopping(should_stop):
        run_sweep(sweep, count)
    words = " ".join(map(str, sweep_outcome(sweep).paragraph))
    assert words.startswith("One network was trained on Tunes")
    assert "One network is not trained to its end yet" in words
    assert RunFolder(sweep.path / "one-001").has_facts


def test_the_logs_of_a_sweep_are_those_of_its_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_tell: object) -> RunLogger:
        raise RuntimeError("the service has gone")

    kind = replace(LOG_KINDS["comet"], package="json", make=refuse)
    monkeypatch.setitem(LOG_KINDS, "comet", kind)
    sweep = small_sweep(tmp_path / "logged", logs=("comet",), hidden_size=["4", "6"])
    assert sweep.facts().logs == ("comet",)
    said: list[str] = []
    run_sweep(sweep, lambda report: said.extend(map(str, report.remarks)))
    runs = [sweep.run_of(cell) for cell in sweep.cells.read()]
    assert [run.facts()["logs"] for run in runs] == [["comet"]] * 2
    assert len(said) == 2
    assert all("the service has gone" in sentence for sentence in said)
