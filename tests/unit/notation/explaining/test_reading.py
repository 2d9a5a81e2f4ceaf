"""The element at a place of the text in words, as it is read aloud."""

import pytest

from abcstudio.messages import ENGLISH
from abcstudio.notation.explaining.spoken import reading_at
from abcstudio.notation.measures.measure_at import MeasurePlaces
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.values.decorations import NAMES

HEADER = "X:1\nT:Tune\nM:4/4\nL:1/8\nK:G\n"


def read(body: str, marked: str, header: str = HEADER) -> str:
    text = header + body
    return ", ".join(
        map(str, reading_at(MeasurePlaces(parse(text)), text.index(marked, len(header))))
    )


@pytest.mark.parametrize(
    ("body", "marked", "expected"),
    [
        ("A8|A8|D2 G E2 z3|\n", "G", "measure 3, beat 2, G, eighth"),
        ("F2 ^c2 _B2 =F2|\n", "F2", "measure 1, beat 1, F sharp, quarter"),
        ("F2 ^c2 _B2 =F2|\n", "^c2", "measure 1, beat 2, C sharp, quarter"),
        ("F2 ^c2 _B2 =F2|\n", "_B", "measure 1, beat 3, B flat, quarter"),
        ("F2 ^c2 _B2 =F2|\n", "=F", "measure 1, beat 4, F, quarter"),
        ("^^c4 __d4|\n", "^^c", "measure 1, beat 1, C double sharp, half"),
        ("[GBd]2 [Bdg]2 [Gd]2 [GA]2|\n", "[GB", "measure 1, beat 1, G major chord: G B D, quarter"),
        (
            "[GBd]2 [Bdg]2 [Gd]2 [GA]2|\n",
            "[Bdg",
            "measure 1, beat 2, G major chord over B: B D G, quarter",
        ),
        ("[GBd]2 [Bdg]2 [Gd]2 [GA]2|\n", "[Gd", "measure 1, beat 3, G open fifth: G D, quarter"),
        ("[GBd]2 [Bdg]2 [Gd]2 [GA]2|\n", "[GA", "measure 1, beat 4, chord: G A, quarter"),
        ("[DFAc]8|\n", "[D", "measure 1, beat 1, D seventh chord: D F sharp A C, whole"),
        ("z2 x2 z4|Z|Z3|\n", "z2", "measure 1, beat 1, rest, quarter"),
        ("z2 x2 z4|Z|Z3|\n", "x2", "measure 1, beat 2, hidden rest, quarter"),
        ("z2 x2 z4|Z|Z3|\n", "Z|", "measure 2, beat 1, rest of one measure"),
        ("z2 x2 z4|Z|Z3|\n", "Z3", "measures 3 to 5, beat 1, rest of 3 measures"),
        ("{ab}A3 B A5 z7|\n", "{ab", "measure 1, beat 1, grace notes A B, A, dotted quarter"),
        ("{ab}A3 B A5 z7|\n", "A5", "measure 1, beat 3, A, half and eighth"),
        ("A>B (3ABc d4-|d8|\n", "A>", "measure 1, beat 1, A, dotted eighth"),
        ("A>B (3ABc d4-|d8|\n", "B (", "measure 1, beat 1¾, B, sixteenth"),
        ("A>B (3ABc d4-|d8|\n", "(3", "measure 1, beat 2, A, eighth, triplet"),
        ("A>B (3ABc d4-|d8|\n", "Bc", "measure 1, beat 2⅓, B, eighth"),
        ("A>B (3ABc d4-|d8|\n", "d4-", "measure 1, beat 3, D, half, tied"),
        (
            '"Am7"~A4 !trill!(B4|c8)|\n',
            '"Am7"',
            "measure 1, beat 1, A, half, roll, chord symbol Am7",
        ),
        ('"Am7"~A4 !trill!(B4|c8)|\n', "!tr", "measure 1, beat 3, B, half, slur begins, trill"),
        ('"Am7"~A4 !trill!(B4|c8)|\n', "c8", "measure 2, beat 1, C, whole, slur ends"),
        ("A8|:B8:|c8|]\n", "|:", "repeat begins, after measure 1"),
        ("A8|:B8:|c8|]\n", ":|c", "repeat ends, after measure 2"),
        ("A8|:B8:|c8|]\n", "|]", "final bar line, after measure 3"),
        ("A2|B8::c8||d8|\n", "|B", "bar line, after the pickup"),
        ("A2|B8::c8||d8|\n", "::", "repeat ends and another begins, after measure 1"),
        ("A2|B8::c8||d8|\n", "||", "double bar line, after measure 2"),
        ("|:A8|[1B8:|[2c8|]\n", "[2", "measure 3, ending 2"),
        ("A8|[K:D]B8|[M:3/4]c6|\n", "[K:D]", "measure 2, key D major"),
        ("A8|[K:D]B8|[M:3/4]c6|\n", "[M:3/4]", "measure 3, meter 3/4"),
        ("A4 B4|\nw: hey you\n", "you", "measure 1, beat 3, B, half, sung you"),
    ],
)
def test_an_element_is_read_by_what_it_is(body: str, marked: str, expected: str) -> None:
    assert read(body, marked) == expected


@pytest.mark.parametrize(
    ("notes", "name"),
    [
        ("[CEG]", "C major chord"),
        ("[DFA]", "D minor chord"),
        ("[BDF]", "B diminished chord over D"),
        ("[CE^G]", "C augmented chord"),
        ("[GBdf]", "G seventh chord"),
        ("[CEGB]", "C major seventh chord"),
        ("[DFAc]", "D minor seventh chord"),
        ("[B,DFA]", "B half-diminished chord"),
        ("[B,DF_A]", "B diminished seventh chord"),
        ("[CFG]", "C suspended fourth chord"),
        ("[CDG]", "C suspended second chord"),
    ],
)
def test_chords_have_names(notes: str, name: str) -> None:
    assert f"{name}: " in read(f"{notes}8|\n", "[", "X:1\nL:1/8\nM:4/4\nK:C\n")


def test_the_header_says_that_there_is_no_note() -> None:
    text = HEADER + "A8|\n"
    assert [str(part) for part in reading_at(MeasurePlaces(parse(text)), 5)] == ["no note here"]


def test_every_decoration_can_be_read() -> None:
    for name in sorted(NAMES):
        assert "measure 1" in read(f"!{name}!A8|\n", "!"), name


def test_every_place_of_hostile_text_can_be_read() -> None:
    text = 'X:1\nK:C\n[V:1]&&|[1[2:|]z9Z9&{(3}|[M:none](3|!"^^/2C/64[]()-"^x"|[K:][P:B][Q:9]\n'
    places = MeasurePlaces(parse(text))
    for offset in range(len(text) + 2):
        for part in reading_at(places, offset):
            assert part.message_id in ENGLISH
            assert str(part)
