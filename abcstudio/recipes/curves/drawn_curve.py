"""What is written of a run's curve, as a table or as a picture."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from abcstudio.recipes.milestones.heard_steps import HeardStep
from abcstudio.runs.curve_figures import CurveFigures


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnCurve:
    """A curve with all that stands beside it.

    Attributes:
        name: Of the run.
        losses: Of each step, nats per character, step 1's first.
        smoothed: Some points of the smoothed line: steps and losses.
        val: Steps with the validation losses there.
        figures: Learning rate, gradient norm and speed.
        heard: What the network wrote along it.
        chance: The loss of guessing; None where that is not known.
        rise: The step from which on the loss on held-out tunes has risen; None where it has not.
        is_log_steps, is_log_losses: How the axes are drawn.
    """

    name: str
    losses: Sequence[float]
    smoothed: tuple[Sequence[float], Sequence[float]]
    val: Sequence[tuple[float, float]]
    figures: CurveFigures = field(default_factory=CurveFigures)
    heard: Sequence[HeardStep] = ()
    chance: float | None = None
    rise: float | None = None
    is_log_steps: bool = False
    is_log_losses: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveWords:
    """The words of a picture, in the person's language."""

    steps: str
    losses: str
    training: str
    validation: str
    chance: str
    rise: str
    right: str
    newness: str
    music: str
