import pytest

from abcstudio.composing.rewriting.measures_meant import changed_measures, measures_at, place_of
from abcstudio.errors import RewritingError
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.spans import Span

HEADER = "X:1\nM:4/4\nL:1/8\nK:G\n"


def chosen(music: str, start: str, end: str = ""):
    """Return the measures from a mark in the music to another; only the caret without that."""
    places = [HEADER + music.replace("<", "").replace(">", "")]
    begin = len(HEADER) + music.replace(">", "").index(start) if start else 0
    last = len(HEADER) + music.replace("<", "").index(end) if end else begin
    found = measures_at(parse(places[0]), Span(begin, last))
    return found.first, found.last, found.place.of(places[0])


@pytest.mark.parametrize(
    ("music", "expected"),
    [
        ("D|G8|A<8|B8|]\n", (2, 2, "A8")),
        ("D|G8|<A8|B8|]\n", (2, 2, "A8")),
        ("D|G8|A8<|B8|]\n", (2, 2, "A8")),
        ("<D|G8|A8|B8|]\n", (0, 0, "D")),
        ("D|G8|A8|B8|]<\n", (3, 3, "B8")),
        ("G8|A8|\n<B8|c8|]\n", (3, 3, "B8")),
        ("|:G8|A4< c3:|\n|:d|e8|]\n", (2, 2, "A4 c3:|\n|:d")),
    ],
)
def test_a_caret_means_the_measure_that_it_stands_in(music, expected):
    assert chosen(music, "<") == expected


@pytest.mark.parametrize(
    ("music", "expected"),
    [
        ("D|G8|<A8>|B8|]\n", (2, 2, "A8")),
        ("D|G8<|A8|>B8|]\n", (2, 2, "A8")),
        ("D|G4< G4|A8|B>8|]\n", (1, 3, "G4 G4|A8|B8")),
        ("D|G8<|>A8|B8|]\n", (1, 1, "G8")),
        ("|:G8|A4 c3:|\n<|:d|e8|]>\n", (2, 3, "d|e8")),
        ("<|:G8|A4 c3:|>\n|:d|e8|]\n", (1, 2, "G8|A4 c3")),
        ("|:G8|A4 c3:|\n|:<d>|e8|]\n", (2, 2, "d")),
        ("|:G8|A4 <c3:|\n|:d>|e8|]\n", (2, 2, "A4 c3:|\n|:d")),
    ],
)
def test_a_selection_means_the_measures_that_it_touches(music, expected):
    assert chosen(music, "<", ">") == expected


def test_no_measure_stands_in_the_header():
    with pytest.raises(RewritingError) as raised:
        chosen("G8|]\n", "")
    assert raised.value.message_id == "rewriting.no_measure_here"


def test_measures_are_found_again_by_their_numbers():
    text = HEADER + "D|G8|A4 c3:|\n|:d|e8|]\n"
    assert place_of(parse(text), 2, 2).of(text) == "A4 c3:|\n|:d"
    assert place_of(parse(text), 0, 1).of(text) == "D|G8"


def test_the_signs_of_the_first_note_are_part_of_the_measures():
    text = HEADER + '"G"~G8|"^slow"|:"D"(3ABc d6|]\n'
    assert place_of(parse(text), 1, 1).of(text) == '"G"~G8'
    assert place_of(parse(text), 2, 2).of(text) == '"D"(3ABc d6'


def test_measures_with_other_text_are_found():
    before, now = HEADER + "D|G8|A8|\nG8|c8|]\n", HEADER + "D|B4 B4|A8|\nB4 B4|c8|]\n"
    spans = changed_measures(parse(before), parse(now))
    assert [one.of(now) for one in spans] == ["B4 B4", "B4 B4"]
    assert spans[0].start < spans[1].start
