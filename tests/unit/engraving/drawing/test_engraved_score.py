"""Verovio's drawing becomes a score that knows which characters its notes stand for."""

import re
from itertools import pairwise

import pytest

from abcstudio.engraving.drawing.drawing_parts import Glyph, Shape, Text, offset_of
from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.path_data import path_box, path_commands
from abcstudio.engraving.drawing.svg_reader import read_svg
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions, draw, glyph_outline
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.errors import EngravingError
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord

TUNE = """X:1
T:The Test Reel
C:Trad.
R:reel
M:4/4
L:1/8
Q:1/4=120
K:Edor
P:A
|:"Em"{g}B2 ~B>A (3BAG FA|E4- E2 [GB]2|1 ^c_d=e{e}f .g.a(ba):|2 B5 z3|]
!fermata!z4 (3:2:4d2efg|c'8|]
W:Words below
"""


def engraving_of(text: str, **options: object) -> EngravedScore:
    return read_svg(draw(mei_of(parse(text)), EngravingOptions(**options)))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def engraved() -> EngravedScore:
    return engraving_of(TUNE)


def test_every_note_of_the_score_is_on_the_score_and_leads_back_to_its_characters(
    engraved: EngravedScore,
) -> None:
    score = parse(TUNE)
    chords = [element for element in score.voices[0].elements if isinstance(element, Chord)]
    notes = [note for chord in chords for note in chord.notes]
    graces = [note for chord in chords if chord.grace_notes for note in chord.grace_notes.notes]
    wanted = {note.span.start for note in (*notes, *graces)}
    drawn = {box.offset for box in engraved.notes if box.element_id.startswith("n-")}
    assert drawn == wanted
    assert all(re.match(r"[\^_=]?[A-Ga-g]", TUNE[offset:]) for offset in drawn)


def test_note_boxes_lie_inside_their_system_and_go_from_left_to_right(
    engraved: EngravedScore,
) -> None:
    first_line = [box for box in engraved.notes if box.box.bottom < engraved.systems[0].bottom]
    lefts = [box.box.left for box in sorted(first_line, key=lambda box: box.offset)]
    assert lefts == sorted(lefts)
    assert len(engraved.systems) == 2
    assert all(0 <= box.box.left < box.box.right <= engraved.width for box in engraved.notes)


def test_the_items_of_a_system_lie_in_it_and_no_note_lies_in_none(engraved: EngravedScore) -> None:
    assert len(engraved.system_items) == len(engraved.systems)
    for system, places in zip(engraved.systems, engraved.system_items, strict=True):
        glyphs = [engraved.items[place] for place in places]
        assert all(
            system.top <= glyph.y <= system.bottom for glyph in glyphs if isinstance(glyph, Glyph)
        )
    inside = {place for places in engraved.system_items for place in places}
    outside = [item for place, item in enumerate(engraved.items) if place not in inside]
    words = {"".join(run.text for run in item.runs) for item in outside if isinstance(item, Text)}
    assert words == {"The Test Reel", "Trad.", "reel", "Words below"}
    assert len(words) == len(outside)


def test_measures_have_the_height_of_a_staff(engraved: EngravedScore) -> None:
    assert [m.element_id for m in engraved.measures] == [f"m-{n}" for n in range(1, 7)]
    assert all(m.box.bottom - m.box.top == pytest.approx(720) for m in engraved.measures)


def test_titles_credits_tempo_and_words_are_text(engraved: EngravedScore) -> None:
    lines = {
        "".join(run.text for run in item.runs) for item in engraved.items if isinstance(item, Text)
    }
    assert {"The Test Reel", "Trad.", "reel", "Em", "A", "Words below"} <= lines
    title = next(
        i for i in engraved.items if isinstance(i, Text) and i.runs[0].text == "The Test Reel"
    )
    assert TUNE[offset_of(title.element_id) :].startswith("The Test Reel")


def test_the_beat_of_a_tempo_is_drawn_from_the_music_font(engraved: EngravedScore) -> None:
    runs = [run for item in engraved.items if isinstance(item, Text) for run in item.runs]
    beats = [run for run in runs if run.is_music]
    assert beats
    assert engraved.outlines["E1D5"] == glyph_outline("E1D5") != ""


@pytest.mark.parametrize("tempo_first", [True, False])
def test_the_letter_of_a_part_stands_clear_of_the_tempo_under_it(tempo_first: bool) -> None:
    opening = ("Q:1/4=120\nK:G\nP:A\n", "K:G\nP:A\nQ:1/4=120\n")[not tempo_first]
    engraved = engraving_of(f"X:1\nM:4/4\nL:1/8\nP:ABA\n{opening}GABc dedB|\n")
    texts = [item for item in engraved.items if isinstance(item, Text)]
    (tempo,) = [text for text in texts if any(run.is_music for run in text.runs)]
    (letter,) = [text for text in texts if text.element_id.startswith("p-")]
    (box,) = [
        path_box(item.data)
        for item in engraved.items
        if isinstance(item, Shape) and item.element_id == letter.element_id
    ]
    stem_top = tempo.y - path_box(engraved.outlines["E1D5"]).bottom * tempo.runs[0].size / 1000
    assert box.bottom + 30 < stem_top
    assert box.top < letter.y < box.bottom


def test_all_signs_have_outlines(engraved: EngravedScore) -> None:
    names = {item.name for item in engraved.items if isinstance(item, Glyph)}
    assert names
    assert all(path_commands(engraved.outlines[name]) for name in names)


def test_a_label_box_is_not_filled(engraved: EngravedScore) -> None:
    boxes = [i for i in engraved.items if isinstance(i, Shape) and i.element_id.startswith("p-")]
    assert boxes
    assert not any(box.is_filled for box in boxes)


def test_a_stem_belongs_to_its_note_and_a_chord_s_stem_to_the_chord(
    engraved: EngravedScore,
) -> None:
    ids = {item.element_id for item in engraved.items if isinstance(item, Shape)}
    assert f"c-{TUNE.index('[GB]')}" in ids
    assert f"n-{TUNE.index('E4-')}" in ids


def test_lines_too_long_for_the_width_make_the_score_wider_or_are_broken_anew() -> None:
    head = "X:1\nM:4/4\nL:1/8\nK:C\n"
    line = "cdef gabc'|" * 6 + "\n"
    wide = engraving_of(head + line, score_width=1300)
    assert wide.width > 13_000
    assert len(wide.systems) == 1
    assert len(engraving_of(head + line, score_width=700).systems) > 1
    kept_large = engraving_of(head + line, score_width=1300, may_shrink=False)
    assert kept_large.width == 13_000
    assert len(kept_large.systems) > 1


def test_words_too_long_for_the_width_make_the_score_wider_too() -> None:
    head, music = "X:1\nM:4/4\nL:1/8\nK:C\n", "cdef gabc'|cdef gabc'|\n"
    words = "w:" + "strong " * 16 + "\n"
    assert engraving_of(head + music, score_width=1900).width == 19_000
    wide = engraving_of(head + music + words, score_width=1900)
    assert wide.width > 19_000
    lefts = [
        item.x for item in wide.items if isinstance(item, Text) and "strong" in item.runs[0].text
    ]
    assert len(lefts) == 16
    assert min(after - before for before, after in pairwise(lefts)) > 6 * 0.42 * 405
    several = engraving_of(head + music + words * 3, score_width=1900)
    assert several.width == wide.width


@pytest.mark.parametrize("may_shrink", [True, False])
@pytest.mark.parametrize("breaks", ["encoded", "auto"])
def test_words_of_one_measure_that_are_too_long_make_the_score_wider(
    breaks: str, may_shrink: bool
) -> None:
    text = "X:1\nM:4/4\nL:1/16\nK:C\nc16|CDEFGABc CDEFGABc|\nw:la " + "stretched " * 16 + "\n"
    wide = engraving_of(text, score_width=1900, breaks=breaks, may_shrink=may_shrink)
    lefts = [
        item.x for item in wide.items if isinstance(item, Text) and "stretched" in item.runs[0].text
    ]
    assert len(lefts) == 16
    assert min(after - before for before, after in pairwise(lefts)) > 9 * 0.42 * 405
    assert 19_000 < wide.width <= 3 * 19_000


def test_lines_may_be_filled_instead_of_kept() -> None:
    head, lines = "X:1\nM:4/4\nL:1/8\nK:C\n", "c8|\nd8|\ne8|\n"
    assert len(engraving_of(head + lines).systems) == 3
    assert len(engraving_of(head + lines, breaks="auto").systems) == 1


def test_notes_longer_than_a_breve_are_found_too() -> None:
    assert [box.element_id[0] for box in engraving_of("X:1\nL:1\nK:C\nc4|c2|z4|\n").notes] == list(
        "nnr"
    )


def test_nothing_but_a_drawing_is_read() -> None:
    with pytest.raises(EngravingError):
        read_svg("<svg")
    with pytest.raises(EngravingError):
        read_svg("<svg xmlns='http://www.w3.org/2000/svg'/>")
    with pytest.raises(EngravingError):
        draw("<mei")


def test_paths_of_every_command_become_lines_and_curves() -> None:
    data = "m10 10h5v-5l1 1zM0 0C1 1 2 2 3 3s1 1 2 2Q6 6 8 8t2 2"
    commands = path_commands(data)
    assert [letter for letter, _ in commands] == list("MLLLZMCCCC")
    assert commands[7] == ("C", (4.0, 4.0, 4.0, 4.0, 5.0, 5.0))
    assert commands[-1][1][-2:] == (10.0, 10.0)
    box = path_box("M0 0L10 5")
    assert (box.left, box.top, box.right, box.bottom) == (0, 0, 10, 5)
