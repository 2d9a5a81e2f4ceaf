"""The table says what the clock and its masks say, state by state, however often it was asked."""

import random
from collections import Counter
from itertools import pairwise

import numpy as np
import pytest

from abcstudio.composing.clock.clock import MeasureClock, is_end
from abcstudio.composing.clock.reachability import Reachability
from abcstudio.composing.clock.step_table import StepTable
from abcstudio.composing.clock.wishes import COMPASSES, Language, Wishes, form_of
from abcstudio.composing.guard.room_masks import MaskTable
from abcstudio.composing.guard.shared_tables import shared_table, shared_ways
from abcstudio.errors import CancelledError
from abcstudio.stopping import stopping
from tests.thorough import tries

CHARACTERS = (
    "\n !#'(,-./0123456789:<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~"
)
TUNES = """|:G2 GA B>d|g2 f/e/ d2|{c}B2 (3ABA ~G2:|
|:d|^cde f2-|f4 z2|1 [GB]2 A2 G2:|2 D,2-D,2 c'2 B||
|]
"""
HEADERS = [
    "X:1\n",
    "X:1\nM:6/8\nL:1/8\nK:G\n",
    "X:12\nT:A\nR:hornpipe\nM:2/4\nL:1/16\nK:D\n",
]
FAR = 1 << 20


def state_of(clock, text):
    state = clock.read(text).state
    assert state is not None
    return state


@pytest.mark.parametrize(
    "wishes",
    [
        Wishes(),
        Wishes(form=form_of("AABB", 2)),
        Wishes(compass=COMPASSES["whistle"], ends_on_tonic=True, key="D"),
        Wishes(meter="4/4", unit="1/8", pattern="|:o2oo o>o(3ooo|o4-o4:|\n"),
        Wishes(compass=COMPASSES["voice"], has_accidentals=False, meter="6/8", rhythm="jig"),
    ],
)
def test_the_table_is_what_the_masks_are(wishes):
    language = Language(wishes=wishes, careful=not wishes.pattern)
    clock, table = MeasureClock(language, CHARACTERS), StepTable(language, CHARACTERS)
    masks, pairs = MaskTable(clock), Counter(pairwise(TUNES))
    chance = random.Random(7)
    for walk in range(4):
        text = HEADERS[walk % 3]
        text = text if clock.read(text).state else "X:1\n"
        state = state_of(clock, text)
        number = table.number(state)
        for _ in range(tries(40)):
            row = masks.allowed([state], [FAR])[0]
            found, bounds = table.allowed(np.array([number]))
            assert found[0].tolist() == row.tolist(), text
            assert bounds[0] >= masks.reachability.distance(state)
            follows = [table.follow(int(number), place, text) for place in range(len(CHARACTERS))]
            ends = [one.number >= 0 and table.can_end(one.number) for one in follows]
            assert ends == row.tolist(), text
            allowed = [one for one, may in zip(CHARACTERS, row, strict=True) if may]
            weights = [pairs[text[-1], one] + (0.01 if walk % 2 else 1.0) for one in allowed]
            character = chance.choices(allowed, weights)[0]
            number = follows[CHARACTERS.index(character)].number
            text += character
            after = clock.step(state, character)
            assert after is not None
            state = after
            if is_end(state):
                break


def test_titles_and_keys_are_one_state():
    clock, table = MeasureClock(Language(), CHARACTERS), StepTable(Language(), CHARACTERS)
    texts = [f"X:{number}\nT:{title}\nM:4/4\nK:{key}\nA" for number, title, key in
             [(1, "An", "D"), (2, "Oh", "Gm")]]  # fmt: skip
    assert len({table.number(state_of(clock, text)) for text in texts}) == 1


def test_a_tie_waits_for_its_own_note():
    clock, table = MeasureClock(Language(), CHARACTERS), StepTable(Language(), CHARACTERS)
    texts = [f"X:1\nM:4/4\nL:1/8\nK:D\n{note}2" for note in "DA"]
    numbers = np.array([table.number(state_of(clock, text)) for text in texts])
    assert numbers[0] == numbers[1]
    table.allowed(numbers)
    tie = CHARACTERS.index("-")
    tied = [
        table.follow(int(number), tie, text).number
        for number, text in zip(numbers, texts, strict=True)
    ]
    masks, _ = table.allowed(np.array(tied))
    letters = [{one for one, may in zip(CHARACTERS, row, strict=True) if may} for row in masks]
    assert "D" in letters[0]
    assert "A" in letters[1]
    assert not letters[0] & set("ABCEFGabcdefg")
    assert not letters[1] & set("BCDEFGabcdefg")


def test_a_table_that_was_stopped_goes_on_where_it_was():
    clock = MeasureClock(Language(), CHARACTERS)
    stopped, whole = (StepTable(Language(), CHARACTERS) for _ in range(2))
    number = np.array([stopped.number(clock.start())])
    assert number == whole.number(clock.start())
    with pytest.raises(CancelledError), stopping(lambda: True):
        stopped.allowed(number)
    found, wanted = (table.allowed(number)[0].tolist() for table in (stopped, whole))
    assert found == wanted


def test_landmarks_are_bar_lines_lines_of_the_header_and_the_end():
    table = StepTable(Language(), CHARACTERS)
    clock = MeasureClock(Language(), CHARACTERS)
    text = "X:1\nM:2/4\nL:1/8\nK:D\n|:d2 e2|f2 d2:|\n\n"
    number, marked = table.number(clock.start()), ""
    for place, character in enumerate(text):
        found = table.follow(number, CHARACTERS.index(character), text[:place])
        assert found == table.follow(number, CHARACTERS.index(character), text[:place])
        marked += "^" if found.is_landmark else character
        number = found.number
        assert number == table.number(state_of(clock, text[: place + 1]))
    assert marked == "X:1^M:2/4^L:1/8^K:D^^:d2 e2^f2 d2^|\n^"
    assert table.landmarks.is_end(number)
    refused = table.follow(table.number(clock.start()), CHARACTERS.index("|"), "")
    assert (refused.number, refused.is_landmark) == (-1, False)


def test_a_table_is_shared_by_equal_wishes():
    table = shared_table("\nXK:1", Language(wishes=Wishes(key="D")))
    assert shared_table("\nXK:1", Language(wishes=Wishes(key="D"))) is table
    assert shared_table("\nXK:1", Language()) is not table


def test_where_the_end_is_sought_is_shared():
    """What is found there is not: how far an end seems to be depends on what was asked before."""
    ways_on = shared_ways(CHARACTERS, Language())
    assert shared_ways(CHARACTERS, Language()) is ways_on
    state = state_of(ways_on.clock, HEADERS[1])
    alone = Reachability(ways_on.clock).distance(state)
    for _ in range(2):
        assert Reachability(ways_on.clock, ways_on=ways_on).distance(state) == alone
    assert ways_on.states_known
