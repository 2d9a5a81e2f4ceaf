"""Any take of the history is made again to the byte, by what the history keeps of it."""

from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from abcstudio.composing.history.take_history import listed_takes
from abcstudio.composing.jury.jury import Jury
from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.composing.rhythm_of import rhythm_of
from abcstudio.composing.takes import make_take
from abcstudio.composing.tune_wishes import NO_WISHES, TuneWishes
from abcstudio.errors import TakeError
from abcstudio.learning.sampling.sampling_config import EDITION, SamplingConfig
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_jury, bundled_model, bundled_runs
from abcstudio.recipes.compose import CharactersSampled, ComposeRequest, compose
from abcstudio.recipes.models import ModelInfo, available_models
from abcstudio.recipes.takes.again import made_again, request_of
from abcstudio.stopping import stopping
from tests.unit.recipes.takes.kept_takes import composed, keep

WISHES = TuneWishes(form="AB", measures=2, range="fiddle", key="D", ends_on_tonic=True)
RHYTHM = rhythm_of("X:1\nM:4/4\nL:1/8\nK:D\n|:D2E2 FGAB|A4 d4:|\n")
OPEN = "X:1\nT:\nM:6/8\nK:D\n"
KINDS: dict[str, dict[str, Any]] = {
    "plain": {},
    "on past the tune's end": {"stop_at_tune_end": False},
    "guarded": {"guard": True},
    "guarded, sharing no attempts": {"guard": True, "share_attempts": False},
    "guarded, beginning anew": {"guard": True, "temperature": 1.3},
    "wished": {"wishes": WISHES},
    "in a given rhythm": {"wishes": TuneWishes(rhythm_of=RHYTHM)},
    "nothing from a known tune": {"wishes": TuneWishes(new=True)},
    "best of three": {"best": 3},
    "best of two, guarded": {"best": 2, "guard": True},
    "best of two, wished": {"best": 2, "wishes": WISHES},
    "header completed": {"prompt": OPEN, "complete_header": True},
    "header completed, beginning anew": {
        "prompt": OPEN,
        "complete_header": True,
        "guard": True,
        "temperature": 1.3,
    },
}


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> tuple[ModelInfo, ...]:
    nothing = tmp_path_factory.mktemp("none")
    return available_models(bundled_model(), nothing, nothing)


def asked(**kind: Any) -> ComposeRequest:
    own = {name: kind.pop(name) for name in ("prompt", "complete_header") if name in kind}
    wishes = kind.pop("wishes", NO_WISHES)
    # To end within few characters, the guard looks ten times as long as it takes to compose.
    room = 300 if kind.get("guard") or wishes != NO_WISHES else 120
    return ComposeRequest(
        model=bundled_model(),
        prompt=own.pop("prompt", "X:1\nT:Kept\nR:reel\nM:4/4\nL:1/8\nK:D\n"),
        sampling=SamplingConfig(**({"max_chars": room, "rng_seed": 7} | kind)),
        wishes=wishes,
        known_runs=bundled_runs(),
        takes=2,
        jury=bundled_jury(),
        **own,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_take_is_made_again_to_the_byte_after_a_restart(
    kind: str, models: tuple[ModelInfo, ...], tmp_path: Path
) -> None:
    request = asked(**KINDS[kind])
    for one in composed(request):
        keep(tmp_path, request, one.take.text, one.take.number)
    takes = listed_takes(tmp_path).takes
    assert [take.number for take in takes] == [2, 1]
    again = request_of(takes[0], models, known_runs=bundled_runs(), jury=bundled_jury())
    assert made_again(takes[0], again) == takes[0].text


def test_a_take_that_version_0_2_chose_by_lot_is_made_again_though_it_is_not_the_best(
    models: tuple[ModelInfo, ...], tmp_path: Path
) -> None:
    """Its lines are those of the best of three, with the marks of the worst."""
    request = replace(asked(max_chars=150), takes=1)
    three = compose(replace(request, takes=3), lambda _sampled: None).takes
    jury = Jury.load(bundled_jury())
    marks = {take: JuryMarks.of(jury.judge(parse(take.raw))) for take in three}
    worst = min(three, key=lambda take: marks[take].score)
    best_of = replace(request, sampling=replace(request.sampling, best=3))
    origin = composed(best_of)[0].take.provenance
    assert origin.marks != marks[worst]
    lines = replace(origin, marks=marks[worst])
    keep(tmp_path, best_of, make_take(1, worst.raw, lines).text, 1)
    (kept,) = listed_takes(tmp_path).takes
    again = request_of(kept, models, known_runs=bundled_runs(), jury=bundled_jury())
    assert made_again(kept, again) == kept.text


def test_a_take_that_was_stopped_is_made_again_as_far_as_it_was(
    models: tuple[ModelInfo, ...], tmp_path: Path
) -> None:
    # So long that what arrives at once, on any machine, is a part of it only.
    room = 4000
    request = replace(asked(max_chars=room, stop_at_tune_end=False), keep_stopped=True)
    seen = 0

    def count(report: Any) -> None:
        nonlocal seen
        seen += len(report.text)

    prompts = 2 * len(request.prompt)
    with stopping(lambda: seen > prompts + 60):
        result = compose(request, count)
    take = result.takes[1]
    cut = len(take.raw) - len(request.prompt)
    assert 0 < cut < room
    keep(tmp_path, request, take.text, 2, cut=cut)
    (kept,) = listed_takes(tmp_path).takes
    again = request_of(kept, models, known_runs=bundled_runs(), jury=bundled_jury())
    assert made_again(kept, again) == kept.text


def test_a_take_that_was_stopped_keeps_what_was_shown_though_it_would_have_begun_anew(
    models: tuple[ModelInfo, ...], tmp_path: Path
) -> None:
    """A hot network leaves its measures often: what it has shown is taken back, and comes anew."""
    request = replace(asked(guard=True, temperature=1.4, max_chars=400), takes=8, keep_stopped=True)
    arrived, texts = Counter[int](), defaultdict[int, str](str)
    back: list[int] = []

    def note(sampled: CharactersSampled) -> None:
        arrived[sampled.take] += len(sampled.text)
        texts[sampled.take] = sampled.after(texts[sampled.take])
        back.extend([sampled.take] * (sampled.taken_back > 0))

    with stopping(lambda: len(back) > 1):
        result = compose(request, note)
    assert back
    assert [take.raw for take in result.takes] == [texts[place] for place in range(8)]
    place = back[0]
    keep(
        tmp_path, request, result.takes[place].text, 1,
        cut=arrived[place] - len(request.prompt),
    )  # fmt: skip
    (kept,) = listed_takes(tmp_path).takes
    again = request_of(kept, models, known_runs=bundled_runs(), jury=bundled_jury())
    assert made_again(kept, again) == kept.text


def test_takes_are_told_as_they_come_to_their_end_and_not_all_at_last() -> None:
    asked_for = replace(asked(max_chars=1000), takes=8)
    seen: list[str] = []
    compose(
        asked_for,
        lambda sampled: seen.append(f"characters of {sampled.take + 1}"),
        report_take=lambda finished: seen.append(f"end of {finished.take.number}"),
    )
    ends = [place for place, what in enumerate(seen) if what.startswith("end")]
    assert len(ends) == 8
    assert any("characters" in what for what in seen[ends[0] :])
    for number in range(1, 9):
        after = seen[seen.index(f"end of {number}") :]
        assert f"characters of {number}" not in after


def test_what_cannot_be_made_again_is_said(models: tuple[ModelInfo, ...], tmp_path: Path) -> None:
    request = asked()
    text = composed(request)[0].take.text
    keep(tmp_path, request, text, 1)
    keep(tmp_path, request, "X:1\nK:C\nC|\n", 2)
    without_origin, take = listed_takes(tmp_path).takes
    known = {"known_runs": bundled_runs(), "jury": bundled_jury()}
    with pytest.raises(TakeError) as no_model:
        request_of(replace(take, model="/gone"), (), **known)
    assert no_model.value.message_id == "take.no_model"
    with pytest.raises(TakeError) as no_origin:
        request_of(without_origin, models, **known)
    assert no_origin.value.message_id == "take.no_origin"


@pytest.mark.parametrize("is_guarded", [True, False])
def test_a_guarded_take_of_an_older_version_is_text_only(
    tmp_path: Path, models: tuple[ModelInfo, ...], is_guarded: bool
) -> None:
    request = ComposeRequest(
        model=bundled_model(),
        prompt=OPEN.replace("T:\n", "T:Old\n"),
        sampling=SamplingConfig(max_chars=60, rng_seed=2, guard=is_guarded),
    )
    (finished,) = composed(request)
    keep(tmp_path, request, finished.take.text, 1)
    (take,) = listed_takes(tmp_path).takes
    files = {"known_runs": bundled_runs(), "jury": bundled_jury()}
    assert request_of(take, models, **files).sampling.edition == EDITION
    older = replace(take, text=take.text.replace(f" edition {EDITION}", " clock 4"))
    if is_guarded:
        with pytest.raises(TakeError) as caught:
            request_of(older, models, **files)
        assert caught.value.message_id == "take.older_edition"
    else:
        assert request_of(older, models, **files).prompt == request.prompt
