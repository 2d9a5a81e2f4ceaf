import pytest

from abcstudio.composing.rewriting.found_fillings import Filling, Heats


def staying(heats, fillings, read):
    """Return which of some fillings read on after so many characters."""
    found = []
    for music, log, log_after in fillings:
        found += [music] * heats.stays(Filling((music,), log, (log_after,) * read))
    return found


def test_what_stands_there_and_what_has_come_already_does_not_read_on():
    heats = Heats(("G8",), 4)
    told = [("G8", -1.0, -1.0), ("A8", -1.0, -1.0), ("A8", -1.0, -1.0), ("B8", -1.0, -1.0)]
    assert staying(heats, told, 1) == ["A8", "B8"]
    assert staying(heats, told[:2], 1) == []


@pytest.mark.parametrize("read", [3, 6, 12])
def test_the_better_half_reads_on(read):
    fillings = [(f"{number}", -20.0, -(number * 37 % 100) / 10) for number in range(100)]
    found = staying(Heats((), 4), fillings, read)
    assert found[:4] == ["0", "1", "2", "3"]
    assert set(found) >= {one for one, _, log in fillings if log > -4.0}
    assert len(found) == pytest.approx(50, abs=5)


def test_the_likeliest_reads_on_however_it_leads_on():
    heats = Heats((), 4)
    staying(heats, [(f"{number}", -40.0, -1.0) for number in range(100)], 6)
    assert staying(heats, [("likely", -2.0, -2.0), ("poor", -40.0, -2.0)], 6) == ["likely"]


def test_between_the_heats_all_read_on():
    heats = Heats((), 1)
    fillings = [(f"{number}", -20.0, -number) for number in range(20)]
    assert len(staying(heats, fillings, 5)) == 20
