"""The switches of a performance: complete, grouped, worded, and all off for the plain export."""

from dataclasses import fields

import pytest

from abcstudio.messages import ENGLISH
from abcstudio.playback.interpretation import (
    MUSICIAN,
    PLAIN,
    Interpretation,
    choices_of,
    interpretation_of,
    switch_groups,
)

NAMES = [field.name for field in fields(Interpretation)]


@pytest.mark.parametrize("name", NAMES)
def test_every_switch_has_a_label_a_sentence_and_one_group(name: str) -> None:
    assert ENGLISH[f"interpretation.{name}"]
    assert ENGLISH[f"interpretation.{name}.help"].endswith(".")
    assert [name in names for names in switch_groups().values()].count(True) == 1


def test_every_group_has_a_label() -> None:
    assert all(f"interpretation.group.{group}" in ENGLISH for group in switch_groups())


@pytest.mark.parametrize("name", NAMES)
def test_a_switch_is_off_in_the_plain_export(name: str) -> None:
    assert getattr(PLAIN, name) is False


def test_choices_are_what_differs_from_a_musician() -> None:
    assert choices_of(MUSICIAN) == {}
    assert interpretation_of(choices_of(PLAIN)) == PLAIN
    assert interpretation_of({"drums": False, "no such switch": True}).drums is False
