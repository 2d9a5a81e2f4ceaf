"""What the masks let through is right by the reader, whatever the model; nothing leads nowhere."""

import random
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from abcstudio.composing.clock.clock import MeasureClock, is_end
from abcstudio.composing.clock.reachability import STATES_A_TURN, Reachability
from abcstudio.composing.clock.wishes import COMPASSES, FormSection, Language, Wishes, form_of
from abcstudio.composing.guard.room_masks import MaskTable
from abcstudio.errors import CancelledError
from abcstudio.notation.reader.parser import parse
from abcstudio.stopping import stopping
from tests.unit.composing.faults import faults

# The vocabulary of the shipped model.
CHARACTERS = (
    "\n !#'(,-./0123456789:<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~"
)
TUNES = """|:G2 GA B>d|g2 f/e/ d2|{c}B2 (3ABA ~G2:|
|:d|^cde f2-|f4 z2|1 [GB]2 A2 G2:|2 D,2 c'2 B||
|]
"""
HEADERS = [
    "X:1\n",
    "X:1\nM:4/4\nL:1/8\nK:D\n",
    "X:1\nM:6/8\nL:1/8\nK:G\n",
    "X:1\nM:3/4\nL:1/4\nK:Am\n",
    "X:1\nM:9/8\nL:1/8\nK:Ador\n",
    "X:1\nR:hornpipe\nM:2/4\nL:1/16\nK:Bb\n",
    "X:1\nM:C|\nK:F#m\n",
]


class Walker:
    """Writes tunes as a bigram model of a few lines does, or one that knows nothing."""

    def __init__(self, wishes=None, *, careful=True):
        self.clock = MeasureClock(Language(wishes=wishes or Wishes(), careful=careful), CHARACTERS)
        self.masks = MaskTable(self.clock)
        self._pairs = Counter(pairwise(TUNES))

    def walk(self, header, rng, most, *, knows):
        text, state = header, self.clock.read(header).state
        assert state is not None
        for left in range(most, 0, -1):
            row = self.masks.allowed([state], [left])[0]
            allowed = [one for one, may in zip(CHARACTERS, row, strict=True) if may]
            weights = [self._pairs[text[-1:], one] + (0.01 if knows else 1.0) for one in allowed]
            text += rng.choices(allowed, weights)[0]
            state = self.clock.step(state, text[-1])
            assert state is not None
            if is_end(state):
                break
        return text


def test_what_a_title_says_makes_no_new_rows():
    """So that the end of a short tune is not sought again behind each of its letters."""
    clock = MeasureClock(Language(), CHARACTERS)
    masks = MaskTable(clock)
    title, other = (clock.read(f"X:1\nT:{words}").state for words in ("Kesh", "Toss"))
    assert title is not None
    assert other is not None
    known = masks.allowed([title], [40])
    rows = len(masks)
    assert (masks.allowed([other], [40]) == known).all()
    assert len(masks) == rows
    distance = masks.reachability.distance
    assert distance(title) == distance(other) == Reachability(clock).distance(other)


@pytest.fixture(scope="module")
def walker():
    return Walker()


@pytest.mark.parametrize("header", HEADERS)
def test_the_reader_finds_nothing_wrong(walker, header):
    rng = random.Random(header)
    for knows in (True, False):
        tune = walker.walk(header, rng, 100, knows=knows)
        assert tune.endswith("\n\n")
        assert (faults(tune), tune) == ([], tune)


@pytest.mark.parametrize("header", HEADERS[2:3])
def test_the_wider_language_is_right_too(header):
    walker = Walker(careful=False)
    tune = walker.walk(header, random.Random(header), 80, knows=True)
    found = [one for one in parse(tune).diagnostics if one.severity != "hint"]
    assert [(one.code, tune) for one in found] == []


def test_a_tune_ends_within_the_length_however_short():
    walker = Walker()
    shortest = walker.masks.reachability.distance(walker.clock.start())
    assert shortest is not None
    tune = walker.walk("", random.Random(1), shortest, knows=False)
    assert tune.endswith("\n\n")
    assert len(tune) <= shortest


def test_wishes_are_kept():
    wishes = Wishes(
        form=form_of("AAB", 2), compass=COMPASSES["whistle"], key="D", has_accidentals=False,
        ends_on_tonic=True,
    )  # fmt: skip
    walker = Walker(wishes)
    tune = walker.walk("X:1\nM:4/4\nL:1/8\n", random.Random(3), 120, knows=True)
    assert tune.endswith("\n\n")
    music = tune.partition("K:D\n")[2]
    assert music.count("|:") == music.count(":|") == 1
    assert not set(music) & set("^_=,")
    notes = [one for one in music if one in "ABCDEFGabcdefg"]
    assert notes[-1] in "Dd"
    assert set(notes) <= set("DEFGABcdefgab")


def test_no_tune_without_the_signs_that_it_needs():
    reachability = Reachability(MeasureClock(Language(), CHARACTERS.replace("|", "")))
    clock = MeasureClock(Language(), CHARACTERS)
    body = clock.read(HEADERS[1]).state
    assert body is not None
    assert reachability.distance(body) is None
    assert Reachability(clock).distance(body) == len("A8|]\n\n")


def test_a_section_that_no_vocabulary_can_repeat():
    wishes = Wishes(form=(FormSection(1, repeated=True),))
    clock = MeasureClock(Language(wishes=wishes), CHARACTERS.replace(":", ""))
    assert clock.read("X").state is not None
    assert Reachability(clock).distance(clock.start()) is None


STRICT = Wishes(compass=COMPASSES["pipes"], ends_on_tonic=True, has_accidentals=False)


@pytest.mark.parametrize(
    "wishes",
    [
        Wishes(form=form_of("AABB", 8)),
        replace(STRICT, form=form_of("AABBCC", 16), meter="12/8", rhythm="strathspey", key="Gm"),
        replace(STRICT, form=form_of("ABC", 32), meter="5/4", key="G"),
    ],
)
@pytest.mark.parametrize("prompt", ["", "X:1\nT:", "X:1\nM:{0}\nL:1/16\n"])
def test_a_way_through_a_long_form_is_found_from_its_first_character(wishes, prompt):
    clock = MeasureClock(Language(wishes=wishes), CHARACTERS)
    state = clock.read(prompt.format(wishes.meter or "4/4")).state
    assert state is not None
    measures = sum(section.measures for section in wishes.form)
    distance = Reachability(clock).distance(state)
    assert distance is not None
    assert 3 * measures < distance < 5 * measures + 60


@pytest.mark.parametrize("wishes", [Wishes(), Wishes(rhythm="jig", meter="6/8", key="G")])
def test_a_tune_goes_on_from_each_place_of_its_header(wishes):
    clock = MeasureClock(Language(wishes=wishes), CHARACTERS)
    header = "X:1\nT:The Kesh\nC:Trad\nR:jig\nM:6/8\nL:1/8\nK:G\n"
    for end in range(len(header) + 1):
        state = clock.read(header[:end]).state
        # Each in a search of its own, which what others found does not help.
        assert state is not None, header[:end]
        assert Reachability(clock).distance(state) is not None, header[:end]


LONG = replace(STRICT, form=form_of("AABBCC", 8), key="D")
# One search goes on from a state by no more characters than these.
MOST_WAYS = len(CHARACTERS)


class CountingClock(MeasureClock):
    """Counts its steps."""

    steps = 0

    def step(self, state, character):
        self.steps += 1
        return super().step(state, character)


class Patience:
    """What asks whether to stop: it notes after how many steps, and says so after some times."""

    def __init__(self, clock, most=1 << 30):
        self.clock, self.most, self.asked_at = clock, most, [0]

    def should_stop(self):
        self.asked_at.append(self.clock.steps)
        return len(self.asked_at) > self.most


def walked(clock, masks, characters=50):
    """Return the rows on the way into a tune, each in a state that is met the first time."""
    state, rng, rows = clock.read("X:1\nM:4/4\nL:1/8\nK:D\n").state, random.Random(5), []
    for left in range(300, 300 - characters, -1):
        rows.append(masks.allowed([state], [left])[0].tolist())
        allowed = [one for one, may in zip(CHARACTERS, rows[-1], strict=True) if may]
        state = clock.step(state, rng.choice(allowed))
    return rows


def test_a_search_asks_all_along_whether_to_stop():
    clock = CountingClock(Language(wishes=LONG), CHARACTERS)
    patience = Patience(clock)
    masks = MaskTable(clock)
    with stopping(patience.should_stop):
        walked(clock, masks)
    gaps = [after - before for before, after in pairwise(patience.asked_at)]
    # A row looks at each character once, and what it takes of searches counts in their turns.
    assert max(gaps) <= (STATES_A_TURN + 1) * MOST_WAYS
    assert len(gaps) > len(masks)


@cache
def rows_of_one_that_nothing_stopped():
    clock = MeasureClock(Language(wishes=LONG), CHARACTERS)
    return walked(clock, MaskTable(clock))


@pytest.mark.parametrize("most", [2, 5, 40])
def test_a_search_is_left_when_asked_and_what_it_found_is_right(most):
    clock = CountingClock(Language(wishes=LONG), CHARACTERS)
    patience = Patience(clock, most)
    masks = MaskTable(clock)
    with pytest.raises(CancelledError), stopping(patience.should_stop):
        walked(clock, masks)
    assert clock.steps - patience.asked_at[-1] <= 1
    patience.most = 1 << 30
    assert walked(clock, masks) == rows_of_one_that_nothing_stopped()
