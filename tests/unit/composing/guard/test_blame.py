"""Each wish is charged with what a take went back for, and with nothing else."""

from typing import Any

import pytest

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.wishes import COMPASSES, Language, Wishes, form_of
from abcstudio.composing.guard.blame import Blame
from abcstudio.composing.guard.take_costs import (
    MEASURES,
    Cost,
    TakeCosts,
    costs_data,
    costs_from,
)

CHARACTERS = "".join(map(chr, (10, *range(32, 127))))
HEADER = "X:1\nM:4/4\nL:1/8\nK:D\n"
FORM = form_of("AABB", 2)
WHISTLE = COMPASSES["whistle"]


@pytest.mark.parametrize(
    ("wishes", "text", "character", "causes"),
    [
        (Wishes(), "d4d4", "d", (MEASURES,)),
        (Wishes(compass=WHISTLE, form=FORM), "|:d4d4|d4d4", "2", (MEASURES,)),
        (Wishes(compass=WHISTLE), "d4A,", " ", ("range",)),
        (Wishes(has_accidentals=False, compass=WHISTLE), "d4", "^", ("accidentals",)),
        (Wishes(form=FORM), "|:d4d4|d4d4", "|", ("form",)),
        (Wishes(key="D", meter="4/4"), "d8|\n", "K", ("key",)),
        (Wishes(key="D", meter="4/4"), "d8|\n", "M", ("meter",)),
        (Wishes(ends_on_tonic=True), "d4A4|]\n", "\n", ("ends_on_tonic",)),
        (Wishes(pickup="without", compass=WHISTLE), "|:A2", "|", ("pickup",)),
        (Wishes(pickup="with"), "|:d8", "|", ("pickup",)),
        # A tune that ends too early, on another note.
        (Wishes(form=FORM, ends_on_tonic=True), "|:d8|A8:|\n", "\n", ("form", "ends_on_tonic")),
    ],
)
def test_a_character_that_must_not_come_is_charged_to_the_wishes_against_it(
    wishes: Wishes, text: str, character: str, causes: tuple[str, ...]
) -> None:
    language = Language(wishes=wishes)
    state = MeasureClock(language, CHARACTERS).read(HEADER + text).state
    assert state is not None
    assert MeasureClock(language, CHARACTERS).step(state, character) is None
    assert Blame(language, CHARACTERS).of_step(state, character) == causes


def test_a_dead_end_is_charged_to_each_wish_that_makes_it() -> None:
    wishes = Wishes(form=form_of("A", 1), ends_on_tonic=True, compass=WHISTLE)
    language = Language(wishes=wishes)
    state = MeasureClock(language, CHARACTERS).read(HEADER + "d4A4|").state
    assert state is not None
    assert Blame(language, CHARACTERS).of_dead_end(state) == ("form", "ends_on_tonic")


def test_costs_come_back_from_plain_data_and_nonsense_is_none() -> None:
    costs = TakeCosts(200, {"range": Cost(2, 31), MEASURES: Cost(1, 4)})
    assert costs_from(costs_data(costs)) == costs
    assert costs_from(costs_data(None)) is None
    assert costs.of("form") == Cost()
    nonsense: list[Any] = [3, {}, {"characters": 1, "causes": {"range": [1, -1]}}, {"causes": {}}]
    for odd in nonsense:
        assert costs_from(odd) is None
