"""Variations: the notes on strong beats stay, and a repeat written out is varied."""

from fractions import Fraction

import pytest

from abcstudio.composing.model_text import model_text
from abcstudio.composing.rewriting.chosen_measures import hole_in, hole_of
from abcstudio.composing.rewriting.fillings import fillings
from abcstudio.composing.rewriting.going_on.continuing import Continuing, added_to
from abcstudio.composing.rewriting.kept import Kept
from abcstudio.composing.rewriting.measures_meant import note_at, phrase_at
from abcstudio.composing.rewriting.reading.hole_reading import read_hole
from abcstudio.composing.rewriting.rules import rules_for
from abcstudio.composing.rewriting.strong_beats import strong_beats
from abcstudio.errors import RewritingError
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.messages import ENGLISH
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.values.meter_field import parse_meter
from tests.unit.composing.faults import faults
from tests.unit.composing.rewriting.test_fillings import CHARACTERS, JIG, REEL, EqualChances

STRONG = Kept(strong=True)


@pytest.mark.parametrize(
    ("meter", "places"),
    [("4/4", "0 1/2"), ("C|", "0 1/2"), ("2/4", "0 1/4"), ("6/8", "0 3/8"), ("9/8", "0 3/8 3/4"),
     ("12/8", "0 3/8 3/4 9/8"), ("3/4", "0"), ("6/4", "0 3/4"), ("5/4", "0"), ("3/8", "0"),
     ("(2+3+2)/8", "0 1/4 5/8")],
)  # fmt: skip
def test_strong_beats(meter, places):
    found = parse_meter(meter)
    assert found is not None
    assert strong_beats(found) == tuple(map(Fraction, places.split()))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (REEL + "GABc dedB|G2 AB d3 e|]\n", ["ABc", "edB", "AB", "e"]),
        (REEL + "G3 A B2 cd|]\n", ["A", "cd"]),
        (REEL + "A|G2 AB d2 cB|]\n", ["A", "AB", "cB"]),
        (JIG + "GAB d2B|]\n", ["AB", "B"]),
        # What begins before a strong beat and sounds on sounds there.
        (REEL + "GA B2 c2 d2|GAB c2 def|]\n", ["A B2", "d2", "AB", "def"]),
        # Tuplets, ties and broken rhythm stay whole.
        (REEL + "(3GAB AB d>B cB|G2-G2 d2 B2|]\n", ["AB", "cB", "B2"]),
        (REEL + "(GA) (Bc) {e}d2 \"C\"cB|]\n", ["A) (Bc", '"C"cB']),
        # A note that stays needs the accidental of one before it.
        (REEL + "G^c Bd c2 AB|]\n", ["Bd", "AB"]),
    ],
)  # fmt: skip
def test_what_sounds_on_strong_beats_stays(text, wanted):
    score = parse(text)
    measures = split_measures(score.voices[0], score.meter)
    hole = hole_of(score, measures[0].number, measures[-1].number, STRONG)
    found = [piece.strip("() ") for piece in hole.music]
    assert found == [piece.strip("() ") for piece in wanted]


def varied(text, kept=STRONG, last=2):
    """Return a text with some variations of measures in it."""
    hole = hole_of(parse(text), 1, last, kept)
    reading = read_hole(hole, model_text(hole.text, CHARACTERS, is_prepared=True), CHARACTERS)
    rules = rules_for(hole, reading, CHARACTERS, kept)
    config = SamplingConfig(rng_seed=4)
    takes = fillings(EqualChances(), rules, reading, config=config, count=6)
    assert takes
    return [hole.filled(rules.written(one.music)) for one in takes]


@pytest.mark.parametrize("kept", [STRONG, Kept(strong=True, rhythm=True)])
@pytest.mark.parametrize(
    "text",
    [
        REEL + "|:GABc dedB|c2 Bc A2 d2:|\n",
        JIG + "|:GAB dBG|c2B A3:|\n",
        REEL + "(3GAB (AB) {e}d2 ^cB|G2-GA d2 =cB|]\n",
    ],
)
def test_variations_are_exact(text, kept):
    before = parse(text)

    def strong_notes(score):
        return [
            [one.span.of(score.text) for one in score.voices[0].elements
             if getattr(one, "onset", None) == onset and hasattr(one, "duration")]
            for onset in (Fraction(0), score.meter.measure_duration)
        ]  # fmt: skip

    for changed in varied(text, kept):
        score = parse(changed)
        assert faults(changed) == []
        assert strong_notes(score) == strong_notes(before)
        assert changed != text


def test_no_filling_begins_with_a_blank():
    text = REEL + "GABc dedB|c2 Bc A2 d2|]\n"
    for kept in (Kept(), STRONG):
        for changed in varied(text, kept):
            assert "  " not in changed
            assert "| " not in changed


@pytest.mark.parametrize(
    ("music", "measure", "wanted", "new"),
    [
        ("|:G8|A8:|\n", 1, "G8|A8||\nG8|A8|]\n", "G8|A8"),
        ("|:D|G8|\r\nA7:|\r\n|:c8:|\r\n", 2, "D|G8|\r\nA7||\r\nD|G8|\r\nA7||\r\n|:c8:|\r\n",
         "D|G8|\r\nA7"),
        ("|:G8|1 A8:|2 B8||\n|:c8::d8:|\n", 1, "G8|A8||\nG8|B8||\n|:c8::d8:|\n", "G8"),
        ("|:G8|1 A8:|2 B8||\n|:c8::d8:|\n", 3, "G8|A8||\nG8|B8||\n|:c8::d8:|\n", "G8"),
        ("|:G8|1 A8:|2 B8||\n|:c8::d8:|\n", 4, "|:G8|1 A8:|2 B8||\nc8||\nc8|:d8:|\n", "c8"),
        ("|:G8|1 A8:|2 B8||\n|:c8::d8:|\n", 5, "|:G8|1 A8:|2 B8||\n|:c8:|d8||\nd8|]\n", "d8"),
        ("G8|[1 A8:|[2 B8|]\n", 2, "G8|A8||\nG8|B8|]\n", "G8"),
        ("A8|G8:|\nB8|c8:|\n", 3, "A8|G8:|\nB8|c8||\nB8|c8|]\n", "B8|c8"),
        ("A8 % one\nP:B\nA8:| % end\n", 1, "A8 % one\nP:B\nA8||\nA8\nA8|] % end\n", "A8\nA8"),
        ("A8||B8|c8:|\n", 2, "A8||B8|c8||\nB8|c8|]\n", "B8|c8"),
        ("|:G8|1A8:|2B8:|\nc8|]\n", 1, "G8|A8||\nG8|B8||\nc8|]\n", "G8"),
        ("c8|d8|:e8:|f8|]\n", 3, "c8|d8||e8||\ne8||f8|]\n", "e8"),
    ],
)  # fmt: skip
def test_a_repeat_is_written_out(music, measure, wanted, new):
    wish = Continuing(after=measure, is_second_time=True)
    found = added_to(parse(REEL + music), wish)
    assert found.text == REEL + wanted
    assert found.new.of(found.text) == new
    assert found.is_new
    assert found.is_varied


def test_the_second_time_is_exact():
    music = "|:D|GABc dedB|c2 Bc A2 d2|1 G2 A2 B3:|2 G4 G3||\n"
    wish = Continuing(after=1, is_second_time=True)
    found = added_to(parse(REEL + music), wish)
    assert not faults(found.text)
    hole = hole_in(parse(found.text), found.new, STRONG, ends_on_tonic=False)
    assert hole.music == ("D", "ABc", "edB", "Bc", "d2")


@pytest.mark.parametrize(
    ("text", "wish", "sentence"),
    [
        (REEL + "G8|A8|]\n", Continuing(after=1, is_second_time=True), "no_repeat"),
        (REEL + "|:G8:|A8|]\n", Continuing(after=2, is_second_time=True), "no_repeat"),
        (REEL + "|::G8::|A8|]\n", Continuing(after=1, is_second_time=True), "no_repeat"),
        (REEL + "|:G8|1 A8:|2 B8:|3 c8|]\n", Continuing(after=1, is_second_time=True), "no_repeat"),
        (REEL + "|:G8:|\nw:one\n", Continuing(after=1, is_second_time=True), "words_twice"),
        (REEL.replace("K:", "P:AAB\nK:") + "|:G8:|\n",
         Continuing(after=1, is_second_time=True), "part_order"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_out_is_said(text, wish, sentence):
    with pytest.raises(RewritingError) as caught:
        added_to(parse(text), wish)
    assert caught.value.message_id == f"rewriting.{sentence}"
    assert ENGLISH[caught.value.message_id].format(**caught.value.parameters)


def test_nothing_is_left_to_vary_between_strong_beats():
    with pytest.raises(RewritingError) as caught:
        hole_of(parse(REEL + "G8|A4 B4|]\n"), 1, 2, STRONG)
    assert caught.value.message_id == "rewriting.only_strong"


@pytest.mark.parametrize(
    ("music", "place", "wanted"),
    [
        ("G4 A4|B8|c8|d8|e8|f8|]\n", (1, 2), "A4|B8|c8|d8"),
        ("G4 A4|B8|c8|d8|e8|f8|]\n", (5, 2), "f8"),
        ("D|G8|A4 B4|c8|d7:|\n", (0, 2), "G8|A4 B4|c8|d7"),
        ("(3GAB c2 d4|B8|\n", (1, 2), "c2 d4|B8"),
        ("G8-|G8|c8|d8|\n", (2, 1), "c8|d8"),
        ("|:G8|A8|1B8:|2c8|d8||\n", (2, 1), "A8|1B8"),
    ],
)
def test_what_stands_behind_a_note_in_its_phrase_is_composed_anew(music, place, wanted):
    found = added_to(parse(REEL + music), Continuing(after=place[0], from_note=place[1]))
    assert (found.text, found.new.of(found.text)) == (REEL + music, wanted)
    assert not found.is_new


@pytest.mark.parametrize(
    ("music", "place", "wanted"),
    [
        ("G4 A4|B8|c4", (3, 2), "G4 A4|B8|c4 z4|\nz8|"),
        ("G4 A4|B8|c8|d4", (4, 2), "G4 A4|B8|c8|d4 z4|"),
        ("G8|A8|B8|c8|\n", (4, 2), "G8|A8|B8|c8|\nz8|z8|z8|z8|\n"),
    ],
)
def test_where_nothing_stands_behind_a_note_a_phrase_is_filled(music, place, wanted):
    found = added_to(parse(REEL + music), Continuing(after=place[0], from_note=place[1]))
    assert found.text == REEL + wanted
    assert found.is_new


@pytest.mark.parametrize(
    ("music", "at", "wanted"),
    [
        ("|:D|G8|A8|B8|c8|d8|e8|f8|g7:|", "B8", (0, 4)),
        ("|:D|G8|A8|B8|c8|d8|e8|f8|g7:|", "f8", (5, 8)),
        ("|:D|G8|A8|B8|c8|d8|e8|f8|g7:|", "D|", (0, 4)),
        ("G8|A8||B8|c8|d8|e8|f8|]", "A8", (1, 2)),
        ("G8|A8||B8|c8|d8|e8|f8|]", "f8", (7, 7)),
        ("|:G8|A8|1B8:|2c8||", "A8", (1, 3)),
        ("|:G8|A8|1B8:|2c8||", "c8", (4, 4)),
    ],
)
def test_phrases_are_counted_from_the_start_of_a_part(music, at, wanted):
    text = REEL + music
    found = phrase_at(parse(text), text.index(at, len(REEL)))
    assert (found.first, found.last) == wanted


def test_notes_are_counted_in_their_measure():
    text = REEL + "G4 A4|B2 c2 d4|]"
    places = [text.index(one) for one in ("G4", "A4", "B2", "c2", "d4", "|]")]
    assert [note_at(parse(text), place) for place in places] == [1, 2, 1, 2, 3, 4]
