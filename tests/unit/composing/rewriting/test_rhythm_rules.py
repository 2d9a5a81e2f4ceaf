import re

import pytest

from abcstudio.composing.model_text import model_text
from abcstudio.composing.rewriting.chosen_measures import hole_of
from abcstudio.composing.rewriting.fillings import fillings
from abcstudio.composing.rewriting.kept import Kept
from abcstudio.composing.rewriting.reading.hole_reading import read_hole
from abcstudio.composing.rewriting.rhythm_rules import RhythmRules
from abcstudio.errors import RewritingError
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.notation.reader.parser import parse
from tests.unit.composing.faults import faults
from tests.unit.composing.rewriting.test_fillings import CHARACTERS, REEL, EqualChances

PITCH = re.compile(r"[=^_]*[A-Ga-g][,']*")


def written(music, first, last, count=6, characters=CHARACTERS):
    """Return what stands in a hole, and in its fillings."""
    hole = hole_of(parse(REEL + music), first, last, Kept(rhythm=True))
    reading = read_hole(hole, model_text(hole.text, characters, is_prepared=True), characters)
    rules = RhythmRules(hole, reading, characters)
    config = SamplingConfig(rng_seed=2)
    found = fillings(EqualChances(characters), rules, reading, config=config, count=count)
    return hole, [rules.written(one.music) for one in found]


@pytest.mark.parametrize(
    "music",
    [
        "G2 A>B c/d/e z2|(3ABc ^d2 e4|]\n",
        'd4 e2 (ef|"Am"~g)a b2 % here\n c\'4|]\n',
        "|:{c}d4 e4:|\n|:[K:D]A,8:|\nw: one two\nw: three\n",
    ],
)
def test_all_but_the_pitches_stays(music):
    hole, found = written(music, 1, 2)
    assert len(found) == 6
    rests = [PITCH.split(piece) for piece in hole.music]
    # A chord symbol holds letters too; it is the same in all.
    for pieces in found:
        text = hole.filled(pieces)
        if '"' not in music:
            assert [PITCH.split(piece) for piece in pieces] == rests
        assert text.count('"Am"') == music.count('"Am"')
        assert (faults(text), text) == ([], text)
        before, after = (parse(one).voices[0].elements for one in (hole.text, text))
        assert [getattr(one, "duration", None) for one in before] == [
            getattr(one, "duration", None) for one in after
        ]


def test_tied_notes_stay_tied():
    _, found = written("E4 G4-|G4 d4-|d4 e4-|e8|]\n", 2, 3)
    for first, second in found:
        assert first.startswith("G4 ")
        assert first.endswith("4-")
        assert second.startswith(PITCH.findall(first)[1].lstrip("=^_"))
        assert second.endswith("e4-")


def test_chords_stay():
    _, found = written("[GB]4 d4|A8|]\n", 1, 1)
    assert all(music.startswith("[GB]4 ") for (music,) in found)


@pytest.mark.parametrize(
    ("music", "characters"),
    [("z8|A8|]\n", CHARACTERS), ("[GB]8|A8|]\n", CHARACTERS), ("G8|A8|]\n", "\n 8:KLMX|]")],
)
def test_measures_without_a_pitch_to_change(music, characters):
    with pytest.raises(RewritingError) as caught:
        written(music, 1, 1, characters=characters)
    assert caught.value.message_id == "rewriting.cannot_fill"
