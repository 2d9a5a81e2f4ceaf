from abcstudio.composing.rewriting.found_fillings import Filling, FoundFillings
from abcstudio.composing.rewriting.reading.hole_reading import HoleReading

READING = HoleReading("X:1\nK:G\n", ("G", "A", "B", "c"), ("|", "||", "|", "|]\n"))


def filling(music, log=-1.0, log_filling=-20.0):
    return Filling(tuple(music), log_filling, (log,))


def best(count, *fillings):
    found = FoundFillings(READING, count)
    found.add(fillings)
    return ["".join(one.music) for one in found.best]


def test_long_fillings_begin_differently_where_there_are_enough():
    told = [
        filling("cdef", -1.0),
        filling("cdga", -1.1),
        filling("cega", -1.2),
        filling("decd", -3),
    ]
    assert best(3, *told) == ["cdef", "cega", "decd"]
    assert best(4, *told) == ["cdef", "cdga", "cega", "decd"]


def test_short_fillings_may_begin_alike():
    assert best(2, filling("cd", -1.0), filling("ce", -1.1), filling("de", -3)) == ["cd", "ce"]


def test_the_likeliest_is_among_them_whatever_it_begins_with():
    likeliest = filling("cdga", -4.0, log_filling=-2.0)
    assert best(2, filling("cdef"), likeliest, filling("decd", -3.0)) == ["cdef", "cdga"]


def test_what_stands_there_is_none_of_them():
    assert best(3, filling("GABc"), filling("cdef")) == ["cdef"]


def test_others_go_on_from_the_best():
    found = FoundFillings(READING, 2)
    assert found.begun(8) == []
    found.add([filling("cdef", -1.0), filling("efga", -2.0)])
    assert found.begun(6) == ["c|d||e|", "e|f||g|", "c|d||", "e|f||", "c|d||e|", "e|f||g|"]
