"""Models stay open from one piece of work to the next, lent to one at a time."""

import shutil
from pathlib import Path

import pytest

from abcstudio.errors import CancelledError, ModelFileError
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.paths import bundled_model
from abcstudio.recipes.compose import ComposeRequest, compose
from abcstudio.recipes.mixing import lent_models as shelf
from abcstudio.recipes.mixing.lent_models import lent_models
from abcstudio.recipes.mixing.opened_models import Mix, OpenedModels
from abcstudio.stopping import stopping
from tests.unit.recipes.mixing.mixed_models import plain

PROMPT = "X:1\nT:The Mill\nM:4/4\nL:1/8\nK:D\n"


def opened(path: Path, mix: Mix | None = None) -> OpenedModels:
    with lent_models(path, mix) as found:
        return found


def test_the_model_that_was_lent_last_is_at_hand(tmp_path: Path) -> None:
    first = opened(bundled_model())
    assert opened(bundled_model()) is first
    mix = Mix(plain(tmp_path), 0.25)
    mixed = opened(bundled_model(), mix)
    assert opened(bundled_model(), mix) is mixed
    assert opened(bundled_model(), Mix(mix.model, 0.5)) is not mixed
    assert opened(bundled_model()) is not first


def test_no_model_is_lent_to_two_at_once() -> None:
    with lent_models(bundled_model()) as one, lent_models(bundled_model()) as other:
        assert one is not other


def test_a_model_is_opened_anew_where_its_file_is_another_one(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    shutil.copy(bundled_model(), path)
    before = opened(path)
    shutil.copy(plain(tmp_path), path)
    assert opened(path).fingerprint != before.fingerprint
    path.unlink()
    with pytest.raises(ModelFileError):
        opened(path)


def test_a_large_model_does_not_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MOST_BYTES", 1000)
    assert opened(bundled_model()) is not opened(bundled_model())


def test_after_a_mistake_a_model_is_opened_anew() -> None:
    def fail(_sampled: object) -> None:
        raise RuntimeError

    before = opened(bundled_model())
    with pytest.raises(RuntimeError):
        compose(ComposeRequest(model=bundled_model()), fail)
    assert opened(bundled_model()) is not before


@pytest.mark.parametrize("guard", [False, True])
def test_takes_are_the_same_with_a_model_that_was_stopped_in_the_middle(
    tmp_path: Path, guard: bool
) -> None:
    def takes_of(model: Path, stop_at: int = 0) -> list[str]:
        asked = iter(range(1, stop_at))
        request = ComposeRequest(
            model=model,
            prompt=PROMPT,
            sampling=SamplingConfig(max_chars=300 if guard else 60, guard=guard, rng_seed=5),
            takes=3,
        )

        def should_stop() -> bool:
            return stop_at > 0 and next(asked, None) is None

        with stopping(should_stop):
            return [take.text for take in compose(request, lambda _: None).takes]

    other = tmp_path / "same.safetensors"
    shutil.copy(bundled_model(), other)
    expected = takes_of(other)
    lent = opened(bundled_model())
    with pytest.raises(CancelledError):
        takes_of(bundled_model(), stop_at=70)
    assert takes_of(bundled_model()) == expected
    assert opened(bundled_model()) is lent
