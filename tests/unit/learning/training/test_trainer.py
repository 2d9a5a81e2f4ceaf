import json
import math
from dataclasses import replace
from itertools import count
from statistics import fmean
from types import SimpleNamespace
from typing import Any

import pytest
import torch

import abcstudio.learning.training.trainer as trainer_module
from abcstudio.errors import CancelledError, ModelFileError, TrainingError
from abcstudio.learning.checkpoint import BEST_FILE, LAST_FILE, ModelHeader, build_model, load_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.devices import choose_device, torch_threads
from abcstudio.learning.model import seed_everything
from abcstudio.learning.training.batches import encode
from abcstudio.learning.training.optimization import learning_rate_at
from abcstudio.learning.training.session import Session, run_session
from abcstudio.learning.training.trainer import RESUME_FILE, Trainer
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.stopping import stopping
from tests.thorough import some

TEXT = "X:1\nT:Up\nM:4/4\nL:1/8\nK:D\n|:DEFG ABcd|dcBA GFED:|\n\n" * 12
VOCABULARY = Vocabulary.of(TEXT)
CONFIG = TrainingConfig(
    embedding_dim=8,
    hidden_size=24,
    num_layers=2,
    dropout=0.2,
    steps=24,
    batch_size=4,
    seq_len=50,
    learning_rate=1e-2,
    optimizer="adamw",
    schedule="cosine",
    warmup_steps=4,
    evaluate_every=8,
    checkpoint_every=6,
)


def session(folder, config=CONFIG, **options):
    header = ModelHeader(name="Test", vocabulary=VOCABULARY, config=config)
    return Session(
        header=header,
        training_text=TEXT,
        validation_text=TEXT[:400],
        folder=folder,
        device=choose_device("cpu"),
        threads=1,
        **options,
    )


def train(folder, config=CONFIG, **options):
    reports: list[Any] = []
    progress = run_session(session(folder, config, **options), reports.append)
    return progress, reports


def stop_at_step(reports, step):
    return lambda: bool(reports) and reports[-1].step >= step


def trainer(folder, config=CONFIG, report=lambda report: None):
    seed_everything(0)
    ids = encode(TEXT, VOCABULARY)
    model = build_model(config, len(VOCABULARY))
    header = ModelHeader(name="Test", vocabulary=VOCABULARY, config=config)
    return Trainer(model, header, ids, ids[:400], folder, report)


def test_it_learns_and_reports_and_keeps(tmp_path):
    progress, reports = train(tmp_path, replace(CONFIG, steps=120))
    evaluations = [report for report in reports if report.val_loss is not None]
    assert [report.step for report in evaluations] == list(range(8, 121, 8))
    assert evaluations[0].val_loss > 2.5 > 1.5 > evaluations[-1].val_loss
    assert all(report.sample.startswith("X:1\n") for report in evaluations)
    best = load_model(tmp_path / BEST_FILE).header
    assert best.val_loss == progress.best_val_loss == min(e.val_loss for e in evaluations)
    assert load_model(tmp_path / LAST_FILE).header.step == 120
    losses = [loss for report in reports for loss in report.losses]
    for header in (best, load_model(tmp_path / LAST_FILE).header):
        # The one number that reports, run.json and metrics.jsonl have of that step too.
        at_its_step = next(one for one in evaluations if one.step == header.step)
        assert header.train_loss == at_its_step.smoothed_loss
        assert header.train_loss == fmean(losses[: header.step][-10:])


@pytest.mark.parametrize("interval", [0.01, math.inf])
def test_every_step_is_reported_once_with_its_loss_whatever_the_clock(
    tmp_path, monkeypatch, interval
):
    config = replace(CONFIG, steps=40, evaluate_every=16, checkpoint_every=12)
    monkeypatch.setattr("abcstudio.learning.training.trainer.REPORT_INTERVAL_SECONDS", 0.0)
    _, each = train(tmp_path / "each", config)
    losses = [loss for report in each for loss in report.losses]
    monkeypatch.setattr("abcstudio.learning.training.trainer.REPORT_INTERVAL_SECONDS", interval)
    _, reports = train(tmp_path / "some", config)
    step = 0
    for report in reports:
        step += len(report.losses)
        assert report.step == step
        assert list(report.losses) == losses[step - len(report.losses) : step]
        smooth = next(one.smoothed_loss for one in each if one.step == step)
        assert report.smoothed_loss == smooth
    assert step == 40
    assert {12, 16, 24, 32, 36, 40} <= {report.step for report in reports}


def test_two_runs_are_the_same_run(tmp_path):
    first, _ = train(tmp_path / "a")
    second, _ = train(tmp_path / "b")
    assert first.val_loss == second.val_loss
    other, _ = train(tmp_path / "c", replace(CONFIG, rng_seed=1))
    assert other.val_loss != first.val_loss


@pytest.mark.parametrize(
    "changes",
    some(
        [
            {"optimizer": "adamw"},
            {"optimizer": "rmsprop"},
            {"optimizer": "sgd", "tied_weights": "on"},
            {"windows": "contiguous", "cell": "lstm"},
            {"windows": "tunes"},
            {"pointer_heads": 2, "pointer_dropout": 0.4},
            {"pointer_heads": 2, "windows": "contiguous", "cell": "gru"},
        ],
        [
            {"optimizer": "adam"},
            {"optimizer": "adagrad"},
            *({"windows": "contiguous", "cell": cell} for cell in ("gru", "rnn")),
            {"pointer_heads": 2, "pointer_reach": 120, "windows": "contiguous"},
        ],
    ),
    ids=str,
)
def test_a_run_that_goes_on_equals_one_that_never_stopped(tmp_path, changes):
    config = replace(CONFIG, **changes)
    train(tmp_path / "whole", config)
    stopped = tmp_path / "stopped"
    for limit in (5, 9):
        seen: list[Any] = []

        def should_stop(seen=seen, limit=limit):
            return len(seen) > limit

        def counted(seen=seen, should_stop=should_stop):
            seen.append(1)
            return should_stop()

        resume = (stopped / RESUME_FILE).exists()
        with pytest.raises(CancelledError), stopping(counted):
            train(stopped, config, resume=resume)
    train(stopped, config, resume=True)
    for name in (LAST_FILE, BEST_FILE, RESUME_FILE):
        whole, again = (tmp_path / "whole" / name).read_bytes(), (stopped / name).read_bytes()
        if name == RESUME_FILE:
            # The clock is the one thing that may differ.
            whole, again = _without_clock(whole), _without_clock(again)
        assert whole == again, name


def _without_clock(data):
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    facts = json.loads(header["__metadata__"]["abcstudio"])
    facts["progress"]["train_seconds"] = 0
    return facts, data[8 + length :]


def test_going_on_needs_a_checkpoint(tmp_path):
    with pytest.raises(ModelFileError):
        train(tmp_path, resume=True)


def test_a_checkpoint_of_another_network_is_refused(tmp_path):
    train(tmp_path)
    with pytest.raises(ModelFileError):
        train(tmp_path, replace(CONFIG, hidden_size=25), resume=True)


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_loss_that_is_no_number_stops_before_the_weights_change(tmp_path, value):
    run = trainer(tmp_path)

    def poison(module, inputs, outputs):
        if run.progress.step == 9:
            return outputs[0] * value, outputs[1]
        return None

    run.model.register_forward_hook(poison)
    with pytest.raises(TrainingError) as caught:
        run.run()
    assert caught.value.message_id == "training.not_finite"
    assert caught.value.parameters["step"] == 10
    assert all(bool(p.isfinite().all()) for p in run.model.parameters())
    assert load_model(tmp_path / LAST_FILE).header.step == 6
    progress, _ = train(tmp_path, resume=True)
    assert progress.step == 24


def test_a_learning_rate_that_is_far_too_high_is_noticed(tmp_path):
    config = replace(
        CONFIG, optimizer="adam", learning_rate=5e3, schedule="constant", warmup_steps=0
    )
    with pytest.raises(TrainingError) as caught:
        train(tmp_path, config)
    assert caught.value.message_id == "training.diverged"


def test_weights_that_are_no_numbers_are_not_kept(tmp_path):
    def poison_weights(step):
        if step.step >= 5:
            with torch.no_grad():
                run.model.output.bias[0] = math.nan

    run = trainer(tmp_path, replace(CONFIG, evaluate_every=1000, steps=7), poison_weights)
    with pytest.raises(TrainingError):
        run.run()
    for file in tmp_path.rglob("*.safetensors"):
        assert b"abcstudio" in file.read_bytes()[:4000]
        load_model(file) if file.name != RESUME_FILE.name else None


@pytest.mark.parametrize(
    ("step", "with_validation"),
    some(
        [(6, False), (8, True), (9, False), (24, True)],
        [(6, True), (8, False), (9, True), (24, False)],
    ),
)
def test_a_step_that_spoils_the_weights_is_not_kept(tmp_path, monkeypatch, step, with_validation):
    """The rate is a million times too high in a step before a save, an evaluation, or neither."""
    rate_at = learning_rate_at

    def rate(config, number, share):
        return rate_at(config, number, share) * (1e6 if number + 1 == step else 1.0)

    monkeypatch.setattr(trainer_module, "learning_rate_at", rate)
    run = trainer(tmp_path)
    if not with_validation:
        run.val_ids = None
    with pytest.raises(TrainingError) as caught:
        run.run()
    assert caught.value.message_id == "training.diverged"
    kept = [load_model(file) for file in tmp_path.glob("*.safetensors")]
    assert len(kept) == (0 if step == 6 else 1 if step == 8 else 2)
    for model in kept:
        assert model.header.step < step
        assert max(float(p.detach().abs().max()) for p in model.model.parameters()) < 10.0


@pytest.fixture
def _steady_clock(monkeypatch):
    """Let a clock go on by a hundredth of a second each time that the trainer looks at it."""
    hundredths = count()
    clock = SimpleNamespace(
        perf_counter=lambda: next(hundredths) / 100, monotonic=lambda: next(hundredths) / 100
    )
    monkeypatch.setattr(trainer_module, "time", clock)


@pytest.mark.usefixtures("_steady_clock")
def test_seconds_end_a_run_and_set_the_schedule(tmp_path):
    config = replace(CONFIG, steps=1_000_000, evaluate_every=10_000, checkpoint_every=10_000)
    progress, reports = train(tmp_path, config, seconds=0.5)
    assert 0.5 <= progress.train_seconds < 0.6
    assert 25 < progress.step < 100
    assert reports[-1].val_loss is not None
    assert reports[-1].learning_rate < 0.1 * CONFIG.learning_rate
    assert (tmp_path / LAST_FILE).is_file()


def test_a_time_that_preparing_the_text_took_up_gives_one_step(tmp_path):
    progress, _ = train(tmp_path, seconds=1.0, prepared_seconds=2.0)
    assert progress.step == 1
    assert load_model(tmp_path / BEST_FILE).header.step == 1


def test_a_stop_is_heard_within_a_long_step(tmp_path):
    """A batch that takes long is cut into parts with equal gradients."""
    whole = trainer(tmp_path / "a")
    parts = trainer(tmp_path / "b")
    parts.gradients.rows_at_once = 1
    assert torch.allclose(whole.gradients.compute(1), parts.gradients.compute(1), atol=1e-6)
    for one, other in zip(whole.model.parameters(), parts.model.parameters(), strict=True):
        assert torch.allclose(one.grad, other.grad, atol=1e-6)
    answers = [False, False, True]
    before = parts.gradients.generator.get_state()
    with pytest.raises(CancelledError), stopping(lambda: answers.pop(0)):
        parts.gradients.compute(2)
    assert torch.equal(parts.gradients.generator.get_state(), before)


@pytest.mark.parametrize(
    ("windows", "heads"), [("random", 0), ("contiguous", 0), ("contiguous", 2)]
)
def test_rows_are_read_side_by_side_as_they_are_together(tmp_path, windows, heads):
    """Each thread takes its rows; neither their number nor their haste changes the gradients."""
    config = replace(
        CONFIG, batch_size=24, windows=windows, weight_dropout=0.2, pointer_heads=heads
    )
    with torch_threads(1):
        alone = trainer(tmp_path / "alone", config)
    with torch_threads(3):
        runs = [trainer(tmp_path / name, config) for name in "ab"]
    for step in (1, 2):
        expected = alone.gradients.compute(step)
        losses = [run.gradients.compute(step) for run in runs]
        assert torch.equal(losses[0], losses[1])
        assert torch.allclose(losses[0], expected, atol=1e-6)
        networks = [run.model.parameters() for run in (alone, *runs)]
        for one, two, three in zip(*networks, strict=True):
            assert torch.allclose(one.grad, two.grad, atol=1e-6)
            assert torch.equal(two.grad, three.grad)
    for run in (alone, *runs):
        run.gradients.close()


def test_too_little_text_is_explained(tmp_path):
    header = ModelHeader(name="Test", vocabulary=VOCABULARY, config=CONFIG)
    short = Session(
        header=header,
        training_text=TEXT[:40],
        validation_text="",
        folder=tmp_path,
        device=choose_device("cpu"),
    )
    with pytest.raises(TrainingError) as caught:
        run_session(short, lambda report: None)
    assert caught.value.message_id == "training.too_little_text"


def test_without_validation_text_the_last_network_is_the_best(tmp_path):
    header = ModelHeader(name="Test", vocabulary=VOCABULARY, config=CONFIG)
    alone = Session(
        header=header,
        training_text=TEXT,
        validation_text="",
        folder=tmp_path,
        device=choose_device("cpu"),
        threads=1,
    )
    progress = run_session(alone, lambda report: None)
    assert progress.best_val_loss is None
    assert load_model(tmp_path / BEST_FILE).header.step == 24


def test_a_run_that_goes_on_slowly_reports_no_step_twice(tmp_path, monkeypatch):
    reports: list[Any] = []
    with pytest.raises(CancelledError), stopping(stop_at_step(reports, 8)):
        run_session(session(tmp_path), reports.append)
    assert reports[-1].step == 8
    # So slow that a report is due before the first step is made.
    monkeypatch.setattr(trainer_module, "REPORT_INTERVAL_SECONDS", 0.0)
    _, later = train(tmp_path, resume=True)
    steps = [report.step for report in later]
    assert steps == list(range(9, 25))
