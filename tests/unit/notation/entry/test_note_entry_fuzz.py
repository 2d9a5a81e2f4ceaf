"""Any text at all: entering notes and moving measures does it or explains why not."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
from abc_inputs import Inputs

from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import EditError
from abcstudio.notation.entry.changes import add_to_chord, alter_last, shift_last, toggle_tie
from abcstudio.notation.entry.note_entry import Wish, enter
from abcstudio.notation.entry.pitches import StaffPlace
from abcstudio.notation.entry.place import is_in_music
from abcstudio.notation.entry.removal import take_back
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.measure_edits import (
    delete_measures,
    duplicate_measures,
    move_measures,
)
from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span
from tests.thorough import tries

TUNEBOOK = Path(__file__).parents[4] / "resources" / "tunes" / "tunebook.abc"
LONGEST = 1500

CHANGES: dict[str, Callable[[Score, Span], Any]] = {
    "a note": lambda score, span: enter(score, span.end, Wish((61,), Fraction(1, 8))),
    "a letter": lambda score, span: enter(
        score, span.end, Wish((StaffPlace("F", 4),), Fraction(3, 4))
    ),
    "a triplet": lambda score, span: enter(
        score, span.end, Wish((60,), Fraction(1, 8), is_triplet=True)
    ),
    "a rest": lambda score, span: enter(score, span.end, Wish((), Fraction(1, 4))),
    "a chord": lambda score, span: add_to_chord(score, span.end, 66),
    "a step": lambda score, span: shift_last(score, span.end, 1),
    "a sharp": lambda score, span: alter_last(score, span.end, 1),
    "a tie": lambda score, span: toggle_tie(score, span.end),
    "taking back": lambda score, span: take_back(score, span.end),
    "moving": lambda score, span: move_measures(score, span, 1),
    "writing again": duplicate_measures,
    "taking out": delete_measures,
}


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return Inputs(seed=3, tunes=[tune.text for tune in read_tunebook(TUNEBOOK)])


@pytest.mark.parametrize("block", range(tries(1)))
def test_any_text_is_changed_or_the_change_is_declined(inputs: Inputs, block: int) -> None:
    chance = Random(block)
    done = 0
    for index in range(12 * block, 12 * (block + 1)):
        text = inputs.make(index)[1][:LONGEST]
        score = parse(text)
        place = chance.randint(0, len(text))
        span = Span(place, min(len(text), place + chance.choice([0, 0, 20])))
        is_in_music(text, place)
        for change in CHANGES.values():
            try:
                changed = change(score, span)
            except EditError:
                continue
            done += 1
            caret = getattr(changed, "caret", 0)
            assert 0 <= caret <= len(changed.text)
            parse(changed.text)
    assert done > 10
