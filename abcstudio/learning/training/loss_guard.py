"""When a loss says that a run must stop before it spoils, or keeps, a network."""

import math

from abcstudio.errors import TrainingError

# In units of the loss of an untrained network, ln(vocab_size).
_HOPELESS_LOSS = 20.0
_DIVERGED_SMOOTH_LOSS = 2.0
_SPOILT_LOSS = 5.0


class LossGuard:
    """Judges losses by that of an untrained network.

    Args of the constructor:
        vocab_size: How many characters there are to choose from.
    """

    def __init__(self, vocab_size: int) -> None:
        self._clueless_loss = math.log(max(2, vocab_size))

    def check_step(
        self, step: int, loss: float, gradient_norm: float, smooth: float | None
    ) -> None:
        """Stop before a step that would spoil the weights.

        Args:
            step: The step that is about to be made.
            loss: Of its batch, in nats per character.
            gradient_norm: Before clipping.
            smooth: The smoothed loss of the steps before; None before the first.

        Raises:
            TrainingError: A number is none, or the loss has grown without bound.
        """
        if not (math.isfinite(loss) and math.isfinite(gradient_norm)):
            raise TrainingError("training.not_finite", step=step)
        has_diverged = smooth is not None and smooth > _DIVERGED_SMOOTH_LOSS * self._clueless_loss
        if loss > _HOPELESS_LOSS * self._clueless_loss or has_diverged:
            raise TrainingError("training.diverged", step=step, loss=loss)

    def check_network(self, step: int, loss: float) -> None:
        """Stop before a network is kept that its last step has spoilt.

        Args:
            step: The step that was made last.
            loss: Of the network after it, in nats per character.

        Raises:
            TrainingError: The loss is no number, or far beyond that of knowing nothing.
        """
        if not math.isfinite(loss):
            raise TrainingError("training.not_finite", step=step)
        if loss > _SPOILT_LOSS * self._clueless_loss:
            raise TrainingError("training.diverged", step=step, loss=loss)
