"""Sampling and composing on a card: the processor's texts, and what each character waits for."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from abcstudio.composing.tune_wishes import TuneWishes
from abcstudio.errors import DeviceError
from abcstudio.learning.checkpoint import LoadedModel, load_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.devices import choose_device
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.sampling import networks, placing
from abcstudio.learning.sampling.placing import SamplingSpeeds, enable_gpu_sampling, measure
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.torch_streams.sampling_step import SamplingStep
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.learning.weights import NetworkWeights
from abcstudio.paths import bundled_model
from abcstudio.recipes.compose import ComposeRequest, compose
from abcstudio.recipes.mixing.opened_models import open_models
from abcstudio.recipes.rewrite import RewriteRequest, rewrite
from tests.unit.learning.sampling.both_libraries import weights_of

VOCABULARY = Vocabulary.of("XTMKabcdefgABCDEFG:|[]/0123456789 \n")
HEADS = {"pointer_heads": 2, "pointer_width": 8, "pointer_reach": 32}
NETWORKS: list[dict[str, Any]] = [
    {}, {"num_layers": 2}, {"cell": "gru"}, {"cell": "rnn"}, {"tied_weights": "on"}, HEADS,
]  # fmt: skip
CHARS = 96
TUNE = "X:1\nT:Mine\nM:4/4\nL:1/8\nK:D\n|:d2fd A2FA|d2fd edBA|d2fd A2FA|BdAF E2D2:|\n"


def network(values: dict[str, Any]) -> CharLSTM:
    # Of usual weights: with large ones, roundings of the processor's own products would matter.
    seed_everything(3)
    return CharLSTM(
        len(VOCABULARY.characters), TrainingConfig(embedding_dim=8, hidden_size=24, **values)
    ).eval()


def texts(
    model: CharLSTM | NetworkWeights, config: SamplingConfig, prompts: list[str], **options: Any
) -> list[str]:
    found = [""] * len(prompts)
    for take, character in Sampler(model, VOCABULARY).sample_each(prompts, config, **options):
        found[take] += character
    return found


@pytest.mark.parametrize("values", NETWORKS)
@pytest.mark.parametrize("streams", [1, 32])
@pytest.mark.parametrize("temperature", [0.0, 0.8])
def test_the_texts_are_the_processors(
    values: dict[str, Any], streams: int, temperature: float
) -> None:
    config = SamplingConfig(
        max_chars=CHARS, temperature=temperature, stop_at_tune_end=False, repetition_guard=False
    )
    prompts = ["X:1\nT:"] * streams
    # As NumPy samples there: torch rounds weights to 16 bits on some processors, a card does not.
    on_processor = texts(weights_of(network(values)), config, prompts)
    assert texts(network(values).to("cuda"), config, prompts) == on_processor


@pytest.mark.parametrize("streams", [1, 32])
def test_the_card_is_waited_for_once_in_32_characters(card: Any, streams: int) -> None:
    waits = []
    for chars in (32, CHARS):
        config = SamplingConfig(max_chars=chars, stop_at_tune_end=False, repetition_guard=False)
        # Another sampler: one that has read a prompt does not read it again.
        model = network(HEADS).to("cuda")
        card.reset()
        texts(model, config, ["X:1\n"] * streams)
        counts = card.counts()
        waits.append(counts["reads"] + counts["down"])
    assert waits[1] - waits[0] == (CHARS - 32) // 32


def test_what_must_not_follow_is_forbidden_there_too() -> None:
    config = SamplingConfig(max_chars=CHARS, stop_at_tune_end=False)

    def forbid(_take: int, text: str) -> str:
        return "ABCDEFG" if len(text) % 2 else ""

    on_processor = texts(network(HEADS), config, ["X:1\n"] * 4, forbid=forbid)
    found = texts(network(HEADS).to("cuda"), config, ["X:1\n"] * 4, forbid=forbid)
    assert found == on_processor
    assert any(set(text) & set("ABCDEFG") for text in found)


@pytest.fixture
def on_card(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Open models on the card where they are opened for composing."""

    def opened(path: Path) -> LoadedModel:
        loaded = load_model(path)
        loaded.model.to("cuda")
        return loaded

    return lambda: monkeypatch.setattr(networks, "open_to_sample", opened)


def composed(request: ComposeRequest) -> list[str]:
    return [take.raw for take in compose(request, lambda _sampled: None).takes]


def test_the_guard_composes_what_it_does_on_the_processor(on_card: Any) -> None:
    request = ComposeRequest(
        model=bundled_model(),
        prompt="X:1\nT:Test\nR:reel\nM:4/4\nL:1/8\nK:D\n",
        sampling=SamplingConfig(max_chars=250, rng_seed=3),
        wishes=TuneWishes(form="AABB"),
        takes=2,
    )
    whole = composed(request)
    on_card()
    assert composed(request) == whole


def test_measures_are_composed_anew_as_on_the_processor(on_card: Any) -> None:
    request = RewriteRequest(
        model=bundled_model(), text=TUNE, tune="1", first=2, last=2, takes=2,
        sampling=SamplingConfig(rng_seed=2),
    )  # fmt: skip
    whole = [one.text for one in rewrite(request)]
    on_card()
    assert [one.text for one in rewrite(request)] == whole
    assert whole


def test_the_card_holds_no_more_after_a_take(card: Any) -> None:
    config = SamplingConfig(max_chars=40, stop_at_tune_end=False)
    model = network(HEADS).to("cuda")
    texts(model, config, ["X:1\n"])
    before = card.counts()["bytes"]
    texts(model, config, ["X:1\n"] * 8)
    assert card.counts()["bytes"] <= before


def test_a_network_that_was_measured_quicker_there_composes_on_the_card(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = measure(load_model(bundled_model()).model, choose_device("cuda"))
    assert min(real.processor, real.card) > 0
    for speeds, name in ((SamplingSpeeds(1.0, 2.0), "cuda"), (SamplingSpeeds(2.0, 1.0), None)):
        monkeypatch.setattr(placing, "measure", lambda *_which, found=speeds: found)
        enable_gpu_sampling(tmp_path / str(name))
        opened = open_models(bundled_model())
        assert (opened.card and opened.card.name) == name
        config = SamplingConfig(max_chars=20, rng_seed=7)
        assert len("".join(opened.sampler.sample("X:1\nT:", config))) == 20


def test_a_card_that_fails_while_it_composes_ends_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "measure", lambda *_which: SamplingSpeeds(1.0, 2.0))
    enable_gpu_sampling(tmp_path / "speeds")
    # A copy: the bundled one may still be lent as another test opened it.
    model = shutil.copy(bundled_model(), tmp_path)
    request = ComposeRequest(
        model=Path(model), prompt="X:1\nT:", sampling=SamplingConfig(max_chars=40)
    )

    def broken(_step: SamplingStep) -> None:
        raise RuntimeError("CUDA error: unspecified launch failure\nFor debugging")

    with monkeypatch.context() as failing:
        failing.setattr(SamplingStep, "__call__", broken)
        with pytest.raises(DeviceError) as caught:
            composed(request)
    assert caught.value.message_id == "device.failed"
    # The model is opened again, not lent from before the failure.
    assert composed(request)

    rewriting = RewriteRequest(
        model=Path(model), text=TUNE, tune="1", first=2, last=2,
        sampling=SamplingConfig(rng_seed=2),
    )  # fmt: skip
    with monkeypatch.context() as failing:
        failing.setattr(SamplingStep, "__call__", broken)
        failing.setattr(CharLSTM, "forward", broken)
        with pytest.raises(DeviceError):
            rewrite(rewriting)
