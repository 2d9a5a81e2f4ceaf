"""The training loop: it reports, callers show.

A run's folder receives `best.safetensors` (lowest validation loss), `last.safetensors` and
`checkpoints/resume.safetensors`, from which it goes on as if it had never stopped.
"""

import math
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor, nn

from abcstudio.errors import CancelledError, ModelFileError, TrainingError
from abcstudio.learning.checkpoint import ModelHeader, save_model
from abcstudio.learning.devices import has_fast_bfloat16
from abcstudio.learning.evaluation import evaluate
from abcstudio.learning.memory import is_out_of_memory, memory_in_use, release_memory
from abcstudio.learning.model import CharLSTM, count_parameters
from abcstudio.learning.optimization import learning_rate_at, make_optimizer, set_learning_rate
from abcstudio.learning.resume import Progress, load_state, save_state
from abcstudio.learning.sampler import Sampler, SamplingConfig
from abcstudio.learning.windows import State, make_windows

BEST_FILE = "best.safetensors"
LAST_FILE = "last.safetensors"
RESUME_FILE = Path("checkpoints") / "resume.safetensors"

REPORT_INTERVAL_SECONDS = 0.05
SAMPLE_PROMPT = "X:1\n"
SAMPLE_CHARS = 300
# Reading a big held-out text at every evaluation would take longer than the training between two.
VALIDATION_WINDOWS = 80

# A step with more work than this is cut into parts, between which a person's wish to stop is heard.
_OPERATIONS_AT_ONCE = 2.6e10
_HALF_OPERATIONS_AT_ONCE = 6e10
_SMOOTHING = 0.98
# Losses in units of a network's that knows nothing, ln(vocab_size).
_HOPELESS_LOSS = 20.0
_DIVERGED_SMOOTH_LOSS = 2.0


@dataclass(frozen=True, slots=True)
class StepReport:
    """What happened since the last report.

    Attributes:
        train_loss: Mean since the last report, nats per character.
        val_loss: Where this report follows an evaluation, else None; so is `sample`.
        epoch: How often the training text's length has been read so far.
        seconds_left: By the speed so far; None in the first moments.
        memory_bytes: What the GPU holds for the run, or the process at its peak; None if unknown.
        rows_at_once: Where memory did not suffice for the whole batch, how many rows of it are now
            computed together, else None.
    """

    step: int
    steps: int
    epoch: float
    train_loss: float
    learning_rate: float
    gradient_norm: float
    chars_per_second: float
    train_seconds: float
    seconds_left: float | None = None
    val_loss: float | None = None
    sample: str | None = None
    memory_bytes: int | None = None
    rows_at_once: int | None = None


class Trainer:
    """One training run of one network on encoded text.

    Args of the constructor:
        model: On its device already.
        header: Name, vocabulary, config and corpus, for the model files.
        train_ids, val_ids: Encoded text on the model's device; `val_ids` may be None.
        folder: The run's folder.
        report, should_stop: How the run speaks and listens.
        seconds: Training time after which the run ends, and by which the schedule goes.
    """

    def __init__(
        self,
        model: CharLSTM,
        header: ModelHeader,
        train_ids: Tensor,
        val_ids: Tensor | None,
        folder: Path,
        report: Callable[[StepReport], None],
        should_stop: Callable[[], bool],
        seconds: float | None = None,
    ) -> None:
        config = header.config
        if len(train_ids) < config.seq_len + 1:
            raise TrainingError(
                "training.too_little_text", characters=len(train_ids), needed=config.seq_len + 1
            )
        self.model, self.header, self.config = model, header, config
        self.train_ids, self.val_ids = train_ids, val_ids
        self.folder = folder
        self._report, self._should_stop = report, should_stop
        self._seconds = seconds
        self.progress = Progress()
        self._optimizer = make_optimizer(model, config)
        self._generator = torch.Generator(device=train_ids.device).manual_seed(config.rng_seed)
        self._windows = make_windows(
            config.windows, train_ids, config.seq_len, config.batch_size, self._generator
        )
        self._on_cpu = train_ids.device.type == "cpu"
        self._half = config.precision == "auto" and has_fast_bfloat16(train_ids.device.type)
        self._rows = self._rows_at_once()
        self._is_short_of_memory = False
        self._clueless_loss = math.log(max(2, len(header.vocabulary)))
        # Kept on the device: reading them is a wait, so it is done for a report only.
        self._losses: list[Tensor] = []
        self._gradient_norm = torch.zeros(())
        self._reported_at = time.monotonic()
        self._session_began = time.monotonic()
        self._session_first_step = 0
        self._saved_step = -1

    def resume(self) -> None:
        """Go on from the folder's latest checkpoint.

        Raises:
            ModelFileError: It is missing, damaged or of another network.
        """
        path = self.folder / RESUME_FILE
        self.progress = load_state(
            path, self.model, self._optimizer, self._generator, self._windows
        )
        self._saved_step = self._session_first_step = self.progress.step

    def run(self) -> Progress:
        """Train until the config's steps or the seconds are over.

        Raises:
            CancelledError: `should_stop` said so; everything up to here is kept.
            TrainingError: The loss stopped being a number or grew without bound; the last good
                checkpoint is kept.
        """
        try:
            self._session_began = time.monotonic()
            self._after_step()
            while not self._is_over():
                self._step()
                self._after_step()
        except CancelledError:
            self._save()
            raise
        return self.progress

    def _is_over(self) -> bool:
        return self._share_done() >= 1.0 or self._has_stopped_gaining()

    def _has_stopped_gaining(self) -> bool:
        """Whether the last `patience` evaluations have brought nothing."""
        if not self.config.patience or self.progress.best_val_loss is None:
            return False
        waited = self.progress.evaluated_step - self.progress.best_step
        return waited >= self.config.patience * self.config.evaluate_every

    def _share_done(self) -> float:
        by_steps = self.progress.step / self.config.steps
        by_time = self.progress.train_seconds / self._seconds if self._seconds else 0.0
        return max(by_steps, by_time)

    def _step(self) -> None:
        began = time.perf_counter()
        if self._should_stop():
            raise CancelledError
        progress, config = self.progress, self.config
        rate = learning_rate_at(config, progress.step, self._share_done())
        set_learning_rate(self._optimizer, rate)
        self.model.train()
        loss = self._loss_and_gradients()  # ()
        limit = config.gradient_clip or math.inf
        self._gradient_norm = nn.utils.clip_grad_norm_(self.model.parameters(), limit)
        if self._on_cpu:
            self._check(loss.item(), self._gradient_norm.item())
        self._optimizer.step()
        self._losses.append(loss)
        progress.step += 1
        progress.train_seconds += time.perf_counter() - began

    def _loss_and_gradients(self) -> Tensor:
        """Return the loss of a new batch, its gradients computed.

        Where memory does not suffice, half as many rows are computed together, again and again:
        the gradients of the parts add up to those of the whole, so the run stays the same run.
        """
        generator_state, global_state = self._generator.get_state(), torch.get_rng_state()
        windows_state = self._windows.tensors()
        while True:
            self._optimizer.zero_grad()
            try:
                return self._backward()
            except CancelledError:
                self._put_back(generator_state, global_state, windows_state)
                raise
            except RuntimeError as error:
                if not is_out_of_memory(error):
                    raise
            # Outside the handler, so that the failed attempt's tensors are no longer held.
            self._put_back(generator_state, global_state, windows_state)
            self._optimizer.zero_grad()
            release_memory(self.train_ids.device)
            if self._rows == 1:
                raise TrainingError("training.out_of_memory", step=self.progress.step + 1)
            self._rows = math.ceil(self._rows / 2)
            self._is_short_of_memory = True

    def _put_back(
        self, generator_state: Tensor, global_state: Tensor, windows_state: dict[str, Tensor]
    ) -> None:
        """Undo what a step has drawn, so that it can begin again with the same batch."""
        self._generator.set_state(generator_state)
        torch.set_rng_state(global_state)
        self._windows.restore(windows_state)

    def _backward(self) -> Tensor:
        """Compute the loss and its gradients for a new batch, in parts, and return the loss."""
        inputs, targets, state = self._windows.take()  # (batch, seq_len) each
        total = torch.zeros((), device=inputs.device)
        states: list[State] = []
        for first in range(0, len(inputs), self._rows):
            if first and self._should_stop():
                raise CancelledError
            rows = slice(first, first + self._rows)
            part, wanted = inputs[rows], targets[rows]  # (rows, seq_len) each
            with self._arithmetic():
                logits, after = self.model(part, _rows_of(state, rows))
            loss = nn.functional.cross_entropy(logits.float().flatten(0, 1), wanted.flatten())
            if len(part) != len(inputs):
                loss = loss * (len(part) / len(inputs))
            torch.autograd.backward(loss)
            total = total + loss.detach()
            states.append(after if isinstance(after, tuple) else (after,))
        self._windows.keep(tuple(torch.cat(parts, dim=1) for parts in zip(*states, strict=True)))
        return total

    def _arithmetic(self) -> "torch.autocast | nullcontext[None]":
        if not self._half:
            return nullcontext()
        return torch.autocast(self.train_ids.device.type, dtype=torch.bfloat16)

    def _rows_at_once(self) -> int:
        if not self._on_cpu:
            return self.config.batch_size
        operations = 6 * count_parameters(self.model) * self.config.seq_len
        at_once = _HALF_OPERATIONS_AT_ONCE if self._half else _OPERATIONS_AT_ONCE
        parts = math.ceil(self.config.batch_size * operations / at_once)
        return math.ceil(self.config.batch_size / parts)

    def _check(self, loss: float, gradient_norm: float) -> None:
        """Stop before a step that would spoil the weights."""
        smooth = self.progress.train_loss
        if not (math.isfinite(loss) and math.isfinite(gradient_norm)):
            raise TrainingError("training.not_finite", step=self.progress.step + 1)
        diverged = smooth is not None and smooth > _DIVERGED_SMOOTH_LOSS * self._clueless_loss
        if loss > _HOPELESS_LOSS * self._clueless_loss or diverged:
            raise TrainingError(
                "training.diverged", step=self.progress.step + 1, loss=f"{loss:.1f}"
            )
        self.progress.train_loss = (
            loss if smooth is None else _SMOOTHING * smooth + (1.0 - _SMOOTHING) * loss
        )

    def _after_step(self) -> None:
        """Evaluate, save and report where it is time to; doing it twice changes nothing."""
        step, over = self.progress.step, self._is_over()
        if step == 0:
            return
        evaluation_due = over or step % self.config.evaluate_every == 0
        if evaluation_due and self.progress.evaluated_step != step:
            # First the losses: on a GPU this is where a bad one is found.
            train_loss = self._collect_losses()
            sample = self._sample()
            self._send(train_loss, self._evaluate(), sample)
        elif time.monotonic() - self._reported_at >= REPORT_INTERVAL_SECONDS:
            self._send(self._collect_losses())
        if over or step % self.config.checkpoint_every == 0:
            self._save()

    def _evaluate(self) -> float | None:
        """Measure the validation loss and keep the network if it is the best so far."""
        progress = self.progress
        val_loss = None
        if self.val_ids is not None:
            val_loss = evaluate(
                self.model, self.val_ids, self._should_stop, max_windows=VALIDATION_WINDOWS
            )
            if not math.isfinite(val_loss):
                raise TrainingError("training.not_finite", step=progress.step)
        is_best = (
            val_loss is None or progress.best_val_loss is None or val_loss < progress.best_val_loss
        )
        progress.val_loss = val_loss
        if is_best:
            progress.best_val_loss, progress.best_step = val_loss, progress.step
            self._save_model(BEST_FILE)
        progress.evaluated_step = progress.step
        return val_loss

    def _sample(self) -> str:
        vocabulary = self.header.vocabulary
        prompt = vocabulary.without_unknown(SAMPLE_PROMPT)
        config = SamplingConfig(
            max_chars=SAMPLE_CHARS, rng_seed=self.config.rng_seed + self.progress.step
        )
        characters = [prompt]
        for character in Sampler(self.model, vocabulary).draw(prompt, config):
            characters.append(character)
            if self._should_stop():
                raise CancelledError
        return "".join(characters)

    def _collect_losses(self) -> float:
        """Return the mean loss since the last report; on a GPU this is where it is waited for."""
        losses = [float(loss) for loss in self._losses]
        if not losses:
            return self.progress.train_loss or math.nan
        if not self._on_cpu:
            for loss in losses:
                self._check(loss, float(self._gradient_norm))
        self._losses.clear()
        return sum(losses) / len(losses)

    def _send(
        self, train_loss: float, val_loss: float | None = None, sample: str | None = None
    ) -> None:
        progress, config = self.progress, self.config
        characters = progress.step * config.batch_size * config.seq_len
        self._reported_at = time.monotonic()
        self._report(
            StepReport(
                step=progress.step,
                steps=config.steps,
                epoch=characters / len(self.train_ids),
                train_loss=train_loss,
                learning_rate=self._optimizer.param_groups[0]["lr"],
                gradient_norm=float(self._gradient_norm),
                chars_per_second=characters / max(1e-9, progress.train_seconds),
                train_seconds=progress.train_seconds,
                seconds_left=self._seconds_left(),
                val_loss=val_loss,
                sample=sample,
                memory_bytes=memory_in_use(self.train_ids.device),
                rows_at_once=self._rows if self._is_short_of_memory else None,
            )
        )

    def _seconds_left(self) -> float | None:
        steps = self.progress.step - self._session_first_step
        if steps < 1:
            return None
        per_step = (time.monotonic() - self._session_began) / steps
        by_steps = (self.config.steps - self.progress.step) * per_step
        if self._seconds is None:
            return by_steps
        return max(0.0, min(by_steps, self._seconds - self.progress.train_seconds))

    def _save(self) -> None:
        """Keep the last network and all that is needed to go on from it."""
        if self.progress.step in (0, self._saved_step):
            return
        self._save_model(LAST_FILE)
        try:
            save_state(
                self.folder / RESUME_FILE,
                self.model,
                self._optimizer,
                self._generator,
                self.progress,
                self._windows,
            )
        except ModelFileError:
            raise TrainingError("training.not_finite", step=self.progress.step) from None
        self._saved_step = self.progress.step

    def _save_model(self, name: str) -> None:
        progress = self.progress
        header = replace(
            self.header,
            step=progress.step,
            train_loss=progress.train_loss,
            val_loss=progress.val_loss,
        )
        try:
            save_model(self.folder / name, self.model, header)
        except ModelFileError:
            raise TrainingError("training.not_finite", step=progress.step) from None


def _rows_of(state: State, rows: slice) -> Tensor | State | None:
    """Return the state of some rows as the network takes it; None is a zero state."""
    if not state:
        return None
    parts = tuple(part[:, rows].contiguous() for part in state)  # (layers, rows, hidden) each
    return parts if len(parts) > 1 else parts[0]
