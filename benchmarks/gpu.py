"""What the graphics card does: one table of all that runs only there.

    make gpu
    python benchmarks/gpu.py --device cpu --steps 20    the same acts where there is no card

Speeds are ratios to the lab's loop (nn.LSTM, Adam, cross-entropy, each loss read) on the same
device, in interleaved pairs, each measured from its first step to when the device is done:

- *lab*: the lab's network at the lab's batch, at least 1.0 of the loop's. The recurrence bounds
  both: a hundred steps in a row, whatever stands around them.
- *studio*: the characters a second of the preset Studio at its own batch, at least 3.0 of those of
  the lab's loop at the lab's batch.

Besides: the same with bfloat16, and without TF32; sampled characters a second, with the recorded
graph and without; a step as a sweep measures it beforehand; memory at the peak; a run that is
stopped and goes on beside one that is not, loss by loss, to 1e-3, since cuDNN adds in no fixed
order; a batch that has half of the memory that it takes. Two processes need two cards. A row says
"passed", "failed", a figure, or why it could not be tried. The exit code is 0 when no row failed.
"""

import argparse
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.errors import AbcStudioError, CancelledError
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.devices import choose_device, prepare_torch
from abcstudio.learning.presets import PRESETS
from abcstudio.paths import bundled_tunebook
from abcstudio.recipes.train import TrainRequest, train
from abcstudio.runs.run_folder import RunFolder
from abcstudio.stopping import stopping

if TYPE_CHECKING:
    from abcstudio.learning.sampling.sampler import Sampler

CONFIG = TrainingConfig(embedding_dim=128, hidden_size=512, batch_size=32, seq_len=128)
SMALL = TrainingConfig(embedding_dim=8, hidden_size=32, batch_size=4, seq_len=50)
"""Where there is no card the acts are tried, not the speed."""
TEXT_CHARACTERS, HELD_OUT_CHARACTERS = 400_000, 20_000
PAIRS = 3
LEAST = {"lab": 1.0, "studio": 3.0}
"""Of the speed of the lab's loop at the lab's batch."""
SAME = 1e-3
"""So much two runs on a card may differ in a loss."""


class Bench:
    """Makes the rows.

    Args of the constructor:
        device: "cuda" or "cpu".
        steps: Of each run.
        work: An empty folder.
    """

    def __init__(self, device: str, steps: int, work: Path) -> None:
        self._device = device
        self._work = work
        self._runs = 0
        base = CONFIG if device == "cuda" else SMALL
        self.config = replace(base, steps=steps, evaluate_every=steps, checkpoint_every=steps)
        text = bundled_tunebook().read_text(encoding="utf-8")
        self._text = text[:TEXT_CHARACTERS]
        self._held_out = text[TEXT_CHARACTERS : TEXT_CHARACTERS + HELD_OUT_CHARACTERS]

    def lab(self) -> str:
        """Return how the preset Lab compares with the lab's loop."""
        return self._compared("lab")

    def studio(self) -> str:
        """Return how the preset Studio compares with the lab's loop."""
        return self._compared("studio")

    def _compared(self, preset: str) -> str:
        """Return characters a second, and how many times those of the lab's loop that is."""
        if self._device == "cpu":
            # Smaller: that the acts work is all that is tried.
            config = lab = self.config
        else:
            count = self.config.steps
            config, lab = (
                replace(PRESETS[name], steps=count, evaluate_every=count)
                for name in (preset, "lab")
            )
        pairs = [(self._speed(config), self._speed_of_lab(lab)) for _ in range(PAIRS)]
        ours, plain = sorted(pairs, key=lambda pair: pair[0] / pair[1])[PAIRS // 2]
        ratio = ours / plain
        words = f"{ours:,.0f} characters/s, {ratio:.2f} of the lab's loop"
        is_enough = self._device == "cpu" or ratio >= LEAST[preset]
        return words if is_enough else f"failed: {words}, {LEAST[preset]} wanted"

    def half_precision(self) -> str:
        """Return how many times faster the precision "auto" is than 32 bits."""
        whole, half = (
            self._speed(replace(self.config, precision=precision))
            for precision in ("float32", "auto")
        )
        return f"{half / whole:.2f} of the speed with 32 bits"

    def sampling(self) -> str:
        """Return sampled characters a second, and how many times those of single launches."""
        from abcstudio.learning.checkpoint import load_model
        from abcstudio.learning.sampling.sampler import Sampler
        from abcstudio.learning.sampling.torch_streams import sampling_step

        run = self._trained(self.config)
        loaded = load_model(run.last_model)
        model = loaded.model.to(self._device)
        sampler = Sampler(model, loaded.header.vocabulary)
        whole = _sampled(sampler)
        if self._device != "cuda":
            return f"{whole:,.0f} characters/s; nothing is recorded without a card"
        recorded = sampling_step.recorded
        sampling_step.recorded = lambda work, changed: work
        try:
            single = _sampled(sampler)
        finally:
            sampling_step.recorded = recorded
        return f"{whole:,.0f} characters/s, {whole / single:.2f} of those of single launches"

    def tf32(self) -> str:
        """Return how many times faster products in TF32 are, as torch chooses and in both."""
        import torch

        if self._device != "cuda":
            return "no card here"
        config = replace(self.config, precision="float32")
        products, layers = torch.backends.cuda.matmul, torch.backends.cudnn
        chosen = products.allow_tf32, layers.allow_tf32
        speeds = []
        try:
            for both in ((False, False), chosen, (True, True)):
                products.allow_tf32, layers.allow_tf32 = both
                speeds.append(self._speed(config))
        finally:
            products.allow_tf32, layers.allow_tf32 = chosen
        none, usual, all_of_it = speeds
        return f"{usual / none:.2f} of the speed without, {all_of_it / none:.2f} in all products"

    def measured_step(self) -> str:
        """Return a step as it is measured before a sweep, and as the run has it."""
        from abcstudio.learning.training.step_time import measure_steps

        found = measure_steps(self.config, choose_device(self._device), 0)
        characters = self.config.batch_size * self.config.seq_len
        trained = characters / self._speed(self.config)
        return f"{1000 * found.step:.2f} ms measured, {1000 * trained:.2f} ms in the run"

    def memory(self) -> str:
        """Return the memory at the peak of a run."""
        import torch

        if self._device != "cuda":
            return "no card here"
        torch.cuda.reset_peak_memory_stats()
        self._trained(self.config)
        return f"{torch.cuda.max_memory_allocated() / 2**20:,.0f} MB"

    def resume(self) -> str:
        """Return whether a run that is stopped and goes on has the losses of one that is not."""
        config = replace(self.config, checkpoint_every=max(1, self.config.steps // 4))
        whole = list(self._trained(config).losses())
        folder = self._folder()
        asked = 0

        def should_stop() -> bool:
            nonlocal asked
            asked += 1
            return asked > self.config.steps

        try:
            with stopping(should_stop):
                train(self._request(config, folder), lambda _report: None)
        except CancelledError:
            again = TrainRequest(resume_from=folder, device=self._device)
            train(again, lambda _report: None)
        gone_on = list(RunFolder(folder).losses())
        is_same = len(gone_on) == len(whole) and all(
            math.isclose(one, other, abs_tol=SAME if self._device == "cuda" else 0.0)
            for one, other in zip(gone_on, whole, strict=True)
        )
        return "passed" if is_same else "failed: other losses"

    def too_little_memory(self) -> str:
        """Return whether a batch that has half of the memory that it takes is computed in parts."""
        import torch

        if self._device != "cuda":
            return "no card here"
        config = replace(self.config, batch_size=64, seq_len=500, steps=2)
        rows: list[int | None] = []
        torch.cuda.empty_cache()
        held = torch.cuda.memory_allocated()
        torch.cuda.reset_peak_memory_stats()
        self._trained(config)
        peak = torch.cuda.max_memory_allocated() - held
        torch.cuda.empty_cache()
        total = torch.cuda.get_device_properties(0).total_memory
        torch.cuda.set_per_process_memory_fraction((held + peak / 2) / total)
        try:
            request = self._request(config, self._folder())
            train(request, lambda report: rows.append(report.progress.rows_at_once))
        finally:
            torch.cuda.set_per_process_memory_fraction(1.0)
        told = [count for count in rows if count is not None]
        return f"passed: {told[-1]} rows at once" if told else "failed: all fitted, nothing shown"

    def two_processes(self) -> str:
        """Return whether two processes train one network."""
        import torch

        if self._device == "cuda" and torch.cuda.device_count() < 2:
            return "two cards are needed"
        folder = self._folder()
        command = (
            "torch.distributed.run --standalone --nproc-per-node 2 -m abcstudio train --preset lab "
            f"--steps 4 --device {self._device} --threads 1 --set hidden_size=64 --out"
        )
        found = subprocess.run(
            [sys.executable, "-m", *command.split(), str(folder)],
            capture_output=True,
            text=True,
            check=False,
        )
        lines = found.stderr.splitlines()
        return "passed" if found.returncode == 0 else f"failed: {lines[-1] if lines else ''}"

    def _speed(self, config: TrainingConfig) -> float:
        """Return the characters a second of a run: its clock waits for the device, too."""
        return float(self._trained(config).facts()["chars_per_second"])

    def _speed_of_lab(self, config: TrainingConfig) -> float:
        """Return the characters a second of the lab's loop, which reads each loss."""
        import torch
        from torch import nn

        vocabulary = sorted(set(self._text))
        numbers = {character: number for number, character in enumerate(vocabulary)}
        ids = torch.tensor([numbers[character] for character in self._text], device=self._device)
        network = nn.ModuleDict(
            {
                "embedding": nn.Embedding(len(vocabulary), config.embedding_dim),
                "lstm": nn.LSTM(config.embedding_dim, config.hidden_size, batch_first=True),
                "head": nn.Linear(config.hidden_size, len(vocabulary)),
            }
        ).to(self._device)
        optimizer = torch.optim.Adam(network.parameters(), lr=config.learning_rate)
        offsets = torch.arange(config.seq_len, device=self._device)
        began = time.perf_counter()
        for _ in range(config.steps):
            starts = torch.randint(len(ids) - config.seq_len - 1, (config.batch_size, 1))
            places = starts.to(self._device) + offsets  # (batch_size, seq_len)
            hidden, _state = network["lstm"](network["embedding"](ids[places]))
            logits = network["head"](hidden)  # (batch_size, seq_len, vocab_size)
            loss = nn.functional.cross_entropy(logits.flatten(0, 1), ids[places + 1].flatten())
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            optimizer.step()
            loss.item()
        characters = config.steps * config.batch_size * config.seq_len
        return characters / (time.perf_counter() - began)

    def _trained(self, config: TrainingConfig) -> RunFolder:
        folder = self._folder()
        train(self._request(config, folder), lambda _report: None)
        return RunFolder(folder)

    def _request(self, config: TrainingConfig, folder: Path) -> TrainRequest:
        return TrainRequest(
            config=config,
            training_text=self._text,
            validation_text=self._held_out,
            device=self._device,
            folder=folder,
        )

    def _folder(self) -> Path:
        self._runs += 1
        return self._work / str(self._runs)


def _sampled(sampler: "Sampler") -> float:
    """Return characters a second, the first take apart, in which libraries are loaded."""
    from abcstudio.learning.sampling.sampling_config import SamplingConfig

    config = SamplingConfig(max_chars=400, repetition_guard=False)
    for _ in sampler.sample("X:1\n", config):
        pass
    began = time.perf_counter()
    count = sum(1 for _ in sampler.sample("X:1\n", config))
    return count / (time.perf_counter() - began)


def rows(device: str, steps: int, work: Path) -> dict[str, str]:
    """Return what each act came to."""
    bench = Bench(device, steps, work)
    acts: dict[str, Callable[[], str]] = {
        "lab": bench.lab,
        "studio": bench.studio,
        "half precision": bench.half_precision,
        "TF32": bench.tf32,
        "measured step": bench.measured_step,
        "sampling": bench.sampling,
        "memory": bench.memory,
        "stopped and resumed": bench.resume,
        "too little memory": bench.too_little_memory,
        "two processes": bench.two_processes,
    }
    found = {}
    for name, act in acts.items():
        try:
            found[name] = act()
        except (AbcStudioError, OSError, RuntimeError) as error:
            found[name] = f"failed: {error}"
        print(f"{name:<22}{found[name]}", flush=True)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--device", choices=("cuda", "cpu"), default="cuda")
    parser.add_argument("--steps", type=int, default=200)
    options = parser.parse_args()
    prepare_torch()
    found = choose_device(options.device)
    if found.name != options.device:
        print(
            "There is no CUDA device here, so nothing was measured. Run this on a machine with an "
            "NVIDIA card; benchmarks/gpu.py --device cpu does the same without one, smaller."
        )
        return 2
    with tempfile.TemporaryDirectory() as work:
        os.environ.setdefault("ABCSTUDIO_HOME", str(Path(work) / "home"))
        answers = rows(options.device, options.steps, Path(work))
    return 1 if any(answer.startswith("failed") for answer in answers.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
