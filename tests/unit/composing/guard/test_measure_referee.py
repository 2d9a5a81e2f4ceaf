"""Takes that go back to a bar line where they leave the clock."""

import math
import random
from collections import Counter
from itertools import pairwise
from statistics import fmean

import pytest

from abcstudio.composing.clock.clock import MeasureClock, is_end
from abcstudio.composing.clock.states import End
from abcstudio.composing.clock.wishes import Language, Wishes, form_of
from abcstudio.composing.guard.followed import Trials
from abcstudio.composing.guard.guard_report import GuardReport
from abcstudio.composing.guard.take_guard import TakeGuard
from abcstudio.corpus.known_runs import KnownRuns
from abcstudio.errors import CancelledError
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.notation.reader.parser import parse
from abcstudio.stopping import stopping
from tests.unit.composing.faults import faults

CHARACTERS = "\n /1248:ABKLMXcegz|]"
PROMPT = "X:1\nM:2/4\nL:1/8\nK:A\n"
LOOP = "cege|ABAB|ceAB|]\n\nX:1\n"


class Chances:
    """Samples as a network does that knows how often characters follow each other in a loop."""

    def __init__(self, known=1.0, loop=LOOP):
        # 0 finds every character equally likely.
        follow = Counter(pairwise(loop))
        self._weights = {
            one: [known * follow[one, other] + 0.1 for other in CHARACTERS] for one in CHARACTERS
        }

    def weights(self, text):
        return self._weights[text[-1]]

    def following(self, text, chance):
        return chance.choices(CHARACTERS, self.weights(text))[0]

    def sample_refereed(self, referee, prompts, config, rng_seeds, read=len):
        chance = [random.Random(seed) for seed in rng_seeds]
        referee.begin(prompts, config.max_chars)
        while referee.running:
            streams, bounds = sorted(referee.running), referee.bounds()
            masks = dict(zip(bounds.streams, bounds.mask, strict=True)) if bounds else {}
            numbers, log_kept = [], []
            for stream in streams:
                weights = self.weights(referee.text(stream))
                kept = weights
                if stream in masks:
                    assert masks[stream].any()
                    kept = [one * may for one, may in zip(weights, masks[stream], strict=True)]
                numbers += chance[stream].choices(range(len(CHARACTERS)), kept)
                log_kept.append(math.log(sum(kept) / sum(weights)))
            ruling = referee.read(streams, numbers, log_kept)
            moved = [*dict(ruling.marked), *dict(ruling.taken_back), *ruling.begun_anew]
            for stream, source, seed in ruling.replaced:
                assert referee.text(stream) == prompts[source]
                assert stream in referee.running
                chance[stream] = random.Random(seed)
                moved.append(stream)
            assert set(moved) <= set(streams)
            yield


class Parrot(Chances):
    """Knows a tune by heart."""

    music = "cege|ABAB|ceAB|cgAA|]\n\n"

    def weights(self, text):
        said = text.removeprefix(PROMPT)
        if not self.music.startswith(said):
            return super().weights(text)
        return [1000.0 if one == self.music[len(said)] else 1.0 for one in CHARACTERS]


def takes(guard, prompts, known=1.0, **options):
    return sampled(guard, Chances(known), prompts, **options)


def sampled(guard, sampler, prompts, **options):
    config = SamplingConfig(**{"guard": True, "max_chars": 90, "rng_seed": 2, **options})
    texts = list(prompts)
    for piece in guard.takes(sampler, prompts, config, 0, len):
        texts[piece.number] = piece.after(texts[piece.number])
    return texts


@pytest.mark.parametrize("known", [0.0, 1.0])
@pytest.mark.parametrize("max_chars", [12, 40, 300])
def test_takes_are_whole_tunes_whatever_the_network(known, max_chars):
    guard = TakeGuard(CHARACTERS)
    texts = takes(guard, [PROMPT] * 4, known, max_chars=max_chars)
    for take, text in enumerate(texts):
        assert set(faults(text)) <= {"no-notes"}, text
        assert text.rstrip().endswith(("|]", ":|", "||"))
        report = guard.reports[take]
        # The line break that ends a take is sampled, but not shown.
        assert report.characters == len(text) - len(PROMPT) + 1 <= max_chars


@pytest.mark.parametrize("known", [0.0, 1.0])
@pytest.mark.parametrize("max_chars", [40, 300])
def test_a_take_is_the_same_beside_any_others(known, max_chars):
    """Near the end of their room too, however often the clock was asked before."""
    guard = TakeGuard(CHARACTERS)
    several = takes(guard, [PROMPT, PROMPT + "c", PROMPT + "A", PROMPT], known, max_chars=max_chars)
    equal = takes(TakeGuard(CHARACTERS), [PROMPT] * 4, known, max_chars=max_chars)
    assert (several[0], several[3]) == (equal[0], equal[3])
    assert takes(guard, [PROMPT], known, max_chars=max_chars) == several[:1]


def test_wishes_hold():
    wishes = Wishes(form=form_of("AB", 4), ends_on_tonic=True, key="A", meter="2/4", unit="1/8")
    clock = MeasureClock(Language(wishes=wishes), CHARACTERS)
    for text in takes(TakeGuard(CHARACTERS, wishes), [PROMPT] * 4):
        assert clock.read(text + "\n").state == End()


def test_a_tune_that_is_known_by_heart_is_not_said():
    known = KnownRuns.of([parse(PROMPT + Parrot.music)])
    said = sampled(TakeGuard(CHARACTERS), Parrot(), [PROMPT] * 6)
    assert any(known.quoted(parse(text)) for text in said)
    for text in sampled(TakeGuard(CHARACTERS, known=known), Parrot(), [PROMPT] * 6):
        score = parse(text)
        assert (known.quoted(score), faults(text)) == (False, []), text


def test_what_the_guard_did_comes_with_each_take():
    guard = TakeGuard(CHARACTERS)
    takes(guard, [PROMPT] * 6, 0.0)
    for report in guard.reports.values():
        assert report.taken_back
        assert 0 < report.touched <= report.characters
        assert report.log_kept < report.least_log_kept < 0


def test_takes_that_go_on_after_their_tune_fill_their_room():
    guard = TakeGuard(CHARACTERS)
    for text in takes(guard, [PROMPT] * 3, max_chars=200, stop_at_tune_end=False):
        assert len(text) == len(PROMPT) + 200
        assert MeasureClock(Language(), CHARACTERS).read(text).state == End()


def test_guarded_takes_stop_at_once():
    asked = []

    def stop():
        asked.append(True)
        return len(asked) > 100

    with pytest.raises(CancelledError), stopping(stop):
        takes(TakeGuard(CHARACTERS), [PROMPT], 0.0, max_chars=300)
    assert len(asked) == 101


def test_takes_are_those_that_happen_to_be_right():
    """How many measures they have, beside takes of which only those that are right are kept."""
    clock, chance = MeasureClock(Language(), CHARACTERS), random.Random(1)
    sampler, kept = Chances(20.0, "c4|e4|A4|]\n\n" * 6 + "A4:|\n\n"), list[int]()
    while len(kept) < 200:
        text = PROMPT
        state = clock.read(text).state
        while state is not None and not is_end(state):
            text += sampler.following(text, chance)
            state = clock.step(state, text[-1])
        if state is not None:
            kept.append(text.count("|"))
    guarded = sampled(TakeGuard(CHARACTERS), sampler, [PROMPT] * 200, max_chars=400)
    assert fmean(text.count("|") for text in guarded) == pytest.approx(fmean(kept), abs=0.7)


def test_a_trial_is_taken_as_often_as_masks_left_of_it():
    taken = 0
    for seed in range(400):
        trials = Trials(random.Random(seed))
        trials.read(math.log(0.25))
        taken += trials.ended("A4|")
    assert 70 < taken < 130


def test_after_some_trials_one_is_taken_by_weight():
    chosen, report = Counter[str](), GuardReport()
    for seed in range(300):
        trials = Trials(random.Random(seed))
        for text, kept in (("A", 1e-9), ("B", 3e-9), ("C", 1e-9), ("D", 1e-9)):
            assert not trials.taken
            trials.read(math.log(kept))
            assert not trials.ended(text)
        chosen[trials.taken] += 1
        trials.read(0.0)
        assert trials.ended(trials.taken)
        report = trials.added_to(GuardReport(touched=3, taken_back=2))
    assert 120 < chosen["B"] < 180
    assert (report.touched, report.taken_back) == (4, 2)
    assert report.log_kept == report.least_log_kept < math.log(4e-9)
