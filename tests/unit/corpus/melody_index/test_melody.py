import pytest

from abcstudio.corpus.melody_index.melody import (
    length_of_step,
    length_step,
    lines_of,
    melodies_of,
)
from abcstudio.corpus.melody_reader import PER_WHOLE_NOTE
from abcstudio.corpus.sources import read_tunebook
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook

HEADER = "X:1\nM:4/4\nL:1/8\nK:C\n"


def test_the_quick_way_reads_what_the_score_has():
    for tune in read_tunebook(bundled_tunebook())[::40]:
        slow = [
            [(note.pitch, note.length) for note in line] for line in melodies_of(parse(tune.text))
        ]
        assert [[*line] for line in lines_of(tune.text)] == slow, tune.title


def test_ties_rests_chords_and_grace_notes():
    (line,) = melodies_of(parse(HEADER + "GA|[CE]2- [CE]2 z2 {d}c2|z4 (3ABc B2|"))
    eighth = PER_WHOLE_NOTE // 8
    assert [(note.pitch, note.length / eighth, note.measure) for note in line[:4]] == [
        (67, 1, 0),
        (69, 1, 0),
        (64, 6, 1),
        (72, 6, 1),
    ]


@pytest.mark.parametrize("length", [PER_WHOLE_NOTE // 8, PER_WHOLE_NOTE * 3 // 8, PER_WHOLE_NOTE])
def test_a_length_comes_back_from_its_logarithm(length):
    assert length_of_step(length_step(length)) * PER_WHOLE_NOTE == pytest.approx(length)


def test_a_length_that_is_nonsense_is_one_unit():
    (line,) = lines_of(HEADER + "G0A/0B2|")
    assert [length * 8 // PER_WHOLE_NOTE for _, length in line] == [1, 1, 2]


def test_a_text_without_notes_has_no_line():
    assert lines_of(HEADER) == ()
    assert lines_of("") == ()
