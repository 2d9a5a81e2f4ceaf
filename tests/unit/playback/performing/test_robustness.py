"""Whatever the reader makes of a text can be performed and written: no exception, bounded work."""

import io
import random

import mido
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import MUSICIAN, PLAIN
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performing.performer import perform
from tests.thorough import tries
from tests.unit.counted_work import calls_in

TUNE = """X:1
T:The Mutant
R:hornpipe
M:4/4
L:1/8
Q:1/4=120
P:A2(BA)2
V:1 clef=treble-8 name="Fiddle"
K:Dm^c
P:A
(3ABc|"Dm"dA{/f}FA !trill!DFA-|A2>f d^c=B_A|[1 (ge)fe d2:|[2 [DFA]2-[DFA] z2 ||
V:2
D,4 A,4&F,8|[K:G][M:3/4]G,6 :: x6|Z2|]
"""
PIECES = [
    *"ABCDEFGabcdefgzxZ", *"|:[](){}<>^_=-'\",/0123456789!.&\n", "|:", ":|", "[1", "[2", "(3",
    "\nP:A\n", "\nP:B\n", "[P:C]", "\nV:2\n", "[V:1]", "[M:3/8]", "[Q:90]", "\nP:\n",
]  # fmt: skip


def check(text: str) -> None:
    score = parse(text)
    for interpretation in (PLAIN, MUSICIAN):
        performance = perform(score, interpretation)
        for note in performance.notes:
            assert note.duration_beats > 0
            assert 0 <= note.onset_beats < performance.duration_beats
            assert 0 <= note.pitch <= 127
        mido.MidiFile(file=io.BytesIO(midi_bytes(performance)))


@settings(max_examples=tries(20), deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=50).map("".join))
def test_any_music(music: str) -> None:
    check("X:1\nP:AB(CA)2\nK:G\n" + music)


def test_mutations_of_a_tune() -> None:
    chance = random.Random(11)
    for _ in range(tries(20)):
        characters = list(TUNE)
        for _ in range(chance.randint(1, 12)):
            place = chance.randrange(len(characters))
            if chance.random() < 0.5:
                characters[place] = chance.choice(PIECES)
            else:
                characters.insert(place, chance.choice(PIECES))
        check("".join(characters))


@pytest.mark.parametrize("body", ["", "A|", "P:A\n", "P:A\nP:A\nP:B\n", "P:B\nB|\nP:A\nA|\nP:A\n"])
def test_a_part_order_with_any_parts(body: str) -> None:
    check("X:1\nP:ABAC\nK:C\n" + body)


@pytest.mark.parametrize(
    "text",
    [
        "X:1\nP:((((A9)9)9)9)\nK:C\nP:A\n" + "ABcd|" * 200,
        "X:1\nK:C\n" + "|::::::::A::::::::|" * 200,
        "X:1\nK:C\n" + "[1,2,3,4-32A:|" * 200,
        "X:1\nK:C\n" + "C64-|" * 1000,
        "X:1\nK:C\n" + "[CEG]" * 1000 + ":|",
        "X:1\nQ:1/4=1\nK:C\nZ999|" * 1 + "A|",
        "X:1\nQ:1/4=1000\nK:C\n" + "TC64|" * 100,
        "X:1\nQ:1/4=1000\nK:C\n" + "!////![CEGBdfa]8|" * 20,
        "X:1\nK:C\n" + "~A!D.C.!|" * 1000,
        "X:1\nK:C\n" + "!<(!{abc}A!<)!!fermata!B" * 300,
    ],
    ids=lambda text: text[8:30].encode("unicode_escape").decode(),
)
def test_bombs_end_soon(text: str) -> None:
    assert calls_in(lambda: check(text)) < 6_000_000
