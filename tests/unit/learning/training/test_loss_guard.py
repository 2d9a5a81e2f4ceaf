import math

import pytest

from abcstudio.errors import TrainingError
from abcstudio.learning.training.loss_guard import LossGuard

KNOWS_NOTHING = math.log(60)


@pytest.mark.parametrize(
    ("loss", "gradient_norm", "smooth", "verdict"),
    [
        (KNOWS_NOTHING, 1.0, None, ""),
        (3 * KNOWS_NOTHING, 1.0, KNOWS_NOTHING, ""),
        (math.nan, 1.0, None, "training.not_finite"),
        (1.0, math.inf, 1.0, "training.not_finite"),
        (21 * KNOWS_NOTHING, 1.0, 1.0, "training.diverged"),
        (3 * KNOWS_NOTHING, 1.0, 2.1 * KNOWS_NOTHING, "training.diverged"),
    ],
)
def test_a_step_is_judged_by_its_loss_and_those_before(
    loss: float, gradient_norm: float, smooth: float | None, verdict: str
) -> None:
    guard = LossGuard(60)
    if not verdict:
        guard.check_step(7, loss, gradient_norm, smooth)
        return
    with pytest.raises(TrainingError) as caught:
        guard.check_step(7, loss, gradient_norm, smooth)
    assert (caught.value.message_id, caught.value.parameters["step"]) == (verdict, 7)


@pytest.mark.parametrize("loss", [math.nan, math.inf, 9 * KNOWS_NOTHING])
def test_a_network_that_its_last_step_has_spoilt_is_not_kept(loss: float) -> None:
    with pytest.raises(TrainingError):
        LossGuard(60).check_network(100, loss)


def test_a_network_that_knows_nothing_yet_may_be_kept() -> None:
    LossGuard(60).check_network(1, 2 * KNOWS_NOTHING)
