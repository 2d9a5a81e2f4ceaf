"""The training loop: it reports, callers show.

A run's folder receives `best.safetensors` (lowest validation loss), `last.safetensors` and
`checkpoints/resume.safetensors`, from which it goes on as if it had never stopped.

Over 400 lines: the loop with what may end it, save it or report it, which share its state.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import torch
from torch import Tensor, nn

from abcstudio.errors import CancelledError, ModelFileError, TrainingError, TrainingInputError
from abcstudio.learning.checkpoint import BEST_FILE, LAST_FILE, ModelHeader, save_model
from abcstudio.learning.memory import forget_peak, peak_memory
from abcstudio.learning.milestones.keeper import MilestoneKeeper, MilestoneTakes
from abcstudio.learning.model import CharLSTM
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.training.evaluation import copied_share, evaluate
from abcstudio.learning.training.failures import raise_as_sentence
from abcstudio.learning.training.gradients import Gradients
from abcstudio.learning.training.loss_guard import LossGuard
from abcstudio.learning.training.optimization import (
    learning_rate_at,
    make_optimizer,
    set_learning_rate,
)
from abcstudio.learning.training.ranks import Ranks
from abcstudio.learning.training.resume import Progress, load_state, save_state
from abcstudio.learning.training.waiting import Asking, write_patiently
from abcstudio.messages import Phrase
from abcstudio.stopping import never, stop_if_asked, stopping

RESUME_FILE = Path("checkpoints") / "resume.safetensors"

# A curve that is drawn anew takes 10 ms and more of a processor that the run could have: twenty
# times a second that was a quarter of one, twice it is a fortieth.
REPORT_INTERVAL_SECONDS = 0.5
SAMPLE_PROMPT = "X:1\n"
SAMPLE_CHARS = 300
# Reading a big held-out text at every evaluation would take longer than the training between two.
VALIDATION_WINDOWS = 80

# As far back as the mean of fifty steps reaches: what the guard against divergence looks at.
_SMOOTHING = 0.96


@dataclass(frozen=True, slots=True, kw_only=True)
class StepReport:
    """What happened since the last report.

    Attributes:
        losses: Nats per character, of each step since the last report; the last is `step`'s.
        smoothed_loss: The mean of the latest ten steps; NaN before the first.
        val_loss: Where this report follows an evaluation, else None; so is `sample`.
        copied_share: Of the probability of held-out text, what pointer heads copied; measured at
            an evaluation, None without heads.
        epoch: How often the training text's length has been read so far.
        seconds_left: By the speed so far; None in the first moments.
        memory_bytes: What the run, on a processor the process, took at its peak; None if unknown.
        rows_at_once: Where memory did not suffice for the whole batch, how many rows of it are now
            computed together, else None.
        milestone: What the network of a milestone wrote, where that has just been composed.
        kept_step: At which step a network was last kept to be heard; 0 before the first.
        paused: Why nothing can be written and the run waits, else None; then only this is new.
    """

    step: int
    steps: int
    epoch: float
    losses: tuple[float, ...]
    smoothed_loss: float
    learning_rate: float
    gradient_norm: float
    chars_per_second: float
    train_seconds: float
    seconds_left: float | None = None
    val_loss: float | None = None
    sample: str | None = None
    copied_share: float | None = None
    memory_bytes: int | None = None
    rows_at_once: int | None = None
    milestone: MilestoneTakes | None = None
    kept_step: int = 0
    paused: Phrase | None = None


class Trainer:
    """One training run of one network on encoded text.

    Args of the constructor:
        model: On its device already.
        header: Name, vocabulary, config and corpus, for the model files.
        train_ids, val_ids: Encoded text on the model's device; `val_ids` may be None.
        folder: The run's folder.
        report: How the run speaks.
        seconds: Training time after which the run ends, and by which the schedule goes.
        ranks: The processes that train together; None for one alone. Only rank 0 speaks, listens
            and writes.
        milestones: Keeps networks along the curve, and composes from them; None for none.
    """

    def __init__(
        self,
        model: CharLSTM,
        header: ModelHeader,
        train_ids: Tensor,
        val_ids: Tensor | None,
        folder: Path,
        report: Callable[[StepReport], None],
        seconds: float | None = None,
        ranks: Ranks | None = None,
        milestones: MilestoneKeeper | None = None,
    ) -> None:
        ranks = ranks or Ranks()
        config = header.config
        if len(train_ids) < config.seq_len + 1:
            raise TrainingInputError(
                "training.too_little_text", characters=len(train_ids), needed=config.seq_len + 1
            )
        self.model, self.header, self.config = model, header, config
        self.train_ids, self.val_ids = train_ids, val_ids
        self.folder = folder
        self._asking, self._report = Asking(), report
        self._seconds = seconds
        self.progress = Progress()
        self.optimizer = make_optimizer(model, config)
        self._ranks = ranks
        self.gradients = Gradients(model, header, train_ids, ranks)
        self._on_cpu = train_ids.device.type == "cpu"
        self._guard = LossGuard(len(header.vocabulary))
        # On a GPU reading them is a wait, so there it is done for a report only.
        self._unread_losses: list[Tensor] = []
        self._losses: list[float] = []
        self._gradient_norm = torch.zeros(())
        self._reported_at = time.monotonic()
        self._reported_step = -1
        self._session_began = time.monotonic()
        self._session_first_step = 0
        self._saved_step = -1
        self._checked_step = -1
        self._share = 0.0
        self._milestones = None if ranks.rank else milestones
        self._seconds_before = 0.0

    def resume(self) -> None:
        """Go on from the folder's latest checkpoint.

        Raises:
            ModelFileError: It is missing, damaged or of another network.
        """
        path = self.folder / RESUME_FILE
        self.progress = load_state(
            path, self.model, self.optimizer, self.gradients.generator, self.gradients.windows
        )
        # Not `_saved_step`: the last network may be an older one, when the save was cut short.
        self._session_first_step = self._reported_step = self.progress.step

    def run(self) -> Progress:
        """Train until the config's steps or the seconds are over.

        Raises:
            CancelledError: The work is to stop; everything up to here is kept.
            TrainingError: The loss stopped being a number or grew without bound, memory does not
                suffice, the card or another rank failed, or the run was stopped while it waited for
                a file that cannot be written; the last good checkpoint is kept.
        """
        self._asking = Asking()
        # All ranks must leave the loop at the same step, so they look only between two.
        asked = never if self._ranks.size > 1 else self._asking.ask
        try:
            with stopping(asked):
                self._run()
        except CancelledError:
            self._save()
            raise
        except (RuntimeError, MemoryError) as error:
            raise_as_sentence(error, self.train_ids.device, self.progress.step, self._ranks.size)
        finally:
            self.gradients.close()
        return self.progress

    def _run(self) -> None:
        self._session_began = time.monotonic()
        self._seconds_before = self.progress.train_seconds
        if self._milestones is not None:
            self._milestones.begin(self.progress.step)
        forget_peak(self.train_ids.device)
        self._agree()
        self._after_step()
        while not self._is_over():
            self._step()
            self._after_step()

    def _is_over(self) -> bool:
        if not self.progress.step:
            # The time may be over by what preparing the text took; one step makes a network.
            return False
        return self._share >= 1.0 or self.progress.has_stopped_gaining(self.config)

    def _share_done(self) -> float:
        by_steps = self.progress.step / self.config.steps
        by_time = self.progress.train_seconds / self._seconds if self._seconds else 0.0
        return max(by_steps, by_time)

    def _step(self) -> None:
        began, waited = time.perf_counter(), self._asking.waited_seconds
        stop_if_asked()
        progress, config = self.progress, self.config
        rate = learning_rate_at(config, progress.step, self._share)
        set_learning_rate(self.optimizer, rate)
        self.model.train()
        loss = self.gradients.compute(progress.step + 1)  # ()
        limit = config.gradient_clip or math.inf
        self._gradient_norm = nn.utils.clip_grad_norm_(self.model.parameters(), limit)
        if self._on_cpu:
            self._check(value := loss.item(), self._gradient_norm.item())
            self.optimizer.step()
            self._losses.append(value)
        else:
            self.optimizer.step()
            self._unread_losses.append(loss)
        progress.step += 1
        waited = self._asking.waited_seconds - waited
        progress.train_seconds += time.perf_counter() - began - waited
        self._agree()

    def _agree(self) -> None:
        """Let rank 0's clock and person decide for all."""
        stops = self._ranks.size > 1 and self._asking.ask()
        stop, self._share = self._ranks.agree(stops, self._share_done())
        if stop:
            raise CancelledError

    def _check(self, loss: float, gradient_norm: float) -> None:
        """Stop before a step that would spoil the weights."""
        smooth = self.progress.train_loss
        self._guard.check_step(self.progress.step + 1, loss, gradient_norm, smooth)
        self.progress.train_loss = (
            loss if smooth is None else _SMOOTHING * smooth + (1.0 - _SMOOTHING) * loss
        )
        self.progress.add_loss(loss)

    def _after_step(self) -> None:
        """Evaluate, save and report where it is time to; doing it twice changes nothing."""
        step = self.progress.step
        if step == 0:
            return
        evaluation_due = self._is_over() or step % self.config.evaluate_every == 0
        if evaluation_due and self.progress.evaluated_step != step:
            # First the losses: on a GPU this is where a bad one is found.
            self._read_losses()
            sample, copied = (None, None) if self._ranks.rank else (self._sample(), self._copied())
            self._send(self._evaluate(), sample, copied)
        elif self._is_report_due():
            self._send()
        if self._milestones is not None:
            self._go_on_with(self._milestones)
        # The evaluation may have used up the patience.
        if self._is_over() or step % self.config.checkpoint_every == 0:
            self._save()

    def _go_on_with(self, milestones: MilestoneKeeper) -> None:
        """Keep the network where it is time to, and compose as far as there is time."""
        progress = self.progress
        is_new = progress.step > self._session_first_step
        if is_new and milestones.is_due(progress.step, is_last=self._is_over()):
            self._check_weights()
            self._write(partial(self._keep_milestone, milestones))
        takes = milestones.go_on(progress.train_seconds - self._seconds_before)
        if takes is not None:
            self._write(partial(milestones.keep_takes, takes))
            self._send(milestone=takes)

    def _keep_milestone(self, milestones: MilestoneKeeper) -> None:
        try:
            milestones.keep(self.model, self._header())
        except ModelFileError:
            raise TrainingError("training.not_finite", step=self.progress.step) from None

    def _is_report_due(self) -> bool:
        """Whether some time has passed; a step that was reported before the run went on is not."""
        waited = time.monotonic() - self._reported_at
        return self.progress.step > self._reported_step and waited >= REPORT_INTERVAL_SECONDS

    def _evaluate(self) -> float | None:
        """Measure the validation loss and keep the network if it is the best so far."""
        progress = self.progress
        self._check_weights()
        val_loss = None
        if self.val_ids is not None:
            val_loss = evaluate(self.model, self.val_ids, max_windows=VALIDATION_WINDOWS)
            if not math.isfinite(val_loss):
                raise TrainingError("training.not_finite", step=progress.step)
        is_best = (
            val_loss is None or progress.best_val_loss is None or val_loss < progress.best_val_loss
        )
        progress.val_loss = val_loss
        if is_best:
            progress.best_val_loss, progress.best_step = val_loss, progress.step
            if not self._ranks.rank:
                self._write(partial(self._save_model, BEST_FILE))
        progress.evaluated_step = progress.step
        return val_loss

    def _check_weights(self) -> None:
        """Stop before a network is kept that the last step has spoilt.

        The losses of the steps cannot tell: they were measured before the last one was made.
        """
        if self._checked_step == self.progress.step:
            return
        ids = self.train_ids[: self.config.seq_len + 1]
        with stopping(never):
            loss = evaluate(self.model, ids, self.config.seq_len)
        self._guard.check_network(self.progress.step, loss)
        self._checked_step = self.progress.step

    def _sample(self) -> str:
        vocabulary = self.header.vocabulary
        prompt = vocabulary.without_unknown(SAMPLE_PROMPT)
        config = SamplingConfig(
            max_chars=SAMPLE_CHARS,
            rng_seed=self.config.rng_seed + self.progress.step,
            repetition_guard=False,
        )
        characters = [prompt]
        for character in Sampler(self.model, vocabulary).sample(prompt, config):
            characters.append(character)
            stop_if_asked()
        return "".join(characters)

    def _copied(self) -> float | None:
        ids = self.train_ids if self.val_ids is None else self.val_ids
        return copied_share(self.model, ids)

    def _read_losses(self) -> None:
        """Read the losses that still lie on a GPU; this is where the steps are waited for.

        The wait is time of training: a step's own clock has measured its launch only.
        """
        unread, self._unread_losses = self._unread_losses, []
        if not unread:
            return
        began = time.perf_counter()
        *losses, norm = torch.stack([*unread, self._gradient_norm]).tolist()
        self.progress.train_seconds += time.perf_counter() - began
        self._gradient_norm = torch.tensor(norm)
        for loss in losses:
            self._check(loss, norm)
            self._losses.append(loss)

    def _write(self, write: Callable[[], None]) -> None:
        with stopping(self._asking.ask):
            write_patiently(write, self._say_paused)

    def _say_paused(self, reason: Phrase) -> None:
        self._send(paused=reason)

    def _send(
        self,
        val_loss: float | None = None,
        sample: str | None = None,
        copied: float | None = None,
        paused: Phrase | None = None,
        milestone: MilestoneTakes | None = None,
    ) -> None:
        progress, config = self.progress, self.config
        characters = progress.step * config.batch_size * config.seq_len
        losses: list[float] = []
        if paused is None:
            self._read_losses()
            losses, self._losses = self._losses, losses
        self._reported_at, self._reported_step = time.monotonic(), progress.step
        if self._ranks.rank:
            return
        recent = progress.recent_loss
        rows = self.gradients.rows_at_once if self.gradients.is_short_of_memory else None
        report = StepReport(
            step=progress.step,
            steps=config.steps,
            epoch=characters / len(self.train_ids),
            losses=tuple(losses),
            smoothed_loss=math.nan if recent is None else recent,
            learning_rate=self.optimizer.param_groups[0]["lr"],
            gradient_norm=float(self._gradient_norm),
            chars_per_second=characters / max(1e-9, progress.train_seconds),
            train_seconds=progress.train_seconds,
            seconds_left=self._seconds_left(),
            val_loss=val_loss,
            sample=sample,
            copied_share=copied,
            memory_bytes=peak_memory(self.train_ids.device),
            rows_at_once=rows,
            milestone=milestone,
            kept_step=0 if self._milestones is None else self._milestones.kept_step,
            paused=paused,
        )
        # Its writing may wait, and then a person is asked, also where other ranks train along.
        with stopping(self._asking.ask):
            self._report(report)

    def _seconds_left(self) -> float | None:
        steps = self.progress.step - self._session_first_step
        if steps < 1:
            return None
        waited = self._asking.waited_seconds
        per_step = (time.monotonic() - self._session_began - waited) / steps
        by_steps = (self.config.steps - self.progress.step) * per_step
        if self._seconds is None:
            return by_steps
        return max(0.0, min(by_steps, self._seconds - self.progress.train_seconds))

    def _save(self) -> None:
        """Keep the last network and all that is needed to go on from it."""
        if self._ranks.rank or self.progress.step in (0, self._saved_step):
            return
        self._check_weights()
        if self._losses or self._unread_losses:
            # What goes on from here must find the losses up to here on disk.
            self._send()
        self._write(self._save_state)
        self._write(partial(self._save_model, LAST_FILE))
        self._saved_step = self.progress.step

    def _save_state(self) -> None:
        try:
            save_state(
                self.folder / RESUME_FILE,
                model=self.model,
                optimizer=self.optimizer,
                generator=self.gradients.generator,
                progress=self.progress,
                windows=self.gradients.windows,
            )
        except ModelFileError:
            raise TrainingError("training.not_finite", step=self.progress.step) from None

    def _save_model(self, name: str) -> None:
        try:
            save_model(self.folder / name, self.model, self._header())
        except ModelFileError:
            raise TrainingError("training.not_finite", step=self.progress.step) from None

    def _header(self) -> ModelHeader:
        """Return what a file of the network says of it now."""
        progress = self.progress
        return replace(
            self.header,
            step=progress.step,
            train_loss=progress.recent_loss,
            val_loss=progress.val_loss,
        )
