"""Measures that return elsewhere change with the chosen ones; all else stays."""

import pytest

from abcstudio.composing.model_text import model_text
from abcstudio.composing.rewriting.chosen_measures import hole_of
from abcstudio.composing.rewriting.fillings import fillings
from abcstudio.composing.rewriting.kept import NOTHING, Kept
from abcstudio.composing.rewriting.reading.hole_reading import read_hole
from abcstudio.composing.rewriting.rules import rules_for
from abcstudio.errors import RewritingError
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.messages import ENGLISH
from abcstudio.notation.reader.parser import parse
from tests.unit.composing.faults import faults
from tests.unit.composing.rewriting.test_fillings import CHARACTERS, REEL, EqualChances


def hole(music, first, last, kept=NOTHING):
    return hole_of(parse(REEL + music), first, last, kept, everywhere=True)


@pytest.mark.parametrize(
    ("music", "chosen", "new", "changed"),
    [
        ("G8|A8|G8|B8|G8|]\n", (3, 3), ["c8"], "c8|A8|c8|B8|c8|]\n"),
        ("G8|A8|B8 |: G8 | A8 :|\n", (1, 2), ["c8", "d8"], "c8|d8|B8 |: c8 | d8 :|\n"),
        ("G8|G8|A8|G8|G8|A8|]\n", (1, 2), ["c8", "d8"], "c8|d8|A8|c8|d8|A8|]\n"),
        ("G8|A8|A8|G4\n G4|G4\n G4|]\n", (4, 4), ["c4", "d4"], "G8|A8|A8|c4\n d4|c4\n d4|]\n"),
        ("G8|[L:1/16]G8 G8|[L:1/8]G8|G8:|\n", (3, 3), ["c8"],
         "c8|[L:1/16]G8 G8|[L:1/8]c8|c8:|\n"),
        ("D|G8|A4 c3:|\n|:D|E8|G8|G7|]\n", (0, 0), ["c"], "c|G8|A4 c3:|\n|:c|E8|G8|G7|]\n"),
        ("G8|A8|[ce]8-|[ce]8|G8|]\n", (1, 1), ["c8"], "c8|A8|[ce]8-|[ce]8|c8|]\n"),
        ("[ce]8-|[ce]8|G8|A8|G8|]\n", (1, 3), ["d8", "e8", "f8"], "d8|e8|f8|A8|f8|]\n"),
        ("G4 (AB cd|ef)ga b4|c8|ef)ga b4|]\n", (2, 2), ["c8"], "G4 (AB cd|c8)|c8|c8)|]\n"),
    ],
)  # fmt: skip
def test_a_measure_that_returns_changes_with_the_chosen_one(music, chosen, new, changed):
    found = hole(music, *chosen)
    assert "(" in music or found.filled(found.music) == REEL + music
    assert found.filled(new) == REEL + changed
    moved = found.moved(f"%\n{found.text}", 2)
    assert moved.filled(new) == f"%\n{REEL}{changed}"


def test_ends_stay_wherever_the_measures_return():
    found = hole("G2 AB c2 d2|c8|G2 AB c2 d2|]\n", 1, 1, Kept(ends=True))
    assert found.filled(["e4"]) == REEL + "G2 e4 d2|c8|G2 e4 d2|]\n"


def test_what_is_tied_into_a_measure_that_returns_stays_tied():
    text = REEL + "c4 d4|c4 e4-|e4 c4|B8|e4 c4|]\n"
    found = hole_of(parse(text), 5, 5, everywhere=True)
    reading = read_hole(found, model_text(text, CHARACTERS, is_prepared=True), CHARACTERS)
    rules = rules_for(found, reading, CHARACTERS, NOTHING)
    config = SamplingConfig(rng_seed=1)
    for one in fillings(EqualChances(), rules, reading, config=config, count=4):
        changed = found.filled(one.music)
        assert changed == text.replace("e4 c4|", f"{one.music[0]}|")
        assert one.music[0].lstrip().startswith("e")
        assert (faults(changed), changed) == ([], changed)


def test_a_measure_that_is_tied_keeps_neither_rhythm_nor_contour_elsewhere():
    for kept in (Kept(rhythm=True), Kept(contour=True)):
        with pytest.raises(RewritingError) as caught:
            hole("c4 e4-|e4 c4|B8|e4 c4|]\n", 4, 4, kept)
        assert caught.value.message_id == "rewriting.tied_return"
        assert "Measure 2" in ENGLISH[caught.value.message_id].format(**caught.value.parameters)
        with pytest.raises(RewritingError) as caught:
            hole("c4 (e4-)|e8|B8|c4 (e4-)|e8|]\n", 1, 1, kept)
        assert caught.value.message_id == "rewriting.tied_return"


def test_words_under_a_measure_that_returns_are_said():
    with pytest.raises(RewritingError) as caught:
        hole("G8|A8|\nw: one two\nB8|G8|]\n", 4, 4)
    assert caught.value.message_id == "rewriting.words"
