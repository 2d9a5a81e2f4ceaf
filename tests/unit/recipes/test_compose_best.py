"""Takes that are chosen from several: which one stays, and that it is made again to the byte."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from abcstudio.composing.arrivals import SampledPiece
from abcstudio.composing.candidates import Candidate, Candidates
from abcstudio.composing.jury.jury import Jury
from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.composing.provenance import Provenance, read_provenance, without_provenance
from abcstudio.composing.takes import Take
from abcstudio.errors import CancelledError
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.torch_streams.sampling_step import SamplingStep
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_jury, bundled_model
from abcstudio.recipes.compose import (
    CandidatesJudged,
    CharactersSampled,
    ComposeRequest,
    ComposeResult,
    compose,
)
from abcstudio.stopping import stopping
from tests.thorough import some

HEADER = "X:1\nR:jig\nM:6/8\nL:1/8\nK:D\n"
CHOSEN = "X:1\nT:\nM:6/8\nK:D\n"
SAMPLING = SamplingConfig(max_chars=150, rng_seed=3)
JURY = Jury.load(bundled_jury())


def request(prompt: str = HEADER, takes: int = 2, **sampling: Any) -> ComposeRequest:
    return ComposeRequest(
        model=bundled_model(),
        prompt=prompt,
        sampling=replace(SAMPLING, **sampling),
        takes=takes,
        complete_header=prompt == CHOSEN,
        jury=bundled_jury(),
    )


@cache
def composed(asked: ComposeRequest) -> ComposeResult:
    """Compose, once for all that ask for the same."""
    return compose(asked, lambda _sampled: None)


def judged(take: Take) -> JuryMarks:
    return JuryMarks.of(JURY.judge(parse(without_provenance(take.text))))


@pytest.mark.parametrize("guard", [False, True])
def test_each_take_is_chosen_from_its_own_candidates(guard: bool) -> None:
    every = composed(request(takes=8, guard=guard)).takes
    best = composed(request(takes=2, guard=guard, best=4)).takes
    for place, take in enumerate(best):
        own = every[4 * place : 4 * place + 4]
        scores = [judged(one).score for one in own]
        assert len(set(scores)) > 1
        assert take.raw == own[scores.index(max(scores))].raw
        assert take.provenance.marks == judged(take)


def remade(origin: Provenance | None) -> str:
    """Return the text of a take that is composed again from what its lines say."""
    assert origin is not None
    asked = replace(request(origin.prompt, origin.takes), sampling=origin.sampling)
    return compose(asked, lambda _sampled: None).takes[origin.take].text


@pytest.mark.parametrize(
    ("guard", "can_mix"),
    some([(False, True), (True, False)], [(False, False), (True, True)]),
)
def test_the_best_are_made_again_to_the_byte_from_their_own_lines(
    guard: bool, can_mix: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can_mix:
        monkeypatch.setattr(Sampler, "can_mix", lambda _sampler, _streams: False)
    asked = request(CHOSEN, takes=2, guard=guard, best=2, rng_seed=2**31 - 3, max_chars=300)
    takes = compose(asked, lambda _sampled: None).takes
    origins = [read_provenance(take.text) for take in takes]
    assert len({origin.prompt for origin in origins if origin}) == 2
    assert [(one.take, one.takes) for one in origins if one] == (
        [(place, 2) for place in range(2)] if can_mix else [(0, 1)] * 2
    )
    for take, origin in zip(takes, origins, strict=True):
        assert remade(origin) == take.text
        assert origin == take.provenance


def test_characters_of_the_best_arrive_once_it_is_chosen() -> None:
    sampled: list[CharactersSampled] = []
    heard: list[CandidatesJudged] = []
    result = compose(request(best=4, guard=True), sampled.append, report_judged=heard.append)
    texts = ["".join(one.text for one in sampled if one.take == take) for take in (0, 1)]
    assert texts == [take.raw for take in result.takes]
    assert heard == [CandidatesJudged(judged, 8) for judged in range(1, 9)]
    assert result.characters > sum(map(len, texts))
    for take in result.takes:
        # The end of the tune is sampled, and not given out.
        own = len(take.raw) - len(HEADER) + 1
        assert result.guard_reports[take.number - 1].characters == own


@pytest.mark.parametrize("heard", [0, 1, 5])
def test_stopped_takes_are_chosen_from_what_the_jury_has_heard(heard: int) -> None:
    seen: list[CandidatesJudged] = []
    asked_to_stop: list[bool] = []

    def stop() -> bool:
        asked_to_stop.append(len(seen) >= heard)
        return asked_to_stop[-1] and (heard > 0 or len(asked_to_stop) > 100)

    asked = replace(request(takes=2, best=4, guard=True), keep_stopped=True)
    with stopping(stop):
        stopped = compose(asked, lambda _sampled: None, report_judged=seen.append).takes
    assert len(seen) == heard
    every = composed(request(takes=8, guard=True)).takes
    whole = composed(request(takes=2, best=4, guard=True)).takes
    for place, take in enumerate(stopped):
        own = max(0, heard - 4 * place)
        if own >= 4:
            assert take.raw == whole[place].raw
        elif own:
            assert take.raw == every[4 * place].raw
        else:
            assert take.provenance.marks is None
            # The attempt that was under way, which might have been given up.
            assert take.raw.startswith(HEADER)
            assert len(take.raw) <= len(every[4 * place].raw)


def test_stopped_work_of_which_nothing_is_kept_is_cancelled() -> None:
    seen: list[CandidatesJudged] = []
    with pytest.raises(CancelledError), stopping(lambda: len(seen) > 1):
        compose(request(best=4), lambda _sampled: None, report_judged=seen.append)
    assert len(seen) == 2


# A take that goes back has nothing new for a while.
@pytest.mark.parametrize("best", [1, 3])
def test_guarded_work_asks_at_each_step_whether_to_stop(
    best: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps, asked = [0], [0]
    advance = SamplingStep.__call__

    def counted(step: SamplingStep) -> None:
        steps[0] += 1
        advance(step)

    def stop() -> bool:
        asked.append(steps[0])
        return False

    monkeypatch.setattr(SamplingStep, "__call__", counted)
    several = request(takes=1, best=best, guard=True, rng_seed=8)
    with stopping(stop):
        compose(several, lambda _sampled: None)
    assert max(after - before for before, after in pairwise(asked[1:])) <= 1


OTHER = "dAFA d2d|ABA AFA|dAFA d2d|edc d3:|\n"
TUNE = "dAFA dAFA|dAFA d2AF|dAFA dAFA|edce d4:|\n"


def chosen(texts: Sequence[str], known: JuryMarks | None = None) -> Candidate:
    candidates = Candidates([HEADER], len(texts), JURY, known)
    for number, text in enumerate(texts):
        candidates.add(SampledPiece(number, text))
        candidates.judge(number)
    return candidates.chosen(0)


def marks_of(music: str) -> JuryMarks:
    return JuryMarks.of(JURY.judge(parse(HEADER + music)))


def test_what_cannot_be_judged_is_never_chosen() -> None:
    found = chosen(("z6|", TUNE, "z6|"))
    assert found.number == 1
    assert found.marks is not None
    assert found.marks.score > 0


def test_the_best_is_kept_wherever_it_stands() -> None:
    best, worst = sorted((TUNE, OTHER), key=lambda one: marks_of(one).score, reverse=True)
    assert marks_of(best).score > marks_of(worst).score
    for place in range(8):
        texts = [worst] * 8
        texts[place] = best
        assert chosen(texts).number == place


def test_of_equal_ones_the_first_is_kept() -> None:
    assert chosen((TUNE, TUNE, TUNE)).number == 0


def test_a_take_that_is_known_by_its_marks_is_kept_again() -> None:
    best, worst = sorted((TUNE, OTHER), key=lambda one: marks_of(one).score, reverse=True)
    assert chosen((best, worst, best), marks_of(worst)).number == 1
    assert chosen((worst, best), JuryMarks(score=0.5)).number == 1


def test_the_jury_hears_the_first_tune_after_those_of_the_prompt() -> None:
    prompt = f"{HEADER}{TUNE}\n{HEADER}"
    candidates = Candidates([prompt], 2, JURY)
    for number, text in enumerate(("GGGG GGGG|GGGG GGGG|", TUNE)):
        candidates.add(SampledPiece(number, f"{text}\n{HEADER}AB|"))
        candidates.judge(number)
    chosen = candidates.chosen(0)
    assert (chosen.number, chosen.text) == (1, f"{prompt}{TUNE}\n{HEADER}AB|")
    assert chosen.marks == JuryMarks.of(JURY.judge(parse(HEADER + TUNE)))


def test_a_candidate_without_music_has_no_marks() -> None:
    candidates = Candidates(["X:1\nT:The"], 2, JURY)
    candidates.judge(0)
    assert candidates.chosen(0).marks == JuryMarks()
