"""What stands on, over, before and between the notes, as MEI; and a book of every feature."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.engraving.drawing.svg_reader import read_svg
from abcstudio.engraving.drawing.verovio_toolkit import draw
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord

MEI = "{http://www.music-encoding.org/ns/mei}"
HEAD = "X:1\nT:Test\nM:4/4\nL:1/4\nK:C\n"
FEATURES = (Path(__file__).parents[1] / "features.abc").read_text(encoding="utf-8")


def tree(body: str, head: str = HEAD) -> ElementTree.Element:
    return ElementTree.fromstring(mei_of(parse(head + body)))


def found(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return list(root.iter(MEI + name))


def words(element: ElementTree.Element) -> str:
    return "|".join(text for text in element.itertext() if text)


@pytest.mark.parametrize("number", range(1, FEATURES.count("X:") + 1))
def test_every_note_of_the_book_of_features_is_drawn(number: int) -> None:
    tune = split_tunebook(FEATURES)[number - 1]
    score = parse(tune.text, tune.file_header)
    written = {
        note.span.start
        for voice in score.voices
        for element in voice.elements
        if isinstance(element, Chord)
        for note in (*element.notes, *(element.grace_notes.notes if element.grace_notes else ()))
    }
    engraved = read_svg(draw(mei_of(score)))
    drawn = {box.offset for box in engraved.notes if box.element_id.startswith("n-")}
    invisible = {at for at in written if tune.text[:at].endswith("!invisible!")}
    assert drawn == written - invisible


def test_octave_lines_and_slides_go_from_note_to_note() -> None:
    root = tree("!8va(!a b c' !8va)!d'|!-(!C !-)!c !~(!c !~)!C|\n")
    (octave,) = found(root, "octave")
    assert (octave.get("dis"), octave.get("dis.place")) == ("8", "above")
    assert octave.get("startid") != octave.get("endid")
    assert [slide.get("lform") for slide in found(root, "gliss")] == ["solid", "wavy"]


def test_note_heads_take_their_shape_from_decorations() -> None:
    notes = found(tree("!style=x!C !ghost!D !stemless!E F|\n"), "note")
    assert notes[0].get("head.shape") == "x"
    assert notes[1].get("head.mod") == "paren"
    assert notes[2].get("stem.visible") == "false"
    assert not {"head.shape", "head.mod", "stem.visible"} & set(notes[3].attrib)


def test_an_accidental_of_courtesy_stands_in_parentheses() -> None:
    signs = found(tree("!courtesy!^f !editorial!=f !courtesy!g _b|\n"), "accid")
    assert [(s.get("accid"), s.get("enclose"), s.get("func")) for s in signs] == [
        ("s", "paren", None), ("n", None, "edit"), ("n", "paren", None),
    ]  # fmt: skip


def test_strokes_stand_under_a_note_without_a_stem() -> None:
    root = tree("!///!d4|!/!d2 d2|\n")
    (tremolo,) = found(root, "bTrem")
    assert tremolo[0].get("stem.mod") == "3slash"
    assert sum(note.get("stem.mod") == "1slash" for note in found(root, "note")) == 1


def test_loudness_and_hairpins_stand_on_one_line() -> None:
    root = tree("!p!C !crescendo(!D E !crescendo)!!f!F|\n")
    marks = [*found(root, "dynam"), *found(root, "hairpin")]
    assert len(marks) == 3
    assert {mark.get("vgrp") for mark in marks} == {"1"}


def test_chord_symbols_of_one_note_do_not_cover_each_other() -> None:
    (symbol,) = found(tree('"Am""D7;low"A4|\n'), "harm")
    assert words(symbol) == "Am D7 low"


def test_an_annotation_may_have_several_lines() -> None:
    (annotation,) = found(tree('"^first; & second"A4|\n'), "dir")
    assert words(annotation) == "first|& second"


def test_a_clef_is_drawn_before_the_bar_line_that_it_follows() -> None:
    root = tree("CDEF|[K:clef=bass]C,D,E,F,|\n")
    layers = found(root, "layer")
    assert layers[0][-1].tag == MEI + "clef"
    assert layers[0][-1].get("shape") == "F"
    assert len(found(root, "scoreDef")) == 1


def test_a_clef_at_the_start_of_the_music_is_the_staffs() -> None:
    root = tree("[K:clef=bass]C,D,E,F,|\n")
    assert not [clef for clef in found(root, "clef") if clef.get("shape") == "G"]
    assert mei_of(parse(HEAD + "[K:clef=bass]C,D,E,F,|\n")).count('clef.shape="F"') == 1


def test_voices_on_one_staff_are_both_named() -> None:
    head = '%%score (S A)\nV:S name="Soprano" snm="S."\nV:A name="Alto" snm="A."\nK:C\n'
    root = tree("[V:S]c4|\n[V:A]A4|\n", f"X:1\nM:4/4\nL:1/4\n{head}")
    assert words(found(root, "label")[0]) == "Soprano|Alto"
    assert words(found(root, "labelAbbr")[0]) == "S.|A."


def test_a_long_title_goes_on_in_a_second_line() -> None:
    title = "A title of many words that goes on and on until it cannot stand on one line"
    root = tree("C4|\n", f"X:1\nT:{title}\nK:C\n")
    (head,) = found(root, "pgHead")
    lines = words(head).split("|")
    assert len(lines) == 2
    assert " ".join(lines) == title
    assert abs(len(lines[0]) - len(lines[1])) < 12


def test_lines_of_text_stand_above_between_and_under_the_music() -> None:
    body = "C4|\n%%center Between\nD4|\n%%begintext\nUnder\n& under\n%%endtext\n"
    root = tree(body, "X:1\nT:Title\n%%text Above\nM:4/4\nL:1/4\nK:C\n")
    assert words(found(root, "pgHead")[0]) == "Title|Above"
    assert words(found(root, "pgFoot")[0]) == "Under|& under"
    second = found(root, "measure")[1]
    assert [words(line) for line in found(second, "dir")] == ["Between"]


def test_the_order_of_the_parts_stands_above_the_music() -> None:
    assert "AAB" in words(found(tree("P:A\nC4|\nP:B\nD4|\n", "X:1\nP:AAB\nK:C\n"), "pgHead")[0])


def test_a_fermata_before_a_bar_line_stands_over_the_line() -> None:
    root = tree("C2 D2 H|E4 !fermata!:|F4|\n")
    assert found(tree("C4 !halffermata!|D4|\n"), "fermata")[0].get("shape") == "angular"
    first, second = found(root, "fermata")
    assert (first.get("tstamp"), second.get("tstamp")) == ("5.0", "5.0")
    assert not first.get("startid")
    notes = parse(HEAD + "C4 H|E4|\n").voices[0].elements
    assert not any(getattr(element, "decorations", ()) for element in notes)


def test_a_fermata_at_the_very_end_belongs_to_the_last_note() -> None:
    (fermata,) = found(tree("C4|D4 H\n"), "fermata")
    assert fermata.get("startid")
