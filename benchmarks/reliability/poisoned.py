"""Does a run that is poisoned stop in time, keep its last good checkpoint and go on from it?

Into runs of 100 steps NaN or Inf is put at a random step, half of the time one that ends with a
save: into the loss, into a gradient, into a weight; and from such a step on the learning rate is a
million times too high. Each must stop before the optimizer's step, or, where the weights are bad
already, before anything is saved: the files must be those from before, byte for byte. Then it goes
on to the very end that it would have had. Last, memory suffices for a part of the batch only, from
a random step on: the run goes on with fewer rows at once, says so, and its later curve is that of a
run that was made so.
Prints one JSON object; the exit code is 0 when every run passed.

    python benchmarks/reliability/poisoned.py --count 190
"""

import argparse
import hashlib
import json
import math
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from training_runs import (
    INTERVAL,
    VARIANTS,
    end_state,
    files_that_do_not_open,
    fork,
    load_torch,
    logged_steps,
    request_again,
    request_for,
    result_of,
    train_logged,
    wait,
)

from abcstudio.errors import TrainingError
from abcstudio.learning.config import TrainingConfig

STEPS = 100
SHARES = {"loss": 50, "gradient": 50, "weight": 50, "learning rate": 20, "memory": 20}
"""What is spoilt, and in how many of 190 runs."""
TOO_HIGH = 1e6
NEARLY = 1e-3
"""How much a loss may differ, in nats, where sums were made in another order."""


@dataclass(frozen=True, slots=True)
class Poison:
    """What is spoilt, when and with what.

    Attributes:
        step: The step that meets it; steps count from 1.
        place: Which weight or gradient, as a share of all of them; 0 to 1.
        rows: How many rows memory suffices for.
    """

    kind: str
    step: int
    value: float
    place: float
    rows: int


def poisons(count: int, random: Random) -> list[Poison]:
    """Return so many, of every kind its share."""
    total = sum(SHARES.values())
    kinds = [
        kind for kind, share in SHARES.items() for _ in range(math.ceil(share * count / total))
    ]
    return [
        Poison(
            kind,
            _step(random),
            random.choice((math.nan, math.inf, -math.inf)),
            random.random(),
            random.randint(1, 3),
        )
        for kind in kinds
    ]  # fmt: skip


def _step(random: Random) -> int:
    if random.random() < 0.5:
        return random.randint(1, STEPS)
    return INTERVAL * random.randint(1, STEPS // INTERVAL)


def put_in(poison: Poison, spoilt: Callable[[], None]) -> None:
    """Spoil the trainer of this process for good; `spoilt` is called at the moment before."""
    if poison.kind == "loss":
        _spoil_losses(poison, spoilt)
    elif poison.kind == "gradient":
        _spoil_gradients(poison, spoilt)
    elif poison.kind == "weight":
        _spoil_weights(poison, spoilt)
    else:
        _spoil_rates(poison, spoilt)


def _spoil_losses(poison: Poison, spoilt: Callable[[], None]) -> None:
    from abcstudio.learning.model import CharLSTM
    from abcstudio.learning.training.gradients import Gradients

    compute, forward, step = Gradients.compute, CharLSTM.forward, 0

    def computed(self: Gradients, number: int) -> Any:
        nonlocal step
        step = number
        if step == poison.step:
            spoilt()
        return compute(self, number)

    def forwarded(self: CharLSTM, *arguments: Any) -> Any:
        logits, state = forward(self, *arguments)
        if self.training and step == poison.step:
            logits = logits * poison.value
        return logits, state

    Gradients.compute = computed  # type: ignore[method-assign, assignment]
    CharLSTM.forward = forwarded  # type: ignore[method-assign, assignment]


def _spoil_gradients(poison: Poison, spoilt: Callable[[], None]) -> None:
    from abcstudio.learning.training.gradients import Gradients

    compute = Gradients.compute

    def computed(self: Gradients, step: int) -> Any:
        loss = compute(self, step)
        if step == poison.step:
            spoilt()
            _one_of([p.grad for p in self._network.parameters()], poison)
        return loss

    Gradients.compute = computed  # type: ignore[method-assign]


def _spoil_weights(poison: Poison, spoilt: Callable[[], None]) -> None:
    from abcstudio.learning.training.trainer import Trainer

    after_step = Trainer._after_step

    def after(self: Trainer) -> None:
        if self.progress.step == poison.step:
            spoilt()
            _one_of([p.data for p in self.model.parameters()], poison)
        after_step(self)

    Trainer._after_step = after  # type: ignore[method-assign]


def _spoil_rates(poison: Poison, spoilt: Callable[[], None]) -> None:
    import abcstudio.learning.training.trainer as module

    trainer: Any = module
    rate_at = trainer.learning_rate_at

    def rate(config: TrainingConfig, step: int, share: float) -> float:
        is_spoilt = step + 1 >= poison.step
        if step + 1 == poison.step:
            spoilt()
        factor = TOO_HIGH if is_spoilt else 1.0
        return float(rate_at(config, step, share)) * factor

    trainer.learning_rate_at = rate


def _one_of(tensors: list[Any], poison: Poison) -> None:
    """Spoil one number of some tensors."""
    tensor = tensors[int(poison.place * len(tensors))]
    tensor.view(-1)[int(poison.place * tensor.numel())] = poison.value


def faults_of_poisoned(config: TrainingConfig, poison: Poison, work: Path, end: Any) -> list[str]:
    """Poison a run, let it go on, and return what was wrong."""
    work.mkdir()
    for name, child in (
        ("spoilt", partial(_spoilt_run, config, poison, work)),
        ("again", partial(_healthy_end, config, work)),
    ):
        if wait(fork(child, work / name)):
            try:
                result_of(work / name)
            except RuntimeError as error:
                return [str(error)]
    faults: list[str] = result_of(work / "spoilt")
    found = end_state(work / "run")
    different = [name for name in end if end[name] != found.get(name)]
    return faults + ([f"another end: {different}"] if different else [])


def _spoilt_run(config: TrainingConfig, poison: Poison, work: Path) -> list[str]:
    import torch

    from abcstudio.learning.training.trainer import Trainer

    folder, before, trainers = work / "run", {}, []
    run = Trainer.run

    def kept(self: Trainer) -> Any:
        trainers.append(self)
        return run(self)

    Trainer.run = kept  # type: ignore[method-assign]
    put_in(poison, lambda: before.update(_digests(folder)))
    try:
        train_logged(request_for(config, folder), work / "log")
    except TrainingError as error:
        kinds = ("training.not_finite", "training.diverged")
        if error.message_id.removesuffix("_at_once") not in kinds:
            raise
    else:
        return ["the run did not stop"]
    faults = files_that_do_not_open(folder)
    if _digests(folder) != before:
        faults.append("what was kept before has changed")
    if poison.kind in ("loss", "gradient"):
        if trainers[0].progress.step != poison.step - 1:
            faults.append("it stopped after the optimizer's step")
        if not all(bool(torch.isfinite(p).all()) for p in trainers[0].model.parameters()):
            faults.append("the weights are spoilt")
    state = json.loads((folder / "run.json").read_text(encoding="utf-8"))["state"]
    return faults + ([f"run.json says {state}"] if state != "failed" else [])


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*.safetensors")
    }


def _healthy_end(config: TrainingConfig, work: Path) -> None:
    train_logged(request_again(work / "run"), work / "log")


def faults_of_small_memory(config: TrainingConfig, poison: Poison, work: Path) -> list[str]:
    """Let memory become scarce in one run, make another so, and return what was wrong."""
    work.mkdir()
    rows = 1 if poison.rows == 1 else 2  # of four, halved as often as it takes
    for name, child in (
        ("scarce", partial(_scarce, config, poison, work)),
        ("made-so", partial(_made_so, config, poison.step, rows, work, "made-so")),
        ("fresh", partial(_made_so, config, 1, rows, work, "fresh")),
    ):
        if wait(fork(child, work / name)):
            try:
                result_of(work / name)
            except RuntimeError as error:
                return [str(error)]
    faults = []
    scarce, made_so, fresh = (
        logged_steps(work / f"{name}-log") for name in ("scarce", "made-so", "fresh")
    )
    if scarce != made_so or len(scarce) != STEPS:
        faults.append("the later curve is another one")
    if not config.dropout and any(
        abs(_loss(scarce[step]) - _loss(fresh[step])) > NEARLY for step in scarce
    ):
        faults.append("the curve is far from a fresh run's")
    if result_of(work / "scarce") != rows:
        faults.append(f"{rows} rows at once were not reported")
    return faults


def _loss(line: str) -> float:
    return float.fromhex(line.split()[1])


def _scarce(config: TrainingConfig, poison: Poison, work: Path) -> int | None:
    import torch

    from abcstudio.learning.model import CharLSTM
    from abcstudio.learning.training.gradients import Gradients

    compute, forward, step = Gradients.compute, CharLSTM.forward, 0
    reported: list[Any] = []

    def computed(self: Gradients, number: int) -> Any:
        nonlocal step
        step = number
        return compute(self, number)

    def forwarded(self: CharLSTM, inputs: Any, *rest: Any) -> Any:
        result = forward(self, inputs, *rest)
        if self.training and step >= poison.step and len(inputs) > poison.rows:
            raise torch.OutOfMemoryError("Tried to allocate 2.00 GiB.")
        return result

    Gradients.compute = computed  # type: ignore[method-assign, assignment]
    CharLSTM.forward = forwarded  # type: ignore[method-assign, assignment]
    train_logged(request_for(config, work / "scarce-run"), work / "scarce-log", reported.append)
    rows: int | None = reported[-1].progress.rows_at_once
    return rows


def _made_so(config: TrainingConfig, step: int, rows: int, work: Path, name: str) -> None:
    from abcstudio.learning.training.gradients import Gradients

    compute = Gradients.compute

    def computed(self: Gradients, number: int) -> Any:
        if number >= step:
            self.rows_at_once = rows
        return compute(self, number)

    Gradients.compute = computed  # type: ignore[method-assign, assignment]
    train_logged(request_for(config, work / f"{name}-run"), work / f"{name}-log")


def poison_all(count: int, seed: int, work: Path) -> dict[str, Any]:
    """Poison so many runs and return what came of it."""
    random = Random(seed)
    load_torch()
    configs = [replace(config, steps=STEPS, patience=0) for config in VARIANTS.values()]
    ends = []
    for number, config in enumerate(configs):
        folder = work / f"reference-{number}"
        if wait(fork(partial(_made_so, config, STEPS + 1, 0, work, folder.name), folder)):
            result_of(folder)
        ends.append(end_state(work / f"{folder.name}-run"))
    began = time.monotonic()
    passed: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    failures: list[dict[str, object]] = []
    for number, poison in enumerate(poisons(count, random)):
        which = number % len(configs)
        config, place = configs[which], work / str(number)
        faults = (
            faults_of_small_memory(config, poison, place)
            if poison.kind == "memory"
            else faults_of_poisoned(config, poison, place, ends[which])
        )
        tried[poison.kind] += 1
        passed[poison.kind] += not faults
        if faults:
            config_name = list(VARIANTS)[which]
            failures.append(
                {"run": number, "config": config_name, "poison": str(poison), "faults": faults}
            )
    return {
        "runs": sum(tried.values()),
        "passed": sum(passed.values()),
        "by_kind": {kind: f"{passed[kind]} of {tried[kind]}" for kind in tried},
        "seconds": round(time.monotonic() - began, 1),
        "failures": failures[:20],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=sum(SHARES.values()))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        result = poison_all(options.count, options.seed, Path(work))
    print(json.dumps(result, indent=2))
    return 0 if result["passed"] == result["runs"] else 1


if __name__ == "__main__":
    sys.exit(main())
