"""Small training runs for the benchmarks of this folder: made, resumed, compared in children.

A child is a fork of a process that has loaded torch and computed nothing, so that it starts in
milliseconds. It writes down every step's loss and gradient norm as it goes.
"""

import hashlib
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.devices import prepare_torch
from abcstudio.paths import bundled_tunebook
from abcstudio.recipes.train import TrainingReport, TrainRequest, train
from abcstudio.stopping import ShouldStop, never, stopping

STEPS = 400
INTERVAL = 20
"""Steps between two checkpoints, and between two evaluations."""
TRAINING_CHARS, VALIDATION_CHARS = 20_000, 2_001

_BASE = TrainingConfig(
    embedding_dim=8, hidden_size=16, steps=STEPS, batch_size=4, seq_len=50,
    evaluate_every=INTERVAL, checkpoint_every=INTERVAL,
)  # fmt: skip
VARIANTS = {
    "state kept everywhere": replace(
        _BASE, num_layers=2, dropout=0.2, optimizer="adamw", schedule="cosine", weight_decay=0.05,
        learning_rate=1e-2, warmup_steps=10, gradient_clip=1.0, windows="contiguous", patience=15,
    ),
    "pointer heads that see beyond a window": replace(
        _BASE, optimizer="adamw", learning_rate=1e-2, windows="contiguous", pointer_heads=2,
        pointer_width=8, pointer_reach=120,
    ),
    "GRU, tied, random windows": replace(
        _BASE, cell="gru", tied_weights="on", dropout=0.3, optimizer="rmsprop", learning_rate=3e-3,
    ),
    "the lab's": _BASE,
    "ends for want of patience": replace(
        _BASE, windows="contiguous", optimizer="adagrad", learning_rate=0.1, patience=2,
    ),
}  # fmt: skip
"""Configs with everything that a run must remember."""


def variants(steps: int, heads: int = 0) -> dict[str, TrainingConfig]:
    """Return `VARIANTS` with so many steps; with heads all of them have pointer heads."""
    changes: dict[str, Any] = {"steps": steps}
    if heads:
        changes |= {"pointer_heads": heads, "pointer_width": 8, "pointer_reach": 120}
        changes |= {"pointer_dropout": 0.3}
    return {name: replace(config, **changes) for name, config in VARIANTS.items()}


def load_torch() -> None:
    """Load all that a child needs; torch must not compute before the fork."""
    prepare_torch()
    os.environ["OMP_NUM_THREADS"] = "1"
    import torch
    import torch._dynamo

    import abcstudio.learning.training.session  # noqa: F401

    torch.set_num_threads(1)


def request_for(config: TrainingConfig, folder: Path) -> TrainRequest:
    """Return a new run on a small part of the bundled tunebook."""
    text = bundled_tunebook().read_text(encoding="utf-8")
    end = TRAINING_CHARS + VALIDATION_CHARS
    return TrainRequest(
        config=config,
        training_text=text[:TRAINING_CHARS],
        validation_text=text[TRAINING_CHARS:end],
        corpus_name="A part of the bundled tunebook",
        device="cpu",
        name="run",
        folder=folder,
        threads=1,
    )


def request_again(folder: Path) -> TrainRequest:
    """Return the request that goes on with a run."""
    return TrainRequest(resume_from=folder, device="cpu", threads=1)


def train_logged(
    request: TrainRequest,
    log: Path,
    report: Callable[[TrainingReport], None] = lambda report: None,
    should_stop: ShouldStop = never,
) -> None:
    """Train; each step's loss and gradient norm go into `log`, exactly, before the step is made."""
    with steps_logged(log), stopping(should_stop):
        train(request, report)


@contextmanager
def steps_logged(log: Path, *, with_folder: bool = False) -> Iterator[None]:
    """Write a line a step of whatever is trained meanwhile, each before its step is made.

    Args:
        log: Where to.
        with_folder: Whether a line begins with the name of the run's folder.
    """
    from abcstudio.learning.training.trainer import Trainer

    check = Trainer._check
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def logged(self: Trainer, loss: float, gradient_norm: float) -> None:
        folder = f"{self.folder.name} " if with_folder else ""
        line = f"{folder}{self.progress.step + 1} {loss.hex()} {gradient_norm.hex()}\n"
        os.write(descriptor, line.encode())
        check(self, loss, gradient_norm)

    Trainer._check = logged  # type: ignore[method-assign]
    try:
        yield
    finally:
        Trainer._check = check  # type: ignore[method-assign]
        os.close(descriptor)


def fork(work: Callable[[], Any], outcome: Path) -> int:
    """Start a child that does `work` and writes what came of it as JSON; return its process id."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        result = work()
        outcome.write_text(json.dumps({"result": result}), encoding="utf-8")
        code = 0
    except BaseException:  # noqa: BLE001  the parent is told of it
        outcome.write_text(json.dumps({"error": traceback.format_exc()}), encoding="utf-8")
    finally:
        sys.stdout.flush()
        os._exit(code)


def wait(pid: int) -> int:
    """Return how a child ended: its exit code, or minus the signal."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def was_killed(code: int) -> bool:
    """Return whether SIGKILL ended a child."""
    return code == -signal.SIGKILL


def result_of(outcome: Path) -> Any:
    """Return what a child's work returned; raises RuntimeError with its traceback if it failed."""
    data = json.loads(outcome.read_text(encoding="utf-8"))
    if "error" in data:
        raise RuntimeError(data["error"])
    return data["result"]


def logged_steps(log: Path) -> dict[int, str]:
    """Return step -> loss and gradient norm; a later line about a step replaces an earlier one."""
    if not log.exists():
        return {}
    lines = log.read_text(encoding="ascii").splitlines()
    return {int(line.split()[0]): line for line in lines if line.count(" ") == 2}


def end_state(folder: Path) -> dict[str, str]:
    """Return what a finished run is compared by: SHA-256 of weights, optimizer, generators, files.

    The clock's readings are the one thing left out.
    """
    state = (folder / "checkpoints" / "resume.safetensors").read_bytes()
    header_end = 8 + int.from_bytes(state[:8], "little")
    header = json.loads(state[8:header_end])
    facts = json.loads(header.pop("__metadata__")["abcstudio"])
    facts["progress"]["train_seconds"] = 0
    digests = {}
    for name, entry in sorted(header.items()):
        begin, end = entry["data_offsets"]
        digests[name] = hashlib.sha256(state[header_end + begin : header_end + end]).hexdigest()
    run = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    return {
        **digests,
        "progress": json.dumps(facts, sort_keys=True),
        "run": json.dumps([run["state"], run["step"], run["best_val_loss"]]),
        **{
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted([*folder.glob("*.safetensors"), *(folder / "takes").iterdir()])
        },
    }


def metrics_faults(folder: Path, reference: Path) -> list[str]:
    """Return what is wrong with a run's metrics: a step twice or too early, an evaluation lost."""
    lines = (folder / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    try:
        steps = [json.loads(line)["step"] for line in lines]
    except ValueError:
        return ["a line that is no JSON"]
    faults = [] if steps == sorted(set(steps)) else ["steps twice or out of order"]
    if _evaluations(folder) != _evaluations(reference):
        faults.append("evaluations differ")
    if (folder / "losses.f32").read_bytes() != (reference / "losses.f32").read_bytes():
        faults.append("losses on disk differ")
    return faults


def _evaluations(folder: Path) -> list[tuple[int, float, float]]:
    lines = (folder / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    data = [json.loads(line) for line in lines]
    return [
        (line["step"], line["val_loss"], line["train_loss"])
        for line in data
        if line["val_loss"] is not None
    ]


def files_that_do_not_open(folder: Path) -> list[str]:
    """Return the model and state files of a run that are there and cannot be loaded whole."""
    from abcstudio.errors import ModelFileError
    from abcstudio.learning.checkpoint import load_model, read_tensor
    from abcstudio.learning.tensor_file import open_tensor_file, read_tensor_header

    broken = []
    for path in sorted(folder.rglob("*.safetensors")):
        try:
            if path.name != "resume.safetensors":
                load_model(path)
                continue
            with open_tensor_file(path) as file:
                header = read_tensor_header(file, path, max_header_bytes=2**20, max_tensors=999)
                for name, entry in header.tensors.items():
                    read_tensor(file, name, entry, path)
        except ModelFileError as error:
            broken.append(f"{path.name}: {error}")
    return broken


def leftovers(folders: Iterable[Path]) -> list[str]:
    """Return the temporary files below some folders."""
    return [str(path) for folder in folders for path in folder.rglob("*.tmp")]
