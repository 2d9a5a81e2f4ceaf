"""A short form of benchmarks/reliability/editing.py: the same edits, one in two hundred."""

from random import Random

import pytest
from edited_checks import BrokenPromiseError, Tally
from edited_sitting import Sitting
from edited_window import Desk
from random_edits import KINDS, RandomEdits, tunes_to_edit

from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.window.main_window import MainWindow

SITTINGS, EDITS = 5, 50


@pytest.fixture
def desk(main_window: MainWindow) -> Desk:
    main_window.show_page("composer")
    return Desk(main_window)


@pytest.mark.slow
def test_text_score_and_problems_tell_one_story_whatever_is_edited(desk: Desk) -> None:
    tally, tunes = Tally(), tunes_to_edit()
    for sitting in range(SITTINGS):
        edits = RandomEdits(Random(f"test/{sitting}"), tunes)
        Sitting(desk, edits, tally).run(EDITS, engrave_each=10)
    assert set(tally.edits) == set(KINDS)
    assert tally.problems_compared > 250
    assert tally.scores > SITTINGS
    assert tally.notes_led_back > 250


def test_what_the_hands_did_not_do_is_noticed(desk: Desk) -> None:
    sitting = Sitting(desk, RandomEdits(Random(1), ["X:1\nK:C\nCDEF|\n"]), Tally())
    desk.press(0, "G")
    with pytest.raises(BrokenPromiseError, match="another text"):
        sitting.run(1, engrave_each=10)


def test_a_problem_that_is_not_shown_is_noticed(desk: Desk) -> None:
    sitting = Sitting(desk, RandomEdits(Random(1), ["X:1\nK:C\nCDEF ;|\n"]), Tally())
    desk.composer.rooms[ProblemsRoom].strip.set_problems((), 0)
    if sitting.text.count(";"):
        with pytest.raises(BrokenPromiseError, match="other problems"):
            sitting.compare()
