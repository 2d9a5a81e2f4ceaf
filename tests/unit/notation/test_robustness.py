"""Any text at all is read: no exception, spans inside the text, bounded and linear work."""

import random
import sys
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abcstudio.messages import english
from abcstudio.notation.lexing.lexer import tokenize
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.notation.score import Chord, Rest, VariantEnding
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performing.performer import perform
from tests.thorough import tries

TUNE = """X:1
T:The Mutant
R:reel
C:Trad.
M:4/4
L:1/8
Q:1/4=120
P:A2(BA)2
V:1 clef=treble-8 name="Fiddle"
K:Dm^c
P:A
(3ABc|"Dm"dA{/f}FA !trill!DFA-|A2>f d^c=B_A|[1 (ge)fe d2:|[2 [DFA]2-[DFA] z2 ||
w:one two-three_ *|four
V:2
D,4 A,4&F,8|[K:G][M:3/4]G,6 :: x6|Z2|]
W:words
"""
PIECES = [
    *"ABCDEFGabcdefgzxyZX", *"|:[](){}<>^_=-'\",/0123456789!+.~$&\\%\n \t",
    "|:", ":|", "[1", "(3", "[K:", "[V:2]", "K:", "V:", "M:", "L:", "Q:", "P:", "w:", "%%", '"Am"',
    "!trill!",
]  # fmt: skip


def check(text: str) -> None:
    score = parse(text)
    assert score.text == text
    assert score.voices
    size = len(text)
    for diagnostic in score.diagnostics:
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= size
        assert english(f"notation.{diagnostic.code}", diagnostic.parameters)
    for voice in score.voices:
        end = Fraction(0)
        for element in voice.elements:
            assert 0 <= element.span.start <= element.span.end <= size
            if isinstance(element, Chord | Rest):
                assert element.onset == end
                assert element.duration > 0
                end = element.onset + element.duration
    assert "".join(token.span.of(text) for token in tokenize(text)) == text


@settings(max_examples=tries(30), deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check(text)


@settings(max_examples=tries(50), deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_music(music: str) -> None:
    check("X:1\nK:G\n" + music)
    transpose("X:1\nK:G\n" + music, 5)


def test_mutations_of_a_tune() -> None:
    chance = random.Random(7)
    for _ in range(tries(50)):
        characters = list(TUNE)
        for _ in range(chance.randint(1, 12)):
            place = chance.randrange(len(characters))
            what = chance.random()
            if what < 0.4:
                characters[place] = chance.choice(PIECES)
            elif what < 0.7:
                del characters[place]
            else:
                characters.insert(place, chance.choice(PIECES))
        check("".join(characters))


FAMILIES = {
    "lines": "ABcd [CE]2 (3efg|!trill!a>b c'2:|\n",
    "one line": "ABcd [CE]2 (3efg|!trill!a>b c'2:|",
    "voices": "[V:1]ABcd|[V:2]ABcd|",
    "lyrics": "ABcd|\nw:la la- la _\n",
    "marks": '"Am"!p!.A"^x"B{/ab}c|',
    "repeats": "|:ABcd|[1efga:|[2gfed||",
    "overlays": "ABcd&EFGA|",
    "fields": "[K:G][M:3/4][L:1/4][Q:1/4=90]A3|",
    "nonsense": "?;@#]})A-|",
}


@pytest.mark.parametrize("family", FAMILIES)
def test_work_grows_with_the_text_and_no_faster(family: str) -> None:
    """Calls are counted, not seconds: other programs cannot disturb that."""
    copies = 1500 // len(FAMILIES[family])
    once = calls("X:1\nK:C\n" + FAMILIES[family] * copies)
    twice = calls("X:1\nK:C\n" + FAMILIES[family] * copies * 2)
    assert twice / once < 2.2


def calls(text: str) -> int:
    """Return how many functions are called to read, perform and write a text."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        midi_bytes(perform(parse(text)))
    finally:
        sys.setprofile(None)
    return count


def test_a_range_of_ranges_of_endings_is_one_range() -> None:
    elements = parse("X:1\nK:C\nC|[1-2-3 D:|").voices[0].elements
    assert [e.passes for e in elements if isinstance(e, VariantEnding)] == [(1, 2, 3)]
