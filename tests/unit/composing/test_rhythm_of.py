"""The rhythm of a tune: what is kept of it, and that the clock lets through what has it."""

import random

import pytest

from abcstudio.composing.clock.clock import MeasureClock, is_end
from abcstudio.composing.clock.wishes import Language
from abcstudio.composing.guard.room_masks import MaskTable
from abcstudio.composing.rhythm_of import rhythm_of
from abcstudio.composing.tune_wishes import TuneWishes
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.training_text import tune_for_training
from abcstudio.paths import bundled_tunebook
from tests.unit.composing.faults import faults
from tests.unit.composing.kept_wishes import broken_wishes

TUNE = """X:1
T:One % two
M:6/8
L:1/8
Q:120
K:D
P:A
|:(A|"D"AFA {B}Agf|!trill!e>de [fa]2B-|B2z g3 | [1 g2d d2:|[2 (3gab c d3|]
w:la la
"""
PATTERN = "|:o|ooo ooo|o>oo o2o-|o2z o3 |1 o2o o2:|2 (3ooo o o3|]\n"
CHARACTERS = "".join(map(chr, (10, *range(32, 127))))


def test_pitches_are_open_and_ornaments_left_out():
    assert rhythm_of(TUNE) == f"M:6/8\nL:1/8\n{PATTERN}"


def test_a_note_of_a_chord_has_the_chord_s_length_times_its_own():
    written = "X:1\nM:4/4\nL:1/8\nK:C\n[C2E2]2 [CE]2 [C2E2]|\n"
    assert rhythm_of(written) == "M:4/4\nL:1/8\no4 o2 o2|\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        TUNE + "ABc def|gfe dcB|\n" * 300,
        "X:1\nM:4/4\nK:C\n",
        "X:1\nM:none\nL:1/8\nK:C\nA4|\n",
        "X:1\nM:4/4\nL:1/8\nK:C\nA4&c4|\n",
        "X:1\nM:4/4\nL:1/8\nV:1\nK:C\nA4|\n",
    ],
)
def test_what_has_no_rhythm_of_one_voice_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        rhythm_of(text)


def walk(wishes, rng):
    """Return a tune written by chance through the masks."""
    clock = MeasureClock(Language(wishes=wishes.for_clock(), careful=False), CHARACTERS)
    masks = MaskTable(clock)
    text = f"X:1\nM:{wishes.for_clock().meter}\nL:{wishes.for_clock().unit}\nK:D\n"
    state = clock.read(text).state
    for left in range(900, 0, -1):
        assert state is not None
        row = masks.allowed([state], [left])[0]
        assert row.any(), text
        text += rng.choice([one for one, may in zip(clock.characters, row, strict=True) if may])
        state = clock.step(state, text[-1])
        if state is not None and is_end(state):
            return text
    return text


@pytest.mark.parametrize("more", [{}, {"range": "whistle", "ends_on_tonic": True}])
def test_whatever_the_pitches_the_rhythm_is_kept(more):
    wishes = TuneWishes(rhythm_of=f"M:6/8\nL:1/8\n{PATTERN}", **more)
    rng = random.Random(1)
    for _ in range(5):
        text = walk(wishes, rng)
        assert rhythm_of(text) == wishes.rhythm_of
        assert (broken_wishes(text, wishes), text) == ([], text)


def test_the_clock_lets_through_real_tunes_with_their_own_rhythm():
    tunes = random.Random(3).sample([*read_tunebook(bundled_tunebook())], 40)
    texts = [tune_for_training(tune) for tune in tunes]
    refused = [text for text in texts if not faults(text) and not is_kept(text)]
    assert len(refused) <= 2, refused


def is_kept(text):
    rules = TuneWishes(rhythm_of=rhythm_of(text)).for_clock()
    clock = MeasureClock(Language(wishes=rules, careful=False), CHARACTERS)
    head = text.partition("\nK:")[0] + "\nK:" + text.partition("\nK:")[2].partition("\n")[0] + "\n"
    state = clock.read(head).state
    return state is not None and MaskTable(clock).reachability.distance(state) is not None
