import math
import random

import pytest

from abcstudio.composing.clock.states import Body
from abcstudio.composing.model_text import model_text
from abcstudio.composing.rewriting.chosen_measures import hole_of
from abcstudio.composing.rewriting.fillings import READ_ON, fillings
from abcstudio.composing.rewriting.found_fillings import SEAM, Filling
from abcstudio.composing.rewriting.hole_clock import HoleClock
from abcstudio.composing.rewriting.reading.hole_reading import read_hole
from abcstudio.errors import CancelledError, RewritingError
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.notation.reader.parser import parse
from abcstudio.stopping import stopping
from tests.unit.composing.faults import faults

CHARACTERS = "\n '(,-/0123456789:<=>ABCDEFGKLMTX[]^_abcdefgz{|}~"
REEL = "X:1\nM:4/4\nL:1/8\nK:G\n"
JIG = "X:7\nR:jig\nM:6/8\nL:1/8\nK:Ador\n"
TUNE = REEL + "|:D|G2 AB c2 d2|e4 d4|c8|B4 A3:|\n"


class EqualChances:
    """Samples as a network does that finds every character equally likely."""

    def __init__(self, characters=CHARACTERS):
        self._characters = characters

    def sample_scored(self, guide, prompt, config, rng_seeds):
        chance = [random.Random(seed) for seed in rng_seeds]
        for _ in range(config.max_chars):
            if not guide.running:
                return
            rows = guide.allowed(range(len(chance)))
            for stream, row in enumerate(rows):
                assert row.any()
                allowed = [one for one, may in zip(self._characters, row, strict=True) if may]
                guide.read(stream, chance[stream].choice(allowed), -math.log(len(row)))
            yield


def filled(text, first, last, count=4, characters=CHARACTERS, **options):
    """Return a hole, how it is read, and fillings of it."""
    hole = hole_of(parse(text), first, last)
    reading = read_hole(hole, model_text(text, characters, is_prepared=True), characters)
    found = fillings(
        EqualChances(characters),
        HoleClock(hole, reading, characters),
        reading,
        config=SamplingConfig(rng_seed=3),
        count=count,
        **options,
    )
    return hole, reading, found


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        (TUNE, (0, 0)),
        (TUNE, (1, 2)),
        (TUNE, (4, 4)),
        (TUNE, (0, 4)),
        (JIG + "ABc d2e|f3 e2d|\n[M:9/8]A3 A3 A3|[M:6/8][L:1/16]A6 A6|]\n", (1, 4)),
        (REEL + "G4 % a comment\n A4 | (B8 | c4) [K:D] d2- d2 |]", (1, 3)),
        (REEL + "G4 ^c4-|c4 d4|]\n", (2, 2)),
        (REEL + "G8 |1 A8 :|2 B8 || c8 | [df]8 |]\n", (2, 4)),
        (JIG.replace("\n", "\r\n") + "(3ABc d4|e6|]\r\n", (1, 1)),
        (REEL + "G7|A9|B8|]\n", (1, 2)),
    ],
)
def test_fillings_are_right_and_leave_all_else_as_it_is(text, chosen):
    hole, _, found = filled(text, *chosen)
    assert len(found) == 4
    for filling in found:
        changed = hole.filled(filling.music)
        assert (faults(changed), changed) == ([], changed)
        kept = [one for one in changed.split("\n") if one.startswith(("X", "M", "L", "K", "R"))]
        assert kept == [one for one in text.split("\n") if one.startswith(tuple("XMLKR"))]
        place = hole.stretches[0].place.start
        behind = len(text) - hole.stretches[-1].place.end
        assert changed.startswith(text[:place])
        assert changed.endswith(text[len(text) - behind :])
        marks = [one for one in changed if one in "|:%\r\n"]
        assert marks == [one for one in text if one in "|:%\r\n"]


def test_fillings_differ_from_each_other_and_from_what_is_there():
    _, reading, found = filled(REEL + "G|A8|]\n", 0, 0, count=14)
    music = [filling.music for filling in found]
    assert len(set(music)) == 14
    assert reading.music not in music


def test_there_may_be_fewer_than_asked_for():
    _, _, found = filled(REEL + "G|A8|]\n", 0, 0, characters="\n8:KLMXGAz|]")
    assert {filling.music for filling in found} == {("z",), ("A",)}


def test_the_best_comes_first_and_equal_seeds_give_equal_fillings():
    _, reading, found = filled(TUNE, 1, 2)
    weights = [filling.weight for filling in found]
    assert weights == sorted(weights, reverse=True)
    assert found == filled(TUNE, 1, 2)[2]
    for filling in found:
        characters = len("|".join(filling.music))
        assert filling.log_filling == pytest.approx(-characters * math.log(len(CHARACTERS)))
        assert len(filling.log_after) == min(READ_ON, len(reading.joins[-1]))


def test_what_the_kept_text_goes_on_from_counts_for_more_than_the_filling():
    likely, fitting = Filling(("G8",), -5.0, (-9.0, -4.0)), Filling(("A8",), -20.0, (-9.0, -1.0))
    assert likely.log_likelihood > fitting.log_likelihood
    assert likely.weight < fitting.weight


def test_a_long_filling_is_weighed_less_by_its_own_likelihood():
    short, long = Filling(("G8", "A8"), -20.0, (-1.0,)), Filling(("G8",) * 4, -20.0, (-1.0,))
    assert long.weight - short.weight == pytest.approx(1.0)


def test_the_seam_counts_twice():
    behind = (0.0,) * READ_ON
    plain = Filling(("G8",), -20.0, behind).weight
    for place, weight in [(0, 2.0), (SEAM - 1, 2.0), (SEAM, 1.0), (READ_ON - 1, 1.0)]:
        surprised = Filling(("G8",), -20.0, (*behind[:place], -1.0, *behind[place + 1 :]))
        assert plain - surprised.weight == pytest.approx(weight)


@pytest.mark.parametrize(("last", "batches"), [(2, [8, 8]), (4, [8, 8, 8, 8])])
def test_a_few_fillings_are_sampled_first_and_more_for_a_long_hole(last, batches, monkeypatch):
    monkeypatch.setattr("abcstudio.composing.rewriting.fillings.FIRST_TOGETHER", 8)
    monkeypatch.setattr("abcstudio.composing.rewriting.fillings.FEWEST_TOGETHER", 16)
    monkeypatch.setattr("abcstudio.composing.rewriting.fillings.MOST_TOGETHER", 64)
    sampled = []

    class Noted(EqualChances):
        def sample_scored(self, guide, prompt, config, rng_seeds):
            sampled.append(len(rng_seeds))
            return super().sample_scored(guide, prompt, config, rng_seeds)

    text = REEL + "G8|A8|B8|c8|]\n"
    hole = hole_of(parse(text), 1, last)
    reading = read_hole(hole, model_text(text, CHARACTERS, is_prepared=True), CHARACTERS)
    shown: list[tuple[Filling, ...]] = []
    found = fillings(
        Noted(),
        HoleClock(hole, reading, CHARACTERS),
        reading,
        config=SamplingConfig(rng_seed=3),
        count=2,
        show=shown.append,
    )
    assert sampled == batches
    assert len(shown) == len(sampled)
    assert shown[-1] == found


def test_the_last_fillings_of_a_long_hole_go_on_from_the_best(monkeypatch):
    monkeypatch.setattr("abcstudio.composing.rewriting.fillings.FEWEST_TOGETHER", 48)
    monkeypatch.setattr("abcstudio.composing.rewriting.fillings.MOST_TOGETHER", 48)
    asked = []

    class Noted(EqualChances):
        def sample_scored(self, guide, prompt, config, rng_seeds):
            asked.append(guide.streams)
            return super().sample_scored(guide, prompt, config, rng_seeds)

    text = REEL + "G8|A8|B8|c8|d8|]\n"
    hole = hole_of(parse(text), 1, 4)
    reading = read_hole(hole, model_text(text, CHARACTERS, is_prepared=True), CHARACTERS)
    rules, shown = HoleClock(hole, reading, CHARACTERS), list[tuple[Filling, ...]]()
    fillings(Noted(), rules, reading, config=SamplingConfig(rng_seed=3), count=8, show=shown.append)
    _, *before, _ = shown
    _, _, *bettered = asked
    assert [len(one) for one in bettered] == [24, 24]
    for known, streams in zip(before, bettered, strict=True):
        for kept in (3, 2):
            begun = {tuple(one.music[:kept]) for one in streams}
            assert begun >= {one.music[:kept] for one in known}


def test_fillings_that_are_late_are_not_waited_for(monkeypatch):
    monkeypatch.setattr("abcstudio.composing.rewriting.fillings.FEWEST_TOGETHER", 48)
    monkeypatch.setattr("abcstudio.composing.rewriting.fillings.MOST_TOGETHER", 48)
    running = []

    class Noted(EqualChances):
        def sample_scored(self, guide, prompt, config, rng_seeds):
            for _ in super().sample_scored(guide, prompt, config, rng_seeds):
                yield
                running.append((len(rng_seeds), len(guide.running), len(guide.inside)))

    hole = hole_of(parse(TUNE), 1, 2)
    reading = read_hole(hole, model_text(TUNE, CHARACTERS, is_prepared=True), CHARACTERS)
    rules = HoleClock(hole, reading, CHARACTERS)
    fillings(Noted(), rules, reading, config=SamplingConfig(rng_seed=3), count=4)
    for together, late in [(12, 3), (36, 0)]:
        left = [(all_, inside) for count, all_, inside in running if count == together]
        assert not [one for one in left if max(one) <= late and one[0] == one[1]]


class ToldFillings:
    """Samples nothing: every stream writes what it is told, with the probabilities it is told.

    Attributes:
        temperatures: Those of each batch.
    """

    def __init__(self, *batches):
        self._batches = list(batches)
        self.temperatures: list[float] = []

    def sample_scored(self, guide, prompt, config, rng_seeds):
        self.temperatures.append(config.temperature)
        told = self._batches.pop(0)
        for number in range(len(rng_seeds)):
            music, log, log_behind = told[number % len(told)]
            for place, character in enumerate(music + "|"):
                is_behind = place == len(music)
                guide.read(number, character, log_behind if is_behind else log / len(music))
            while number in guide.running:
                guide.read(number, guide.streams[number].kept[0], 0.0)
        yield


def told_fillings(sampler, count, **options):
    hole = hole_of(parse(REEL + "G8|A8|B8|]\n"), 2, 2)
    reading = read_hole(hole, model_text(hole.text, CHARACTERS, is_prepared=True), CHARACTERS)
    rules = HoleClock(hole, reading, CHARACTERS)
    return fillings(sampler, rules, reading, config=SamplingConfig(), count=count, **options)


def test_the_likeliest_filling_is_among_several():
    told = [("c8", -20.0, -1.0), ("d8", -20.0, -1.1), ("e8", -20.0, -1.2), ("f8", -3.0, -3.2)]
    assert [one.music for one in told_fillings(ToldFillings(told, told), 1)] == [("c8",)]
    several = told_fillings(ToldFillings(told, told), 3)
    assert [one.music for one in several] == [("c8",), ("d8",), ("f8",)]


def test_of_fillings_that_only_beam_otherwise_the_likeliest_stays():
    told = [("c4c4", -9.0, -2.0), ("c4 c4", -3.0, -2.5), ("d8", -9.0, -3.0)]
    better, likelier, _ = (Filling((music,), own, (after,)) for music, own, after in told)
    assert better.weight > likelier.weight
    for fillings_told in (told, told[::-1]):
        best = told_fillings(ToldFillings(fillings_told, told[:1]), 2)
        assert [one.music for one in best] == [("c4 c4",), ("d8",)]


def test_where_too_few_differ_more_are_sampled_and_more_freely():
    same, others = [("c8", -1.0, -1.0)], [("d8", -9.0, -1.0), ("e8", -9.0, -1.0)]
    sampler = ToldFillings(same, same, others)
    shown: list[tuple[Filling, ...]] = []
    found = told_fillings(sampler, 3, show=shown.append)
    assert [len(some) for some in shown] == [1, 1, 3]
    assert {one.music for one in found} == {("c8",), ("d8",), ("e8",)}
    first, second, third = sampler.temperatures
    assert first == second == SamplingConfig().temperature < third


def test_what_is_kept_is_read_between_the_stretches_and_behind_the_hole():
    hole = hole_of(parse(TUNE), 3, 4)
    reading = read_hole(hole, model_text(TUNE, CHARACTERS, is_prepared=True), CHARACTERS)
    assert reading.before == TUNE[: TUNE.index("c8")]
    assert reading.music == ("c8", "B4 A3")
    assert reading.joins == ("|", ":|\n\n")


def test_a_hole_that_nothing_ends_is_read_on_to_a_bar_line():
    _, reading, _ = filled(REEL + "G8|A4 c4\n\n", 2, 2)
    assert reading.joins == ("|",)
    _, reading, _ = filled(REEL + "G8|A4 c4|]\n\n", 2, 2)
    assert reading.joins == ("|]\n\n",)


def test_work_can_be_stopped():
    with pytest.raises(CancelledError), stopping(lambda: True):
        filled(TUNE, 1, 2)


@pytest.mark.parametrize(
    ("music", "characters"),
    [("G8|A8|\n", "\n 18:KLMX|]"), ("G8|A8|\n", "Cz"), ("d'8-|d'8|\n", "\nDz1248|]")],
)
def test_a_vocabulary_that_fills_no_measure(music, characters):
    with pytest.raises(RewritingError) as caught:
        filled(REEL + music, 2, 2, characters=characters)
    assert caught.value.message_id == "rewriting.cannot_fill"


def test_a_tie_ends_a_stretch_only_where_the_next_one_can_take_it():
    hole = hole_of(parse(REEL + "G8|A8:|B8|]\n"), 1, 2)
    reading = read_hole(hole, model_text(hole.text, CHARACTERS, is_prepared=True), CHARACTERS)
    clock = HoleClock(hole, reading, CHARACTERS)
    may_tie = []
    for number, stretch in enumerate(hole.stretches):
        state: Body = stretch.start
        for character in "G8":
            state = clock.step(number, state, character)
        may_tie.append(bool(clock.allowed(number, state)[CHARACTERS.index("-")]))
    assert may_tie == [True, False]
