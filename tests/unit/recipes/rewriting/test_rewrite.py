import re
from dataclasses import replace

import pytest

from abcstudio.composing.rewriting.going_on.continuing import Continuing
from abcstudio.errors import CancelledError, ModelFileError, RewritingError
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.notation.reader.parser import parse
from abcstudio.recipes.rewrite import RewriteRequest, Rewritten, rewrite
from abcstudio.stopping import stopping
from tests.unit.recipes.untrained_model import untrained_model

CHARACTERS = "X:1\nTMLKabcdefgABCDEFG|[]/2348 "
BOOK = """M:2/4
L:1/8

X:1
T:One
K:D
d2 A2|F4|]

X:2
T:Two % with a remark
K:G
B|G2 B2|d3:|
"""


@pytest.fixture
def request_(tmp_path, monkeypatch):
    monkeypatch.setattr("abcstudio.composing.rewriting.fillings.FEWEST_TOGETHER", 8)
    path = untrained_model(tmp_path, CHARACTERS)
    sampling = SamplingConfig(rng_seed=3)
    return RewriteRequest(
        model=path, text=BOOK, tune="2", first=1, last=2, takes=3, sampling=sampling
    )


def test_measures_of_one_tune_are_composed_anew_in_the_whole_text(request_):
    takes = rewrite(request_)
    assert len({take.text for take in takes}) == 3
    before, after = BOOK.split("G2 B2|d3")
    for take in takes:
        assert take.text == f"{before}{take.music}{after}"
        assert take.tune == f"X:2\nT:Two % with a remark\nK:G\nB|{take.music}:|"
        assert take.music == "|".join(take.filling.music)
        assert [
            (one.code, take.music) for one in parse(take.tune, "M:2/4\nL:1/8").diagnostics
        ] == []


def test_the_first_takes_are_shown_before_all_are_sampled(request_, monkeypatch):
    monkeypatch.setattr("abcstudio.composing.rewriting.fillings.FIRST_TOGETHER", 2)
    shown: list[tuple[Rewritten, ...]] = []
    asked: list[int] = []

    def should_stop():
        asked.append(len(shown))
        return False

    with stopping(should_stop):
        takes = rewrite(request_, show=shown.append)
    assert 1 <= len(shown[0]) <= 2
    assert shown[-1] == takes
    assert {*asked} >= {0, 1}
    for found in shown:
        weights = [take.filling.weight for take in found]
        assert weights == sorted(weights, reverse=True)


def test_equal_seeds_give_equal_takes(request_):
    takes = rewrite(request_)
    assert takes == rewrite(request_)
    other = replace(request_, sampling=SamplingConfig(rng_seed=50))
    assert {take.music for take in takes} != {take.music for take in rewrite(other)}


def test_with_the_rhythm_kept_only_pitches_change(request_):
    song = BOOK.replace("G2 B2|d3:|", "(G>B) z2|d/e/d2:| % end\nw: one two three")
    with pytest.raises(RewritingError) as caught:
        rewrite(replace(request_, text=song))
    assert caught.value.message_id == "rewriting.words"
    for take in rewrite(replace(request_, text=song, keeps_rhythm=True)):
        pitches = r"[A-Ga-g][,']*"
        assert re.sub(pitches, "n", take.text) == re.sub(pitches, "n", song)
        assert take.text != song


def test_a_text_of_one_tune_needs_no_number(request_):
    tune = BOOK[BOOK.index("X:2") :].replace("K:G", "M:2/4\nK:G")
    takes = rewrite(replace(request_, text=tune, tune=""))
    assert all(take.text == take.tune + "\n" for take in takes)


@pytest.mark.parametrize(
    ("text", "tune", "words"),
    [
        (BOOK, "", "which_tune"),
        (BOOK, "7", "no_such_tune"),
        ("Words, and no tune.\n", "", "no_tune"),
        ("", "", "no_tune"),
    ],
)
def test_a_tune_that_is_not_there_is_said(request_, text, tune, words):
    with pytest.raises(RewritingError) as caught:
        rewrite(replace(request_, text=text, tune=tune))
    assert caught.value.message_id == f"rewriting.{words}"


def test_nothing_begins_where_nothing_can_be_done(request_, tmp_path):
    begun = []
    for wrong in (
        replace(request_, first=5, last=6),
        replace(request_, first=2, last=1),
        replace(request_, model=tmp_path / "none"),
        replace(request_, text=BOOK.replace("G2 B2|d3", "z4|z3"), keeps_rhythm=True),
    ):
        with pytest.raises((RewritingError, ModelFileError)):
            rewrite(wrong, lambda: begun.append(1))
    assert begun == []


def test_work_can_be_stopped(request_):
    with pytest.raises(CancelledError), stopping(lambda: True):
        rewrite(request_)


def test_measures_that_return_change_in_the_whole_text(request_):
    text = BOOK.replace("B|G2 B2|d3:|", "G2 B2|d4|G2 B2|]")
    for take in rewrite(replace(request_, text=text, first=3, last=3, everywhere=True)):
        assert take.text == text.replace("G2 B2", take.music)
        assert take.tune.endswith(f"K:G\n{take.music}|d4|{take.music}|]")


@pytest.mark.parametrize(
    ("wish", "wanted"),
    [
        (Continuing(after=1, add=2), "B|G2 B2|{music}|d3:|"),
        (Continuing(after=1, is_ending=True), "B|G2 B2|{music}:|"),
    ],
)
def test_a_tune_goes_on_within_the_whole_text(request_, wish, wanted):
    request = replace(request_, first=0, last=0, continuing=wish)
    for take in rewrite(request):
        changed = wanted.format(music=take.music)
        assert take.text == BOOK.replace("B|G2 B2|d3:|", changed)
        assert take.tune == f"X:2\nT:Two % with a remark\nK:G\n{changed}"
        assert [one.code for one in parse(take.tune, "M:2/4\nL:1/8").diagnostics] == []
        if wish.is_ending:
            assert take.music.strip("48/, ")[-1] in "Gg"


def test_new_measures_have_nothing_to_keep(request_):
    wish = Continuing(after=1, add=2)
    for more in ({"keeps_rhythm": True}, {"everywhere": True}):
        with pytest.raises(RewritingError) as caught:
            rewrite(replace(request_, continuing=wish, **more))
        assert caught.value.message_id == "rewriting.nothing_kept"
