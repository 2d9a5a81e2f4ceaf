"""When it is time to look for a newer version."""

from datetime import date

import pytest

from abcstudio.recipes.installation.build import Build
from abcstudio.recipes.installation.newer_version import DAYS, is_time_to_look

TODAY = date(2027, 6, 1)


@pytest.mark.parametrize(
    ("made", "told", "expected"),
    [
        ("2027-03-03", "", True),
        ("2027-03-04", "", False),
        ("2026-11-28", "2027-03-03", True),
        ("2026-11-28", "2027-03-04", False),
        ("2027-05-01", "2026-11-28", False),
        # The clock was wrong once; an unreadable day is none.
        ("2026-11-28", "2031-01-01", False),
        ("2026-11-28", "yesterday", True),
        ("", "", False),
        ("", "2026-11-28", False),
    ],
)
def test_it_goes_by_the_younger_of_program_and_reminder(
    made: str, told: str, expected: bool
) -> None:
    assert DAYS == 90
    assert is_time_to_look(Build(day=made), told, TODAY) == expected
