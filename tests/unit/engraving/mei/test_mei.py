"""Scores become MEI that Verovio can read, with the text's own places in it."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abcstudio.engraving.mei.mei import mei_of
from abcstudio.notation.reader.parser import parse
from tests.thorough import tries

MEI = "{http://www.music-encoding.org/ns/mei}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
HEAD = "X:1\nT:Test\nM:4/4\nL:1/8\nK:G\n"


def tree(body: str, head: str = HEAD) -> ElementTree.Element:
    return ElementTree.fromstring(mei_of(parse(head + body)))


def found(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return list(root.iter(MEI + name))


def test_every_note_has_the_id_of_its_own_characters() -> None:
    text = HEAD + "{ga}B2 ^c'[d2F2] _e,|(3fga =b4-|b2 z2 x2 A2|]\n"
    root = ElementTree.fromstring(mei_of(parse(text)))
    ids = [note.get(XML_ID, "") for note in found(root, "note")]
    assert all(re.fullmatch(r"n-\d+", note_id) for note_id in ids)
    heads = [re.match(r"[\^_=]?[A-Ga-g]", text[int(note_id[2:]) :]) for note_id in ids]
    assert [head[0] for head in heads if head] == [
        "g", "a", "B", "^c", "d", "F", "_e", "f", "g", "a", "=b", "b", "A",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "right", "left_of_next"),
    [
        ("|", "single", None),
        ("||", "dbl", None),
        ("|]", "end", None),
        (".|", "dotted", None),
        ("[|]", "invis", None),
        (":|", "rptend", None),
        ("|:", "single", "rptstart"),
        ("::", "rptend", "rptstart"),
        (":|:", "rptend", "rptstart"),
    ],
)
def test_bar_lines(written: str, right: str, left_of_next: str | None) -> None:
    measures = found(tree(f"c8{written}d8|\n"), "measure")
    assert len(measures) == 2
    assert measures[0].get("right") == right
    assert measures[1].get("left") == left_of_next


def test_a_text_without_a_last_bar_line_ends_open() -> None:
    assert found(tree("c8|d8"), "measure")[-1].get("right") == "invis"


def test_lengths_that_no_note_head_shows_become_tied_notes() -> None:
    root = tree("c5 d3|\n")
    notes = [(note.get("dur"), note.get("dots")) for note in found(root, "note")]
    assert notes == [("2", None), ("8", None), ("4", "1")]
    first, second = (note.get(XML_ID, "") for note in found(root, "note")[:2])
    assert second == f"{first}-2"
    tie = found(root, "tie")[0]
    assert (tie.get("startid"), tie.get("endid")) == (f"#{first}", f"#{second}")


def test_blanks_break_beams_and_quarters_stand_alone() -> None:
    beams = found(tree("cdef ga b2|\n"), "beam")
    assert [len(beam.findall(MEI + "note")) for beam in beams] == [4, 2]


def test_grace_notes_stand_before_the_beam_that_their_note_begins() -> None:
    layer = found(tree("{g}cd e{f}g|\n"), "layer")[0]
    assert [child.tag.removeprefix(MEI) for child in layer] == ["graceGrp", "beam", "beam"]
    assert [child.tag.removeprefix(MEI) for child in layer[2]] == ["note", "graceGrp", "note"]


def test_tuplets_and_beams_are_nested_whatever_the_blanks() -> None:
    root = tree("(3abc de (3:2:2f2g ab(3cde|\n")
    assert [(t.get("num"), t.get("numbase")) for t in found(root, "tuplet")] == [("3", "2")] * 3
    assert len(found(root, "note")) == 12


def test_ties_and_slurs_reach_into_the_next_measure() -> None:
    root = tree("c4 (d4-|d4 e4)|\n")
    tie, slur = found(root, "tie")[0], found(root, "slur")[0]
    d1, d2, e = (note.get(XML_ID) for note in found(root, "note")[1:])
    assert (tie.get("startid"), tie.get("endid")) == (f"#{d1}", f"#{d2}")
    assert (slur.get("startid"), slur.get("endid")) == (f"#{d1}", f"#{e}")


def test_variant_endings_close_at_their_bar_lines() -> None:
    root = tree("|:c8|1 d8:|2 e8||f8|]\n")
    endings = found(root, "ending")
    assert [ending.get("label") for ending in endings] == ["1", "2"]
    assert [len(ending.findall(MEI + "measure")) for ending in endings] == [1, 1]


def test_lines_of_text_are_lines_of_the_score_even_inside_a_measure() -> None:
    root = tree("c4\nd4|e8|\nf8|\n")
    assert len(found(root, "sb")) == 1 + 2
    assert [m.get("right") for m in found(root, "measure")] == [
        "invis",
        "single",
        "single",
        "single",
    ]


def test_keys_meters_and_clefs() -> None:
    root = tree("c8|[K:Bb][M:6/8]d6|\n", "X:1\nM:C|\nL:1/8\nK:D clef=bass\n")
    assert [sig.get("sig") for sig in found(root, "keySig")] == ["2s", "2f"]
    meters = [(m.get("sym"), m.get("count"), m.get("unit")) for m in found(root, "meterSig")]
    assert meters == [("cut", "2", "2"), (None, "6", "8")]
    assert found(root, "staffDef")[0].get("clef.shape") == "F"


def test_a_key_with_its_own_accidentals_is_spelled_out() -> None:
    root = tree("c8|\n", "X:1\nM:4/4\nL:1/8\nK:Dm ^c\n")
    signs = {(sign.get("pname"), sign.get("accid")) for sign in found(root, "keyAccid")}
    assert signs == {("b", "f"), ("c", "s")}


def test_written_and_sounding_accidentals() -> None:
    notes = found(tree("f=f^^g__a|\n"), "note")
    assert [(n.get("accid"), n.get("accid.ges")) for n in notes] == [
        (None, "s"), ("n", None), ("x", None), ("ff", None),
    ]  # fmt: skip


def test_marks_hang_on_their_notes() -> None:
    root = tree('~c2 .d2 !trill!e2 "Am7"f2|"^slow"Tg2 uv!fermata!a2 !mf!b2 z2|\n')
    assert len(found(root, "turn")) == 1
    assert len(found(root, "trill")) == 2
    assert found(root, "harm")[0].text == "Am7"
    assert found(root, "dir")[0].text == "slow"
    assert found(root, "dynam")[0].text == "mf"
    artics = [note.get("artic") for note in found(root, "note")]
    assert artics == [None, "stacc", None, None, None, "upbow dnbow", None]


def test_two_voices_with_words_and_a_long_rest() -> None:
    body = "V:1\nC4 D4|E8|F8|\nw:sun-ny day_ home\nV:2 clef=bass\nC,8|Z2|\n"
    root = tree(body, "X:1\nM:4/4\nL:1/8\nK:C\n")
    assert len(found(root, "staffDef")) == 2
    assert len(found(root, "measure")) == 3
    assert len(found(root, "mRest")) == 2
    assert [syl.text for syl in found(root, "syl")] == ["sun", "ny", "day"]
    assert [syl.get("con") for syl in found(root, "syl")] == ["d", None, "u"]


def test_the_line_after_a_held_syllable_ends_with_the_last_note_of_its_own_line() -> None:
    root = tree("G A B2|c2 d2|\nw:do do do re_\nw:do do do re_\nG A B2|c2 G2|]\n")
    sung = [[syl.text for syl in found(note, "syl")] for note in found(root, "note")]
    # Verovio draws the line up to the next syllable of the verse: the empty one ends it.
    assert sung[3:6] == [["re", "re"], [], [None, None]]
    assert not any(sung[6:])


def test_the_next_syllable_ends_the_line_after_a_held_one() -> None:
    root = tree("G A B2|c2 d2|\nw:do_ re mi_\nG A|\nw:fa\n")
    assert [syl.text for syl in found(root, "syl")] == ["do", "re", "mi", "fa"]


def test_markup_in_titles_is_only_text() -> None:
    root = tree("c8|\n", 'X:1\nT:A <b> & "c"\x02\nK:C\n')
    assert "".join(found(root, "pgHead")[0].itertext()) == 'A <b> & "c"'


def lines_at(root: ElementTree.Element, side: str) -> list[str]:
    blocks = [rend for rend in found(root, "rend") if rend.get("halign") == side]
    return [text for block in blocks for text in block.itertext()]


def test_long_names_at_the_sides_leave_room_for_each_other() -> None:
    long = "Somebody from the County of Clare " * 4
    root = tree("c8|\n", f"X:1\nT:A\nC:{long}\nR:a rhythm with a long name, {long}\nK:C\n")
    left, right = lines_at(root, "left"), lines_at(root, "right")
    assert " ".join(right) == long.strip()
    assert max(map(len, left)) + max(map(len, right)) < len(long)
    root = tree("c8|\n", f"X:1\nT:A\nC:{long[:60]}\nR:reel\nK:C\n")
    assert lines_at(root, "left") == ["reel"]
    assert lines_at(root, "right") == [long[:60].strip()]


def test_a_tune_without_music_is_an_empty_staff() -> None:
    assert len(found(tree(""), "measure")) == 1


@settings(max_examples=tries(50), deadline=None)
@given(st.text(alphabet="abcdefgABC^_=,'0123456789/<>()[]{}|:\" -~.!zxZ\nKMLVPQw&", max_size=120))
def test_whatever_is_typed_becomes_well_formed_mei_with_unique_ids(body: str) -> None:
    ids = [element.get(XML_ID) for element in tree(body).iter() if element.get(XML_ID)]
    assert len(ids) == len(set(ids))


def test_an_overlay_shares_the_staff_only_where_it_sounds() -> None:
    root = tree("efga bagf & C4 E4|g8|\n")
    assert len(found(root, "staffDef")) == 1
    first, second = (measure.findall(f".//{MEI}layer") for measure in found(root, "measure"))
    assert [len(list(layer.iter(MEI + "note"))) for layer in first] == [8, 2]
    assert {note.get("stem.dir") for note in first[1].iter(MEI + "note")} == {"down"}
    assert len(second) == 1
    assert next(second[0].iter(MEI + "note")).get("stem.dir") is None


def test_the_label_of_a_part_stands_above_the_first_staff_of_its_measure() -> None:
    two = "X:1\nM:4/4\nL:1/4\nK:C\nV:1\nV:2\n"
    root = tree("V:1\nP:A\nCDEF|\nP:B\nGABc|]\nV:2\nC4|C4|]\n", two)
    labels = [
        (each.get("staff"), each.get("place"), each.get("tstamp")) for each in found(root, "reh")
    ]
    assert labels == [("1", "above", "0")] * 2
