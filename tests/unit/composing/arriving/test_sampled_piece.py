"""What becomes of a text that arrives, and goes again in part."""

import pytest

from abcstudio.composing.arrivals import SampledPiece


@pytest.mark.parametrize(
    ("before", "after", "taken_back"),
    [("", "ab", 0), ("ab", "abc", 0), ("abc", "abd", 1), ("abc", "a", 2), ("ab", "", 2)],
)
def test_a_piece_makes_one_text_of_another(before: str, after: str, taken_back: int) -> None:
    piece = SampledPiece.between(3, before, after)
    assert (piece.number, piece.taken_back) == (3, taken_back)
    assert piece.after(before) == after
    for other in (SampledPiece(3, "xy"), SampledPiece(3, "xy", 1), SampledPiece(3, "", len(after))):
        if other.taken_back <= len(after):
            assert piece.then(other).after(before) == other.after(after)
