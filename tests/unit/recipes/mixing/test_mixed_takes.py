"""Takes of two models: made again to the byte, and one model's own at either end of the share."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from abcstudio.composing.history.take_history import listed_takes
from abcstudio.composing.provenance import read_provenance
from abcstudio.composing.tune_wishes import TuneWishes
from abcstudio.errors import ModelFileError, PromptError, TakeError
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_jury, bundled_model, bundled_runs
from abcstudio.recipes.compose import ComposeRequest, compose
from abcstudio.recipes.mixing.opened_models import Mix
from abcstudio.recipes.models import available_models
from abcstudio.recipes.takes.again import made_again, request_of
from tests.thorough import some
from tests.unit.recipes.mixing.mixed_models import folk_like, plain
from tests.unit.recipes.takes.kept_takes import keep

WISHES = TuneWishes(form="AB", measures=2, range="fiddle", key="D", ends_on_tonic=True)
# To end within few characters, the guard looks ten times as long for a way as it takes to compose.
ROOM = 300
KINDS: dict[str, dict[str, Any]] = {
    "plain": {},
    "guarded": {"guard": True, "max_chars": ROOM},
    "wished": {"wishes": WISHES, "max_chars": ROOM},
    "best of two": {"best": 2},
    "header completed": {"prompt": "X:1\nT:\nM:6/8\nK:D\n", "complete_header": True},
    "likeliest": {"top_k": 5, "top_p": 0.9, "temperature": 0.6},
}
# They take the ways that others take too.
AGAIN = ("likeliest",)
Made = Callable[[Path], Path]


def asked(kind: dict[str, Any], **options: Any) -> ComposeRequest:
    names = ("prompt", "complete_header", "wishes")
    own: dict[str, Any] = {name: kind[name] for name in names if name in kind}
    sampling = {name: value for name, value in kind.items() if name not in own}
    return ComposeRequest(
        model=bundled_model(),
        sampling=SamplingConfig(**({"max_chars": 80, "rng_seed": 7} | sampling)),
        known_runs=bundled_runs(),
        takes=2,
        jury=bundled_jury(),
        **{"prompt": "X:1\nT:Mixed\nR:reel\nM:4/4\nL:1/8\nK:D\n", **own, **options},
    )


@cache
def texts(request: ComposeRequest) -> list[str]:
    """Return the texts of takes, composed once for all that ask for the same."""
    return [take.text for take in compose(request, lambda _sampled: None).takes]


@pytest.mark.parametrize(
    ("kind", "other"),
    some(
        [*((kind, folk_like) for kind in KINDS if kind not in AGAIN), ("guarded", plain)],
        [*((kind, folk_like) for kind in AGAIN), ("plain", plain)],
    ),
)
def test_a_take_of_two_models_is_made_again_to_the_byte(
    kind: str, other: Made, tmp_path: Path
) -> None:
    models = tmp_path / "models"
    models.mkdir()
    request = asked(KINDS[kind], mix=Mix(other(models), 0.2))
    first, second = texts(request)
    origin = read_provenance(second)
    assert origin is not None
    assert origin.mixed is not None
    assert origin.mixed.share == 0.2
    keep(tmp_path / "takes", request, second, 2)
    found = available_models(bundled_model(), tmp_path / "runs", models)
    (take,) = listed_takes(tmp_path / "takes").takes
    again = request_of(take, found, known_runs=bundled_runs(), jury=bundled_jury())
    assert again.mix == request.mix
    assert made_again(take, again) == second != first
    if kind == "plain":
        assert texts(replace(request, mix=None))[1] != second


@pytest.mark.parametrize("kind", ["plain", "guarded"])
def test_either_end_of_the_share_is_one_model_alone_to_the_byte(kind: str, tmp_path: Path) -> None:
    other = folk_like(tmp_path)
    request = asked(KINDS[kind])
    assert texts(replace(request, mix=Mix(other, 0.0))) == texts(request)
    alone = texts(replace(request, model=other))
    assert texts(replace(request, mix=Mix(other, 1.0))) == alone != texts(request)
    assert texts(replace(request, mix=Mix(bundled_model(), 0.5))) == texts(request)


def test_guarded_takes_of_two_models_are_right_though_one_has_learned_nothing(
    tmp_path: Path,
) -> None:
    for text in texts(asked(KINDS["guarded"], mix=Mix(plain(tmp_path), 0.5))):
        score = parse(text)
        assert score.voices[0].elements
        assert not [one for one in score.diagnostics if one.code.startswith("measure-")]


def test_only_characters_that_both_know_may_be_asked_for(tmp_path: Path) -> None:
    few = plain(tmp_path, "X:1\nTMLKRabcdefgABCDEFG|[]/2348 ")
    with pytest.raises(PromptError) as caught:
        texts(asked({"prompt": "X:1\nT:Q\n"}, mix=Mix(few, 0.5)))
    assert caught.value.parameters["characters"] == "Q"


def test_models_that_do_not_fit_are_refused_before_anything_is_sampled(tmp_path: Path) -> None:
    begun: list[str] = []
    request = asked({}, mix=Mix(plain(tmp_path, "αβγδ\n"), 0.5))
    with pytest.raises(ModelFileError) as caught:
        compose(request, lambda _sampled: None, lambda: begun.append("begun"))
    assert caught.value.message_id == "model.no_mixture"
    assert not begun


def test_a_take_whose_second_model_is_gone_is_not_made_again(tmp_path: Path) -> None:
    request = asked({}, mix=Mix(plain(tmp_path), 0.2))
    keep(tmp_path / "takes", request, texts(request)[0], 1)
    (take,) = listed_takes(tmp_path / "takes").takes
    found = available_models(bundled_model(), tmp_path / "runs", tmp_path / "none")
    with pytest.raises(TakeError) as caught:
        request_of(take, found, known_runs=bundled_runs(), jury=bundled_jury())
    assert caught.value.parameters["model"] == "Plain"
