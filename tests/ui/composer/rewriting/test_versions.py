"""Versions that come while some of them are shown already."""

from abcstudio.composing.rewriting.found_fillings import Filling
from abcstudio.recipes.rewrite import Rewritten
from abcstudio.ui.composer.rewriting.versions import Versions


def found(letters: str) -> list[Rewritten]:
    return [Rewritten(one, one, one, Filling((one,), 0.0, ())) for one in letters]


def shown(versions: Versions) -> str:
    return "" if versions.shown is None else versions.shown.tune


def all_of(versions: Versions) -> str:
    letters = ""
    for number in range(1, versions.count + 1):
        versions.show(number)
        letters += shown(versions)
    return letters


def test_what_was_shown_keeps_its_number_when_better_ones_come() -> None:
    versions = Versions()
    versions.begin()
    versions.take(found("abc"), 4)
    versions.show(2)
    versions.take(found("xbya"), 4)
    assert (versions.number, versions.count, shown(versions)) == (2, 4, "b")
    assert all_of(versions) == "abxy"


def test_what_was_not_shown_gives_way_to_better_ones() -> None:
    versions = Versions()
    versions.begin()
    versions.take(found("abc"), 3)
    versions.show(1)
    versions.take(found("xya"), 3)
    assert all_of(versions) == "axy"


def test_more_come_behind_those_that_are_there() -> None:
    versions = Versions()
    versions.begin()
    versions.take(found("abc"), 3)
    versions.begin()
    assert not versions.are_new
    versions.take(found("cba"), 3)
    assert not versions.are_new
    versions.take(found("cxy"), 3)
    assert (versions.are_new, versions.first_new()) == (True, 4)
    assert all_of(versions) == "abcxy"


def test_steps_lead_round_by_the_measures_as_they_were() -> None:
    versions = Versions()
    versions.begin()
    versions.take(found("ab"), 8)
    versions.show(2)
    assert versions.step(1) == 0
    versions.show(0)
    assert shown(versions) == ""
    assert versions.step(1) == 1
    assert versions.step(-1) == 2
    versions.show(2)
    assert versions.step(1, skips_none=True) == 1
