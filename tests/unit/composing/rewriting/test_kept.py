"""What is to stay of chosen measures stays: rhythm, contour and ends, in all combinations."""

from itertools import pairwise, product

import pytest

from abcstudio.composing.model_text import model_text
from abcstudio.composing.rewriting.chosen_measures import hole_of
from abcstudio.composing.rewriting.fillings import fillings
from abcstudio.composing.rewriting.kept import Kept
from abcstudio.composing.rewriting.reading.hole_reading import read_hole
from abcstudio.composing.rewriting.rules import rules_for
from abcstudio.errors import RewritingError
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.messages import ENGLISH
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord
from tests.unit.composing.faults import faults
from tests.unit.composing.rewriting.test_fillings import CHARACTERS, JIG, REEL, EqualChances

KEPT = [Kept(rhythm=rhythm, contour=contour, ends=ends)
        for rhythm, contour, ends in product((False, True), repeat=3)
        if contour or ends]  # fmt: skip


def filled(text, chosen, kept, characters=CHARACTERS):
    """Return the tunes with fillings in some measures."""
    hole = hole_of(parse(text), chosen[0], chosen[1], kept)
    reading = read_hole(hole, model_text(text, characters, is_prepared=True), characters)
    rules = rules_for(hole, reading, characters, kept)
    config = SamplingConfig(rng_seed=5)
    found = fillings(EqualChances(characters), rules, reading, config=config, count=3)
    return [hole.filled(rules.written(one.music)) for one in found]


def melody(text, first, last):
    """Return the notes of some measures."""
    score = parse(text)
    measures = split_measures(score.voices[0], score.meter)
    chosen = [one for one in measures if first <= one.number <= last]
    return [one for each in chosen for one in each.elements if isinstance(one, Chord)]


def steps(notes):
    """Return where each leads: up, down or nowhere."""
    heights = [max(note.pitch.midi_number for note in one.notes) for one in notes]
    return [(after > before) - (after < before) for before, after in pairwise(heights)]


def ends(notes):
    """Return pitch and length of the first and the last note."""
    return [(notes[place].notes[0].pitch, notes[place].duration) for place in (0, -1)]


@pytest.mark.parametrize("kept", KEPT)
@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        (REEL + "|:D|G2 AB c2 d2|e4 d2 ef|g>f e2 d2 c2|B4 A3:|\n", (1, 3)),
        (JIG + "(3ABc d e2 d|^c2 d {e}f2 e|c6|]\n", (1, 2)),
        (REEL + "G4 ^c4-|c2 d2 ^c2 c2|A8|]\n", (2, 2)),
        (REEL + "A2 c2 (de fg|\na2) e2 [K:D] f2 [eg]2|d8|]\n", (1, 2)),
    ],
)
def test_what_is_to_stay_stays(text, chosen, kept):
    before = melody(text, *chosen)
    found = filled(text, chosen, kept)
    assert found
    for changed in found:
        after = melody(changed, *chosen)
        assert faults(changed) == []
        if kept.contour:
            assert (steps(after), changed) == (steps(before), changed)
        if kept.ends:
            assert (ends(after), changed) == (ends(before), changed)
        if kept.rhythm:
            lengths = [one.duration for one in before]
            assert ([one.duration for one in after], changed) == (lengths, changed)


def test_the_last_note_keeps_the_accidental_that_it_has_from_another():
    music = "G2 A2 ^c2 c2|A8|]\n"
    for changed in filled(REEL + music, (1, 1), Kept(ends=True)):
        assert changed.endswith(" ^c2 c2|A8|]\n")
        assert ends(melody(changed, 1, 1)) == ends(melody(REEL + music, 1, 1))


def test_a_tie_over_a_bar_line_never_leaves_a_slur_open():
    """With equal chances, streams come to every place where nothing could come."""
    characters = "\n (-),/2468:KLMX|]abcdABCD"
    assert filled(REEL + "|:d8|c8|(A4 B4)|c8:|\n", (1, 3), Kept(), characters)


@pytest.mark.parametrize(
    ("music", "kept", "sentence"),
    [
        ("G4 A4|", Kept(ends=True), "only_ends"),
        ("G4- G4|", Kept(ends=True), "only_ends"),
        ("(3GAB|", Kept(ends=True), "only_ends"),
        ("c2 ^c2 d4|", Kept(ends=True, contour=True), "no_contour"),
        ("z8|", Kept(contour=True), "cannot_fill"),
    ],
)
def test_hopeless_wishes_are_said(music, kept, sentence):
    with pytest.raises(RewritingError) as caught:
        filled(REEL + music + "A8|]\n", (1, 1), kept)
    assert caught.value.message_id == f"rewriting.{sentence}"
    assert caught.value.message_id in ENGLISH
