import pytest

from abcstudio.composing.model_text import model_text
from abcstudio.composing.rewriting.reading.own_header import read_before
from abcstudio.notation.reader.parser import parse

KNOWN = "X:1TRMLKGDreljig23468/|[]abcdefgABCDEFG\n "
HEADER = "X:1\nT:Gig\nR:reel\nM:4/4\nL:1/8\nK:G\n"


def read(music, mark, header=HEADER, known=KNOWN):
    text = header + music
    reading = model_text(text, known, is_prepared=True)
    return read_before(parse(text), reading, text.index(mark), known)


def test_without_a_change_a_tune_is_read_as_it_stands():
    assert read("|:G8|A8|B8:|\n", "B8") is None
    assert read("|:G8|A8:|\n[M:6/8]B6|\n", "A8") is None


@pytest.mark.parametrize("change", ["[M:6/8]", "\nM:6/8\n"])
def test_measures_behind_a_change_of_meter_are_read_under_that_meter(change):
    before = read(f"|:G8|A8:|\n|:{change}d6|c6|B6:|\n", "B6")
    assert before == "X:1\nT:Gig\nM:6/8\nL:1/8\nK:G\n|:d6|c6|"


def test_what_stood_in_the_same_fields_before_is_read_too():
    before = read("G8|\n[K:D]d8|c8|\n[K:G]B8|A8|]\n", "A8")
    assert before == "X:1\nT:Gig\nR:reel\nM:4/4\nL:1/8\nK:G\nG8|\nB8|"


def test_a_unit_that_only_its_meter_names_stays_what_it_was():
    before = read("G8|\n[M:2/4]d4|c4|]\n", "c4", header="X:1\nM:4/4\nK:G\n")
    assert before == "X:1\nM:2/4\nL:1/8\nK:G\nd4|"


def test_characters_that_the_model_does_not_know_are_left_out_of_the_header():
    before = read("G8|\n[K:D clef=bass]d8|c8|]\n", "c8", known=KNOWN.replace("c", ""))
    assert before is not None
    assert "\nK:D lef=bass\n".translate({ord(one): None for one in "=cs"}) in before
