"""What `abcstudio train` says of the end of a run; the last line names the model's file."""

import json
from pathlib import Path

from abcstudio.cli.output import put, say
from abcstudio.messages import Phrase
from abcstudio.recipes.train import TrainResult
from abcstudio.recipes.verdict import rise
from abcstudio.runs.kept_network import kept_network

_STOPPED = "stopped"
"""What stands in place of a verdict on a run that was stopped."""


def print_end(result: TrainResult, *, was_over: bool, as_json: bool) -> None:
    """Print what a run reached that ended by itself.

    Args:
        result: The run.
        was_over: Whether it was at its end before it was asked to go on.
        as_json: Print one line of JSON.
    """
    _say_how_it_ended(result, was_over=was_over)
    if as_json:
        verdict = result.verdict.message_id.removeprefix("verdict.")
        _put_facts(
            result.reached.step,
            result.reached.best_val_loss,
            result.reached.best_step,
            verdict,
            result.best_model,
        )
        return
    _put_best(result.reached.best_val_loss, result.reached.best_step)
    how = "The run is at its end." if was_over else "Training is done."
    put(" ".join((how, str(result.verdict), *_risen(result.rise))))
    put(result.best_model)


def print_stop(folder: Path | None, *, as_json: bool) -> None:
    """Print what is kept of a run that was stopped, and say how it goes on.

    Args:
        folder: The run's; None where it was stopped before it had one.
        as_json: Print one line of JSON.
    """
    kept = None if folder is None else kept_network(folder)
    if kept is None:
        say(Phrase("training.stopped_before_model"))
        if as_json:
            _put_facts(0, None, 0, _STOPPED, None)
        return
    say(Phrase("training.stopped", {"step": kept.step, "path": folder}))
    if as_json:
        _put_facts(kept.step, kept.best_val_loss, kept.best_step, _STOPPED, kept.model)
        return
    _put_best(kept.best_val_loss, kept.best_step)
    for sentence in _risen(rise(kept.best_step, kept.best_val_loss, kept.last_val_loss)):
        put(sentence)
    put(kept.model)


def _put_facts(
    step: int, best_val_loss: float | None, best_step: int, verdict: str, model: Path | None
) -> None:
    line = {
        "step": step,
        "best_val_loss": best_val_loss,
        "best_step": best_step,
        "verdict": verdict,
        "model": None if model is None else str(model),
    }
    put(json.dumps(line))


def _risen(phrase: Phrase | None) -> tuple[str, ...]:
    return () if phrase is None else (str(phrase),)


def _put_best(best_val_loss: float | None, best_step: int) -> None:
    if best_val_loss is not None:
        put(f"Best validation loss {best_val_loss:.4f} at step {best_step}.")


def _say_how_it_ended(result: TrainResult, *, was_over: bool) -> None:
    """Say what ended a run where its steps did not, and how one goes on that was over already."""
    place = {"step": result.reached.step, "path": result.run_dir, "more": 2 * result.reached.step}
    if result.patience:
        how = {
            "patience": result.patience,
            "step": result.reached.step,
            "best": result.reached.best_step,
        }
        say(Phrase("training.ended_by_patience", how))
    if was_over:
        kind = "training.at_its_patience" if result.patience else "training.at_its_end"
        say(Phrase(kind, place))
