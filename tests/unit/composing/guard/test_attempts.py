"""Takes that begin anew at their first fault, with attempts at them side by side."""

import random
from collections.abc import Iterator

import pytest

from abcstudio.composing.arriving.sampled_piece import SampledPiece
from abcstudio.composing.clock.clock import MeasureClock, is_end
from abcstudio.composing.clock.wishes import Language
from abcstudio.composing.guard.attempts import Attempt, Attempts, first_attempts
from abcstudio.composing.guard.stream_seed import stream_seed
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
    guard = TakeGuard(CHARACTERS)
    texts = texts_of(pieces(guard, [PROMPT] * count, attempts=8), [PROMPT] * count)
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
    first = pieces(guard, several)
    assert any(piece.taken_back for piece in first)
    for take, prompt in enumerate(several):
        others = pieces(guard, [prompt] * 5)
        assert list(shown(first, take)) == list(shown(others, take))


def test_a_few_takes_begin_with_two_attempts_each_and_many_with_one():
    assert first_attempts(1, 4) == [Attempt(0, 0), Attempt(0, 1)]
    assert first_attempts(3, 4)[3:] == [Attempt(take, 1) for take in range(3)]
    assert len(first_attempts(20, 4)) == 32
    assert len(first_attempts(32, 4)) == 32
    # The only other one goes back, and shows what it takes back: it waits until it is needed.
    assert first_attempts(3, 1) == [Attempt(take, 0) for take in range(3)]


def test_streams_that_are_free_go_where_they_are_needed():
    attempts = Attempts(3, 4)
    assert [attempts.of(stream) for stream in (3, 5)] == [Attempt(0, 1), Attempt(2, 1)]
    # One comes right: what ran beside it is not needed, and all others have two.
    assert attempts.end(0, is_right=True) == [0, 3]
    assert attempts.waiting == {1, 2}
    assert not list(attempts.begin([0, 3]))
    # One fails, and the next begins in its stream.
    assert attempts.end(1, is_right=False) == [1]
    assert list(attempts.begin([1])) == [(1, Attempt(1, 2))]
    assert attempts.current(1) == Attempt(1, 1)
    # A later one comes right first: it counts once the earlier one has failed.
    assert attempts.end(1, is_right=True) == [1]
    assert attempts.waiting == {1, 2}
    assert not list(attempts.begin([1]))
    assert attempts.end(4, is_right=False) == [4]
    assert (attempts.waiting, attempts.current(1)) == ({2}, Attempt(1, 2))


def test_the_last_attempt_begins_once_all_others_have_failed():
    attempts = Attempts(1, 2)
    assert attempts.end(0, is_right=False) == [0]
    assert not list(attempts.begin([0]))
    assert attempts.end(1, is_right=False) == [1]
    assert list(attempts.begin([1])) == [(1, Attempt(0, 2))]
    assert attempts.is_last(1)


def test_one_text_behind_another_is_what_is_new():
    assert SampledPiece.between(0, "ab", "abc") == SampledPiece(0, "c", 0)
    assert SampledPiece.between(0, "abc", "ad") == SampledPiece(0, "d", 2)
