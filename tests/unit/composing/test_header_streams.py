from abcstudio.composing.header_completion import LONGEST_LINE
from abcstudio.composing.header_streams import HeaderStreams

CHARACTERS = "\n :1/468DKLMRTXabcegijlr"
PROMPT = "X:1\nT:\nR:jig\nK:D\n"


def write(streams, stream, text):
    """Write a text into a stream as a network does that reads what stands there."""
    for character in text:
        (allowed,) = streams.allowed([stream])
        assert allowed[CHARACTERS.index(character)], (text, character)
        streams.read([stream], [character])


def begun(count):
    streams = HeaderStreams(PROMPT, count, CHARACTERS)
    assert streams.beginnings == ["X:1\nT:"] * count
    streams.begin(streams.beginnings, 500)
    return streams


def test_what_stands_is_read_and_what_is_open_is_written():
    streams = begun(2)
    write(streams, 0, "abc\nR:jig\nM:6/8\nL:1/8\n")
    assert not streams.are_done
    write(streams, 1, " ber\nR:jig\nM:6/8\nL:1/8\n")
    assert streams.are_done
    assert streams.headers == [
        f"X:1\nT:{title}\nR:jig\nM:6/8\nL:1/8\nK:D\n" for title in ("abc", "ber")
    ]


def test_only_what_stands_may_come_where_it_stands():
    streams = begun(2)
    assert streams.allowed([0, 1]).all()
    write(streams, 1, "abc\n")
    rows = streams.allowed([0, 1])
    assert rows[0].all()
    assert [CHARACTERS[place] for place in rows[1].nonzero()[0]] == ["R"]


def test_a_stream_that_writes_something_else_has_no_header():
    streams = begun(3)
    write(streams, 0, "\n")
    write(streams, 1, "abc\nR:jig\nK:D\n")
    write(streams, 2, "a" * LONGEST_LINE)
    assert streams.are_done
    assert streams.headers == [None] * 3
    write(streams, 0, "T:abc\n")
    assert streams.headers == [None] * 3


def test_a_stream_reads_and_writes_no_more_than_it_says():
    streams = begun(1)
    line = "a" * (LONGEST_LINE - 3)
    written = f"{line}\nR:jig\nM:{line}\nL:{line}\n"
    write(streams, 0, written)
    assert streams.are_done
    assert len(written) <= streams.most_characters
