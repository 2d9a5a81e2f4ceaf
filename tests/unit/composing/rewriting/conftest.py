import pytest


@pytest.fixture(autouse=True)
def _few_together(monkeypatch):
    monkeypatch.setattr("abcstudio.composing.rewriting.fillings.FEWEST_TOGETHER", 8)
    monkeypatch.setattr("abcstudio.composing.rewriting.fillings.MOST_TOGETHER", 40)
