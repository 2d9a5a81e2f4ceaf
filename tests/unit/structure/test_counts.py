"""The shape of the code stays within what `benchmarks/structure.py` counts."""

from structure import counts


def test_no_count_is_over_its_limit():
    assert [(count.words, count.value, count.cases) for count in counts() if count.is_over] == []
