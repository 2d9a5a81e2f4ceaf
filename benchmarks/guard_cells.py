"""Guarded takes, cell by cell: a model, a temperature, what is wished. Called by composing.py."""

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quality_figures import ends_properly, percent
from quality_readers import abc2midi_verdicts, own_verdict

from abcstudio.composing.prompt_header import with_header
from abcstudio.composing.takes import Take
from abcstudio.composing.tune_wishes import NO_WISHES, TuneWishes
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_runs
from abcstudio.recipes.compose import ComposeRequest, ComposeResult, compose
from tests.unit.composing.kept_wishes import broken_wishes

_PATTERN = (
    "|:o|ooo ooo|o2o o3|ooo o2o|o3 o2o|ooo ooo|o2o o3|ooo o2o|o3 o2:|\n"
    "|:o|o3 ooo|o>oo o2o|ooo o2o|o3 o2o|o3 ooo|o>oo o2o|ooo o2o|o3 o2:|\n"
)
WISHES = {
    "none": NO_WISHES,
    "jig": TuneWishes(form="AABB", measures=8, range="whistle", meter="6/8", key="D", rhythm="jig"),
    "reel": TuneWishes(
        form="AABBCC",
        measures=8,
        range="fiddle",
        meter="C|",
        key="Ador",
        rhythm="reel",
        accidentals=False,
        ends_on_tonic=True,
    ),
    "rhythm": TuneWishes(rhythm_of=f"M:6/8\nL:1/8\n{_PATTERN}", new=True),
}
MAX_CHARS = 1000
TAKES_AT_ONCE = 32
HOT = 1.3

_BOUNDS = {
    "no_error_own": 100.0,
    "no_error_abc2midi": 100.0,
    "measures_right_own": 100.0,
    "measures_right_abc2midi": 99.5,
    "ends_within_length": 100.0,
    "as_wished": 100.0,
}
_HOT_BOUND = 98.0
_SPEEDS = {"one_take": 0.7, "takes_32": 0.85}

Figures = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPlan:
    """Which cells there are, and how large each is.

    Attributes:
        models: The first is the one in the box: the others may be weak where it is hot.
        speed_takes: How many are timed one by one, guarded and not; as many batches of 32.
    """

    models: Sequence[Path]
    temperatures: Sequence[float]
    wishes: Sequence[str]
    takes: int
    speed_takes: int
    rng_seed: int


def cells(plan: CellPlan) -> Iterator[dict[str, object]]:
    """Yield what was found in each cell, once it is there."""
    for place, model in enumerate(plan.models):
        for temperature in plan.temperatures:
            for name in plan.wishes:
                print(f"{model}, {temperature}, {name}", file=sys.stderr)
                is_weak = place > 0 and temperature >= HOT
                yield {
                    "model": str(model),
                    "temperature": temperature,
                    "wishes": name,
                    "takes": plan.takes,
                    **_cell(plan, _request(plan, model, temperature, WISHES[name]), is_weak),
                }


def _request(plan: CellPlan, model: Path, temperature: float, wishes: TuneWishes) -> ComposeRequest:
    sampling = SamplingConfig(
        temperature=temperature,
        max_chars=MAX_CHARS,
        rng_seed=plan.rng_seed,
        guard=True,
    )
    return ComposeRequest(
        model=model,
        sampling=sampling,
        wishes=wishes,
        known_runs=bundled_runs(),
        takes=plan.takes,
    )


def _cell(plan: CellPlan, request: ComposeRequest, is_weak: bool) -> dict[str, object]:
    result, _ = _timed(request)
    free, _ = _timed(_unguarded(request))
    guarded = _judged(result.takes, request.wishes)
    reports = result.guard_reports.values()
    bounds = _BOUNDS | ({"measures_right_abc2midi": _HOT_BOUND} if is_weak else {})
    return {
        "guarded": guarded,
        # Nothing is wished of these, so that their last figure says nothing.
        "unguarded": dict(list(_judged(free.takes, NO_WISHES).items())[:-1]),
        "stepped_in_per_cent": percent(
            sum(one.touched for one in reports), sum(one.characters for one in reports)
        ),
        "speed": _speeds(plan, request) if plan.speed_takes else {},
        "missed": [name for name, least in bounds.items() if guarded[name] < least],
    }


def _unguarded(request: ComposeRequest) -> ComposeRequest:
    """Return a request for takes from the same header lines, without a guard."""
    prompt = request.prompt
    for letter, value in request.wishes.for_clock().fields.items():
        prompt = with_header(prompt, letter, value)
    return replace(
        request,
        prompt=prompt,
        wishes=NO_WISHES,
        complete_header=request.wishes.are_given,
        sampling=replace(request.sampling, guard=False),
    )


def _timed(request: ComposeRequest) -> tuple[ComposeResult, float]:
    """Return some takes and the processor's seconds, from when the model is there."""
    began = list[float]()
    result = compose(
        request,
        lambda _sampled: None,
        begin=lambda: began.append(time.process_time()),
    )
    return result, time.process_time() - began[0]


def _judged(takes: Sequence[Take], wishes: TuneWishes) -> Figures:
    """Return the shares of takes, in per cent, that both readers find right and as wished."""
    texts = [take.raw for take in takes]
    scores = [parse(text) for text in texts]
    own = [own_verdict(score) for score in scores]
    others = abc2midi_verdicts(texts)
    counted = [bool(split_measures(one.voices[0], one.meter)) for one in scores]
    ended = [
        ends_properly(score) and len(take.raw) - len(take.provenance.prompt) < MAX_CHARS
        for score, take in zip(scores, takes, strict=True)
    ]
    kept = [
        not wishes.are_given or not {*broken_wishes(text, wishes)} - {"reader"} for text in texts
    ]
    found: Mapping[str, Sequence[bool]] = {
        "no_error_own": [one.without_error for one in own],
        "no_error_abc2midi": [one.without_error for one in others],
        "measures_right_own": [
            one.measures_right and has for one, has in zip(own, counted, strict=True)
        ],
        "measures_right_abc2midi": [
            one.measures_right and has for one, has in zip(others, counted, strict=True)
        ],
        "ends_within_length": ended,
        "as_wished": kept,
    }
    return {name: round(100 * sum(hold) / len(takes), 2) for name, hold in found.items()}


def _speeds(plan: CellPlan, request: ComposeRequest) -> dict[str, Figures]:
    """Return characters a second of the processor's time, guarded by unguarded."""
    return {
        "one_take": _speed(request, [1] * plan.speed_takes, _SPEEDS["one_take"]),
        "takes_32": _speed(request, [TAKES_AT_ONCE] * plan.speed_takes, _SPEEDS["takes_32"]),
    }


def _speed(request: ComposeRequest, batches: Sequence[int], wanted: float) -> Figures:
    """Return the speeds of some pieces of work, each begun anew, and their ratio."""
    contests = {
        "guarded": request,
        "unguarded": _unguarded(request),
    }
    characters, seconds = dict.fromkeys(contests, 0), dict.fromkeys(contests, 0.0)
    for number, takes in enumerate(batches):
        for name, contest in contests.items():
            rng_seed = contest.sampling.rng_seed + 1000 * number
            sampling = replace(contest.sampling, rng_seed=rng_seed)
            result, spent = _timed(replace(contest, takes=takes, sampling=sampling))
            characters[name] += result.characters
            seconds[name] += spent
    speeds = {name: characters[name] / seconds[name] for name in contests}
    return {
        **{name: round(speed) for name, speed in speeds.items()},
        "ratio": round(speeds["guarded"] / speeds["unguarded"], 3),
        "wanted": wanted,
    }
