"""What to say at the end of a training run, and how to go on after one that went wrong."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from abcstudio.errors import ModelFileError, TrainingError
from abcstudio.guarded_files import is_file
from abcstudio.learning.config import TrainingConfig, hyper_parameters
from abcstudio.recipes.train import MAX_STEPS, TrainResult
from abcstudio.recipes.verdict import rise
from abcstudio.runs.history import RunSummary
from abcstudio.runs.kept_network import kept_network
from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.words.run_words import verdict_words
from abcstudio.ui.words.translation import message

_CAREFUL_SHARE = 0.25
_CAREFUL_LIMIT = 1.0
_CURABLE = ("training.not_finite", "training.diverged")
_CURABLE_AT_ONCE = ("training.not_finite_at_once", "training.diverged_at_once")
_SHORT_OF_MEMORY = ("training.out_of_memory", "training.out_of_memory_at_once")


def closing_sentence(result: TrainResult, config: TrainingConfig, took: str) -> str:
    """Return what to say about a run that ended by itself; `took` is its time in words."""
    translate = QCoreApplication.translate
    locale = QLocale()
    loss = result.reached.best_val_loss
    judged = message(result.verdict.message_id, result.verdict.parameters)
    if result.rise is not None and result.reached.step >= config.steps:
        judged = f"{judged} {message(result.rise.message_id, result.rise.parameters)}"
    if loss is None:
        return translate("TrainingPage", "Training is done in {0}. {1}").format(took, judged)
    shown = locale.toString(loss, "f", 3)
    if result.reached.step >= config.steps:
        return translate(
            "TrainingPage", "Training is done in {0}. Best validation loss: {1}. {2}"
        ).format(took, shown, judged)
    return translate(
        "TrainingPage",
        "Training ended by itself at step {0}, after {1}: in the last %Ln evaluations the held-out "
        "tunes gained nothing. The best network, with a validation loss of {2}, is kept. {3}",
        "",
        config.patience,
    ).format(locale.toString(result.reached.step), took, shown, _after_patience(result, judged))


def _after_patience(result: TrainResult, judged: str) -> str:
    """Return what to try after a run that Patience ended; `judged` where that is not special."""
    translate, has_risen = QCoreApplication.translate, result.rise is not None
    if result.verdict.message_id == "verdict.good":
        if has_risen:
            return translate("TrainingPage", "For more, give it more tunes or more dropout.")
        return translate(
            "TrainingPage", "For more, give it more tunes, or raise Patience and start again."
        )
    if result.verdict.message_id == "verdict.unripe" and not has_risen:
        return translate(
            "TrainingPage",
            "Its tunes do not hold together yet: give it more hidden units or more tunes, "
            "or raise Patience and start again.",
        )
    return judged


def closing_kind(result: TrainResult) -> str:
    """Return the kind of notice about the end of a run: success only for a good one."""
    kinds = {
        "verdict.good": "success",
        "verdict.better_at_its_own": "info",
        "verdict.unmeasured": "info",
    }
    return kinds.get(result.verdict.message_id, "warning")


def standing_sentence(run: RunSummary) -> str:
    """Return what came of an earlier run, beside its figures; "" where there is nothing to say."""
    translate = QCoreApplication.translate
    parts = []
    if run.ended_by_patience:
        words = translate("TrainingPage", "ended by Patience: “{0}” goes on without it")
        parts.append(words.format(translate("RunsPanel", "Resume")))
    parts += verdict_words(run)
    return "   ·   ".join(words[:1].upper() + words[1:] for words in parts)


def stopping_sentence(folder: Path | None) -> str:
    """Return what to say about a run that the person stopped."""
    translate = QCoreApplication.translate
    if folder is not None and RunFolder(folder).has_checkpoint:
        kept = translate(
            "TrainingPage", "Stopped. What the network learned is kept; you can resume the run."
        )
        return " ".join((kept, *_risen(folder)))
    return translate(
        "TrainingPage",
        "Stopped before the first step: nothing was learned yet, so there is nothing to resume.",
    )


def _risen(folder: Path) -> tuple[str, ...]:
    """Return whether a stopped run has done worse with held-out tunes since its best network."""
    try:
        kept = kept_network(folder)
    except (ModelFileError, OSError):
        return ()
    if kept is None:
        return ()
    said = rise(kept.best_step, kept.best_val_loss, kept.last_val_loss)
    return () if said is None else (message(said.message_id, said.parameters),)


def is_curable(error: Exception) -> bool:
    """Return whether smaller steps may help after the network that a run had kept."""
    return isinstance(error, TrainingError) and error.message_id in _CURABLE


def has_kept_none(error: Exception) -> bool:
    """Return whether smaller steps may help where a run has kept no network."""
    return isinstance(error, TrainingError) and error.message_id in _CURABLE_AT_ONCE


def is_short_of_memory(error: Exception) -> bool:
    """Return whether a smaller network may help where a run went wrong."""
    return isinstance(error, TrainingError) and error.message_id in _SHORT_OF_MEMORY


def smaller(config: TrainingConfig) -> TrainingConfig | None:
    """Return settings with half the hidden units; None where that would be too few."""
    half = config.hidden_size // 2
    lowest = hyper_parameters()["hidden_size"].minimum or 1
    return replace(config, hidden_size=half) if half >= lowest else None


def more_careful(config: TrainingConfig) -> TrainingConfig:
    """Return settings with a quarter of the learning rate and a gradient limit."""
    lowest = hyper_parameters()["learning_rate"].minimum or 0.0
    limit = min(config.gradient_clip or _CAREFUL_LIMIT, _CAREFUL_LIMIT)
    rate = max(lowest, config.learning_rate * _CAREFUL_SHARE)
    return replace(config, learning_rate=rate, gradient_clip=limit)


def trained_longer(config: TrainingConfig, run: RunSummary) -> TrainingConfig:
    """Return settings for as many steps again, for a run that came to its end."""
    return extended(config, run, max(1, run.step))


def extended(config: TrainingConfig, run: RunSummary, more: int) -> TrainingConfig:
    """Return settings for so many steps more than a run has made."""
    steps = min(MAX_STEPS, run.step + more)
    # One that ended because nothing was gained any more would end again at once.
    patience = 0 if run.ended_by_patience else config.patience
    return replace(config, steps=steps, patience=patience)


def last_good_model(folder: Path | None) -> Path | None:
    """Return the best network that a run kept, None where it came to none."""
    if folder is None:
        return None
    best = RunFolder(folder).best_model
    return best if is_file(best) else None
