"""Wishes in a request: takes are made again, and a network without any learning keeps them."""

from functools import cache
from pathlib import Path

import pytest

from abcstudio.composing.provenance import read_provenance, without_provenance
from abcstudio.composing.tune_wishes import TuneWishes
from abcstudio.errors import CancelledError, PromptError
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.paths import bundled_runs
from abcstudio.recipes.compose import ComposeRequest, ComposeResult, compose
from abcstudio.stopping import stopping
from tests.unit.composing.kept_wishes import broken_wishes
from tests.unit.recipes.untrained_model import untrained_model

SIGNS = "X:1\nTRMLKabcdefgABCDEFG|[]/2346789 ij',"
WISHES = TuneWishes(
    form="AAB",
    measures=2,
    range="fiddle",
    meter="6/8",
    key="G",
    rhythm="jig",
    accidentals=False,
    ends_on_tonic=True,
    new=True,
)


@cache
def composed(request: ComposeRequest) -> ComposeResult:
    """Compose, once for all that ask for the same."""
    return compose(request, lambda _report: None)


def test_a_network_that_has_learned_nothing_keeps_them_and_its_takes_are_made_again(
    tmp_path: Path,
) -> None:
    sampling = SamplingConfig(max_chars=90, rng_seed=3)
    request = ComposeRequest(
        model=untrained_model(tmp_path, SIGNS),
        sampling=sampling,
        wishes=WISHES,
        known_runs=bundled_runs(),
        takes=2,
    )
    for take in composed(request).takes:
        tune = without_provenance(take.text)
        assert (broken_wishes(tune, WISHES), tune) == ([], tune)
        origin = read_provenance(take.text)
        assert origin is not None
        assert (origin.wishes, origin.sampling.guard) == (WISHES, True)
        again = ComposeRequest(
            model=request.model,
            prompt=origin.prompt,
            sampling=origin.sampling,
            wishes=origin.wishes,
            known_runs=bundled_runs(),
            takes=origin.takes,
        )
        assert composed(again).takes[origin.take].text == take.text


def test_lines_that_are_there_stand_and_the_others_are_added(tmp_path: Path) -> None:
    request = ComposeRequest(
        model=untrained_model(tmp_path, SIGNS),
        prompt="X:1\nT:Abc\nM:2/4\nK:G\n",
        sampling=SamplingConfig(max_chars=60),
        wishes=TuneWishes(rhythm="jig", key="G"),
    )
    (take,) = composed(request).takes
    assert take.raw.startswith("X:1\nT:Abc\nR:jig\nM:2/4\n")
    assert "\nK:G\n" in take.raw


@pytest.mark.parametrize(
    ("without", "wishes", "message_id"),
    [
        ("g", TuneWishes(rhythm="jig"), "wish.unknown_characters"),
        ("cdefgab", TuneWishes(range="c-b"), "wish.outside_model"),
    ],
)
def test_a_model_without_the_signs_for_a_wish_says_so(
    tmp_path: Path, without: str, wishes: TuneWishes, message_id: str
) -> None:
    signs = "".join(one for one in SIGNS if one not in without)
    request = ComposeRequest(
        model=untrained_model(tmp_path, signs), prompt="X:1\nM:2/4\nL:1/8\nK:G\n", wishes=wishes
    )
    with pytest.raises(PromptError) as caught:
        composed(request)
    assert caught.value.message_id == message_id


@pytest.mark.parametrize("asked_before", [0, 3])
def test_the_search_for_an_end_of_a_long_form_is_left_when_asked(
    tmp_path: Path, asked_before: int
) -> None:
    wishes = TuneWishes(form="AABBCC", range="flute", accidentals=False, ends_on_tonic=True)
    request = ComposeRequest(
        model=untrained_model(tmp_path, SIGNS), prompt="X:1\nM:4/4\nL:1/8\nK:D\n", wishes=wishes
    )
    asked, begun = list[int](), list[bool]()

    def should_stop() -> bool:
        asked.append(1)
        return len(asked) > asked_before

    with pytest.raises(CancelledError), stopping(should_stop):
        compose(request, lambda _report: None, lambda: begun.append(True))
    assert (len(asked), begun) == (asked_before + 1, [])
