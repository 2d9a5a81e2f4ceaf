"""A tune's rhythm in a form: what has it stays, what has it not is put together anew."""

import random

import pytest

from abcstudio.composing.clock.wishes import form_of
from abcstudio.composing.laid_rhythm import rhythm_in_form
from abcstudio.composing.rhythm_of import rhythm_of
from abcstudio.composing.tune_wishes import TuneWishes
from abcstudio.corpus.sources import read_tunebook
from abcstudio.paths import bundled_tunebook
from tests.unit.composing.kept_wishes import broken_wishes
from tests.unit.composing.test_rhythm_of import walk

HEAD = "M:6/8\nL:1/8\n"
TWO_PARTS = HEAD + "|:o|o3 ooo|o2o o2:|\n|:o|ooo o3|ooo o2z|1 o6:|2 o3 o2|]\n"


def test_what_has_the_form_stays_as_it_is() -> None:
    jig = HEAD + "|:o|o3 ooo|o2o o2:|\n|:o|ooo ooo|o3 o2:|\n"
    assert rhythm_in_form(jig, form_of("AABB", 2)) == jig


@pytest.mark.parametrize(
    ("letters", "measures", "lines"),
    [
        ("AABB", 3, "|:o3 ooo|o2o o2 o|o3 ooo:|\n|:ooo o3|ooo o2z|o6:|\n"),
        ("ABC", 2, "o3 ooo|o2o o2 o||\nooo o3|ooo o2z||\no3 ooo|o2o o2 o|]\n"),
        ("A", 5, "o3 ooo|o2o o2 o|o3 ooo|o2o o2 o|\no3 ooo|]\n"),
    ],
)
def test_each_part_has_the_measures_of_one_again_and_again(
    letters: str, measures: int, lines: str
) -> None:
    assert rhythm_in_form(TWO_PARTS, form_of(letters, measures)) == HEAD + lines


def test_a_measure_that_no_pickup_completes_ends_in_a_rest() -> None:
    short = "M:3/4\nL:1/4\no3|o2|]\n"
    assert rhythm_in_form(short, form_of("A", 4)) == "M:3/4\nL:1/4\no3|o2 z|o3|o2 z|]\n"


@pytest.mark.parametrize("music", ["o9|o6|]\n", "o6|[M:9/8]o9|]\n", "o|]\n"])
def test_what_cannot_be_put_together_is_refused(music: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        rhythm_in_form(HEAD + music, form_of("AABB", 8))


def test_takes_have_both_the_form_and_the_rhythm_of_real_tunes() -> None:
    rng = random.Random(5)
    kept = 0
    for tune in rng.sample([*read_tunebook(bundled_tunebook())], 12):
        try:
            wishes = TuneWishes(rhythm_of=rhythm_of(tune.text), form="AABBCC", measures=4)
        except ValueError:
            continue
        text = walk(wishes, rng)
        assert (broken_wishes(text, wishes), text) == ([], text)
        kept += 1
    assert kept > 6
