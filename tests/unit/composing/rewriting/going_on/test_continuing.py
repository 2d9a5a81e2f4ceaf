"""Measures more, an ending, a part more: exact, and all that was there byte for byte."""

from itertools import pairwise

import pytest

from abcstudio.composing.model_text import model_text
from abcstudio.composing.rewriting.chosen_measures import hole_in
from abcstudio.composing.rewriting.fillings import fillings
from abcstudio.composing.rewriting.going_on.continuing import Continuing, added_to
from abcstudio.composing.rewriting.kept import NOTHING, Kept
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

ENDING = Continuing(after=2, is_ending=True)
PART = Continuing(is_part=True)


def added(text, wish):
    """Return the tune with rests where music is to be composed."""
    return added_to(parse(text), wish).text


@pytest.mark.parametrize(
    ("music", "wish", "wanted"),
    [
        ("G8|A8|B8|]\n", Continuing(after=1, add=2), "G8|z8|z8|A8|B8|]\n"),
        ("G8 | A8 |] % end\n", Continuing(after=2, add=1), "G8 | A8|\nz8 |] % end\n"),
        ("G8|A8|\r\nB8|]\r\n", Continuing(after=2, add=5),
         "G8|A8|\r\nz8|z8|z8|z8|\r\nz8|\r\nB8|]\r\n"),
        ("|:D|G8|A7:|\n", Continuing(after=2, add=2), "|:D|G8|A7 z|\nz8|z7:|\n"),
        ("|:G8|1A8:|2B8:|\n", Continuing(after=1, add=1), "|:G8|z8|1A8:|2B8:|\n"),
        ("|:G8|G4|1A4:|2B4:|\n", Continuing(after=2, add=1), "|:G8|G4 z4|z4|1A4:|2B4:|\n"),
        ("G8|A8", Continuing(after=2, add=1), "G8|A8|\nz8|"),
        ("G8|A4-", Continuing(after=2, add=1), "G8|A4- z4|\nz8|"),
        ("G8|A8| % one\nB8|]\n", Continuing(after=2, add=1), "G8|A8| % one\nz8|\nB8|]\n"),
        ("G8|A4| % one\nB8|]\n", Continuing(after=2, add=1), "G8|A4 z4| % one\nz8|\nB8|]\n"),
        ("G8|A8 % one", Continuing(after=2, add=1), "G8|A8| % one\nz8|"),
        ("G8|A8| % one\n", ENDING, "G8|A8| % one\nz8|z8|]\n"),
        ("G8|A8|\nw:one two\n", ENDING, "G8|A8|\nw:one two\nz8|z8|]\n"),
        ("G8|A4 % one\n", ENDING, "G8|A4 z4| % one\nz8|z8|]\n"),
        ("D|G8|A7|]\n", Continuing(after=0, add=1), "D|z8|G8|A7|]\n"),
        ("G8|A8|\n", ENDING, "G8|A8|\nz8|z8|]\n"),
        ("G8|A8|", ENDING, "G8|A8|\nz8|z8|]"),
        ("|:D|G8|A8", ENDING, "|:D|G8|A8|\nz8|z7:|"),
        ("|:G8|A8|B8|c8:|\n", ENDING, "|:G8|A8|B8|c8:|\n"),
        ("G8|A8|B8|c8|\n", ENDING, "G8|A8|B8|c8|]\n"),
        ("|:G8|A8|B8|c8|\n", ENDING, "|:G8|A8|B8|c8:|\n"),
        ("G8|A8|B8|c8", ENDING, "G8|A8|B8|c8|]"),
        ("|:D|G8|A7:|\n", PART, "|:D|G8|A7:|\n|:z|z8|z7:|\n"),
        ("|:G8|1A8:|2A6|]\n", PART, "|:G8|1A8:|2A6|]\n|:z2|z8|z6:|\n"),
        ("G8|A8||\nB8|c8|d8|e8|f8|]\n% end", PART,
         "G8|A8||\nB8|c8|d8|e8|f8|]\nz8|z8|z8|z8|\nz8|]\n% end"),
        ("|:G8|A8|1B8:|2c8:|\n", PART, "|:G8|A8|1B8:|2c8:|\n|:z8|z8|z8:|\n"),
        ("P:A\n|:G8:|\nP:B\n|:A8:|\nW:words\n", PART,
         "P:A\n|:G8:|\nP:B\n|:A8:|\nP:C\n|:z8:|\nW:words\n"),
        ("|:G8|A8:|\nw:one two\n", PART, "|:G8|A8:|\nw:one two\n|:z8|z8:|\n"),
    ],
)  # fmt: skip
def test_there_is_room_for_what_is_to_come(music, wish, wanted):
    assert added(REEL + music, wish) == REEL + wanted


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        (REEL + "|:D|G8|A8|B7:|\n", Continuing(after=2, add=3)),
        (REEL + "|:D|G8|A8|B7:|\n", Continuing(after=3, add=2)),
        (JIG + "A|B6|c6|\n", ENDING),
        (JIG + "|:A|B6|c6|d6|e5:|\n", ENDING),
        (JIG + "|:A|B6|c5:|\n", PART),
    ],
)
def test_what_comes_is_exact_and_all_else_stays(text, wish):
    found = added_to(parse(text), wish)
    hole = hole_in(parse(found.text), found.new, NOTHING, ends_on_tonic=found.ends_on_tonic)
    reading = read_hole(hole, model_text(hole.text, CHARACTERS, is_prepared=True), CHARACTERS)
    rules = rules_for(hole, reading, CHARACTERS, NOTHING)
    config = SamplingConfig(rng_seed=4)
    takes = fillings(EqualChances(), rules, reading, config=config, count=4)
    assert len(takes) == 4
    for take in takes:
        changed = hole.filled(take.music)
        score = parse(changed)
        assert (faults(changed), changed) == ([], changed)
        behind = text[found.new.start :]
        if found.is_new:
            assert changed.startswith(text[: found.new.start])
            assert changed.endswith(behind)
        if found.ends_on_tonic:
            last = [one for one in score.voices[0].elements if isinstance(one, Chord)][-1]
            assert [note.pitch.step for note in last.notes] == [score.key.tonic]
            assert {note.pitch.alter for note in last.notes} == {
                score.key.alter_of(score.key.tonic)
            }
        if wish.add:
            before, after = (
                split_measures(one.voices[0], one.meter)[-1].number for one in (parse(text), score)
            )
            assert after == before + wish.add


@pytest.mark.parametrize(
    "kept", [Kept(rhythm=True), Kept(contour=True), Kept(rhythm=True, contour=True)]
)
def test_an_ending_keeps_what_it_is_to_keep(kept):
    text = REEL + "G8|A8|B2 c2 d2 e2|f4 e4|]\n"
    found = added_to(parse(text), ENDING)
    hole = hole_in(parse(found.text), found.new, kept, ends_on_tonic=True)
    reading = read_hole(hole, model_text(hole.text, CHARACTERS, is_prepared=True), CHARACTERS)
    rules = rules_for(hole, reading, CHARACTERS, kept)
    takes = fillings(EqualChances(), rules, reading, config=SamplingConfig(rng_seed=4), count=3)
    assert takes
    for take in takes:
        changed = parse(hole.filled(rules.written(take.music)))
        notes = [one.notes[0].pitch for one in changed.voices[0].elements if isinstance(one, Chord)]
        assert notes[-1].step == "G"
        if kept.contour:
            heights = [one.midi_number for one in notes[2:]]
            ups = [after > before for before, after in pairwise(heights)]
            assert ups == [True, True, True, True, False]


@pytest.mark.parametrize(
    ("music", "wish", "sentence"),
    [
        ("G8|A8|]\n", Continuing(after=3, add=1), "no_such_measure"),
        ("G8|A8|]\n", ENDING, "has_ended"),
        ("G8|A8|B8|]\n", Continuing(after=2, add=2, is_ending=True), "ending_stands"),
        ("G8|A6|\n", ENDING, "short_measure"),
        ("G8|A8|\n", PART, "part_open"),
        ("G8|Z2|]\n", Continuing(after=2, add=1), "rest_of_measures"),
        ("M:none\nG8|A8|]\n", PART, "no_meter"),
        ("% nothing\n", PART, "no_measures"),
    ],
)
def test_what_cannot_come_is_said(music, wish, sentence):
    with pytest.raises(RewritingError) as caught:
        added(REEL + music, wish)
    assert caught.value.message_id == f"rewriting.{sentence}"
    assert ENGLISH[caught.value.message_id].format(**caught.value.parameters)
