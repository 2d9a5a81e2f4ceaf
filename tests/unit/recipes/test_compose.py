from dataclasses import replace
from typing import Any

import pytest

from abcstudio.composing.provenance import read_provenance
from abcstudio.composing.tune_wishes import TuneWishes
from abcstudio.errors import CancelledError, ModelFileError, PromptError
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.torch_streams.sampling_step import SamplingStep
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_model
from abcstudio.recipes.compose import ComposeRequest, compose
from abcstudio.recipes.models import available_models
from abcstudio.stopping import stopping
from tests.unit.recipes.untrained_model import untrained_model

CHARACTERS = "X:1\nTMLKabcdefgABCDEFG|[]/2348 "


@pytest.fixture
def model(tmp_path):
    return untrained_model(tmp_path, CHARACTERS)


def gathered(request):
    reports: list[Any] = []
    result = compose(request, reports.append)
    texts = dict.fromkeys(range(request.takes), "")
    for report in reports:
        texts[report.take] += report.text
    return result, texts, reports


@pytest.mark.parametrize("together", [True, False])
def test_the_reported_characters_are_the_takes(model, together):
    request = ComposeRequest(
        model=model,
        prompt="X:1\nT:",
        sampling=SamplingConfig(max_chars=300, rng_seed=5),
        takes=3,
        together=together,
    )
    result, texts, _ = gathered(request)
    assert [take.raw for take in result.takes] == list(texts.values())
    assert all(take.raw.startswith("X:1\nT:") for take in result.takes)
    assert len(set(texts.values())) == 3
    assert result.characters == sum(len(text) - 6 for text in texts.values())


def test_a_take_is_made_again_from_its_own_lines(model):
    result, _, _ = gathered(
        ComposeRequest(model=model, prompt="X:1\n", sampling=SamplingConfig(max_chars=200), takes=3)
    )
    origin = read_provenance(result.takes[2].text)
    assert origin.sampling.rng_seed == result.rng_seed
    assert remade(model, origin) == result.takes[2].text


def remade(model, origin):
    """Return the text of a take that is composed again from what its lines say."""
    request = ComposeRequest(
        model=model, prompt=origin.prompt, sampling=origin.sampling, takes=origin.takes
    )
    return gathered(request)[0].takes[origin.take].text


def test_a_completed_header_holds_what_was_chosen_and_is_made_again_by_its_prompt(tmp_path):
    path = untrained_model(tmp_path, "X:1\nTRMLKabcdefgABCDEFG|[]/2348 ij")
    request = ComposeRequest(
        model=path,
        prompt="X:1\nT:\nK:D\n",
        sampling=SamplingConfig(max_chars=200, rng_seed=2**31 - 1),
        takes=3,
        complete_header=True,
    )
    result, texts, _ = gathered(request)
    assert [take.raw for take in result.takes] == list(texts.values())
    # A network that has learned nothing writes no header: the usual one is given.
    assert all("\nM:4/4\nL:1/8\nK:D\n" in take.raw for take in result.takes)
    assert gathered(request)[1] == texts
    origin = read_provenance(result.takes[2].text)
    assert (origin.take, origin.takes) == (2, 3)
    assert remade(path, origin) == result.takes[2].text


CHOSEN = "X:1\nT:\nM:6/8\nK:D\n"


@pytest.mark.parametrize("guard", [False, True])
def test_takes_with_headers_of_their_own_are_made_again_to_the_byte(guard):
    room = 300 if guard else 100
    sampling = SamplingConfig(max_chars=room, rng_seed=3, guard=guard)
    request = ComposeRequest(
        model=bundled_model(), prompt=CHOSEN, sampling=sampling, takes=3, complete_header=True
    )
    result, texts, _ = gathered(request)
    assert [take.raw for take in result.takes] == list(texts.values())
    origins = [read_provenance(take.text) for take in result.takes]
    assert len({len(origin.prompt) for origin in origins}) > 1
    assert [(origin.take, origin.takes) for origin in origins] == [(one, 3) for one in range(3)]
    for take, origin in zip(result.takes, origins, strict=True):
        assert take.raw.startswith(origin.prompt)
    assert remade(request.model, origins[2]) == result.takes[2].text


def test_takes_with_headers_of_their_own_are_sampled_side_by_side(monkeypatch):
    steps = []
    advance = SamplingStep.__call__
    monkeypatch.setattr(SamplingStep, "__call__", lambda step: (steps.append(1), advance(step)))
    request = ComposeRequest(
        model=bundled_model(),
        prompt=CHOSEN,
        sampling=SamplingConfig(max_chars=60, rng_seed=3, stop_at_tune_end=False),
        takes=8,
        complete_header=True,
    )
    result, _, _ = gathered(request)
    longest = max(len(take.provenance.prompt) for take in result.takes)
    assert len({take.provenance.prompt for take in result.takes}) == 8
    assert len(steps) <= 60 + longest


def test_takes_that_would_round_otherwise_are_sampled_one_by_one(monkeypatch):
    monkeypatch.setattr(Sampler, "can_mix", lambda _sampler, _streams: False)
    request = ComposeRequest(
        model=bundled_model(),
        prompt=CHOSEN,
        sampling=SamplingConfig(max_chars=80, rng_seed=2**31 - 1),
        takes=3,
        complete_header=True,
    )
    result, _, _ = gathered(request)
    origins = [read_provenance(take.text) for take in result.takes]
    assert [(origin.take, origin.takes) for origin in origins] == [(0, 1)] * 3
    assert [origin.sampling.rng_seed for origin in origins] == [2**31 - 1, 0, 1]
    for take, origin in zip(result.takes, origins, strict=True):
        assert remade(request.model, origin) == take.text


def test_takes_of_one_prompt_that_are_sampled_one_by_one_are_made_again_by_themselves(model):
    request = ComposeRequest(
        model=model, sampling=SamplingConfig(max_chars=60, rng_seed=4), takes=2, together=False
    )
    take = gathered(request)[0].takes[1]
    assert remade(model, read_provenance(take.text)) == take.text


def test_composing_can_be_stopped_while_headers_are_completed():
    asked = []

    def stop():
        asked.append(1)
        return len(asked) > 5

    request = ComposeRequest(
        model=bundled_model(), prompt=CHOSEN, takes=4, complete_header=True, keep_stopped=True
    )
    with pytest.raises(CancelledError), stopping(stop):
        compose(request, lambda _report: None)
    assert len(asked) == 6


def test_a_header_stays_as_it_is_where_the_model_cannot_spell_the_usual_one(tmp_path):
    request = ComposeRequest(
        model=untrained_model(tmp_path, "X:1\nTRMLKabcdefgABCDEFG|/"),
        prompt="X:1\nK:D\n",
        sampling=SamplingConfig(max_chars=20, rng_seed=1),
        complete_header=True,
    )
    result, _, _ = gathered(request)
    assert result.takes[0].provenance.prompt == "X:1\nK:D\n"


def test_a_prompt_stays_as_it_is_where_nobody_asks_for_more(model):
    result, _, _ = gathered(
        ComposeRequest(model=model, prompt="X:1\nT:\nK:D\n", sampling=SamplingConfig(max_chars=20))
    )
    assert result.takes[0].provenance.prompt == "X:1\nT:\nK:D\n"


def test_reports_come_in_chunks(model):
    result, _, reports = gathered(
        ComposeRequest(
            model=model, sampling=SamplingConfig(max_chars=3000, rng_seed=1, stop_at_tune_end=False)
        )
    )
    assert result.characters == 3000
    assert len(reports) <= 20 * result.seconds + 3


@pytest.mark.parametrize("prompt", ["", "X", "X:1\nT:A\nM:4/4\nL:1/8\nK:D\nDEFG ABcd|"])
def test_a_prompt_of_any_length_works(model, prompt):
    result, _, _ = gathered(
        ComposeRequest(model=model, prompt=prompt, sampling=SamplingConfig(max_chars=50))
    )
    assert result.takes[0].raw.startswith(prompt)


def test_unknown_characters_are_named_or_dropped(model):
    request = ComposeRequest(
        model=model, prompt="X:1\nT:Ünique\n", sampling=SamplingConfig(max_chars=20)
    )
    with pytest.raises(PromptError) as caught:
        compose(request, lambda report: None)
    assert caught.value.parameters["characters"] == "i n q u Ü"
    dropped = replace(request, drop_unknown=True)
    result, _, _ = gathered(dropped)
    assert result.takes[0].raw.startswith("X:1\nT:e\n")


def test_sampling_can_be_stopped(model):
    reports: list[Any] = []
    # A take that ends by itself, with its very first character, has nothing to stop.
    request = ComposeRequest(
        model=model, sampling=SamplingConfig(max_chars=10**6, stop_at_tune_end=False)
    )
    with pytest.raises(CancelledError), stopping(lambda: bool(reports)):
        compose(request, reports.append)


def test_a_model_that_is_none_is_refused(tmp_path):
    (tmp_path / "bad.safetensors").write_bytes(b"nothing")
    with pytest.raises(ModelFileError):
        compose(ComposeRequest(model=tmp_path / "bad.safetensors"), lambda report: None)


def test_models_are_listed_from_their_headers(model, tmp_path):
    listed = available_models(model, tmp_path / "runs", tmp_path / "models")
    assert [(info.name, info.step, info.val_loss, info.bundled) for info in listed] == [
        ("Small", 7, 3.0, True)
    ]
    assert listed[0].vocabulary == Vocabulary.of(CHARACTERS)
    assert available_models(tmp_path / "none", tmp_path / "runs", tmp_path / "models") == ()


def test_a_guarded_network_that_has_learned_nothing_writes_whole_tunes(model):
    request = ComposeRequest(
        model=model,
        prompt="X:1\nM:2/4\nL:1/8\nK:A\n",
        sampling=SamplingConfig(guard=True, max_chars=60),
        takes=2,
    )
    result, texts, _ = gathered(request)
    assert [take.raw for take in result.takes] == list(texts.values())
    for take in result.takes:
        assert [(one.code, take.raw) for one in parse(take.raw).diagnostics] == []
        assert result.guard_reports[take.number - 1].touched
        origin = read_provenance(take.text)
        assert origin is not None
        assert (origin.sampling, origin.unknown) == (request.sampling, frozenset())


def test_a_seed_that_no_whole_tune_goes_on_from_is_refused(model):
    sampling = SamplingConfig(guard=True)
    with pytest.raises(PromptError) as caught:
        gathered(ComposeRequest(model=model, prompt="X:1\nK:A\n", sampling=sampling))
    assert caught.value.message_id == "prompt.outside_guard"


@pytest.mark.parametrize(
    ("prompt", "max_chars", "why"),
    [
        ("X:1\nK:A\n", 20, "no tune with whole measures goes on from “X:1\nK”"),
        ("X:1\n", 10, "no whole tune fits into 10 characters"),
    ],
)
def test_full_measures_are_left_out_with_a_sentence_where_they_cannot_be(
    model, prompt, max_chars, why
):
    sampling = SamplingConfig(guard=True, max_chars=max_chars, rng_seed=3)
    request = ComposeRequest(model=model, prompt=prompt, sampling=sampling, guard_if_possible=True)
    result, texts, _ = gathered(request)
    assert why in str(result.unguarded)
    assert not result.takes[0].provenance.sampling.guard
    free = ComposeRequest(model=model, prompt=prompt, sampling=replace(sampling, guard=False))
    assert gathered(free)[1] == texts


def test_full_measures_are_left_out_where_the_model_cannot_write_bar_lines(tmp_path):
    model = untrained_model(tmp_path, CHARACTERS.replace("|", ""))
    sampling = SamplingConfig(guard=True, max_chars=60)
    prompt = "X:1\nM:2/4\nL:1/8\nK:A\n"
    request = ComposeRequest(model=model, prompt=prompt, sampling=sampling, guard_if_possible=True)
    assert "this model does not know all signs" in str(gathered(request)[0].unguarded)


def test_a_wish_that_cannot_be_is_refused_though_full_measures_may_be_left_out(model):
    request = ComposeRequest(
        model=model,
        prompt="X:1\nK:A\n",
        sampling=SamplingConfig(guard=True),
        wishes=TuneWishes(ends_on_tonic=True),
        guard_if_possible=True,
    )
    with pytest.raises(PromptError):
        gathered(request)
