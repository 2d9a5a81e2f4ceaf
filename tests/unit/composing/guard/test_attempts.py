"""Takes that begin anew at their first fault, with attempts at them side by side."""

import random
from collections import Counter
from collections.abc import Iterator
from itertools import islice

import pytest

from abcstudio.composing.arrivals import SampledPiece
from abcstudio.composing.clock.clock import MeasureClock, is_end
from abcstudio.composing.clock.wishes import Language
from abcstudio.composing.guard.attempts import Attempt, Attempts, stream_seed
from abcstudio.composing.guard.take_guard import TakeGuard
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from tests.unit.composing.guard.test_measure_referee import CHARACTERS, PROMPT, Chances

MOST = 120


def network():
    return Chances(60.0, "c4|e4|A4|]\n\n" * 6 + "A4:|\n\n")


def pieces(guard, prompts, **options):
    config = SamplingConfig(guard=True, max_chars=MOST, rng_seed=2, **options)
    return list(guard.takes(network(), prompts, config, 0, len))


def texts_of(found, prompts):
    texts = list(prompts)
    for piece in found:
        texts[piece.number] = piece.after(texts[piece.number])
    return texts


def attempt_at(seed, number) -> tuple[str, bool]:
    """Return what the network writes, and whether it is right."""
    clock, chance = MeasureClock(Language(), CHARACTERS), random.Random(stream_seed(seed, number))
    text, sampler = PROMPT, network()
    state = clock.read(text).state
    while state is not None and not is_end(state) and len(text) < len(PROMPT) + MOST:
        text += chance.choices(CHARACTERS, sampler.weights(text))[0]
        state = clock.step(state, text[-1])
    return text.removesuffix("\n"), state is not None and is_end(state)


@pytest.mark.parametrize("count", [1, 5, 32])
def test_a_take_is_the_first_of_its_attempts_that_is_right(count):
    """Whatever runs beside it: the network would write it if all others were thrown away."""
    guard = TakeGuard(CHARACTERS, attempts=8)
    found = pieces(guard, [PROMPT] * count, share_attempts=False)
    texts = texts_of(found, [PROMPT] * count)
    later = 0
    for take, text in enumerate(texts):
        said = [attempt_at(2 + take, one) for one in range(8)]
        number = next((one for one, (_, is_right) in enumerate(said) if is_right), None)
        if number is None:
            continue
        assert text == said[number][0]
        assert guard.reports[take].taken_back == number
        assert guard.reports[take].characters == len(text) - len(PROMPT) + 1
        costs = guard.reports[take].costs
        assert costs is not None
        times = [one.times for one in costs.causes.values()]
        assert sum(times) == number
        later += number > 0
    assert later or count == 1


@pytest.mark.parametrize("count", [2, 5, 32])
def test_shared_attempts_are_used_in_their_order_and_each_once(count):
    """So none is left out for what it says: all that come right are takes, but for the surplus."""
    guard = TakeGuard(CHARACTERS, attempts=20)
    texts = texts_of(pieces(guard, [PROMPT] * count), [PROMPT] * count)
    own = [attempt_at(2 + take, 0) for take in range(count)]
    failed = [take for take, (_, is_right) in enumerate(own) if not is_right]
    assert failed
    assert all(texts[take] == own[take][0] for take in range(count) if take not in failed)
    spare = (attempt_at(2 + take, number) for number in range(1, 20) for take in range(count))
    right = (text for text, is_right in spare if is_right)
    assert Counter(texts[take] for take in failed) == Counter(islice(right, len(failed)))
    back = sum(guard.reports[take].taken_back for take in range(count))
    costs = [guard.reports[take].costs for take in failed]
    assert back == sum(one.times for each in costs if each for one in each.causes.values())


def test_shared_attempts_come_in_the_same_way_each_time():
    first, second = (pieces(TakeGuard(CHARACTERS), [PROMPT] * 32) for _ in range(2))
    assert first == second


def shown(found, take) -> Iterator[str]:
    """Yield the steps by which a take came to what it is, a character each."""
    for piece in found:
        if piece.number == take:
            yield from ["back"] * piece.taken_back
            yield from piece.text


def test_what_is_shown_of_a_take_does_not_depend_on_the_others():
    """So one that was stopped is made again, whatever others there are then."""
    several = [PROMPT, PROMPT + "c4|", PROMPT + "A", PROMPT, PROMPT + "e4|"]
    guard = TakeGuard(CHARACTERS)
    first = pieces(guard, several, share_attempts=False)
    assert any(piece.taken_back for piece in first)
    for take, prompt in enumerate(several):
        others = pieces(guard, [prompt] * 5, share_attempts=False)
        assert list(shown(first, take)) == list(shown(others, take))


def test_a_few_takes_begin_with_two_attempts_each_and_many_with_one():
    def first(takes, attempts):
        return Attempts(takes, attempts, are_shared=False).first

    assert first(1, 4) == [Attempt(0, 0), Attempt(0, 1)]
    assert sorted(first(3, 4)[3:]) == [Attempt(take, 1) for take in range(3)]
    assert len(first(12, 4)) == 16
    assert len(first(32, 4)) == 32
    # The only other one goes back, and shows what it takes back: it waits until it is needed.
    assert first(3, 1) == [Attempt(take, 0) for take in range(3)]


@pytest.mark.parametrize(("takes", "spare"), [(1, 1), (2, 2), (8, 2), (16, 2), (32, 4)])
def test_takes_that_share_begin_with_a_spare_attempt_for_some(takes, spare):
    first = Attempts(takes, 4, are_shared=True).first
    assert first == [Attempt(take, 0) for take in range(takes)] + [
        Attempt(take, 1) for take in range(spare)
    ]


def test_streams_that_are_free_go_where_they_are_needed():
    attempts = Attempts(3, 4, are_shared=False)
    stream = {attempts.of(one): one for one in range(6)}
    # One comes right: what ran beside it is not needed, and all others have two.
    free = [stream[Attempt(0, 0)], stream[Attempt(0, 1)]]
    assert attempts.end(free[0], is_right=True) == free
    assert attempts.waiting == {1, 2}
    assert not list(attempts.begin(free))
    # One fails, and the next begins in its stream.
    other = stream[Attempt(1, 0)]
    assert attempts.end(other, is_right=False) == [other]
    assert list(attempts.begin([other])) == [(other, Attempt(1, 2))]
    assert attempts.claims(1) == [Attempt(1, 0), Attempt(1, 1)]
    # A later one comes right first: it counts once the earlier one has failed.
    assert attempts.end(other, is_right=True) == [other]
    assert attempts.waiting == {1, 2}
    assert not list(attempts.begin([other]))
    assert attempts.end(stream[Attempt(1, 1)], is_right=False) == [stream[Attempt(1, 1)]]
    assert (attempts.waiting, attempts.claims(1)[-1]) == ({2}, Attempt(1, 2))


def test_a_spare_attempt_is_for_the_first_take_that_fails():
    attempts = Attempts(3, 4, are_shared=True)
    assert attempts.first[3:] == [Attempt(0, 1), Attempt(1, 1)]
    # It has come right before anybody needed it.
    assert attempts.end(3, is_right=True) == [3]
    assert attempts.take(3) is None
    assert not list(attempts.begin([3]))
    assert attempts.end(2, is_right=False) == [2]
    assert (attempts.take(3), attempts.waiting) == (2, {0, 1})
    assert list(attempts.begin([2])) == [(2, Attempt(2, 1))]
    assert attempts.end(0, is_right=False) == [0]
    assert attempts.take(4) == 0
    # Once fewer takes wait than there are spare ones, the latest of these is not needed.
    assert list(attempts.begin([0])) == [(0, Attempt(0, 2))]
    assert attempts.end(1, is_right=True) == [1, 0]
    assert attempts.end(4, is_right=True) == [4, 2]
    assert not attempts.waiting


@pytest.mark.parametrize("are_shared", [True, False])
def test_the_last_attempt_begins_once_all_others_have_failed(are_shared):
    attempts = Attempts(1, 2, are_shared=are_shared)
    assert attempts.end(0, is_right=False) == [0]
    assert not list(attempts.begin([0]))
    assert attempts.end(1, is_right=False) == [1]
    assert list(attempts.begin([1])) == [(1, Attempt(0, 2))]
    assert attempts.is_last(1)


def test_no_take_has_more_of_the_shared_attempts_than_its_number():
    attempts = Attempts(2, 3, are_shared=True)
    running: int | None = 0
    while running is not None and not attempts.is_last(running):
        free = attempts.end(running, is_right=False)
        list(attempts.begin(free))
        running = attempts.stream(attempts.claims(0)[-1])
    assert attempts.claims(0) == [Attempt(0, 0), Attempt(0, 1), Attempt(1, 1), Attempt(0, 3)]


def test_one_text_behind_another_is_what_is_new():
    assert SampledPiece.between(0, "ab", "abc") == SampledPiece(0, "c", 0)
    assert SampledPiece.between(0, "abc", "ad") == SampledPiece(0, "d", 2)


@pytest.mark.parametrize("are_shared", [True, False])
@pytest.mark.parametrize("seed", range(40))
def test_whatever_ends_when_each_take_that_waits_has_its_attempt_running(seed, are_shared):
    dice = random.Random(seed)
    takes, most, share = dice.choice([1, 2, 7, 32]), dice.choice([1, 2, 4]), dice.random()
    attempts = Attempts(takes, most, are_shared=are_shared)
    running = set(range(len(attempts.first)))
    while attempts.waiting:
        stream = dice.choice(sorted(running))
        is_right = attempts.is_last(stream) or dice.random() < share
        free = attempts.end(stream, is_right=is_right)
        assert running.issuperset(free)
        running -= set(free)
        running |= {stream for stream, _ in attempts.begin(free)}
        now = [attempts.of(stream) for stream in running]
        assert len(now) == len(set(now))
        assert {attempts.claims(take)[-1] for take in attempts.waiting} <= set(now)
    assert not running
    claimed = [one for take in range(takes) for one in attempts.claims(take)]
    assert len(claimed) == len(set(claimed))
    assert all(len(attempts.claims(take)) <= most + 1 for take in range(takes))
