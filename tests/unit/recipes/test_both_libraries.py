"""Composing and rewriting give the same by either library; NumPy's never asks for torch."""

import shutil
from pathlib import Path

import pytest

from abcstudio.composing.guard.usual_sampling import USUAL_SAMPLING
from abcstudio.composing.tune_wishes import TuneWishes
from abcstudio.learning.sampling.networks import LIBRARY
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.torch_streams import products
from abcstudio.paths import bundled_model
from abcstudio.recipes.compose import ComposeRequest, compose
from abcstudio.recipes.rewrite import RewriteRequest, rewrite

TUNE = "X:1\nT:One\nM:2/4\nL:1/8\nK:D\nd2 A2|FA de|fd ec|d2 d2|]\n"


@pytest.fixture
def model(tmp_path):
    """The model in the box, at a place where no test before has opened it, with weights rounded."""
    return Path(shutil.copy(bundled_model(), tmp_path))


@pytest.fixture
def by_both(monkeypatch):
    """Return what some work returns by each library, none of which rounds weights."""
    monkeypatch.setattr(products, "has_fast_bfloat16", lambda _device: False)

    def done(work):
        found = []
        for library in ("torch", "numpy"):
            monkeypatch.setenv(LIBRARY, library)
            found.append(work())
        return found

    return done


def composed(**options):
    request = ComposeRequest(**options)
    return [take.text for take in compose(request, lambda _sampled: None).takes]


def test_guarded_takes_are_the_same(by_both, model):
    """With a header completed for each take, whose prompts are of several lengths then."""
    first, second = by_both(
        lambda: composed(
            model=model,
            prompt="X:1\nM:2/4\nL:1/8\nK:G\n",
            sampling=USUAL_SAMPLING,
            wishes=TuneWishes(measures=8),
            complete_header=True,
            takes=2,
        )
    )
    assert first == second
    assert len(set(first)) == 2


def test_rewritten_measures_are_the_same(by_both, model):
    request = RewriteRequest(
        model=model, text=TUNE, first=2, last=2, takes=2,
        sampling=SamplingConfig(rng_seed=3),
    )  # fmt: skip
    first, second = by_both(lambda: [take.text for take in rewrite(request)])
    assert first == second
    assert len(first) == 2
