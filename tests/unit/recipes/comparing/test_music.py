"""Right measures of the takes of a run."""

import pytest

from abcstudio.recipes.comparing.music import right_measures

HEAD = "X:1\nM:4/4\nL:1/8\nK:D\n"


@pytest.mark.parametrize(
    ("body", "share"),
    [
        ("DEFG ABcd|DEFG ABcd|DEFG ABcd|DE", 1.0),
        ("DEFG ABcd|DEFG ABc|DEFG ABcd|DE", 2 / 3),
        ("DEFG ABc|DEFG ABc|DEFG ABc|DE", 0.0),
        ("DE", None),
    ],
)
def test_the_measure_that_a_take_ends_in_does_not_count(body: str, share: float | None) -> None:
    assert right_measures([HEAD + body]) == (None if share is None else pytest.approx(share))


def test_no_take_has_no_share() -> None:
    assert right_measures([]) is None
    assert right_measures(["no tune at all"]) is None
