"""How good the takes of a model are, and one of its tunes to be heard; the same each time.

torch is imported when a take is composed, not with this file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from abcstudio.composing.history.take_facts import facts_of_take
from abcstudio.composing.jury.jury import Jury
from abcstudio.composing.takes import tunes_in
from abcstudio.corpus.known_runs import KnownRuns
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.notation.reader.parser import parse
from abcstudio.recipes.compose import ComposeRequest, TakeFinished, compose
from abcstudio.stopping import stop_if_asked

MEASURED_TAKES = 16
"""How many takes are composed to measure a model."""

_PROMPT = "X:1\n"
_SAMPLING = SamplingConfig(temperature=0.8, max_chars=800, rng_seed=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelQuality:
    """What was counted in takes as they come, with no guard.

    Attributes:
        takes: How many were composed.
        tunes: How many of them hold music.
        faultless: How many of these have no wrong measure.
        right: How many measures last as long as they should.
        measures: Of how many.
        known: How many tunes say four measures in a row of a known tune.
        score: How likely the jury finds it that these are real tunes, on the average.
    """

    takes: int
    tunes: int = 0
    faultless: int = 0
    right: int = 0
    measures: int = 0
    known: int = 0
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class TakesMeasured:
    """How many takes have been measured, of all."""

    done: int
    takes: int


def measure_model(
    model: Path,
    jury: Path,
    known_runs: Path,
    report: Callable[[TakesMeasured], object],
    *,
    takes: int,
) -> ModelQuality:
    """Compose takes and count what is right in them; for one model it is always the same.

    Args:
        model: The model's file.
        jury: The jury's file.
        known_runs: The file of what known tunes say.
        report: Called after each take.
        takes: How many.

    Raises:
        ModelFileError: The model cannot be opened.
        TextFileError: The jury, or the file of what known tunes say, is damaged.
    """
    judge, known = Jury.load(jury), KnownRuns.load(known_runs)
    found: list[ModelQuality] = []

    def measure(finished: TakeFinished) -> None:
        stop_if_asked()
        found.append(_measured(finished.take.raw, judge, known))
        report(TakesMeasured(len(found), takes))

    request = _request(model, takes)
    compose(request, lambda _sampled: None, report_take=measure)
    tunes = sum(one.tunes for one in found)
    return ModelQuality(
        takes=takes,
        tunes=tunes,
        faultless=sum(one.faultless for one in found),
        right=sum(one.right for one in found),
        measures=sum(one.measures for one in found),
        known=sum(one.known for one in found),
        score=sum(one.score for one in found) / max(1, tunes),
    )


def tune_of_model(model: Path) -> str:
    """Return a tune that a model composes by itself, always the same; "" where it writes none.

    Raises:
        ModelFileError: The model cannot be opened.
    """
    result = compose(_request(model, 1), lambda _sampled: None)
    return next(iter(tunes_in(result.takes[0].raw)), "")


def _request(model: Path, takes: int) -> ComposeRequest:
    return ComposeRequest(
        model=model, prompt=_PROMPT, sampling=_SAMPLING, takes=takes, drop_unknown=True
    )


def _measured(raw: str, jury: Jury, known: KnownRuns) -> ModelQuality:
    tune = next(iter(tunes_in(raw)), "")
    if not tune:
        return ModelQuality(takes=1)
    facts = facts_of_take(tune, jury)
    return ModelQuality(
        takes=1,
        tunes=1,
        faultless=int(facts.right == facts.measures > 0),
        right=facts.right,
        measures=facts.measures,
        known=int(known.quoted(parse(tune))),
        score=facts.marks.score,
    )
