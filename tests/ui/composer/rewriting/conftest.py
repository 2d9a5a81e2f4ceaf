"""What the tests of rewriting in the window share."""

import pytest


@pytest.fixture(autouse=True)
def _few_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few takes be sampled side by side: enough for these tests, and sooner."""
    monkeypatch.setattr("abcstudio.composing.rewriting.fillings.FEWEST_TOGETHER", 16)
