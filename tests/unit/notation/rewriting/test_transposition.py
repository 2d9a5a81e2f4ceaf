"""Transposing: every sounding note moves alike, keys and chord symbols are spelled as usual."""

import random

import pytest

from abcstudio.errors import EditError
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.transposition import (
    Direction,
    keys_to_choose,
    transpose,
    transpose_by,
    transpose_to,
)
from abcstudio.notation.score import Chord
from abcstudio.notation.values.interval import Interval
from tests.thorough import tries

RICH = """%abc
X:1
T:In A and D
M:4/4
L:1/8
%%propagate-accidentals octave
%%MIDI transpose 3
V:1 clef=treble-8 transpose=-2
V:2 octave=1
U: T = !trill!
K:Am ^g % harmonic
V:1
"Am7/E"{^g/f}a2 T^f=f _B/2[^c_eg]-|[^c_eg]4 "^at A""E7"e>^d (3c^/c_/B|[K:F]B,,4 & F4 G^G|]
w: A B C d e f
V:2
a4- a'4-|a'4 z4 [M:3/4]|[K:clef=bass]^^c3 __d'=d C,,|]
K:D exp _b ^f
b f "N.C." "D.C. al Fine" "(G)" "Bb C#dim/G#"c4|]
W:A G F
"""


def sounding(text: str) -> list[tuple[object, ...]]:
    return [
        (chord.onset, note.duration, note.pitch.midi_number, note.tied)
        for voice in parse(text).voices
        for chord in voice.elements
        if isinstance(chord, Chord)
        for note in (*chord.notes, *(chord.grace_notes.notes if chord.grace_notes else ()))
    ]


def moved(text: str, semitones: int) -> list[tuple[object, ...]]:
    return [
        (onset, duration, number + semitones, tied)  # type: ignore[operator]
        for onset, duration, number, tied in sounding(text)
    ]


@pytest.mark.parametrize("semitones", range(-13, 14))
def test_every_note_moves_by_the_same_distance_and_back(semitones: int) -> None:
    text = transpose(RICH, semitones)
    assert sounding(text) == moved(RICH, semitones)
    assert sounding(transpose(text, -semitones)) == sounding(RICH)


def test_only_music_changes() -> None:
    text = transpose(RICH, 3)
    for kept in ("%abc\n", "%%MIDI transpose 3\n", "V:1 clef=treble-8 transpose=-2\n", "% harmonic",
                 "w: A B C d e f\n", "W:A G F\n", "T:In A and D\n", "U: T = !trill!\n",
                 '"^at A"', '"N.C."', '"D.C. al Fine"', "[K:clef=bass]"):  # fmt: skip
        assert kept in text
    assert "K:Cm =b % harmonic" in text
    assert '"Cm7/G"' in text
    assert '"(Bb)"' in text
    assert '"Db Edim/B"' in text


@pytest.mark.parametrize("semitones", [*range(-12, 0), *range(1, 13)])
@pytest.mark.parametrize("key", ["C", "G", "Bb", "F#", "Am", "Ebm", "Ddor", "Amix", "Cb", "A#m"])
def test_keys_have_seven_sharps_or_flats_at_most(key: str, semitones: int) -> None:
    text = transpose(f"X:1\nK:{key}\nCDEFGABc|\n", semitones)
    assert abs(parse(text).key.fifths) <= 6
    assert parse(text).key.mode == parse(f"K:{key}\n").key.mode


def test_keys_far_apart_are_spelled_one_by_one() -> None:
    text = "X:1\nK:F\nFA|[K:A]A^Bc|[K:F]F_B|\n"
    for semitones in range(-11, 12):
        changed = transpose(text, semitones)
        assert sounding(changed) == moved(text, semitones)
        for name in changed.replace("]", "\n").split("K:")[1:]:
            assert abs(parse(f"K:{name.splitlines()[0]}\n").key.fifths) <= 7


def test_a_tie_into_a_far_key_stays_a_tie() -> None:
    text = "X:1\nK:F\nF^G-|[K:A]^G=F|\n"
    for semitones in range(-11, 12):
        assert sounding(transpose(text, semitones)) == moved(text, semitones)


@pytest.mark.parametrize(
    ("text", "semitones", "expected"),
    [
        ("K:C\nc, c, C''", 0, "K:C\nc, c, C''"),
        ("K:C\nc, C''", 12, "K:C\nc c''"),
        ("m: ~G2 = {A}G{F}G\nK:G\n~G2 G", 2, "m: ~A2 = {B}A{G}A\nK:A\n~A2 A"),
        ("m: ~n2 = (3o/n/m/ n\nK:G\n~G2", 2, "m: ~n2 = (3o/n/m/ n\nK:A\n~A2"),
        ("K: H\nCF", 2, "K:D  H\nDG"),
        ("K:clef=bass\nCF", 2, "K:D clef=bass\nDG"),
        ("K:\nCF", 2, "K:D\nDG"),
        ("K:HP\nAc", 2, "K:Bmix\nBd"),
        ("K:C\n^/c_3/2d", 2, "K:D\n^1/2d_3/2e"),
        ("X:1\r\nCF\r\n", 2, "X:1\r\nK:D\r\nDG\r\n"),
        ('K:C\n"Fine""Coda""Dal Segno"C', 2, 'K:D\n"Fine""Coda""Dal Segno"D'),
        ('K:C\n"C/e""G+""F#m7b5""Bø""Asus4/D"C', -2, 'K:Bb\n"C/e""F+""Em7b5""Aø""Gsus4/C"B,'),
        ("K:D clef=c3 ^g\nG", 2, "K:E clef=c3 ^a\nA"),
    ],
)
def test_spelling(text: str, semitones: int, expected: str) -> None:
    assert transpose(text, semitones) == expected


def test_triple_accidentals_are_avoided() -> None:
    assert "K:F#" in transpose("X:1\nK:C\n__B __A|\n", 6)


@pytest.mark.parametrize(
    ("name", "down", "expected"),
    [
        ("m3", False, "K:Bb\nBe"),
        ("A2", False, "K:Bb\nBe"),
        ("M2", True, "K:F\nFB"),
        ("P8", False, "K:G\ngc'"),
        ("A1", True, "K:Gb\nGc"),
        ("d5", True, "K:C#\nCF"),
        ("A4", False, "K:C#\ncf"),
    ],
)
def test_intervals_are_spelled_by_their_names(name: str, down: bool, expected: str) -> None:
    interval = Interval.named(name)
    changed = transpose_by("K:G\nGc", interval, down=down)
    assert changed == expected
    distance = -interval.semitones if down else interval.semitones
    assert sounding(changed) == moved("K:G\nGc", distance)


@pytest.mark.parametrize("name", ["P3", "M5", "X2", "m", "m0", "P23", ""])
def test_there_is_no_such_interval(name: str) -> None:
    with pytest.raises(ValueError, match="interval"):
        Interval.named(name)


@pytest.mark.parametrize(
    ("tonic", "direction", "expected"),
    [
        ("D", "nearest", "K:Ddor\nDFA"),
        ("D", "up", "K:Ddor\nDFA"),
        ("Bb", "nearest", "K:Bbdor\nB,DF"),
        ("Bb", "up", "K:Bbdor\nBdf"),
        ("F#", "nearest", "K:F#dor\nFAc"),
        ("Ab", "nearest", "K:Abdor\nA,CE"),
        ("E", "down", "K:Edor\nE,G,B,"),
    ],
)
def test_to_a_key(tonic: str, direction: Direction, expected: str) -> None:
    assert transpose_to("K:Ddor\nDFA", tonic, direction=direction) == expected


def test_the_keys_that_can_be_chosen() -> None:
    assert keys_to_choose("K:G\nG")[:2] == ("Cb", "Gb")
    assert keys_to_choose("K:Am\nA")[0] == "Ab"
    assert keys_to_choose("")[7] == "C"
    for text in ("K:G\nG", "K:Ddor\nD", "K:HP\nA", "K:none\nC", "K:F#phr\nF"):
        choices = keys_to_choose(text)
        assert len(choices) == 15
        for tonic in choices:
            assert abs(parse(transpose_to(text, tonic)).key.fifths) <= 7


def test_a_key_of_another_name_for_the_same_sound() -> None:
    assert transpose_to("K:C#\nCEG", "Db") == "K:Db\nDFA"


def test_keys_that_cannot_be_written_are_declined() -> None:
    with pytest.raises(EditError):
        transpose_to("K:C\nC", "H")
    with pytest.raises(EditError):
        transpose_to("K:C\nC", "G#")


@pytest.mark.parametrize("seed", range(tries(8)))
def test_random_music_moves_alike(seed: int) -> None:
    chance = random.Random(seed)
    signs = ["", "", "", "^", "_", "=", "^/", "_/"]
    pieces = []
    for _ in range(80):
        head = (
            chance.choice(signs) + chance.choice("ABCDEFGabcdefg") + chance.choice(["", ",", "'"])
        )
        pieces.append(head + chance.choice(["", "2", "-", ">"]))
        pieces.append(chance.choice(["", " ", "|", ":|", "[1", "[K:E]", "[K:Gdor]", "{^fg}", "&"]))
    text = "X:1\nL:1/8\nK:D\n" + "".join(pieces) + "\n"
    semitones = chance.randint(-11, 11)
    assert sounding(transpose(text, semitones)) == moved(text, semitones)
