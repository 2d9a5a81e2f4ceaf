"""A short form of `benchmarks/reliability/editing.py --scores`: edited texts kill no engraver."""

from dataclasses import replace
from random import Random

import pytest
from edited_checks import BrokenPromiseError, Tally, notes_that_lead_back
from edited_scores import ScoresRun, edited_texts
from random_edits import tunes_to_edit

from abcstudio.engraving.drawing.drawing_parts import Box, ElementBox
from abcstudio.engraving.drawing.svg_reader import read_svg
from abcstudio.engraving.drawing.verovio_toolkit import draw
from abcstudio.engraving.mei.mei import mei_of
from abcstudio.notation.reader.parser import parse
from tests.thorough import tries


@pytest.mark.slow
def test_every_edited_text_is_drawn_and_each_note_leads_back() -> None:
    run = ScoresRun(1, tunes_to_edit(), sitting_edits=50)
    run.run(tries(80))
    assert run.failures == []
    assert run.child_restarts == 0
    assert run.tally.scores > 64
    assert run.tally.notes_led_back > 1_600


def test_the_edits_can_be_made_again() -> None:
    tunes = tunes_to_edit()
    one, other = (list(edited_texts(Random(3), tunes, 40, Tally())) for _ in range(2))
    assert one == other
    assert len(set(one)) > 20


def test_a_note_that_leads_nowhere_is_noticed() -> None:
    score = parse("X:1\nK:C\nCDEF|\n")
    engraved = read_svg(draw(mei_of(score)))
    assert notes_that_lead_back(engraved, score) == 4
    piece = engraved.pieces[0]
    strange_notes = (*piece.drawing.notes, ElementBox("n-3", Box(0, 0, 1, 1)))
    drawing = replace(piece.drawing, notes=strange_notes)
    strange = replace(engraved, pieces=(piece._replace(drawing=drawing), *engraved.pieces[1:]))
    with pytest.raises(BrokenPromiseError, match="n-3"):
        notes_that_lead_back(strange, score)
