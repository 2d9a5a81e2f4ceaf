"""A network that has learned nothing expects every character alike."""

import random

import pytest

from abcstudio.errors import CancelledError
from abcstudio.learning.example_batch import example_batch
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.recipes.lessons.untrained import UntrainedRequest, predict_untrained
from abcstudio.stopping import stopping

TEXT = "X:1\nT:The Kesh\nM:6/8\nK:G\nGAG GAB|ABA ABd|edd gdd|edB dBA|\n" * 4


def _request(rows: int = 4) -> UntrainedRequest:
    return UntrainedRequest(example_batch(TEXT, 16, rows, random.Random(0)), Vocabulary.of(TEXT))


def test_the_loss_is_near_that_of_guessing() -> None:
    request = _request()
    found = predict_untrained(request)
    assert found.loss == pytest.approx(found.uniform, abs=0.15)
    assert found.shape == (4, 16, len(request.vocabulary))
    assert "".join(step.given for step in found.steps) == request.rows[0].given
    assert "".join(step.expected for step in found.steps) == request.rows[0].expected
    assert all(step.sampled in request.vocabulary.characters for step in found.steps)
    assert max(step.probability for step in found.steps) < 0.2
    assert found.parameters > 5_000_000


def test_asking_can_be_stopped() -> None:
    with pytest.raises(CancelledError), stopping(lambda: True):
        predict_untrained(_request(1))
