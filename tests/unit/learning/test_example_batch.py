"""Examples are cut from a text as training cuts them."""

import random

from abcstudio.learning.example_batch import example_batch, example_row


def test_hello_becomes_hell_and_ello() -> None:
    row = example_row("Hello", 0, 4)
    assert (row.given, row.expected) == ("Hell", "ello")


def test_a_batch_has_rows_of_one_length_from_anywhere() -> None:
    text = "".join(chr(97 + n % 26) for n in range(200))
    rows = example_batch(text, 10, 32, random.Random(1))
    assert len(rows) == 32
    assert len({row.start for row in rows}) > 20
    for row in rows:
        assert row.given == text[row.start : row.start + 10]
        assert row.expected == text[row.start + 1 : row.start + 11]


def test_a_text_that_is_too_short_gives_shorter_rows() -> None:
    assert example_batch("ab", 8, 2, random.Random(0))[0].given == "a"
    assert example_batch("", 8, 1, random.Random(0))[0].given == ""
