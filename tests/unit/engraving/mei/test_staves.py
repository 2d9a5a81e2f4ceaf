"""Staves as `%%score` lays them out, and notes drawn where `middle=` wants them."""

import re

from abcstudio.engraving.mei.mei import mei_of
from abcstudio.notation.reader.parser import parse

TUNE = """X:1
M:4/4
L:1/4
%%score [S | A] {(T B) X}
V:H
V:A clef=alto
V:S snm="S."
V:T
V:B
K:C
V:S
cccc|
V:A
AAAA|
V:T
GGGG|
V:B
EEEE|
V:H
CCCC|
"""


def test_staves_stand_in_the_order_and_groups_of_the_layout() -> None:
    mei = mei_of(parse(TUNE))
    head = re.search("<scoreDef>.*?</scoreDef>", mei)
    assert head is not None
    signs = re.findall(r'<(staffGrp symbol="\w+"|staffDef n="\d"|/staffGrp)', head[0])
    assert signs == [
        'staffGrp symbol="bracket"', 'staffDef n="1"', 'staffDef n="2"', "/staffGrp",
        'staffGrp symbol="brace"', 'staffDef n="3"', "/staffGrp", "/staffGrp",
    ]  # fmt: skip
    assert 'symbol="bracket" bar.thru="true"' in head[0]
    assert "<labelAbbr>S.</labelAbbr>" in head[0]


def test_voices_share_a_staff_and_hidden_ones_are_left_out() -> None:
    mei = mei_of(parse(TUNE))
    staves = re.findall(r'<staff n="\d">.*?</staff>', mei)
    names = [re.findall('pname="(.)"', staff) for staff in staves]
    assert names == [["c"] * 4, ["a"] * 4, ["g"] * 4 + ["e"] * 4]
    assert staves[2].count("<layer") == 2


def test_the_middle_note_is_drawn_on_the_middle_line() -> None:
    mei = mei_of(parse("X:1\nK:C clef=bass middle=d\nd"))
    assert re.findall('clef.line="4"|pname="d" oct="3"', mei) == [
        'clef.line="4"',
        'pname="d" oct="3"',
    ]


def test_grace_notes_that_sound_together_are_a_chord() -> None:
    mei = mei_of(parse("X:1\nK:C\n{[ce]g}A"))
    group = re.search("<graceGrp.*?</graceGrp>", mei)
    assert group is not None
    chord = re.search('<chord grace="acc" dur="16".*?</chord>', group[0])
    assert chord is not None
    assert re.findall('pname="(.)"', chord[0]) == ["c", "e"]
    assert re.findall('pname="(.)"', group[0]) == ["c", "e", "g"]
