"""What a player sees at first sight: lines alike, titles whole, marks where they can be read."""

import re
from itertools import pairwise
from statistics import median

import pytest

from abcstudio.engraving.drawing.direct import engrave
from abcstudio.engraving.drawing.drawing_parts import Box, Glyph, Shape, Text
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.path_data import path_box
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions, roomy
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.notation.reader.parser import parse

HEAD = "X:1\nT:Tune\nM:4/4\nL:1/8\nK:G\n"
LINE = "GABc dedB|dedB dedB|c2ec B2dB|A2F2 G4|\n"


def drawn(text: str, width: int = 2000) -> EngravedScore:
    return engrave(mei_of(parse(text), width), EngravingOptions(score_width=width))


def spacings(engraved: EngravedScore, start: int, end: int) -> list[float]:
    """Return how far the notes of some characters of the text stand from each other."""
    places = sorted(note.box.left for note in engraved.notes if start <= note.offset < end)
    return [after - before for before, after in pairwise(places)]


@pytest.mark.parametrize("last", ["d2 d2|]\n", "GABc d4|]\n", "GABc dedB|]\n"])
def test_a_short_last_line_is_about_as_dense_as_the_others(last: str) -> None:
    text = HEAD + 2 * LINE + last
    engraved = drawn(text)
    first, end = len(HEAD), len(HEAD + LINE)
    usual = median(spacings(engraved, first, end))
    short = median(spacings(engraved, len(HEAD + 2 * LINE), len(text)))
    assert usual / 2 < short < usual * 2
    ends = [system.right for system in engraved.systems]
    assert ends[-1] < 0.7 * ends[0]


def test_a_last_line_that_is_nearly_full_fills_the_width() -> None:
    engraved = drawn(HEAD + 2 * LINE + LINE[:-7] + "|]\n")
    ends = [system.right for system in engraved.systems]
    assert ends[-1] == pytest.approx(ends[0], rel=0.01)


@pytest.mark.parametrize("width", [2000, 4500])
@pytest.mark.parametrize("last", ["d2d2 B2A2|G2G2 A2B2|c2c2 B2A2|G8|]\n", LINE])
def test_a_last_line_of_as_many_measures_fills_any_width(width: int, last: str) -> None:
    ends = [system.right for system in drawn(HEAD + 3 * LINE + last, width).systems]
    assert ends[-1] == pytest.approx(ends[0], rel=0.01)


def test_how_wide_notes_stand_is_found_once_for_all_lines() -> None:
    mei = mei_of(parse(HEAD + LINE))
    options = roomy(mei, EngravingOptions())
    assert options.stretch > 1
    assert roomy(mei_of(parse(HEAD + "G|")), options) == options


@pytest.mark.parametrize("width", [600, 1000, 1500, 2000])
def test_a_long_title_is_broken_for_the_score(width: int) -> None:
    title = "The Exceedingly Long and Winding Title of a Tune That Nobody But the Fiddler Knows"
    engraved = drawn(f"X:1\nT:{title}\nK:G\nGABc|\n", width)
    lines = [item for item in engraved.items if isinstance(item, Text) and item.element_id == "f-6"]
    words = ["".join(run.text for run in line.runs) for line in lines]
    assert " ".join(" ".join(words).split()) == title
    assert max(map(len, words)) * 28 <= max(width, 12 * 28)


def test_a_tempo_keeps_away_from_the_meter() -> None:
    engraved = drawn("X:1\nM:6/8\nL:1/8\nQ:3/8=110\nK:Am\nA,B,C D2E|A6|]\n")
    (tempo,) = [
        item
        for item in engraved.items
        if isinstance(item, Text) and re.search(r"= ?110", "".join(r.text for r in item.runs))
    ]
    staff = min(measure.box.top for measure in engraved.measures)
    assert staff - tempo.y > 150


def glyph_boxes(engraved: EngravedScore, name: str) -> list[Box]:
    boxes = []
    for item in engraved.items:
        if isinstance(item, Glyph) and item.name == name:
            box, scale = path_box(engraved.outlines[name]), item.scale
            left, right = item.x + box.left * scale, item.x + box.right * scale
            top, bottom = item.y - box.bottom * scale, item.y - box.top * scale
            boxes.append(Box(left, top, right, bottom))
    return boxes


def touches(one: Box, other: Box) -> bool:
    is_beside = one.right < other.left or other.right < one.left
    return not (is_beside or one.bottom < other.top or other.bottom < one.top)


ROLL, TURN = "F400", "E567"
ROLLS = "M:6/8\nL:1/8\nK:D\n~A3 ~d3|~ABA d~fd|~D3 ~b3|~A~B~A ~d~f~d|{g}~A2>B T~c3|[D~A]3 ~F2G|]\n"


def test_a_roll_is_as_large_as_a_turn() -> None:
    engraved = drawn("X:1\nM:6/8\nL:1/8\nK:D\n~A3 !turn!d3|]\n")
    ((roll,), (turn,)) = (glyph_boxes(engraved, name) for name in (ROLL, TURN))
    assert roll.right - roll.left == pytest.approx(turn.right - turn.left, rel=0.1)
    assert roll.bottom - roll.top == pytest.approx(turn.bottom - turn.top, rel=0.1)


def test_a_roll_keeps_clear_of_stems_and_level_beams() -> None:
    engraved = drawn(f"X:1\n{ROLLS}")
    rolls = glyph_boxes(engraved, ROLL)
    assert len(rolls) == ROLLS.count("~")
    shapes = [path_box(item.data) for item in engraved.items if isinstance(item, Shape)]
    lines_and_notes = [*shapes, *(note.box for note in engraved.notes)]
    assert not [roll for roll in rolls for other in lines_and_notes if touches(roll, other)]


@pytest.mark.parametrize("roll", ["", "~"])
def test_the_wave_of_a_broken_chord_stands_upright_before_it(roll: str) -> None:
    engraved = drawn(f"X:1\nL:1/8\nK:D\n!arpeggio![DFd]8 {roll}A8|]\n")
    place = "d-14"
    waves = [
        path_box(item.data)
        for item in engraved.items
        if isinstance(item, Shape) and item.element_id == place
    ]
    heads = [note.box for note in engraved.notes][:3]
    assert len(waves) >= 3
    assert max(wave.right for wave in waves) < min(head.left for head in heads)
    assert max(wave.right - wave.left for wave in waves) < 90
    middles = [(head.top + head.bottom) / 2 for head in heads]
    assert min(wave.top for wave in waves) < min(middles)
    assert max(wave.bottom for wave in waves) > max(middles)
