"""A sampler that knows a tune by heart never says four measures of it where that is not wished."""

import random
from typing import Any

import pytest

from abcstudio.composing.clock.wishes import Wishes
from abcstudio.composing.guard.take_guard import TakeGuard
from abcstudio.corpus.known_runs import KnownRuns
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.notation.reader.parser import parse
from tests.unit.composing.faults import faults

CHARACTERS = "\n /12348:ABFGKLMXcde^=|]-z("
HEADER = "X:1\nM:2/4\nL:1/8\nK:G\n"
TUNES = {
    "plain": "ABcd|edcB|ABcd|e2A2|edcB|A2e2|d4|]\n",
    "repeated, with a pickup": "|:A|ABcd|edcB|ABcd|e2A:|\n",
    "tied": "ABcd|edcB|ABcd-|d2A2-|A4|]\n",
    "with accidentals": "^AB^cd|edcB|A=Fcd|e2^A2|]\n",
    "with rests and tuplets": "(3ABcd2|ez2B|ABcd|e2z2|]\n",
    "with endings": "|:ABcd|edcB|ABcd|1e2A2:|2e4|]\n",
}
TAKES = 6


class Parrot:
    """Says a tune from its first measure, wherever it has to leave it from the next bar line on."""

    def __init__(self, music):
        self.music = music

    def sample_within(self, constraint, prompts, config, rng_seeds, read=len):
        chance = [random.Random(seed) for seed in rng_seeds]
        texts, said = list(prompts), [0] * len(prompts)
        running = set(range(len(prompts)))
        constraint.begin(prompts, config.max_chars)
        for _ in range(config.max_chars):
            streams, read_now = sorted(constraint.wanted(running)), []
            running.intersection_update(streams)
            if not running:
                return
            for stream, row in zip(streams, constraint.allowed(streams), strict=True):
                if stream in running:
                    allowed = [one for one, may in zip(CHARACTERS, row, strict=True) if may]
                    place = said[stream]
                    wanted = self.music[place] if 0 <= place < len(self.music) else ""
                    character = wanted if wanted in allowed else chance[stream].choice(allowed)
                    said[stream] = place + 1 if character == wanted else -1
                    if said[stream] < 0 and character == "|":
                        said[stream] = len(self.music.partition("A")[0])
                    if texts[stream][-1] + character == "\n\n":
                        running.discard(stream)
                        constraint.end(stream, 0.0)
                    else:
                        texts[stream] += character
                        read_now.append((stream, character, 0.0))
            if read_now:
                constraint.read(*map(list, zip(*read_now, strict=True)))
            yield


def takes_of(music, known, particles=1, wishes=None):
    guard = TakeGuard(CHARACTERS, wishes, known=known)
    config = SamplingConfig(guard=True, particles=particles, max_chars=90, rng_seed=1)
    texts = [HEADER] * TAKES
    # With particles, it is not asked for what it lacks.
    parrot: Any = Parrot(music)
    for take, character, _ in guard.takes(parrot, texts[:], config, 0, id):
        texts[take] += character
    return texts


@pytest.mark.parametrize("music", TUNES.values(), ids=TUNES)
def test_a_tune_that_is_known_by_heart_is_not_said(music):
    known = KnownRuns.of([parse(HEADER + music)])
    assert all(known.quoted(parse(text)) for text in takes_of(music, None))
    for text in takes_of(music, known):
        score = parse(text)
        assert (known.quoted(score), faults(text), text) == (
            False,
            [],
            text,
        )


def test_a_stream_goes_on_from_another_with_what_that_one_has_said():
    music = TUNES["plain"]
    known = KnownRuns.of([parse(HEADER + music)])
    for text in takes_of(music, known, particles=4):
        assert (known.quoted(parse(text)), text) == (False, text)


def test_a_rhythm_that_is_kept_is_no_reason_to_say_its_tune():
    music = "ABcd |edcB |ABcd |e2A2 |]\n"
    known = KnownRuns.of([parse(HEADER + music)])
    wishes = Wishes(pattern="".join("o" if one in "ABcde" else one for one in music))
    for text in takes_of(music, known, wishes=wishes):
        assert (known.quoted(parse(text)), text) == (False, text)
        assert [one for one in text[len(HEADER) :] if one in " |2"] == [
            one for one in music if one in " |2"
        ]
