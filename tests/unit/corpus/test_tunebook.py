import itertools
import multiprocessing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcstudio.corpus.tunebook import (
    body_of,
    book_of,
    count_measures,
    header_fields,
    split_tunebook,
)
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse

DEADLINE_SECONDS = 20
"""Each of the long texts takes less than one."""

TWO_TUNES = """%abc-2.1
% A file header.

X:7
T:The First % a remark
R:Reel
M:C|
K:G
GABc dedB|dedB dedB:|

X: 12
T: Second, The
B: "O'Neill's 12"
M: 6/8
K: D Mixolydian
d|faf d2A|

|FAd f2d|]

Some prose that belongs to no tune.
"""


def test_tunes_are_found_with_their_header_values() -> None:
    first, second = split_tunebook(TWO_TUNES)
    assert (first.number, first.reference_number, first.title) == (1, "7", "The First")
    assert (first.rhythm, first.meter, first.key, first.origin) == ("reel", "C|", "G", "")
    assert (second.number, second.reference_number, second.title) == (2, "12", "Second, The")
    assert (second.meter, second.key, second.origin) == ("6/8", "D Mixolydian", "O'Neill's")


def test_tunes_that_say_the_same_share_the_words() -> None:
    # The strings of sixty thousand tunes took 21 MB more.
    text = "X:312\nT:The Kesh\nR:Jig\nM:6/8\nS:O'Neill's 12\nK:Gmaj\nGAG GAB|\n\n"
    first, second = split_tunebook(text * 2)
    names = ("reference_number", "title", "rhythm", "meter", "key", "origin")
    assert all(getattr(first, name) for name in names)
    assert all(getattr(first, name) is getattr(second, name) for name in names)


def test_blank_lines_in_the_music_are_forgiven_and_prose_is_left_out() -> None:
    second = split_tunebook(TWO_TUNES)[1]
    assert second.text.endswith("|FAd f2d|]")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_offsets_point_into_the_text_whatever_the_line_ends(line_end: str) -> None:
    text = TWO_TUNES.replace("\n", line_end)
    tunes = split_tunebook(text)
    assert [tune.title for tune in tunes] == ["The First", "Second, The"]
    for tune in tunes:
        assert text[tune.offset : tune.offset + len(tune.text)] == tune.text
        assert tune.text.startswith("X:")
    assert [tune.measure_count for tune in tunes] == [2, 2]


def test_a_crlf_tune_keeps_words_after_its_music() -> None:
    (tune,) = split_tunebook("X:1\r\nT:A\r\nK:C\r\nCDEF|\r\nW:words\r\n")
    assert tune.text.endswith("W:words")


@given(st.text(alphabet='X:TKM1\n\r |:[]"%abcG\\ \x00é', max_size=200))
def test_any_text_is_split_into_parts_of_itself(text: str) -> None:
    end = 0
    for tune in split_tunebook(text):
        assert tune.offset >= end
        end = tune.offset + len(tune.text)
        assert text[tune.offset : end] == tune.text


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("CDEF GABc|c4 z4|]", 2),
        ("G|CDEF GABc|c4 z3:|", 2),
        ("|:G|CDEF GABc|1 c4 z3:|2 c4 z4||\n|:AB|CDEF GABc|c4 z2:|", 5),
        ('"Am"CDEF|[K:D]GABc|\nP:B\nCDEF|', 3),
        ("|:G/A/|Bcd dcd|G3 G2:|\n|:{cd}!roll!g|B3 d3|G3 G2:|", 4),
        ("A/2B/2|c4 d4|c4 d4|", 2),
        ("c4|d'd'd'd'|", 2),
        ("", 0),
    ],
)
def test_measures_are_counted_without_pick_ups(body: str, count: int) -> None:
    assert count_measures(body) == count


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ("K:C", 4),
        ("M:none\nK:C", 4),
        ("M:4/4\nK:C", 3),
        ("K:C\nM:4/4", 3),
    ],
)
def test_as_many_measures_are_counted_as_the_score_numbers(fields: str, count: int) -> None:
    text = f"X:1\nL:1/8\n{fields}\nG|CDEF GABc|c4 z4|c4 z4|]\n"
    score = parse(text)
    assert split_measures(score.voices[0], score.meter)[-1].number == count
    assert split_tunebook(text)[0].measure_count == count


@pytest.mark.parametrize(
    "body",
    [
        "V:1\nCDEF|GABc|\nV:2\nC4|C4|\nV:1\nc4|]\nV:2\nC4|]",
        "[V:1]CDEF|GABc|c4|]\n[V:2] C4|C4|C4|]",
        "CDEF|GABc|c4|]\nV:2 clef=bass\nC4|C4|C4|]",
    ],
)
def test_voices_that_sound_together_are_counted_once(body: str) -> None:
    assert count_measures(body) == 3


def test_the_header_ends_with_its_first_key() -> None:
    text = "X:1\nT:A\nK:C\nCDEF|\nK:G\nGABc|"
    assert list(header_fields(text)) == [("X", "1"), ("T", "A"), ("K", "C")]
    assert body_of(text) == "CDEF|\nK:G\nGABc|"


def test_a_book_is_named_without_the_place_in_it() -> None:
    assert book_of("\"O'Neill's 101\"") == "O'Neill's"
    assert book_of("Aird's Airs (1782-1803), no. 12") == "Aird's Airs (1782-1803)"
    assert book_of("Ryan's Mammoth Collection (1883)") == "Ryan's Mammoth Collection (1883)"


def test_time_grows_with_the_length_and_not_with_its_square() -> None:
    """With the square of it each piece would take minutes, in expressions that nothing can stop.

    In texts of over 100,000 characters no measures are counted.
    """
    with multiprocessing.get_context("spawn").Pool(1) as apart:
        for piece, length in itertools.product(
            (":", "|", "[A:", '"', "X:1\n", "\n ", "%", "[|:"), (99_000, 300_000)
        ):
            text = "X:1\nK:C\n" + piece * (length // len(piece))
            assert apart.apply_async(split_tunebook, (text,)).get(DEADLINE_SECONDS)


def test_a_file_header_ends_without_the_line_ends_of_windows() -> None:
    (tune,) = split_tunebook("M:3/4\r\n\r\nX:1\r\nK:C\r\nc3|\r\n")
    assert tune.file_header == "M:3/4"
    assert parse(tune.standalone_text).meter.beats == (3,)
