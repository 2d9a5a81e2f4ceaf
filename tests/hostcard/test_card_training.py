"""Training on a card: every kind of network and run, and what a step waits for."""

import math
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import torch

from abcstudio.cli.evaluate import EvaluateRequest, evaluate_model
from abcstudio.errors import CancelledError, DeviceError, TrainingError
from abcstudio.learning.checkpoint import ModelHeader, build_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.devices import choose_device, has_fast_bfloat16
from abcstudio.learning.memory import is_out_of_memory
from abcstudio.learning.presets import PRESETS
from abcstudio.learning.training.batches import encode
from abcstudio.learning.training.evaluation import copied_share, evaluate
from abcstudio.learning.training.gradients import Gradients
from abcstudio.learning.training.session import Session, run_session
from abcstudio.learning.training.trainer import StepReport, Trainer
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.paths import bundled_model
from abcstudio.stopping import stopping

TEXT = "".join(
    f"X:{n}\nT:Tune {n}\nM:6/8\nK:D\nA|dfa afd|gbg {'aged'[n % 4]}3:|\n\n" for n in range(40)
)
VOCABULARY = Vocabulary.of(TEXT)
SMALL = TrainingConfig(
    embedding_dim=8, hidden_size=24, batch_size=4, seq_len=30, steps=6, evaluate_every=3,
    checkpoint_every=3,
)  # fmt: skip
HEADS: dict[str, Any] = {"pointer_heads": 2, "pointer_width": 8, "pointer_reach": 64}
SIZES: dict[str, Any] = {
    "embedding_dim": 16, "hidden_size": 16,
    "batch_size": 4, "seq_len": 30, "steps": 6, "evaluate_every": 3, "checkpoint_every": 3,
    "warmup_steps": 2,
}  # fmt: skip
RUNS: dict[str, TrainingConfig] = {
    **{name: replace(preset, **SIZES) for name, preset in PRESETS.items()},
    "two layers": replace(
        SMALL, num_layers=2, dropout=0.3, weight_dropout=0.2, tied_weights="on", optimizer="adamw"
    ),
    "all dropouts": replace(SMALL, **HEADS, dropout=0.3, weight_dropout=0.2, pointer_dropout=0.3),
    "contiguous, heads": replace(SMALL, **HEADS, windows="contiguous"),
    "gru, contiguous": replace(SMALL, **HEADS, cell="gru", windows="contiguous"),
    "rnn, tunes": replace(SMALL, cell="rnn", windows="tunes", precision="auto"),
    **{name: replace(SMALL, optimizer=name) for name in ("adagrad", "rmsprop", "sgd")},
}


def session(folder: Path, config: TrainingConfig, **options: Any) -> Session:
    return Session(
        header=ModelHeader(name="Test", vocabulary=VOCABULARY, config=config),
        training_text=TEXT,
        validation_text=TEXT[:400],
        folder=folder,
        device=choose_device("cuda"),
        threads=1,
        **options,
    )


def losses_of(reports: list[StepReport]) -> list[float]:
    return [loss for report in reports for loss in report.losses]


def trained(folder: Path, config: TrainingConfig, **options: Any) -> list[StepReport]:
    reports: list[StepReport] = []
    run_session(session(folder, config, **options), reports.append)
    return reports


def on_card(folder: Path, config: TrainingConfig) -> Trainer:
    ids = encode(TEXT, VOCABULARY).to("cuda")
    model = build_model(config, len(VOCABULARY)).to("cuda")
    header = ModelHeader(name="Test", vocabulary=VOCABULARY, config=config)
    return Trainer(model, header, ids, ids[:400], folder, lambda _report: None)


@pytest.mark.parametrize("name", RUNS)
def test_a_run_that_stops_and_goes_on_is_the_run_that_does_not(tmp_path: Path, name: str) -> None:
    config = RUNS[name]
    whole = trained(tmp_path / "whole", config)
    reports: list[StepReport] = []

    def has_enough() -> bool:
        return bool(reports) and reports[-1].step >= config.steps // 2

    with pytest.raises(CancelledError), stopping(has_enough):
        run_session(session(tmp_path / "cut", config), reports.append)
    reports += trained(tmp_path / "cut", config, resume=True)
    assert len(losses_of(whole)) == config.steps
    assert losses_of(reports) == losses_of(whole)
    ends = [[one for one in run if one.val_loss is not None][-1] for run in (whole, reports)]
    assert ends[0].val_loss == ends[1].val_loss
    assert ends[0].sample == ends[1].sample


@pytest.mark.parametrize("name", ["lab", "studio"])
def test_a_step_waits_for_nothing(
    card: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("abcstudio.learning.training.trainer.REPORT_INTERVAL_SECONDS", 1e9)
    waits: list[int] = []

    def counted() -> bool:
        counts = card.counts()
        waits.append(counts["reads"] + counts["down"])
        return False

    config = replace(RUNS[name], steps=5, evaluate_every=5, checkpoint_every=5)
    with stopping(counted):
        run_session(session(tmp_path, config), lambda _report: None)
    # Asked before each step; the report after the last one reads all losses together.
    assert waits[1:5] == [waits[0]] * 4


@pytest.mark.parametrize("values", [{}, HEADS])
def test_an_evaluation_reads_one_number(card: Any, tmp_path: Path, values: dict[str, Any]) -> None:
    run = on_card(tmp_path, replace(SMALL, **values))
    card.reset()
    loss = evaluate(run.model, run.train_ids, window=50, max_windows=20)
    assert math.isfinite(loss)
    assert card.counts()["reads"] + card.counts()["down"] == 1
    card.reset()
    share = copied_share(run.model, run.train_ids, window=50)
    assert (share is None) == (not values)
    assert card.counts()["reads"] + card.counts()["down"] == bool(values)


def test_all_windows_are_read_in_one_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = on_card(tmp_path, SMALL)
    rows: list[int] = []
    forward = run.model.forward

    def counted(inputs: torch.Tensor, *rest: Any) -> Any:
        rows.append(len(inputs))
        return forward(inputs, *rest)

    monkeypatch.setattr(run.model, "forward", counted)
    evaluate(run.model, run.train_ids, window=50, max_windows=20)
    assert rows == [20]


def test_waiting_for_the_card_is_training_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stack, clock = torch.stack, [0.0]
    monkeypatch.setattr("abcstudio.learning.training.trainer.time.perf_counter", lambda: clock[0])

    def slow(tensors: list[torch.Tensor], *rest: Any) -> torch.Tensor:
        # Two losses and the norm of the gradients.
        if len(tensors) == 3:
            clock[0] += 5.0
        return stack(tensors, *rest)

    monkeypatch.setattr(torch, "stack", slow)
    config = replace(SMALL, steps=2, evaluate_every=2)
    assert trained(tmp_path, config)[-1].train_seconds == 5.0


def test_too_little_memory_halves_the_batch(card: Any, tmp_path: Path) -> None:
    config = replace(SMALL, batch_size=16, seq_len=60)
    whole = trained(tmp_path / "whole", config)
    peak = whole[-1].memory_bytes
    assert peak is not None
    card.limit(card.counts()["bytes"] + (peak - card.counts()["bytes"]) * 2 // 3)
    reports = trained(tmp_path / "small", config)
    assert reports[-1].rows_at_once in (4, 8)
    assert losses_of(reports) == pytest.approx(losses_of(whole), abs=1e-4)


@pytest.mark.parametrize(
    "words",
    [
        "CUDA out of memory. Tried to allocate 2.00 GiB.",
        "CUDA error: out of memory\nCompile with TORCH_USE_CUDA_DSA",
        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
        "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
        "MPS backend out of memory (MPS allocated: 17.9 GB)",
    ],
)
def test_each_form_of_too_little_memory_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    assert is_out_of_memory(RuntimeError(words))
    run = on_card(tmp_path, SMALL)
    forward = run.model.forward

    def short(inputs: torch.Tensor, *rest: Any) -> Any:
        if len(inputs) > 2 and run.model.training:
            raise RuntimeError(words)
        return forward(inputs, *rest)

    monkeypatch.setattr(run.model, "forward", short)
    run.run()
    assert run.gradients.rows_at_once == 2


def test_a_card_that_fails_ends_the_run_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = on_card(tmp_path, SMALL)
    forward, rows = run.model.forward, list[int]()

    def broken(inputs: torch.Tensor, *rest: Any) -> Any:
        rows.append(len(inputs))
        if len(rows) > 1:
            raise RuntimeError(
                "CUDA error: unspecified launch failure\nCUDA kernel errors might be"
            )
        return forward(inputs, *rest)

    monkeypatch.setattr(run.model, "forward", broken)
    with pytest.raises(TrainingError) as caught:
        run.run()
    assert caught.value.message_id == "training.card_failed"
    assert caught.value.parameters == {
        "step": 1,
        "reason": "CUDA error: unspecified launch failure",
    }


def test_a_fault_of_the_program_stays_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = on_card(tmp_path, SMALL)

    def broken(*_arguments: Any) -> Any:
        raise RuntimeError("The size of tensor a (3) must match")

    monkeypatch.setattr(run.model, "forward", broken)
    with pytest.raises(RuntimeError, match="tensor a"):
        run.run()


def kinds_of(run: Trainer, monkeypatch: pytest.MonkeyPatch) -> list[torch.dtype]:
    """Return the type of the recurrent layers' output in a step, and that of the logits."""
    kinds: list[torch.dtype] = []
    score = run.model.score

    def seen(hidden: torch.Tensor) -> torch.Tensor:
        logits = score(hidden)
        kinds.extend((hidden.dtype, logits.dtype))
        return logits

    monkeypatch.setattr(run.model, "score", seen)
    run.gradients.compute(1)
    return kinds


def test_recurrent_layers_keep_32_bits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = on_card(tmp_path, replace(SMALL, **HEADS, precision="auto"))
    assert kinds_of(run, monkeypatch) == [torch.float32, torch.bfloat16]


def test_a_card_of_capability_7_computes_with_32_bits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert has_fast_bfloat16("cuda")
    turing = SimpleNamespace(name="Turing", total_memory=6 * 2**30, major=7, minor=5)
    monkeypatch.setattr(torch.cuda, "get_device_properties", lambda _device=0: turing)
    assert not has_fast_bfloat16("cuda")
    run = on_card(tmp_path, replace(SMALL, precision="auto"))
    assert kinds_of(run, monkeypatch) == [torch.float32, torch.float32]


@pytest.mark.parametrize("name", PRESETS)
def test_half_precision_learns_as_well(tmp_path: Path, name: str) -> None:
    """To 1 % over 300 steps."""
    config = replace(RUNS[name], steps=300, evaluate_every=300, checkpoint_every=300)
    ends = []
    for precision in ("float32", "auto"):
        losses = losses_of(trained(tmp_path / precision, replace(config, precision=precision)))
        ends.append(sum(losses[-20:]) / 20)
    assert ends[1] == pytest.approx(ends[0], rel=0.01)


def test_a_batch_is_cut_for_no_card(tmp_path: Path) -> None:
    gradients: Gradients = on_card(tmp_path, replace(SMALL, batch_size=64)).gradients
    assert gradients.rows_at_once == 64


@pytest.mark.parametrize(
    ("words", "message_id"),
    [
        ("CUDA error: an illegal memory access was encountered\nFor debug", "device.failed"),
        ("CUDA out of memory. Tried to allocate 2.00 GiB.", "device.no_memory"),
    ],
)
def test_a_measure_on_a_card_that_fails_ends_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, words: str, message_id: str
) -> None:
    def broken(*_arguments: Any) -> Any:
        raise RuntimeError(words)

    monkeypatch.setattr("abcstudio.learning.model.CharLSTM.forward", broken)
    request = EvaluateRequest(model=bundled_model(), text=TEXT[:300], device="cuda")
    with pytest.raises(DeviceError) as caught:
        evaluate_model(request)
    assert caught.value.message_id == message_id
