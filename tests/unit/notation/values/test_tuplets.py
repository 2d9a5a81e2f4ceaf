"""What a tuplet stands for where it does not say it (ABC 2.1, 4.13)."""

import pytest

from abcstudio.notation.values.tuplets import usual_q


@pytest.mark.parametrize(("p", "q"), [(2, 3), (3, 2), (4, 3), (6, 2), (8, 3)])
def test_most_tuplets_do_not_depend_on_the_meter(p: int, q: int) -> None:
    assert usual_q(p, is_compound=True) == usual_q(p, is_compound=False) == q


@pytest.mark.parametrize("p", [5, 7, 9])
def test_the_others_fill_three_notes_of_a_compound_meter(p: int) -> None:
    assert (usual_q(p, is_compound=True), usual_q(p, is_compound=False)) == (3, 2)
