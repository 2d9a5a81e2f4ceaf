"""Where the loss on held-out tunes rises, the page says that the best network is kept."""

from dataclasses import replace
from itertools import count

import pytest

from abcstudio.messages import Phrase
from abcstudio.recipes.train import TrainResult
from abcstudio.ui.training.training_outcome import closing_sentence
from tests.ui.training.small_runs import LONG, RUN_MS, TINY, train

RISEN = "Since step 10 the loss on held-out tunes has risen: the network of step 10 is kept"


@pytest.fixture(autouse=True)
def rising(monkeypatch: pytest.MonkeyPatch) -> None:
    losses = count(20)
    monkeypatch.setattr(
        "abcstudio.learning.training.trainer.evaluate", lambda *_a, **_k: next(losses) / 10
    )


def test_at_the_end(shown, qtbot) -> None:
    train(shown.page, qtbot)
    assert RISEN in shown.page.parts.progress.line.text()


def test_after_stop(shown, qtbot) -> None:
    page = shown.page
    page.parts.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(lambda: page.parts.takes.samples.steps.count() >= 2, timeout=RUN_MS)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
    assert page.parts.progress.line.text().startswith("Stopped.")
    assert RISEN in page.parts.progress.line.text()


def test_patience_is_not_to_be_raised_then(shown, qtbot) -> None:
    results: list[TrainResult] = []
    page = shown.page
    page.session.finished.connect(results.append)
    config = replace(TINY, patience=1)
    page.parts.form.set_config(config)
    train(page, qtbot)
    (result,) = results
    assert result.patience == 1
    good = replace(result, verdict=Phrase("verdict.good"))
    for words in (page.parts.progress.line.text(), closing_sentence(good, config, "a minute")):
        assert "Training ended by itself" in words
        assert "raise Patience" not in words
