"""Composing: a model and a prompt in, takes out; the characters are reported as they are sampled.

torch and NumPy are imported when the work starts, not with this file.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.composing.arrivals import Arrivals, SampledPiece
from abcstudio.composing.candidates import Candidate, Candidates
from abcstudio.composing.chosen_takes import ChosenTakes
from abcstudio.composing.guard.guard_report import GuardReport
from abcstudio.composing.header_completion import with_open_title
from abcstudio.composing.jury.jury import Jury
from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.composing.take_batches import TAKES_AT_ONCE, TakeBatches
from abcstudio.composing.takes import Take, make_take
from abcstudio.composing.tune_wishes import NO_WISHES, TuneWishes
from abcstudio.composing.wished_prompt import (
    refuse_known,
    refuse_too_long,
    refused,
    why_unguarded,
    wished_prompt,
)
from abcstudio.corpus.known_runs import KnownRuns
from abcstudio.errors import CancelledError, PromptError
from abcstudio.learning.devices import Device
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.messages import Phrase
from abcstudio.recipes.mixing.lent_models import lent_models
from abcstudio.recipes.mixing.opened_models import Mix, OpenedModels, sampling_on
from abcstudio.recipes.openings import completed_headers, is_completable
from abcstudio.stopping import stop_if_asked

if TYPE_CHECKING:
    from abcstudio.composing.guard.take_guard import TakeGuard
    from abcstudio.learning.sampling.sampler import Sampler


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposeRequest:
    """What to compose.

    Attributes:
        model: The model's file.
        prompt: The opening text, of any length; empty lets the model begin a tune itself.
        sampling: How its characters are sampled.
        wishes: What each tune is to be like; a wish switches the guard on. Fields of the header
            are written into the prompt, and the model writes what they leave open before them.
        known_runs: The file of what known tunes say; needed where something new is wished.
        guard_if_possible: Where only full measures are asked for and cannot be, compose without.
        complete_header: Let the model write the title and the fields that a prompt's header leaves
            open before its last line, for each take in its own way; such a take is made again by
            the prompt that it then has.
        drop_unknown: Leave out characters of the prompt that the model has never seen.
        together: Sample takes side by side, which is faster for all and slower for the first.
        keep_stopped: When stopped, return the takes as far as they are sampled; where the jury
            has heard candidates, the best of them.
        jury: The jury's file, needed where a take is the best of several.
        marks: What the jury said of a take that is composed again; None for new takes.
        mix: A second model to be mixed in; None for none.
    """

    model: Path
    prompt: str = "X:1\n"
    sampling: SamplingConfig = field(default_factory=SamplingConfig)
    wishes: TuneWishes = NO_WISHES
    known_runs: Path | None = None
    guard_if_possible: bool = False
    takes: int = 1
    complete_header: bool = False
    drop_unknown: bool = False
    together: bool = True
    keep_stopped: bool = False
    jury: Path | None = None
    marks: JuryMarks | None = None
    mix: Mix | None = None


@dataclass(frozen=True, slots=True)
class CharactersSampled:
    """New characters of a take; those of its prompt come first.

    Attributes:
        take: The take's index, from 0.
        taken_back: So many of the last characters that came before them go.
    """

    take: int
    text: str
    taken_back: int = 0

    def after(self, text: str) -> str:
        """Return what a take is with this, given what it was before."""
        return SampledPiece(self.take, self.text, self.taken_back).after(text)


@dataclass(frozen=True, slots=True)
class TakeFinished:
    """A take has all its characters, while others may still be sampled.

    Attributes:
        guard: What the guard did to it; None where that was off.
    """

    take: Take
    guard: GuardReport | None


@dataclass(frozen=True, slots=True)
class CandidatesJudged:
    """How many candidates of all takes the jury has heard, of all."""

    judged: int
    candidates: int


@dataclass(frozen=True, slots=True)
class PromptRead:
    """How many characters of the longest prompt have been read, of all."""

    read: int
    characters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposeResult:
    """Finished takes.

    Attributes:
        rng_seed: What was used; with the same request it gives the same takes.
        characters: Sampled in all takes, as far as they stand, prompts not counted; those of all
            candidates are.
        seconds: What sampling took, once the model was there.
        guard_reports: What the guard did to each take, by its index; none where it was off.
        unguarded: Why the guard was left out; None where it was not.
        card: The graphics card that sampled; None for the processor.
    """

    takes: tuple[Take, ...]
    rng_seed: int
    characters: int
    seconds: float
    guard_reports: Mapping[int, GuardReport] = field(default_factory=dict)
    unguarded: Phrase | None = None
    card: Device | None = None

    @property
    def chars_per_second(self) -> float:
        """How fast the characters were sampled."""
        return self.characters / max(self.seconds, 1e-9)


def compose(
    request: ComposeRequest,
    report: Callable[[CharactersSampled], None],
    begin: Callable[[], object] = lambda: None,
    report_prompt: Callable[[PromptRead], object] = lambda _read: None,
    *,
    report_judged: Callable[[CandidatesJudged], object] = lambda _judged: None,
    report_take: Callable[[TakeFinished], object] = lambda _finished: None,
) -> ComposeResult:
    """Sample takes.

    Args:
        request: What to compose.
        report: Called with the characters, the first of each take at once, others at most 20 times
            a second. Those of a take that is the best of several come once it is chosen.
        begin: Called once the model and the prompt are known to be usable; may raise.
        report_prompt: Called while the prompt is read, again for each batch of takes.
        report_judged: Called after each candidate that the jury has heard.
        report_take: Called with each finished take.

    Raises:
        CancelledError: The work is to stop, and what was sampled is not to be kept.
        DeviceError: The GPU that composes is out of memory or failed.
        ModelFileError: A model cannot be opened, or two do not fit each other.
        TextFileError: The jury, or the file of what known tunes say, is damaged.
        PromptError: The prompt holds characters that the model has never seen, or no tune as
            wished goes on from it.
    """
    with lent_models(request.model, request.mix) as opened, sampling_on(opened.card):
        request, sampler = _with_wishes(request, opened.sampler), opened.sampler
        prompt = _usable_prompt(request, sampler)
        is_completed = request.complete_header and is_completable(prompt, sampler)
        guard = _guard(request, sampler)
        prompts = [prompt] * request.takes
        refusal = None if is_completed else _refusal(guard, prompts[:1], request)
        jury = _jury(request)
        begin()
        began = time.perf_counter()
        if is_completed:
            prompts, refusal = _completed(request, sampler, prompt, guard)
        request, guard = (request, guard) if refusal is None else (_unguarded(request), None)
        batches = TakeBatches(prompts, request.sampling, sampler, guard, together=request.together)
        work = _work(request, batches, jury, report)
        made = _Made(request, batches, opened, guard, refusal)
        read, tell = _reading(prompts, report_prompt), partial(made.tell, report_take)
        chosen = _sample(work, request, read, report_judged, tell)
        return made.result(chosen, work.characters, time.perf_counter() - began)


def _work(
    request: ComposeRequest,
    batches: TakeBatches,
    jury: Jury | None,
    report: Callable[[CharactersSampled], None],
) -> ChosenTakes:
    return ChosenTakes(
        batches,
        Candidates(batches.prompts, request.sampling.best, jury, request.marks),
        Arrivals(lambda one: report(CharactersSampled(one.number, one.text, one.taken_back))),
    )


def _sample(
    work: ChosenTakes,
    request: ComposeRequest,
    read: Callable[[int], None],
    report_judged: Callable[[CandidatesJudged], object],
    finished: Callable[[int, Candidate], object],
) -> list[Candidate]:
    def judged(number: int, of: int) -> None:
        report_judged(CandidatesJudged(number, of))

    try:
        work.sample(read, judged, finished)
    except CancelledError:
        if not request.keep_stopped:
            raise
    return work.chosen()


def _reading(
    prompts: list[str],
    report_prompt: Callable[[PromptRead], object],
) -> Callable[[int], None]:
    longest = max(map(len, prompts))

    def read(count: int) -> None:
        stop_if_asked()
        report_prompt(PromptRead(min(count, longest), longest))

    return read


@dataclass(frozen=True, slots=True)
class _Made:
    """What candidates that were chosen become."""

    request: ComposeRequest
    batches: TakeBatches
    opened: OpenedModels
    guard: "TakeGuard | None"
    unguarded: Phrase | None

    def take(self, take: int, one: Candidate) -> Take:
        opened = self.opened
        origin = replace(
            self.batches.provenance(take, opened.name, opened.fingerprint),
            wishes=self.request.wishes,
            marks=one.marks,
            mixed=opened.mixed,
        )
        return make_take(take + 1, one.text, origin)

    def tell(
        self, report_take: Callable[[TakeFinished], object], take: int, one: Candidate
    ) -> None:
        report_take(TakeFinished(self.take(take, one), self._reports.get(one.number)))

    def result(self, chosen: list[Candidate], characters: int, seconds: float) -> ComposeResult:
        found = self._reports
        return ComposeResult(
            takes=tuple(self.take(take, one) for take, one in enumerate(chosen)),
            rng_seed=self.request.sampling.rng_seed,
            characters=characters,
            seconds=seconds,
            guard_reports={
                take: found[one.number] for take, one in enumerate(chosen) if one.number in found
            },
            unguarded=self.unguarded,
            card=self.opened.card,
        )

    @property
    def _reports(self) -> Mapping[int, GuardReport]:
        return self.guard.reports if self.guard else {}


def _jury(request: ComposeRequest) -> Jury | None:
    if request.sampling.best == 1:
        return None
    assert request.jury is not None
    return Jury.load(request.jury)


def _with_wishes(request: ComposeRequest, sampler: "Sampler") -> ComposeRequest:
    """Return the request with what its wishes ask of its other parts."""
    wishes, sampling = request.wishes, request.sampling
    if not wishes.are_given:
        return request
    refuse_too_long(wishes, sampling.max_chars)
    prompt = wished_prompt(request.prompt, wishes, sampler.vocabulary)
    is_added = prompt != request.prompt
    titled = with_open_title(prompt)
    return replace(
        request,
        prompt=titled if is_added and is_completable(titled, sampler) else prompt,
        sampling=replace(sampling, guard=True),
        complete_header=request.complete_header or is_added,
    )


def _usable_prompt(request: ComposeRequest, sampler: "Sampler") -> str:
    vocabulary, prompt = sampler.vocabulary, request.prompt
    unknown = vocabulary.unknown_in(prompt)
    if unknown and not request.drop_unknown:
        raise PromptError("prompt.unknown_characters", characters=" ".join(unknown))
    return vocabulary.without_unknown(prompt)


def _guard(request: ComposeRequest, sampler: "Sampler") -> "TakeGuard | None":
    if not request.sampling.guard:
        return None
    from abcstudio.composing.guard.take_guard import TakeGuard

    known = None
    if request.wishes.new:
        assert request.known_runs is not None
        known = KnownRuns.load(request.known_runs)
        refuse_known(request.prompt, known)
    characters = sampler.vocabulary.characters
    rules = request.wishes.for_clock()
    return TakeGuard(characters, rules, known, request.prompt)


def _refusal(
    guard: "TakeGuard | None",
    prompts: list[str],
    request: ComposeRequest,
) -> Phrase | None:
    """Return why the guard is left out, None where all prompts lie within.

    Raises:
        PromptError: One lies outside, and the guard must not be left out.
    """
    most = request.sampling.max_chars
    for prompt in prompts if guard is not None else ():
        assert guard is not None
        if (text := guard.refusal(prompt, most)) is None:
            continue
        if request.guard_if_possible and not request.wishes.are_given:
            return why_unguarded(prompt, guard.characters, text, most)
        raise refused(prompt, request.wishes, guard.characters, text)
    return None


def _unguarded(request: ComposeRequest) -> ComposeRequest:
    return replace(request, sampling=replace(request.sampling, guard=False))


def _completed(
    request: ComposeRequest,
    sampler: "Sampler",
    prompt: str,
    guard: "TakeGuard | None",
) -> tuple[list[str], Phrase | None]:
    """Return what each take begins with, and why the guard is left out."""
    sampling, headers = request.sampling, list[str]()

    def fits(header: str) -> bool:
        return guard is None or guard.refusal(header, sampling.max_chars) is None

    width = TAKES_AT_ONCE if request.together else 1
    seeds = range(sampling.rng_seed, sampling.rng_seed + request.takes)
    for first in range(0, request.takes, width):
        headers += completed_headers(
            prompt, seeds[first : first + width], sampler, sampling, fits=fits
        )
    return headers, _refusal(guard, headers, request)
