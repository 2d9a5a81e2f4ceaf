"""Characters of takes are passed on in portions, the first ones at once."""

from abcstudio.composing.arrivals import Arrivals


def told() -> tuple[Arrivals, list[tuple[int, str]]]:
    found: list[tuple[int, str]] = []
    return Arrivals(lambda take, text: found.append((take, text))), found


def test_what_comes_next_is_passed_on_at_once_where_that_is_awaited() -> None:
    arrivals, found = told()
    arrivals.add(0, "X:1\n")
    arrivals.add(1, "X:1\n")
    arrivals.hurry()
    assert found == [(0, "X:1\n"), (1, "X:1\n")]
    arrivals.add(1, "K")
    assert found[2:] == [(1, "K")]


def test_all_that_waits_is_passed_on_in_its_order() -> None:
    arrivals, found = told()
    for take, text in ((0, "a"), (1, "b"), (0, "c"), (1, "d"), (0, "")):
        arrivals.add(take, text)
    arrivals.flush()
    for take, text in ((0, "ac"), (1, "bd")):
        assert "".join(each for one, each in found if one == take) == text
    assert "" not in [text for _, text in found]
