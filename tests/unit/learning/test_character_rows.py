"""Each character with its number, its count and what it costs."""

import pytest

from abcstudio.errors import CancelledError
from abcstudio.learning.character_rows import character_rows, weights_a_character
from abcstudio.learning.config import TrainingConfig
from abcstudio.stopping import stopping


def test_rows_stand_in_the_order_of_the_vocabulary() -> None:
    rows = character_rows("abacab|a")
    assert [(row.character, row.number, row.count) for row in rows] == [
        ("a", 0, 4),
        ("b", 1, 2),
        ("c", 2, 1),
        ("|", 3, 1),
    ]
    assert sum(row.share for row in rows) == pytest.approx(1)


def test_twice_as_rare_costs_a_bit_more_and_is_shown_in_its_place() -> None:
    a, b, c, bar = character_rows("abacab|a")
    assert (a.bits, b.bits, c.bits) == (1, 2, 3)
    assert (bar.before, bar.after) == ("abacab", "a")


def test_no_text_has_no_rows_and_counting_can_be_stopped() -> None:
    assert character_rows("") == ()
    with pytest.raises(CancelledError), stopping(lambda: True):
        character_rows("abc")


def test_a_character_more_costs_a_row_of_the_embedding_and_one_of_the_output() -> None:
    from abcstudio.learning.model import CharLSTM, count_parameters

    small = count_parameters(CharLSTM(10, TrainingConfig(embedding_dim=4, hidden_size=6)))
    larger = count_parameters(CharLSTM(11, TrainingConfig(embedding_dim=4, hidden_size=6)))
    assert larger - small == weights_a_character(4, 6)
