"""Characters of takes are passed on in portions, the first ones at once."""

from itertools import pairwise

from abcstudio.composing.arrivals import Arrivals, SampledPiece


def told() -> tuple[Arrivals, list[SampledPiece]]:
    found: list[SampledPiece] = []
    return Arrivals(found.append), found


def test_what_comes_next_is_passed_on_at_once_where_that_is_awaited() -> None:
    arrivals, found = told()
    arrivals.add(SampledPiece(0, "X:1\n"))
    arrivals.add(SampledPiece(1, "X:1\n"))
    arrivals.hurry()
    assert found == [(0, "X:1\n", 0), (1, "X:1\n", 0)]
    arrivals.add(SampledPiece(1, "K"))
    assert found[2:] == [(1, "K", 0)]


def test_of_each_take_the_first_characters_do_not_wait_for_those_of_others() -> None:
    arrivals, found = told()
    arrivals.hurry()
    for take in (2, 0, 1):
        arrivals.add(SampledPiece(take, "K"))
        assert found[-1] == (take, "K", 0)


def test_all_that_waits_is_passed_on_in_its_order() -> None:
    arrivals, found = told()
    for take, text in ((0, "a"), (1, "b"), (0, "c"), (1, "d"), (0, "")):
        arrivals.add(SampledPiece(take, text))
    arrivals.flush()
    for take, text in ((0, "ac"), (1, "bd")):
        assert "".join(each for one, each, _ in found if one == take) == text
    assert "" not in [text for _, text, _ in found]


def test_what_arrives_and_goes_again_between_two_portions_is_told_as_well() -> None:
    """How much has come of a take when it is stopped must not depend on the clock."""
    arrivals, reported = told()
    arrivals.add(SampledPiece(0, "X:1\n"))
    arrivals.flush()
    del reported[:]
    sent = [SampledPiece(0, "ab"), SampledPiece(0, "c"), SampledPiece(1, "z"),
            SampledPiece(0, "d", 2), SampledPiece(0, "e")]  # fmt: skip
    for piece in sent:
        arrivals.add(piece)
    arrivals.flush()
    text = "X:1\n"
    for piece in reported:
        text = piece.after(text) if piece.number == 0 else text
    assert text == "X:1\nade"
    assert sum(len(piece.text) for piece in reported) == 6
    assert any(piece.taken_back for _, piece in pairwise(reported))
